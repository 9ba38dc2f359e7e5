"""Processor time, in seconds of a quiet machine.

Bounds of speed are bounds of work. A busy or slow machine does the same work in more seconds of its processor too
(shared cores, cold caches, a noisy neighbour), so each piece of work is compared with plain work done beside it.
"""

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

A_SECOND = 32
"""So many times the plain work of `_yardstick` are one second of a quiet machine."""


@dataclass
class Work:
    """What was done within `measured`; `seconds` is told when it is over."""

    seconds: float = 0.0


@contextmanager
def measured() -> Iterator[Work]:
    """The work of this thread, and of this process's children that ended meanwhile."""
    work = Work()
    before, started = _yardstick(), _worked()
    yield work
    took = _worked() - started
    work.seconds = took / ((before + _yardstick()) / 2) / A_SECOND


def _worked() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime + time.thread_time()


def _yardstick() -> float:
    started = time.thread_time()
    sum(hash((n, n * 7)) % 13 for n in range(400_000))
    return time.thread_time() - started
