"""Faults of what people take back at once."""

from typing import Any

from hub.clock import now
from tenants.claims import undoing
from tests.replay.faults.planting import Change


def clock_begins_anew() -> list[Change]:
    """What was done and taken back lets the wish wait from then on only."""
    return [(undoing, "stood_since", lambda wish, state, *, before: now())]


def more_time_stays() -> list[Change]:
    """The deadline of an extension that was taken back stays."""
    return [(undoing, "_deadline_of_before", lambda claim, given: None)]


def answer_cannot_be_taken_back() -> list[Change]:
    """A request whose refusal was taken back is not open again."""
    right = undoing._answered

    def wrong(wish: Any, last: Any, by: Any) -> None:
        right(wish, last, by)
        for claim in wish.claims.filter(ended_at=None):
            claim.extensions.filter(state="open").update(state="lapsed", decided_at=now())

    return [(undoing, "ACTS", {**undoing.ACTS, "extension_refused": wrong, "extended": wrong})]


def request_forgotten_with_the_claim() -> list[Change]:
    """A claim that was recalled by mistake comes back without its request for more time."""
    return [(undoing, "_ask_again", lambda claim, ended_at: None)]


FAULTS = (clock_begins_anew, more_time_stays, answer_cannot_be_taken_back, request_forgotten_with_the_claim)
