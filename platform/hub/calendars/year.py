"""The working days of one year, as plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Holiday:
    """A stretch of free days with its name; both ends are free."""

    name: str
    first: date
    last: date

    @classmethod
    def from_json(cls, kept: dict[str, str]) -> "Holiday":
        """From what `as_json` gives."""
        return cls(kept["name"], date.fromisoformat(kept["first"]), date.fromisoformat(kept["last"]))

    def as_json(self) -> dict[str, str]:
        """As it is kept in a column of JSON."""
        return {"name": self.name, "first": self.first.isoformat(), "last": self.last.isoformat()}


@dataclass(frozen=True)
class WorkingYear:
    """`free` are days on which nobody works, weekends or not; `made_up` weekends on which everybody does.

    `provisional`: no arrangement is known, so statutory holidays and weekends only, and it may still change.
    """

    year: int
    free: frozenset[date]
    made_up: frozenset[date]
    holidays: tuple[Holiday, ...]
    provisional: bool
    source: Literal["library", "operator"]

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on this day of the year."""
        return day in self.made_up if day.weekday() >= 5 else day not in self.free

    def days_apart(self, other: "WorkingYear") -> list[date]:
        """The days on which the two years say something else, in their order."""
        disputed = self.free | self.made_up | other.free | other.made_up
        return sorted(day for day in disputed if self.is_working_day(day) != other.is_working_day(day))


def days_of(holidays: Iterable[Holiday]) -> frozenset[date]:
    """Every day of these stretches."""
    return frozenset(each.first + DAY * n for each in holidays for n in range((each.last - each.first).days + 1))


def runs_of(year: int, free: frozenset[date], made_up: frozenset[date]) -> list[list[date]]:
    """The stretches of days off that have a holiday among them, weekends beside it included; in their order."""
    runs: list[list[date]] = []
    run: list[date] = []
    day = date(year, 1, 1)
    while day.year == year:
        if day in free or (day.weekday() >= 5 and day not in made_up):
            run.append(day)
        else:
            runs, run = [*runs, run], []
        day += DAY
    return [each for each in [*runs, run] if any(day in free for day in each)]
