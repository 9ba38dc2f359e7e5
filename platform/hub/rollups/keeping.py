"""Keeping what a community was counted to: its line of the year and its day. Written by whoever counted it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from hub.communities.models import Community
from hub.rollups.models import COUNTS, DAILY, STAGES, CommunityDay, CommunityYear


@dataclass(frozen=True)
class Line:
    """One community's figures of one year, as `tenants.figures` counts them."""

    year: int
    campaign_state: str
    counts: Mapping[str, int]
    longest: Mapping[str, int]
    categories: Mapping[str, tuple[int, int]]
    active_at: datetime.datetime | None


def keep(community: Community, line: Line, *, day: datetime.date, moment: datetime.datetime) -> None:
    """Puts the line and its day in the place of what stood there. The same line twice changes nothing.

    Raises ValueError for figures that are not exactly those of `COUNTS` and `STAGES`: a fault of the program.
    """
    if set(line.counts) != set(COUNTS) or set(line.longest) != set(STAGES):
        raise ValueError("The figures are not those that the levels above are shown.")
    seen = {
        "region_code": community.region_code,
        "campaign_state": line.campaign_state,
        "counts": dict(line.counts),
        "longest": dict(line.longest),
    }
    CommunityYear.objects.update_or_create(
        community=community,
        year=line.year,
        defaults={
            **seen,
            "categories": {key: list(value) for key, value in line.categories.items()},
            "active_at": line.active_at,
            "counted_at": moment,
        },
    )
    CommunityDay.objects.update_or_create(
        community=community,
        year=line.year,
        day=day,
        defaults={**seen, **{name: line.counts[name] for name in DAILY}},
    )
