"""By which definition a campaign's rates are counted on a day (domain.md, Numbers that are reported)."""

import datetime
from collections.abc import Iterable

from hub.clock import today
from hub.rollups.rates import DEFINITION
from tenants.campaigns.models import Campaign

NEVER = datetime.date(9999, 12, 31)
"""Stands in `counted_anew_on` of a campaign that was closed before its rates were defined anew."""


def definition_on(campaigns: Iterable[Campaign], day: datetime.date) -> int:
    """The definition's number: past days and closed campaigns keep the one that they were reported with. Campaigns of one
    year that are shown together go by the older of theirs, so that one sheet has one definition."""
    anew = all(each.counted_anew_on is None or day >= each.counted_anew_on for each in campaigns)
    return DEFINITION if anew else DEFINITION - 1


def count_anew(campaign: Campaign) -> None:
    """A campaign that goes on again goes by the definition of today, from today on. Inside the verb's transaction."""
    if campaign.counted_anew_on == NEVER:
        campaign.counted_anew_on = today()
        Campaign.objects.filter(pk=campaign.pk).update(counted_anew_on=campaign.counted_anew_on)
