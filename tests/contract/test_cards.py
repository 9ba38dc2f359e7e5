"""Cards: of open wishes only, chosen by a body of any length that an address would not hold."""

import json

import pytest

from hub.clock import standing_at
from tenants.wishes.consenting import end_consent
from tests.contract.stage import STAFF, Stage
from tests.world import MONDAY, S, later

pytestmark = pytest.mark.django_db


def numbers(answer: object) -> list[str]:
    return [card["number"] for card in json.loads(answer.content)["cards"]]  # type: ignore[attr-defined]


def test_only_open_wishes_have_a_card_however_they_are_asked_for(stage: Stage) -> None:
    shown = stage.world.wish(S.OPEN)
    others = [stage.world.wish(state) for state in (S.COLLECTED, S.VERIFIED, S.ADMITTED, S.WITHDRAWN)]
    assert numbers(stage.ask(STAFF, "GET", "/api/cards/wishes")) == [shown.number]
    every = [str(wish.pk) for wish in (shown, *others)]
    assert numbers(stage.ask(STAFF, "POST", "/api/cards/wishes", {"ids": every})) == [shown.number]


def test_hundreds_are_asked_for_in_a_body(stage: Stage) -> None:
    wish = stage.world.wish(S.OPEN)
    ids = [str(wish.pk)] + [f"01890000-0000-7000-8000-{number:012d}" for number in range(400)]
    assert numbers(stage.ask(STAFF, "POST", "/api/cards/wishes", {"ids": ids})) == [wish.number]
    assert stage.ask(STAFF, "POST", "/api/cards/wishes", {"ids": ids * 2}).status_code == 400
    assert stage.ask(STAFF, "POST", "/api/cards/wishes", {"ids": []}).status_code == 400


def test_a_wish_whose_day_is_over_has_no_card(stage: Stage) -> None:
    wish = stage.world.wish(S.OPEN, needed_by=MONDAY.date())
    assert numbers(stage.ask(STAFF, "GET", "/api/cards/wishes")) == [wish.number]
    with standing_at(later(days=1)):
        assert numbers(stage.ask(STAFF, "GET", "/api/cards/wishes")) == []
        assert numbers(stage.ask(STAFF, "POST", "/api/cards/wishes", {"ids": [str(wish.pk)]})) == []


@pytest.mark.parametrize("purpose", ["collect", "show"])
def test_a_household_has_no_card_for_a_wish_that_may_not_be_shown_any_more(stage: Stage, purpose: str) -> None:
    world = stage.world
    wish = world.wish(S.OPEN, person=world.neighbour)
    claimed = world.wish(S.CLAIMED)

    def named() -> list[str]:
        cards = json.loads(stage.ask(STAFF, "GET", "/api/cards/households").content)["cards"]
        return sorted(number for card in cards for number in card["numbers"])

    assert named() == sorted([wish.number, claimed.number])
    with stage.community_block():
        for person in (world.neighbour, world.elder):
            end_consent(person.consents.get(purpose=purpose, withdrawn_at=None), by=world.collector)
    # What is claimed is brought, unless staff decide otherwise: its household keeps the card.
    assert named() == [claimed.number]
