"""What the ladder and the calendar do by themselves is told in the reader's own language, and as nobody's deed."""

import pytest
from django.utils.translation import override

from hub.actor import SYSTEM
from tenants.claims.giving_up import recall
from tenants.escalation import recalculating, taking
from tenants.wishes.answers import history_answer
from tenants.wishes.models import Wish
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("why", [taking.NOT_DECIDED.kept(), recalculating.WHY])
@pytest.mark.parametrize(("language", "name"), [("zh-hans", "系统自动"), ("en", "WishBridge")])
def test_the_history_speaks_one_language(world: World, why: str, language: str, name: str) -> None:
    wish = world.wish(Wish.State.CLAIMED)
    recall(wish.claims.get(ended_at=None), reason=why, by=SYSTEM)
    with override(language):
        told = history_answer(wish.history.order_by("at", "id").last())
    assert told["by"] == name
    assert told["reason"] in why.split("\x1e")
    assert (told["reason"].isascii()) == (language == "en")


def test_what_a_person_wrote_is_told_as_it_is(world: World) -> None:
    wish = world.wish(Wish.State.CLAIMED)
    recall(wish.claims.get(ended_at=None), reason="电话打不通 / 家里没人", by=world.assessor)
    told = history_answer(wish.history.order_by("at", "id").last())
    assert (told["by"], told["reason"]) == (world.assessor.name, "电话打不通 / 家里没人")
