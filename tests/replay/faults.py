"""Faults to plant in the product, so that the replay shows whether it would find them: `--fault a_day_late`."""

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from types import ModuleType
from typing import Any

from hub.rollups import supervision
from hub.sms import sender
from tenants.campaigns import working_days
from tenants.claims import claiming, clock, extending
from tenants.claims.models import Claim
from tenants.escalation import audience, taking
from tenants.escalation.digests import Digests
from tests.replay import requests

Place = ModuleType | type
Change = tuple[Place, str, Any]


def _a_day_late() -> list[Change]:
    """T+1 has become T+2."""
    right = taking.claim_steps

    def wrong(policy: Any, **dates: Any) -> Any:
        rungs = [{**rung, "days": 2} if rung["days"] == 1 else rung for rung in policy["claim"]]
        return right({**policy, "claim": rungs}, **dates)

    return [(taking, "claim_steps", wrong)]


def _holiday_forgotten() -> list[Change]:
    """The days around the first of May are worked through like any others."""
    right = working_days.is_working_day

    def wrong(day: datetime.date) -> bool:
        return day.weekday() < 5 if day.month == 5 and day.day <= 5 else right(day)

    return [(working_days, "is_working_day", wrong)]


def _make_up_day_forgotten() -> list[Change]:
    """Nobody works at a weekend."""
    right = working_days.is_working_day
    return [(working_days, "is_working_day", lambda day: day.weekday() < 5 and right(day))]


def _deadline_a_day_early() -> list[Change]:
    """A claim has fourteen working days instead of fifteen."""
    right = claiming.add_working_days
    return [(claiming, "add_working_days", lambda day, days: right(day, days - 1))]


def _digest_doubled() -> list[Change]:
    """Each digest is said twice, by purposes of its own."""
    said, number = Digests.say, count()
    purpose = Digests._purpose

    def twice(self: Digests, moment: datetime.datetime) -> None:
        said(self, moment)
        said(self, moment)

    return [
        (Digests, "say", twice),
        (Digests, "_purpose", lambda self, phone, kind: f"{next(number)} {purpose(self, phone, kind)}"),
    ]


def _second_wish_left_out() -> list[Change]:
    """A digest speaks of the first wish alone."""
    right = Digests.add

    def wrong(self: Digests, listeners: Any, kind: str, *about: Any) -> None:
        right(self, [one for one in listeners if (one.phone, kind) not in self._by_person], kind, *about)

    return [(Digests, "add", wrong)]


def _recall_skipped() -> list[Change]:
    """Nothing is recalled by itself, though the step is taken."""
    return [(taking, "recall", lambda claim, **_: claim.wish)]


def _quiet_hours_broken() -> list[Change]:
    """The sender knows no night."""
    return [(sender, "quiet_at", lambda moment: False)]


def _steps_at_night() -> list[Change]:
    """Steps are taken at any hour."""
    return [(taking, "OPENS", datetime.time(0)), (taking, "CLOSES", datetime.time(23, 59))]


def _delivered_and_reminded() -> list[Change]:
    """The ladder does not ask whether the gift is there already."""
    right = taking.live_claims
    anyhow = Claim.objects.filter(ended_at=None).select_related("wish__campaign", "member")
    return [(taking, "live_claims", lambda: (right(), anyhow.all().prefetch_related("steps", "extensions"))[1])]


def _bell_too_late() -> list[Change]:
    """The bell of the next step rings a day after it."""
    right: Callable[..., datetime.datetime | None] = taking._at_nine

    def wrong(day: datetime.date | None, moment: datetime.datetime) -> datetime.datetime | None:
        return right(day + datetime.timedelta(days=1) if day else None, moment)

    return [(taking, "_at_nine", wrong)]


def _handover_untold() -> list[Change]:
    """Whoever takes over a claim has to find out by themselves."""
    return [(taking, "taken_over", set)]


def _officers_not_told() -> list[Change]:
    """What was recalled is noted, and nobody hears of it."""
    return [(supervision, "phones_of_officers", lambda town: [])]


def _clock_not_stopped() -> list[Change]:
    """A claim is urged while its request is unanswered."""
    return [(clock, "stops_the_clock", lambda claim: False)]


def _every_request_stops() -> list[Change]:
    """Asking again puts the deadline off again."""
    right = extending.ask_for_extension

    def wrong(claim: Claim, **asked: Any) -> Any:
        made = right(claim, **asked)
        made.stops_clock = True
        made.save(update_fields=["stops_clock"])
        return made

    return [(requests, "ask_for_extension", wrong)]


def _missed_steps_made_up() -> list[Change]:
    """Refused after the deadline, all that was missed happens at once."""
    return [(clock, "rungs_count_from", lambda claim: claim.deadline)]


def _waiting_forgotten(scope: str) -> Callable[[], list[Change]]:
    def fault() -> list[Change]:
        right = taking.all_that_waits
        return [(taking, "all_that_waits", lambda today: (one for one in right(today) if one.scope != scope))]

    fault.__name__ = f"_{scope}_forgotten"
    fault.__doc__ = f"Nobody hears of what waits: {scope}."
    return fault


def _said_once_only() -> list[Change]:
    """The last notice does not come again."""
    right = taking.waiting_steps
    return [(taking, "waiting_steps", lambda policy, **of: right({**policy, "again_days": 10_000}, **of))]


def _secretary_calls_themself() -> list[Change]:
    """A late secretary is asked to look after the own claim, and staff hear nothing of it."""
    return [(audience, "_is", lambda listener, claim: False)]


def _missing_secretary_unheard() -> list[Change]:
    """What a branch without a secretary should hear is heard by nobody."""
    right = audience.Audience._secretaries_of

    def wrong(self: Any, branch_id: Any, claim: Any) -> Any:
        return right(self, branch_id, claim) if self._secretaries.get(branch_id) else []

    return [(audience.Audience, "_secretaries_of", wrong)]


def _supervision_of_recalls_alone() -> list[Change]:
    """The town hears of what was recalled, and of nothing else that lies undone."""
    return [(taking, "SUPERVISION", "nothing")]


FAULTS: dict[str, Callable[[], list[Change]]] = {
    fault.__name__[1:]: fault
    for fault in (
        _a_day_late, _holiday_forgotten, _make_up_day_forgotten, _deadline_a_day_early, _digest_doubled,
        _second_wish_left_out, _recall_skipped, _quiet_hours_broken, _steps_at_night, _delivered_and_reminded,
        _bell_too_late, _officers_not_told, _handover_untold,
        _clock_not_stopped, _every_request_stops, _missed_steps_made_up, _said_once_only, _secretary_calls_themself,
        _missing_secretary_unheard, _supervision_of_recalls_alone,
        *(_waiting_forgotten(scope) for scope in ("admitted", "backstopped", "follow_up", "request")),
    )
}  # fmt: skip


@contextmanager
def planted(name: str | None) -> Iterator[None]:
    """The product with that fault in the block; without one for None. Raises ValueError for an unknown name."""
    if name is not None and name not in FAULTS:
        raise ValueError(f"There is no fault “{name}”. There are: {', '.join(FAULTS)}.")
    changes = FAULTS[name]() if name else []
    before = [(place, what, vars(place)[what]) for place, what, _ in changes]
    try:
        for place, what, wrong in changes:
            setattr(place, what, wrong)
        yield
    finally:
        for place, what, right in before:
            setattr(place, what, right)
