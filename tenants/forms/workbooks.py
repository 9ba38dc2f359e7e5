"""Workbooks that we write ourselves: text stays text, whatever a cell begins with."""

import io
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_HEAD = Font(bold=True)
_HEAD_GROUND = PatternFill("solid", fgColor="F3EDE2")
_ATTENTION = PatternFill("solid", fgColor="FDF0DB")


def put_text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Writes a text that no program will take for a formula, a number or a date.

    A cell of type text is never calculated, and the quote prefix keeps it a text when somebody edits it or saves
    the sheet in another format: = + - @ and their full-width forms begin a formula in some program or other.
    """
    cell = sheet.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    if cell.value:
        cell.data_type = "s"
        cell.quotePrefix = True
        cell.number_format = "@"
    return cell


def put_header(sheet: Worksheet, row: int, titles: Sequence[str]) -> None:
    """A row of column names, with widths for them."""
    for column, title in enumerate(titles, start=1):
        cell = put_text(sheet, row, column, title)
        cell.font, cell.fill = _HEAD, _HEAD_GROUND
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        wide = {
            "地址": 34,
            "住址": 34,
            "内容": 28,
            "备注": 28,
            "原因": 44,
            "单位": 24,
            "支部": 24,
            "电话": 18,
            "号码": 18,
        }
        width = next((width for word, width in wide.items() if word in title), 12)
        sheet.column_dimensions[get_column_letter(column)].width = width


def mark(cells: Iterable[Cell]) -> None:
    """Colours the cells that somebody should look at."""
    for cell in cells:
        cell.fill = _ATTENTION


def to_bytes(book: Workbook) -> bytes:
    """The workbook as a file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def download(content: bytes, name: str) -> HttpResponse:
    """The workbook as an answer to be saved under this name, which may be Chinese (RFC 5987)."""
    return HttpResponse(
        content,
        content_type=MEDIA_TYPE,
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
