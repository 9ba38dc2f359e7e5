"""One reader for numbers in cells and in fields."""

import datetime

import pytest

from hub.numbers import read_age, read_amount, read_count, read_whole

DAY = datetime.date(2026, 3, 9)


@pytest.mark.parametrize(
    ("typed", "yuan"),
    [
        ("99.5", 100),
        ("100-150", 150),
        ("１２０元", 120),
        ("一百二十元", 120),
        ("¥1,200", 1200),
        ("无", None),
        ("0.5万", 5000),
    ],
)
def test_amounts(typed: str, yuan: int | None) -> None:
    assert read_amount(typed) == yuan


@pytest.mark.parametrize("typed", ["几百元", "1e5", "-5", "两三样", "12元3角4", "1000001"])
def test_what_is_no_single_amount_is_not_made_one(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_amount(typed)


@pytest.mark.parametrize(
    ("typed", "years"), [("6.5", 6), ("6岁半", 6), ("１３", 13), ("七十六", 76), ("2017-03-10", 8), ("8个月", 0)]
)
def test_ages(typed: str, years: int) -> None:
    assert read_age(typed, on=DAY) == years


@pytest.mark.parametrize(("typed", "count"), [("两个", 2), ("２床", 2), ("×3", 3), ("", None)])
def test_counts(typed: str, count: int | None) -> None:
    assert read_count(typed) == count


@pytest.mark.parametrize("typed", ["1.5", "2-3", "1斤2两3", "很多"])
def test_what_is_no_count_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_count(typed)


@pytest.mark.parametrize(("typed", "number"), [("15", 15), ("１５", 15), ("十五天", 15), ("-5", -5), ("10%", 10)])
def test_whole_numbers(typed: str, number: int) -> None:
    assert read_whole(typed) == number
