"""The board's list of 40 wishes against a bare WSGI app that answers the same bytes (aim: a quarter of its rate)."""

import os
import signal
import socket
import statistics
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from config.commands.datafolder import DataFolder
from tests.bench.stage import make_stage
from tests.runtime.installation import Installation, clean_environment

WISHES = 40
ROUNDS = 7
SECONDS = 2.0
AIM = 0.25
ROOT = Path(__file__).parents[2]


def measure(installation: Installation) -> dict[str, Any]:
    """Requests a second of both, measured in turn, and the median of the rounds' ratios."""
    community, _ = make_stage("board", "639000900002", WISHES)
    host = f"board.localhost:{installation.port}"
    with _bare_app(installation, community.schema_name) as bare_port:
        same = _body(installation.port, host) == _body(bare_port, host)
        for port in (installation.port, bare_port):
            _rate(port, host, SECONDS / 2)
        ours, bare = [], []
        for _ in range(ROUNDS):
            ours.append(_rate(installation.port, host, SECONDS))
            bare.append(_rate(bare_port, host, SECONDS))
    ratio = statistics.median(one / other for one, other in zip(ours, bare, strict=True))
    return {
        "ours_per_second": round(statistics.median(ours)),
        "bare_per_second": round(statistics.median(bare)),
        "ratio": round(ratio, 3),
        "same_bytes": same,
        "aim": AIM,
        "kept": same and ratio >= AIM,
        "line": f"{statistics.median(ours):.0f} requests a second, bare {statistics.median(bare):.0f}:"
        f" ratio {ratio:.2f} (aim {AIM}); {'the same' if same else 'DIFFERENT'} bytes",
    }


@contextmanager
def _bare_app(installation: Installation, schema: str) -> Iterator[int]:
    """The bare app behind the same server with the same settings; its port."""
    running = DataFolder(installation.data).running()
    assert running is not None
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listening:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "--config", "python:config.commands.gunicorn_config"),
                *("--bind", f"fd://{listening.fileno()}", "tests.bench.bare_app:application"),
            ],
            cwd=ROOT,
            pass_fds=[listening.fileno()],
            env=clean_environment(WISHBRIDGE_WEB_PROCESSES="2", BENCH_SCHEMA=schema, DATABASE_URL=running.database_url),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield listening.getsockname()[1]
        finally:
            os.kill(process.pid, signal.SIGTERM)
            process.wait()


def _body(port: int, host: str) -> bytes:
    request = urllib.request.Request(f"http://127.0.0.1:{port}/api/board", headers={"Host": host})
    with urllib.request.urlopen(request, timeout=30) as answer:
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
