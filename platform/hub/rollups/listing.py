"""The table of a region: its parts of the next level, or all its communities; filtered, sorted, each with what is stuck."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hub.communities.regions import LEVELS
from hub.pinyin import sort_key
from hub.rollups.models import STAGES
from hub.rollups.rates import RATES, Rate, share
from hub.rollups.reading import Standing, summed
from hub.rollups.regions import next_level

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
    stages: Sequence[str]
    """The stages that are asked for."""
    stuck: int
    """How many wishes are stuck in these stages."""
    longest: int
    """The longest wait of them, in working days beyond what the policy allows."""


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


def rows_of(region: str, lines: Iterable[Standing], wanted: Wanted, names: Mapping[str, str]) -> list[Row]:
    """The rows that are wanted, in their order; equal ones by code. `names` are those of `codes_named`."""
    length = COMMUNITY if wanted.flat else next_level(region)
    stages = (wanted.stage,) if wanted.stage else STAGES
    groups: dict[str, list[Standing]] = {}
    for line in lines:
        if not wanted.state or (line.campaign_state or NOT_BEGUN) == wanted.state:
            groups.setdefault(line.code[:length], []).append(line)
    looked_for = wanted.name.casefold()
    rows = []
    for code, below in groups.items():
        name = below[0].name if length == COMMUNITY else names.get(code, code)
        if looked_for and looked_for not in name.casefold():
            continue
        counts = below[0].counts if len(below) == 1 else summed(below)
        stuck_here = sum(counts[stage] for stage in stages)
        if wanted.stage and not stuck_here:
            continue
        longest = max(line.longest[stage] for line in below for stage in stages)
        above = names.get(code[:TOWN], "") if length == COMMUNITY else ""
        rows.append(Row(code, name, above, below, counts, stages, stuck_here, longest))
    order = wanted.sort or USUAL_ORDER
    return sorted(
        sorted(rows, key=lambda row: row.code), key=ORDERS[order.removeprefix("-")], reverse=order.startswith("-")
    )


def codes_named(region: str, lines: Iterable[Standing], wanted: Wanted) -> set[str]:
    """The regions that the rows name: their own, or the towns of communities."""
    length = TOWN if wanted.flat else min(next_level(region), TOWN)
    return {line.code[:length] for line in lines}


def answer_of(row: Row, gained: Mapping[str, int] | None) -> dict[str, Any]:
    """The row as the API answers it; `gained` since the period began, where one was asked for."""
    alone = len(row.code) == COMMUNITY
    waits = [wait for wait in stuck(row.lines) if wait["count"] and wait["stage"] in row.stages]
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
        "worst": waits[0] if waits else None,
    }
