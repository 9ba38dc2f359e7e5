"""How people reach the office of a community: its own telephone, address and hours. No resident stands in it.

Written by the community's administrators and shown to everybody: on members' pages, on the wall, on the pages of a
suspended community, to officers and the operator.
"""

import re
from collections.abc import Mapping

from django.db import transaction

from hub.actor import Actor
from hub.communities.models import Community, CommunityEvent
from hub.language import Text
from hub.phones import parse_phone
from hub.refusal import Refusal
from hub.writing import half_width

FIELDS = ("telephone", "address", "hours")

NO_TELEPHONE = Text(
    zh="“{given}”不是有效的电话号码。请填 11 位手机号，或带区号的固定电话；几个号码用顿号隔开。",
    en="“{given}” is not a valid telephone number. Give a mobile number of 11 digits or a landline with its area code; "
    "commas between several.",
)

_BETWEEN = re.compile(r"[、，,;；/]|或|和")
_EXTENSION = re.compile(r"(?:转|分机|ext\.?)\s*[0-9]+\s*$", re.IGNORECASE)


def profile_of(community: Community) -> dict[str, str]:
    """The editable fields, as they stand."""
    return {name: getattr(community, name) for name in FIELDS}


def contact_of(community: Community) -> dict[str, str]:
    """The profile as it is shown; `dial` is the first telephone in E.164, for a link that calls it, or empty."""
    return {**profile_of(community), "dial": dialled(community.telephone)}


def dialled(telephone: str) -> str:
    """The first number of a telephone as an office writes it (0972-8512345 转 802、139…), in E.164; empty without one."""
    return first_telephone(telephone)[1]


def first_telephone(telephone: str) -> tuple[str, str]:
    """The same as it is written, and in E.164; both empty without one."""
    for part in _BETWEEN.split(half_width(telephone)):
        if phone := parse_phone(_EXTENSION.sub("", part)):
            return part.strip(), phone.e164
    return "", ""


def written_profile(changes: Mapping[str, str]) -> dict[str, str]:
    """The changes as they are kept. Raises Refusal (400) naming the field for a telephone that is none."""
    kept = {name: " ".join(changes[name].split()) for name in FIELDS if name in changes}
    for part in filter(str.strip, _BETWEEN.split(half_width(kept.get("telephone", "")))):
        if parse_phone(_EXTENSION.sub("", part)) is None:
            raise Refusal("phone_invalid", NO_TELEPHONE, status=400, field="telephone", given=part.strip()[:40])
    return kept


def write_profile(community: Community, changes: Mapping[str, str], *, by: Actor) -> Community:
    """Writes what differs of telephone, address and hours, and who did it. An empty text takes one away.

    To be called with the row locked where a version was compared before. Raises Refusal (400) for a telephone that is none.
    """
    kept = written_profile(changes)
    with transaction.atomic():
        now_stands = Community.objects.select_for_update(no_key=True).get(pk=community.pk)
        differing = {name: value for name, value in kept.items() if getattr(now_stands, name) != value}
        if differing:
            Community.objects.filter(pk=community.pk).update(**differing)
            CommunityEvent.objects.create(
                community=now_stands, verb="profile", reason=", ".join(differing), actor_id=by.account_id
            )
        return Community.objects.get(pk=community.pk)
