"""Counting a community for the levels above: the work behind a bell of kind `figures`.

Not increments: recounting a community that changed is cheap, repeatable, and always equal to the truth (architecture).
"""

import datetime
from dataclasses import asdict

from django.db.models import Count, Max, Q

from hub.clock import TIME_ZONE
from hub.communities.current import current
from hub.rollups.keeping import Line, keep
from tenants.campaigns.models import Campaign
from tenants.figures.counting import count, longest_waits
from tenants.members.models import Member
from tenants.people.models import CATEGORIES
from tenants.wishes.models import Wish, WishEntry


def recount(moment: datetime.datetime) -> datetime.datetime | None:
    """Counts every campaign that is not closed, and one that was closed since its last count; keeps their lines.

    Returns the coming midnight while a campaign runs: with the day, what is overdue changes, and a new day begins.
    """
    today = moment.astimezone(TIME_ZONE).date()
    running = False
    for campaign in Campaign.objects.all():
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
