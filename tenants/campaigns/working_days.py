"""Working days of mainland China, with the State Council's yearly arrangement (调休).

The arrangement of a year is announced in the November before it and reaches us with an update of the library
`holidays`, or entered by the operator (`hub.calendars`). A year without one is provisional: statutory holidays and
weekends only (domain.md, Escalation ladder).
"""

from datetime import date, timedelta

from hub.calendars.known import calendars
from hub.calendars.year import Holiday


def is_working_day(day: date) -> bool:
    """Whether offices work on this day: make-up days at weekends count, holidays and other weekends do not."""
    return calendars.of(day.year).is_working_day(day)


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day` (before it, for a negative count); `day` itself for 0."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def after_full_days(day: date, count: int) -> date:
    """The working day after `count` full working days from `day` on: that day counts if it is one. None of them is lost
    to a day off on which counting would begin."""
    return add_working_days(day, count if is_working_day(day) else count + 1)


def working_days_between(start: date, end: date) -> int:
    """How many working days lie after `start`, up to and including `end`; negative when `end` comes first."""
    if end < start:
        return -working_days_between(end, start)
    return sum(is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def is_provisional(year: int) -> bool:
    """Whether the year's arrangement is not announced yet, so that its working days may still change."""
    return calendars.of(year).provisional


def rests_on_provisional(start: date, end: date) -> bool:
    """Whether a day counted from `start` to `end` may still change, because a year it counts through is provisional."""
    return any(is_provisional(year) for year in range(start.year, end.year + 1))


def holidays_between(start: date, end: date) -> list[Holiday]:
    """The holidays that touch the days from `start` to `end`, in their order."""
    return [
        each
        for year in range(start.year, end.year + 1)
        for each in calendars.of(year).holidays
        if each.first <= end and each.last >= start
    ]
