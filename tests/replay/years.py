"""The files of the history: one a year, as the office wrote them."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path


def years_of(folder: Path, wanted: Sequence[int] | None = None) -> list[tuple[int, Path]]:
    """The years and their files, in order; of those `wanted` where some are.

    Raises ValueError with a sentence for a folder that is none, holds none, or lacks a year.
    """
    if not folder.is_dir():
        raise ValueError(f"{folder} is no folder. Name the one that holds wishes-2016.csv and so on.")
    found = {int(file.stem[-4:]): file for file in sorted(folder.glob("wishes-[0-9][0-9][0-9][0-9].csv"))}
    if not found:
        raise ValueError(f"There is no file wishes-YEAR.csv in {folder}.")
    if missing := sorted(set(wanted or ()) - set(found)):
        raise ValueError(f"There is no file wishes-{missing[0]}.csv in {folder}.")
    return [(year, file) for year, file in found.items() if not wanted or year in wanted]


def row_count(file: Path) -> int:
    """How many wishes stand in the file."""
    return len(_lines(file)) - 1


def rows_of(file: Path, rows: range) -> bytes:
    """The file's header with these of its rows."""
    lines = _lines(file)
    text = io.StringIO()
    csv.writer(text).writerows([lines[0], *(lines[1 + row] for row in rows)])
    return text.getvalue().encode()


def _lines(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))
