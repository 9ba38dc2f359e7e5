"""Supervision: an officer hears, as a count and once a day, of what a community left undone: claims that nobody decided
about, deliveries not confirmed, backstops not brought, requests not answered."""

import datetime
from collections import Counter
from collections.abc import Iterable

from django.db import transaction

from hub.accounts.reaching import phones_of_officers
from hub.clock import TIME_ZONE, now
from hub.communities.models import Community, Region
from hub.privacy.blind import blind
from hub.rollups.models import Supervision
from hub.sms.models import Message
from hub.sms.quiet_hours import quiet_at
from hub.sms.send import say

TOLD_FROM = datetime.time(9, 30)
"""Half an hour after the steps of the day are taken, so that one message speaks of all communities of a town."""


def supervise(community: Community, day: datetime.date, count: int) -> None:
    """Notes `count` wishes that supervision is told of. Part of the transaction that took their steps."""
    Supervision.objects.create(community=community, day=day, count=count)


def tell_officers() -> int:
    """Writes the messages about what was noted and not told, one for each officer and day. Returns how many.

    What is noted after the day's message was written is told with the next day's.
    """
    moment = now().astimezone(TIME_ZONE)
    if moment.time() < TOLD_FROM or quiet_at(moment):
        return 0
    with transaction.atomic():
        waiting = list(
            Supervision.objects.select_for_update(of=("self",), skip_locked=True)
            .filter(told_at=None, day__lte=moment.date())
            .select_related("community")
            .order_by("community__region_code")
        )
        officers = {town: phones_of_officers(town) for town in sorted({_town_of(row) for row in waiting})}
        purposes = {phone: _purpose(phone, moment.date()) for phones in officers.values() for phone in phones}
        told = set(Message.objects.filter(purpose__in=purposes.values()).values_list("purpose", flat=True))
        waiting = [row for row in waiting if not any(purposes[phone] in told for phone in officers[_town_of(row)])]
        by_phone: dict[str, Counter[str]] = {}
        for row in waiting:
            town = _town_of(row)
            for phone in officers[town]:
                by_phone.setdefault(phone, Counter())[town] += row.count
        for phone, counts in by_phone.items():
            say(
                purpose=purposes[phone],
                template="supervision",
                phone=phone,
                params={"region": _names_of(counts), "count": str(counts.total())},
                community=None,
                expires_at=moment + datetime.timedelta(days=3),
            )
        Supervision.objects.filter(pk__in=[row.pk for row in waiting]).update(told_at=moment)
    return len(by_phone)


def _town_of(row: Supervision) -> str:
    return row.community.region_code[:9]


def _purpose(phone: str, day: datetime.date) -> str:
    return f"supervision {blind('person', phone, scope='hub')[:12].hex()} {day}"


def _names_of(towns: Iterable[str]) -> str:
    """The first town by its name, others by their number: a variable has no room for more."""
    codes = sorted(towns)
    region = Region.objects.filter(code=codes[0]).first()
    name = region.name if region else codes[0]
    return name if len(codes) == 1 else f"{name}等{len(codes)}个街镇"
