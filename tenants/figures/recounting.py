"""Counting a community for the levels above: the work behind a bell of kind `figures`.

Not increments: recounting a community that changed is cheap, repeatable, and always equal to the truth (architecture).
"""

import datetime
from dataclasses import asdict

from django.db.models import Count, Max, Q

from hub.clock import TIME_ZONE
from hub.communities.current import current
from hub.rollups.keeping import Line, keep
from hub.rollups.models import COUNTS, STAGES
from tenants.campaigns.models import Campaign
from tenants.figures.counting import count, longest_waits
from tenants.figures.models import FrozenFigures
from tenants.members.models import Member
from tenants.people.categories import CATEGORIES
from tenants.wishes.models import Wish, WishEntry


def recount(moment: datetime.datetime) -> datetime.datetime | None:
    """Counts every campaign that goes on, and keeps its line and its day. Of a closed one the frozen line is kept, and no
    day behind the one it was closed on: its trend has come to its end.

    Returns the coming midnight while a campaign runs: with the day, what is overdue changes, and a new day begins.
    """
    today = moment.astimezone(TIME_ZONE).date()
    running = False
    frozen = {figures.campaign_id: figures for figures in FrozenFigures.objects.filter(thawed_at=None)}
    for campaign in Campaign.objects.all():
        if figures := frozen.get(campaign.pk):
            keep(current(), frozen_line(campaign, figures), day=figures.day, moment=moment)
        else:
            keep(current(), line_of(campaign), day=today, moment=moment)
        running = running or campaign.state != Campaign.State.CLOSED
    if not running:
        return None
    return datetime.datetime.combine(today + datetime.timedelta(days=1), datetime.time(0, 1), TIME_ZONE)


def line_of(campaign: Campaign) -> Line:
    """One campaign's line: a pure function of the community's rows and the day."""
    figures = count(campaign)
    members = Member.objects.filter(state=Member.State.ACTIVE).count()
    return Line(
        year=campaign.year,
        campaign_state=campaign.state,
        counts={**asdict(figures), "members": members},
        longest=longest_waits(campaign),
        categories=categories_of(campaign),
        active_at=WishEntry.objects.filter(wish__campaign=campaign).aggregate(at=Max("at"))["at"],
    )


def frozen_line(campaign: Campaign, figures: FrozenFigures) -> Line:
    """The line of a closed campaign, as it was when it was closed. A figure that a later version has thought of is
    counted now: none was kept."""
    unknown = set(COUNTS) - set(figures.counts)
    counts = {**(line_of(campaign).counts if unknown else {}), **figures.counts}
    return Line(
        year=campaign.year,
        campaign_state=campaign.state,
        counts={name: counts[name] for name in COUNTS},
        longest={stage: figures.longest.get(stage, 0) for stage in STAGES},
        categories={key: (pool, done) for key, (pool, done) in figures.categories.items()},
        active_at=figures.active_at,
    )


def categories_of(campaign: Campaign) -> dict[str, tuple[int, int]]:
    """Category → (in the pool, of these fulfilled). A person with several counts in each."""
    pool = Wish.objects.filter(campaign=campaign, admitted_at__isnull=False).exclude(state=Wish.State.WITHDRAWN)
    numbers = pool.aggregate(
        **{f"{key}_pool": Count("pk", filter=Q(beneficiary__categories__contains=[key])) for key in CATEGORIES},
        **{
            f"{key}_done": Count("pk", filter=Q(beneficiary__categories__contains=[key], state=Wish.State.FULFILLED))
            for key in CATEGORIES
        },
    )
    return {key: (numbers[f"{key}_pool"], numbers[f"{key}_done"]) for key in CATEGORIES if numbers[f"{key}_pool"]}
