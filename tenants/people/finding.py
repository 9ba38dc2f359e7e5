"""Finding people by what staff type: a name, its initials, a telephone or its last four digits."""

import re

from django.db.models import Q

from hub.phones import parse_phone
from hub.privacy.blind import blind
from tenants.people.households import plain


def by_person(query: str, path: str = "") -> Q:
    """A condition over the blind indexes of a person (a beneficiary or a member) behind `path` ("beneficiary__").

    Names and telephones are encrypted, so a part of a name is not found; the whole name, its initials ("mxl"), the
    whole telephone in any writing, and its last four digits are.
    """
    text = plain(query)
    found = Q(**{f"{path}name_index": blind("name", text)})
    if re.fullmatch(r"[A-Za-z]{2,8}", text):
        found |= Q(**{f"{path}initials_index": blind("initials", text.lower())})
    if re.fullmatch(r"\d{4}", text):
        found |= Q(**{f"{path}phone_last4_index": blind("last4", text)})
    if phone := parse_phone(text):
        found |= Q(**{f"{path}phone_index": blind("phone", phone.e164)})
    return found
