"""Each rule of what waits and of a claim's clock, broken in the product, makes the replay fail."""

import pytest

from tests.replay.faults import rooms
from tests.replay.faulty import finds

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("simulated_clock_and_no_chatter")]


@pytest.mark.parametrize("fault", rooms.named(rooms.waiting, rooms.clocks))
def test_a_planted_fault_is_found(fault: str) -> None:
    assert finds(fault)
