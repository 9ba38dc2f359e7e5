"""The table of a region: its parts of the next level, or all its communities; filtered, sorted, each with what is stuck."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hub.communities.regions import LEVELS
from hub.pinyin import sort_key
from hub.rollups.models import STAGES
from hub.rollups.rates import RATES, Rate, share
from hub.rollups.reading import Standing, summed
from hub.rollups.regions import names_of, next_level

COMMUNITY, TOWN = LEVELS[-1], LEVELS[-2]

NOT_BEGUN = "none"
"""What the filter calls a community without a campaign in the year."""


@dataclass(frozen=True, slots=True)
class Row:
    """A region of the next level, or a community with its state."""

    code: str
    name: str
    above: str
    lines: Sequence[Standing]
    counts: Mapping[str, int]
    waits: Sequence[Mapping[str, Any]]
    """The stages in which something is stuck, the fullest first."""

    @property
    def stuck(self) -> int:
        return sum(int(wait["count"]) for wait in self.waits)

    @property
    def longest(self) -> int:
        return max((int(wait["longest"]) for wait in self.waits), default=0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows, in which order. Empty values mean all."""

    flat: bool = False
    state: str = ""
    stage: str = ""
    name: str = ""
    sort: str = ""


def _by_rate(rate: Rate) -> Callable[[Row], Any]:
    # What has no rate is no best and no worst: below all in the one direction, above all in the other.
    return lambda row: (
        share(row.counts[rate.numerator], row.counts[rate.denominator])
        or (0.0 if row.counts[rate.denominator] else -1.0)
    )


ORDERS: Mapping[str, Callable[[Row], Any]] = {
    "stuck": lambda row: (row.stuck, row.longest),
    "longest": lambda row: (row.longest, row.stuck),
    "overdue": lambda row: row.counts["overdue"],
    "in_pool": lambda row: row.counts["in_pool"],
    **{rate.key: _by_rate(rate) for rate in RATES},
    "name": lambda row: sort_key(row.name),
    "code": lambda row: row.code,
}
"""What rows can be sorted by; with a minus before it the largest comes first."""

USUAL_ORDER = "-stuck"


def stuck(lines: Iterable[Standing]) -> list[dict[str, Any]]:
    """Each stage with its count and its longest wait (working days), the fullest first."""
    lines = list(lines)
    found = [
        {
            "stage": stage,
            "count": sum(line.counts[stage] for line in lines),
            "longest": max((line.longest[stage] for line in lines), default=0),
        }
        for stage in STAGES
    ]
    return sorted(found, key=lambda row: -int(row["count"]))


def rows_of(region: str, lines: Iterable[Standing], wanted: Wanted) -> list[Row]:
    """The rows that are wanted, in their order; equal ones by code."""
    length = COMMUNITY if wanted.flat else next_level(region)
    groups: dict[str, list[Standing]] = {}
    for line in lines:
        if not wanted.state or (line.campaign_state or NOT_BEGUN) == wanted.state:
            groups.setdefault(line.code[:length], []).append(line)
    codes = {code[:TOWN] for code in groups} if length == COMMUNITY else set(groups)
    names = names_of(codes)
    rows = []
    for code, below in groups.items():
        waits = [wait for wait in stuck(below) if wait["count"] and (not wanted.stage or wait["stage"] == wanted.stage)]
        name = below[0].name if length == COMMUNITY else names.get(code, code)
        if (waits or not wanted.stage) and wanted.name.casefold() in name.casefold():
            above = names.get(code[:TOWN], "") if length == COMMUNITY else ""
            rows.append(Row(code, name, above, below, below[0].counts if len(below) == 1 else summed(below), waits))
    order = wanted.sort or USUAL_ORDER
    return sorted(
        sorted(rows, key=lambda row: row.code), key=ORDERS[order.removeprefix("-")], reverse=order.startswith("-")
    )


def answer_of(row: Row, gained: Mapping[str, int] | None) -> dict[str, Any]:
    """The row as the API answers it; `gained` since the period began, where one was asked for."""
    alone = len(row.code) == COMMUNITY
    return {
        "code": row.code,
        "name": row.name,
        "above": row.above,
        "is_community": alone,
        "communities": len(row.lines),
        "community_state": row.lines[0].community_state if alone else "",
        "campaign_state": row.lines[0].campaign_state if alone else "",
        "active_at": max((line.active_at for line in row.lines if line.active_at), default=None),
        "counts": row.counts,
        "gained": gained,
        "stuck": row.stuck,
        "longest": row.longest,
        "worst": row.waits[0] if row.waits else None,
    }
