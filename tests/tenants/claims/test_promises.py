"""A promise does not change in silence, and a larger one lets the claimer hand back without a trace."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tenants.claims import claiming, delivering, giving_up, promises
from tenants.claims.answers import changes_answer, claims_for_rows
from tenants.claims.changing import change_person, change_wish, register_whom_claimers_may_visit
from tenants.claims.models import Claim
from tenants.claims.noticing import notices_of
from tenants.claims.undoing import undo_act
from tenants.figures.counting import count
from tenants.forms.statistics.standing import standings
from tenants.people.consents import withdraw_consent
from tenants.people.models import Consent
from tenants.people.register import Person
from tenants.wishes.models import Wish
from tests.world import MONDAY, World

S = Wish.State


def claimed(world: World, **values: Any) -> Claim:
    return world.claim_of(world.wish(S.CLAIMED, **{"needed_by": date(2026, 5, 1), **values}))


def seen_by_claimer(claim: Claim) -> list[tuple[str, str, str]]:
    row = claims_for_rows().get(pk=claim.pk)
    return [(each["field"], each["was"], each["became"]) for each in changes_answer(row)]


@pytest.mark.parametrize(
    ("changes", "marked", "free"),
    [
        ({"item": "电磁炉"}, ("item", "电饭锅", "电磁炉"), True),
        ({"quantity": 2}, ("quantity", "1", "2"), True),
        ({"requirements": ["220V", "清真"]}, ("requirements", "（没有）", "220V、清真"), False),
        ({"budget_yuan": 260}, ("budget_yuan", "180 元", "260 元"), True),
        ({"budget_yuan": 100}, ("budget_yuan", "180 元", "100 元"), False),
        ({"needed_by": date(2026, 3, 20)}, ("needed_by", "2026年5月1日", "2026年3月20日"), True),
        ({"needed_by": date(2026, 6, 1)}, ("needed_by", "2026年5月1日", "2026年6月1日"), False),
        ({"needed_by": None}, ("needed_by", "2026年5月1日", "（没有）"), False),
    ],
)
def test_a_change_is_marked_with_what_it_was_and_a_larger_promise_sets_free(
    world: World, changes: Mapping[str, Any], marked: tuple[str, str, str], free: bool
) -> None:
    claim = claimed(world)
    change_wish(claim.wish, changes, by=world.assessor)
    assert seen_by_claimer(claim) == [marked]
    assert promises.is_larger_than_promised(claim) == free


@pytest.mark.parametrize(
    ("promised", "asked", "free"),
    [
        ("电热毯一床", {"item": "电热毯1床"}, False),
        ("电热毯一床", {"item": "电热毯 １ 床。"}, False),
        ("电热毯一床", {"item": "电热毯（一床）"}, False),
        ("电热毯", {"item": "电热毯，一床"}, False),
        ("电饭锅(3L)", {"item": "电饭锅（３Ｌ）"}, False),
        ("电饭锅，3L", {"item": "电饭锅、3l"}, False),
        ("大米十斤", {"item": "大米5公斤"}, False),
        ("棉被两床", {"item": "棉被2床"}, False),
        ("棉被两床", {"item": "棉被", "quantity": 2}, False),
        ("棉被2床", {"item": "棉被一床"}, False),
        ("棉被一床", {"item": "棉被两床"}, True),
        ("棉被", {"item": "棉被2床", "quantity": 2}, True),
        ("大米10斤", {"item": "大米十公斤"}, True),
        ("电饭锅3L", {"item": "电饭锅5L"}, True),
        ("电热毯一床", {"item": "电热水壶一个"}, True),
        ("电热毯一床", {"item": "电热毯壹床"}, False),
        ("暖水袋2个", {"item": "暖水袋×2"}, False),
        ("暖水袋×2", {"item": "暖水袋×3"}, True),
        ("电饭锅", {"item": "电饭锅一口"}, False),
        ("煤500公斤", {"item": "煤半吨"}, False),
        ("煤半吨", {"item": "煤一吨"}, True),
        ("奶粉800克", {"item": "奶粉800g"}, False),
        ("袜子12双", {"item": "袜子1打"}, False),
        ("袜子", {"item": "袜子1打"}, True),
        ("大米两袋", {"item": "大米2袋（每袋10斤）"}, True),
        ("油5000毫升", {"item": "油5升"}, False),
        ("手机(5G)", {"item": "手机"}, True),
        ("棉鞋一双", {"item": "棉鞋1双（42码）"}, True),
    ],
)
def test_an_item_that_is_only_written_otherwise_is_no_other_item(
    world: World, promised: str, asked: Mapping[str, Any], free: bool
) -> None:
    claim = claimed(world, item=promised)
    change_wish(claim.wish, asked, by=world.assessor)
    assert promises.is_larger_than_promised(Claim.objects.get(pk=claim.pk)) == free


def test_a_new_address_is_marked_wherever_it_was_changed(world: World) -> None:
    claim = claimed(world)
    change_person(world.elder, {"address": "建设巷7号楼3单元502室"}, by=world.assessor)
    assert seen_by_claimer(claim) == [("address", "滨河小区4号楼2单元501室", "建设巷7号楼3单元502室")]
    met_again = Person(name="马福山", phone="+8613900120422", age=82, address="东街3号", categories=("senior",))
    register_whom_claimers_may_visit([met_again], by=world.collector)
    assert seen_by_claimer(claim) == [("address", "滨河小区4号楼2单元501室", "东街3号")]
    assert not promises.is_larger_than_promised(claim)


def test_an_address_is_not_shown_where_it_is_not_disclosed(world: World) -> None:
    claim = claimed(world)
    change_person(world.elder, {"address": "建设巷7号楼3单元502室"}, by=world.assessor)
    for consent in world.elder.consents.filter(purpose=Consent.Purpose.DISCLOSE):
        withdraw_consent(consent, by=world.collector)
    (change,) = changes_answer(claims_for_rows().get(pk=claim.pk))
    assert (change["hidden"], change["was"], change["became"]) == (True, "", "")


def test_the_mark_stands_until_it_was_seen_and_goes_when_it_was_changed_back(world: World) -> None:
    claim = claimed(world)
    change_wish(claim.wish, {"item": "电磁炉"}, by=world.assessor)
    change_wish(claim.wish, {"item": "微波炉"}, by=world.assessor)
    assert seen_by_claimer(claim) == [("item", "电饭锅", "微波炉")]
    change_wish(claim.wish, {"item": "电饭锅"}, by=world.assessor)
    assert seen_by_claimer(claim) == []
    assert not promises.is_larger_than_promised(claim)
    change_wish(claim.wish, {"budget_yuan": 300}, by=world.assessor)
    promises.seen(claim)
    assert seen_by_claimer(claim) == []
    assert promises.is_larger_than_promised(claim), "seen is not agreed to"
    change_wish(claim.wish, {"budget_yuan": 180}, by=world.assessor)
    assert seen_by_claimer(claim) == [("budget_yuan", "300 元", "180 元")]
    assert not promises.is_larger_than_promised(claim)


def test_handed_back_without_a_trace_it_stands_in_no_record_no_rate_and_no_form_and_the_history_keeps_it(
    world: World,
) -> None:
    claim = claimed(world)
    change_wish(claim.wish, {"item": "电磁炉"}, by=world.assessor)
    before = count(world.campaign)
    wish = giving_up.hand_back(claim, by=world.as_member(claim.member))
    claim.refresh_from_db()
    assert (wish.state, claim.end, claim.slot) == (S.OPEN, Claim.End.RELEASED, None)
    assert not claims_for_rows().filter(pk=claim.pk).exists()
    assert all(standing.claim is None for standing in standings(world.campaign, MONDAY.date()))
    assert [entry.verb for entry in claim.history.all()][-1] == Claim.End.RELEASED
    assert wish.history.last().verb == "handed_back"
    assert (before.claimed, count(world.campaign).claimed) == (1, 0)


def test_an_ordinary_hand_back_stands_in_the_record(world: World) -> None:
    claim = claimed(world)
    change_wish(claim.wish, {"requirements": ["220V"]}, by=world.assessor)
    giving_up.hand_back(claim, by=world.as_member(claim.member))
    claim.refresh_from_db()
    assert claim.end == Claim.End.HANDED_BACK
    assert claims_for_rows().filter(pk=claim.pk).exists()


def test_staff_who_hand_it_back_for_the_member_can_undo_that(world: World) -> None:
    claim = claimed(world)
    change_wish(claim.wish, {"item": "电磁炉"}, by=world.collector)
    giving_up.hand_back(claim, by=world.assessor)
    undo_act(claim.wish, "handed_back", by=world.assessor)
    claim.refresh_from_db()
    assert (claim.ended_at, claim.end) == (None, "")
    assert seen_by_claimer(claim) == [("item", "电饭锅", "电磁炉")]


def test_the_next_claimer_promises_what_stands_there_now(world: World) -> None:
    claim = claimed(world)
    change_wish(claim.wish, {"item": "电磁炉"}, by=world.assessor)
    giving_up.hand_back(claim, by=world.as_member(claim.member))
    again = claiming.claim(claim.wish, member=world.qi, by=world.as_member(world.qi))
    assert seen_by_claimer(again) == []
    assert not promises.is_larger_than_promised(again)


WHILE_AWAY = {"item": "双人床", "budget_yuan": 400, "needed_by": date(2026, 3, 18)}


@pytest.mark.parametrize("way", ["not confirmed", "recorded by a slip", "handed back", "recalled"])
def test_what_was_changed_while_the_claim_was_away_is_told_when_it_comes_back(world: World, way: str) -> None:
    claim = claimed(world)
    wish = claim.wish
    match way:
        case "not confirmed" | "recorded by a slip":
            world.deliver(claim, by=world.assessor, evidence="signature")
        case "handed back":
            giving_up.hand_back(claim, by=world.assessor)
        case _:
            giving_up.recall(claim, reason="联系不上", by=world.assessor)
    change_wish(wish, WHILE_AWAY, by=world.collector, person={"address": "建设巷7号楼3单元502室"})
    assert not notices_of(world.zhang.pk).filter(kind="changed").exists(), "it is not to be brought now"
    match way:
        case "not confirmed":
            delivering.reject(wish, reason="没收到", by=world.assessor)
        case "recorded by a slip":
            undo_act(wish, "delivered", by=world.assessor)
        case "handed back":
            undo_act(wish, "handed_back", by=world.assessor)
        case _:
            undo_act(wish, "recalled", by=world.assessor)
    again = world.claim_of(wish)
    assert [field for field, _, _ in seen_by_claimer(again)] == ["item", "address", "budget_yuan", "needed_by"]
    assert (again.pk, again.deadline) == (claim.pk, date(2026, 3, 18))
    (told,) = notices_of(world.zhang.pk).filter(kind="changed")
    assert told.about == {
        "deadline": "2026-03-18", "fields": ["item", "address", "budget_yuan", "needed_by"], "free": True,
    }  # fmt: skip
    giving_up.hand_back(again, by=world.as_member(world.zhang))
    assert Claim.objects.get(pk=claim.pk).end == Claim.End.RELEASED


def test_what_was_changed_for_the_next_claimer_is_no_change_of_their_promise(world: World) -> None:
    claim = claimed(world)
    giving_up.hand_back(claim, by=world.assessor)
    change_wish(claim.wish, {"item": "双人床"}, by=world.collector)
    claiming.claim(claim.wish, member=world.qi, by=world.as_member(world.qi))
    assert seen_by_claimer(world.claim_of(claim.wish)) == []
