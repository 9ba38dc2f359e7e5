"""An .xls (and an encrypted .xlsx) is an OLE compound file; its cells are BIFF records in one stream."""

import io
import struct

import olefile

from tenants.forms.reading import limits
from tenants.forms.reading.unreadable import Unreadable

_FILEPASS, _BOUNDSHEET, _BOF, _MULRK = 0x002F, 0x0085, 0x0809, 0x00BD
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_VALUES = {0x0006, 0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E, _MULRK}
"""FORMULA, NUMBER, LABEL, BOOLERR, RSTRING, LABELSST, RK, MULRK: the records of cells that hold something."""


def look(data: bytes) -> None:
    """Raises Unreadable for a compound file that is no .xls, is encrypted, has macros or spans too many cells."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            entries = {"/".join(path).lower() for path in file.listdir(streams=True, storages=True)}
            if "encryptedpackage" in entries or "encryptioninfo" in entries:
                raise Unreadable("encrypted")
            if any("_vba_project" in entry or entry.endswith("vbaproject.bin") for entry in entries):
                raise Unreadable("macros")
            name = next((name for name in ("workbook", "book") if name in entries), None)
            if name is None:
                raise Unreadable("not_a_workbook")
            stream = file.openstream(name).read()
    except (OSError, ValueError, struct.error, IndexError, RecursionError) as error:
        raise Unreadable("encrypted" if _ENCRYPTED in data else "damaged") from error
    _look_at_records(stream)


def _look_at_records(stream: bytes) -> None:
    at, last_row, last_column, rows = 0, -1, -1, set[int]()
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind == _FILEPASS:
            raise Unreadable("encrypted")
        if kind == _BOUNDSHEET and length >= 6 and stream[at + 5] == 1:
            raise Unreadable("macros")  # a sheet of Excel 4.0 macros
        if kind == _BOF:
            last_row, last_column, rows = -1, -1, set()
        if kind in _VALUES and length >= 4:
            row, column = struct.unpack_from("<HH", stream, at)
            if kind == _MULRK and length >= 6:
                column = struct.unpack_from("<H", stream, at + length - 2)[0]
            last_row, last_column = max(last_row, row), max(last_column, column)
            rows.add(row)
            if (last_row + 1) * (last_column + 1) >= limits.MAX_SPANNED_CELLS:
                raise Unreadable("too_many_cells", row=last_row + 1, column=last_column + 1)
            if len(rows) > limits.MAX_SHEET_ROWS:
                raise Unreadable("too_many_rows", limit=limits.MAX_ROWS)
        at += length
