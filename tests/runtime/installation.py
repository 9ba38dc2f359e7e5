"""A real installation for tests: `wishbridge up` in a process of its own, on a data folder of its own."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.rules.source import ROOT

WISHBRIDGE = str(Path(sys.executable).with_name("wishbridge"))
# What the test session itself runs on must not leak into an installation.
OURS = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "PYTEST_CURRENT_TEST")

PATIENCE_S = 240.0
"""Real seconds that anything may take where nothing but its coming true is asked: nobody waits longer than they must, and
a machine on which others work is slow."""
_REPORT = "REPORT "
# Whoever runs the tests may have a proxy named in their environment.
AT_HOME = urllib.request.build_opener(urllib.request.ProxyHandler({}))
STRANGE_SURROUNDINGS = {
    **dict.fromkeys(
        ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:9"
    ),
    "LC_ALL": "zh_CN.UTF-8",
    "LANG": "zh_CN.UTF-8",
}
"""A proxy at a port where nobody listens, and a language that is not installed."""


def clean_environment(**more: str) -> dict[str, str]:
    """The environment of a person who has just opened a terminal, and what a test adds."""
    kept = {
        name: value for name, value in os.environ.items() if name not in OURS and not name.startswith("WISHBRIDGE_")
    }
    return kept | more


def wishbridge(
    *words: str | Path, prefix: tuple[str, ...] = (), **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run the command to its end. prefix: words before it (another user, another mount)."""
    return subprocess.run(
        [*prefix, WISHBRIDGE, *map(str, words)],
        env=clean_environment(**environment),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def report(what: object) -> None:
    """For a module that is run by `Installation.inside`: hands this to whoever asked for it."""
    print(_REPORT + json.dumps(what))  # noqa: T201


@dataclass
class Answer:
    """Status, headers and body of a request."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Installation:
    """`wishbridge up --json --port 0` on `data`; use it as a context manager, or `start` and `stop` it.

    words: further options of `up` (`--empty`). prefix: words before the command, as a user other than ours needs.
    """

    def __init__(self, data: Path, *words: str, prefix: tuple[str, ...] = (), **environment: str) -> None:
        self.data = data
        self.words = words
        self.prefix = prefix
        self.environment = environment
        self.report: dict[str, Any] = {}
        self._complaints: list[str] = []

    folder: Path | None = None
    """Where the command is called; None: where we are."""

    def command(self) -> list[str]:
        """The words that start it."""
        return [*self.prefix, WISHBRIDGE, "up", "--json", "--port", "0", "--data", str(self.data), *self.words]

    def start(self, within: float = PATIENCE_S) -> "Installation":
        """Wait until it says that it is ready. Fails with what it said when it ends before."""
        self.process = subprocess.Popen(
            self.command(),
            cwd=self.folder,
            env=clean_environment(**self.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        timer = threading.Timer(within, self.process.kill)
        timer.start()
        assert self.process.stdout is not None
        document = ""
        for line in self.process.stdout:
            document += line
            if line.startswith("}"):
                break
        timer.cancel()
        self.report = json.loads(document or "{}")
        assert "pid" in self.report, f"{document}\n{''.join(self._complaints)}\n{self.logs()}"
        return self

    def _listen(self) -> None:
        assert self.process.stderr is not None
        self._complaints.extend(self.process.stderr)

    @property
    def said(self) -> str:
        """What it wrote to standard error so far."""
        return "".join(self._complaints)

    @property
    def port(self) -> int:
        return int(json.loads((self.data / "run/state.json").read_text())["port"])

    def get(self, path: str, host: str = "127.0.0.1") -> Answer:
        """GET over 127.0.0.1 with a Host header: *.localhost does not resolve in Python."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers={"Host": f"{host}:{self.port}"})
        try:
            with AT_HOME.open(request, timeout=30) as answer:
                return Answer(answer.status, dict(answer.headers), answer.read())
        except urllib.error.HTTPError as answer:
            return Answer(answer.code, dict(answer.headers), answer.read())

    def is_ready(self) -> bool:
        """Whether web, worker, beat, database and Valkey all answer now."""
        try:
            return bool(self.get("/readyz").json()["status"] == "ready")
        except (OSError, ValueError, KeyError):
            return False

    def inside(self, module: str) -> Any:
        """Import a module of the tests in `wishbridge manage shell` of this installation; what it said by `report`."""
        done = subprocess.run(
            [WISHBRIDGE, "manage", "--data", str(self.data), "shell", "-c", f"import {module}"],
            env=clean_environment(PYTHONPATH=str(ROOT)),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        said = [line for line in done.stdout.splitlines() if line.startswith(_REPORT)]
        assert said, f"{done.stdout}\n{done.stderr}\n{self.logs()}"
        return json.loads(said[-1].removeprefix(_REPORT))

    def tree(self) -> list[int]:
        """Process ids of everything below `up`, itself included."""
        return descendants(self.process.pid)

    def stop(self, how: signal.Signals = signal.SIGINT, within: float = PATIENCE_S) -> int:
        """Ask it to stop; its exit code."""
        if self.process.poll() is None:
            os.kill(self._own_pid(), how)
        try:
            return self.process.wait(within)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise

    def _own_pid(self) -> int:
        return int(self.report.get("pid", self.process.pid))

    def logs(self) -> str:
        """The ends of all logs, for the message of a failing test."""
        ends = []
        for log in sorted(self.data.glob("logs/*.log")):
            ends.append(f"--- {log.name}\n" + "\n".join(log.read_text(errors="replace").splitlines()[-15:]))
        return "\n".join(ends)

    def __enter__(self) -> "Installation":
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def begin(data: Path) -> None:
    """An installation without the demo on this folder, stopped again: only `up` and a restore make one."""
    with Installation(data, "--empty"):
        pass


def descendants(pid: int) -> list[int]:
    """The process and all below it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                # The name may hold blanks and brackets; what follows the last bracket is regular.
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found, ahead = [], [pid]
    while ahead:
        found.append(ahead.pop())
        ahead += parents.get(found[-1], [])
    return found


def alive(pids: list[int]) -> list[int]:
    """Those of the processes that still run; a zombie that nobody has fetched yet does not."""
    running = []
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if state != "Z":
            running.append(pid)
    return running


def eventually(condition: Any, within: float = PATIENCE_S) -> bool:
    """Whether the condition comes true within so many seconds."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.2)
    return bool(condition())


def all_gone(pids: list[int]) -> bool:
    """Whether none of the processes is left. What was killed with -9 needs a moment to go where the machine is busy."""
    return eventually(lambda: alive(pids) == [], within=30)
