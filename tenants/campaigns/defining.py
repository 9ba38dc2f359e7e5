"""By which definition a campaign's rates are counted on a day (domain.md, Numbers that are reported)."""

import datetime
from collections.abc import Iterable, Sequence
from uuid import UUID

from hub.clock import today
from hub.language import Text
from hub.rollups.rates import DEFINITION, NAMES_OF_DEFINITIONS
from tenants.campaigns.models import Campaign

NEVER = datetime.date(9999, 12, 31)
"""Stands in `counted_anew_on` of a campaign that was closed before its rates were defined anew."""


def definition_on(campaign: Campaign, day: datetime.date) -> int:
    """The definition's number: past days and closed campaigns keep the one that they were reported with."""
    anew = campaign.counted_anew_on is None or day >= campaign.counted_anew_on
    return DEFINITION if anew else DEFINITION - 1


def definitions_on(campaigns: Iterable[Campaign], day: datetime.date) -> dict[UUID, int]:
    """That of each campaign: a year is the sum of its campaigns, each by its own."""
    return {campaign.pk: definition_on(campaign, day) for campaign in campaigns}


def definitions_named(campaigns: Sequence[Campaign], day: datetime.date) -> Text:
    """What a sheet says of the definition that it goes by; of several, which holds for which campaign."""
    holds: dict[int, list[str]] = {}
    for campaign in campaigns:
        holds.setdefault(definition_on(campaign, day), []).append(campaign.title)
    if len(holds) == 1:
        return NAMES_OF_DEFINITIONS[next(iter(holds))]
    named = [(title_list, NAMES_OF_DEFINITIONS[number]) for number, title_list in sorted(holds.items(), reverse=True)]
    return Text(
        zh="".join(f"{'、'.join(titles)}按{text.zh}" for titles, text in named),
        en=" ".join(f"{', '.join(titles)}: {text.en}" for titles, text in named),
    )


def count_anew(campaign: Campaign) -> None:
    """A campaign that goes on again goes by the definition of today, from today on. Inside the verb's transaction."""
    if campaign.counted_anew_on == NEVER:
        campaign.counted_anew_on = today()
        Campaign.objects.filter(pk=campaign.pk).update(counted_anew_on=campaign.counted_anew_on)
