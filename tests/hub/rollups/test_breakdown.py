"""A hidden cell stays hidden from somebody who knows every shown number, the sums, and the rule by which cells are hidden."""

from collections.abc import Iterator

import pytest
from django.db import connection

from hub.clock import now
from hub.communities.models import Community
from hub.rollups.breakdown import FEWEST_SHOWN, breakdown, hidden_cells
from hub.rollups.models import CommunityYear

SMALL = {1, 2, 3, 4}
Seen = tuple[int, tuple[int | str, ...]]


def seen(numbers: tuple[int, ...]) -> Seen:
    """What is published of parts whose sum is shown."""
    cells = {f"{place:02}": number for place, number in enumerate(numbers)}
    hidden = hidden_cells(cells)
    return sum(numbers), tuple(hidden[key] or number for key, number in cells.items())


def all_with(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to share a total out over so many parts."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in all_with(total - first, parts - 1):
            yield (first, *rest)


@pytest.mark.parametrize(("parts", "most"), [(2, 40), (3, 30), (4, 20)])
def test_nobody_can_work_out_a_hidden_cell(parts: int, most: int) -> None:
    # The sum itself is shown only from five on: below, everything under it is hidden with it.
    for total in range(FEWEST_SHOWN, most + 1):
        could_be: dict[Seen, list[set[int]]] = {}
        for numbers in all_with(total, parts):
            values = could_be.setdefault(seen(numbers), [set() for _ in numbers])
            for place, number in enumerate(numbers):
                values[place].add(number)
        for (_, published), values in could_be.items():
            for shown, possible in zip(published, values, strict=True):
                if shown == "few":
                    assert possible == SMALL, (total, published)
                elif shown == "withheld":
                    # That one of them is empty may be known; how many there are of a few may not.
                    assert possible.isdisjoint(SMALL) or len(possible) > 1, (total, published)
                else:
                    assert not isinstance(shown, str)
                    assert not 0 < shown < FEWEST_SHOWN, (total, published)


def test_where_nothing_is_small_everything_is_shown() -> None:
    assert hidden_cells({"a": 5, "b": 0, "c": 40}) == {"a": "", "b": "", "c": ""}


def test_a_small_one_takes_the_next_by_code_with_it() -> None:
    assert hidden_cells({"a": 3, "b": 20, "c": 40}) == {"a": "few", "b": "withheld", "c": ""}


def test_too_few_together_are_not_broken_down() -> None:
    assert hidden_cells({"a": 1, "b": 6}) == {"a": "withheld", "b": "withheld"}


def a_community(code: str, **cells: tuple[int, int]) -> None:
    """A row of the hub with its line; the breakdown needs no schema."""
    made = Community.objects.create(
        slug=f"c{code}", schema_name=f"c_{code}", name=code, region_code=code, wrapped_key=b"", schema_version=""
    )
    counts = {key: list(value) for key, value in cells.items()}
    CommunityYear.objects.create(
        community=made, year=2026, region_code=code, campaign_state="running", categories=counts, counted_at=now()
    )


def cell_of(region: str, category: str) -> tuple[int | None, str] | None:
    return next(
        ((cell["in_pool"], cell["hidden"]) for cell in breakdown(region, 2026) if cell["category"] == category), None
    )


@pytest.mark.django_db
def test_the_levels_are_one_tree() -> None:
    connection.set_schema_to_public()
    a_community("630222100001", senior=(30, 10), disabled=(3, 0), veteran=(2, 1))
    a_community("630222100002", senior=(12, 2))
    a_community("630222101001", senior=(20, 20), disabled=(9, 4), veteran=(1, 0))
    a_community("630222102001", senior=(8, 1), disabled=(17, 9))
    county, towns = "630222", ("630222100", "630222101", "630222102")
    assert [cell_of(town, "senior") for town in towns] == [(42, ""), (20, ""), (8, "")]
    # 3 of 29 hide the next town, so that 29 − 9 − 17 does not tell them.
    assert cell_of(county, "disabled") == (29, "")
    assert [cell_of(town, "disabled") for town in towns] == [(None, "few"), (None, "withheld"), (17, "")]
    # The county itself is small: nothing below it is told, not even where there is none.
    assert [cell_of(code, "veteran") for code in (county, *towns)] == [(None, "few")] * 4
    assert cell_of("6302", "veteran") == (None, "few"), "there is no other county in it"
    # Of a single community nothing is broken down.
    assert breakdown("630222100001", 2026) == []


@pytest.mark.django_db
def test_no_county_depends_on_another_and_a_city_adds_up_only_what_all_of_them_show() -> None:
    connection.set_schema_to_public()
    a_community("630222100001", senior=(30, 10), disabled=(9, 0))
    alone = breakdown("630222", 2026)
    a_community("630223100001", senior=(3, 1), disabled=(6, 0))
    assert breakdown("630222", 2026) == alone
    assert cell_of("630223", "senior") == (None, "few")
    assert cell_of("6302", "senior") == cell_of("63", "senior") == (None, "withheld")
    assert cell_of("6302", "disabled") == (15, "")


@pytest.mark.django_db
def test_how_many_are_fulfilled_is_told_at_one_level_only_and_not_where_few_are_or_are_not() -> None:
    connection.set_schema_to_public()
    a_community("630222100001", senior=(30, 10), disabled=(20, 17), low_income=(20, 2))
    told = {
        region: {cell["category"]: cell["fulfilled"] for cell in breakdown(region, 2026)}
        for region in ("63", "6302", "630222", "630222100")
    }
    assert told["630222"] == {"senior": 10, "disabled": None, "low_income": None}
    assert all(value is None for region in ("63", "6302", "630222100") for value in told[region].values())
