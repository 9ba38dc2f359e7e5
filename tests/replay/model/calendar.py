"""Working days of 2016 to 2022, typed from the State Council's yearly notices (国务院办公厅关于部分节假日安排的通知).

Not from the product, and not from the library that it uses: a holiday that one of the two forgets is found.
"""

import datetime

Day = tuple[int, int]
"""Month and day."""

# Year → holidays (first and last day), and the weekend days on which one works instead.
_NOTICES: dict[int, tuple[tuple[tuple[Day, Day], ...], tuple[Day, ...]]] = {
    2016: (
        (
            ((1, 1), (1, 3)),
            ((2, 7), (2, 13)),
            ((4, 2), (4, 4)),
            ((4, 30), (5, 2)),
            ((6, 9), (6, 11)),
            ((9, 15), (9, 17)),
            ((10, 1), (10, 7)),
        ),
        ((2, 6), (2, 14), (6, 12), (9, 18), (10, 8), (10, 9)),
    ),
    2017: (
        (
            ((1, 1), (1, 2)),
            ((1, 27), (2, 2)),
            ((4, 2), (4, 4)),
            ((4, 29), (5, 1)),
            ((5, 28), (5, 30)),
            ((10, 1), (10, 8)),
        ),
        ((1, 22), (2, 4), (4, 1), (5, 27), (9, 30)),
    ),
    2018: (
        (
            ((1, 1), (1, 1)),
            ((2, 15), (2, 21)),
            ((4, 5), (4, 7)),
            ((4, 29), (5, 1)),
            ((6, 16), (6, 18)),
            ((9, 22), (9, 24)),
            ((10, 1), (10, 7)),
            ((12, 30), (12, 31)),
        ),
        ((2, 11), (2, 24), (4, 8), (4, 28), (9, 29), (9, 30), (12, 29)),
    ),
    # In March the notice was changed: four days around the first of May instead of one.
    2019: (
        (
            ((1, 1), (1, 1)),
            ((2, 4), (2, 10)),
            ((4, 5), (4, 7)),
            ((5, 1), (5, 4)),
            ((6, 7), (6, 9)),
            ((9, 13), (9, 15)),
            ((10, 1), (10, 7)),
        ),
        ((2, 2), (2, 3), (4, 28), (5, 5), (9, 29), (10, 12)),
    ),
    # In January the spring festival was prolonged to the second of February.
    2020: (
        (
            ((1, 1), (1, 1)),
            ((1, 24), (2, 2)),
            ((4, 4), (4, 6)),
            ((5, 1), (5, 5)),
            ((6, 25), (6, 27)),
            ((10, 1), (10, 8)),
        ),
        ((1, 19), (4, 26), (5, 9), (6, 28), (9, 27), (10, 10)),
    ),
    2021: (
        (
            ((1, 1), (1, 3)),
            ((2, 11), (2, 17)),
            ((4, 3), (4, 5)),
            ((5, 1), (5, 5)),
            ((6, 12), (6, 14)),
            ((9, 19), (9, 21)),
            ((10, 1), (10, 7)),
        ),
        ((2, 7), (2, 20), (4, 25), (5, 8), (9, 18), (9, 26), (10, 9)),
    ),
    # Nothing is played in it: deadlines of December reach into it.
    2022: (
        (
            ((1, 1), (1, 3)),
            ((1, 31), (2, 6)),
            ((4, 3), (4, 5)),
            ((4, 30), (5, 4)),
            ((6, 3), (6, 5)),
            ((9, 10), (9, 12)),
            ((10, 1), (10, 7)),
        ),
        ((1, 29), (1, 30), (4, 2), (4, 24), (5, 7), (10, 8), (10, 9)),
    ),
}

YEARS = tuple(_NOTICES)
ONE_DAY = datetime.timedelta(days=1)


def _days() -> tuple[set[datetime.date], set[datetime.date]]:
    off, on = set(), set()
    for year, (holidays, made_up) in _NOTICES.items():
        for first, last in holidays:
            day = datetime.date(year, *first)
            while day <= datetime.date(year, *last):
                off.add(day)
                day += ONE_DAY
        on |= {datetime.date(year, *day) for day in made_up}
    return off, on


class Calendar:
    """The working days as they are known; a year's arrangement can be corrected while it runs."""

    def __init__(self) -> None:
        self._off, self._on = _days()
        self._counted: dict[tuple[datetime.date, int], datetime.date] = {}

    def give_off(self, day: datetime.date) -> None:
        """From now on it is known that nobody works on this day."""
        self._counted.clear()
        self._off.add(day)
        self._on.discard(day)

    def works(self, day: datetime.date) -> bool:
        """Whether offices work on this day. Raises KeyError for a year whose notice is not typed here."""
        _NOTICES[day.year]
        return day in self._on or (day.weekday() < 5 and day not in self._off)

    def after(self, day: datetime.date, count: int) -> datetime.date:
        """The `count`-th working day after a day; before it where `count` is negative."""
        asked = (day, count)
        if asked not in self._counted:
            way = ONE_DAY if count > 0 else -ONE_DAY
            left = abs(count)
            while left:
                day += way
                left -= self.works(day)
            self._counted[asked] = day
        return self._counted[asked]

    def until(self, day: datetime.date) -> datetime.date:
        """The day itself if it is a working day, else the last one before it."""
        while not self.works(day):
            day -= ONE_DAY
        return day

    def when_over(self, day: datetime.date, full_days: int) -> datetime.date:
        """The working day on which so many full working days are over, `day` counted if it is one."""
        while full_days or not self.works(day):
            full_days -= self.works(day)
            day += ONE_DAY
        return day

    def passed(self, day: datetime.date, until: datetime.date) -> int:
        """How many working days have come after a day, that one included on which it is asked."""
        return sum(self.works(day + ONE_DAY * passed) for passed in range(1, (until - day).days + 1))
