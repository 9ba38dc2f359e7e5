"""The honest sheet: what stands behind each rate, as of the end of a day, down to the wishes themselves.

Every wish that was ever collected is accounted for in each rate: in its numerator, in the rest of its denominator, or
among what is left out, with the reason.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hub.language import Text
from hub.rollups.rates import DEFINITION, RATES, Rate, rates_of_definition
from tenants.campaigns.defining import definitions_on
from tenants.campaigns.finding import Covered, covered
from tenants.forms.statistics.form import OUTSIDE_THE_POOL
from tenants.forms.statistics.numbers import NUMBERS, by_definition, numbers_of, said_of_rate, totals
from tenants.forms.statistics.standing import Standing, standings

IN_PROGRESS = ("admitted", "open", "backstopped", "carried_over")


@dataclass(frozen=True)
class Behind:
    """Names of numbers: `parts` make up the numerator, `rest` the rest of the denominator, `excluded` all others."""

    parts: tuple[str, ...]
    rest: tuple[str, ...]
    excluded: tuple[str, ...]


BEHIND: Mapping[str, Behind] = {
    "claim": Behind(
        ("held", "delivered_by_claimer", "by_claimer"),
        ("by_backstop", "delivered_by_backstop", *IN_PROGRESS),
        OUTSIDE_THE_POOL,
    ),
    "completion": Behind(("by_claimer", "by_backstop"), ("held", "delivered", *IN_PROGRESS), OUTSIDE_THE_POOL),
    "on_time": Behind((), ("late",), ("by_backstop", "unfulfilled", "outside_the_pool")),
    "satisfaction": Behind((), ("partly", "not_satisfied"), ("not_asked", "nothing_to_ask")),
}

BEHIND_BEFORE: Mapping[str, Behind] = {
    **BEHIND,
    "claim": Behind(
        ("held", "delivered_by_claimer", "delivered_by_backstop", "by_claimer", "by_backstop"),
        IN_PROGRESS,
        OUTSIDE_THE_POOL,
    ),
    "on_time": Behind((), ("late", "by_backstop"), ("unfulfilled", "outside_the_pool")),
}
"""Of the definition before (`hub.rollups.rates`)."""

ALWAYS_SHOWN = frozenset({"by_backstop"})
"""Shown even when it is 0: what the community did itself is never hidden (domain.md)."""

BESIDE = ("all", "in_pool", "claimed", "fulfilled", "open", "overdue")
"""Numbers that stand beside the rates; each opens its wishes too."""


BEHIND_EACH = {DEFINITION: BEHIND, DEFINITION - 1: BEHIND_BEFORE}

BY_ONE_DEFINITION = Text(zh="{name}（口径 {number}）", en="{name} (definition {number})")

Numbers = Mapping[int, Mapping[str, int]]
"""Definition → every number of the wishes whose campaigns go by it."""


@dataclass(frozen=True)
class Count:
    key: str
    name: str
    count: int


@dataclass(frozen=True)
class RateBehind:
    """`said` is what it means; by each definition, where several hold."""

    rate: Rate
    said: str
    numerator: Count
    denominator: Count
    parts: Sequence[Count]
    rest: Sequence[Count]
    excluded: Sequence[Count]


@dataclass(frozen=True)
class Sheet:
    """`definitions`: by which each campaign's rates are counted; `definition` is the number where it is one for all."""

    day: datetime.date
    definitions: Mapping[UUID, int]
    counts: Sequence[Count]
    rates: Sequence[RateBehind]

    @property
    def definition(self) -> int | None:
        several = set(self.definitions.values())
        return several.pop() if len(several) == 1 else None


def sheet_of(of: Covered, day: datetime.date) -> Sheet:
    """The sheet of a campaign, or of a year's campaigns together, as of the end of the day, in the reader's language.

    A year is the sum of its campaigns, each by its own definition (domain.md, Numbers that are reported). A number that
    belongs elsewhere by the other definition then stands there for itself.
    """
    definitions = definitions_on(covered(of), day)
    found = by_definition(standings(of, day, people=False), definitions)
    numbers = {number: totals(rows, number) for number, rows in found.items()}
    return Sheet(
        day=day,
        definitions=definitions,
        counts=[_count(key, numbers) for key in BESIDE],
        rates=[_behind(rate.key, numbers) for rate in RATES],
    )


def wishes_behind(of: Covered, day: datetime.date, number: str) -> list[Standing]:
    """The wishes of one number (a key of the sheet) as they stood then, by number. Raises KeyError for one it has not."""
    definitions = definitions_on(covered(of), day)
    wanted = [part.partition(".") for part in number.split(",")]
    holds = {one: [numbers_of(one)[key].holds for key, _, by in wanted if by in ("", str(one))] for one in BEHIND_EACH}
    return [it for it in standings(of, day) if any(hold(it) for hold in holds[definitions[it.wish.campaign_id]])]


def is_number(key: str) -> bool:
    """Whether a sheet can have a number of this key: `open`, `by_backstop.1`, `by_claimer.2,fulfilled.1`."""
    parts = [part.partition(".") for part in key.split(",")]
    return all(name in NUMBERS and by in ("", *map(str, BEHIND_EACH)) for name, _, by in parts)


def _behind(key: str, numbers: Numbers) -> RateBehind:
    rates = {number: next(rate for rate in rates_of_definition(number) if rate.key == key) for number in numbers}
    behind = {number: BEHIND_EACH[number][key] for number in numbers}

    def all_of(of: Mapping[int, Sequence[str]]) -> list[Count]:
        keys = dict.fromkeys(name for names in of.values() for name in names)
        return [_count(name, numbers, by=[number for number, names in of.items() if name in names]) for name in keys]

    def several(of: Mapping[int, Sequence[str]]) -> list[Count]:
        return [each for each in all_of(of) if each.count or each.key.partition(".")[0] in ALWAYS_SHOWN]

    rate = rates[max(rates)]
    return RateBehind(
        rate=rate,
        said=said_of_rate(key, numbers),
        numerator=_count(rate.numerator, numbers),
        denominator=_joined(all_of({number: [each.denominator] for number, each in rates.items()})),
        parts=several({number: each.parts for number, each in behind.items()}),
        rest=several({number: each.rest for number, each in behind.items()}),
        excluded=several({number: each.excluded for number, each in behind.items()}),
    )


def _count(key: str, numbers: Numbers, *, by: Sequence[int] | None = None) -> Count:
    """A number over all wishes; over those alone that go `by` some of the definitions its key and name say so."""
    name = str(numbers_of(max(numbers))[key].name)
    if by is None or len(by) == len(numbers):
        return Count(key, name, sum(counted[key] for counted in numbers.values()))
    [one] = by
    return Count(f"{key}.{one}", str(BY_ONE_DEFINITION.format(name=name, number=one)), numbers[one][key])


def _joined(counts: Sequence[Count]) -> Count:
    """Denominators of another name for each definition are one number of the sheet."""
    joint = " + ".join(each.name for each in counts)
    return Count(",".join(each.key for each in counts), joint, sum(each.count for each in counts))
