"""A closing that is killed is whole or not there, and is finished by closing again."""

import pytest

from tenants.closing.years import begin_campaign
from tenants.wishes.models import Wish
from tests.mortal import KILLED, done_by_the_mortal
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)

NOTHING, WHOLE = ["running", "0", "0", "0"], ["closed", "3", "3", "1"]


def closed_by_the_mortal(world: World, *points: str) -> list[list[str]]:
    for _ in range(3):
        world.wish(Wish.State.OPEN)
    begin_campaign(2027, by=world.administrator)
    return done_by_the_mortal("tests.tenants.closing.closing_process", "haihong", "2026", *points)


def test_killed_before_any_of_its_statements_nothing_has_happened(world: World) -> None:
    *killed, lived = closed_by_the_mortal(world, "each")
    assert len(killed) > 20
    for line in killed:
        assert line[1:] == [KILLED, *NOTHING], line
    assert lived[1:] == ["0", *WHOLE]


def test_killed_behind_its_commit_the_year_is_closed_and_closing_again_doubles_nothing(world: World) -> None:
    first, second = closed_by_the_mortal(world, "after", "live")
    assert first[1:] == [KILLED, *WHOLE]
    assert second[1:] == ["0", *WHOLE]
