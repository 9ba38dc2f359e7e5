"""The day that a form or a sheet is asked for: how things stood when it ended."""

import datetime

from hub.clock import TIME_ZONE, today
from hub.days import demand_not_after, demand_not_before
from hub.language import Text
from hub.rest.days import day_written
from tenants.campaigns.finding import Covered, covered


def end_of(day: datetime.date) -> datetime.datetime:
    """The first moment after the day, in the community's time zone: what happened before it belongs to the day."""
    return datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time(), TIME_ZONE)


def day_asked(written: str | None) -> datetime.date:
    """The day written as YYYY-MM-DD; today for nothing. Raises `Refusal` (400) for no day, or one that lies ahead."""
    day = day_written(written, field="as_of")
    demand_not_after(
        day,
        today(),
        "day_in_future",
        Text(
            zh="{day} 还没有到，截至日期最晚是今天（{last}）。",
            en="{day} has not come yet: the latest day is today, {last}.",
        ),
        field="as_of",
    )
    return day


def day_of_form(of: Covered, written: str | None) -> datetime.date:
    """The same for the form of a campaign, or of a year's. Raises `Refusal` (400) for a day before the first of them
    began, too: an empty form would say that nothing was collected."""
    day = day_asked(written)
    campaign = min(covered(of), key=lambda each: each.created_at)
    demand_not_before(
        day,
        campaign.created_at.astimezone(TIME_ZONE).date(),
        "day_before_campaign",
        Text(
            zh="{year}年的活动 {first} 才开始，{day} 还没有统计表。请选 {first} 或之后的日期。",
            en="The campaign of {year} began on {first}: there is no form of {day}. Choose {first} or a later day.",
        ),
        field="as_of",
        year=campaign.year,
    )
    return day
