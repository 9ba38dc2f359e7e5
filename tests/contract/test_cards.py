"""Cards: of open wishes only, chosen by a body of any length that an address would not hold."""

import json

import pytest

from tests.contract.stage import STAFF, Stage
from tests.world import S

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
