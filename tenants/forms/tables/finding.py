"""One table out of a workbook: the sheet that holds it, its columns, its records, and what was left out."""

import dataclasses
import datetime
import re
from itertools import chain

from hub.language import Text
from hub.refusal import Refusal
from hub.writing import clean
from tenants.forms.cells.text import IDENTITY_REMOVED, birth_of_identity, half_width, is_blank, tidy, without_identity
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

_DITTO = re.compile(r"同上|同前|上同|同上[行格一户人]+|[〃″〝\"“”'’]{1,2}")
"""What stands for the cell above."""
_PREFILLED = {"serial", "sex", "quantity", "collector", "collected_on", "branch", "reference"}
"""What a form has printed in rows that nobody filled in: such a row is empty."""
_LONG_FOR_A_CELL = 14

LONGEST_KEPT = 4_000
"""Characters of a cell that are kept: no remark is longer, and no pattern shall be tried on more."""


@dataclasses.dataclass(frozen=True)
class Record:
    """One record: its row on the sheet (from 1), its serial number in the import, its cells by column, as text.

    `hidden` says that the office has hidden the row or filtered it out.
    """

    row: int
    serial: int
    cells: dict[str, str]
    sheet: str = ""
    hidden: bool = False


@dataclasses.dataclass(frozen=True)
class SheetFound:
    """A sheet with a table of this kind; `read` by default when it is visible and laid out as the main one."""

    name: str
    header_row: int
    rows: int
    hidden: bool
    read: bool


@dataclasses.dataclass(frozen=True)
class Table:
    """`columns` gives for each known column its name on the sheet, in the sheet's order.

    `sheet` is the main sheet; `records` are those of all sheets that are read by default, `aside` those of the others.
    """

    sheet: str
    header_row: int
    columns: dict[str, str]
    ignored: list[str]
    records: list[Record]
    left_out: list[tuple[int, str]]
    sheets_left_out: list[str]
    sheets: list[SheetFound] = dataclasses.field(default_factory=list)
    aside: list[Record] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True)
class _OnSheet:
    """The table of one sheet."""

    sheet: Sheet
    header: Header
    columns: dict[str, str]
    rows: list[tuple[int, dict[str, str]]]
    left_out: list[tuple[int, str]]


def find_table(sheets: list[Sheet], kind: Kind) -> Table:
    """The table of that kind, over all sheets of one layout. Raises Refusal (no_table, looks_like_…, no_rows, …)."""
    other: Kind = "members" if kind == "wishes" else "wishes"
    tables: list[_OnSheet] = []
    foreigners = False
    for sheet in sheets:
        own, foreign = (find_header(_grid(sheet, across=True), which) for which in (kind, other))
        if foreign and (
            len(foreign.columns) > len(own.columns) if own else bool(TELLING[other] & foreign.columns.keys())
        ):
            foreigners = foreigners or not sheet.hidden
        elif own:
            tables.append(_table(sheet, own))
    if not tables:
        raise refusal(f"looks_like_{other}") if foreigners else _no_table(kind)
    main = max(tables, key=lambda one: (bool(one.rows), not one.sheet.hidden, len(one.columns), len(one.rows)))
    if not main.rows:
        raise refusal("no_rows")
    read = [one for one in tables if one is main or (not one.sheet.hidden and _laid_out_alike(one, main))]
    if sum(len(one.rows) for one in tables) > limits.MAX_ROWS:
        raise refusal("too_many_rows", limit=limits.MAX_ROWS)
    records, aside = _numbered(read, [one for one in tables if one not in read])
    columns = dict(main.columns)
    for one in read:
        columns |= {key: name for key, name in one.columns.items() if key not in columns}
    return Table(
        sheet=main.sheet.name,
        header_row=main.header.top + main.header.depth,
        columns=columns,
        ignored=list(dict.fromkeys(name for one in read for name in one.header.ignored)),
        records=records,
        left_out=[entry for one in read for entry in one.left_out],
        sheets_left_out=[
            sheet.name
            for sheet in sheets
            if sheet.rows and not sheet.hidden and all(sheet is not one.sheet for one in tables)
        ],
        sheets=[
            SheetFound(one.sheet.name, one.header.top + one.header.depth, len(one.rows), one.sheet.hidden, one in read)
            for one in tables
            if one.rows
        ],
        aside=aside,
    )


def _laid_out_alike(one: _OnSheet, main: _OnSheet) -> bool:
    """Whether two sheets are of one layout: most of their columns are the same."""
    mine, theirs = one.columns.keys() - {"serial"}, main.columns.keys() - {"serial"}
    return len(mine & theirs) >= 0.6 * len(mine | theirs)


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


def _table(sheet: Sheet, header: Header) -> _OnSheet:
    grid = _grid(sheet, across=False)
    columns = sorted(header.columns.items(), key=lambda column: column[1])
    first_row = header.top + header.depth
    rows: list[tuple[int, dict[str, str]]] = []
    left_out: list[tuple[int, str]] = []
    at_birth = header.columns.get("birth", -1)
    births = [row[at_birth] for row in grid[first_row:] if 0 <= at_birth < len(row)]
    months_lose_their_nought = sheet.all_text and not any(re.fullmatch(r"\S+\.10", text) for text in births)
    above: dict[str, str] = {}
    for at, row in enumerate(grid[first_row:], start=first_row):
        written = {key: row[column] for key, column in columns if column < len(row)}
        cells = {key: above.get(key, text) if _DITTO.fullmatch(text) else text for key, text in written.items()}
        if "identity" in header.columns:
            _birth_instead_of_identity(cells, sheet.rows[at][header.columns["identity"]])
        if "collected_on" in cells:
            cells["collected_on"] = _month_and_day(
                sheet.rows[at][header.columns["collected_on"]], cells["collected_on"]
            )
        if "birth" in cells and "birth" in header.columns and header.columns["birth"] < len(sheet.rows[at]):
            cells["birth"] = _month_of_birth(
                sheet.rows[at][header.columns["birth"]], cells["birth"], doubtful=months_lose_their_nought
            )
        filled = [text for text in row if text]
        if not filled:
            continue
        if _is_no_record(cells, filled, header):
            left_out.append((at + 1, filled[0]))
        elif any(not is_blank(text) for key, text in cells.items() if key not in _PREFILLED):
            rows.append((at + 1, cells))
            above = cells
    return _OnSheet(
        sheet=sheet,
        header=header,
        columns={key: header.names[column] for key, column in columns if key != "identity"},
        rows=rows,
        left_out=left_out,
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
    if cells.pop("identity", ""):
        cells["identity"] = IDENTITY_REMOVED
    if not cells.get("age") and not cells.get("birth") and (birth := birth_of_identity(str(identity))):
        cells["birth"] = birth


def _month_and_day(cell: Cell, text: str) -> str:
    """3.10 typed into a cell of numbers has become 3.1: nobody can tell which day was meant."""
    return f"{text}/{text}0" if isinstance(cell, float) and re.fullmatch(r"1?[0-9]\.[123]", text) else text


def _month_of_birth(cell: Cell, text: str, *, doubtful: bool) -> str:
    """2012.10 typed into a cell of numbers has become 2012.1, which may be January or October."""
    if (isinstance(cell, float) or doubtful) and (found := re.fullmatch(r"((?:19|20)[0-9]{2})\.1", text)):
        return f"{found[1]}.1/{found[1]}.10"
    return text


def _serial(text: str) -> int | None:
    found = re.fullmatch(r"([0-9]{1,6})(?:\.0*)?[.、]?", half_width(text))
    return int(found[1]) if found else None


def _numbered(read: list[_OnSheet], others: list[_OnSheet]) -> tuple[list[Record], list[Record]]:
    """Records by the sheet's own serial numbers where these are all there and tell rows apart, else counted."""
    tables = [*read, *others]
    serials = [_serial(cells.get("serial", "")) for one in tables for _, cells in one.rows]
    own = [serial for serial in serials if serial is not None]
    if len(own) != len(serials) or len(set(own)) != len(own):
        own = list(range(1, len(serials) + 1))
    numbers = iter(own)
    found = [
        [
            Record(
                row,
                next(numbers),
                {key: text for key, text in cells.items() if key != "serial" and text},
                one.sheet.name,
                row - 1 in one.sheet.hidden_rows,
            )
            for row, cells in one.rows
        ]
        for one in tables
    ]
    return [*chain(*found[: len(read)])], [*chain(*found[len(read) :])]
