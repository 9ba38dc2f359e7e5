"""The sensitive breakdown: wishes in the pool by category of people, so that no small cell can be worked out.

Disability, poverty and childhood are sensitive (domain.md, Privacy rules). What is published is one tree for everybody
who may look: a county and its towns; nothing for a single community, nothing by day, by filter or in the export. In it a
cell of 1 to 4 is shown as “<5”. So that it is not the difference between a region and its other parts:

- beside m hidden parts of a region others are withheld, the first by code, until all of these hold 4m + 5 together:
  then each hidden one can still be anything from 1 to 4, also for somebody who knows this rule;
- where that is not to be had, no part of the region is shown;
- below a cell that is not shown nothing is shown, so each sum has its hidden cells to itself;
- a city's or province's sum is shown where every county's cell is: it tells nothing that these do not, and what one
  county sees never depends on another;
- how many of a category are fulfilled is told at one level only, the county, and so has no differences.

Who writes the figures down every day sees them change, as with every figure that is kept up to date; that is not hidden.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import orjson
from django.db import connection

from hub.communities.regions import LEVELS

FEWEST_SHOWN = 5
"""A cell between 1 and 4 is hidden (domain.md, Privacy rules)."""

Hidden = Literal["", "few", "withheld"]
"""Why a cell is not shown: it is 1 to 4 (or lies in one that is), or it would tell such a cell by subtraction."""

COUNTY, TOWN = LEVELS[2], LEVELS[3]


def hidden_cells(cells: Mapping[str, int]) -> dict[str, Hidden]:
    """What of the parts of one region, whose sum is shown, may not be shown: part → why; empty for what may be."""
    few = [key for key, number in cells.items() if _is_few(number)]
    if not few:
        return dict.fromkeys(cells, "")
    hidden: dict[str, Hidden] = dict.fromkeys(few, "few")
    together = sum(cells[key] for key in few)
    for key in sorted(cells.keys() - hidden.keys()):
        hidden[key] = "withheld"
        together += cells[key]
        # Chosen by place and not by size, with a limit on their sum, which is known anyway: the choice tells nothing.
        if together >= (FEWEST_SHOWN - 1) * len(few) + FEWEST_SHOWN:
            return {key: hidden.get(key, "") for key in cells}
    return dict.fromkeys(cells, "withheld")


def breakdown(region: str, year: int) -> list[dict[str, Any]]:
    """The region's cells, the fullest first; empty below a town. `hidden` says why a number is None."""
    if len(region) > TOWN:
        return []
    lines = _lines(region[:COUNTY], year)
    found = []
    for category in sorted({key for _, cells in lines for key in cells}):
        cell = _cell(category, region, [(code, *cells.get(category, (0, 0))) for code, cells in lines])
        if cell["hidden"] or cell["in_pool"]:
            found.append(cell)
    return sorted(found, key=lambda cell: (-(cell["in_pool"] or 0), cell["category"]))


def _cell(category: str, region: str, numbers: Sequence[tuple[str, int, int]]) -> dict[str, Any]:
    hidden = _hidden(region, numbers)
    if hidden:
        return {"category": category, "in_pool": None, "fulfilled": None, "hidden": hidden}
    inside = [(pool, done) for code, pool, done in numbers if code.startswith(region)]
    pool, fulfilled = sum(pool for pool, _ in inside), sum(done for _, done in inside)
    told = len(region) == COUNTY and not _is_few(fulfilled) and not _is_few(pool - fulfilled)
    return {"category": category, "in_pool": pool, "fulfilled": fulfilled if told else None, "hidden": ""}


def _hidden(region: str, numbers: Sequence[tuple[str, int, int]]) -> Hidden:
    """Whether the cell of a region is hidden. `numbers` are those of its county, or of all counties in it."""
    counties = _sums(numbers, COUNTY)
    if any(map(_is_few, counties.values())):
        # Where there is but one county, the larger region is no sum, and the cell is the county's own.
        return "few" if len(counties) == 1 else "withheld"
    return hidden_cells(_sums(numbers, TOWN)).get(region, "") if len(region) == TOWN else ""


def _sums(numbers: Sequence[tuple[str, int, int]], length: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for code, pool, _ in numbers:
        found[code[:length]] = found.get(code[:length], 0) + pool
    return found


def _is_few(number: int) -> bool:
    return 0 < number < FEWEST_SHOWN


def _lines(prefix: str, year: int) -> list[tuple[str, dict[str, tuple[int, int]]]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.region_code, y.categories::text FROM communities_community c"
            " JOIN rollups_communityyear y ON y.community_id = c.id AND y.year = %s WHERE c.region_code LIKE %s",
            [year, f"{prefix}%"],
        )
        return [(code, orjson.loads(cells)) for code, cells in cursor.fetchall()]
