"""The rooms of the faults, one for each part of the rules."""

from types import ModuleType

from tests.replay.faults import (
    calendars,
    campaigns,
    clocks,
    frozen,
    listeners,
    messages,
    needing,
    rungs,
    undoing,
    waiting,
)

__all__ = (
    "calendars",
    "campaigns",
    "clocks",
    "frozen",
    "listeners",
    "messages",
    "needing",
    "rungs",
    "undoing",
    "waiting",
)

ALL = (calendars, rungs, waiting, clocks, listeners, messages, frozen, needing, campaigns, undoing)


def named(*some: ModuleType) -> list[str]:
    """The names of the faults of some rooms."""
    return [fault.__name__ for room in some for fault in room.FAULTS]
