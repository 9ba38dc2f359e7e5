"""Faults of the day by which a wish is needed."""

import datetime
from typing import Any

from tenants.claims import changing, claiming, extending, needed_by
from tenants.claims.models import Claim
from tenants.escalation import recalculating
from tests.replay.faults.planting import Change


def _as_counted(deadline: datetime.date, needed_by: Any, *, on: datetime.date) -> datetime.date:
    return deadline


def claimed_beyond_the_day() -> list[Change]:
    """A claim has its full length, whenever the wish is needed."""
    return [(claiming, "latest", _as_counted)]


def extended_beyond_the_day() -> list[Change]:
    """More time goes beyond the day by which the wish is needed."""
    return [(extending, "latest", _as_counted)]


def corrected_beyond_the_day() -> list[Change]:
    """A day off that comes late puts off what is needed by a day."""
    return [(recalculating, "latest", _as_counted)]


def claimed_though_it_is_too_late() -> list[Change]:
    """A wish can be claimed whose day has passed."""
    return [(claiming, "has_passed", lambda wish: False)]


def deadline_does_not_follow() -> list[Change]:
    """The day is set earlier, and the claimer keeps the old deadline."""
    return [(changing, "follow", lambda claim, wish: None)]


def first_deadline_follows_the_day() -> list[Change]:
    """With the day the first deadline moves too."""
    right = changing.follow

    def wrong(claim: Claim, wish: Any) -> Any:
        moved = right(claim, wish)
        if moved:
            Claim.objects.filter(pk=claim.pk).update(first_deadline=moved[1])
        return moved

    return [(changing, "follow", wrong)]


def deadline_on_a_day_off() -> list[Change]:
    """Where the wish is needed by a day off, the deadline is that day."""
    return [(needed_by, "_last_working_day", lambda day: day)]


FAULTS = (
    claimed_beyond_the_day, extended_beyond_the_day, corrected_beyond_the_day, claimed_though_it_is_too_late,
    deadline_does_not_follow, first_deadline_follows_the_day, deadline_on_a_day_off,
)  # fmt: skip
