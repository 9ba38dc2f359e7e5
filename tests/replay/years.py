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


def rows_of(file: Path, most: int | None) -> bytes:
    """The file as it stands, or its header with the first `most` rows."""
    if most is None:
        return file.read_bytes()
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))[: most + 1]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
