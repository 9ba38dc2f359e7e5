"""A database that is away is called by its name, and nothing is claimed that is not known."""

import contextlib
import os
import signal
import time
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from hub.rest.problems import outage_of
from tests.runtime.installation import Installation, eventually


def lose_the_connection() -> DatabaseError:
    """The error of a query whose backend was ended by another session."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [pid])
    other.close()
    with pytest.raises(DatabaseError) as lost, connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return lost.value


@pytest.mark.django_db(transaction=True)
def test_a_write_whose_connection_is_lost_has_an_unknown_outcome_and_a_read_has_none() -> None:
    lost = lose_the_connection()
    for method, code in (("POST", "outcome_unknown"), ("GET", "database_away")):
        problem = outage_of(lost, method)
        assert problem is not None
        assert (problem.status, problem.code, problem.headers) == (503, code, {"Retry-After": "3"})
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_write_that_is_lost_inside_its_transaction_was_not_done() -> None:
    problem = None
    with contextlib.suppress(DatabaseError), transaction.atomic():
        lost = lose_the_connection()
        problem = outage_of(lost, "POST")
        raise lost
    assert problem is not None
    assert problem.code == "database_away"
    connection.close()


def test_while_the_real_server_is_killed_no_answer_is_500(tmp_path: Path) -> None:
    with Installation(tmp_path / "data", "--empty") as installation:
        statuses = set()
        for _ in range(3):
            for pid in installation.tree():
                words = Path(f"/proc/{pid}/cmdline")
                if words.exists() and b"bin/postgres" in words.read_bytes().split(b"\0")[0]:
                    os.kill(pid, signal.SIGKILL)
                    break
            until = time.monotonic() + 2
            while time.monotonic() < until:
                answer = installation.get("/api/site", "nobody.localhost")
                statuses.add(answer.status)
                if answer.status == 503:
                    assert "Retry-After" in answer.headers
        assert statuses <= {404, 503}
        assert eventually(installation.is_ready)
