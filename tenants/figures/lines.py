"""The lines that the levels above are shown: of one campaign, and of a year, which is the sum of its campaigns."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from django.db.models import Count, Max, Q

from hub.rollups.keeping import Line
from hub.rollups.models import COUNTS, STAGES
from hub.rollups.reading import counts_of
from tenants.campaigns.models import Campaign
from tenants.figures.counting import count, counted_twice, counted_where_they_arrived, longest_waits
from tenants.figures.models import FrozenFigures
from tenants.members.models import Member
from tenants.people.categories import CATEGORIES
from tenants.wishes.models import Wish, WishEntry


def line_of(campaign: Campaign) -> Line:
    """One campaign's line: a pure function of the community's rows and the day."""
    return Line(
        year=campaign.year,
        campaign_state=campaign.state,
        counts={**asdict(count(campaign)), "members": _active_members()},
        longest=longest_waits(campaign),
        categories=categories_of([campaign]),
        active_at=WishEntry.objects.filter(wish__campaign=campaign).aggregate(at=Max("at"))["at"],
    )


def line_of_year(campaigns: Sequence[Campaign]) -> Line:
    """The line of all campaigns of one year together (domain.md, Several campaigns beside each other).

    A closed one gives what it was closed with, one that goes on what is counted now. A wish that was carried over from
    one into another counts only where it arrived. Once all are closed the line is the one that the last closing kept.
    """
    held = {each.campaign_id: each for each in FrozenFigures.objects.filter(campaign__in=campaigns, thawed_at=None)}
    if len(campaigns) == len(held) == 1:
        return frozen_line(campaigns[0], held[campaigns[0].pk])
    lines = [frozen_line(each, held[each.pk]) if each.pk in held else line_of(each) for each in campaigns]
    twice = counted_twice(campaigns)
    whole = Line(
        year=campaigns[0].year,
        campaign_state=_state_of_year(campaigns),
        counts={
            name: sum(line.counts[name] for line in lines) - twice.get(name, 0) for name in COUNTS if name != "members"
        }
        | {"members": _active_members()},
        longest={stage: max(line.longest[stage] for line in lines) for stage in STAGES},
        categories=categories_of(campaigns),
        active_at=max((line.active_at for line in lines if line.active_at), default=None),
    )
    kept = next((each.of_year for each in held.values() if each.of_year), None)
    if len(held) < len(campaigns) or kept is None:
        return whole
    return Line(
        year=whole.year,
        campaign_state=whole.campaign_state,
        counts={name: counts_of(kept["counts"]).get(name, whole.counts[name]) for name in COUNTS},
        longest={stage: kept["longest"].get(stage, 0) for stage in STAGES},
        categories=_pairs(kept["categories"]),
        active_at=whole.active_at,
    )


def frozen_line(campaign: Campaign, figures: FrozenFigures) -> Line:
    """The line of a closed campaign, as it was when it was closed. A figure that a later version has thought of is
    counted now: none was kept."""
    held = counts_of(figures.counts)
    unknown = set(COUNTS) - set(held)
    counts = {**(line_of(campaign).counts if unknown else {}), **held}
    return Line(
        year=campaign.year,
        campaign_state=campaign.state,
        counts={name: counts[name] for name in COUNTS},
        longest={stage: figures.longest.get(stage, 0) for stage in STAGES},
        categories=_pairs(figures.categories),
        active_at=figures.active_at,
    )


def categories_of(campaigns: Sequence[Campaign]) -> dict[str, tuple[int, int]]:
    """Category → (in the pool, of these fulfilled). A person with several counts in each; a wish where it arrived."""
    pool = Wish.objects.filter(campaign__in=campaigns, admitted_at__isnull=False).exclude(state=Wish.State.WITHDRAWN)
    if len(campaigns) > 1:
        pool = pool.exclude(pk__in=counted_where_they_arrived(campaigns).values("pk"))
    numbers = pool.aggregate(
        **{f"{key}_pool": Count("pk", filter=Q(beneficiary__categories__contains=[key])) for key in CATEGORIES},
        **{
            f"{key}_done": Count("pk", filter=Q(beneficiary__categories__contains=[key], state=Wish.State.FULFILLED))
            for key in CATEGORIES
        },
    )
    return {key: (numbers[f"{key}_pool"], numbers[f"{key}_done"]) for key in CATEGORIES if numbers[f"{key}_pool"]}


def _state_of_year(campaigns: Sequence[Campaign]) -> str:
    """Running while one runs, closed when all are."""
    states = {campaign.state for campaign in campaigns}
    return next(
        str(state)
        for state in (Campaign.State.RUNNING, Campaign.State.PREPARING, Campaign.State.CLOSED)
        if state in states
    )


def _active_members() -> int:
    return Member.objects.filter(state=Member.State.ACTIVE).count()


def _pairs(kept: Mapping[str, Sequence[int]]) -> dict[str, tuple[int, int]]:
    return {key: (pool, done) for key, (pool, done) in kept.items()}
