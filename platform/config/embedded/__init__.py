"""The servers an installation brings along: PostgreSQL and Valkey from Python wheels, in one folder of our own.

`wishbridge up` runs them below its supervisor, the tests once a session. DATABASE_URL and REDIS_URL replace them.
"""

import signal
import subprocess
import time
from pathlib import Path

from hub.language import Text

from .account import account_for
from .postgres import Postgres
from .sockets import remove_socket_folder, renew_socket_folder
from .trouble import Trouble
from .valkey import Valkey

__all__ = ["EmbeddedServers", "Postgres", "Trouble", "Valkey"]

START_WITHIN = 60.0  # seconds; recovery after a crash of a large database takes longer than a usual start


class EmbeddedServers:
    """Both servers for as long as a command or a test session needs them; also a context manager.

    folder: the data folder; gets pg/, keys/, logs/ and run/ (0700 each). Who calls sees to it that nobody else uses it.
    """

    def __init__(self, folder: Path, *, fast: bool = False) -> None:
        self.folder = folder
        for name in ("keys", "logs", "run"):
            (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        account = account_for(folder / "pg")
        self.sockets = renew_socket_folder(folder / "run" / "sockets", account)
        logs = folder / "logs"
        self.postgres = Postgres(
            folder / "pg", keys=folder / "keys", sockets=self.sockets, log=logs / "postgresql.log", fast=fast
        )
        self.valkey = Valkey(sockets=self.sockets, log=logs / "valkey.log", account=account)
        self._running: list[tuple[Postgres | Valkey, subprocess.Popen[bytes]]] = []

    def start(self) -> "EmbeddedServers":
        """Start both and wait until they answer. Raises Trouble with the reason when one does not."""
        try:
            self.postgres.prepare()
            for server in (self.postgres, self.valkey):
                self._running.append((server, server.spawn()))
            self.await_answers({server.name: process for server, process in self._running}, START_WITHIN)
        except BaseException:
            self.stop()
            raise
        return self

    def await_answers(self, processes: "dict[str, subprocess.Popen[bytes] | None]", within: float) -> None:
        """Return when both answer. Raises Trouble with the reason when one ends or does not within so many seconds."""
        deadline = time.monotonic() + within
        for server in (self.postgres, self.valkey):
            wait_for(server, processes[server.name], deadline)

    def stop(self) -> None:
        """Stop both, by force after 20 seconds, and take their sockets away."""
        for server, process in reversed(self._running):
            process.send_signal(server.stop_signal)
        for _, process in self._running:
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
        self._running.clear()
        remove_socket_folder(self.sockets)

    def __enter__(self) -> "EmbeddedServers":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


def wait_for(server: Postgres | Valkey, process: "subprocess.Popen[bytes] | None", deadline: float) -> None:
    """Return when the server answers; raise Trouble when it ended or the time (monotonic) has passed."""
    while not server.answers():
        if process is None or process.poll() is not None or time.monotonic() > deadline:
            if isinstance(server, Postgres):
                raise server.why_it_ended()
            raise Trouble(
                "valkey_did_not_start",
                Text(
                    zh=f"Valkey 没有启动，详情见 {server.log}。",
                    en=f"Valkey did not start. More in {server.log}.",
                ),
            )
        time.sleep(0.05)
