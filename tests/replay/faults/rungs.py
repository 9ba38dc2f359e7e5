"""Faults of a claim's rungs, of the bells that wake the ladder, and of its hours."""

import datetime
from collections.abc import Callable
from typing import Any

from tenants.claims.models import Claim
from tenants.escalation import taking
from tests.replay.faults.planting import Change, Fault


def _other_rungs(change: Callable[[dict[str, Any]], dict[str, Any] | None]) -> list[Change]:
    right = taking.claim_steps

    def wrong(policy: Any, **dates: Any) -> Any:
        rungs = [changed for rung in policy["claim"] if (changed := change(rung)) is not None]
        return right({**policy, "claim": rungs}, **dates)

    return [(taking, "claim_steps", wrong)]


def a_day_late() -> list[Change]:
    """T+1 has become T+2."""
    return _other_rungs(lambda rung: {**rung, "days": 2} if rung["days"] == 1 else rung)


def secretary_not_urged() -> list[Change]:
    """The branch's secretary hears of no late claim."""
    return _other_rungs(lambda rung: {**rung, "to": ["claimer"]} if rung["what"] == "urging" else rung)


def claimer_not_urged() -> list[Change]:
    """Only the branch's secretary hears of a late claim."""
    return _other_rungs(lambda rung: {**rung, "to": ["secretary"]} if rung["what"] == "urging" else rung)


def _left_out(what: str) -> Fault:
    def fault() -> list[Change]:
        return _other_rungs(lambda rung: None if rung["what"] == what else rung)

    fault.__name__, fault.__doc__ = f"{what}_left_out", f"Nothing is ever said or done about a claim: {what}."
    return fault


def recall_skipped() -> list[Change]:
    """Nothing is recalled by itself, though the step is taken."""
    return [(taking, "recall", lambda claim, **_: claim.wish)]


def delivered_and_reminded() -> list[Change]:
    """The ladder does not ask whether the gift is there already."""
    right = taking.live_claims
    anyhow = Claim.objects.filter(ended_at=None).select_related("wish__campaign", "member")
    return [(taking, "live_claims", lambda: (right(), anyhow.all().prefetch_related("steps", "extensions"))[1])]


def reminded_at_once() -> list[Change]:
    """Whoever has just been given more time hears of the reminders that it has missed."""
    right = taking.claim_steps
    return [(taking, "claim_steps", lambda policy, **dates: right(policy, **{**dates, "agreed_on": datetime.date.min}))]


def handover_untold() -> list[Change]:
    """Whoever takes over a claim has to find out by themselves."""
    return [(taking, "taken_over", set)]


def bell_too_late() -> list[Change]:
    """The bell of the next step rings a day after it."""
    right: Callable[..., datetime.datetime | None] = taking._at_nine

    def wrong(day: datetime.date | None, moment: datetime.datetime) -> datetime.datetime | None:
        return right(day + datetime.timedelta(days=1) if day else None, moment)

    return [(taking, "_at_nine", wrong)]


def steps_at_night() -> list[Change]:
    """Steps are taken at any hour."""
    return [(taking, "OPENS", datetime.time(0)), (taking, "CLOSES", datetime.time(23, 59))]


FAULTS = (
    a_day_late, secretary_not_urged, claimer_not_urged, _left_out("reminder"), _left_out("urging"),
    _left_out("decision"), _left_out("recall"), recall_skipped, delivered_and_reminded, reminded_at_once,
    handover_untold, bell_too_late, steps_at_night,
)  # fmt: skip
