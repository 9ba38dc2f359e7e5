"""No door lets onto the board what tells who it is."""

from typing import Any

import pytest

from hub.actor import ADMINISTRATOR, MEMBER, STAFF
from tenants.people.register import Person, register_beneficiary
from tenants.wishes.collecting import NewWish, collect_wish
from tenants.wishes.comparing import compare_all
from tenants.wishes.models import Wish
from tests.contract.stage import ANYBODY, Stage

S = Wish.State


def shown(stage: Stage) -> list[str]:
    return [card["number"] for card in stage.ask(ANYBODY, "GET", "/api/board").json()["results"]]


def patch(stage: Stage, path: str, body: Any) -> Any:
    seen = stage.ask(STAFF, "GET", path).headers["ETag"]
    return stage.ask(STAFF, "PATCH", path, body, **{"If-Match": seen})


@pytest.mark.parametrize(
    "words",
    [{"item": "给马福山的锅"}, {"public_text": "马 福 山 腿脚不便"}, {"public_text": "电话１３９００１２０４２２"},
     {"requirements": ("送4号楼",)}, {"public_text": "6222 0213 0200 1234 567"}, {"item": "锅，送501"}],
)  # fmt: skip
def test_such_a_wish_is_not_opened_by_anybody(stage: Stage, words: dict[str, Any]) -> None:
    with stage.community_block() as world:
        wish = world.wish(S.ADMITTED, **{"item": "电饭锅", **words})
    for role in (STAFF, ADMINISTRATOR):
        answer = stage.ask(role, "POST", f"/api/wishes/{wish.pk}/opening", {"yes": True})
        assert answer.status_code == 409, role
        assert "13900120422" not in answer.content.decode()
    many = stage.ask(STAFF, "POST", "/api/openings", {}).json()
    assert [each["code"] for each in many["refused"]] == ["tells_who_it_is"]
    assert shown(stage) == []


def test_a_name_alone_an_administrator_opens_with_a_reason(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish(S.ADMITTED, item="马福山牌泡菜坛")
    path = f"/api/wishes/{wish.pk}/opening"
    given = {"yes": True, "reason": "是商品名"}
    assert stage.ask(STAFF, "POST", path, given).status_code == 409
    assert stage.ask(ADMINISTRATOR, "POST", path, {"yes": True}).json()["code"] == "name_wants_a_reason"
    answer = stage.ask(ADMINISTRATOR, "POST", path, given)
    assert answer.status_code == 200
    assert answer.json()["history"][-1]["reason"] == "是商品名"
    assert shown(stage) == [wish.number]
    assert patch(stage, f"/api/wishes/{wish.pk}", {"wish": {"budget_yuan": 99}}).status_code == 200
    assert shown(stage) == [wish.number], "another edit does not take the word back"


@pytest.mark.parametrize("item", ["美的电饭锅", "200元的电饭锅", "残疾人用轮椅", "三年级2班的校服"])
def test_what_is_only_asked_about_wants_a_yes(stage: Stage, item: str) -> None:
    with stage.community_block() as world:
        wish = world.wish(S.ADMITTED, item=item)
    path = f"/api/wishes/{wish.pk}"
    assert stage.ask(STAFF, "GET", path).json()["tells_texts"], "it warns at entry"
    assert stage.ask(STAFF, "POST", f"{path}/opening", {}).json()["code"] == "wants_a_yes"
    left = stage.ask(STAFF, "POST", "/api/openings", {}).json()["refused"]
    assert [(each["id"], each["code"]) for each in left] == [(str(wish.pk), "wants_a_yes")]
    said = {"wishes": [str(wish.pk)], "yes": [str(wish.pk)]}
    assert stage.ask(STAFF, "POST", "/api/openings", said).json()["opened"] == 1
    assert shown(stage) == [wish.number]


@pytest.mark.parametrize("state", [S.ADMITTED, S.OPEN, S.CLAIMED])
def test_an_edit_from_admitted_on_is_refused_at_its_field(stage: Stage, state: str) -> None:
    with stage.community_block() as world:
        wish = world.wish(state)
    path = f"/api/wishes/{wish.pk}"
    for field, value in (("item", "马福山的锅"), ("public_text", "电话13900120422"), ("requirements", ["4号楼"])):
        answer = patch(stage, path, {"wish": {field: value}})
        assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])
    assert patch(stage, path, {"wish": {"public_text": "屋里冷，想要一口好锅"}}).status_code == 200


def test_a_change_of_the_record_takes_it_off_the_board_and_puts_it_on_todays_list(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish(S.OPEN, item="祁连山的锅", public_text="送到7号楼", person=world.neighbour)
        person = world.neighbour.pk
    assert shown(stage) == [wish.number]
    path = f"/api/people/{person}"
    for change, back in (
        ({"name": "祁连山"}, {"name": "祁永寿"}),
        ({"guardian_name": "祁连山"}, {"guardian_name": ""}),
        ({"address": "滨河小区7号楼1单元303室"}, {"address": "东村三社14号"}),
    ):
        assert patch(stage, path, change).status_code == 200
        assert shown(stage) == [], change
        today = stage.ask(STAFF, "GET", "/api/today").json()["kept_off"]
        assert [row["number"] for row in today["rows"]] == [wish.number]
        assert stage.ask(STAFF, "GET", "/api/wishes?kept_off=1").json()["count"] == 1
        assert stage.ask(MEMBER, "POST", f"/api/wishes/{wish.pk}/claim", {}).status_code in (404, 409)
        assert stage.ask(ANYBODY, "GET", f"/api/board/{wish.pk}").status_code == 404
        assert wish.number not in stage.ask(ANYBODY, "GET", "/api/wall").content.decode()
        assert patch(stage, path, back).status_code == 200
        assert shown(stage) == [wish.number], back


def test_somebody_new_in_the_household_counts_too(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish(S.OPEN, item="祁连山的锅", person=world.neighbour)
        person = register_beneficiary(Person(name="祁连山", address="东村三社14号"), by=world.collector)
        collect_wish(world.campaign, person, NewWish(item="棉被"), by=world.collector)
    assert wish.number not in shown(stage)


def test_what_was_stored_before_is_looked_at_in_the_night(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish(S.OPEN)
        Wish.objects.filter(pk=wish.pk).update(item="马福山的锅")
    assert shown(stage) == [wish.number]
    with stage.community_block():
        compare_all()
        compare_all()
        assert Wish.objects.get(pk=wish.pk).history.filter(verb="kept_off").count() == 1
    assert shown(stage) == []
