"""The PostgreSQL and Valkey of one test session.

A session starts its own pair (half a second) and takes it away again. Who runs single test files often keeps a pair:

    python -m tests.servers          # prints `export` lines, runs until Ctrl-C

and with these variables set, a session only makes its own database there, and the schema is migrated once for
all sessions: the migrated template is named after the migrations it was made from.
"""

import base64
import hashlib
import os
import random
import secrets
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import redis

from config.embedded import EmbeddedServers

ROOT = Path(__file__).parent.parent


class TestServers:
    """Where the session's database and Valkey are; nothing runs before `start`."""

    __test__ = False

    def __init__(self) -> None:
        self.started = False
        self._folder = Path(tempfile.mkdtemp(prefix="wishbridge-test-"))
        self._embedded: EmbeddedServers | None = None
        database_url = os.environ.get("WISHBRIDGE_TEST_DATABASE_URL")
        redis_url = os.environ.get("WISHBRIDGE_TEST_REDIS_URL")
        if not (database_url and redis_url):
            self._embedded = EmbeddedServers(self._folder, fast=True)
            database_url = self._embedded.postgres.url()
            redis_url = self._embedded.valkey.url()
        self.database = f"test_{os.getpid()}_{secrets.token_hex(4)}"
        self._server_url = _with_database(database_url, "postgres")
        self.database_url = _with_database(database_url, self.database)
        # Sessions that share a Valkey each take one of its 1024 databases.
        self.redis_url = f"{redis_url.split('?')[0]}?db={random.randrange(1, 1024)}"
        self.master_key = _master_key(self._folder)

    @property
    def folder(self) -> Path:
        """Where the servers keep their files: pg/ and logs/."""
        return self._folder if self._embedded else Path(os.environ["WISHBRIDGE_TEST_FOLDER"])

    def environment(self) -> dict[str, str]:
        """What Django's settings are read from; to be set before anything imports them."""
        return {
            "WISHBRIDGE_ENV": "test",
            "WISHBRIDGE_SECRET_KEY": "a key for tests, which protects nothing and opens nothing",
            "WISHBRIDGE_MASTER_KEY_FILE": str(self.master_key),
            "WISHBRIDGE_SMS_GATEWAY": "local",
            "WISHBRIDGE_BASE_DOMAIN": "localhost",
            "DATABASE_URL": self.database_url,
            "REDIS_URL": self.redis_url,
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }

    def start(self) -> None:
        """Start the servers, unless they run already."""
        if self._embedded is not None and not self.started:
            self._embedded.start()
        self.started = True

    def close(self) -> None:
        """Take away what this session made."""
        if self.started:
            if self._embedded is None:
                self._drop(self.database)
                self.flush_valkey()
            else:
                self._embedded.stop()
        if self._embedded is not None:
            shutil.rmtree(self._embedded.sockets, ignore_errors=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    def make_database(self, migrate: Callable[[str], None]) -> None:
        """This session's own database, a copy of the migrated template; `migrate(name)` fills an empty template."""
        template = f"template_{_stamp_of_migrations()}"
        with self._alone() as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template]).fetchone()
            if not found:
                connection.execute(f'CREATE DATABASE "{template}.draft"')
                try:
                    migrate(f"{template}.draft")
                except BaseException:
                    self._drop(f"{template}.draft")
                    raise
                connection.execute(f'ALTER DATABASE "{template}.draft" RENAME TO "{template}"')
        self._template = template
        self.renew_database()

    def renew_database(self) -> None:
        """Throw the database away and copy it anew (some 30 ms). Whoever is still connected is cut off."""
        self._drop(self.database)
        self._execute(f'CREATE DATABASE "{self.database}" TEMPLATE "{self._template}" STRATEGY file_copy')

    def checkpoint(self) -> None:
        """Have PostgreSQL write all that it holds in memory to its files, which copying a database does first."""
        self._execute(f'CREATE DATABASE "{self.database}_copy" TEMPLATE "{self._template}" STRATEGY file_copy')
        self._execute(f'DROP DATABASE "{self.database}_copy"')

    def flush_valkey(self) -> None:
        """Empty this session's database of the Valkey."""
        client = redis.Redis.from_url(self.redis_url)
        client.flushdb()
        client.close()

    def _drop(self, database: str) -> None:
        """Not WITH (FORCE): our role may not end an autovacuum; without it PostgreSQL asks that to go and waits."""
        self._execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE datname = '{database}' AND usename = current_user"
        )
        self._execute(f'DROP DATABASE IF EXISTS "{database}"')

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self._server_url, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[arg-type]  # names are made here

    @contextmanager
    def _alone(self) -> Iterator[psycopg.Connection]:
        """A connection that no other session has at the same time: one of them makes the template."""
        with psycopg.connect(self._server_url, autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(hashtext('wishbridge test template'))")
            yield connection


def migrate(database: str) -> None:
    """Lay the hub's schema into a database of that name. For `make_database`, once Django is set up."""
    from django.core.management import call_command
    from django.db import connection

    connection.close()
    ours = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = database
    try:
        call_command("migrate_schemas", shared=True, verbosity=0)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = ours


@contextmanager
def throw_away_database(**settings: str) -> Iterator[TestServers]:
    """Django on servers and a database of its own, for a command that is no pytest session; gone afterwards.

    `settings` are further variables of the environment.
    """
    import django

    servers = TestServers()
    os.environ.update(servers.environment() | settings)
    try:
        servers.start()
        django.setup()
        servers.make_database(migrate)
        yield servers
    finally:
        from django.db import connections

        connections.close_all()
        servers.close()


def _master_key(folder: Path) -> Path:
    """A master key of this session's own, in a file as the program wants it (mode 0600)."""
    file = folder / "master.key"
    file.touch(mode=0o600)
    file.write_bytes(base64.b64encode(secrets.token_bytes(32)))
    return file


def _with_database(url: str, name: str) -> str:
    parts = urlsplit(url)
    # By hand: urlunsplit drops the empty host of `postgresql://user:password@/name`.
    return f"{parts.scheme}://{parts.netloc}/{name}" + (f"?{parts.query}" if parts.query else "")


def _stamp_of_migrations() -> str:
    stamp = hashlib.sha256()
    rooms = [ROOT / "platform/hub", ROOT / "tenants"]
    files = [file for room in rooms for kind in ("**/migrations/*.py", "**/*.sql") for file in room.glob(kind)]
    for file in sorted([*files, ROOT / "platform/config/settings.py"]):
        stamp.update(file.as_posix().encode() + file.read_bytes())
    return stamp.hexdigest()[:16]


def main() -> None:
    """Keep a pair of servers for many sessions, until Ctrl-C or SIGTERM."""
    folder = Path(tempfile.mkdtemp(prefix="wishbridge-test-servers-"))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    try:
        with EmbeddedServers(folder, fast=True) as servers:
            sys.stdout.write(f"export WISHBRIDGE_TEST_DATABASE_URL='{servers.postgres.url()}'\n")
            sys.stdout.write(f"export WISHBRIDGE_TEST_REDIS_URL='{servers.valkey.url()}'\n")
            sys.stdout.write(f"export WISHBRIDGE_TEST_FOLDER='{folder}'\n")
            sys.stdout.flush()
            signal.pause()
    except KeyboardInterrupt:
        pass
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
