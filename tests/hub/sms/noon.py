"""The middle of a day on which messages may go out."""

import datetime
from collections.abc import Iterator

import pytest

from hub.clock import standing_at

NOON = datetime.datetime(2026, 5, 11, 4, tzinfo=datetime.UTC)
"""12:00 in Asia/Shanghai, a Monday."""


@pytest.fixture
def at_noon() -> Iterator[datetime.datetime]:
    with standing_at(NOON):
        yield NOON
