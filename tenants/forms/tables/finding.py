"""One table out of a workbook: the sheet that holds it, its columns, its records, and what was left out."""

import dataclasses
import datetime
import re

from hub.language import Text
from hub.refusal import Refusal
from hub.writing import clean
from tenants.forms.cells.text import birth_of_identity, half_width, is_blank, tidy, without_identity
from tenants.forms.reading import limits
from tenants.forms.reading.refusals import refusal
from tenants.forms.reading.workbook import Cell, Sheet
from tenants.forms.tables.columns import NEEDED, TELLING, Kind, comparable, title_of
from tenants.forms.tables.header import Grid, Header, find_header

_FOOTER = re.compile(
    r"(?:(?:总?合计|总计|小计|共计|累计).*"
    r"|注[0-9]*[:.、].*"
    r"|(?:填表|填报|制表|审核|复核|审批|经办|负责|单位负责|联系|核对|汇报|报送|统计)(?:人|单位|日期|时间|领导)?(?:签字|签名|签章|盖章)?(?:[(:\s].*|$)"
    r"|(?:分管|主要|单位)?领导(?:签字|签名)?(?:[(:\s].*|$)"
    r"|(?:社区|居委会|村委会|街道|支部|书记|主任|单位).{0,6}(?:签字|签名|签章|盖章|公章|意见).*"
    r"|(?:签字|签名|盖章|公章|备注|说明|填表说明|填写说明|注意事项|附件?|注)(?:[(:\s].*|$))"
)
_TOTAL_OR_SIGNATURE = re.compile(
    r"(?:总?合计|总计|小计|共计|累计)(?:[:(\s0-9].*)?|共[0-9]+[条人户项个].*|(?:填表|填报|制表|审核|复核)人?(?:签字|签名)?[:(\s].*"
)
"""What tells a footer wherever it stands in a row that names nobody."""

_PREFILLED = {"serial", "sex", "quantity", "collector", "collected_on", "branch", "reference"}
"""What a form has printed in rows that nobody filled in: such a row is empty."""
_LONG_FOR_A_CELL = 14

LONGEST_KEPT = 4_000
"""Characters of a cell that are kept: no remark is longer, and no pattern shall be tried on more."""


@dataclasses.dataclass(frozen=True)
class Record:
    """One record: its row on the sheet (from 1), its serial number in the table, its cells by column, as text."""

    row: int
    serial: int
    cells: dict[str, str]


@dataclasses.dataclass(frozen=True)
class Table:
    """`columns` gives for each known column its name on the sheet, in the sheet's order."""

    sheet: str
    header_row: int
    columns: dict[str, str]
    ignored: list[str]
    records: list[Record]
    left_out: list[tuple[int, str]]
    sheets_left_out: list[str]


def find_table(sheets: list[Sheet], kind: Kind) -> Table:
    """The table of that kind. Raises Refusal (no_table, looks_like_…, no_rows, too_many_rows)."""
    other: Kind = "members" if kind == "wishes" else "wishes"
    tables: list[Table] = []
    for sheet in sheets:
        own, foreign = (find_header(_grid(sheet, across=True), which) for which in (kind, other))
        if foreign and (
            len(foreign.columns) > len(own.columns) if own else bool(TELLING[other] & foreign.columns.keys())
        ):
            raise refusal(f"looks_like_{other}")
        if own:
            tables.append(_table(sheet, own))
    if not tables:
        raise _no_table(kind)
    table = max(tables, key=lambda table: (bool(table.records), len(table.columns), len(table.records)))
    if not table.records:
        raise refusal("no_rows")
    if len(table.records) > limits.MAX_ROWS:
        raise refusal("too_many_rows", limit=limits.MAX_ROWS)
    return dataclasses.replace(
        table, sheets_left_out=[sheet.name for sheet in sheets if sheet.name != table.sheet and sheet.rows]
    )


def _no_table(kind: Kind) -> Refusal:
    titles = [title_of(group[0], kind) for group in NEEDED[kind]]
    wanted = Text(zh="".join(f"“{title.zh}”" for title in titles), en=" and ".join(f"“{title.zh}”" for title in titles))
    return refusal("no_table", wanted=wanted)


def _grid(sheet: Sheet, *, across: bool) -> Grid:
    """The sheet as texts. A merged cell's content stands in all its rows, and `across` in all its columns too."""
    grid = [[_text(cell) for cell in row] for row in sheet.rows]
    for top, left, bottom, right in sheet.merged:
        if top >= len(grid) or left >= len(grid[top]):
            continue
        for row in grid[top : bottom + 1]:
            for at in range(left, (right if across else left) + 1):
                if at < len(row) and not row[at]:
                    row[at] = grid[top][left]
    return grid


def _text(cell: Cell) -> str:
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    # A number too: an identity-card number typed into a cell of numbers is one.
    return without_identity(tidy(clean(str(cell).replace("\0", ""))))[:LONGEST_KEPT]


def _table(sheet: Sheet, header: Header) -> Table:
    grid = _grid(sheet, across=False)
    columns = sorted(header.columns.items(), key=lambda column: column[1])
    first_row = header.top + header.depth
    rows: list[tuple[int, dict[str, str]]] = []
    left_out: list[tuple[int, str]] = []
    for at, row in enumerate(grid[first_row:], start=first_row):
        cells = {key: row[column] for key, column in columns if column < len(row)}
        if "identity" in header.columns:
            _birth_instead_of_identity(cells, sheet.rows[at][header.columns["identity"]])
        if "collected_on" in cells:
            cells["collected_on"] = _month_and_day(
                sheet.rows[at][header.columns["collected_on"]], cells["collected_on"]
            )
        filled = [text for text in row if text]
        if not filled:
            continue
        if _is_no_record(cells, filled, header):
            left_out.append((at + 1, filled[0]))
        elif any(not is_blank(text) for key, text in cells.items() if key not in _PREFILLED):
            rows.append((at + 1, cells))
    return Table(
        sheet=sheet.name,
        header_row=first_row,
        columns={key: header.names[column] for key, column in columns if key != "identity"},
        ignored=header.ignored,
        records=_numbered(rows),
        left_out=left_out,
        sheets_left_out=[],
    )


def _is_no_record(cells: dict[str, str], filled: list[str], header: Header) -> bool:
    """Whether a row below the header is a footer, a note, a heading between, or the header once more."""
    numbered = _serial(cells.get("serial", "")) is not None
    if _FOOTER.fullmatch(half_width(filled[0])):
        return True
    nobody = is_blank(cells.get("name", "")) or _TOTAL_OR_SIGNATURE.fullmatch(half_width(cells["name"]))
    if nobody and not numbered and any(_TOTAL_OR_SIGNATURE.fullmatch(half_width(text)) for text in filled):
        return True
    if (
        sum(
            1
            for key, at in header.columns.items()
            if cells.get(key) and comparable(cells[key]) == comparable(header.names[at])
        )
        > 1
    ):
        return True
    is_named = any(cells.get(key) for key in ("name", "item", "phone"))
    serial = cells.get("serial", "")
    if serial and not numbered and not is_named:
        return True
    return len(filled) == 1 and (len(filled[0]) > _LONG_FOR_A_CELL or (bool(serial) and not numbered))


def _birth_instead_of_identity(cells: dict[str, str], identity: Cell) -> None:
    """An identity-card number is not kept; where age and date of birth are not given, it tells the latter."""
    cells.pop("identity", None)
    if not cells.get("age") and not cells.get("birth") and (birth := birth_of_identity(str(identity))):
        cells["birth"] = birth


def _month_and_day(cell: Cell, text: str) -> str:
    """3.10 typed into a cell of numbers has become 3.1: nobody can tell which day was meant."""
    return f"{text}/{text}0" if isinstance(cell, float) and re.fullmatch(r"1?[0-9]\.[123]", text) else text


def _serial(text: str) -> int | None:
    found = re.fullmatch(r"([0-9]{1,6})(?:\.0*)?[.、]?", half_width(text))
    return int(found[1]) if found else None


def _numbered(rows: list[tuple[int, dict[str, str]]]) -> list[Record]:
    """Records by the sheet's own serial numbers where these are all there and tell rows apart, else counted."""
    serials = [_serial(cells.get("serial", "")) for _, cells in rows]
    own = [serial for serial in serials if serial is not None]
    if len(own) != len(rows) or len(set(own)) != len(own):
        own = list(range(1, len(rows) + 1))
    return [
        Record(row, serial, {key: text for key, text in cells.items() if key != "serial" and text})
        for (row, cells), serial in zip(rows, own, strict=True)
    ]
