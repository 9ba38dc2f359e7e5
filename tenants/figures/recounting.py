"""Counting a community for the levels above: the work behind a bell of kind `figures`.

Not increments: recounting a community that changed is cheap, repeatable, and always equal to the truth (architecture).
"""

import datetime
from itertools import groupby

from hub.clock import TIME_ZONE
from hub.communities.current import current
from hub.rollups.keeping import keep
from tenants.campaigns.models import Campaign
from tenants.figures.lines import line_of_year
from tenants.figures.models import FrozenFigures


def recount(moment: datetime.datetime) -> datetime.datetime | None:
    """Counts every year with a campaign that goes on, and keeps its line and its day. Of a year whose campaigns are all
    closed the frozen line is kept, and no day behind the one of the last closing: its trend has come to its end.

    Returns the coming midnight while a campaign goes on: with the day, what is overdue changes, and a new day begins.
    """
    today = moment.astimezone(TIME_ZONE).date()
    goes_on = False
    for year, group in groupby(Campaign.objects.order_by("year", "first_day", "created_at"), lambda each: each.year):
        campaigns = list(group)
        if all(each.state == Campaign.State.CLOSED for each in campaigns):
            held = FrozenFigures.objects.filter(campaign__year=year, thawed_at=None)
            day = max(held.values_list("day", flat=True), default=today)
        else:
            day, goes_on = today, True
        keep(current(), line_of_year(campaigns), day=day, moment=moment)
    if not goes_on:
        return None
    return datetime.datetime.combine(today + datetime.timedelta(days=1), datetime.time(0, 1), TIME_ZONE)
