"""A .csv in whatever encoding and with whatever separator the office's program wrote it."""

import codecs
import csv
import io
import re

from tenants.forms.reading import limits
from tenants.forms.reading.unreadable import Unreadable

_SEPARATORS = (",", "\t", ";")
_NEVER_IN_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def rows(data: bytes) -> list[list[str]]:
    """The file's rows as texts. Raises Unreadable when the bytes are no text or the rows too many."""
    text = _text(data)
    if _NEVER_IN_TEXT.search(text) or text.lstrip()[:1] in ("<", "{"):
        raise Unreadable("not_a_workbook")  # a web page saved as .xls starts with "<"
    csv.field_size_limit(limits.MAX_CELL_CHARACTERS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    found: list[list[str]] = []
    with_content = spanned = 0
    try:
        for row in reader:
            found.append(row)
            with_content += any(cell.strip() for cell in row)
            spanned += len(row)
            if with_content > limits.MAX_SHEET_ROWS:
                raise Unreadable("too_many_rows", limit=limits.MAX_ROWS)
            if spanned >= limits.MAX_SPANNED_CELLS:
                raise Unreadable("too_many_cells", row=len(found), column=len(row))
    except csv.Error as error:
        raise Unreadable("cell_too_long", limit=limits.MAX_CELL_CHARACTERS) from error
    return found


def _text(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        encodings = ["utf-8-sig"]
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif b"\x00" in data[:4096]:
        # Excel's "Unicode text" loses its mark when it is mailed about; its commas and digits tell the order.
        first, second = data[0:4096:2].count(0), data[1:4096:2].count(0)
        encodings = ["utf-16-be"] if first > second else ["utf-16-le"]
    else:
        encodings = ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("not_a_workbook")


def _separator(text: str) -> str:
    """The separator that splits the first lines into the most cells, quoted ones left aside."""
    beginning = re.sub(r'"[^"]*"', "", text[:20_000])
    return max(_SEPARATORS, key=beginning.count)
