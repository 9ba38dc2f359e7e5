"""The figures of one campaign of one community, counted from its rows (domain.md, Numbers that are reported)."""

import datetime
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

from django.db.models import Count, F, Min, Q, QuerySet

from hub.clock import TIME_ZONE, today
from tenants.campaigns.models import Campaign
from tenants.campaigns.working_days import add_working_days, working_days_between
from tenants.claims.clock import overdue as overdue_claims
from tenants.claims.models import Claim, Delivery, FollowUp
from tenants.escalation.ladder import FOLLOW_UP, REQUEST, WAITING, WAITING_STATES
from tenants.escalation.waiting import open_requests, wanted_follow_ups
from tenants.wishes.leaving import WITHDRAWAL_REASONS
from tenants.wishes.models import Wish

S = Wish.State


def begins_to_be_late(campaign: Campaign, state: str) -> datetime.datetime:
    """What has been in the state since before this moment waits too long: the ladder's first notice is over."""
    rungs = campaign.ladder[state]
    day = add_working_days(today(), -min(rung["days"] for rung in rungs))
    return datetime.datetime.combine(day, datetime.time(), TIME_ZONE)


def waits_too_long(campaign: Campaign, state: str) -> Q:
    """Which of the campaign's wishes in the state have waited since before that. What is admitted waits at the earliest
    from the day its campaign runs."""
    late = begins_to_be_late(campaign, state)
    began = campaign.running_since
    if state == S.ADMITTED and (campaign.state == Campaign.State.PREPARING or (began is not None and began >= late)):
        return Q(pk__in=[])
    return Q(state_since__lt=late)


def longest_waits(campaign: Campaign) -> dict[str, int]:
    """Stage → working days by which the longest waiting is beyond what the policy allows; 0 where nothing is."""
    late_ones = overdue_claims(Claim.objects.filter(wish__campaign=campaign))
    deadline = late_ones.aggregate(first=Min("deadline"))["first"]
    waits = {"overdue": max(working_days_between(deadline, today()), 0) if deadline else 0}
    for scope in WAITING:
        first = _first_waiting(campaign, scope)
        late = begins_to_be_late(campaign, scope).date()
        since = first.astimezone(TIME_ZONE).date() if first else late
        waits[f"late_{scope}"] = max(working_days_between(since, late), 0)
    return waits


def _first_waiting(campaign: Campaign, scope: str) -> datetime.datetime | None:
    if scope == FOLLOW_UP:
        return _follow_ups(campaign).aggregate(first=Min("confirmed_at"))["first"]
    if scope == REQUEST:
        return open_requests().filter(claim__wish__campaign=campaign).aggregate(first=Min("asked_at"))["first"]
    first: datetime.datetime | None = Wish.objects.filter(campaign=campaign, state=scope).aggregate(
        first=Min("state_since")
    )["first"]
    if scope != S.ADMITTED or first is None:
        return first
    # At the earliest from the day its campaign runs.
    if campaign.state == Campaign.State.PREPARING:
        return None
    return max(first, campaign.running_since) if campaign.running_since else first


def _follow_ups(campaign: Campaign) -> QuerySet[Delivery]:
    return Delivery.objects.filter(current=True, wish__in=wanted_follow_ups().filter(campaign=campaign).order_by())


@dataclass(frozen=True)
class Figures:
    """Whole numbers of wishes, each a numerator or a denominator that a rate prints beside itself.

    `in_pool`: ever admitted, less withdrawn with a neutral reason (`left_the_pool`). `claimed`: in the pool and now
    claimed, delivered or fulfilled through a claim. `fulfilled`: `by_claimer` (through a claim) and `by_backstop`.
    `on_time`: delivered by the first deadline, out of `by_claimer`. `satisfied` out of `followed_up`,
    by the latest answer of each wish. `overdue`: claimed, past their deadline, and no request for more time stops the clock.
    `late_*`: waiting (`ladder.WAITING`) for longer than the ladder's first notice of it allows.
    """

    collected: int
    verified: int
    admitted: int
    open: int
    held: int
    delivered: int
    backstopped: int
    in_pool: int
    left_the_pool: int
    claimed: int
    fulfilled: int
    by_claimer: int
    by_backstop: int
    on_time: int
    overdue: int
    followed_up: int
    satisfied: int
    late_open: int
    late_collected: int
    late_verified: int
    late_delivered: int
    late_admitted: int
    late_backstopped: int
    late_follow_up: int
    late_request: int


def figures_of(campaigns: Sequence[Campaign]) -> Figures:
    """The sum of several campaigns. A wish that was carried over into another one of the same year counts only where it
    arrived (domain.md, Several campaigns beside each other)."""
    each = [asdict(count(campaign)) for campaign in campaigns]
    twice = counted_twice(campaigns)
    return Figures(
        **{
            field.name: sum(figures[field.name] for figures in each) - twice.get(field.name, 0)
            for field in fields(Figures)
        }
    )


def counted_twice(campaigns: Sequence[Campaign]) -> dict[str, int]:
    """By how much the sum of these campaigns' figures is too high, since wishes stand in two of them."""
    if len(campaigns) < 2:
        return {}
    moved = counted_where_they_arrived(campaigns)
    return {"in_pool": moved.count(), **_answers(FollowUp.objects.filter(wish__in=moved))}


def counted_where_they_arrived(campaigns: Sequence[Campaign]) -> QuerySet[Wish]:
    """Of these campaigns' wishes those that have come again in another of these, of the same year."""
    moved = Wish.objects.filter(campaign__in=campaigns, state=S.CARRIED_OVER, admitted_at__isnull=False)
    return moved.filter(carried_to__campaign__year=F("campaign__year"), carried_to__campaign__in=campaigns)


def count(campaign: Campaign) -> Figures:
    """Counts one campaign. Six queries, whatever its size."""
    # All reasons of a withdrawal are neutral today; the history says which one it was.
    assert set(WITHDRAWAL_REASONS) == {"solved_elsewhere", "moved_away", "deceased", "own_wish"}
    wishes = Wish.objects.filter(campaign=campaign)
    admitted = Q(admitted_at__isnull=False)
    in_pool = admitted & ~Q(state=S.WITHDRAWN)
    # What the community brought itself is no claim; it stands beside as by backstop.
    brought = Delivery.objects.filter(current=True, claim__isnull=False, wish__campaign=campaign).values("wish")
    numbers = wishes.aggregate(
        collected=Count("pk", filter=Q(state=S.COLLECTED)),
        verified=Count("pk", filter=Q(state=S.VERIFIED)),
        admitted=Count("pk", filter=Q(state=S.ADMITTED)),
        open=Count("pk", filter=Q(state=S.OPEN)),
        held=Count("pk", filter=Q(state=S.CLAIMED)),
        delivered=Count("pk", filter=Q(state=S.DELIVERED)),
        backstopped=Count("pk", filter=Q(state=S.BACKSTOPPED)),
        **{
            f"late_{state}": Count("pk", filter=Q(state=state) & waits_too_long(campaign, state))
            for state in WAITING_STATES
        },
        in_pool=Count("pk", filter=in_pool),
        left_the_pool=Count("pk", filter=admitted & Q(state=S.WITHDRAWN)),
        claimed=Count(
            "pk", filter=in_pool & (Q(state=S.CLAIMED) | Q(state__in=(S.DELIVERED, S.FULFILLED), pk__in=brought))
        ),
        fulfilled=Count("pk", filter=Q(state=S.FULFILLED)),
    )
    deliveries = wishes.filter(state=S.FULFILLED, deliveries__current=True).aggregate(
        by_backstop=Count("pk", filter=Q(deliveries__claim=None)),
        by_claimer=Count("pk", filter=Q(deliveries__claim__isnull=False)),
        on_time=Count("pk", filter=Q(deliveries__delivered_on__lte=F("deliveries__claim__first_deadline"))),
    )
    overdue = overdue_claims(Claim.objects.filter(wish__campaign=campaign)).count()
    beside = {
        "late_follow_up": _follow_ups(campaign).filter(confirmed_at__lt=begins_to_be_late(campaign, FOLLOW_UP)).count(),
        "late_request": open_requests()
        .filter(claim__wish__campaign=campaign, asked_at__lt=begins_to_be_late(campaign, REQUEST))
        .count(),
    }
    if campaign.state == Campaign.State.PREPARING:
        numbers["late_admitted"] = 0
    answers = _answers(FollowUp.objects.filter(wish__campaign=campaign))
    return Figures(**numbers, **deliveries, **answers, **beside, overdue=overdue)


def _answers(asked: QuerySet[FollowUp]) -> dict[str, int]:
    """Of these answers the latest of each wish."""
    latest = asked.order_by("wish", "-at", "-id").distinct("wish")
    return FollowUp.objects.filter(pk__in=latest.values("pk")).aggregate(
        followed_up=Count("pk"),
        satisfied=Count("pk", filter=Q(outcome=FollowUp.Outcome.SATISFIED)),
    )
