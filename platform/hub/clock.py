"""The only source of time: whoever asks the machine's clock elsewhere cannot be replayed or tested."""

import datetime
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Asia/Shanghai")
"""The time zone of every community: a deadline ends at midnight here (domain.md, escalation ladder)."""


def now() -> datetime.datetime:
    """The present moment, aware, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def today() -> datetime.date:
    """The day it is in a community, whatever the machine's own zone is."""
    return now().astimezone(TIME_ZONE).date()
