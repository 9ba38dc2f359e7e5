"""What is asked once for a whole import: which sheets, hidden rows, columns that the list lacks, old days."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from hub.actor import Actor
from hub.language import Text
from hub.names import tidy_name
from hub.refusal import Refusal
from tenants.forms.batches import demand_checked, enter, kind_of, locked
from tenants.forms.checking import StoredRow, counts_of, judged_again, lacking_columns
from tenants.forms.models import ImportBatch
from tenants.wishes.collecting_days import demand_not_ahead

_RAW = ("serial", "row", "sheet", "hidden", "cells", "fingerprint")


@dataclass(frozen=True)
class Said:
    """Answers for the whole import; None leaves one as it was. An empty text takes an answer back.

    `collected_on` is a day in ISO's form; `hidden_rows` says whether hidden rows are read.
    """

    sheets: Collection[str] | None = None
    hidden_rows: bool | None = None
    collected_on: str | None = None
    collector: str | None = None
    old_days: bool | None = None


def answer_for_all(batch: ImportBatch, said: Said, *, by: Actor) -> ImportBatch:
    """Takes answers for the whole import and judges every row again. Raises `Refusal` (400) for a day that lies ahead or
    when no sheet is left, (409) for an import that is confirmed or discarded.
    """
    if said.collected_on:
        demand_not_ahead(datetime.date.fromisoformat(said.collected_on))
    with transaction.atomic():
        batch = locked(batch.pk)
        demand_checked(batch)
        about = dict(batch.about)
        kept: dict[str, Any] = dict(about.get("said", {}))
        for name in ("hidden_rows", "collected_on", "old_days"):
            if (value := getattr(said, name)) is not None:
                kept[name] = value
        if said.collector is not None:
            kept["collector"] = tidy_name(said.collector)[:60]
        if said.sheets is not None:
            about["sheets"] = [{**sheet, "read": sheet["name"] in said.sheets} for sheet in about.get("sheets", [])]
        about["said"] = kept
        batch.about, rows = _shared_out(about, [*batch.rows, *about.get("aside", [])])
        batch.rows = judged_again(rows, batch.corrections, kind_of(batch), batch.campaign, batch.about)
        batch.counts = counts_of(batch.rows)
        batch.save(update_fields=["about", "rows", "counts"])
        enter(batch, "answered", {"said": kept, "counts": batch.counts}, by)
    return batch


def hidden_of(batch: ImportBatch) -> int:
    """How many hidden rows the sheets that are read have, read themselves or not."""
    read = {sheet["name"] for sheet in batch.about.get("sheets", []) if sheet["read"]}
    every = [*batch.rows, *batch.about.get("aside", [])]
    return sum(row.get("hidden", False) for row in every if row.get("sheet", "") in read)


def _shared_out(about: dict[str, Any], every: list[StoredRow]) -> tuple[dict[str, Any], list[StoredRow]]:
    """The rows that are read, and in `about` those that are not."""
    read = {sheet["name"] for sheet in about["sheets"] if sheet["read"]}
    with_hidden = about["said"].get("hidden_rows", True)
    rows, aside = list[StoredRow](), list[StoredRow]()
    order = {sheet["name"]: at for at, sheet in enumerate(about["sheets"])}
    for row in sorted(every, key=lambda row: (order.get(row["sheet"], 0), row["row"])):
        raw = {key: row[key] for key in _RAW}
        (rows if row["sheet"] in read and (with_hidden or not row["hidden"]) else aside).append(raw)
    if not rows:
        raise Refusal(
            "no_sheet",
            Text(zh="至少要读一张工作表。", en="At least one sheet has to be read."),
            status=400,
            field="sheets",
        )
    lacking = {"lacking": lacking_columns([row["cells"] for row in rows])} if "lacking" in about else {}
    return {**about, "aside": aside, **lacking}, rows
