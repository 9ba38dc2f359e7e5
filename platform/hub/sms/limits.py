"""How many messages go out at most: well below what providers let through (sms.md), so that a fault of ours, not
theirs, is what is noticed first.

Counted is the first hand-over of a message, in the transaction that takes it for sending (a second attempt is the same
message). Rows of counters are locked in one order by every sender, so the limits are exact however many send at once.
One-time codes are not counted here: hub.accounts.limits holds them, and a code must not wait behind notices.

Over a limit of a day a message waits for the next morning, if its own moment lasts that long (its `expires_at`: an
urging is true for two days, a decision for three, a reminder for one); else, and over a year's limit, it is suppressed
and its person comes on the visit list. Nothing is dropped without a trace.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from hub.clock import TIME_ZONE, now
from hub.communities.models import Community
from hub.privacy.blind import blind
from hub.sms.models import Counted, Message

NUMBER, COMMUNITY, YEAR = "limit_number", "limit_community", "limit_year"
"""Of a number and day, a community and day, a community and year (all its campaigns); `Message.why` says so."""

GOES_ON = datetime.time(9)


@dataclass(frozen=True)
class _Counter:
    why: str
    subject: bytes
    until: datetime.date
    most: int


def within(messages: Sequence[Message]) -> tuple[list[Message], dict[str, list[Message]]]:
    """Counts those of these messages that may go out; returns them, and the others by the limit that they are over.

    To be called in the transaction that takes the messages; what was counted is given back with it.
    """
    today = now().astimezone(TIME_ZONE).date()
    wanted = {message.pk: _counters(message, today) if message.attempt == 0 else [] for message in messages}
    counters = {counter.subject: counter for each in wanted.values() for counter in each}
    subjects = sorted(counters)
    # In one order, so that no two senders wait for each other; a new row is locked by being made.
    Counted.objects.bulk_create(
        [Counted(subject=subject, until=counters[subject].until) for subject in subjects], ignore_conflicts=True
    )
    rows = {
        bytes(row.subject): row
        for row in Counted.objects.select_for_update(no_key=True).filter(subject__in=subjects).order_by("subject")
    }
    may: list[Message] = []
    over: dict[str, list[Message]] = {}
    for message in messages:
        full = next((c.why for c in wanted[message.pk] if rows[c.subject].count >= c.most), None)
        if full is not None:
            over.setdefault(full, []).append(message)
            continue
        for counter in wanted[message.pk]:
            rows[counter.subject].count += 1
        may.append(message)
    Counted.objects.bulk_update(rows.values(), ["count"])
    return may, over


def put_off(messages: Sequence[Message], why: str) -> None:
    """What becomes of messages over a limit: tomorrow morning, or never."""
    moment = now()
    tomorrow = moment.astimezone(TIME_ZONE).date() + datetime.timedelta(days=1)
    morning = datetime.datetime.combine(tomorrow, GOES_ON, TIME_ZONE)
    waits = [m.pk for m in messages if why != YEAR and (m.expires_at is None or m.expires_at > morning)]
    never = [m.pk for m in messages if m.pk not in set(waits)]
    Message.objects.filter(pk__in=waits).update(not_before=morning, why=why)
    Message.objects.filter(pk__in=never).update(state=Message.State.SUPPRESSED, why=why, settled_at=moment)


def counted(community: Community) -> dict[str, tuple[int, int]]:
    """Of the community's day and year: how many were handed over, and how many may be."""
    today = now().astimezone(TIME_ZONE).date()
    counters = _of_community(str(community.pk), today)
    found = dict(Counted.objects.filter(subject__in=[c.subject for c in counters]).values_list("subject", "count"))
    known = {bytes(subject): count for subject, count in found.items()}
    return {counter.why: (known.get(counter.subject, 0), counter.most) for counter in counters}


def forget_old_counts() -> int:
    """Deletes counters of days and years that are over, and returns how many. Safe at any time."""
    return Counted.objects.filter(until__lt=now().astimezone(TIME_ZONE).date()).delete()[0]


def _counters(message: Message, today: datetime.date) -> list[_Counter]:
    number = blind(NUMBER, f"{message.phone} {today}", scope="hub")
    community = _of_community(str(message.community_id), today) if message.community_id else []
    return [*community, _Counter(NUMBER, number, today, settings.WISHBRIDGE_SMS_A_NUMBER_AND_DAY)]


def _of_community(community: str, today: datetime.date) -> list[_Counter]:
    end = datetime.date(today.year, 12, 31)
    day, year = settings.WISHBRIDGE_SMS_A_COMMUNITY_AND_DAY, settings.WISHBRIDGE_SMS_A_COMMUNITY_AND_YEAR
    return [
        # The year first: what is over both need not wait for tomorrow to learn it.
        _Counter(YEAR, blind(YEAR, f"{community} {today.year}", scope="hub"), end, year),
        _Counter(COMMUNITY, blind(COMMUNITY, f"{community} {today}", scope="hub"), today, day),
    ]
