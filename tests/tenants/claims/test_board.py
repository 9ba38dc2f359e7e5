"""The board's list, written out in SQL, says what the rules say elsewhere."""

import pytest
from django.test import Client

from tenants.campaigns.models import Campaign
from tenants.claims.board import OpenCards, may_be_shown
from tenants.people.consents import withdraw_consent
from tests.world import S, World

pytestmark = pytest.mark.django_db


def shown(**asked: object) -> list[object]:
    return [row["id"] for row in OpenCards(**asked)[:]]  # type: ignore[arg-type]


def by_the_rules() -> list[object]:
    return list(may_be_shown().filter(state=S.OPEN).order_by("serial").values_list("pk", flat=True))


def test_every_open_wish_that_may_be_shown_is_there_and_no_other(world: World) -> None:
    for state in (S.OPEN, S.CLAIMED, S.ADMITTED, S.OPEN, S.FULFILLED):
        world.wish(state, item=f"心愿 {state}", member=world.qi if state == S.FULFILLED else None)
    world.wish(S.OPEN, person=world.child)
    assert len(shown()) == 3
    assert shown() == by_the_rules()
    withdraw_consent(world.child.consents.get(purpose="show"), by=world.assessor)
    assert len(shown()) == 2
    assert shown() == by_the_rules()


def test_branch_kind_pages_and_the_count_agree(world: World) -> None:
    mine = world.wish(S.OPEN, branch=world.school, kind="school")
    other = world.wish(S.OPEN, kind="food")
    assert shown(branch_id=world.school.pk) == [mine.pk]
    assert shown(kinds=["food", "health"]) == [other.pk]
    assert shown(kinds=["health"]) == []
    cards = OpenCards()
    assert [row["id"] for row in cards[1:2]] == [other.pk]
    assert cards.count() == 2
    assert OpenCards(branch_id=world.clinic.pk).count() == 0
    assert cards[0:1][0]["branch__name"] == world.school.name


def test_kinds_are_counted_where_something_is_to_be_had(world: World) -> None:
    """Whatever kinds are shown, and only those that lead to a wish."""
    world.wish(S.OPEN, branch=world.school, kind="school")
    world.wish(S.OPEN, kind="food")
    world.wish(S.OPEN, kind="food")
    world.wish(S.CLAIMED, kind="health")
    assert OpenCards(kinds=["school"]).by_kind() == {"school": 1, "food": 2}
    assert OpenCards(branch_id=world.school.pk).by_kind() == {"school": 1}
    host = {"host": f"{world.community.slug}.localhost"}
    asked = Client().get("/api/board", {"by_kind": "true", "kind": "school"}, headers=host).json()
    assert (asked["count"], asked["kinds"]) == (1, {"school": 1, "food": 2})
    assert "kinds" not in Client().get("/api/board", headers=host).json()


def test_a_closed_campaign_has_no_board(world: World) -> None:
    world.wish(S.OPEN)
    Campaign.objects.update(state=Campaign.State.CLOSED)
    assert shown() == []
