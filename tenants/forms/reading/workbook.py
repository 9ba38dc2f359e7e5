"""The side of the reader that survives: starts the child, waits for it, and says what became of the file."""

import dataclasses
import datetime
import json
from typing import Any

import structlog

from hub.confined import ask_child
from tenants.forms.reading import limits
from tenants.forms.reading.refusals import refusal

log = structlog.get_logger(__name__)

Cell = str | int | float | datetime.date
"""One cell. Empty is the empty text."""


@dataclasses.dataclass(frozen=True)
class Sheet:
    """One sheet: all rows from the first on, and its merged ranges as (top, left, bottom, right) from 0.

    `hidden` says that the office has hidden the sheet, `hidden_rows` which rows are hidden or filtered out (from 0);
    `all_text` that the file knows no numbers. A formula that failed is a text like #REF!.
    """

    name: str
    rows: list[list[Cell]]
    merged: list[tuple[int, int, int, int]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    all_text: bool = False


def read_workbook(data: bytes) -> list[Sheet]:
    """The sheets of an .xlsx, .xls or .csv, whatever it is called; a .csv is one sheet without a name.

    Raises Refusal with a code of `refusals.TEXTS`. The file is read in a child process of at most 190 MB and
    2 seconds of CPU; neither its memory nor its death is this process's.
    """
    if not data:
        raise refusal("empty_file")
    if len(data) > limits.MAX_FILE_BYTES:
        raise refusal("file_too_large", limit=limits.MAX_FILE_BYTES // limits.MEGABYTE)
    answer = _ask_child(data)
    if "code" in answer:
        raise refusal(answer["code"], **answer["params"])
    return [
        Sheet(
            name=sheet["name"],
            rows=[[_cell(value) for value in row] for row in sheet["rows"]],
            merged=[(top, left, bottom, right) for (top, left), (bottom, right) in sheet["merged"]],
            hidden=sheet.get("hidden", False),
            hidden_rows=frozenset(sheet.get("hidden_rows", ())),
            all_text=sheet.get("all_text", False),
        )
        for sheet in answer["sheets"]
    ]


def _ask_child(data: bytes) -> dict[str, Any]:
    said = ask_child("tenants.forms.reading.child", data=data, seconds=limits.CHILD_WALL_SECONDS)
    if said is None:
        log.warning("workbook_child_died", size=len(data))
        return {"code": "too_heavy", "params": {}}
    answer: dict[str, Any] = json.loads(said)
    return answer


def _cell(value: Any) -> Cell:
    if isinstance(value, dict):
        return datetime.date.fromisoformat(value["date"])
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return "" if value is None else value
