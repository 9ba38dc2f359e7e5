"""A day in an address is read by one reader, or is a field's error."""

import datetime

import pytest

from hub.clock import standing_at, today
from hub.refusal import Refusal
from hub.rest.days import day_written
from tests.world import MONDAY


@pytest.mark.parametrize("written", ["2026-03-09", "２０２６-03-09", " 2026-03-09 "])
def test_a_day_is_read_in_whatever_width(written: str) -> None:
    assert day_written(written, field="day") == datetime.date(2026, 3, 9)


def test_no_day_is_today() -> None:
    with standing_at(MONDAY):
        assert day_written("", field="day") == day_written(None, field="day") == today()


@pytest.mark.parametrize("written", ["昨天", "2026-02-30", "2026", "0", "9" * 400])
def test_what_is_no_day_is_an_error_of_its_field(written: str) -> None:
    with pytest.raises(Refusal, match="no_day") as caught:
        day_written(written, field="claimed_on")
    assert (caught.value.status, caught.value.field) == (400, "claimed_on")
    assert len(str(caught.value)) < 120
