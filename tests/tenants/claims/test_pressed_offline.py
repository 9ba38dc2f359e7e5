"""What a page pressed while it was offline is a proposal for the earlier day, and never the day by itself."""

import datetime

import pytest

from hub.clock import standing_at
from tenants.claims.answers import delivery_answer
from tenants.claims.delivering import confirm
from tenants.claims.models import Delivery
from tests.world import MONDAY, S, World, later


def delivered(world: World, pressed_at: datetime.datetime | None, *, days: int) -> Delivery:
    wish = world.wish(S.CLAIMED)
    with standing_at(later(days=days)):
        return world.deliver(world.claim_of(wish), pressed_at=pressed_at)


def test_a_page_that_was_offline_tells_its_day_and_the_record_keeps_the_day_it_arrived(world: World) -> None:
    made = delivered(world, later(days=2), days=4)
    assert made.delivered_on == later(days=4).date()
    assert delivery_answer(made)["pressed_at"] == later(days=2)
    with standing_at(later(days=5)):
        confirm(made.wish, by=world.assessor)
    made.refresh_from_db()
    assert made.delivered_on == later(days=4).date(), "nobody took the proposal"


def test_whoever_confirms_takes_the_proposal(world: World) -> None:
    made = delivered(world, later(days=2), days=4)
    with standing_at(later(days=5)):
        confirm(made.wish, by=world.assessor, delivered_on=later(days=2).date(), reason="手机离线登记")
    made.refresh_from_db()
    assert made.delivered_on == later(days=2).date()


@pytest.mark.parametrize(
    "pressed_at", [None, later(days=4, hours=-2), later(days=9), MONDAY - datetime.timedelta(days=3)]
)
def test_the_same_day_a_day_ahead_and_one_before_the_claim_propose_nothing(
    world: World, pressed_at: datetime.datetime | None
) -> None:
    assert delivered(world, pressed_at, days=4).pressed_at is None
