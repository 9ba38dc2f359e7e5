"""Faults of who hears: secretaries that are late or missing, officers that are."""

from typing import Any

from django.db.models import Q

from hub.rollups import supervision
from tenants.escalation import audience, rechecking, waiting
from tenants.escalation.audience import Audience
from tests.replay.faults.planting import Change


def secretary_calls_themself() -> list[Change]:
    """A late secretary is asked to look after the own claim, and staff hear nothing of it."""
    return [(audience, "_is", lambda listener, claim: False)]


def late_secretary_spared() -> list[Change]:
    """A secretary who is late is not urged as other claimers are."""
    right = Audience.of_step

    def wrong(self: Audience, step: Any, *, claim: Any, branch_id: Any) -> Any:
        found = right(self, step, claim=claim, branch_id=branch_id)
        theirs = {member for _, member in self._secretaries.get(branch_id, [])}
        return [one for one in found if not (one.audience == "claimer" and one.member_id in theirs)]

    return [(Audience, "of_step", wrong)]


def secretarys_part_unheard() -> list[Change]:
    """Where all that is late in a branch is its secretary's, staff hear nothing."""
    right = Audience._secretaries_of

    def wrong(self: Any, branch_id: Any, claim: Any) -> Any:
        found = right(self, branch_id, claim)
        return (
            found
            if not self._secretaries.get(branch_id) or claim is None
            else [one for one in found if one.audience != "staff"]
        )

    return [(Audience, "_secretaries_of", wrong)]


def staff_hear_of_every_late_secretary() -> list[Change]:
    """Staff hear the secretary's part though others of the branch are late too."""
    return [(Audience, "__init__", lambda self, late=(): setattr(self, "_late", {}))]


def missing_secretary_unheard() -> list[Change]:
    """What a branch without a secretary should hear is heard by nobody."""
    right = Audience._secretaries_of

    def wrong(self: Any, branch_id: Any, claim: Any) -> Any:
        return right(self, branch_id, claim) if self._secretaries.get(branch_id) else []

    return [(Audience, "_secretaries_of", wrong)]


def officers_not_told() -> list[Change]:
    """What was recalled is noted, and nobody hears of it."""
    return [(supervision, "phones_of_officers", lambda town: [])]


def asked_for_what_nobody_can_claim() -> list[Change]:
    """A secretary is asked to find somebody for a wish that is not on the board."""
    on_the_board = Q(pk__in=[])
    return [(place, "off_the_board", lambda: on_the_board) for place in (waiting, rechecking)]


FAULTS = (
    secretary_calls_themself, late_secretary_spared, secretarys_part_unheard, staff_hear_of_every_late_secretary,
    missing_secretary_unheard, officers_not_told, asked_for_what_nobody_can_claim,
)  # fmt: skip
