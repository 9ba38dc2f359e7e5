"""The check: a file is read and judged, and nothing is written but the check itself (issue 2, demand 10)."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hub.clock import today
from hub.language import Text
from hub.privacy.blind import blind
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.forms.known import known_members, known_wishes
from tenants.forms.reading.workbook import read_workbook
from tenants.forms.rows.judging import OUTCOMES, Judged, Original, fingerprints, judge
from tenants.forms.rows.member import read_member
from tenants.forms.rows.reading import Cells, Reading
from tenants.forms.rows.wish import read_wish
from tenants.forms.tables.columns import Kind
from tenants.forms.tables.finding import Record, Table, find_table

StoredRow = dict[str, Any]
Corrections = Mapping[str, Mapping[str, str]]


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
    marks = fingerprints(table.records, lambda content: blind(f"row of {kind}", content))
    originals = [Original(record, mark) for record, mark in zip(table.records, marks, strict=True)]
    return CheckedFile(_about(table), _stored(originals, judged_now(originals, kind, campaign)))


def judged_again(
    rows: Sequence[StoredRow], corrections: Corrections, kind: Kind, campaign: Campaign | None
) -> list[StoredRow]:
    """The rows of a batch, judged by what is stored now and by what staff have corrected."""
    originals = originals_of(rows, corrections)
    return _stored(originals, judged_now(originals, kind, campaign))


def judged_now(originals: Sequence[Original], kind: Kind, campaign: Campaign | None) -> list[Judged]:
    """The outcome of each record against the stored rows of this moment."""
    read = _reader(kind, campaign)
    readings = [read(original.cells) for original in originals]
    marks = [original.fingerprint for original in originals]
    known = known_members(readings, marks) if campaign is None else known_wishes(campaign, readings, marks)
    return judge(originals, readings, read, known, kind)


def originals_of(rows: Sequence[StoredRow], corrections: Corrections) -> list[Original]:
    """The records of a batch as they came, with what was corrected in them."""
    return [
        Original(
            Record(row["row"], row["serial"], row["cells"]),
            bytes.fromhex(row["fingerprint"]),
            corrections.get(str(row["serial"]), {}),
        )
        for row in rows
    ]


def counts_of(rows: Sequence[StoredRow]) -> dict[str, int]:
    """How many rows have each outcome, in the order of outcomes; 0 where none has."""
    found = Counter(row["outcome"] for row in rows)
    return {outcome: found[outcome] for outcome in OUTCOMES}


def _reader(kind: Kind, campaign: Campaign | None) -> Callable[[Cells], Reading]:
    if campaign is None:
        return read_member
    year, limit, day = campaign.year, campaign.budget_limit_yuan, today()
    return lambda cells: read_wish(cells, year=year, today=day, budget_limit=limit)


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
    }


def _stored(originals: Sequence[Original], judged: Sequence[Judged]) -> list[StoredRow]:
    return [
        {
            "serial": row.record.serial,
            "row": row.record.row,
            "cells": original.record.cells,
            "fingerprint": original.fingerprint.hex(),
            "outcome": row.outcome,
            "reasons": [reason.stored() for reason in row.reasons],
            "warnings": [warning.stored() for warning in row.warnings],
            "duplicate_of": row.duplicate_of,
            "existing": row.existing,
            "values": row.values,
        }
        for original, row in zip(originals, judged, strict=True)
    ]
