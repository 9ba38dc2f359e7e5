"""The child process: bytes of a file on its input, sheets (or why not) as JSON on its output.

Started by `workbook.read_workbook` as `python -I -m tenants.forms.reading.child`, without environment. The first
thing it does is to give up most of its memory, time and files, so whatever a file does to a reader ends here.
"""

import datetime
import io
import json
import sys
from collections.abc import Callable
from typing import Any

import python_calamine

from hub.confined import give_up_most
from tenants.forms.reading import archive, compound, delimited, limits
from tenants.forms.reading.markings import Markings, PartMarkings
from tenants.forms.reading.unreadable import Unreadable

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def main() -> None:
    give_up_most(memory_bytes=limits.CHILD_MEMORY_BYTES, cpu_seconds=limits.CHILD_CPU_SECONDS)
    try:
        answer: dict[str, Any] = {"sheets": _sheets(sys.stdin.buffer.read())}
    except Unreadable as refused:
        answer = {"code": refused.code, "params": refused.params}
    except MemoryError:
        answer = {"code": "too_heavy", "params": {}}
    json.dump(answer, sys.stdout, ensure_ascii=False, separators=(",", ":"))


def _sheets(data: bytes) -> list[dict[str, Any]]:
    if data.startswith(_ZIP):
        markings, of_place = archive.look(data), list[PartMarkings]()
    elif data.startswith(_OLE):
        markings, of_place = Markings(), compound.look(data)
    else:
        return [{"name": "", "rows": delimited.rows(data), "merged": [], "all_text": True}]
    try:
        return _of_workbook(python_calamine.load_workbook(io.BytesIO(data)), markings.of, of_place)
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise Unreadable("damaged") from error


def _of_workbook(
    workbook: python_calamine.CalamineWorkbook, of_name: Callable[[str], PartMarkings], of_place: list[PartMarkings]
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    characters = 0
    for at, sheet in enumerate(workbook.sheets_metadata[: limits.MAX_SHEETS]):
        if sheet.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        content = workbook.get_sheet_by_name(sheet.name)
        rows = [[_cell(value) for value in row] for row in content.to_python(skip_empty_area=False)]
        markings = of_place[at] if at < len(of_place) else of_name(sheet.name)
        for row, column, error in markings.errors:
            if row < len(rows) and column < len(rows[row]) and rows[row][column] == "":
                rows[row][column] = error
        characters += sum(len(cell) for row in rows for cell in row if isinstance(cell, str))
        if characters > limits.MAX_TEXT_CHARACTERS:
            raise Unreadable("too_heavy")
        found.append(
            {
                "name": sheet.name,
                "rows": rows,
                "merged": (content.merged_cell_ranges or [])[:20_000],
                "hidden": sheet.visible != python_calamine.SheetVisibleEnum.Visible,
                "hidden_rows": [row for row in markings.hidden_rows if row < len(rows)],
            }
        )
    return found


def _cell(value: Any) -> Any:
    """Texts and numbers as they are; a date as {"date": …}; whatever else as its text."""
    if isinstance(value, datetime.datetime):
        return {"date": value.date().isoformat()}
    if isinstance(value, datetime.date):
        return {"date": value.isoformat()}
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, str) and len(value) > limits.MAX_CELL_CHARACTERS:
        raise Unreadable("cell_too_long", limit=limits.MAX_CELL_CHARACTERS)
    return value


if __name__ == "__main__":
    main()
