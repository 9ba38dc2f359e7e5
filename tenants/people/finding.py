"""Finding people by what staff type: a name, its initials, a telephone or its last four digits, a building."""

import re

from django.db.models import Q

from hub.names import tidy_name
from hub.phones import parse_phone
from hub.privacy.blind import blind
from tenants.people.households import plain
from tenants.people.models import Household
from tenants.people.places import asked_for, mark_of, said_of


def by_person(query: str, path: str = "") -> Q:
    """A condition over the blind indexes of a person (a beneficiary or a member) behind `path` ("beneficiary__").

    Names and telephones are encrypted, so a part of a name is not found; the whole name, its initials ("mxl"), the
    whole telephone in any writing, and its last four digits are.
    """
    text = plain(query)
    found = Q(**{f"{path}name_index": blind("name", plain(tidy_name(query)))})
    if re.fullmatch(r"[A-Za-z]{2,8}", text):
        found |= Q(**{f"{path}initials_index": blind("initials", text.lower())})
    if re.fullmatch(r"\d{4}", text):
        found |= Q(**{f"{path}phone_last4_index": blind("last4", text)})
    if phone := parse_phone(text):
        found |= Q(**{f"{path}phone_index": blind("phone", phone.e164)})
    return found


def by_place(query: str, path: str = "") -> Q:
    """A condition over the household behind `path` ("beneficiary__household"): those at the estate, building, street with
    its number, unit or door that is asked for, in any writing of it."""
    text = asked_for(query)
    if text is None:
        return Q(pk__in=[])
    found = Q(**{f"{path}__place_marks__contains": [mark_of(text)]})
    # Rows of an earlier program, until the worker has read them.
    unread = Household.objects.filter(place_marks=None).exclude(address_index=None).only("address")
    if there := [household.pk for household in unread if text in said_of(household.address)]:
        found |= Q(**{f"{path}__in": there})
    return found
