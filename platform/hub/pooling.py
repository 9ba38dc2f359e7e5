"""Refuse to run behind a pooling proxy in transaction mode.

There the search path that chooses a community belongs to whoever comes next: 1,241 of 2,399 reads gave another
community's rows (measured, promises.md). In session mode, and without a proxy, all is well.
"""

import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

_ROUNDS = 3


class PoolingProxy(ImproperlyConfigured):
    """DATABASE_URL leads to a proxy that gives each transaction another connection."""


def refuse_pooling_proxy() -> None:
    """Raise PoolingProxy when the database is reached through a proxy that pools transactions or statements.

    Costs one connection and a query where there is no proxy: PostgreSQL tells a client the process that serves it
    at the start, and a proxy can only invent one. Behind a proxy, two sessions are held against each other.
    """
    parameters = connection.get_connection_params()
    wanted = {key: value for key, value in parameters.items() if key in _LIBPQ}
    with psycopg.connect(**wanted, autocommit=True) as first:
        if _server_process(first) == first.info.backend_pid:
            return
        with psycopg.connect(**wanted, autocommit=True) as second:
            if any(_shared(first, second) for _ in range(_ROUNDS)):
                raise PoolingProxy(
                    "DATABASE_URL leads through a pooling proxy in transaction or statement mode, which would show "
                    "one community's rows to another. Connect to PostgreSQL itself, or set the proxy to session mode "
                    "(PgBouncer: pool_mode = session)."
                )


_LIBPQ = frozenset(
    {"dbname", "user", "password", "host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey", "service"}
)


def _server_process(session: psycopg.Connection) -> int:
    row = session.execute("SELECT pg_backend_pid()").fetchone()
    assert row is not None
    return int(row[0])


def _shared(first: psycopg.Connection, second: psycopg.Connection) -> bool:
    """Whether the second session, in a transaction, got the server process that the first one thinks is its own."""
    before = _server_process(first)
    with second.transaction():
        if _server_process(second) == before:
            return True
        return _server_process(first) != before
