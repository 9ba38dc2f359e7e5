"""The check: a file is read and judged, and nothing is written but the check itself."""

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hub.clock import today
from hub.language import Text
from hub.privacy.blind import blind
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.forms.cells.text import is_blank
from tenants.forms.known import known_members, known_wishes
from tenants.forms.reading.workbook import read_workbook
from tenants.forms.rows.judging import OUTCOMES, Judged, Original, Reader, fingerprints, judge
from tenants.forms.rows.member import read_member
from tenants.forms.rows.reading import Cells
from tenants.forms.rows.wish import read_wish
from tenants.forms.tables.columns import Kind
from tenants.forms.tables.finding import Record, Table, find_table
from tenants.people.words import words_of_the_community

StoredRow = dict[str, Any]
Corrections = Mapping[str, Mapping[str, str]]
ASKED_ONCE = ("collected_on", "collector")


@dataclass(frozen=True)
class CheckedFile:
    """What a file says: where its table stands, and each of its rows with what is to become of it."""

    about: dict[str, Any]
    rows: list[StoredRow]

    @property
    def counts(self) -> dict[str, int]:
        return counts_of(self.rows)


def check_file(data: bytes, kind: Kind, campaign: Campaign | None) -> CheckedFile:
    """Reads and judges a file against what the current community has stored. Writes nothing.

    `campaign` is needed for wishes. Raises Refusal for a file that cannot be read (`reading.refusals`), and for a
    campaign that is closed.
    """
    if kind == "wishes":
        _demand_open(campaign)
    table = find_table(read_workbook(data), kind)
    marks = fingerprints([*table.records, *table.aside], lambda content: blind(f"row of {kind}", content))
    originals = [Original(record, mark) for record, mark in zip(table.records, marks, strict=False)]
    aside = [Original(record, mark) for record, mark in zip(table.aside, marks[len(originals) :], strict=True)]
    about = {**_about(table), "aside": [raw(original) for original in aside]}
    if kind == "wishes":
        about["lacking"] = lacking_columns([record.cells for record in table.records])
    return CheckedFile(about, _stored(originals, judged_now(originals, kind, campaign, about)))


def lacking_columns(rows: Sequence[Cells]) -> list[str]:
    """The columns that every wish needs and no row of the list has: asked about once for the whole import."""
    return [key for key in ASKED_ONCE if all(is_blank(cells.get(key, "")) for cells in rows)]


def judged_again(
    rows: Sequence[StoredRow],
    corrections: Corrections,
    kind: Kind,
    campaign: Campaign | None,
    about: Mapping[str, Any],
) -> list[StoredRow]:
    """The rows of a batch, judged by what is stored now, by what staff have corrected and said for the whole batch."""
    originals = originals_of(rows, corrections)
    return _stored(originals, judged_now(originals, kind, campaign, about))


def judged_now(
    originals: Sequence[Original], kind: Kind, campaign: Campaign | None, about: Mapping[str, Any]
) -> list[Judged]:
    """The outcome of each record against the stored rows of this moment."""
    read = _reader(campaign, about)
    readings = [read(original.cells, original.corrections) for original in originals]
    marks = [original.fingerprint for original in originals]
    known = known_members(readings, marks) if campaign is None else known_wishes(campaign, readings, marks)
    known = dataclasses.replace(known, several_sheets=len({original.record.sheet for original in originals}) > 1)
    return judge(originals, readings, read, known, kind)


def originals_of(rows: Sequence[StoredRow], corrections: Corrections) -> list[Original]:
    """The records of a batch as they came, with what was corrected in them."""
    return [
        Original(
            Record(row["row"], row["serial"], row["cells"], row.get("sheet", ""), row.get("hidden", False)),
            bytes.fromhex(row["fingerprint"]),
            corrections.get(str(row["serial"]), {}),
        )
        for row in rows
    ]


def counts_of(rows: Sequence[StoredRow]) -> dict[str, int]:
    """How many rows have each outcome, in the order of outcomes; 0 where none has."""
    found = Counter(row["outcome"] for row in rows)
    return {outcome: found[outcome] for outcome in OUTCOMES}


def _reader(campaign: Campaign | None, about: Mapping[str, Any]) -> Reader:
    if campaign is None:
        return read_member
    year, limit, day, words = campaign.year, campaign.budget_limit_yuan, today(), words_of_the_community()
    said = about.get("said", {})
    for_batch = {key: said.get(key, "") for key in about.get("lacking", ())}
    return lambda cells, by_hand: read_wish(
        cells,
        year=year,
        last_day=campaign.last_day,
        today=day,
        budget_limit=limit,
        words=words,
        by_hand=by_hand,
        for_batch=for_batch,
        old_days=said.get("old_days", False),
    )


def _demand_open(campaign: Campaign | None) -> None:
    if campaign is None:
        raise Refusal(
            "no_campaign",
            Text(
                zh="还没有年度活动，请先在“年度设置”里新建，再导入心愿。",
                en="There is no campaign yet: start one on the campaign page, then import its wishes.",
            ),
            field="campaign",
        )
    if campaign.state == Campaign.State.CLOSED:
        raise Refusal(
            "campaign_closed",
            Text(
                zh="{year} 年度已经结项，不能再导入心愿。", en="The campaign of {year} is closed: no wish can be added."
            ),
            field="campaign",
            year=campaign.year,
        )


def _about(table: Table) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "header_row": table.header_row,
        "columns": [[key, name] for key, name in table.columns.items()],
        "ignored": table.ignored,
        "left_out": [[row, text] for row, text in table.left_out],
        "sheets_left_out": table.sheets_left_out,
        "sheets": [dataclasses.asdict(sheet) for sheet in table.sheets],
    }


def raw(original: Original) -> StoredRow:
    """A record as it came, to be kept with the batch."""
    record = original.record
    return {
        "serial": record.serial,
        "row": record.row,
        "sheet": record.sheet,
        "hidden": record.hidden,
        "cells": record.cells,
        "fingerprint": original.fingerprint.hex(),
    }


def _stored(originals: Sequence[Original], judged: Sequence[Judged]) -> list[StoredRow]:
    return [
        {
            **raw(original),
            "outcome": row.outcome,
            "reasons": [reason.stored() for reason in row.reasons],
            "warnings": [warning.stored() for warning in row.warnings],
            "duplicate_of": row.duplicate_of,
            "existing": row.existing,
            "values": row.values,
        }
        for original, row in zip(originals, judged, strict=True)
    ]
