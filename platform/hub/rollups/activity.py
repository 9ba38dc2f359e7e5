"""How alive a community is, for the installation's operator: who administers it, when somebody last came, how much goes on.
Figures and the office's own people; nothing of any resident."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, Max

from hub.accounts.models import Membership, Seat
from hub.clock import TIME_ZONE, now, today
from hub.communities.models import Community, CommunityEvent
from hub.rollups.models import CommunityYear
from hub.sms.limits import COMMUNITY, YEAR, counted
from hub.sms.models import Message

TOLD = ("create", "suspend", "resume", "archive", "restore", "restore_backup")
NOT_YET = ("collected", "verified")
"""Wishes of the year that are not in the pool yet."""


@dataclass(frozen=True, slots=True)
class Administrator:
    name: str
    last_login_at: datetime.datetime | None


@dataclass(slots=True)
class Activity:
    """`wishes`: all of this year's that are in the pool or on their way there. `messages`: handed over this month."""

    administrators: list[Administrator] = field(default_factory=list)
    last_login_at: datetime.datetime | None = None
    wishes: int = 0
    members: int = 0
    messages: int = 0


def activity_of(communities: Iterable[UUID]) -> dict[UUID, Activity]:
    """That of each of these communities, in four questions whatever their number."""
    found = {pk: Activity() for pk in communities}
    roles = Membership.objects.filter(community__in=found, role=Membership.Role.ADMINISTRATOR, active=True)
    administers = set(roles.values_list("community_id", "account_id"))
    seats = Seat.objects.filter(community__in=found, active=True)
    for seat in seats.filter(account__in={account for _, account in administers}).order_by("created_at"):
        if seat.community_id is not None and (seat.community_id, seat.account_id) in administers:
            found[seat.community_id].administrators.append(Administrator(seat.name, seat.last_login_at))
    for pk, last in seats.values_list("community").annotate(last=Max("last_login_at")).order_by():
        found[pk].last_login_at = last
    for line in CommunityYear.objects.filter(community__in=found, year=today().year):
        one = found[line.community_id]
        one.wishes = line.counts.get("in_pool", 0) + sum(line.counts.get(name, 0) for name in NOT_YET)
        one.members = line.counts.get("members", 0)
    month = now().astimezone(TIME_ZONE).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    sent = Message.objects.filter(community__in=found, attempt__gt=0, created_at__gte=month)
    for pk, count in sent.values_list("community").annotate(count=Count("pk")).order_by():
        found[pk].messages = count
    return found


def limits_of(community: Community) -> Mapping[str, int]:
    """The messages of today and of the year, each with its limit."""
    counts = counted(community)
    (day, day_most), (year, year_most) = counts[COMMUNITY], counts[YEAR]
    return {"day": day, "day_most": day_most, "year": year, "year_most": year_most}


def history_of(community: Community) -> list[dict[str, object]]:
    """What the platform did to the community, the newest first, with the operator's name where there was one."""
    events = list(CommunityEvent.objects.filter(community=community, verb__in=TOLD).order_by("-at", "-id"))
    actors = {event.actor_id for event in events if event.actor_id}
    names = {seat.account_id: seat.name for seat in Seat.objects.filter(community=None, account__in=actors)}
    return [
        {
            "verb": each.verb,
            "reason": each.reason,
            "at": each.at,
            "by": names.get(each.actor_id, "") if each.actor_id else "",
        }
        for each in events
    ]
