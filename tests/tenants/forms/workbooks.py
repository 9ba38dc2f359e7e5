"""Files as offices and attackers make them, built by the tests themselves."""

import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence

import openpyxl
import xlwt

HEADER = [
    "序号",
    "姓名",
    "性别",
    "年龄",
    "困难类别",
    "家庭住址",
    "联系电话",
    "微心愿内容",
    "数量",
    "预算(元)",
    "征集人",
    "征集时间",
    "备注",
]


def xlsx(rows: Iterable[Sequence[object]], *, merged: Iterable[str] = (), sheet: str = "登记表") -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = sheet
    for row in rows:
        book.active.append(list(row))
    for area in merged:
        book.active.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls(rows: Iterable[Sequence[object]]) -> bytes:
    """An Excel 97 workbook of one sheet."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("登记表")
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if isinstance(value, datetime.date):
                sheet.write(y, x, value, day)
            else:
                sheet.write(y, x, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_parts(workbook: bytes, parts: dict[str, bytes]) -> bytes:
    """The workbook with parts of its archive replaced or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return out.getvalue()


def sheet_xml(cells: str) -> bytes:
    """A worksheet part with these rows."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    ).encode()


def wish_row(serial: int, **cells: object) -> list[object]:
    """A flawless row of the register, with the named columns replaced."""
    row: dict[str, object] = {
        "serial": serial,
        "name": "哈秀兰",
        "sex": "女",
        "age": 76,
        "categories": "空巢老人",
        "address": "建设巷7号楼3单元502室",
        "phone": "13900120422",
        "item": "电暖器",
        "quantity": 1,
        "budget": "230元",
        "collector": "祁文军",
        "collected_on": "2026-03-06",
        "remarks": "",
    }
    assert cells.keys() <= row.keys(), cells.keys() - row.keys()
    return list((row | cells).values())


def compound(streams: dict[str, bytes]) -> bytes:
    """A minimal OLE compound file with these streams (each is padded to 4096 bytes, so that no mini stream is needed)."""
    import struct

    sector, free, end, fat_mark = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    bodies = {name: data.ljust(-(-max(len(data), 4096) // sector) * sector, b"\x00") for name, data in streams.items()}
    directory_sectors = -(-(len(bodies) + 1) // 4)
    fat: list[int] = [fat_mark]
    fat += [n + 2 for n in range(directory_sectors - 1)] + [end]
    starts = {}
    for name, body in bodies.items():
        starts[name] = len(fat)
        count = len(body) // sector
        fat += [len(fat) + n + 1 for n in range(count - 1)] + [end]
    assert len(fat) <= 128
    fat += [free] * (128 - len(fat))

    def entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
        text = name.encode("utf-16-le") + b"\x00\x00"
        return (
            text.ljust(64, b"\x00")
            + struct.pack("<HBBIII", len(text) if name else 0, kind, 1, free, right, child)
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )

    names = list(bodies)
    entries = entry("Root Entry", 5, 1, free, end, 0)
    for at, name in enumerate(names, start=1):
        right = at + 1 if at < len(names) else free
        entries += entry(name, 2, free, right, starts[name], len(bodies[name]))
    entries = entries.ljust(directory_sectors * sector, b"\x00")
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
        + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
        + struct.pack("<I", 0) + struct.pack("<I", free) * 108
    )  # fmt: skip
    return header + struct.pack("<128I", *fat) + entries + b"".join(bodies.values())
