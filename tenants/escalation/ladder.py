"""The ladder, pure: policy + dates + working-day calendar → steps (domain.md, Escalation ladder).

Nothing here reads a clock, a database or a setting, so every rule of time can be tried with plain values.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tenants.campaigns.default_ladder import (
    CLAIMER,
    DECISION,
    DEFAULT,
    NOTICE,
    OFFICER,
    RECALL,
    REMINDER,
    SECRETARY,
    STAFF,
    SUPERVISION,
    URGING,
)

__all__ = (
    "AFTER_THE_DEADLINE", "CLAIMER", "DECISION", "DEFAULT", "FOLLOW_UP", "HANDOVER", "NOTICE", "OFFICER", "RECALL", "REMINDER", "REQUEST",
    "SECRETARY", "STAFF", "SUPERVISION", "URGING", "WAITING", "WAITING_STATES", "Step", "claim_steps", "due_steps",
    "next_day", "still_true", "waiting_steps",
)  # fmt: skip

AddWorkingDays = Callable[[date, int], date]

HANDOVER = "handover"
"""Said to whoever takes over a claim, at once: no rung of a policy, since nobody may be left to find out."""

WAITING_STATES = ("open", "collected", "verified", "admitted", "delivered", "backstopped")
"""States of a wish that wait for somebody."""

FOLLOW_UP, REQUEST = "follow_up", "request"

WAITING = (*WAITING_STATES, FOLLOW_UP, REQUEST)
"""All that waits: wishes in a state, wanted follow-ups, requests for more time."""

AFTER_THE_DEADLINE = frozenset({URGING, DECISION, RECALL})
"""What does not happen to a claim whose clock is stopped; it is reminded all the same."""


@dataclass(frozen=True)
class Step:
    """One rung: what is to happen on `day` and to whom. `key` tells it from the other rungs of the same thing."""

    key: str
    what: str
    day: date
    to: tuple[str, ...]


def claim_steps(
    policy: Mapping[str, Any],
    *,
    agreed_on: date,
    deadline: date,
    add: AddWorkingDays,
    taken_over_on: date | None = None,
    stopped: bool = False,
) -> list[Step]:
    """The steps of a claim, in the order of their days.

    `deadline` is the T of its rungs. A step that would fall on the day on which that was agreed upon or before it is left
    out: nobody is reminded of what they took on a moment ago, and what was missed is not made up. While the clock is
    `stopped` there are reminders only. Who took it over from somebody is told of that.
    """
    steps = [_step(rung, f"T{rung['days']:+d}", add(deadline, rung["days"])) for rung in policy["claim"]]
    kept = [step for step in steps if step.day > agreed_on and not (stopped and step.what in AFTER_THE_DEADLINE)]
    kept += [Step(HANDOVER, HANDOVER, taken_over_on, (CLAIMER,))] if taken_over_on else []
    return sorted(kept, key=lambda step: step.day)


def waiting_steps(
    policy: Mapping[str, Any], *, scope: str, since: date, today: date, add: AddWorkingDays
) -> list[Step]:
    """The steps of what has been waiting (`WAITING`) since a day; none for what is not.

    The last notice to staff comes again and again while it lasts: of these repetitions the newest that is due is a
    step, and the next. Several that were missed are one.
    """
    rungs = policy[scope] if scope in WAITING else []
    steps = [_step(rung, f"{scope}+{rung['days']}", add(since, rung["days"])) for rung in rungs]
    told_staff = [rung for rung in rungs if rung["what"] == NOTICE and STAFF in rung["to"]]
    if told_staff:
        last, again = max(told_staff, key=lambda rung: rung["days"]), policy["again_days"]
        days, coming = last["days"] + again, add(add(since, last["days"]), again)
        due = None
        while coming <= today:
            due = _step(last, f"{scope}+{days}", coming)
            days, coming = days + again, add(coming, again)
        steps += [due] if due else []
        steps.append(_step(last, f"{scope}+{days}", coming))
    return sorted(steps, key=lambda step: step.day)


def due_steps(steps: Iterable[Step], *, today: date, taken: Iterable[str]) -> list[Step]:
    """The steps whose day has come and that were not taken."""
    done = set(taken)
    return [step for step in steps if step.day <= today and step.key not in done]


def still_true(step: Step, *, today: date, deadline: date | None) -> bool:
    """Whether a step that comes late still says the truth: a reminder is void once the deadline has passed."""
    return step.what != REMINDER or deadline is None or today <= deadline


def next_day(steps: Sequence[Step], *, today: date, taken: Iterable[str]) -> date | None:
    """The day of the next step that was not taken; a past one counts as today. None when there is none."""
    done = set(taken)
    days = [max(step.day, today) for step in steps if step.key not in done]
    return min(days, default=None)


def _step(rung: Mapping[str, Any], key: str, day: date) -> Step:
    return Step(key, rung["what"], day, tuple(rung["to"]))
