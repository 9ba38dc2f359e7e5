"""Faults of what was agreed: a policy or a default that changes promises which run."""

from typing import Any, cast

from tenants.campaigns import default_ladder
from tenants.claims.models import Claim
from tenants.escalation import taking
from tests.replay.faults.planting import Change


def default_for_what_runs() -> list[Change]:
    """A claim takes the program's ladder of the day."""
    return [(taking, "ladder_of_claim", lambda claim: default_ladder.DEFAULT)]


def campaigns_ladder_for_what_runs() -> list[Change]:
    """A claim takes its campaign's ladder of the day."""
    return [(taking, "ladder_of_claim", lambda claim: claim.wish.campaign.ladder)]


def default_for_what_is_not_changed() -> list[Change]:
    """A claim keeps what its campaign had changed, and takes the rest from the program of the day."""

    def wrong(claim: Claim) -> dict[str, Any]:
        theirs = cast("dict[str, Any]", claim.policy["ladder"])
        default = dict(default_ladder.DEFAULT)
        return {**default, **{name: theirs[name] for name in ("claim",) if theirs[name] != BEFORE[name]}}

    return [(taking, "ladder_of_claim", wrong)]


BEFORE = default_ladder.whole_ladder()


def default_for_what_waits() -> list[Change]:
    """What waits is told by the program's ladder of the day."""
    right = taking.waiting_steps
    return [(taking, "waiting_steps", lambda policy, **of: right(default_ladder.DEFAULT, **of))]


FAULTS = (
    default_for_what_runs, campaigns_ladder_for_what_runs, default_for_what_is_not_changed, default_for_what_waits,
)  # fmt: skip
