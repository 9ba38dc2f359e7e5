"""Entering a year's arrangement before the library has it, correcting it, and following the library again."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import connection, transaction

from hub.actor import Actor
from hub.bells.ringing import CALENDAR, ring_everywhere
from hub.calendars.known import calendars, entered_year
from hub.calendars.library import library_year, statutory_days
from hub.calendars.models import Arrangement
from hub.calendars.year import Holiday, WorkingYear, days_of
from hub.clock import today
from hub.language import Text
from hub.refusal import Refusal
from hub.versions import demand_unchanged, version_of

YEAR = "calendar year"
YEARS_BACK, YEARS_AHEAD = 1, 2
"""Years around the present one that can be arranged: a notice speaks of the next, a correction of this or the last."""

LONGEST_HOLIDAY_DAYS = 16
MOST_HOLIDAYS, MOST_MAKE_UP_DAYS = 20, 20


def arrange(
    year: int,
    *,
    holidays: Sequence[Holiday],
    make_up_days: Iterable[date],
    notice: str = "",
    by: Actor,
    seen: str | None = None,
) -> WorkingYear:
    """Enters the arrangement of a year for all communities, in place of the library's and of what was entered before.

    `holidays` are all stretches of free days of the year, `make_up_days` the weekend days that are worked. Every active
    community is asked to work its deadlines out again. The same arrangement once more changes nothing. Raises `Refusal`
    (400, with the field) for days that cannot be so, `Changed` (412) when the year is no longer of the version `seen`.
    """
    _check_year(year)
    made_up = sorted(set(make_up_days))
    _check_holidays(year, holidays)
    _check_make_up_days(year, holidays, made_up)
    kept = [each.as_json() for each in sorted(holidays, key=lambda each: each.first)]
    with transaction.atomic():
        _one_at_a_time()
        demand_unchanged(seen, YEAR, year, _fields(year), "hub")
        before = Arrangement.objects.filter(year=year).order_by("-id").first()
        told = (before.holidays, before.make_up_days, before.withdrawn) if before else None
        if told != (kept, made_up, False):
            _enter(Arrangement(year=year, holidays=kept, make_up_days=made_up, notice=notice.strip()), by)
    return calendars.of(year)


def follow_the_library(year: int, *, by: Actor) -> WorkingYear:
    """Takes back what was entered for a year. Changes nothing where nothing is entered."""
    _check_year(year)
    with transaction.atomic():
        _one_at_a_time()
        before = Arrangement.objects.filter(year=year).order_by("-id").first()
        if before is not None and not before.withdrawn:
            _enter(Arrangement(year=year, withdrawn=True), by)
    return calendars.of(year)


def years_to_arrange() -> range:
    """The years that can be entered today."""
    return range(today().year - YEARS_BACK, today().year + YEARS_AHEAD + 1)


def year_version(year: int) -> str:
    """The version of what the operator can edit of a year."""
    return version_of(YEAR, year, _fields(year), "hub")


def _fields(year: int) -> dict[str, object]:
    known = entered_year(year) or library_year(year)
    newest = Arrangement.objects.filter(year=year).order_by("-id").first()
    return {
        "holidays": [each.as_json() for each in known.holidays],
        "make_up_days": sorted(known.made_up),
        "notice": newest.notice if newest else "",
    }


def _one_at_a_time() -> None:
    # A year that nobody has entered has no row to lock.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('calendars.arranging', 0))")


def _enter(entry: Arrangement, by: Actor) -> None:
    entry.by_id, entry.by_name = by.account_id, by.name
    entry.save(force_insert=True)
    ring_everywhere(CALENDAR)
    calendars.forget()


def _check_year(year: int) -> None:
    years = years_to_arrange()
    if year not in years:
        raise Refusal(
            "year_out_of_reach",
            Text(
                zh="只能录入 {first} 年到 {last} 年的放假安排。",
                en="Arrangements can be entered for {first} to {last}.",
            ),
            status=400,
            field="year",
            first=years[0],
            last=years[-1],
        )


def _check_holidays(year: int, holidays: Sequence[Holiday]) -> None:
    if len(holidays) > MOST_HOLIDAYS:
        raise _no(
            "holidays",
            Text(zh="一年最多录入 {most} 个假期。", en="At most {most} holidays a year."),
            most=MOST_HOLIDAYS,
        )
    seen: set[date] = set()
    for each in holidays:
        where: dict[str, object] = {"name": each.name, "first": each.first, "last": each.last}
        if each.first.year != year or each.last.year != year:
            text = Text(
                zh="“{name}”（{first} 至 {last}）不全在 {year} 年内。跨年的假期请分别录入两个年份。",
                en="“{name}” ({first} to {last}) is not within {year}. Enter what crosses the new year in both years.",
            )
            raise _no("holidays", text, year=year, **where)
        if each.last < each.first:
            text = Text(zh="“{name}”的最后一天早于第一天。", en="The last day of “{name}” is before its first.")
            raise _no("holidays", text, **where)
        if (each.last - each.first).days >= LONGEST_HOLIDAY_DAYS:
            text = Text(
                zh="“{name}”长于 {most} 天，请核对日期。", en="“{name}” is longer than {most} days: check its dates."
            )
            raise _no("holidays", text, most=LONGEST_HOLIDAY_DAYS, **where)
        days = days_of([each])
        if seen & days:
            text = Text(zh="{day} 在两个假期里出现。", en="{day} stands in two holidays.")
            raise _no("holidays", text, day=min(seen & days))
        seen |= days
    for day, name in sorted(statutory_days(year).items()):
        if day not in seen:
            text = Text(
                zh="{day}（{name}）是法定节假日，没有列入任何假期。请对照国务院办公厅的通知补上。",
                en="{day} ({name}) is a holiday by law and stands in none of the holidays: compare with the notice.",
            )
            raise _no("holidays", text, day=day, name=name)


def _check_make_up_days(year: int, holidays: Sequence[Holiday], made_up: Sequence[date]) -> None:
    free = days_of(holidays)
    if len(made_up) > MOST_MAKE_UP_DAYS:
        text = Text(zh="一年最多录入 {most} 个上班的周末。", en="At most {most} make-up days a year.")
        raise _no("make_up_days", text, most=MOST_MAKE_UP_DAYS)
    for day in made_up:
        if day.year != year:
            text = Text(zh="调休上班日 {day} 不在 {year} 年内。", en="The make-up day {day} is not in {year}.")
            raise _no("make_up_days", text, day=day, year=year)
        if day.weekday() < 5:
            text = Text(
                zh="{day} 不是周末，本来就上班，不用列为调休上班日。",
                en="{day} is no weekend: it is worked anyway and is no make-up day.",
            )
            raise _no("make_up_days", text, day=day)
        if day in free:
            text = Text(zh="{day} 既放假又上班，请核对。", en="{day} is both free and worked: check it.")
            raise _no("make_up_days", text, day=day)


def _no(field: str, text: Text, **params: object) -> Refusal:
    return Refusal("arrangement_impossible", text, status=400, field=field, **params)
