"""Claims that want a decision of staff: extend, recall or backstop. What was said about them, and what comes by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from hub.clock import today
from tenants.campaigns.models import Campaign
from tenants.campaigns.working_days import add_working_days
from tenants.claims import clock
from tenants.claims.answers import claims_for_rows
from tenants.claims.models import Claim
from tenants.escalation.ladder import CLAIMER, DECISION, RECALL, REMINDER, SECRETARY, URGING
from tenants.escalation.models import StepTaken
from tenants.escalation.policy import ladder_of_claim
from tenants.wishes.models import Wish


@dataclass(frozen=True)
class Standing:
    """Where a claim stands on its ladder.

    `decide_from`: the day from which staff are asked to decide. `recalled_on`: the day on which it is recalled if they
    do not; None where the policy leaves that to them. `reminded` and `urged` count the steps that the claimer was told
    of for the present deadline; `secretary_told`: the branch's secretary was urged too.
    """

    decide_from: date
    recalled_on: date | None
    reminded: int
    urged: int
    secretary_told: bool

    @property
    def wants_decision(self) -> bool:
        """Whether the day has come."""
        return self.decide_from <= today()


def claims_on_the_ladder(campaigns: Sequence[Campaign]) -> QuerySet[Claim]:
    """These campaigns' claims whose gift is awaited, by deadline, with what rows and `standing_of` read."""
    claims: QuerySet[Claim] = claims_for_rows()
    return (
        claims.filter(wish__campaign__in=campaigns, ended_at=None, wish__state=Wish.State.CLAIMED)
        .prefetch_related("steps__messages")
        .order_by("deadline", "claimed_at", "id")
    )


def to_decide(campaigns: Sequence[Campaign]) -> list[tuple[Claim, Standing]]:
    """Overdue claims whose decision step has come, those first that are recalled first."""
    overdue = clock.overdue(claims_on_the_ladder(campaigns))
    wanting = [(claim, where) for claim in overdue if (where := standing_of(claim)).wants_decision]
    return sorted(wanting, key=lambda pair: (pair[1].recalled_on or date.max, pair[0].deadline))


def standing_of(claim: Claim) -> Standing:
    """Takes a claim of `claims_on_the_ladder`."""
    ladder, counted_from = ladder_of_claim(claim), clock.rungs_count_from(claim)
    first = {
        what: min((r["days"] for r in ladder["claim"] if r["what"] == what), default=None)
        for what in (DECISION, RECALL)
    }
    decide = first[DECISION] or first[RECALL] or 1
    # While more time is asked for, nothing comes by itself.
    recall = first[RECALL] if ladder["recall_by_itself"] and not clock.stops_the_clock(claim) else None
    steps = [step for step in claim.steps.all() if step.counted_from == counted_from]
    return Standing(
        decide_from=add_working_days(counted_from, decide),
        recalled_on=None if recall is None else max(add_working_days(counted_from, recall), today()),
        reminded=_said(steps, REMINDER, CLAIMER),
        urged=_said(steps, URGING, CLAIMER),
        secretary_told=_said(steps, URGING, SECRETARY) > 0,
    )


def _said(steps: Iterable[StepTaken], what: str, audience: str) -> int:
    return sum(
        step.what == what and any(message.audience == audience for message in step.messages.all()) for step in steps
    )
