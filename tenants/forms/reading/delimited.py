"""A .csv in whatever encoding and with whatever separator the office's program wrote it."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

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
    separator = _separator(text)
    sound = '"' not in text or _is_sound(text, separator)
    reader = (
        csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        if sound
        else _rows_with_stray_quotes(text, separator)
    )
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


_QUOTED = r'"(?:[^"]|"")*+"(?=[{separator}\r\n]|\Z)'
"""A quoted cell: every quote inside it stands twice, and a separator or the end of the line comes behind it."""


def _is_sound(text: str, separator: str) -> bool:
    """Whether every quote belongs to a quoted cell, and no cell holds whole records of the table."""
    quoted = re.compile(rf"(?:\A|(?<=[{separator}\r\n]))" + _QUOTED.format(separator=separator))
    width = _separators_a_line(text, separator)
    if any(_holds_records(cell.group(), separator, width) for cell in quoted.finditer(text)):
        return False
    return '"' not in quoted.sub("", text)


def _rows_with_stray_quotes(text: str, separator: str) -> Iterator[list[str]]:
    """The rows of a text in which quotes stand that open nothing: such a quote is a sign like any other.

    Raises Unreadable (stray_quote) with the line, where a row has more cells than the others because of it.
    """
    quoted, end = re.compile(_QUOTED.format(separator=separator)), re.compile(rf"[{separator}\r\n]")
    width = _separators_a_line(text, separator)
    row: list[str] = []
    stray, at, line = False, 0, 1
    while at < len(text):
        cell = quoted.match(text, at) if text[at] == '"' else None
        if cell and not _holds_records(cell.group(), separator, width):
            row.append(cell.group()[1:-1].replace('""', '"'))
            line += cell.group().count("\n")
            at = cell.end()
        else:
            stop = found.start() if (found := end.search(text, at)) else len(text)
            stray = stray or '"' in text[at:stop]
            row.append(text[at:stop].strip('"').replace('""', '"'))
            at = stop
        if len(row[-1]) > limits.MAX_CELL_CHARACTERS:
            raise csv.Error
        if at < len(text) and text[at] == separator:
            at += 1
            if at < len(text):
                continue
            row.append("")
        if stray and width and len(row) > width + 1 and any(row[width + 1 :]):
            raise Unreadable("stray_quote", row=line)
        yield row
        row, stray = [], False
        at += 2 if text[at : at + 2] == "\r\n" else 1
        line += 1


def _separators_a_line(text: str, separator: str) -> int:
    """How many separators most of the first lines have."""
    counts = Counter(count for line in text[:200_000].splitlines()[:300] if (count := line.count(separator)))
    return counts.most_common(1)[0][0] if counts else 0


def _holds_records(cell: str, separator: str, width: int) -> bool:
    """Whether what stands between two quotes is rows of the table: then the quotes belong to two different cells."""
    if width < 2 or "\n" not in cell:
        return False
    inner = cell.split("\n")[1:-1]
    whole = [line.count(separator) == width for line in inner]
    return all(whole) if inner else cell.count(separator) == width
