"""Which day a wish can have been collected on (domain.md, Days are what the system saw)."""

import datetime

from hub.clock import today
from hub.days import demand_not_after
from hub.language import Text
from hub.refusal import Refusal


def is_old(day: datetime.date, last_day: datetime.date) -> bool:
    """Whether the day lies more than a year before the campaign's last day, so that somebody is asked."""
    try:
        a_year_before = last_day.replace(year=last_day.year - 1)
    except ValueError:  # the 29th of February
        a_year_before = last_day.replace(year=last_day.year - 1, day=28)
    return day < a_year_before


def demand_not_ahead(day: datetime.date) -> None:
    """Raises `Refusal` (400, `day_ahead`) for a day that is still to come."""
    demand_not_after(
        day,
        today(),
        "day_ahead",
        Text(zh="征集日期不能晚于今天。", en="The day of collecting cannot lie ahead."),
        field="collected_on",
    )


def demand_plausible(day: datetime.date | None, last_day: datetime.date, *, old_day: bool) -> None:
    """Raises `Refusal` (400): `day_ahead` for a day that is still to come, `old_day` for an old one nobody vouched for."""
    if day is None:
        return
    demand_not_ahead(day)
    if is_old(day, last_day) and not old_day:
        raise Refusal(
            "old_day",
            Text(
                zh="征集日期 {day} 比本次活动结束早了一年以上。确实是这一天，请再点一次保存。",
                en="The day of collecting, {day}, lies more than a year before the campaign ends. If it is right, save again.",
            ),
            status=400,
            field="collected_on",
            day=day.isoformat(),
        )
