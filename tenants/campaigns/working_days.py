"""Working days of mainland China, with the State Council's yearly arrangement (调休).

The arrangement of a year is announced in the November before it and reaches us with an update of the library
`holidays`. A year without one is provisional: statutory holidays and weekends only (domain.md, Escalation ladder).
"""

from datetime import date, timedelta
from functools import cache

from holidays import HolidayBase, country_holidays


@cache
def _calendar(year: int) -> HolidayBase:
    return country_holidays("CN", years=year)


def is_working_day(day: date) -> bool:
    """Whether offices work on this day: make-up days at weekends count, holidays and other weekends do not."""
    return bool(_calendar(day.year).is_working_day(day))


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day` (before it, for a negative count); `day` itself for 0."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days lie after `start`, up to and including `end`; negative when `end` comes first."""
    if end < start:
        return -working_days_between(end, start)
    return sum(is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def is_provisional(year: int) -> bool:
    """Whether the year's arrangement is not announced yet, so that its working days may still change.

    Every arrangement since 2007 has make-up days, and the library knows them for exactly the announced years.
    """
    return not any(day.year == year for day in _calendar(year).weekend_workdays)
