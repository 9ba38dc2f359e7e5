"""An .xls (and an encrypted .xlsx) is an OLE compound file; its cells are BIFF records in one stream."""

import io
import struct

import olefile

from tenants.forms.reading import limits
from tenants.forms.reading.markings import PartMarkings
from tenants.forms.reading.unreadable import Unreadable

_FILEPASS, _BOUNDSHEET, _BOF, _MULRK = 0x002F, 0x0085, 0x0809, 0x00BD
_ROW, _BOOLERR, _FORMULA = 0x0208, 0x0205, 0x0006
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_VALUES = {0x0006, 0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E, _MULRK}
"""FORMULA, NUMBER, LABEL, BOOLERR, RSTRING, LABELSST, RK, MULRK: the records of cells that hold something."""


def look(data: bytes) -> list[PartMarkings]:
    """The markings of the sheets, in their order.

    Raises Unreadable for a compound file that is no .xls, is encrypted, has macros or spans too many cells.
    """
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
    return _look_at_records(stream)


def _look_at_records(stream: bytes) -> list[PartMarkings]:
    at, last_row, last_column, rows = 0, -1, -1, set[int]()
    sheets: dict[int, PartMarkings] = {}
    sheet = PartMarkings()
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind == _FILEPASS:
            raise Unreadable("encrypted")
        if kind == _BOUNDSHEET and length >= 6 and stream[at + 5] == 1:
            raise Unreadable("macros")  # a sheet of Excel 4.0 macros
        if kind == _BOUNDSHEET and length >= 6:
            sheets[struct.unpack_from("<I", stream, at)[0]] = PartMarkings()
        if kind == _BOF:
            sheet = sheets.get(at - 4, sheet)
            last_row, last_column, rows = -1, -1, set()
        if kind in _VALUES and length >= 4:
            row, column = struct.unpack_from("<HH", stream, at)
            if kind == _MULRK and length >= 6:
                column = struct.unpack_from("<H", stream, at + length - 2)[0]
            last_row, last_column = max(last_row, row), max(last_column, column)
            rows.add(row)
            if error := _error(kind, stream[at : at + length]):
                sheet.errors.append((row, column, error))
            if (last_row + 1) * (last_column + 1) >= limits.MAX_SPANNED_CELLS:
                raise Unreadable("too_many_cells", row=last_row + 1, column=last_column + 1)
            if len(rows) > limits.MAX_SHEET_ROWS:
                raise Unreadable("too_many_rows", limit=limits.MAX_ROWS)
        elif kind == _ROW and length >= 16 and struct.unpack_from("<H", stream, at + 12)[0] & 0x20:
            sheet.hidden_rows.append(struct.unpack_from("<H", stream, at)[0])
        at += length
    return list(sheets.values())


def _error(kind: int, record: bytes) -> str:
    """What the cell of a failed formula shows; empty for any other."""
    if kind == _BOOLERR and len(record) >= 8 and record[7] == 1:
        return _ERRORS.get(record[6], "#VALUE!")
    if kind == _FORMULA and len(record) >= 14 and record[12:14] == b"\xff\xff" and record[6] == 2:
        return _ERRORS.get(record[8], "#VALUE!")
    return ""
