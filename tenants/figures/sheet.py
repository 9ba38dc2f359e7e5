"""The honest sheet: what stands behind each rate, as of the end of a day, down to the wishes themselves.

Every wish that was ever collected is accounted for in each rate: in its numerator, in the rest of its denominator, or
among what is left out, with the reason.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hub.rollups.rates import DEFINITION, Rate, rates_of_definition
from tenants.campaigns.defining import definition_on
from tenants.campaigns.finding import Covered, covered
from tenants.forms.statistics.form import OUTSIDE_THE_POOL
from tenants.forms.statistics.numbers import numbers_of, totals
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


@dataclass(frozen=True)
class Count:
    key: str
    name: str
    count: int


@dataclass(frozen=True)
class RateBehind:
    rate: Rate
    numerator: Count
    denominator: Count
    parts: Sequence[Count]
    rest: Sequence[Count]
    excluded: Sequence[Count]


@dataclass(frozen=True)
class Sheet:
    """`definition` is the number of the rates' definition, which the sheet names."""

    day: datetime.date
    definition: int
    counts: Sequence[Count]
    rates: Sequence[RateBehind]


def sheet_of(of: Covered, day: datetime.date) -> Sheet:
    """The sheet of a campaign, or of a year's campaigns together, as of the end of the day, in the reader's language."""
    definition = definition_on(covered(of), day)
    numbers = totals(standings(of, day, people=False), definition)
    named = numbers_of(definition)
    behind = BEHIND if definition == DEFINITION else BEHIND_BEFORE

    def counted(keys: Sequence[str], *, all_of_them: bool = False) -> list[Count]:
        return [
            Count(key, str(named[key].name), numbers[key])
            for key in keys
            if numbers[key] or all_of_them or key in ALWAYS_SHOWN
        ]

    def one(key: str) -> Count:
        return counted([key], all_of_them=True)[0]

    return Sheet(
        day=day,
        definition=definition,
        counts=counted(BESIDE, all_of_them=True),
        rates=[
            RateBehind(
                rate=rate,
                numerator=one(rate.numerator),
                denominator=one(rate.denominator),
                parts=counted(behind[rate.key].parts),
                rest=counted(behind[rate.key].rest),
                excluded=counted(behind[rate.key].excluded),
            )
            for rate in rates_of_definition(definition)
        ],
    )


def wishes_behind(of: Covered, day: datetime.date, number: str) -> list[Standing]:
    """The wishes of one number (a key of `NUMBERS`) as they stood then, by number."""
    holds = numbers_of(definition_on(covered(of), day))[number].holds
    return [it for it in standings(of, day) if holds(it)]
