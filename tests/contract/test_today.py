"""The day's first answer: what a campaign holds is what people wished, not what a clerk took back."""

import pytest

from tenants.claims.undoing import undo_act
from tenants.wishes.collecting import NewWish, collect_wish
from tests.contract.stage import STAFF, Stage

pytestmark = pytest.mark.django_db


def test_a_wish_that_was_entered_by_mistake_is_not_counted(stage: Stage) -> None:
    world = stage.world
    collect_wish(world.campaign, world.elder, NewWish(item="电饭锅"), by=world.collector)
    slip = collect_wish(world.campaign, world.elder, NewWish(item="写错了"), by=world.collector)
    undo_act(slip, "collected", by=world.collector)
    (campaign,) = stage.ask(STAFF, "GET", "/api/today").json()["campaigns"]
    assert campaign["wishes"] == 1
