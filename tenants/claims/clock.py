"""The clock of a claim: which day its rungs count from, what stops it, and when it is overdue (domain.md, Escalation
ladder).

A request for more time that was made by the deadline stops the clock, one a claim. Until it is answered the claim is
neither late nor urged; staff are the ones who are reminded.
"""

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet

from hub.clock import TIME_ZONE, today
from hub.language import Text
from tenants.campaigns.working_days import working_days_between
from tenants.claims.models import Claim, Extension
from tenants.wishes.models import Wish

ENDED_UNANSWERED = (Extension.State.REFUSED, Extension.State.TAKEN_BACK, Extension.State.LAPSED)


def stops_the_clock(claim: Claim) -> bool:
    """Whether a request of the claimer's is open that stops the clock; of `extensions` that may be prefetched."""
    return any(row.stops_clock and row.state == Extension.State.OPEN for row in claim.extensions.all())


def rungs_count_from(claim: Claim) -> date:
    """T, for the rungs alone: the deadline; the day of the answer where the request that had stopped the clock was
    refused, or taken back, after the deadline had passed."""
    answers = [
        row.decided_at.astimezone(TIME_ZONE).date()
        for row in claim.extensions.all()
        if row.stops_clock and row.state in ENDED_UNANSWERED and row.decided_at is not None
    ]
    return max([claim.deadline, *answers])


def agreed_on(claim: Claim) -> date:
    """The day on which T was agreed upon: that of the claim, of the extension that was granted, of the answer, or of a day
    of need that the deadline followed."""
    granted = [
        row.decided_at.astimezone(TIME_ZONE).date()
        for row in claim.extensions.all()
        if row.decided_at is not None and row.state == Extension.State.GRANTED
    ]
    counted = rungs_count_from(claim)
    answered = [counted] if counted > claim.deadline else []
    followed = [claim.day_moved_on] if claim.day_moved_on else []
    return max([claim.claimed_at.astimezone(TIME_ZONE).date(), *granted, *answered, *followed])


def is_overdue(claim: Claim, *, on: date | None = None) -> bool:
    """Whether the gift is awaited and the midnight after the deadline has passed, also on a day off."""
    waiting = claim.ended_at is None and claim.wish.state == Wish.State.CLAIMED
    return waiting and claim.deadline < (on or today()) and not stops_the_clock(claim)


def waiting_for_the_gift(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Those of the claims whose gift is awaited."""
    return claims.filter(ended_at=None, wish__state=Wish.State.CLAIMED)


def stopped() -> Exists:
    """The condition that a claim's clock is stopped, for querysets of claims."""
    return Exists(Extension.objects.filter(claim=OuterRef("pk"), state=Extension.State.OPEN, stops_clock=True))


def overdue(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Those of the claims that are overdue (`is_overdue`), as lists, figures and the levels above count them."""
    return waiting_for_the_gift(claims).filter(~stopped(), deadline__lt=today())


class Standing(models.TextChoices):
    """How a claim stands to its deadline."""

    COMING = "coming"
    TODAY = "today"
    OVERDUE = "overdue"
    ASKING = "asking"
    """Its clock is stopped: it waits for an answer."""


def working_days_late(deadline: date, on: date) -> int:
    """By how many working days a deadline has passed on a day; 0 on days off right after it. For screens and messages."""
    return max(working_days_between(deadline, on), 0)


def standing_to_deadline(claim: Claim) -> tuple[str, Text | None]:
    """How a claim stands to its deadline, and the one sentence for it on all screens; ("", None) once nothing is awaited.

    It falls due on T alone; from the midnight after it is overdue, on a day off too, and the number of working days is
    said from one on (domain.md, Escalation ladder).
    """
    if claim.ended_at is not None or claim.wish.state != Wish.State.CLAIMED:
        return "", None
    day = claim.deadline
    zh, en = f"{day.month}月{day.day}日到期", f"due on {day:%-d %b}"
    if stops_the_clock(claim):
        return Standing.ASKING, Text(zh=f"等社区答复（{zh}）", en=f"Waiting for an answer ({en})")
    if day < today():
        days = working_days_late(day, today())
        late = (
            Text(zh=f" {days} 个工作日", en=f" by {days} working day{'s' if days > 1 else ''}")
            if days
            else Text("", "")
        )
        return Standing.OVERDUE, Text(zh=f"已逾期{late.zh}（{zh}）", en=f"Overdue{late.en} ({en})")
    days = working_days_between(today(), day)
    if day == today():
        return Standing.TODAY, Text(zh="今天到期", en="Due today")
    if days == 1:
        return Standing.COMING, Text(zh="下个工作日到期", en="Due on the next working day")
    if days == 0:
        return Standing.COMING, Text(zh=zh, en=en.capitalize())
    return Standing.COMING, Text(zh=f"还有 {days} 个工作日", en=f"{days} working days left")
