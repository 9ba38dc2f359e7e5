"""A claim's deadline and the day by which its wish is needed (domain.md, Several campaigns beside each other).

The deadline is what was counted, and never lies behind that day. So it follows when staff set another day, earlier or
later, and a corrected calendar stops at it too.
"""

from datetime import date

from hub.clock import today
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.working_days import add_working_days, is_working_day
from tenants.claims.models import Claim
from tenants.wishes.models import Wish


def latest(deadline: date, needed_by: date | None, *, on: date) -> date:
    """The deadline that was counted, or the day of need where that comes first; the last working day before it where it
    is a day off. `on` is the day on which that is worked out: no deadline is set to a day before it that need not be.
    """
    if needed_by is None:
        return deadline
    return min(deadline, max(_last_working_day(needed_by), min(on, needed_by)))


def follow(claim: Claim, wish: Wish) -> tuple[date, date] | None:
    """Sets the deadline of a live claim after the day of need of its wish has changed, and stores it. The first deadline
    stays. Returns the deadline of before and the new one, None where it stays.

    A deadline that was counted and has passed stays: a day of need that is still to come gives nobody more time.
    """
    before = claim.deadline
    counted = max(add_working_days(claim.counted_from, claim.counted_days), before)
    after = latest(counted, wish.needed_by, on=today())
    if after == before:
        return None
    claim.deadline, claim.day_moved_on = after, today()
    claim.save(update_fields=["deadline", "day_moved_on"])
    return before, after


def no_more_time(wish: Wish) -> Refusal:
    """What whoever asks for time beyond the day of need, or gives it, is told."""
    return Refusal(
        "needed_by_reached",
        Text(
            zh="心愿 {number} 要在 {day} 前用到，不能再延期。社区另定日子后才能延。",
            en="Wish {number} is needed by {day}: there is no more time to give unless staff set another day.",
        ),
        number=wish.number,
        day=wish.needed_by.isoformat() if wish.needed_by else "",
    )


def _last_working_day(day: date) -> date:
    return day if is_working_day(day) else add_working_days(day, -1)
