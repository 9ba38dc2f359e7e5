"""The ladder, pure: policy + dates + working-day calendar → steps (domain.md, Escalation ladder).

Nothing here reads a clock, a database or a setting, so every rule of time can be tried with plain values.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

AddWorkingDays = Callable[[date, int], date]

REMINDER = "reminder"
URGING = "urging"
DECISION = "decision"
RECALL = "recall"
SUPERVISION = "supervision"
NOTICE = "notice"
HANDOVER = "handover"
"""Said to whoever takes over a claim, at once: no rung of a policy, since nobody may be left to find out."""

CLAIMER = "claimer"
SECRETARY = "secretary"
STAFF = "staff"
OFFICER = "officer"

DEFAULT: Mapping[str, Any] = {
    "claim": [
        {"days": -5, "what": REMINDER, "to": [CLAIMER]},
        {"days": -1, "what": REMINDER, "to": [CLAIMER]},
        {"days": 1, "what": URGING, "to": [CLAIMER, SECRETARY]},
        {"days": 3, "what": DECISION, "to": [STAFF]},
        {"days": 5, "what": RECALL, "to": [OFFICER]},
    ],
    "open": [{"days": 10, "what": NOTICE, "to": [SECRETARY]}, {"days": 15, "what": NOTICE, "to": [STAFF]}],
    "collected": [{"days": 5, "what": NOTICE, "to": [STAFF]}],
    "verified": [{"days": 5, "what": NOTICE, "to": [STAFF]}],
    "delivered": [{"days": 3, "what": NOTICE, "to": [STAFF]}],
    "recall_by_itself": True,
}
"""`claim` counts from the deadline day T, the others from the day on which the state began; all in working days."""

WAITING_STATES = ("open", "collected", "verified", "delivered")


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
    claimed_on: date,
    deadline: date,
    add: AddWorkingDays,
    taken_over_on: date | None = None,
) -> list[Step]:
    """The steps of a claim, in the order of their days. One that would fall on the day of the claim or before it is
    left out: nobody is reminded of what they took on a moment ago. Who took it over from somebody is told of that."""
    steps = [_step(rung, f"T{rung['days']:+d}", add(deadline, rung["days"])) for rung in policy["claim"]]
    kept = [step for step in steps if step.day > claimed_on]
    kept += [Step(HANDOVER, HANDOVER, taken_over_on, (CLAIMER,))] if taken_over_on else []
    return sorted(kept, key=lambda step: step.day)


def waiting_steps(policy: Mapping[str, Any], *, state: str, since: date, add: AddWorkingDays) -> list[Step]:
    """The steps of a wish that has been in a waiting state since a day; none for other states."""
    return [
        _step(rung, f"{state}+{rung['days']}", add(since, rung["days"]))
        for rung in (policy.get(state, []) if state in WAITING_STATES else [])
    ]


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
