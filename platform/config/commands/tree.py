"""One process tree: starts its children, restarts one that ends, and ends all of them together.

A child is told by the kernel when its parent is gone (embedded/tether.py), so nothing is left behind after a kill -9.
"""

import os
import select
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field

FIRST_DELAY = 0.5  # seconds before a child that ended is started again; doubles each time
LONGEST_DELAY = 30.0
WELL_AFTER = 60.0  # seconds of life after which the next end counts as a first one


@dataclass
class Child:
    """One long-running process. spawn: starts it, each time anew. patience: seconds between asking and force.
    ground: others stand on it, so it is stopped after them.
    """

    name: str
    spawn: Callable[[], "subprocess.Popen[bytes]"]
    stop_signal: signal.Signals = signal.SIGTERM
    patience: float = 10.0
    ground: bool = False
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    ends: int = 0
    again_at: float | None = None

    def start(self) -> None:
        self.process = self.spawn()
        self.started = time.monotonic()
        self.again_at = None

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None


@dataclass
class Tree:
    """The children in the order of their start; they are stopped in the reverse order.

    say: told when a child ended and will be started again (name, exit code, seconds until then).
    """

    say: Callable[[str, int, float], None]
    children: list[Child] = field(default_factory=list)
    _asked_to_stop: int = 0
    _wake: tuple[int, int] | None = None

    def listen(self) -> None:
        """From now on Ctrl-C and SIGTERM end `watch`, and a second one ends the patience of `stop`."""
        self._wake = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(self._wake[1], warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def _ask_to_stop(self, *_: object) -> None:
        self._asked_to_stop += 1

    @property
    def asked_to_stop(self) -> bool:
        return self._asked_to_stop > 0

    def start(self, child: Child) -> Child:
        """Start a child and keep it running from now on."""
        self.children.append(child)
        child.start()
        return child

    def nap(self, seconds: float) -> None:
        """Wait so long, or until a signal comes (a child ended, somebody asked to stop)."""
        if self._wake is None:
            time.sleep(seconds)
            return
        if select.select([self._wake[0]], [], [], seconds)[0]:
            os.read(self._wake[0], 512)

    def look(self) -> None:
        """Start what has ended and waited long enough."""
        now = time.monotonic()
        for child in self.children:
            if child.alive:
                continue
            if child.again_at is None:
                self._mourn(child, now)
            elif now >= child.again_at:
                child.start()

    def _mourn(self, child: Child, now: float) -> None:
        assert child.process is not None
        _end_group(child.process.pid)
        child.ends = child.ends + 1 if now - child.started < WELL_AFTER else 1
        delay = min(LONGEST_DELAY, FIRST_DELAY * 2 ** (child.ends - 1))
        child.again_at = now + delay
        self.say(child.name, child.process.returncode, delay)

    def watch(self) -> None:
        """Keep all children running until somebody asks to stop."""
        while not self.asked_to_stop:
            self.look()
            self.nap(0.5)

    def stop(self) -> None:
        """End every child, the servers they stand on last, by force where asking does not help; returns when all are gone."""
        before = self._asked_to_stop
        for ground in (False, True):
            layer = [child for child in reversed(self.children) if child.ground is ground]
            for child in layer:
                if child.alive and child.process is not None:
                    child.process.send_signal(child.stop_signal)
            asked = time.monotonic()
            while self._asked_to_stop <= max(before, 1) and any(
                child.alive and time.monotonic() < asked + child.patience for child in layer
            ):
                self.nap(0.1)
            for child in layer:
                if child.process is not None:
                    _end_group(child.process.pid)
                    child.process.wait()


def _end_group(pid: int) -> None:
    """Each child leads a process group: what it left behind goes with it."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
