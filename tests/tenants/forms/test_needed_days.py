"""A list's column for the day by which a wish is needed: read, or asked about, never silently."""

import datetime
from datetime import date

import pytest

from hub.clock import TIME_ZONE, standing_at
from tenants.forms.batches import check_import, correct_row
from tenants.forms.cells.needed_days import read_needed_by
from tenants.forms.confirming import confirm_import
from tenants.forms.taking_back import take_back_import
from tenants.wishes.editing import edit_wish
from tenants.wishes.models import Wish
from tests.tenants.forms.registers import judged, table_of
from tests.tenants.forms.workbooks import HEADER, wish_row, xlsx
from tests.world import World

TODAY = datetime.datetime(2026, 4, 2, 10, tzinfo=TIME_ZONE)


def register(cell: object, header: str = "需要日期") -> bytes:
    return xlsx([[*HEADER, header], [*wish_row(1), cell]])


@pytest.mark.parametrize(
    "header",
    [
        "需要日期", "需要时间", "何时需要", "什么时候需要", "使用时间", "使用日期(年月日)", "希望送达时间", "最晚时间", "需求时间",
        "何时要用", "期望完成日期", "心愿人需要时间", "needed by", "物品需要日期", "最迟需要的日期", "急需时间",
    ],
)  # fmt: skip
def test_the_column_is_known_in_many_wordings(header: str) -> None:
    assert table_of(register("2026-12-24", header)).records[0].cells["needed_by"] == "2026-12-24"


@pytest.mark.parametrize(
    "header",
    ["送达时间", "送达日期", "认领时间", "认领期限", "完成时间", "办结日期", "征集时间", "要求认领时间", "回访日期"],
)
def test_a_day_of_something_else_is_not_taken_for_it(header: str) -> None:
    assert "needed_by" not in table_of(xlsx([[*HEADER[:11], header], [*wish_row(1)[:11], "2026-12-24"]])).columns


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-12-24", date(2026, 12, 24)), ("12月24日前", date(2026, 12, 24)), ("2026年12月24日之前用", date(2026, 12, 24)),
        ("最晚12月24日", date(2026, 12, 24)), ("12.24以前", date(2026, 12, 24)), ("２０２６－６－１", date(2026, 6, 1)),
        ("46380", date(2026, 12, 24)), ("赶在6月1日前送到", date(2026, 6, 1)), ("", None), ("无", None), ("不限", None),
        ("尽快", None), ("随时", None), ("/", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_offices_write_it(cell: str, day: date | None) -> None:
    assert read_needed_by(cell, year=2026) == day


@pytest.mark.parametrize(
    "cell", ["春节前", "12月中旬", "12月底", "6月1日左右", "开学", "2月30日", "天冷的时候", "6月1日或6月2日"]
)
def test_what_names_no_single_day_is_asked_about(cell: str) -> None:
    (row,) = judged(register(cell))
    assert (row.outcome, [reason.code for reason in row.reasons]) == ("attention", ["needed_by_unclear"])
    assert row.values["needed_by"] is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [("2026-03-01", "needed_by_over"), ("2月10日前", "needed_by_over"), ("2036-03-01", "needed_by_unclear")],
)
def test_a_day_that_is_over_or_far_away_is_asked_about(cell: str, code: str) -> None:
    (row,) = judged(register(cell))
    assert (row.outcome, [reason.code for reason in row.reasons]) == ("attention", [code])


def test_words_that_name_no_day_stay_in_the_remarks() -> None:
    (row,) = judged(register("尽快"))
    assert row.outcome == "ready"
    assert "何时需要：尽快" in row.values["remarks"]


def test_it_comes_in_with_the_wish_corrected_on_the_check_page_or_emptied_there(world: World) -> None:
    for typed, outcome, day in (("2026-05-04", "ready", date(2026, 5, 4)), ("", "ready", None)):
        with standing_at(TODAY):
            data = xlsx([[*HEADER, "何时需要"], [*wish_row(1, item="电暖器" if day else "棉被"), "春节前"]])
            batch = check_import(data, kind="wishes", file_name="表.xlsx", campaign=world.campaign, by=world.collector)
            assert batch.rows[0]["outcome"] == "attention"
            batch, *_ = correct_row(batch, batch.rows[0]["serial"], {"needed_by": typed}, by=world.collector)
            assert batch.rows[0]["outcome"] == outcome
            confirm_import(batch, by=world.collector)
        assert Wish.objects.order_by("serial").last().needed_by == day  # type: ignore[union-attr]


def test_a_list_that_moves_somebody_tells_the_claimer_and_taken_back_it_tells_no_more(world: World) -> None:
    claim = world.claim_of(world.wish(Wish.State.CLAIMED))
    with standing_at(TODAY):
        row = wish_row(1, name="马福山", phone="13900120422", age=82, address="建设巷7号楼3单元502室", item="棉被")
        data = xlsx([HEADER, row])
        batch = check_import(data, kind="wishes", file_name="表.xlsx", campaign=world.campaign, by=world.collector)
        batch, *_ = correct_row(batch, batch.rows[0]["serial"], {"on_record": "update"}, by=world.collector)
        batch = confirm_import(batch, by=world.collector)
        (change,) = claim.changes.all()
        assert (change.field, change.became) == ("address", '"建设巷7号楼3单元502室"')
        assert [notice.kind for notice in claim.notices.all()] == ["changed"]
        take_back_import(batch, by=world.collector)
        assert list(claim.changes.all()) == []


def test_left_unanswered_the_wish_waits_until_a_day_is_set_or_somebody_says_that_there_is_none(world: World) -> None:
    with standing_at(TODAY):
        data = xlsx(
            [[*HEADER, "何时需要"], [*wish_row(1, item="电暖器"), "春节前"], [*wish_row(2, item="棉被"), "春节前"]]
        )
        batch = check_import(data, kind="wishes", file_name="表.xlsx", campaign=world.campaign, by=world.collector)
        confirm_import(batch, by=world.collector)
        one, other = Wish.objects.order_by("serial")
        assert (one.missing, other.missing) == (["needed_by_unclear"], ["needed_by_unclear"])
        assert edit_wish(one, {"quantity": 2}, by=world.collector).missing == ["needed_by_unclear"]
        assert edit_wish(one, {"needed_by": date(2027, 1, 20)}, by=world.collector).missing == []
        assert edit_wish(other, {"needed_by": None}, by=world.collector).missing == []
