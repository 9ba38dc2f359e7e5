"""Work in processes that die: before any one of its statements, behind its commit, at a moment from outside, or not.

For each point a child is forked that does the work. It kills itself before the statement of that number that it sends to
the database (from 0; `each` tries one after the other until a child lives), or right behind the commit (`after`), or is
killed by its parent after so many milliseconds (`12ms`), or lives (`live`).
"""

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django_tenants.utils import tenant_context

from hub.communities.models import Community

ROOT = Path(__file__).parent.parent
KILLED = str(-signal.SIGKILL)


def done_by_the_mortal(module: str, *words: str) -> list[list[str]]:
    """`python -m module WORD…`; for each point a line: the point, how the child ended, and what the module found then."""
    done = subprocess.run(
        [sys.executable, "-m", module, *words], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [line.split() for line in done.stdout.splitlines()]


def die_at(
    points: list[str],
    slug: str,
    *,
    fetch: Callable[[], Any],
    work: Callable[[Any], object],
    look: Callable[[], Sequence[object]],
) -> None:
    """What such a module does: prints the lines. All three are called in the community's block.

    fetch: reads what the work is about, which no point counts. look: waits for the lock that the work holds before it
    counts what is there, since the server finishes what a dead client sent last before it rolls back.
    """
    todo: Iterator[str] = map(str, itertools.count()) if points == ["each"] else iter(points)
    for point in todo:
        connection.close()
        child = os.fork()
        if child == 0:
            with tenant_context(Community.objects.get(slug=slug)):
                subject = fetch()
                with connection.execute_wrapper(_dying_before(point)):
                    work(subject)
            if point == "after":
                _die()
            connection.close()
            os._exit(0)
        if point.endswith("ms"):
            time.sleep(int(point[:-2]) / 1000)
            os.kill(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with tenant_context(Community.objects.get(slug=slug)), transaction.atomic():
            found = look()
        print(point, status, *found, flush=True)  # noqa: T201
        if status == 0 and points == ["each"]:
            return


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _dying_before(point: str) -> Callable[..., Any]:
    sent = 0

    def mortal(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal sent
        if point == str(sent):
            _die()
        sent += 1
        return execute(sql, params, many, context)

    return mortal
