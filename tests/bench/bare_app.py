"""The floor that the board is compared with: psycopg and orjson behind the same web server, and nothing else.

It answers the very bytes of /api/board for one community, with one prepared query.
"""

import os
from collections.abc import Callable, Iterable
from typing import Any

import orjson
import psycopg

SCHEMA = os.environ["BENCH_SCHEMA"]
QUERY = f"""
    SELECT w.id::text, w.number, w.serial, w.kind, w.item, w.quantity, w.requirements, w.public_text, w.budget_yuan,
           w.branch_id::text, w.needed_by, b.name, w.branch_only_until
    FROM {SCHEMA}.wishes_wish w
    JOIN {SCHEMA}.campaigns_campaign g ON g.id = w.campaign_id AND g.state = 'running'
    JOIN {SCHEMA}.people_consent c ON c.beneficiary_id = w.beneficiary_id
         AND c.purpose = 'show' AND c.withdrawn_at IS NULL
    LEFT JOIN {SCHEMA}.members_branch b ON b.id = w.branch_id
    WHERE w.state = 'open' AND NOT w.kept_off ORDER BY g.first_day, g.prefix, w.serial LIMIT 40
"""
NAMES = (
    "id",
    "number",
    "serial",
    "kind",
    "item",
    "quantity",
    "requirements",
    "public_text",
    "budget_yuan",
    "branch_id",
    "needed_by",
)

_connection: psycopg.Connection[Any] | None = None


def application(_: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The board's first page."""
    global _connection
    if _connection is None:
        _connection = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
    rows = _connection.execute(QUERY, prepare=True).fetchall()
    results = [
        {**dict(zip(NAMES, row, strict=False)), "branch_name": row[11], "opens_to_all_on": None, "claimable": False}
        for row in rows
    ]
    body = orjson.dumps({"count": len(rows), "next": None, "results": results})
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
