"""The verbs of an import before its confirmation: check, correct a row, discard."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from hub.actor import Actor
from hub.clock import today
from hub.language import Text
from hub.refusal import Refusal
from hub.versions import demand_unchanged, version_of
from hub.writing import clean
from tenants.campaigns.models import Campaign
from tenants.forms.cells.categories import read_categories
from tenants.forms.cells.text import tidy, without_identity
from tenants.forms.checking import StoredRow, check_file, counts_of, judged_again
from tenants.forms.consents import ConsentsGiven
from tenants.forms.models import ImportBatch, ImportBatchEntry, expiry
from tenants.forms.tables.columns import COLUMNS, Kind
from tenants.forms.tables.finding import LONGEST_KEPT
from tenants.people.categories import CATEGORIES
from tenants.people.words import remember_word, words_of_the_community

ANSWERS = frozenset({"on_record", "again"})
"""Answers about one row: update or keep what is on record of the person; yes or no, whether it is another wish."""

ROW = "import_row"
NOT_CORRECTED = frozenset({"serial", "identity", "reference"})


def check_import(
    data: bytes,
    *,
    kind: Kind,
    file_name: str,
    campaign: Campaign | None,
    consents: ConsentsGiven | None = None,
    by: Actor,
) -> ImportBatch:
    """Reads and judges an uploaded file and keeps the result for the check page; no wish or member is written.

    Raises Refusal for a file that cannot be read, and for a campaign that is missing or closed.
    """
    checked = check_file(data, kind, campaign if kind == "wishes" else None)
    with transaction.atomic():
        batch = ImportBatch.objects.create(
            kind=kind,
            campaign=campaign if kind == "wishes" else None,
            file_name=without_identity(tidy(file_name))[-200:],
            about=checked.about,
            rows=checked.rows,
            counts=checked.counts,
            consents=consents.stored() if consents else {},
            by_id=by.account_id,
            by_name=by.name,
        )
        enter(batch, "checked", {"counts": checked.counts}, by)
    return batch


def correct_row(
    batch: ImportBatch, serial: int, changes: Mapping[str, str], *, by: Actor, seen: str | None = None
) -> tuple[ImportBatch, list[StoredRow]]:
    """Changes cells of one row of the check page and judges every row again.

    `changes` are texts by column. Returns the batch, and the rows that this changed: the one itself first, then
    those that repeat it or no longer do. The original row stays known by what it said in the file.
    Raises Refusal for a row or a column that is not there, and for an import that is confirmed or discarded; `Changed`
    (412) when the row's cells are no longer of the version `seen`.
    """
    with transaction.atomic():
        batch = locked(batch.pk)
        demand_checked(batch)
        before = {row["serial"]: row for row in batch.rows}
        row = row_of(batch, serial)
        demand_unchanged(seen, ROW, _row_key(batch, serial), _cells(batch, row))
        original = row["cells"]
        corrected = dict(batch.corrections.get(str(serial), {}))
        differing: dict[str, list[str]] = {}
        for field, text in changes.items():
            if field not in correctable(batch.kind):
                raise Refusal(
                    "column_unknown",
                    Text(zh="没有“{field}”这一列。", en="There is no column “{field}”."),
                    status=400,
                    field=field[:60],
                )
            now_says = without_identity(tidy(clean(text)))[:LONGEST_KEPT]
            old = corrected.get(field, original.get(field, ""))
            if now_says == old:
                continue
            differing[field] = [old, now_says]
            corrected[field] = now_says
            if now_says == original.get(field, ""):
                del corrected[field]
        if differing:
            if "categories" in differing:
                _remember_the_word(original.get("categories", ""), corrected.get("categories", ""), by)
            batch.corrections = {**batch.corrections, str(serial): corrected}
            batch.rows = judged_again(batch.rows, batch.corrections, kind_of(batch), batch.campaign, batch.about)
            batch.counts = counts_of(batch.rows)
            batch.save(update_fields=["corrections", "rows", "counts"])
            enter(batch, "corrected", {"serial": serial, **differing}, by)
    others = [row for row in batch.rows if row["serial"] != serial and row != before[row["serial"]]]
    return batch, [next(row for row in batch.rows if row["serial"] == serial), *others]


def row_of(batch: ImportBatch, serial: int) -> StoredRow:
    """One row of the check page. Raises Refusal (404) where there is none."""
    found = next((row for row in batch.rows if row["serial"] == serial), None)
    if found is None:
        raise Refusal(
            "row_unknown",
            Text(zh="没有第 {serial} 行。", en="There is no row {serial}."),
            status=404,
            serial=serial,
        )
    return found


def row_version(batch: ImportBatch, row: StoredRow) -> str:
    """The version of what staff can correct of a row: its cells. What is judged of it is no part of it."""
    return version_of(ROW, _row_key(batch, row["serial"]), _cells(batch, row))


def _row_key(batch: ImportBatch, serial: int) -> str:
    return f"{batch.pk} {serial}"


def _cells(batch: ImportBatch, row: StoredRow) -> dict[str, str]:
    says = {**row["cells"], **batch.corrections.get(str(row["serial"]), {})}
    return {field: says.get(field, "") for field in sorted(correctable(batch.kind))}


def _remember_the_word(written: str, chosen: str, by: Actor) -> None:
    """Whoever chooses a category from the list for a word that is not known has taught the community's lists this word."""
    _, unknown = read_categories(written, words_of_the_community())
    if len(unknown) == 1 and chosen in CATEGORIES:
        remember_word(unknown[0], chosen, by=by)


def discard_import(batch: ImportBatch, *, by: Actor) -> None:
    """Puts a checked import aside; its rows are forgotten in the night, until when it can be reinstated. Discarding twice
    changes nothing.

    Raises Refusal (409) for one that is confirmed.
    """
    with transaction.atomic():
        batch = locked(batch.pk)
        if batch.state == ImportBatch.State.DISCARDED:
            return
        demand_checked(batch)
        batch.state, batch.expires_on = ImportBatch.State.DISCARDED, today()
        batch.save(update_fields=["state", "expires_on"])
        enter(batch, "discarded", {}, by)


def reinstate_import(batch: ImportBatch, *, by: Actor) -> ImportBatch:
    """Brings a discarded import back to its check page, with all that was corrected on it; judged anew.

    Raises Refusal (409) for one that was not discarded, or whose rows are forgotten.
    """
    with transaction.atomic():
        batch = locked(batch.pk)
        if batch.state != ImportBatch.State.DISCARDED or batch.forgotten:
            raise Refusal(
                "import_gone",
                Text(
                    zh="这次导入的内容已不再保留，请重新上传文件。",
                    en="What this import read is no longer kept: upload the file again.",
                ),
            )
        batch.state, batch.expires_on = ImportBatch.State.CHECKED, expiry()
        batch.rows = judged_again(batch.rows, batch.corrections, kind_of(batch), batch.campaign, batch.about)
        batch.counts = counts_of(batch.rows)
        batch.save(update_fields=["state", "expires_on", "rows", "counts"])
        enter(batch, "reinstated", {}, by)
    return batch


def correctable(kind: str) -> frozenset[str]:
    """The columns that staff can correct on the check page, those that the file has not included."""
    own = frozenset(column.key for column in COLUMNS["members" if kind == "members" else "wishes"]) - NOT_CORRECTED
    return own if kind == "members" else own | ANSWERS


def kind_of(batch: ImportBatch) -> Kind:
    """What a batch holds, as the pure parts name it."""
    return "members" if batch.kind == ImportBatch.Kind.MEMBERS else "wishes"


def locked(batch_id: UUID) -> ImportBatch:
    """The batch, for this transaction alone."""
    return ImportBatch.objects.select_for_update(of=("self",), no_key=True).select_related("campaign").get(pk=batch_id)


def demand_checked(batch: ImportBatch) -> None:
    """Raises Refusal (409) for an import that is confirmed or discarded."""
    if batch.state == ImportBatch.State.CONFIRMED:
        raise Refusal(
            "import_confirmed",
            Text(
                zh="这次导入已经确认，不能再改。请在心愿或党员页面修改。",
                en="This import is confirmed already. Make changes on the pages of wishes or members.",
            ),
        )
    if batch.state == ImportBatch.State.DISCARDED:
        raise Refusal(
            "import_discarded",
            Text(zh="这次导入已经放弃，请重新上传文件。", en="This import was discarded: upload the file again."),
        )


def enter(batch: ImportBatch, verb: str, changes: dict[str, Any], by: Actor) -> None:
    """One entry of the batch's history."""
    ImportBatchEntry.objects.create(batch=batch, actor_id=by.account_id, actor_name=by.name, verb=verb, changes=changes)
