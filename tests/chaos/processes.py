"""The processes of an installation, to be killed from outside: two workers, two beats, a Valkey. Started again at once."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import redis
from kombu import Connection

from config.embedded import EmbeddedServers
from config.embedded.tether import tied
from config.environment import broker_url
from tests.runtime.installation import all_gone, descendants, eventually
from workers.celery import app

ROOT = Path(__file__).parents[2]
WORKERS, BEATS, CONCURRENCY = 2, 2, 2


class Processes:
    """What runs. `kill_*` strike without a warning; `keep` starts what has died."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder = folder
        self.chance = chance
        self.servers = EmbeddedServers(folder, fast=True)
        self.valkey_url = self.servers.valkey.url()
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self.killed: list[str] = []

    def start(self) -> None:
        """Everything, and wait until both workers have done something."""
        self.keep()
        up = lambda: all("succeeded" in self._log(f"worker{number}") for number in range(WORKERS))  # noqa: E731
        assert eventually(up), f"the workers do not come up:\n{self.logs()}"

    def keep(self) -> None:
        """Start whatever is not running."""
        self._once("valkey", self.servers.valkey.spawn)
        while not self.servers.valkey.answers():
            time.sleep(0.02)
        for number in range(WORKERS):
            self._once(f"worker{number}", lambda number=number: self._spawn(
                f"worker{number}", "config.commands.worker_process", "--concurrency", str(CONCURRENCY),
                "--without-gossip", "--without-mingle", "--hostname", f"worker{number}@chaos", "--loglevel", "INFO",
            ))  # fmt: skip
        for number in range(BEATS):
            schedule = str(self.folder / f"schedule{number}")
            self._once(f"beat{number}", lambda number=number, schedule=schedule: self._spawn(
                f"beat{number}", "tests.chaos.quick_beat", "--schedule", schedule, "--pidfile", "",
            ))  # fmt: skip

    def stop(self) -> None:
        """End all of them."""
        for process in self._running.values():
            process.kill()
        for process in self._running.values():
            process.wait()
        self.servers.stop()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """A block in which nobody works, and behind which nothing is done late: what was in the broker is forgotten."""
        ended = [pid for number in range(WORKERS) for pid in (self._worker(number).pid, *self._pool(number))]
        for number in range(WORKERS):
            self._worker(number).kill()
            self._worker(number).wait()
        assert all_gone(ended)
        self._flush()
        yield
        self.keep()
        assert eventually(lambda: all(map(self._pool, range(WORKERS)))), self.logs()

    def kill_a_child_of_a_worker(self) -> None:
        """One process of a worker's pool, in the midst of whatever it does."""
        number = self.chance.randrange(WORKERS)
        # A worker that has just been started again has no pool yet.
        assert eventually(lambda: self._pool(number)), self.logs()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.chance.choice(self._pool(number)), signal.SIGKILL)
        self.killed.append("child")

    def kill_a_worker(self) -> None:
        """A whole worker; its pool goes with it."""
        self._kill(f"worker{self.chance.randrange(WORKERS)}")

    def kill_a_beat(self) -> None:
        """One of the two."""
        self._kill(f"beat{self.chance.randrange(BEATS)}")

    def kill_valkey(self) -> None:
        """With every message that is in it."""
        self._kill("valkey")

    def flush_valkey(self) -> None:
        """Every message is gone, and nobody is told."""
        self._flush()
        self.killed.append("flush")

    def send(self, task: str, *arguments: object) -> None:
        """A task from outside, as a broker might deliver it a second time."""
        with Connection(broker_url(self.valkey_url)) as connection:
            app.send_task(task, arguments, connection=connection)

    def logs(self) -> str:
        """The ends of what they wrote."""
        return "\n".join(f"{log.name}: {log.read_text()[-1500:]}" for log in sorted(self.folder.glob("*.log")))

    def _worker(self, number: int) -> "subprocess.Popen[bytes]":
        return self._running[f"worker{number}"]

    def _pool(self, number: int) -> list[int]:
        return [pid for pid in descendants(self._worker(number).pid) if pid != self._worker(number).pid]

    def _flush(self) -> None:
        client = redis.Redis.from_url(self.valkey_url)
        client.flushall()
        client.close()

    def _once(self, name: str, spawn: Callable[[], "subprocess.Popen[bytes]"]) -> None:
        running = self._running.get(name)
        if running is None or running.poll() is not None:
            self._running[name] = spawn()

    def _spawn(self, name: str, module: str, *arguments: str) -> "subprocess.Popen[bytes]":
        with (self.folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                cwd=ROOT,
                env={**os.environ, "REDIS_URL": self.valkey_url, "WISHBRIDGE_SIMULATED_CLOCK": "1"},
                preexec_fn=tied(signal.SIGKILL),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _kill(self, name: str) -> None:
        self._running[name].kill()
        self._running[name].wait()
        self.killed.append(name.rstrip("01"))

    def _log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text()


@contextmanager
def processes(chance: random.Random) -> Iterator[Processes]:
    """All of them up, and gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="wishbridge-chaos-") as folder:
        made = Processes(Path(folder), chance)
        try:
            made.start()
            yield made
        finally:
            made.stop()
