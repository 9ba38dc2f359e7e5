"""Reading the lines of a region's communities, as they are now or as they were at the end of a day. Hub tables only.

Which communities count: active ones; suspended and archived ones with what they were last counted to, so that a year's
totals do not change because a community was closed. An active one without a campaign in the year counts nothing, and
is listed all the same: that it has not begun is its state.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import connection

from hub.clock import today
from hub.rollups.models import COUNTS, STAGES

NOTHING: Mapping[str, int] = dict.fromkeys(COUNTS, 0)
NO_WAIT: Mapping[str, int] = dict.fromkeys(STAGES, 0)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one community stands in a year. `longest` in working days beyond what the policy allows."""

    code: str
    name: str
    community_state: str
    campaign_state: str
    counts: Mapping[str, int]
    longest: Mapping[str, int]
    active_at: datetime.datetime | None
    counted_at: datetime.datetime | None


_NOW = """
    SELECT c.region_code, c.name, c.state, y.campaign_state, y.counts::text, y.longest::text, y.active_at, y.counted_at
    FROM communities_community c LEFT JOIN rollups_communityyear y ON y.community_id = c.id AND y.year = %s
    WHERE c.region_code LIKE %s AND (y.id IS NOT NULL OR c.state = 'active' AND %s) ORDER BY c.region_code
"""
_THEN = """
    SELECT c.region_code, c.name, c.state, d.campaign_state, d.counts::text, d.longest::text, NULL, NULL
    FROM communities_community c LEFT JOIN LATERAL (
        SELECT id, campaign_state, counts, longest FROM rollups_communityday
        WHERE community_id = c.id AND year = %s AND day <= %s ORDER BY day DESC LIMIT 1
    ) d ON true
    WHERE c.region_code LIKE %s AND (d.id IS NOT NULL OR c.state = 'active' AND %s) ORDER BY c.region_code
"""
_OVERDUE = """
    SELECT coalesce(sum(d.overdue), 0) FROM communities_community c CROSS JOIN LATERAL (
        SELECT overdue FROM rollups_communityday
        WHERE community_id = c.id AND year = %s AND day <= %s ORDER BY day DESC LIMIT 1
    ) d WHERE c.region_code LIKE %s
"""
_TREND = """
    WITH steps AS (
        SELECT d.day, d.in_pool - lag(d.in_pool, 1, 0) OVER by_day AS in_pool,
            d.claimed - lag(d.claimed, 1, 0) OVER by_day AS claimed,
            d.fulfilled - lag(d.fulfilled, 1, 0) OVER by_day AS fulfilled,
            d.overdue - lag(d.overdue, 1, 0) OVER by_day AS overdue
        FROM rollups_communityday d JOIN communities_community c ON c.id = d.community_id
        WHERE d.year = %s AND c.region_code LIKE %s AND d.day <= %s
        WINDOW by_day AS (PARTITION BY d.community_id ORDER BY d.day)
    ), days AS (
        SELECT day, sum(in_pool) AS in_pool, sum(claimed) AS claimed, sum(fulfilled) AS fulfilled, sum(overdue) AS overdue
        FROM steps GROUP BY day
    )
    SELECT * FROM (
        SELECT day, sum(in_pool) OVER so_far, sum(claimed) OVER so_far, sum(fulfilled) OVER so_far, sum(overdue) OVER so_far
        FROM days WINDOW so_far AS (ORDER BY day)
    ) AS found WHERE day >= %s ORDER BY day
"""


def standings(prefix: str, year: int, *, until: datetime.date | None = None) -> list[Standing]:
    """The communities of a region in a year, by code; as they were at the end of the day `until`, now by default."""
    lacking = year >= today().year
    if until is None or until >= today():
        return [_standing(*row) for row in _rows(_NOW, [year, f"{prefix}%", lacking])]
    return [_standing(*row) for row in _rows(_THEN, [year, until, f"{prefix}%", lacking])]


def overdue_on(prefix: str, year: int, day: datetime.date) -> int:
    """How many claims were overdue in the region on a day (each community by its last count until then)."""
    ((total,),) = _rows(_OVERDUE, [year, day, f"{prefix}%"])
    return int(total)


def trend(
    prefix: str, year: int, *, since: datetime.date | None, until: datetime.date
) -> list[dict[str, datetime.date | int]]:
    """The region's sums by day. A community that was not counted on a day counts as on its last day before."""
    rows = _rows(_TREND, [year, f"{prefix}%", until, since or datetime.date.min])
    return [
        {
            "day": day,
            "in_pool": int(in_pool),
            "claimed": int(claimed),
            "fulfilled": int(fulfilled),
            "overdue": int(overdue),
        }
        for day, in_pool, claimed, fulfilled, overdue in rows
    ]


def summed(lines: Iterable[Standing]) -> dict[str, int]:
    """The sum of every count."""
    total = dict(NOTHING)
    for line in lines:
        if line.counts is not NOTHING:
            for name in COUNTS:
                total[name] += line.counts[name]
    return total


def counts_of(stored: dict[str, int]) -> dict[str, int]:
    """A stored line's counts. One of before there was a second definition says it by the first: all that is fulfilled is
    what the on-time rate is a share of."""
    return stored if "by_claimer" in stored else {**stored, "by_claimer": stored["fulfilled"]}


def _standing(
    code: str,
    name: str,
    state: str,
    campaign_state: str | None,
    counts: str | None,
    longest: str | None,
    active_at: datetime.datetime | None,
    counted_at: datetime.datetime | None,
) -> Standing:
    return Standing(
        code=code,
        name=name,
        community_state=state,
        campaign_state=campaign_state or "",
        counts={**NOTHING, **counts_of(orjson.loads(counts))} if counts else NOTHING,
        longest={**NO_WAIT, **orjson.loads(longest)} if longest else NO_WAIT,
        active_at=active_at,
        counted_at=counted_at,
    )


def _rows(statement: str, params: list[Any]) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        yield from cursor.fetchall()
