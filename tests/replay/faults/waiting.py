"""Faults of what waits: nobody hears of it, from another day on, too often, or by another count."""

import datetime
from dataclasses import replace
from typing import Any

from hub.clock import TIME_ZONE
from tenants.escalation import taking, waiting
from tenants.escalation.ladder import NOTICE, SUPERVISION, WAITING, Step
from tests.replay.faults.planting import Change, Fault


def _forgotten(scope: str) -> Fault:
    def fault() -> list[Change]:
        right = taking.all_that_waits
        return [(taking, "all_that_waits", lambda today: (one for one in right(today) if one.scope != scope))]

    fault.__name__, fault.__doc__ = f"{scope}_forgotten", f"Nobody hears of what waits: {scope}."
    return fault


def said_once_only() -> list[Change]:
    """The last notice does not come again."""
    right = taking.waiting_steps
    return [(taking, "waiting_steps", lambda policy, **of: right({**policy, "again_days": 10_000}, **of))]


def said_every_week() -> list[Change]:
    """The last notice comes again after five working days."""
    right = taking.waiting_steps
    return [(taking, "waiting_steps", lambda policy, **of: right({**policy, "again_days": 5}, **of))]


def supervision_again() -> list[Change]:
    """An officer hears again and again of what still waits."""
    right = taking.waiting_steps

    def wrong(policy: Any, *, scope: str, since: datetime.date, today: datetime.date, add: Any) -> list[Step]:
        steps = right(policy, scope=scope, since=since, today=today, add=add)
        again = [
            replace(step, key=f"{step.key} again", day=add(step.day, 2)) for step in steps if step.what == SUPERVISION
        ]
        return [*steps, *again]

    return [(taking, "waiting_steps", wrong)]


def staff_before_the_secretary() -> list[Change]:
    """Staff hear first of what nobody claims."""
    right = taking.waiting_steps

    def wrong(policy: Any, **of: Any) -> Any:
        opened = [{**rung, "to": ["staff"]} if rung["what"] == NOTICE else rung for rung in policy["open"]]
        return right({**policy, "open": opened}, **of)

    return [(taking, "waiting_steps", wrong)]


def counted_from_the_survey() -> list[Change]:
    """A wish waits since it was collected, in whatever state."""

    def wrong(wish: Any, today: datetime.date) -> datetime.date:
        first = wish.history.order_by("at").first()
        return first.at.astimezone(TIME_ZONE).date() if first else today

    return [(waiting, "waits_since", wrong)]


def follow_up_from_the_delivery() -> list[Change]:
    """A follow-up waits since the gift was brought, whenever that was confirmed."""

    def wrong(wish: Any) -> Any:
        return next((each.at.astimezone(TIME_ZONE).date() for each in wish.current_ones), None)

    return [(waiting, "confirmed_on", wrong)]


def supervision_of_recalls_alone() -> list[Change]:
    """The town hears of what was recalled, and of nothing else that lies undone."""
    return [(taking, "SUPERVISION", "nothing")]


FAULTS = (
    *(_forgotten(scope) for scope in WAITING), said_once_only, said_every_week, supervision_again,
    staff_before_the_secretary, counted_from_the_survey, follow_up_from_the_delivery, supervision_of_recalls_alone,
)  # fmt: skip
