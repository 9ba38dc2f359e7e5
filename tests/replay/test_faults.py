"""Without a fault nothing differs; each rule of claims and of working days, broken in the product, makes the replay fail."""

import pytest

from tests.replay.faults import rooms
from tests.replay.faulty import GIVEN_BACK, HANDED_ON, HEEDLESS, TROUBLE, WAITING, YEARS, finds, played
from tests.replay.shares import Shares

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("simulated_clock_and_no_chatter")]


@pytest.mark.parametrize(
    ("shares", "year"),
    [(TROUBLE, 2018), (WAITING, 2018), (HANDED_ON, 2020), (GIVEN_BACK, 2020), (HEEDLESS, 2018)],
    ids=[
        "trouble",
        "waiting",
        "handed on while nothing is sent and the calendar is corrected",
        "given back",
        "heedless",
    ],
)
def test_without_a_fault_there_is_no_difference_on_any_day(shares: Shares, year: int) -> None:
    result = played(None, shares, (year,))
    assert result.differences == []
    assert result.kept


def test_where_the_town_has_no_officer_staff_hear_the_supervision() -> None:
    result = played(None, WAITING, YEARS[:1], officer=False)
    assert result.differences == []
    assert result.kept


@pytest.mark.parametrize("fault", rooms.named(rooms.calendars, rooms.rungs, rooms.frozen))
def test_a_planted_fault_is_found(fault: str) -> None:
    assert finds(fault)
