"""Reading and judging a whole file without a database, as the check does with one."""

import datetime
import hashlib
from collections.abc import Collection, Mapping, Sequence

from tenants.forms.reading.workbook import read_workbook
from tenants.forms.rows.judging import Judged, Known, Original, fingerprints, judge
from tenants.forms.rows.member import read_member
from tenants.forms.rows.reading import Cells, Reading
from tenants.forms.rows.wish import read_wish
from tenants.forms.tables.columns import Kind
from tenants.forms.tables.finding import Record, Table, find_table


def table_of(data: bytes, kind: Kind = "wishes") -> Table:
    return find_table(read_workbook(data), kind)


def blind(content: str) -> bytes:
    return hashlib.sha256(content.encode()).digest()


def marks(records: Sequence[Record]) -> list[bytes]:
    return fingerprints(records, blind)


def judged(
    data: bytes,
    kind: Kind = "wishes",
    *,
    year: int = 2026,
    known: Known | None = None,
    corrections: Mapping[int, Mapping[str, str]] | None = None,
    today: datetime.date | None = None,
) -> list[Judged]:
    """The outcome of each row of a file; `corrections` by serial number."""
    records = table_of(data, kind).records
    day = today or datetime.date(year, 4, 2)

    def read(cells: Cells, by_hand: Collection[str]) -> Reading:
        if kind == "members":
            return read_member(cells, by_hand)
        return read_wish(cells, year=year, today=day, budget_limit=500, by_hand=by_hand)

    originals = [
        Original(record, mark, (corrections or {}).get(record.serial, {}))
        for record, mark in zip(records, marks(records), strict=True)
    ]
    return judge(
        originals, [read(original.cells, original.corrections) for original in originals], read, known or Known(), kind
    )
