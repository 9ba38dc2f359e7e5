"""The form as a file: reopened, its totals and rates are worked out again from its rows alone."""

import datetime
import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from hub.clock import standing_at
from hub.privacy.models import AccessLog
from hub.refusal import Refusal
from tenants.campaigns.making import make_campaign
from tenants.claims import delivering, giving_up
from tenants.claims.extending import extend
from tenants.figures.counting import count
from tenants.forms.statistics.exporting import export_form
from tenants.forms.statistics.form import statistics_form
from tenants.people.register import Person, register_beneficiary
from tenants.wishes.collecting import NewWish, collect_wishes
from tests.processor import measured
from tests.world import MONDAY, S, World

DAY = datetime.timedelta(days=1)


def reopened(world: World, *, masked: bool = False, day: datetime.date | None = None) -> Worksheet:
    made = export_form(world.campaign, day or MONDAY.date(), masked=masked, reason="存档", by=world.administrator)
    sheet = load_workbook(io.BytesIO(made.content)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def midnight_of(day: datetime.date) -> datetime.datetime:
    """As a day comes back from a workbook."""
    return datetime.datetime.combine(day, datetime.time())


def titles_of(sheet: Worksheet) -> dict[str, int]:
    """The header's lower level: title → column. Two blocks have a title in common, told apart by their own."""
    found: dict[str, int] = {}
    block = ""
    for column in range(1, sheet.max_column + 1):
        block = str(sheet.cell(4, column).value or block)
        title = str(sheet.cell(5, column).value or block)
        found[f"{block}/{title}" if title in found else title] = column
    return found


def rows_of(sheet: Worksheet) -> list[dict[str, Any]]:
    titles = titles_of(sheet)
    found = []
    for row in range(6, sheet.max_row + 1):
        if not isinstance(sheet.cell(row, 1).value, int):
            break
        found.append({title: sheet.cell(row, column).value for title, column in titles.items()})
    return found


def foot_of(sheet: Worksheet) -> tuple[dict[str, int], dict[str, tuple[Any, int, int]]]:
    """Totals by name; rates by name as (value, numerator, denominator)."""
    top = next(row for row in range(6, sheet.max_row + 1) if sheet.cell(row, 1).value == "合计")
    lines = range(top + 1, sheet.max_row + 1)
    totals = {sheet.cell(n, 1).value: sheet.cell(n, 5).value for n in lines if sheet.cell(n, 1).value}
    rates = {
        sheet.cell(n, 8).value: tuple(sheet.cell(n, column).value for column in (10, 11, 12))
        for n in lines
        if sheet.cell(n, 8).value
    }
    return totals, rates  # type: ignore[return-value]


def recomputed(rows: list[dict[str, Any]], day: datetime.datetime) -> tuple[dict[str, int], dict[str, Any]]:
    """domain.md, Numbers that are reported, by hand over the sheet's cells."""
    pool = [r for r in rows if r["评估结果"] in ("入库", "上年结转入库") and r["状态"] != "已撤回"]
    claimed = [r for r in pool if r["状态"] in ("已认领", "已送达", "已办结") and r["送达人"] != "社区兜底"]
    fulfilled = [r for r in pool if r["状态"] == "已办结"]
    backstop = [r for r in fulfilled if r["送达人"] == "社区兜底"]
    on_time = [r for r in fulfilled if r["期限"] and r["送达日期"] <= r["期限"]]
    asked = [r for r in rows if r["回访日期"]]
    satisfied = [r for r in asked if r["心愿人意见"] == "满意"]
    overdue = [r for r in rows if r["状态"] == "已认领" and (r["延期至"] or r["期限"]) < day]
    totals = {
        "征集": len(rows),
        "入库": len(pool),
        "由认领人认领、送达或办结": len(claimed),
        "已办结": len(fulfilled),
        "认领人办结": len(fulfilled) - len(backstop),
        "社区兜底办结": len(backstop),
        "按期送达": len(on_time),
        "认领逾期": len(overdue),
        "已回访": len(asked),
        "满意": len(satisfied),
        "预算合计（元）": sum(r["预算（元）"] or 0 for r in rows),
    }
    fractions = {
        "认领率": (claimed, pool),
        "完成率": (fulfilled, pool),
        "按期率": (on_time, [r for r in fulfilled if r not in backstop]),
        "满意率": (satisfied, asked),
    }
    rates = {
        name: (len(part) / len(whole) if whole else "分母为 0", len(part), len(whole))
        for name, (part, whole) in fractions.items()
    }
    return totals, rates


@pytest.fixture
def busy(world: World) -> Iterator[World]:
    """Something of everything: late, extended, by backstop, reopened, withdrawn in and before the pool."""
    for state in S.values:
        world.wish(state, person=world.child if state == S.OPEN else None, member=world.han)
    late, extended = (world.wish(S.CLAIMED, member=member) for member in (world.zhang, world.qi))
    giving_up.withdraw(world.wish(S.ADMITTED), reason="moved_away", by=world.assessor)
    brought = world.wish(S.BACKSTOPPED)
    delivering.deliver_backstop(brought, evidence="witness", by=world.collector)
    delivering.confirm(brought, by=world.assessor)
    world.follow_up(world.wish(S.FULFILLED), "satisfied")
    world.follow_up(world.wish(S.FULFILLED), "partly")
    world.follow_up(world.wish(S.FULFILLED), "not", remark="坏了")
    in_time_by_extension = world.wish(S.CLAIMED, member=world.stranger)
    with standing_at(MONDAY + 9 * DAY):
        extend(world.claim_of(in_time_by_extension), days=10, reason="货未到", by=world.assessor)
    with standing_at(MONDAY + 25 * DAY):
        world.deliver(world.claim_of(in_time_by_extension))
    with standing_at(MONDAY + 40 * DAY):
        world.deliver(world.claim_of(late))
        for wish in (late, in_time_by_extension):
            delivering.confirm(wish, by=world.assessor)
        extend(world.claim_of(extended), days=10, reason="货未到", by=world.assessor)
        yield world


@pytest.mark.parametrize("masked", [True, False])
@pytest.mark.parametrize("days", [0, 10, 39, 40])
def test_totals_and_rates_are_those_of_the_rows(busy: World, masked: bool, days: int) -> None:
    day = MONDAY.date() + days * DAY
    sheet = reopened(busy, masked=masked, day=day)
    rows = rows_of(sheet)
    assert len(rows) == 20
    totals, rates = recomputed(rows, midnight_of(day))
    told_totals, told_rates = foot_of(sheet)
    assert (told_totals, told_rates.keys()) == (totals, rates.keys())
    for name, (value, *fraction) in rates.items():
        assert list(told_rates[name][1:]) == fraction
        # A workbook keeps 16 digits of a number.
        assert told_rates[name][0] == (pytest.approx(value, rel=1e-14) if isinstance(value, float) else value)
    assert totals["认领逾期"] == {0: 0, 10: 0, 39: 3, 40: 1}[days]


def test_todays_foot_says_what_the_figures_say(busy: World) -> None:
    totals, rates = foot_of(reopened(busy, day=MONDAY.date() + 40 * DAY))
    figures = count(busy.campaign)
    assert (totals["入库"], totals["由认领人认领、送达或办结"]) == (figures.in_pool, figures.claimed)
    assert (totals["社区兜底办结"], totals["认领逾期"]) == (figures.by_backstop, figures.overdue)
    assert rates["按期率"][1:] == (figures.on_time, figures.by_claimer)
    assert rates["满意率"] == (figures.satisfied / figures.followed_up, figures.satisfied, figures.followed_up)


def test_the_columns_of_the_default_layout_are_there(world: World) -> None:
    wish = world.wish(S.FULFILLED, item="棉鞋", quantity=2, requirements=("43 码",), person=world.child)
    world.follow_up(wish, "satisfied", remark="合脚")
    (row,) = rows_of(reopened(world))
    midnight = midnight_of(MONDAY.date())
    told = {
        "序号": 1, "心愿编号": wish.number, "姓名": "马小花", "性别": "女", "年龄": 9, "困难类别": "留守儿童",
        "家庭住址": "东村三社12号", "联系电话": "13900120423", "监护人及电话": "马桂英（母亲）\n13900120423",
        "心愿种类": "家电", "微心愿内容（规格）": "棉鞋 × 2（43 码）", "预算（元）": 180, "征集人": "马秀兰",
        "征集日期": midnight_of(datetime.date(2026, 3, 2)), "核查方式": "入户", "核查人": "马秀兰", "核查日期": midnight,
        "评估结果": "入库", "评估人": "李国俊", "认领人（工作单位）": "张建国", "认领人电话": "13909720001",
        "支部或单位": "机关支部", "认领方式": "单独认领", "认领日期": midnight, "状态": "已办结", "送达日期": midnight,
        "送达人": "认领人", "送达凭证": "住户卡四位码", "心愿人意见": "满意", "回访日期": midnight, "备注": "合脚",
    }  # fmt: skip
    assert {title: row[title] for title in told} == told
    assert isinstance(row["期限"], datetime.datetime)
    assert row["延期至"] is None


def test_blocks_stand_over_their_columns(world: World) -> None:
    sheet = reopened(world)
    blocks = [cell.value for cell in sheet[4] if cell.value]
    assert blocks == ["序号", "征集登记", "核查评估", "认领", "完成"]
    merged = {str(span) for span in sheet.merged_cells.ranges}
    assert {"A4:A5", "B4:O4", "P4:U4", "V4:AB4", "AC4:AI4"} <= merged


def test_the_head_says_who_what_and_when(world: World) -> None:
    sheet = reopened(world)
    assert sheet["A1"].value == "海鸿社区 2026 年微心愿征集认领统计表"
    head = [cell.value for cell in sheet[2] if cell.value is not None]
    day = midnight_of(MONDAY.date())
    assert head == [
        "社区：",
        "海鸿社区",
        "年度：",
        2026,
        "截至：",
        day,
        "填表人：",
        "王桂花",
        "审核人：",
        "填表日期：",
        day,
    ]
    assert "现在登记的" in sheet["A3"].value


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)", "\t=1+1", "\r=1", "=cmd|' /C calc'!A0")


def test_what_begins_like_a_formula_is_text(world: World) -> None:
    for n, begin in enumerate(FORMULAS):
        person = register_beneficiary(
            Person(
                name=f"{begin}某{n}",
                age=80,
                categories=("senior",),
                address=f"{begin}{n}",
                situation=begin,
                without_phone=True,
            ),
            by=world.collector,
        )
        world.collect(begin, person=person)
    made = export_form(world.campaign, MONDAY.date(), masked=False, reason="存档", by=world.administrator)
    for as_values in (False, True):
        sheet = load_workbook(io.BytesIO(made.content), data_only=as_values).active
        assert isinstance(sheet, Worksheet)
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        titles = titles_of(sheet)
        for n, begin in enumerate(FORMULAS):
            wish, home = (sheet.cell(6 + n, titles[name]) for name in ("微心愿内容（规格）", "家庭情况"))
            assert begin.strip() in str(wish.value)
            assert str(home.value).strip() == begin.strip()
            assert wish.quotePrefix
            assert home.number_format == "@"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=40))
def test_no_text_can_be_a_formula_or_break_the_file(text: str) -> None:
    from tenants.forms.workbooks import put_text, to_bytes

    book = Workbook()
    put_text(book.active, 1, 1, text)  # type: ignore[arg-type]
    cell = load_workbook(io.BytesIO(to_bytes(book))).active["A1"]  # type: ignore[index]
    assert cell.data_type in ("s", "n", "inlineStr")  # nothing is left where all of it was control characters
    assert cell.value is None or isinstance(cell.value, str)


def test_a_masked_form_tells_nothing_that_is_somebodys(busy: World) -> None:
    sheet = reopened(busy, masked=True)
    said = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)
    for secret in (
        "马福山",
        "马小花",
        "马桂英",
        "13900120422",
        "501室",
        "12号",
        "独居",
        "张建国",
        "13909720001",
        "坏了",
        "留守",
    ):
        assert secret not in said
    assert "马**" in said
    assert "脱敏版" in said
    child = next(row for row in rows_of(sheet) if row["家庭住址"] == "东村三社")
    assert (child["年龄"], child["困难类别"], child["监护人及电话"], child["家庭情况"]) == (None, None, None, None)


def test_each_export_is_on_the_access_log_with_its_reason(world: World) -> None:
    world.wish()
    reopened(world)
    reopened(world, masked=True)
    full, masked = AccessLog.objects.order_by("at", "id")
    assert (full.subject, full.subject_id, full.reason) == ("statistics_form", world.campaign.pk, "存档")
    assert {"name", "phone", "address", "categories"} <= set(full.fields)
    assert masked.fields == ["masked"]
    with pytest.raises(Refusal) as refused:
        export_form(world.campaign, MONDAY.date(), masked=True, reason=" ", by=world.administrator)
    assert (refused.value.code, refused.value.field) == ("reason_missing", "reason")
    assert AccessLog.objects.count() == 2


def test_it_prints_on_a3_across_with_the_header_on_each_page(busy: World) -> None:
    sheet = reopened(busy)
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == ("8", "landscape") or (
        int(sheet.page_setup.paperSize or 0) == 8 and sheet.page_setup.orientation == "landscape"
    )
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (int(sheet.page_setup.fitToWidth or 0), int(sheet.page_setup.fitToHeight or 0)) == (1, 0)
    assert sheet.print_title_rows == "$4:$5"
    assert sheet.print_area == f"'统计表 2026'!$A$1:$AI${sheet.max_row}"
    assert "&P" in (sheet.oddFooter.center.text or "")
    assert sheet.freeze_panes == "D6"
    assert all(sheet.cell(row, 12).alignment.wrap_text for row in range(6, 20))
    assert sheet["C6"].font.name == "宋体"


def test_a_campaign_without_wishes_says_so(world: World) -> None:
    sheet = reopened(world)
    assert sheet["A6"].value == "截至 2026-03-09，2026 年度还没有征集到心愿。"
    totals, rates = foot_of(sheet)
    assert set(totals.values()) == {0}
    assert set(rates.values()) == {("分母为 0", 0, 0)}
    before = statistics_form(make_campaign(2025, by=world.administrator), MONDAY.date(), masked=True)
    assert (before.rows, before.year) == ([], 2025)


def test_three_hundred_wishes_in_two_seconds_and_a_dozen_queries(world: World) -> None:
    new = NewWish(item="电饭锅", budget_yuan=180, collected_on=datetime.date(2026, 3, 2), collector_name="马秀兰")
    collect_wishes(world.campaign, [(world.elder, new)] * 300, by=world.collector)
    for member in (world.zhang, world.qi):
        world.wish(S.CLAIMED, member=member)
    with measured() as work, CaptureQueriesContext(connection) as asked:
        sheet = reopened(world)
    assert len(rows_of(sheet)) == 302
    # With reading it again.
    assert work.seconds < 4
    # The savepoint's two statements and the log's one among them.
    assert len(asked) <= 16
