"""Freezing the figures of a campaign that is closed: whatever changes afterwards, its line stays what it was."""

from hub.clock import now
from tenants.campaigns.models import Campaign
from tenants.figures.models import FrozenFigures
from tenants.figures.recounting import line_of


def freeze(campaign: Campaign) -> FrozenFigures:
    """Counts the campaign a last time and keeps the line. To be called inside the verb's transaction."""
    line = line_of(campaign)
    return FrozenFigures.objects.create(
        campaign=campaign,
        counts=dict(line.counts),
        longest=dict(line.longest),
        categories={key: list(value) for key, value in line.categories.items()},
        active_at=line.active_at,
    )


def thaw(campaign: Campaign) -> None:
    """From now on the campaign is counted again. To be called inside the verb's transaction."""
    FrozenFigures.objects.filter(campaign=campaign, thawed_at=None).update(thawed_at=now())
