"""The only source of time: whoever asks the machine's clock elsewhere cannot be replayed or tested."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Asia/Shanghai")
"""The time zone of every community: a deadline ends at midnight here (domain.md, escalation ladder)."""


_standing_at: ContextVar[datetime.datetime | None] = ContextVar("standing_at", default=None)


def now() -> datetime.datetime:
    """The present moment, aware, in UTC."""
    return _standing_at.get() or datetime.datetime.now(datetime.UTC)


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
