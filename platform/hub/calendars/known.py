"""This process's copy of the calendar: costs nothing to ask, and notices an entry of the operator within a second."""

import time

from django.db import connection

from hub.calendars.library import library_year
from hub.calendars.models import Arrangement
from hub.calendars.year import Holiday, WorkingYear, days_of

LOOKED_AT_EVERY_S = 1.0


class Calendars:
    """The years that were asked for. At most once a second the number of entries is compared, which only grows, whoever
    commits first; another one empties the copy. Web, worker and commands each have their own.

    An entry of the operator is preferred to the library: a person with a name read it in the notice, before the
    library had it or because the library is wrong. Taken back, the library is followed again.
    """

    def __init__(self) -> None:
        self._years: dict[int, WorkingYear] = {}
        self._entries: int | None = None
        self._looked_at = float("-inf")

    def of(self, year: int) -> WorkingYear:
        """The year as it is known now."""
        self._notice_changes()
        known = self._years.get(year)
        if known is None:
            known = self._years[year] = entered_year(year) or library_year(year)
        return known

    def forget(self) -> None:
        """Know nothing: the next question is looked up, however short ago the last look was."""
        self._years.clear()
        self._looked_at = float("-inf")

    def _notice_changes(self) -> None:
        moment = time.monotonic()
        # A failed statement has closed this transaction to reading: the last answer holds until it has ended.
        if moment - self._looked_at < LOOKED_AT_EVERY_S or connection.needs_rollback:
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM public.calendars_arrangement")
            entries = cursor.fetchone()[0]
        if entries != self._entries:
            self._years.clear()
        self._entries = entries
        self._looked_at = moment


calendars = Calendars()


def entered_year(year: int) -> WorkingYear | None:
    """The year as the operator entered it, from the table; None where there is no entry, or it was taken back."""
    entry = Arrangement.objects.filter(year=year).order_by("-id").first()
    if entry is None or entry.withdrawn:
        return None
    holidays = tuple(Holiday.from_json(each) for each in entry.holidays)
    return WorkingYear(
        year,
        days_of(holidays),
        frozenset(entry.make_up_days),
        holidays=holidays,
        provisional=False,
        source="operator",
    )
