"""Each rule of who hears what, of days of need, of campaigns and of what is taken back, broken in the product, makes the replay fail."""

import pytest

from tests.replay.faults import rooms
from tests.replay.faulty import finds

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("simulated_clock_and_no_chatter")]


@pytest.mark.parametrize(
    "fault", rooms.named(rooms.listeners, rooms.messages, rooms.needing, rooms.campaigns, rooms.undoing)
)
def test_a_planted_fault_is_found(fault: str) -> None:
    assert finds(fault)
