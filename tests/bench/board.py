"""The board's list of 40 wishes against a bare WSGI app that answers the same bytes (aim: a quarter of its rate).

And against itself while a hundred connections are held open, half of them idle, half in the middle of their head.
"""

import os
import socket
import statistics
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from config.commands.datafolder import DataFolder
from config.embedded.front import Front
from tests.bench.stage import make_stage
from tests.runtime.installation import AT_HOME, Installation, clean_environment, descendants

WISHES = 40
ROUNDS = 7
SECONDS = 2.0
AIM = 0.25
HELD = 100
SLOW_HEAD = b"GET /api/board HTTP/1.1\r\nHost: "
ROOT = Path(__file__).parents[2]


def measure(installation: Installation) -> dict[str, Any]:
    """Requests a second of both, measured in turn, and the median of the rounds' ratios."""
    community, _ = make_stage("board", "639000900002", WISHES)
    host = f"board.localhost:{installation.port}"
    with _bare_app(installation, community.schema_name) as (bare_port, bare_tree):
        same = _body(installation.port, host) == _body(bare_port, host)
        sides = [_Side(installation.port, host, _web_processes(installation)), _Side(bare_port, host, bare_tree)]
        for side in sides:
            side.run(SECONDS / 2)
            side.rates.clear()
        beset = _Side(installation.port, host, _web_processes(installation))
        for _ in range(ROUNDS):
            for side in sides:
                side.run(SECONDS)
            with _held_open(installation.port):
                beset.run(SECONDS)
    ours, bare = sides
    ratio = statistics.median(one / other for one, other in zip(ours.rates, bare.rates, strict=True))
    held = statistics.median(one / other for one, other in zip(beset.rates, ours.rates, strict=True))
    return {
        "held_open_ratio": round(held, 3),
        "ours_per_second": round(ours.rate),
        "bare_per_second": round(bare.rate),
        "ratio": round(ratio, 3),
        # Of the web processes alone: steadier than the rates where others use the machine too.
        "ours_cpu_ms": round(ours.cpu_ms, 2),
        "bare_cpu_ms": round(bare.cpu_ms, 2),
        "same_bytes": same,
        "aim": AIM,
        "kept": same and ratio >= AIM,
        "line": f"{ours.rate:.0f} requests a second, bare {bare.rate:.0f}: ratio {ratio:.2f} (aim {AIM});"
        f" processor time {ours.cpu_ms:.2f} and {bare.cpu_ms:.2f} ms a request;"
        f" {'the same' if same else 'DIFFERENT'} bytes; beside {HELD} held connections {held:.2f} of its rate",
    }


@contextmanager
def _held_open(port: int) -> Iterator[None]:
    """A hundred connections that somebody keeps and does not use."""
    with ExitStack() as held:
        for number in range(HELD):
            door = held.enter_context(socket.create_connection(("127.0.0.1", port)))
            if number % 2:
                door.sendall(SLOW_HEAD)
        yield


class _Side:
    """One of the two that are compared: its address, its processes, its rates so far."""

    def __init__(self, port: int, host: str, processes: list[int]) -> None:
        self.port = port
        self.host = host
        self.processes = processes
        self.rates: list[float] = []
        self.requests = 0.0
        self.cpu = 0.0

    def run(self, seconds: float) -> None:
        before = sum(map(_cpu_seconds, self.processes))
        self.rates.append(_rate(self.port, self.host, seconds))
        self.cpu += sum(map(_cpu_seconds, self.processes)) - before
        self.requests += self.rates[-1] * seconds

    @property
    def rate(self) -> float:
        return statistics.median(self.rates)

    @property
    def cpu_ms(self) -> float:
        return self.cpu / self.requests * 1000


def _cpu_seconds(pid: int) -> float:
    """User and system time of a process so far; 0 for one that has been replaced."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _web_processes(installation: Installation) -> list[int]:
    return [pid for pid in installation.tree() if b"gunicorn" in Path(f"/proc/{pid}/cmdline").read_bytes()]


@contextmanager
def _bare_app(installation: Installation, schema: str) -> Iterator[tuple[int, list[int]]]:
    """The bare app behind the same front and server with the same settings; its port and processes."""
    running = DataFolder(installation.data).running()
    assert running is not None
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listening, TemporaryDirectory(prefix="bare-") as folder:
        upstream = Path(folder) / "web.sock"
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "--config", "python:config.commands.gunicorn_config"),
                *("--bind", f"unix:{upstream}", "tests.bench.bare_app:application"),
            ],
            cwd=ROOT,
            env=clean_environment(
                WISHBRIDGE_WEB_PROCESSES="2",
                WISHBRIDGE_WEB_REQUESTS="0",
                BENCH_SCHEMA=schema,
                DATABASE_URL=running.database_url,
            ),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        front = Front([listening.fileno()], upstream, Path(folder) / "front", Path(folder) / "front.log").spawn()
        try:
            port: int = listening.getsockname()[1]
            _body(port, "bare")
            yield port, descendants(process.pid)
        finally:
            for ended in (front, process):
                ended.terminate()
                ended.wait()


def _body(port: int, host: str) -> bytes:
    request = urllib.request.Request(f"http://127.0.0.1:{port}/api/board", headers={"Host": host})
    with AT_HOME.open(request, timeout=30) as answer:
        body: bytes = answer.read()
    return body


def _rate(port: int, host: str, seconds: float) -> float:
    """Requests a second, two clients at a time, in a process of their own so that they share no lock with us."""
    clients = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.bench.client", str(port), host, str(seconds)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    return sum(float(client.communicate()[0]) for client in clients)
