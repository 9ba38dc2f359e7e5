"""The processes of an installation, and how each is started."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from config.embedded import Postgres, Valkey
from config.embedded.front import Front
from config.embedded.tether import tied

from .tree import Child

# A log that has grown past this is put aside at the next start; the one put aside before it goes.
LONGEST_LOG_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True)
class Children:
    """Makes the children of one installation. environment: what our own programs read their settings from."""

    logs: Path
    run: Path
    environment: dict[str, str]

    def postgres(self, server: Postgres) -> Child:
        return Child("postgresql", server.spawn, stop_signal=server.stop_signal, patience=30, ground=True)

    def valkey(self, server: Valkey) -> Child:
        return Child("valkey", server.spawn, stop_signal=server.stop_signal, ground=True)

    def web(self, socket: Path) -> Child:
        """socket: where it takes requests from the front, which waits while it starts anew."""
        argv = [sys.executable, "-m", "gunicorn", "--config", "python:config.commands.gunicorn_config"]
        argv += ["--bind", f"unix:{socket}"]
        return Child("web", lambda: self._spawn("web", argv))

    def front(
        self, listening: list[int], socket: Path, proxies: list[str], lan: tuple[int, str] | None = None
    ) -> Child:
        """listening: open sockets that outlive the front, so its restart refuses no connection. socket: the web
        server's. proxies: whose word on who asks is believed. lan: which of them a network reaches, and as what host."""
        front = Front(listening, socket, self.run / "front", self.log(Front.name), proxies, lan)
        return Child(Front.name, front.spawn, stop_signal=Front.stop_signal)

    def worker(self) -> Child:
        processes = os.environ.get("WISHBRIDGE_WORKER_PROCESSES") or str(min(4, os.cpu_count() or 1))
        argv = [sys.executable, "-m", "config.commands.worker_process"]
        argv += ["--concurrency", processes, "--without-gossip", "--without-mingle", "--loglevel", "INFO"]
        return Child("worker", lambda: self._spawn("worker", argv))

    def beat(self) -> Child:
        schedule = self.run / "beat-schedule"
        argv = [sys.executable, "-m", "celery", "--app", "workers.celery", "beat"]
        argv += ["--schedule", str(schedule), "--pidfile", "", "--loglevel", "INFO"]
        return Child("beat", lambda: self._spawn("beat", argv))

    def _spawn(self, name: str, argv: list[str]) -> "subprocess.Popen[bytes]":
        with self.log(name).open("ab") as log:
            return subprocess.Popen(
                argv,
                preexec_fn=tied(signal.SIGKILL),
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def log(self, name: str) -> Path:
        return self.logs / f"{name}.log"

    def turn_logs(self) -> None:
        """Put aside what has grown long, before anything is started."""
        for log in self.logs.glob("*.log"):
            if log.stat().st_size > LONGEST_LOG_BYTES:
                log.replace(log.with_suffix(".log.1"))
