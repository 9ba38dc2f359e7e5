"""The district's table as a workbook: exactly the rows that were asked for, with their definitions; no resident."""

import datetime
import io
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from hub.clock import TIME_ZONE
from hub.language import Text
from hub.rollups.columns import COLUMNS
from hub.rollups.listing import COMMUNITY, NOT_BEGUN, Row, Wanted
from hub.rollups.rates import RATES, share
from hub.rollups.reading import summed

STUCK = Text(zh="最久（工作日）", en="Longest (working days)")
PLACE = Text(zh="地区", en="Region")
ABOVE = Text(zh="所在镇、街道", en="Town")
CODE = Text(zh="行政区划代码", en="Region code")
STATE = Text(zh="本年活动", en="Campaign")
TOTAL = Text(zh="合计", en="Total")
HEAD = Text(zh="{name} {year} 年微心愿", en="{name}: micro-wishes {year}")
ABOUT = Text(zh="说明", en="About")
AS_OF = Text(zh="数据截至", en="Figures as of")
MADE_AT = Text(zh="导出时间", en="Exported at")
FILTERS = Text(zh="筛选", en="Filters")
NONE = Text(zh="无：全部", en="none: all")
COUNTED = Text(
    zh="已停用、已归档的社区按最后一次统计计入，使全年总数不因社区停用而改变。各行相加等于合计。",
    en="Suspended and archived communities count with their last figures, so that a year's totals do not change because "
    "a community was closed. The rows add up to the total.",
)
STATES: Mapping[str, Text] = {
    "preparing": Text(zh="筹备中", en="preparing"),
    "running": Text(zh="进行中", en="running"),
    "closed": Text(zh="已结束", en="closed"),
    NOT_BEGUN: Text(zh="未开始", en="not begun"),
}
STAGE_NAMES: Mapping[str, Text] = {key: name for key, name, _ in COLUMNS if key == "overdue" or key.startswith("late_")}


def workbook_of(place: Mapping[str, Any], rows: Sequence[Row], wanted: Wanted, *, moment: datetime.datetime) -> bytes:
    """The rows and their sum as .xlsx; a second sheet says what was asked for and what each column means."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = str(place["year"])
    title = str(HEAD.format(name=place["name"], year=place["year"]))
    # The cells beside the title stay empty: it is longer than the first column is wide.
    _append(sheet, [title, "", "", "", str(AS_OF), str(place["until"])])
    sheet["A1"].font = Font(bold=True, size=14)
    head = [CODE, PLACE, ABOVE, STATE, *(name for _, name, _ in COLUMNS), STUCK, *(rate.name for rate in RATES)]
    _append(sheet, [str(text) for text in head])
    for row in rows:
        state = str(STATES[row.lines[0].campaign_state or NOT_BEGUN]) if len(row.code) == COMMUNITY else ""
        _append(sheet, [row.code, row.name, row.above, state, *_numbers(row.counts, row.longest)])
    below = [line for row in rows for line in row.lines]
    longest = max((row.longest for row in rows), default=0)
    _append(sheet, ["", str(TOTAL), "", "", *_numbers(summed(below), longest)])
    for cell in [*sheet[2], *sheet[sheet.max_row]]:
        cell.font = Font(bold=True)
    for cell in sheet[2]:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for line in sheet.iter_rows(min_row=3, min_col=len(head) - len(RATES) + 1):
        for cell in line:
            cell.number_format = "0.0%"
    for letter, width in (("A", 16), ("B", 22), ("C", 14)):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "C3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(head))}{sheet.max_row - 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "2:2"
    _describe(book.create_sheet(str(ABOUT)), place, wanted, moment)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _numbers(counts: Mapping[str, int], longest: int) -> list[int | float | None]:
    rates = [share(counts[rate.numerator], counts[rate.denominator]) for rate in RATES]
    return [*(counts[key] for key, _, _ in COLUMNS), longest, *rates]


def _describe(sheet: Worksheet, place: Mapping[str, Any], wanted: Wanted, moment: datetime.datetime) -> None:
    filters = [
        str(STATES[wanted.state]) if wanted.state else "",
        str(STAGE_NAMES[wanted.stage]) if wanted.stage else "",
        wanted.name,
    ]
    rows = [
        (str(PLACE), f"{place['name']} {place['code']}"),
        (str(AS_OF), str(place["until"])),
        (str(MADE_AT), f"{moment.astimezone(TIME_ZONE):%Y-%m-%d %H:%M}"),
        (str(FILTERS), " · ".join(filter(None, filters)) or str(NONE)),
        ("", str(COUNTED)),
        *((str(name), str(meaning)) for _, name, meaning in COLUMNS),
        *((str(rate.name), str(rate.definition)) for rate in RATES),
    ]
    for row in rows:
        _append(sheet, list(row))
        sheet.cell(sheet.max_row, 2).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 90


def _append(sheet: Worksheet, values: list[Any]) -> None:
    """A row; text stays text, whatever sign a name begins with, and also when somebody edits it or saves it as another
    format (the quote prefix). Signs that no workbook may hold are left out."""
    sheet.append([ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value for value in values])
    for cell in sheet[sheet.max_row]:
        if isinstance(cell, Cell) and isinstance(cell.value, str):
            cell.data_type = "s"
            cell.quotePrefix = True
