"""Imports as the API gives them."""

from typing import Any

from rest_framework import serializers

from hub.rest.versions import Versioned
from tenants.forms.batches import kind_of, row_version
from tenants.forms.checking import StoredRow
from tenants.forms.models import ImportBatch
from tenants.forms.questions import hidden_of
from tenants.forms.rows.findings import answer
from tenants.forms.rows.judging import OUTCOMES
from tenants.forms.tables.columns import title_of
from tenants.members.models import Branch


class FindingAnswer(serializers.Serializer[Any]):
    """What is to be said about one cell; `text` in the reader's language."""

    code = serializers.CharField()
    field = serializers.CharField()
    text = serializers.CharField()


class CountsAnswer(serializers.Serializer[Any]):
    ready = serializers.IntegerField()
    attention = serializers.IntegerField()
    duplicate = serializers.IntegerField()
    rejected = serializers.IntegerField()


class ColumnAnswer(serializers.Serializer[Any]):
    """A column: `field` as in a row's `values`, `label` as the file calls it, `title` as we do."""

    field = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # DRF's own Field has an attribute of that name
    title = serializers.CharField()


class LeftOutAnswer(serializers.Serializer[Any]):
    """A row of the sheet that is no record (a footer, a note), by its number there and its first words."""

    row = serializers.IntegerField()
    text = serializers.CharField()


class ImportConsentsAnswer(serializers.Serializer[Any]):
    purposes = serializers.ListField(child=serializers.CharField())
    manner = serializers.CharField()
    given_on = serializers.DateField()


class ImportSheetAnswer(serializers.Serializer[Any]):
    """A sheet with a table of this kind, and whether it is read."""

    name = serializers.CharField(allow_blank=True)
    rows = serializers.IntegerField()
    hidden = serializers.BooleanField()
    read = serializers.BooleanField()


class SaidAnswer(serializers.Serializer[Any]):
    """What was answered for the whole import; null while nobody did."""

    hidden_rows = serializers.BooleanField()
    collected_on = serializers.CharField(allow_null=True)
    collector = serializers.CharField(allow_null=True)
    old_days = serializers.BooleanField()


class ImportRowAnswer(Versioned):
    """A row of the check page; `version` is that of its cells.

    `values` are its cells as texts, with what staff corrected (`corrected` names those); `read` is what the program
    understood; `number` the wish's once it is imported, `existing` the stored wish's that the row repeats.
    """

    serial = serializers.IntegerField()
    row = serializers.IntegerField()
    sheet = serializers.CharField(allow_blank=True)
    hidden = serializers.BooleanField()
    outcome = serializers.ChoiceField(choices=OUTCOMES)
    reasons = FindingAnswer(many=True)
    warnings = FindingAnswer(many=True)
    duplicate_of = serializers.IntegerField(allow_null=True)
    existing = serializers.CharField(allow_blank=True)
    number = serializers.CharField(allow_blank=True)
    values = serializers.DictField(child=serializers.CharField(allow_blank=True))
    corrected = serializers.ListField(child=serializers.CharField())
    read = serializers.DictField()


class ImportSummary(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=ImportBatch.Kind.choices)
    campaign_id = serializers.UUIDField(allow_null=True)
    campaign_title = serializers.CharField(allow_blank=True)
    campaign_year = serializers.IntegerField(allow_null=True)
    file_name = serializers.CharField()
    state = serializers.ChoiceField(choices=ImportBatch.State.choices)
    created_at = serializers.DateTimeField()
    by = serializers.CharField()
    confirmed_at = serializers.DateTimeField(allow_null=True)
    expires_on = serializers.DateField()
    counts = CountsAnswer()
    imported = serializers.IntegerField(allow_null=True)


class ImportAnswer(ImportSummary):
    sheet = serializers.CharField(allow_blank=True)
    header_row = serializers.IntegerField()
    columns = ColumnAnswer(many=True)
    ignored_columns = serializers.ListField(child=serializers.CharField())
    left_out = LeftOutAnswer(many=True)
    sheets_left_out = serializers.ListField(child=serializers.CharField())
    sheets = ImportSheetAnswer(many=True)
    hidden_rows = serializers.IntegerField()
    lacking = serializers.ListField(child=serializers.CharField())
    said = SaidAnswer()
    new_branches = serializers.ListField(child=serializers.CharField())
    consents = ImportConsentsAnswer(allow_null=True)
    rows = ImportRowAnswer(many=True)


class CorrectedAnswer(ImportRowAnswer):
    """The row as it is judged now; `others` are rows that changed with it."""

    others = ImportRowAnswer(many=True)
    counts = CountsAnswer()


def summary_answer(batch: ImportBatch) -> dict[str, Any]:
    """An import without its rows."""
    return {
        "id": batch.pk,
        "kind": batch.kind,
        "campaign_id": batch.campaign_id,
        "campaign_title": batch.campaign.title if batch.campaign else "",
        "campaign_year": batch.campaign.year if batch.campaign else None,
        "file_name": batch.file_name,
        "state": batch.state,
        "created_at": batch.created_at,
        "by": batch.by_name,
        "confirmed_at": batch.confirmed_at,
        "expires_on": batch.expires_on,
        "counts": batch.counts,
        "imported": batch.imported,
    }


def import_answer(batch: ImportBatch) -> dict[str, Any]:
    """An import with its rows, unmasked: the caller has written the access log."""
    about = batch.about
    said = about.get("said", {})
    return {
        **summary_answer(batch),
        "sheet": about.get("sheet", ""),
        "header_row": about.get("header_row", 0),
        "columns": [
            {"field": key, "label": name, "title": str(title_of(key, kind_of(batch)))}
            for key, name in about.get("columns", [])
            if key not in ("serial", "reference")
        ],
        "ignored_columns": about.get("ignored", []),
        "left_out": [{"row": row, "text": text} for row, text in about.get("left_out", [])],
        "sheets_left_out": about.get("sheets_left_out", []),
        "sheets": [
            {key: sheet[key] for key in ("name", "rows", "hidden", "read")} for sheet in about.get("sheets", [])
        ],
        "hidden_rows": hidden_of(batch),
        "lacking": about.get("lacking", []),
        "said": {
            "hidden_rows": said.get("hidden_rows", True),
            "collected_on": said.get("collected_on") or None,
            "collector": said.get("collector") or None,
            "old_days": said.get("old_days", False),
        },
        "new_branches": _new_branches(batch),
        "consents": batch.consents or None,
        "rows": [row_answer(row, batch) for row in batch.rows],
    }


def row_answer(row: StoredRow, batch: ImportBatch) -> dict[str, Any]:
    """One row of the check page."""
    corrections = batch.corrections.get(str(row["serial"]), {})
    return {
        "serial": row["serial"],
        "row": row["row"],
        "sheet": row.get("sheet", ""),
        "hidden": row.get("hidden", False),
        "outcome": row["outcome"],
        "reasons": [answer(finding) for finding in row["reasons"]],
        "warnings": [answer(finding) for finding in row["warnings"]],
        "duplicate_of": row["duplicate_of"],
        "existing": row["existing"],
        "number": row.get("number", ""),
        "values": {
            key: text for key, text in {**row["cells"], **corrections}.items() if key not in ("reference", "identity")
        },
        "corrected": sorted(corrections),
        "version": row_version(batch, row),
        "read": row["values"],
    }


def _new_branches(batch: ImportBatch) -> list[str]:
    """The branches that a confirmation would make, in the order of the file."""
    if batch.kind != ImportBatch.Kind.MEMBERS or batch.state != ImportBatch.State.CHECKED:
        return []
    coming = [row["values"]["branch"] for row in batch.rows if row["outcome"] in ("ready", "attention")]
    there = set(Branch.objects.values_list("name", flat=True))
    return [name for name in dict.fromkeys(coming) if name and name not in there]
