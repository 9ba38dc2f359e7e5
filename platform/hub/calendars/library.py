"""What the library `holidays` knows of a year; with an update of it comes the arrangement of the next."""

from datetime import date
from functools import cache

from holidays import HolidayBase, country_holidays

from hub.calendars.year import Holiday, WorkingYear, runs_of


@cache
def library_year(year: int) -> WorkingYear:
    """A year as the library has it: with the State Council's arrangement, or provisional where it has none.

    Every arrangement since 2007 has make-up days, and the library knows them for exactly the announced years.
    """
    known = country_holidays("CN", years=year, language="zh_CN")
    free = frozenset(day for day in known if day.year == year)
    made_up = frozenset(day for day in known.weekend_workdays if day.year == year)
    named = {day: _name(known, day) for day in free}
    holidays = tuple(
        Holiday("、".join(dict.fromkeys(named[day] for day in run if named.get(day))) or "休息日", run[0], run[-1])
        for run in runs_of(year, free, made_up)
    )
    return WorkingYear(year, free, made_up, holidays=holidays, provisional=not made_up, source="library")


def statutory_days(year: int) -> dict[date, str]:
    """The days that are holidays by law (全国年节及纪念日放假办法), whatever the year's arrangement; with their names."""
    known = country_holidays("CN", years=year, language="zh_CN")
    return {
        day: _name(known, day)
        for day in known
        if day.year == year and "休息日" not in known[day] and "补假" not in known[day]
    }


def _name(known: HolidayBase, day: date) -> str:
    # 「劳动节（补假）」 is 劳动节; 「休息日（由 … 调休）」 has no name of its own.
    name = str(known[day]).split("（")[0].split(";")[0].strip()
    return "" if name == "休息日" else name
