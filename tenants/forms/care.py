"""The rows that need care, given back as a workbook to mend and upload again."""

from typing import Any

from django.db import transaction
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from hub.actor import Actor
from hub.language import Text
from hub.privacy.access import record_access
from hub.refusal import Refusal
from tenants.forms.batches import kind_of
from tenants.forms.checking import StoredRow
from tenants.forms.models import ImportBatch
from tenants.forms.rows.findings import Finding
from tenants.forms.tables.columns import title_of
from tenants.forms.workbooks import mark, put_header, put_text, to_bytes

REASON = Text(zh="原因", en="Reason")


def needs_care(row: StoredRow) -> bool:
    """Whether a row comes back: rejected, incomplete, or repeated within its own file."""
    return row["outcome"] in ("rejected", "attention") or row["duplicate_of"] is not None


def care_workbook(batch: ImportBatch, *, by: Actor) -> bytes:
    """An .xlsx of the rows that need care, with the columns of the file, what is wrong with each, and its mark.

    The mark (the row's fingerprint) keeps a mended row known as the row it was: a row that came in incomplete does
    not come in a second time. Written to the access log. Raises Refusal (404) when no row needs care.
    """
    rows = [row for row in batch.rows if needs_care(row)]
    if not rows:
        raise Refusal(
            "nothing_to_mend",
            Text(zh="没有要修改的行。", en="No row needs care."),
            status=404,
        )
    with transaction.atomic():
        record_access(
            by,
            subject="import",
            subject_id=batch.pk,
            fields=["name", "phone", "address"],
            reason="rows that need care as a workbook",
        )
        return to_bytes(_workbook(batch, rows))


def _workbook(batch: ImportBatch, rows: list[StoredRow]) -> Workbook:
    kind = kind_of(batch)
    columns = [(key, name) for key, name in batch.about["columns"] if key not in ("serial", "reference")]
    used = {key for row in rows for key in {**row["cells"], **batch.corrections.get(str(row["serial"]), {})}}
    shown = {key for key, _ in columns} | {"reference"}
    columns += [(key, title_of(key, kind).zh) for key in sorted(used - shown)]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "要修改的行"
    keys = [key for key, _ in columns]
    put_header(sheet, 1, ["序号", *(name for _, name in columns), REASON.zh, title_of("reference", kind).zh])
    for at, row in enumerate(rows, start=2):
        cells = {**row["cells"], **batch.corrections.get(str(row["serial"]), {})}
        put_text(sheet, at, 1, str(row["serial"]))
        for column, key in enumerate(keys, start=2):
            put_text(sheet, at, column, cells.get(key, ""))
        findings: list[dict[str, Any]] = row["reasons"]
        mark(sheet.cell(at, keys.index(f["field"]) + 2) for f in findings if f["field"] in keys)
        put_text(sheet, at, len(keys) + 2, ";".join(Finding(**finding).text.zh for finding in findings))
        put_text(sheet, at, len(keys) + 3, row["fingerprint"])
    sheet.freeze_panes = "A2"
    sheet.column_dimensions[get_column_letter(len(keys) + 3)].hidden = True
    return book
