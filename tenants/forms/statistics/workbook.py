"""The form as a workbook to print on A3 and to file: numbers are numbers, days are days, and text is never a formula."""

import datetime
import math
import unicodedata
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from hub.language import Text
from tenants.forms.statistics.columns import Value
from tenants.forms.statistics.form import StatisticsForm
from tenants.forms.workbooks import put_text, to_bytes

HEAD_ROW, NOTE_ROW, BLOCK_ROW, TITLE_ROW, FIRST_ROW = 2, 3, 4, 5, 6
SERIAL = Text(zh="序号", en="No.")
COMMUNITY = Text(zh="社区", en="Community")
YEAR = Text(zh="年度", en="Year")
AS_OF = Text(zh="截至", en="As of")
FILLED_IN_BY = Text(zh="填表人", en="Filled in by")
CHECKED_BY = Text(zh="审核人", en="Checked by")
DATE = Text(zh="填表日期", en="Date")
TOTALS = Text(zh="合计", en="Totals")
RATES = Text(zh="比率", en="Rate")
VALUE = Text(zh="数值", en="Value")
NUMERATOR = Text(zh="分子", en="Numerator")
DENOMINATOR = Text(zh="分母", en="Denominator")
DEFINITION = Text(zh="怎么算", en="Definition")
NO_RATE = Text(zh="分母为 0", en="denominator 0")
PAGES = Text(zh="第 &P 页，共 &N 页", en="Page &P of &N")
SHEET = Text(zh="统计表", en="Form")

_LINE = Side(style="thin", color="000000")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_GROUND = PatternFill("solid", fgColor="F3EDE2")
_BODY = Font(name="宋体", size=10)
_BOLD = Font(name="黑体", size=10, bold=True)
_SMALL = Font(name="宋体", size=9)
_TITLE = Font(name="黑体", size=18, bold=True)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_LINE_HEIGHT = 13.5
_A3 = 8
_DAY = "yyyy-mm-dd"
_LONG = {"situation", "address", "wish", "opinion", "claimer", "remarks", "guardian", "categories"}
"""Columns whose words run over several lines, and so begin at the left."""

HEAD = ((COMMUNITY, 4), (YEAR, 3), (AS_OF, 3), (FILLED_IN_BY, 3), (CHECKED_BY, 4), (DATE, 3))
"""What stands in the head, and over how many columns."""


def workbook_of(form: StatisticsForm) -> bytes:
    """The form as .xlsx."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = f"{SHEET} {form.year}"
    book.properties.creator, book.properties.title = form.community, form.title
    _put_head(sheet, form)
    _put_columns(sheet, form)
    after = _put_rows(sheet, form)
    last = _put_foot(sheet, form, after + 1)
    _set_up_print(sheet, len(form.columns) + 1, last)
    return to_bytes(book)


def _put_head(sheet: Worksheet, form: StatisticsForm) -> None:
    last = len(form.columns) + 1
    title = _put(sheet, 1, 1, form.title, _TITLE, _MIDDLE)
    _span(sheet, 1, 1, 1, last)
    sheet.row_dimensions[title.row].height = 34
    values: tuple[Value, ...] = (
        form.community,
        form.year,
        form.day,
        form.filled_in_by,
        "",
        form.made_on,
    )
    column = 1
    for (label, width), value in zip(HEAD, values, strict=True):
        _put(sheet, HEAD_ROW, column, f"{label}：", _BOLD, Alignment(horizontal="right", vertical="center"))
        _span(sheet, HEAD_ROW, column, HEAD_ROW, column + 1)
        _put(sheet, HEAD_ROW, column + 2, value, _BODY, _LEFT)
        _span(sheet, HEAD_ROW, column + 2, HEAD_ROW, column + 1 + width)
        column += 2 + width
    sheet.row_dimensions[HEAD_ROW].height = 20
    _put(sheet, NOTE_ROW, 1, " ".join(form.notes), _SMALL, _LEFT)
    _span(sheet, NOTE_ROW, 1, NOTE_ROW, last)
    sheet.row_dimensions[NOTE_ROW].height = 28


def _put_columns(sheet: Worksheet, form: StatisticsForm) -> None:
    _framed(_put(sheet, BLOCK_ROW, 1, str(SERIAL), _BOLD, _MIDDLE), ground=True)
    _framed(sheet.cell(TITLE_ROW, 1), ground=True)
    _span(sheet, BLOCK_ROW, 1, TITLE_ROW, 1)
    sheet.column_dimensions["A"].width = 5
    place = 2
    for block in form.blocks:
        _put(sheet, BLOCK_ROW, place, str(block.title), _BOLD, _MIDDLE)
        for offset, column in enumerate(block.columns):
            _framed(sheet.cell(BLOCK_ROW, place + offset), ground=True)
            _framed(_put(sheet, TITLE_ROW, place + offset, str(column.title), _BOLD, _MIDDLE), ground=True)
            sheet.column_dimensions[get_column_letter(place + offset)].width = column.width
        _span(sheet, BLOCK_ROW, place, BLOCK_ROW, place + len(block.columns) - 1)
        place += len(block.columns)
    sheet.row_dimensions[BLOCK_ROW].height = 18
    sheet.row_dimensions[TITLE_ROW].height = 30
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 4)


def _put_rows(sheet: Worksheet, form: StatisticsForm) -> int:
    """Returns the first row after them."""
    if not form.rows:
        _framed(_put(sheet, FIRST_ROW, 1, form.empty, _BODY, _MIDDLE))
        _span(sheet, FIRST_ROW, 1, FIRST_ROW, len(form.columns) + 1)
        sheet.row_dimensions[FIRST_ROW].height = 40
        return FIRST_ROW + 1
    columns = form.columns
    for serial, cells in enumerate(form.rows, start=1):
        row = FIRST_ROW + serial - 1
        _framed(_put(sheet, row, 1, serial, _BODY, _MIDDLE))
        lines = 1
        for place, column in enumerate(columns, start=2):
            value = cells[column.key]
            align = _LEFT if column.key in _LONG else _MIDDLE
            _framed(_put(sheet, row, place, value, _BODY, align))
            if isinstance(value, str) and value:
                lines = max(lines, _lines(value, column.width))
        sheet.row_dimensions[row].height = max(20.0, lines * _LINE_HEIGHT + 4)
    return FIRST_ROW + len(form.rows)


def _put_foot(sheet: Worksheet, form: StatisticsForm, row: int) -> int:
    """Totals on the left, rates with numerator and denominator on the right. Returns the last row."""
    last = len(form.columns) + 1
    heads = (
        (TOTALS, 1, 6),
        (RATES, 8, 9),
        (VALUE, 10, 10),
        (NUMERATOR, 11, 11),
        (DENOMINATOR, 12, 12),
        (DEFINITION, 13, last),
    )
    for text, left, right in heads:
        _across(sheet, row, left, right, str(text), _BOLD, ground=True)
    sheet.row_dimensions[row].height = 18
    for line, total in enumerate(form.totals, start=row + 1):
        _across(sheet, line, 1, 4, total.name, _BODY)
        _across(sheet, line, 5, 6, total.count, _BODY)
        sheet.row_dimensions[line].height = 18
    for line, rate in enumerate(form.rates, start=row + 1):
        _across(sheet, line, 8, 9, rate.name, _BODY)
        value = _framed(sheet.cell(line, 10))
        if rate.value is None:
            _put(sheet, line, 10, str(NO_RATE), _SMALL, _MIDDLE)
        else:
            value.value, value.number_format, value.font, value.alignment = rate.value, "0.0%", _BODY, _MIDDLE
        _across(sheet, line, 11, 11, rate.numerator, _BODY)
        _across(sheet, line, 12, 12, rate.denominator, _BODY)
        _across(sheet, line, 13, last, rate.definition, _SMALL)
        sheet.cell(line, 13).alignment = _LEFT
    return row + max(len(form.totals), len(form.rates))


def _across(
    sheet: Worksheet, row: int, left: int, right: int, value: Value, font: Font, *, ground: bool = False
) -> None:
    """One framed value over several columns."""
    _put(sheet, row, left, value, font, _MIDDLE)
    for column in range(left, right + 1):
        _framed(sheet.cell(row, column), ground=ground)
    _span(sheet, row, left, row, right)


def _put(sheet: Worksheet, row: int, column: int, value: Value, font: Font, align: Alignment) -> Cell:
    if isinstance(value, str):
        cell = put_text(sheet, row, column, value)
    else:
        cell = sheet.cell(row, column)
        cell.value = value
        if isinstance(value, datetime.date):
            cell.number_format = _DAY
    cell.font, cell.alignment = font, align
    return cell


def _framed(cell: Cell, *, ground: bool = False) -> Cell:
    cell.border = _FRAME
    if ground:
        cell.fill = _GROUND
    return cell


def _span(sheet: Worksheet, top: int, left: int, bottom: int, right: int) -> None:
    if (top, left) != (bottom, right):
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column: a Chinese character is as wide as two others."""
    room = max(width - 1, 1)
    return sum(max(1, math.ceil(_wide(line) / room)) for line in text.splitlines() or [""])


def _wide(text: Sequence[str]) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _set_up_print(sheet: Worksheet, last_column: int, last_row: int) -> None:
    sheet.page_setup.paperSize = _A3
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{BLOCK_ROW}:{TITLE_ROW}"
    sheet.print_area = f"A1:{get_column_letter(last_column)}{last_row}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.3
    margins.top, margins.bottom, margins.header, margins.footer = 0.4, 0.5, 0.2, 0.25
    sheet.oddFooter.center.text = str(PAGES)
