"""Faults of working days: holidays, full days, deadlines."""

import datetime
from typing import Any

from tenants.campaigns import working_days
from tenants.campaigns.working_days import add_working_days
from tenants.claims import claiming
from tenants.escalation import recalculating
from tenants.wishes import opening
from tests.replay.faults.planting import Change


def holiday_forgotten() -> list[Change]:
    """The days around the first of May are worked through like any others."""
    right = working_days.is_working_day

    def wrong(day: datetime.date) -> bool:
        return day.weekday() < 5 if day.month == 5 and day.day <= 5 else right(day)

    return [(working_days, "is_working_day", wrong)]


def make_up_day_forgotten() -> list[Change]:
    """Nobody works at a weekend."""
    right = working_days.is_working_day
    return [(working_days, "is_working_day", lambda day: day.weekday() < 5 and right(day))]


def deadline_a_day_early() -> list[Change]:
    """A claim has fourteen working days instead of fifteen."""
    return [(claiming, "add_working_days", lambda day, days: add_working_days(day, days - 1))]


def deadline_in_days_of_the_week() -> list[Change]:
    """A claim's length counts weekends too."""
    return [(claiming, "add_working_days", lambda day, days: day + datetime.timedelta(days=days))]


def branch_days_cut() -> list[Change]:
    """The day of opening does not count among the days that a wish is its branch's alone."""
    return [(opening, "after_full_days", lambda day, days: add_working_days(day, days + 1))]


def branch_days_lost_to_a_weekend() -> list[Change]:
    """Opened on a day off, a wish is its branch's alone for a day less."""
    return [(opening, "after_full_days", add_working_days)]


def correction_without_effect() -> list[Change]:
    """A day that has become a day off moves no deadline."""
    return [(recalculating, "_changes", lambda claim, today: {})]


def correction_for_the_deadline_alone() -> list[Change]:
    """What was said of the old deadline is said again of the new one."""
    right = recalculating._move

    def wrong(claim: Any, wish: Any, changes: Any) -> None:
        steps = recalculating.StepTaken.objects.filter(claim=claim)
        before = {step.pk: step.counted_from for step in steps}
        right(claim, wish, changes)
        for pk, day in before.items():
            recalculating.StepTaken.objects.filter(pk=pk).update(counted_from=day)

    return [(recalculating, "_move", wrong)]


FAULTS = (
    holiday_forgotten, make_up_day_forgotten, deadline_a_day_early, deadline_in_days_of_the_week, branch_days_cut,
    branch_days_lost_to_a_weekend, correction_without_effect, correction_for_the_deadline_alone,
)  # fmt: skip
