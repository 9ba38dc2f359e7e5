"""Moments of the past, told in working days before a day, so that the demo is as old tomorrow as it is today."""

import datetime
from random import Random

from hub.clock import TIME_ZONE, now, today
from tenants.campaigns.working_days import add_working_days

OFFICE = (8 * 60 + 40, 17 * 60 + 20)
"""Minutes of the day between which things happen."""


class Days:
    """The days around `last` (default: today)."""

    def __init__(self, random: Random, last: datetime.date | None = None) -> None:
        self._random = random
        self._now = now() if last is None else None
        self._known = [last or today()]

    def ago(self, count: int) -> datetime.date:
        """The day so many working days before the last one."""
        while len(self._known) <= count:
            self._known.append(add_working_days(self._known[-1], -1))
        return self._known[count]

    def ahead(self, count: int) -> datetime.date:
        """The day so many working days after the last one; before it, for less than 0."""
        return self.ago(-count) if count < 0 else add_working_days(self._known[0], count)

    def moment(self, count: int) -> datetime.datetime:
        """Some minute of that day, aware; of today one that has passed."""
        if count == 0 and self._now is not None:
            return self._now - datetime.timedelta(minutes=self._random.randint(20, 50))
        day = datetime.datetime.combine(self.ago(count), datetime.time(), TIME_ZONE)
        return day + datetime.timedelta(minutes=self._random.randint(*OFFICE))

    def evening(self, count: int) -> datetime.datetime:
        """Six in the evening of that day, when everybody has gone home."""
        return datetime.datetime.combine(self.ago(count), datetime.time(18), TIME_ZONE)

    def nine(self, count: int) -> datetime.datetime:
        """Nine in the morning of that day, when the ladder is climbed."""
        return datetime.datetime.combine(self.ago(count), datetime.time(9), TIME_ZONE)
