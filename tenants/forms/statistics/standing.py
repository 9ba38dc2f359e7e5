"""How each wish of a campaign stood at the end of a day, told by the histories and never by the columns of today.

What happened is as it was then: state, decisions, claim with its deadline, delivery, follow-up, branch. What was only
put right since (name, address, telephone, the wish's words, budget) is as it stands now: a correction says what was true
all along, and what a resident had erased does not come back.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from tenants.campaigns.finding import Covered, covered
from tenants.campaigns.models import Campaign
from tenants.claims.models import IN_NO_RECORD, Claim, ClaimEntry, Delivery, FollowUp
from tenants.forms.statistics.days import end_of
from tenants.wishes.leaving import ENTERED_BY_MISTAKE
from tenants.wishes.models import Assessment, Verification, Wish, WishEntry

S = Wish.State
Made = TypeVar("Made", Verification, Assessment, Delivery, FollowUp)

BRANCH_VERBS = ("allocated", "allocation_undone")
"""Entries of a wish's history that moved it to another branch, with both names."""


@dataclass
class Standing:
    """One wish at the end of `day`. `claim` is the one in force: the live one, or the one that brought the gift.

    `deadline` and `first_deadline` are the claim's as they were then. `delivery` is the one that stands: not one that
    staff did not confirm. `follow_up` is the latest. `admitted`: ever, undone admissions excepted.
    """

    wish: Wish
    day: datetime.date
    state: str
    admitted: bool = False
    carried_in: bool = False
    withdrawn_because: str = ""
    remark: str = ""
    """Why it was withdrawn or backstopped, in words."""
    branch: str = ""
    verification: Verification | None = None
    assessment: Assessment | None = None
    claim: Claim | None = None
    deadline: datetime.date | None = None
    first_deadline: datetime.date | None = None
    delivery: Delivery | None = None
    follow_up: FollowUp | None = None


@dataclass
class _Told:
    """What a wish's history tells up to the moment."""

    state: str = ""
    admitted: bool = False
    carried_in: bool = False


@dataclass
class _Claims:
    """The claims made up to the moment, and what was changed on them since."""

    by_id: dict[UUID, Claim] = field(default_factory=dict)
    live: dict[UUID, Claim] = field(default_factory=dict)
    before: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    """Claim → what `deadline` and `first_deadline` were before the first change after the moment."""


def standings(of: Covered, day: datetime.date, *, people: bool = True) -> list[Standing]:
    """Every wish that was in the campaign, or in these campaigns of a year, by the end of the day, by number. A dozen
    queries, whatever their size. A wish that had been carried over from one of them into another is told where it arrived.

    With `people` the wishes carry their beneficiaries and households, for rows that name them.
    """
    campaigns = covered(of)
    moment = end_of(day)
    told = _histories(campaigns, moment)
    left = _why_it_left(campaigns, moment)
    branches = _branches(campaigns, moment)
    verified = _latest(
        Verification.objects.filter(wish__campaign__in=campaigns, at__lt=moment).exclude(undone_at__lt=moment)
    )
    assessed = _latest(
        Assessment.objects.filter(wish__campaign__in=campaigns, at__lt=moment).exclude(undone_at__lt=moment)
    )
    claims = _claims(campaigns, moment)
    deliveries = _latest(Delivery.objects.filter(wish__campaign__in=campaigns, at__lt=moment))
    answers = _latest(FollowUp.objects.filter(wish__campaign__in=campaigns, at__lt=moment))
    wishes = (
        Wish.objects.filter(campaign__in=campaigns)
        .defer("story")
        .select_related("branch", "campaign", "carried_from__campaign")
        .order_by("campaign__first_day", "campaign__prefix", "serial")
    )
    if people:
        wishes = wishes.select_related("beneficiary__household")
    found = []
    arrived = {wish.carried_from_id for wish in wishes if wish.pk in told}
    for wish in wishes:
        if wish.pk not in told:
            continue
        was = told[wish.pk]
        if was.state == S.CARRIED_OVER and wish.pk in arrived:
            continue
        why, remark = left.get(wish.pk, {}).get(was.state, ("", ""))
        if why == ENTERED_BY_MISTAKE:
            continue  # no figure counts it, and no list has it
        standing = Standing(
            wish=wish,
            day=day,
            state=was.state,
            admitted=was.admitted,
            carried_in=was.carried_in,
            withdrawn_because=why,
            remark=remark,
            branch=branches.get(wish.pk, wish.branch.name if wish.branch else ""),
            verification=verified.get(wish.pk),
            assessment=assessed.get(wish.pk),
            follow_up=answers.get(wish.pk),
        )
        _take_on(standing, claims, deliveries.get(wish.pk))
        found.append(standing)
    return found


def _take_on(standing: Standing, claims: _Claims, last: Delivery | None) -> None:
    """The claim in force, and the delivery where the gift is there: the state says which of them there are."""
    claim = None
    if standing.state == S.CLAIMED:
        claim = claims.live.get(standing.wish.pk)
    elif standing.state in (S.DELIVERED, S.FULFILLED) and last is not None:
        standing.delivery = last
        claim = claims.by_id.get(last.claim_id) if last.claim_id else None
    if claim is not None:
        before = claims.before.get(claim.pk, {})
        standing.claim = claim
        standing.deadline = before.get("deadline", claim.deadline)
        standing.first_deadline = before.get("first_deadline", claim.first_deadline)


def _histories(campaigns: Sequence[Campaign], moment: datetime.datetime) -> dict[UUID, _Told]:
    entries = WishEntry.objects.filter(wish__campaign__in=campaigns, at__lt=moment).order_by("at", "id")
    told: dict[UUID, _Told] = {}
    for wish_id, verb, came_from, to in entries.values_list("wish_id", "verb", "from_state", "to_state"):
        was = told.setdefault(wish_id, _Told())
        was.state = to
        was.carried_in |= verb == "carried_in"
        if verb == "undone" and came_from == S.ADMITTED:
            was.admitted = False
        elif to == S.ADMITTED:
            was.admitted = True
    return told


def _why_it_left(campaigns: Sequence[Campaign], moment: datetime.datetime) -> dict[UUID, dict[str, tuple[str, str]]]:
    """Wish → state → (code of the reason, remark) of the moves that say why in words of their own."""
    moves = WishEntry.objects.filter(
        wish__campaign__in=campaigns,
        at__lt=moment,
        verb__in=("withdrawn", "backstopped"),
        to_state__in=(S.WITHDRAWN, S.BACKSTOPPED),
    ).order_by("at", "id")
    found: dict[UUID, dict[str, tuple[str, str]]] = {}
    for wish_id, to, changes, reason in moves.values_list("wish_id", "to_state", "changes", "reason"):
        found.setdefault(wish_id, {})[to] = (str(changes.get("reason", "")), reason)
    return found


def _branches(campaigns: Sequence[Campaign], moment: datetime.datetime) -> dict[UUID, str]:
    """Wishes that another branch got since the moment → the name of the branch they had then."""
    moved = WishEntry.objects.filter(wish__campaign__in=campaigns, at__gte=moment, verb__in=BRANCH_VERBS)
    names: dict[UUID, str] = {}
    for wish_id, changes in moved.order_by("at", "id").values_list("wish_id", "changes"):
        if "branch" in changes:
            names.setdefault(wish_id, changes["branch"][0] or "")
    return names


def _claims(campaigns: Sequence[Campaign], moment: datetime.datetime) -> _Claims:
    made = (
        Claim.objects.filter(wish__campaign__in=campaigns, claimed_at__lt=moment)
        .exclude(end__in=IN_NO_RECORD)
        .select_related("member", "branch")
        .defer("note", "policy", "member__note", "member__skills", "member__birth_month")
        .order_by("claimed_at", "id")
    )
    claims = _Claims()
    for claim in made:
        claims.by_id[claim.pk] = claim
        if claim.ended_at is None or claim.ended_at >= moment:
            claims.live[claim.wish_id] = claim
    since = ClaimEntry.objects.filter(claim__wish__campaign__in=campaigns, at__gte=moment).order_by("at", "id")
    for claim_id, changes in since.values_list("claim_id", "changes"):
        for name, (old, _) in _dates_in(changes).items():
            claims.before.setdefault(claim_id, {}).setdefault(name, old)
    return claims


def _dates_in(changes: Mapping[str, Any]) -> dict[str, tuple[datetime.date, datetime.date]]:
    """Deadlines that an entry moved, as [old, new] written in ISO form."""
    return {
        name: (datetime.date.fromisoformat(changes[name][0]), datetime.date.fromisoformat(changes[name][1]))
        for name in ("deadline", "first_deadline")
        if isinstance(changes.get(name), list | tuple) and all(changes[name])
    }


def _latest(rows: Iterable[Made]) -> dict[UUID, Made]:
    """The last of each wish; the tables' own order is that of time."""
    return {row.wish_id: row for row in rows}
