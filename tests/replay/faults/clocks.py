"""Faults of a claim's clock: what stops it, from where it goes on, and when a claim is overdue."""

import datetime
from typing import Any

from hub.clock import today
from tenants.campaigns.working_days import add_working_days, is_working_day
from tenants.claims import clock, extending
from tenants.claims.models import Claim, Extension
from tenants.escalation import ladder, taking
from tenants.figures import counting
from tests.replay import requests
from tests.replay.faults.planting import Change


def clock_not_stopped() -> list[Change]:
    """A claim is urged while its request is unanswered."""
    return [(clock, "stops_the_clock", lambda claim: False)]


def every_request_stops() -> list[Change]:
    """Asking again puts the deadline off again."""
    right = extending.ask_for_extension

    def wrong(claim: Claim, **asked: Any) -> Any:
        made = right(claim, **asked)
        made.stops_clock = True
        made.save(update_fields=["stops_clock"])
        return made

    return [(requests, "ask_for_extension", wrong)]


def silent_while_asked() -> list[Change]:
    """Whoever has asked for more time is not reminded either."""
    return [(ladder, "AFTER_THE_DEADLINE", frozenset({*ladder.AFTER_THE_DEADLINE, ladder.REMINDER}))]


def overdue_while_asked() -> list[Change]:
    """Lists and figures call a claim overdue while it waits for an answer."""

    def wrong(claims: Any) -> Any:
        return clock.waiting_for_the_gift(claims).filter(deadline__lt=today())

    return [(clock, "overdue", wrong), (counting, "overdue_claims", wrong)]


def overdue_on_the_deadline() -> list[Change]:
    """A claim is overdue on its last day already."""

    def wrong(claims: Any) -> Any:
        return clock.waiting_for_the_gift(claims).filter(~clock.stopped(), deadline__lte=today())

    return [(clock, "overdue", wrong), (counting, "overdue_claims", wrong)]


def overdue_from_the_next_working_day() -> list[Change]:
    """On a Saturday, what was due on Friday is not overdue yet."""

    def wrong(claims: Any) -> Any:
        last = today() if is_working_day(today()) else add_working_days(today(), -1)
        return clock.waiting_for_the_gift(claims).filter(~clock.stopped(), deadline__lt=last)

    return [(clock, "overdue", wrong), (counting, "overdue_claims", wrong)]


def granted_from_the_old_deadline() -> list[Change]:
    """More time that is given after the deadline counts from the deadline."""

    def wrong(claim: Claim, days: int) -> tuple[datetime.date, datetime.date]:
        before = claim.deadline
        claim.counted_days += days
        claim.deadline = add_working_days(claim.counted_from, claim.counted_days)
        claim.save(update_fields=["counted_days", "deadline"])
        return before, claim.deadline

    return [(extending, "_put_off", wrong)]


def first_deadline_follows() -> list[Change]:
    """Whoever is given more time is on time by it."""
    right = extending._put_off

    def wrong(claim: Claim, days: int) -> tuple[datetime.date, datetime.date]:
        both = right(claim, days)
        Claim.objects.filter(pk=claim.pk).update(first_deadline=both[1])
        return both

    return [(extending, "_put_off", wrong)]


def missed_steps_made_up() -> list[Change]:
    """Refused after the deadline, all that was missed happens at once."""
    return [(clock, "rungs_count_from", lambda claim: claim.deadline)]


def taking_back_is_no_answer() -> list[Change]:
    """A request that is taken back after the deadline has never been."""
    return [(clock, "ENDED_UNANSWERED", (Extension.State.REFUSED, Extension.State.LAPSED))]


def asked_and_recalled() -> list[Change]:
    """Staff are not reminded of a request, the claim is recalled instead."""
    return [(taking, "claim_steps", lambda policy, **of: ladder.claim_steps(policy, **{**of, "stopped": False}))]


FAULTS = (
    clock_not_stopped, every_request_stops, silent_while_asked, overdue_while_asked, overdue_on_the_deadline,
    overdue_from_the_next_working_day, granted_from_the_old_deadline, first_deadline_follows, missed_steps_made_up,
    taking_back_is_no_answer, asked_and_recalled,
)  # fmt: skip
