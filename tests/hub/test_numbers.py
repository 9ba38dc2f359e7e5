"""One reader for numbers in cells and in fields."""

import datetime
from collections.abc import Callable

import pytest

from hub.numbers import read_age, read_amount, read_count, read_pieces, read_whole

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
        ("1.2k", 1200),
        ("1K", 1000),
        ("1千2", 1200),
        ("壹佰捌拾元", 180),
        ("100〜150", 150),
        ("12,500.00", 12500),
        ("100-", 100),
        ("~100", 100),
        ("廿五", 25),
        ("卅元", 30),
        ("一百零五", 105),
    ],
)
def test_amounts(typed: str, yuan: int | None) -> None:
    assert read_amount(typed) == yuan


@pytest.mark.parametrize(
    "typed",
    [
        "几百元",
        "1e5",
        "-5",
        "两三样",
        "12元3角4",
        "1000001",
        "单价50,2件",
        "100 150",
        "100,150",
        "1.200,00",
        "1,2",
        "$20",
        "20美元",
        "380V",
        "5kg",
        "半百",
        "百几",
        "100-150-200",
        "−5",
        "—5元",
        "－5",
        "负5",
        "¥-5",
        ".5",
        "1.200",
        "一百05",
        "一百5",
        "二00",
    ],
)
def test_what_is_no_single_amount_is_not_made_one(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_amount(typed)


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("6.5", 6),
        ("6岁半", 6),
        ("１３", 13),
        ("七十六", 76),
        ("2017-03-10", 8),
        ("8个月", 0),
        ("6岁6个月", 6),
        ("一岁八个月", 1),
        ("13周岁零8个月", 13),
        ("半岁", 0),
        ("刚满6岁", 6),
        ("七十整", 70),
        ("虚岁77", 77),
        ("11个月", 0),
        ("18个月", 1),
        ("三十个月大", 2),
        ("400天", 1),
        ("廿五岁", 25),
    ],
)
def test_ages(typed: str, years: int) -> None:
    assert read_age(typed, on=DAY) == years


@pytest.mark.parametrize("typed", ["七八岁", "七十五六", "2 7", "虚岁14", "14岁（虚岁）", "7虚岁", "5周", "70-75"])
def test_what_is_no_single_age_is_not_made_one(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_age(typed, on=DAY)


@pytest.mark.parametrize(
    "typed",
    ["两三个", "十几个", "1½", "2+1", "2、3个", "一个半", "半斤", "-1", "−1个", "负1", ".5", "2×3", "2*3", "一2"],
)
def test_a_piece_more_or_less_is_no_number_of_pieces(typed: str) -> None:
    for read in (read_count, read_pieces):
        with pytest.raises(ValueError, match=r"."):
            read(typed)


@pytest.mark.parametrize(
    ("typed", "count"), [("2袋/50斤", 2), ("1箱24瓶", 1), ("1套(2件)", 1), ("各一件", 1), ("2*50斤", 2), ("廿个", 20)]
)
def test_what_stands_behind_the_pieces_of_a_register_is_left_aside(typed: str, count: int) -> None:
    assert read_pieces(typed) == count


@pytest.mark.parametrize("read", [read_count, read_pieces])
@pytest.mark.parametrize(
    ("typed", "count"),
    [("1打", 12), ("一打", 12), ("两打", 24), ("２ 打", 24), ("半打", 6), ("壹打", 12), ("3打袜子", 36)],
)
def test_a_dozen_is_twelve(read: Callable[[str], int | None], typed: str, count: int) -> None:
    assert read(typed) == count


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
