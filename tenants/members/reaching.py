"""Whom messages reach, before any is sent: a mobile number on record, and not on the stop list."""

from collections.abc import Mapping
from dataclasses import dataclass

from hub.accounts.members import members_with_account
from hub.communities.current import current
from hub.pinyin import sort_key
from hub.sms.stop_list import stops_for
from tenants.members.models import Member
from tenants.people.answers import is_landline

NO_PHONE = "no_phone"
LANDLINE = "landline"
STOP_LIST = "stop_list"


@dataclass(frozen=True)
class Reach:
    """The active members: how many there are, how many cannot log in yet, and whom no message reaches, each with why."""

    members: int
    without_login: int
    unreached: list[tuple[Member, str]]


def reach() -> Reach:
    """Who hears of a campaign by message and who does not, those by branch and name. Changes nothing."""
    members = list(Member.objects.filter(state=Member.State.ACTIVE).select_related("branch"))
    stopped = stops_for([member.phone for member in members if member.phone], current())
    known = members_with_account([member.pk for member in members], community=current())
    unreached = [(member, why) for member in members if (why := _why(member, stopped))]
    unreached.sort(key=lambda pair: (pair[0].branch.order if pair[0].branch else -1, sort_key(pair[0].name)))
    return Reach(len(members), len(members) - len(known), unreached)


def _why(member: Member, stopped: Mapping[str, object]) -> str:
    if not member.phone:
        return NO_PHONE
    if is_landline(member.phone):
        return LANDLINE
    return STOP_LIST if member.phone in stopped else ""
