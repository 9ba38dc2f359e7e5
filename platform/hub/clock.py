"""The only source of time: whoever asks the machine's clock elsewhere cannot be replayed or tested."""

import datetime
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection

TIME_ZONE = ZoneInfo("Asia/Shanghai")
"""The time zone of every community: a deadline ends at midnight here (domain.md, escalation ladder)."""


_standing_at: ContextVar[datetime.datetime | None] = ContextVar("standing_at", default=None)


def now() -> datetime.datetime:
    """The present moment, aware, in UTC; the simulated one where the installation has a simulated clock."""
    standing = _standing_at.get()
    if standing is not None:
        return standing
    real = datetime.datetime.now(datetime.UTC)
    return real + _simulation.shift() if settings.WISHBRIDGE_SIMULATED_CLOCK else real


class _Simulation:
    """How far the simulated clock is ahead of the machine's: a row in the hub that all processes read.

    Looked up at most five times a second; the row is read by plain SQL, since this module stands below every table.
    """

    LOOKED_AT_EVERY_S = 0.2

    def __init__(self) -> None:
        self._shift = datetime.timedelta()
        self._looked_at = float("-inf")

    def shift(self) -> datetime.timedelta:
        moment = time.monotonic()
        # A failed statement has closed this transaction to reading: the last answer holds until it has ended.
        if moment - self._looked_at >= self.LOOKED_AT_EVERY_S and not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("SELECT shift FROM public.pulse_simulatedclock WHERE id = 1")
                row = cursor.fetchone()
            self._shift = row[0] if row else datetime.timedelta()
            self._looked_at = moment
        return self._shift

    def forget(self) -> None:
        """Look again at the next question."""
        self._looked_at = float("-inf")


_simulation = _Simulation()


def simulate(moment: datetime.datetime | None) -> None:
    """Sets the simulated clock of the whole installation to `moment` (aware), from which it runs on; None: real time.

    Raises RuntimeError unless the setting WISHBRIDGE_SIMULATED_CLOCK allows it, which production refuses.
    """
    if not settings.WISHBRIDGE_SIMULATED_CLOCK:
        raise RuntimeError("There is no simulated clock here: WISHBRIDGE_SIMULATED_CLOCK is off.")
    shift = moment - datetime.datetime.now(datetime.UTC) if moment else datetime.timedelta()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO public.pulse_simulatedclock (id, shift) VALUES (1, make_interval(secs => %s))"
            " ON CONFLICT (id) DO UPDATE SET shift = excluded.shift",
            [shift.total_seconds()],
        )
    _simulation.forget()


@contextmanager
def standing_at(moment: datetime.datetime) -> Iterator[None]:
    """Verbs called in this block do their work at `moment` (aware): for tests, and for the demo county's past.

    Holds in this thread only; nothing that serves requests or tasks calls it (a house rule's test sees to that).
    """
    before = _standing_at.set(moment)
    try:
        yield
    finally:
        _standing_at.reset(before)


def today() -> datetime.date:
    """The day it is in a community, whatever the machine's own zone is."""
    return now().astimezone(TIME_ZONE).date()
