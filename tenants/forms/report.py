"""An import as `wishbridge import … --json` prints it."""

from collections.abc import Sequence
from typing import Any

from tenants.forms.checking import StoredRow, counts_of
from tenants.forms.tables.columns import Kind

_OF_A_WISH = ("name", "phone", "categories", "budget_yuan", "collected_on", "age", "guardian")
_OF_A_MEMBER = ("name", "phone", "branch")


def report(rows: Sequence[StoredRow], kind: Kind) -> dict[str, Any]:
    """`{"counts": {outcome: how many}, "rows": […]}`; outcomes that no row has are not counted."""
    fields = _OF_A_MEMBER if kind == "members" else _OF_A_WISH
    return {
        "counts": {outcome: count for outcome, count in counts_of(rows).items() if count},
        "rows": [
            {
                "serial": row["serial"],
                "outcome": row["outcome"],
                "reasons": [reason["code"] for reason in row["reasons"]],
                "warnings": [warning["code"] for warning in row["warnings"]],
                "duplicate_of": row["duplicate_of"],
                **{field: row["values"][field] for field in fields},
                "sheet": row.get("sheet", ""),
                "row": row["row"],
            }
            for row in rows
        ],
    }
