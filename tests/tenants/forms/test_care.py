"""The rows that need care come back as a workbook, mended and uploaded they come in once; text stays text."""

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from hub.privacy.models import AccessLog
from hub.refusal import Refusal
from tenants.forms.batches import check_import, correct_row
from tenants.forms.care import care_workbook
from tenants.forms.confirming import confirm_import
from tenants.forms.models import ImportBatch
from tenants.forms.tables.columns import Kind
from tenants.forms.template import blank_register
from tenants.wishes.models import Wish
from tests.tenants.forms.registers import table_of
from tests.tenants.forms.test_confirming import (
    check,
    confirm,
    in_april,  # noqa: F401 - every test here is in April
)
from tests.tenants.forms.workbooks import HEADER, wish_row, xlsx
from tests.world import World

DATA = Path(__file__).parents[2] / "data"
HOSTILE = ["=1+1", "+86 139", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠x", "\t=1", '=HYPERLINK("http://x","y")']


def opened(data: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.django_db
def test_incomplete_repeated_and_rejected_rows_come_back_with_their_reasons(world: World) -> None:
    sheet = opened(care_workbook(check(world), by=world.collector))
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    header = [cell.value for cell in sheet[1]]
    assert header == [*HEADER, "原因", "原行标识"]
    assert [row[0] for row in rows] == ["11", "13", "17", "21", "47", "61", "63", "65", "71", "73"]
    assert rows[0][header.index("原因")] == "少 4 位，改好或留待核查时补"
    assert AccessLog.objects.get().subject == "import"


@pytest.mark.django_db
def test_mended_rows_come_in_and_those_that_came_in_incomplete_do_not_come_twice(world: World) -> None:
    batch = check(world)
    returned = care_workbook(batch, by=world.collector)
    book = openpyxl.load_workbook(io.BytesIO(returned))
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    column = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        serial = sheet.cell(row, 1).value
        if serial == "11":
            sheet.cell(row, column["联系电话"]).value = "13900120777"
        if serial == "17":
            sheet.cell(row, column["微心愿内容"]).value = "电饭锅"
    out = io.BytesIO()
    book.save(out)
    before_confirming = check_import(
        out.getvalue(), kind="wishes", file_name="改好.xlsx", campaign=world.campaign, by=world.collector
    )
    assert (before_confirming.counts["ready"], before_confirming.counts["attention"]) == (4, 5)
    confirm_import(batch, by=world.collector)
    mended = confirm(world, out.getvalue())
    assert (mended.imported, mended.counts["duplicate"]) == (1, 8)
    assert Wish.objects.count() == 73


@pytest.mark.django_db
def test_rows_that_were_imported_before_do_not_come_back(world: World) -> None:
    rows = [wish_row(n, name=f"哈秀{n}", phone=f"139001{n:05d}") for n in range(1, 4)]
    confirm(world, xlsx([HEADER, *rows]))
    with pytest.raises(Refusal) as refused:
        care_workbook(check(world, xlsx([HEADER, *rows])), by=world.collector)
    assert refused.value.code == "nothing_to_mend"


@pytest.mark.django_db
def test_no_formula_leaves_whatever_a_cell_begins_with(world: World) -> None:
    rows = [wish_row(n, name=f"甲{n}", age="", remarks=text, address=text, item=text) for n, text in enumerate(HOSTILE)]
    batch = check(world, xlsx([HEADER]) if not rows else with_texts(rows))
    batch, _ = correct_row(batch, 1, {"remarks": "=2+2", "guardian": "=3+3"}, by=world.collector)
    data = care_workbook(batch, by=world.collector)
    cells = [cell for row in opened(data).iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)
    said = {str(cell.value) for cell in cells}
    assert {"=1+1", "@SUM(A1)", "＝1+1", "=2+2", "=3+3"} <= said
    (_, again, *_) = table_of(data).records
    assert again.cells["remarks"] == "=2+2"


def with_texts(rows: list[list[object]]) -> bytes:
    """A register whose cells are texts, where openpyxl by itself would write formulas."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for y, row in enumerate([HEADER, *rows], start=1):
        for x, value in enumerate(row, start=1):
            cell = sheet.cell(y, x)
            cell.value = value  # type: ignore[assignment]  # a str, an int or None
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["wishes", "members"])
def test_a_blank_register_is_one_that_we_read_ourselves(kind: Kind) -> None:
    with pytest.raises(Refusal) as refused:
        table_of(blank_register(kind), kind)
    assert refused.value.code == "no_rows"
    book = openpyxl.load_workbook(io.BytesIO(blank_register(kind)))
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.cell(3, 2).value = "哈秀兰"
    out = io.BytesIO()
    book.save(out)
    table = table_of(out.getvalue(), kind)
    assert (len(table.records), table.ignored, table.sheets_left_out) == (1, [], ["填表说明"])


@pytest.mark.django_db
def test_neither_the_file_nor_an_identity_number_is_kept(world: World) -> None:
    data = xlsx([[*HEADER, "身份证号"], [*wish_row(1, remarks="证件63212219500306123X"), "63212219500306123X"]])
    check(world, data)
    batch = ImportBatch.objects.get()
    assert "632122195003061" not in str([batch.rows, batch.about, batch.corrections])
    batch, _ = correct_row(batch, 1, {"remarks": "又写63212219500306123X"}, by=world.collector)
    assert batch.corrections == {"1": {"remarks": "又写[身份证号未保存]"}}
    again = check(world, xlsx([HEADER, wish_row(1, age="", remarks="63212219500306123X")]))
    cells = [str(cell.value) for row in opened(care_workbook(again, by=world.collector)).iter_rows() for cell in row]
    assert "[身份证号未保存]" in cells
    assert not any("63212219" in cell for cell in cells)
