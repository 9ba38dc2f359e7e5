"""The ladder told with dates: what would happen to a wish that is claimed on a day, when nothing happens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hub.calendars.year import Holiday
from tenants.campaigns.working_days import add_working_days, holidays_between, rests_on_provisional
from tenants.escalation.ladder import WAITING


@dataclass(frozen=True)
class ExampleStep:
    """A rung with its date. `provisional`: a year it counts through has no arrangement yet. `skipped`: the day is not
    after that of the claim, so nothing is said."""

    scope: str
    days: int
    what: str
    to: list[str]
    day: date
    provisional: bool
    skipped: bool = False


@dataclass(frozen=True)
class Example:
    """A claim of `claimed_on` from its first step to its last, and the holidays that lie between."""

    claimed_on: date
    deadline: date
    provisional: bool
    steps: list[ExampleStep]
    holidays: list[Holiday]


def example_of(ladder: Mapping[str, Any], *, claimed_on: date, claim_length_days: int) -> Example:
    """The steps of a claim made on that day, in working days of the calendar as it is known now."""
    deadline = add_working_days(claimed_on, claim_length_days)
    steps = [_step("claim", rung, deadline, claimed_on) for rung in ladder["claim"]]
    steps.sort(key=lambda step: step.days)
    last = max(step.day for step in steps)
    return Example(
        claimed_on,
        deadline,
        rests_on_provisional(claimed_on, deadline),
        steps,
        holidays_between(claimed_on, last),
    )


def waiting_examples(ladder: Mapping[str, Any], *, since: date) -> list[ExampleStep]:
    """The steps about what waits since that day."""
    return [_step(state, rung, since, since) for state in WAITING for rung in ladder[state]]


def _step(scope: str, rung: Mapping[str, Any], counted_from: date, begun: date) -> ExampleStep:
    day = add_working_days(counted_from, rung["days"])
    return ExampleStep(
        scope,
        rung["days"],
        rung["what"],
        list(rung["to"]),
        day,
        provisional=rests_on_provisional(begun, max(day, counted_from)),
        skipped=day <= begun,
    )
