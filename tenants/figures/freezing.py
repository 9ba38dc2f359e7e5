"""Freezing the figures of a campaign that is closed: whatever changes afterwards, its line stays what it was."""

from hub.clock import now
from hub.rollups.rates import DEFINITION
from tenants.campaigns.models import Campaign
from tenants.figures.lines import line_of, line_of_year
from tenants.figures.models import FrozenFigures


def freeze(campaign: Campaign) -> FrozenFigures:
    """Counts the closed campaign a last time and keeps its line; with the last one of a year the year's line too.

    To be called inside the verb's transaction, with the year's campaigns locked.
    """
    line = line_of(campaign)
    frozen = FrozenFigures.objects.create(
        campaign=campaign,
        counts=dict(line.counts),
        longest=dict(line.longest),
        categories={key: list(value) for key, value in line.categories.items()},
        active_at=line.active_at,
        definition=DEFINITION,
    )
    of_the_year = list(Campaign.objects.filter(year=campaign.year))
    if all(each.state == Campaign.State.CLOSED for each in of_the_year):
        _forget_the_year(campaign.year)
        whole = line_of_year(of_the_year)
        frozen.of_year = {
            "counts": dict(whole.counts),
            "longest": dict(whole.longest),
            "categories": {key: list(value) for key, value in whole.categories.items()},
        }
        frozen.save(update_fields=["of_year"])
    return frozen


def thaw(campaign: Campaign) -> None:
    """From now on the campaign is counted again, and its year with it. To be called inside the verb's transaction."""
    _forget_the_year(campaign.year)
    FrozenFigures.objects.filter(campaign=campaign, thawed_at=None).update(thawed_at=now())


def _forget_the_year(year: int) -> None:
    FrozenFigures.objects.filter(campaign__year=year, thawed_at=None).update(of_year=None)
