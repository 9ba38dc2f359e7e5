"""An .xlsx is a ZIP archive of XML parts: looked at by its directory, then part by part, before calamine sees it.

calamine 0.9 aborts its whole process on a sheet that uses A1 and XFD1048576, and has no limit of its own.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from tenants.forms.reading import limits
from tenants.forms.reading.markings import Markings, PartMarkings
from tenants.forms.reading.unreadable import Unreadable

_CHUNK = 256 * 1024
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MACROS = ("macroenabled", "vbaproject", "macrosheet", "intlmacrosheet")


def look(data: bytes) -> Markings:
    """What the sheets say beside their cells. Raises Unreadable for an archive that is no .xlsx, holds macros, or would
    cost more than the limits."""
    markings = Markings()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _look_at_directory(parts)
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    _Part(markings.part(part.filename)).read(_chunks(archive, part))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise Unreadable("damaged") from error
    except expat.ExpatError as error:
        raise Unreadable("damaged") from error
    return markings


def _look_at_directory(parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename.lower().lstrip("/") for part in parts}
    if len(parts) > limits.MAX_PARTS or sum(part.file_size for part in parts) > limits.MAX_UNPACKED_BYTES:
        raise Unreadable("unpacks_too_large", limit=limits.MAX_UNPACKED_BYTES // limits.MEGABYTE)
    if any(part.flag_bits & 0x1 for part in parts):
        raise Unreadable("encrypted")
    if "[content_types].xml" not in names:
        raise Unreadable("not_a_workbook")
    if any(macro in name for name in names for macro in ("vbaproject", "macrosheets/")):
        raise Unreadable("macros")
    if "xl/workbook.bin" in names:
        raise Unreadable("not_a_workbook")
    if not any(name.startswith("xl/") for name in names):
        raise Unreadable("not_a_workbook")


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part's content. The directory may lie about its size, so that is counted, and the checksum compared."""
    with archive.open(part) as content:
        while chunk := content.read(_CHUNK):
            yield chunk


class _Part:
    """One pass over one part: no DTD (so no entities to explode), and no sheet or cell beyond the limits."""

    def __init__(self, markings: PartMarkings) -> None:
        self.markings = markings
        self.in_error = False
        self.root = ""
        self.row = self.column = 0
        self.last_row = self.last_column = 0
        self.rows_with_values = 0
        self.row_has_value = False
        self.place = ""
        self.cells = self.values = self.characters = 0

    def read(self, chunks: Iterator[bytes]) -> None:
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._text
        parser.buffer_text = True
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def _doctype(self, *_: object) -> None:
        raise Unreadable("damaged")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if not self.root:
            self.root = name
        self.markings.element(self.root, name, attributes)
        if self.root == "worksheet":
            self._in_sheet(name, attributes)
        elif self.root == "sst" and name == "si":
            self.characters = 0
        elif self.root == "Types" and any(macro in value.lower() for value in attributes.values() for macro in _MACROS):
            raise Unreadable("macros")

    def _in_sheet(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self.cells += 1
            self.column += 1
            self.place = attributes.get("r", "")
            self.characters = 0
            self.in_error = attributes.get("t") == "e"
            if self.cells > limits.MAX_CELLS:
                raise Unreadable("too_many_cells", row=self.row, column=self.column)
        elif name in ("v", "is"):
            self._value()
        elif name == "row":
            self.row = int(attributes["r"]) if attributes.get("r", "").isdecimal() else self.row + 1
            self.column = 0
            self.row_has_value = False
            if attributes.get("hidden") in ("1", "true") or attributes.get("ht") == "0":
                self.markings.hidden_rows.append(self.row - 1)

    def _value(self) -> None:
        self.values += 1
        if place := _REFERENCE.fullmatch(self.place):
            self.column, self.row = _column_number(place[1]), int(place[2])
        if not self.row_has_value:
            self.row_has_value = True
            self.rows_with_values += 1
        self.last_row = max(self.last_row, self.row)
        self.last_column = max(self.last_column, self.column)
        if self.values > limits.MAX_VALUES or self.last_row * self.last_column >= limits.MAX_SPANNED_CELLS:
            raise Unreadable("too_many_cells", row=self.last_row, column=self.last_column)
        if self.rows_with_values > limits.MAX_SHEET_ROWS:
            raise Unreadable("too_many_rows", limit=limits.MAX_ROWS)

    def _text(self, text: str) -> None:
        self.characters += len(text)
        if self.in_error and text.startswith("#"):
            self.markings.errors.append((self.row - 1, self.column - 1, text[:20]))
            self.in_error = False
        if self.root in ("sst", "worksheet") and self.characters > limits.MAX_CELL_CHARACTERS:
            raise Unreadable("cell_too_long", limit=limits.MAX_CELL_CHARACTERS)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
