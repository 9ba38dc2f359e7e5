"""pg_dump, pg_restore and psql on the installation's database, and scratch databases beside it."""

import os
import secrets
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from config.embedded import Trouble
from config.embedded.postgres import program
from hub.language import Text


class Database:
    """One database of the server that Django's settings name."""

    def __init__(self, settings: dict[str, Any], name: str | None = None) -> None:
        self.settings = settings
        self.name: str = name or settings["NAME"]

    @classmethod
    def ours(cls) -> "Database":
        """The installation's own."""
        from django.db import connection

        return cls(connection.settings_dict)

    def beside(self, name: str) -> "Database":
        """Another one on the same server."""
        return Database(self.settings, name)

    def connect(self, *, autocommit: bool = True) -> "psycopg.Connection[tuple[Any, ...]]":
        """A connection of our own, apart from Django's."""
        arguments = {
            "host": self.settings["HOST"],
            "port": self.settings["PORT"],
            "user": self.settings["USER"],
            "password": self.settings["PASSWORD"],
        }
        given = {key: value for key, value in arguments.items() if value}
        return psycopg.connect(dbname=self.name, autocommit=autocommit, **given, **self.settings.get("OPTIONS", {}))

    def run(self, name: str, *words: str, reads: Path | None = None) -> None:
        """One of PostgreSQL's programs on this database. Raises Trouble with what it said."""
        environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "PGHOST": str(self.settings["HOST"]),
            "PGPORT": str(self.settings["PORT"] or ""),
            "PGUSER": str(self.settings["USER"]),
            "PGPASSWORD": str(self.settings["PASSWORD"]),
            "PGDATABASE": self.name,
            "PGCLIENTENCODING": "UTF8",
        }
        environment |= {f"PG{key.upper()}": str(value) for key, value in self.settings.get("OPTIONS", {}).items()}
        done = subprocess.run(
            [str(program(name)), *words],
            env={key: value for key, value in environment.items() if value},
            stdin=reads.open("rb") if reads else subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            # The first line says what; the ones that follow may quote rows.
            said = (done.stderr.decode(errors="replace").strip().splitlines() or ["?"])[0]
            raise Trouble(
                "database_program_failed",
                Text(zh=f"{name} 没有完成：{said}", en=f"{name} did not finish: {said}"),
            )

    def create(self) -> None:
        """Make this database. Raises Trouble where our role may not."""
        with self.beside("postgres").connect() as connection:
            try:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(self.name)))
            except psycopg.errors.InsufficientPrivilege as problem:
                raise Trouble(
                    "may_not_create_database",
                    Text(
                        zh="恢复时需要临时建立一个数据库，但数据库账号没有这个权限。请执行：ALTER ROLE … CREATEDB。",
                        en="Restoring makes a database for the time being, and the role may not. Run: ALTER ROLE … CREATEDB.",
                    ),
                ) from problem

    def drop(self) -> None:
        """Take this database away, also while our own role is connected to it.

        Not WITH (FORCE): that wants to end an autovacuum as well, which our role may not; without it PostgreSQL asks
        an autovacuum to go and waits.
        """
        with self.beside("postgres").connect() as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename = current_user",
                [self.name],
            )
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(self.name)))

    @contextmanager
    def scratch(self) -> Iterator["Database"]:
        """An empty database beside this one, which is gone afterwards."""
        scratch = self.beside(f"{self.name}_scratch_{secrets.token_hex(4)}")
        scratch.create()
        try:
            yield scratch
        finally:
            scratch.drop()


@contextmanager
def one_moment(database: Database) -> Iterator[str]:
    """A snapshot that several pg_dump share, so that hub and communities are of the same moment."""
    with database.connect(autocommit=False) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None
        yield str(row[0])


def dump_schema(database: Database, schema: str, file: Path, snapshot: str | None = None) -> None:
    """One schema in pg_dump's own format, readable by nobody else (0600)."""
    words = ["--format=custom", "--no-owner", "--no-privileges", f"--schema={schema}", f"--file={file}"]
    file.touch(mode=0o600)
    database.run("pg_dump", *words, *([f"--snapshot={snapshot}"] if snapshot else []))


def restore_dump(database: Database, file: Path) -> None:
    """A dump into a database where its schema is not there yet; whole or not at all."""
    words = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", f"--dbname={database.name}"]
    database.run("pg_restore", *words, str(file))
