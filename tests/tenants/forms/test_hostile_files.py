"""Hostile files are refused with a clear message within 2 s and 200 MB, the web process unharmed."""

import io
import resource
import struct
import threading
import time
import zipfile
import zlib
from collections.abc import Callable

import psutil
import pytest

from hub.confined import ask_child
from hub.refusal import Refusal
from tenants.forms.reading import limits
from tenants.forms.reading.refusals import TEXTS
from tenants.forms.reading.workbook import read_workbook
from tests.processor import measured
from tests.tenants.forms.workbooks import HEADER, compound, sheet_xml, wish_row, with_parts, xls, xlsx

MEGABYTE = 1024 * 1024
SHEET = "xl/worksheets/sheet1.xml"


def plain() -> bytes:
    return xlsx([HEADER, wish_row(1)])


def far_cell(reference: str) -> bytes:
    row = "".join(c for c in reference if c.isdigit())
    return with_parts(
        plain(),
        {
            SHEET: sheet_xml(
                f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="{reference}"><v>1</v></c></row>'
            )
        },
    )


def text_cell(characters: int) -> bytes:
    return with_parts(
        plain(), {SHEET: sheet_xml(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"A" * characters}</t></is></c></row>')}
    )


def shared_text_cell(characters: int) -> bytes:
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'
    return with_parts(plain(), {"xl/sharedStrings.xml": strings % (b"A" * characters)})


def many_references_to_one_text() -> bytes:
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'
    cells = "".join(
        f'<row r="{r}">' + "".join(f'<c r="{c}{r}" t="s"><v>0</v></c>' for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ") + "</row>"
        for r in range(1, 5001)
    )
    return with_parts(plain(), {"xl/sharedStrings.xml": strings % (b"A" * 32_000), SHEET: sheet_xml(cells)})


def million_cells() -> bytes:
    row = "".join("<c><v>1</v></c>" for _ in range(1_000))
    return with_parts(plain(), {SHEET: sheet_xml(f"<row>{row}</row>" * 1_001)})


def million_columns() -> bytes:
    return with_parts(plain(), {SHEET: sheet_xml("<row>" + "<c><v>1</v></c>" * 1_000_001 + "</row>")})


def million_empty_cells() -> bytes:
    return with_parts(plain(), {SHEET: sheet_xml(("<row>" + '<c s="1"/>' * 16_000 + "</row>") * 120)})


def zip_bomb() -> bytes:
    return with_parts(plain(), {"xl/media/picture.xml": bytes(300 * MEGABYTE)})


def bomb_of_many_parts() -> bytes:
    return with_parts(plain(), {f"xl/worksheets/more{n}.xml": bytes(1 * MEGABYTE) for n in range(100)})


def lying_directory() -> bytes:
    """A sheet of 150 MB whose archive says that it is 1,000 bytes."""
    body = sheet_xml("<row r='1'><c r='A1'><v>1</v></c></row>" + " " * (150 * MEGABYTE))
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(body) + packed.flush()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) if name != SHEET else b"x" * 1000)
    archive = out.getvalue()
    # Put the long stream where the short one was: local header, then its entry of the central directory.
    with zipfile.ZipFile(io.BytesIO(archive)) as made:
        info = made.getinfo(SHEET)
    start = info.header_offset + 30 + len(SHEET)
    shift = len(data) - info.compress_size
    archive = archive[:start] + data + archive[start + info.compress_size :]
    crc = zlib.crc32(body[:1000])
    archive = bytearray(archive)
    struct.pack_into("<III", archive, info.header_offset + 14, crc, len(data), 1000)
    at = archive.find(b"PK\x01\x02")
    while at >= 0:
        length = struct.unpack_from("<H", archive, at + 28)[0]
        offset = struct.unpack_from("<I", archive, at + 42)[0]
        if bytes(archive[at + 46 : at + 46 + length]) == SHEET.encode():
            struct.pack_into("<III", archive, at + 16, crc, len(data), 1000)
        elif offset > info.header_offset:
            struct.pack_into("<I", archive, at + 42, offset + shift)
        at = archive.find(b"PK\x01\x02", at + 1)
    end = archive.rfind(b"PK\x05\x06")
    struct.pack_into("<I", archive, end + 16, struct.unpack_from("<I", archive, end + 16)[0] + shift)
    return bytes(archive)


def xml_bomb() -> bytes:
    entities = '<!ENTITY a0 "haha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return with_parts(plain(), {SHEET: f"<!DOCTYPE worksheet [{entities}]><worksheet>&a9;</worksheet>".encode()})


def outside_entity() -> bytes:
    dtd = '<!DOCTYPE worksheet [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return with_parts(plain(), {SHEET: f"{dtd}<worksheet>&e;</worksheet>".encode()})


def macro_enabled_by_content_type() -> bytes:
    with zipfile.ZipFile(io.BytesIO(plain())) as archive:
        types = archive.read("[Content_Types].xml")
    changed = types.replace(b"spreadsheetml.sheet.main+xml", b"MACROENABLED.main+xml").replace(
        b"openxmlformats-officedocument.MACRO", b"ms-excel.sheet.macro"
    )
    return with_parts(plain(), {"[Content_Types].xml": changed})


def xls_records(*records: tuple[int, bytes]) -> bytes:
    stream = b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in records)
    return compound({"Workbook": stream})


BOF = (0x0809, bytes(16))


def xls_cell(row: int, column: int) -> tuple[int, bytes]:
    return 0x0203, struct.pack("<HHHd", row, column, 0, 1.0)


def zip_of_something_else() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "hello")
    return out.getvalue()


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("empty_file", lambda: b""),
    "picture": ("not_a_workbook", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50),
    "random bytes": ("not_a_workbook", lambda: bytes((n * 7919) % 251 for n in range(20_000))),
    "web page named .xls": ("not_a_workbook", lambda: b"<html><table><tr><td>1</td></tr></table></html>"),
    "another archive": ("not_a_workbook", zip_of_something_else),
    "half a workbook": ("damaged", lambda: plain()[:2000]),
    "binary workbook": ("not_a_workbook", lambda: with_parts(plain(), {"xl/workbook.bin": b"x"})),
    "macros as a part": ("macros", lambda: with_parts(plain(), {"xl/vbaProject.bin": b"x"})),
    "macros by content type": ("macros", macro_enabled_by_content_type),
    "Excel 4 macro sheet": ("macros", lambda: with_parts(plain(), {"xl/macrosheets/sheet1.xml": b"<m/>"})),
    "encrypted workbook": (
        "encrypted", lambda: compound({"EncryptionInfo": bytes(100), "EncryptedPackage": bytes(100)})),
    "encrypted and cut off": (
        "encrypted",
        lambda: compound({"EncryptionInfo": bytes(100), "EncryptedPackage": bytes(100)})[:1800],
    ),
    "xls with a password": ("encrypted", lambda: xls_records(BOF, (0x002F, bytes(6)))),
    "xls with macros": ("macros", lambda: compound({"Workbook": bytes(10), "_VBA_PROJECT": bytes(10)})),
    "xls with an Excel 4 macro sheet": ("macros", lambda: xls_records(BOF, (0x0085, bytes(5) + b"\x01" + bytes(4)))),
    "xls without a workbook": ("not_a_workbook", lambda: compound({"WordDocument": bytes(10)})),
    "xls cut off": ("damaged", lambda: xls([HEADER, wish_row(1)])[:1500]),
    "xls spanning 16 million cells": ("too_many_cells", lambda: xls_records(BOF, xls_cell(0, 0), xls_cell(65535, 255))),
    "5,001 rows and more": (
        "too_many_rows", lambda: xlsx([HEADER, *([n, "哈秀兰"] for n in range(limits.MAX_SHEET_ROWS))])),
    "xls of too many rows": ("too_many_rows", lambda: xls([[n] for n in range(limits.MAX_SHEET_ROWS + 1)])),
    "csv of too many rows": ("too_many_rows", lambda: b"a,b\r\n" * (limits.MAX_SHEET_ROWS + 1)),
    "csv of a million cells": ("too_many_cells", lambda: b"a" + b"," * 1_000_000),
    "csv with a cell of 9 MB": ("cell_too_long", lambda: b'1,"' + b"A" * (9 * MEGABYTE) + b'"'),
    "csv with an open quote": ("too_many_rows", lambda: b'1,"2\r\n' + b"3,4\r\n" * 20_000),
    "over 10 MB": ("file_too_large", lambda: b"1,2\r\n" * (2 * MEGABYTE + 1000)),
    "zip bomb": ("unpacks_too_large", zip_bomb),
    "zip bomb of many parts": ("unpacks_too_large", bomb_of_many_parts),
    "directory that lies": ("damaged", lying_directory),
    "XML bomb": ("damaged", xml_bomb),
    "XML with an outside entity": ("damaged", outside_entity),
    "A1 and XFD1048576": ("too_many_cells", lambda: far_cell("XFD1048576")),
    "A1 and A1048576": ("too_many_cells", lambda: far_cell("A1048576")),
    "a million cells": ("too_many_cells", million_cells),
    "a million columns": ("too_many_cells", million_columns),
    "two million empty cells": ("too_many_cells", million_empty_cells),
    "cell of 200 MB": ("unpacks_too_large", lambda: text_cell(200 * MEGABYTE)),
    "shared text of 200 MB": ("unpacks_too_large", lambda: shared_text_cell(200 * MEGABYTE)),
    "cell of 40 MB": ("cell_too_long", lambda: text_cell(40 * MEGABYTE)),
    "shared text of 40 MB": ("cell_too_long", lambda: shared_text_cell(40 * MEGABYTE)),
    "4 GB out of one shared text": ("too_heavy", many_references_to_one_text),
}  # fmt: skip


class Watch:
    """The most memory that this process's children held at one time, sampled."""

    def __init__(self) -> None:
        self.peak = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def _look(self) -> None:
        me = psutil.Process()
        while not self._stop.wait(0.005):
            for child in me.children(recursive=True):
                try:
                    if "tenants.forms.reading.child" in child.cmdline():
                        self.peak = max(self.peak, child.memory_info().rss)
                except psutil.Error:
                    continue

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    return {name: build() for name, (_, build) in HOSTILE.items()}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_within_2_seconds_and_200_megabytes(
    name: str, built: dict[str, bytes], record_property: Callable[[str, object], None]
) -> None:
    code, _ = HOSTILE[name]
    data = built[name]
    own_before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with measured() as work, Watch() as watch:
        started = time.monotonic()
        with pytest.raises(Refusal) as refused:
            read_workbook(data)
        took = time.monotonic() - started
    own_grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - own_before
    record_property(
        "figures",
        f"{took:.2f} s, {work.seconds:.2f} s of CPU, child {watch.peak // MEGABYTE} MB, own +{own_grown // 1024} MB",
    )
    assert refused.value.code == code
    assert refused.value.text.zh
    assert refused.value.text.en
    assert work.seconds < 1
    assert took < limits.CHILD_WALL_SECONDS
    assert watch.peak < 200 * MEGABYTE
    assert own_grown < 100 * 1024


def test_every_refusal_says_it_in_both_languages_and_what_to_do() -> None:
    for code, text in TEXTS.items():
        assert len(text.zh) > 8, code
        assert len(text.en) > 20, code


def test_the_largest_honest_workbook_is_read_within_the_limits() -> None:
    rows = [wish_row(n, name=f"哈秀{n}", address=f"建设巷{n}号楼3单元502室") for n in range(1, limits.MAX_ROWS + 1)]
    for data in (xlsx([["登记表"], HEADER, *rows]), xls([["登记表"], HEADER, *rows])):
        with Watch() as watch:
            (sheet,) = read_workbook(data)
        assert watch.peak < 100 * MEGABYTE
        assert len(sheet.rows) == limits.MAX_ROWS + 2


def test_formatting_far_below_the_table_is_no_content() -> None:
    far = sheet_xml('<row r="1"><c r="A1"><v>7</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>')
    (sheet,) = read_workbook(with_parts(plain(), {SHEET: far}))
    assert sheet.rows == [[7]]


def test_the_child_sees_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WISHBRIDGE_SECRET_KEY", "canary")
    # A module that runs what it is told, in the reader's place: the reader itself is gone before one could look at it.
    said = ask_child("timeit", "--number=1", "import os; print(dict(os.environ))", data=b"", seconds=60)
    assert said is not None
    assert b"LC_ALL" in said
    assert b"canary" not in said
