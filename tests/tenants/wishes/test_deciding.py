import datetime

import pytest

from hub.actor import STAFF, Actor
from hub.clock import standing_at, today
from hub.identifiers import uuid7
from hub.refusal import Refusal
from tenants.claims import claiming, giving_up
from tenants.people.models import Beneficiary
from tenants.people.register import Person, register_beneficiary
from tenants.wishes import deciding
from tenants.wishes.answers import decisions
from tenants.wishes.editing import edit_wish
from tenants.wishes.leaving import withdraw
from tenants.wishes.models import Wish
from tenants.wishes.opening import open_wish
from tests.world import MONDAY, World, later

S = Wish.State


def incomplete(world: World) -> Beneficiary:
    return register_beneficiary(Person(name="马小龙", age=8, address="东村三社9号"), by=world.collector)


def test_a_wish_with_something_missing_is_not_verified_and_the_sentence_names_it(world: World) -> None:
    wish = world.collect(person=incomplete(world), collected_on=None)
    with pytest.raises(Refusal) as refused:
        deciding.verify(wish, manner="visit", by=world.assessor)
    assert refused.value.code == "incomplete"
    for word in ("电话", "监护人", "日期", "类别"):
        assert word in refused.value.text.zh
    assert "guardian" in refused.value.text.en


@pytest.mark.parametrize(
    ("values", "field"),
    [({"manner": "hearsay"}, "manner"), ({"manner": "visit", "on": 1}, "on"), ({"manner": "visit", "on": -8}, "on")],
)
def test_a_verification_that_cannot_be_is_refused_with_its_field(world: World, values: dict, field: str) -> None:
    if "on" in values:
        values = {**values, "on": today() + datetime.timedelta(days=values["on"])}
    with pytest.raises(Refusal) as refused:
        deciding.verify(world.collect(), by=world.collector, **values)
    assert (refused.value.status, refused.value.field) == (400, field)


def test_the_collector_does_not_assess_whichever_way_the_name_is_written(world: World) -> None:
    namesake = Actor(uuid7(), " 马 秀兰 ", frozenset({STAFF}))
    for by in (world.collector, namesake):
        for decide in (
            lambda w, by=by: deciding.admit(w, by=by),
            lambda w, by=by: deciding.decline(w, reason="太贵", by=by),
            lambda w, by=by: deciding.refer(w, channel="残联", by=by),
            lambda w, by=by: deciding.send_back(w, reason="补", by=by),
        ):
            wish = world.wish(S.VERIFIED)
            if by is namesake:
                # An imported row names its collector, and no account.
                type(wish).objects.filter(pk=wish.pk).update(collector_id=None)
            with pytest.raises(Refusal, match="assessor_is_collector"):
                decide(wish)


@pytest.mark.parametrize(
    "written",
    [
        "马秀兰、王强",
        "王强 马秀兰",
        "马秀兰/王强",
        "马秀兰（网格员）",
        "网格员马秀兰",
        "社区工作人员：马秀兰",
        "马秀兰和王强",
        "王强，马秀兰等3人",
    ],
)
def test_one_of_several_collectors_does_not_assess(world: World, written: str) -> None:
    wish = world.wish(S.VERIFIED, collector_name=written, collector_id=None)
    with pytest.raises(Refusal, match="assessor_is_collector"):
        deciding.admit(wish, by=world.collector)
    assert deciding.admit(wish, by=world.assessor).state == S.ADMITTED


@pytest.mark.parametrize("written", ["马秀", "秀兰", "马秀兰芳", "王强", ""])
def test_a_name_that_is_like_the_collectors_may_assess(world: World, written: str) -> None:
    wish = world.wish(S.VERIFIED, collector_name=written, collector_id=None)
    assert deciding.admit(wish, by=world.collector).state == S.ADMITTED


def test_whose_name_stands_as_collector_after_a_correction_does_not_assess(world: World) -> None:
    wish = world.wish(S.VERIFIED)
    edit_wish(wish, {"collector_name": world.assessor.name}, by=world.collector)
    with pytest.raises(Refusal, match="assessor_is_collector"):
        deciding.admit(wish, by=world.assessor)
    assert deciding.admit(wish, by=world.collector).state == S.ADMITTED


@pytest.mark.parametrize(("verb", "field"), [("decline", "reason"), ("refer", "channel"), ("send_back", "reason")])
def test_a_decision_that_tells_somebody_something_says_what(world: World, verb: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        getattr(deciding, verb)(world.wish(S.VERIFIED), by=world.assessor, **{field: "  "})
    assert (refused.value.status, refused.value.field) == (400, field)


@pytest.mark.parametrize("state", [S.VERIFIED, S.ADMITTED, S.DECLINED, S.REFERRED])
def test_ten_minutes_long_ones_own_decision_is_undone_and_no_longer(world: World, state: str) -> None:
    by = world.collector if state == S.VERIFIED else world.assessor
    back = S.COLLECTED if state == S.VERIFIED else S.VERIFIED
    at_ten, late = world.wish(state), world.wish(state)
    with standing_at(later(minutes=10)):
        assert deciding.undo(at_ten, by=by).state == back
    with standing_at(later(minutes=10, seconds=1)), pytest.raises(Refusal, match="too_late_to_undo"):
        deciding.undo(late, by=by)


def test_a_wish_that_was_sent_back_by_mistake_waits_for_its_assessment_as_before(world: World) -> None:
    wish = world.wish(S.VERIFIED)
    since = wish.state_since
    with standing_at(later(minutes=1)):
        deciding.send_back(wish, reason="补电话", by=world.assessor)
        with pytest.raises(Refusal, match="not_yours"):
            deciding.undo(wish, by=world.administrator, of=deciding.ASSESSED)
    with standing_at(later(minutes=3)):
        deciding.undo(wish, by=world.assessor, of=deciding.ASSESSED)
    wish.refresh_from_db()
    assert (wish.state, wish.state_since) == (S.VERIFIED, since), "and its clock goes on"
    assert [a.undone_at is None for a in wish.assessments.all()] == [False]
    assert [v.undone_at for v in wish.verifications.all()] == [None]
    assert deciding.admit(wish, by=world.assessor).state == S.ADMITTED


def test_somebody_elses_decision_is_not_undone_and_the_sentence_says_whose_it_is(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        deciding.undo(world.wish(S.DECLINED), by=world.administrator)
    assert refused.value.code == "not_yours"
    assert "李国俊" in refused.value.text.zh


def test_a_click_meant_for_the_verification_does_not_undo_an_assessment(world: World) -> None:
    with pytest.raises(Refusal, match="nothing_to_undo"):
        deciding.undo(world.wish(S.ADMITTED), by=world.assessor, of=("verified",))


def test_once_it_has_left_the_house_nothing_is_undone(world: World) -> None:
    with pytest.raises(Refusal, match="nothing_to_undo"):
        deciding.undo(world.wish(S.OPEN), by=world.assessor)


def test_a_correction_in_between_does_not_hinder_undoing(world: World) -> None:
    from tenants.wishes.editing import edit_wish

    wish = world.wish(S.ADMITTED)
    edit_wish(wish, {"budget_yuan": 200}, by=world.administrator)
    assert deciding.undo(wish, by=world.assessor).state == S.VERIFIED


def test_undoing_marks_the_newest_decision_and_no_older_one(world: World) -> None:
    wish = world.wish(S.VERIFIED)
    deciding.send_back(wish, reason="补电话", by=world.assessor)
    with standing_at(later(minutes=1)):
        deciding.verify(wish, manner="telephone", by=world.collector)
    with standing_at(later(minutes=2)):
        deciding.undo(wish, by=world.collector)
    assert [(v.manner, v.undone_at is None) for v in wish.verifications.all()] == [
        ("visit", True),
        ("telephone", False),
    ]
    assert [a.undone_at for a in wish.assessments.all()] == [None]


def test_an_undone_admission_was_never_in_the_pool_and_has_no_branch(world: World) -> None:
    wish = world.wish(S.ADMITTED, branch=world.office)
    deciding.undo(wish, by=world.assessor)
    wish.refresh_from_db()
    assert (wish.admitted_at, wish.branch_id) == (None, None)


def test_an_undone_admission_keeps_a_branch_that_asked_for_it(world: World) -> None:
    wish = world.wish(S.ADMITTED, branch=world.office)
    Wish.objects.filter(pk=wish.pk).update(branch_fixed=True)
    deciding.undo(wish, by=world.assessor)
    wish.refresh_from_db()
    assert wish.branch_id == world.office.pk


def test_a_decision_before_breakfast_stands_under_the_day_that_it_was_here(world: World) -> None:
    wish = world.wish(S.VERIFIED)
    with standing_at(MONDAY.replace(hour=7)):
        deciding.admit(wish, by=world.assessor)
    assert {decision["on"] for decision in decisions(wish)} == {MONDAY.date()}


def test_openings_are_undone_together_except_of_what_was_claimed_meanwhile(world: World) -> None:
    free, taken = world.wish(S.OPEN), world.wish(S.OPEN)
    admitted_at = free.admitted_at
    claiming.claim(taken, member=world.zhang, by=world.as_member(world.zhang))
    undone, refused = deciding.undo_openings([free, taken], by=world.assessor)
    assert ([wish.pk for wish in undone], list(refused)) == ([free.pk], [taken.number])
    free.refresh_from_db()
    assert (free.state, free.opened_at, free.branch_only_until, free.admitted_at) == (
        S.ADMITTED,
        None,
        None,
        admitted_at,
    )
    assert not free.assessments.exclude(undone_at=None).exists()
    open_wish(free, by=world.assessor)


@pytest.mark.parametrize("state", [S.COLLECTED, S.VERIFIED, S.ADMITTED, S.OPEN])
def test_a_withdrawal_is_undone_to_where_the_wish_stood(world: World, state: str) -> None:
    wish = withdraw(world.wish(state), reason="moved_away", by=world.assessor)
    assert deciding.undo(wish, by=world.assessor, of=("withdrawn",)).state == state


def test_the_withdrawal_of_a_claimed_wish_is_not_undone(world: World) -> None:
    wish = giving_up.withdraw(world.wish(S.CLAIMED), reason="moved_away", by=world.assessor)
    with pytest.raises(Refusal, match="nothing_to_undo"):
        deciding.undo(wish, by=world.assessor, of=("withdrawn",))


def test_a_colleague_with_the_collectors_name_may_assess_for_accounts_are_compared(world: World) -> None:
    deciding.admit(world.wish(S.VERIFIED), by=Actor(uuid7(), world.collector.name, frozenset({STAFF})))
