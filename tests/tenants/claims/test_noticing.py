"""What others do to a claim, its claimer finds on their page; what they did themselves makes no notice."""

import datetime
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from hub.actor import MEMBER, OPERATOR, STAFF, SYSTEM, Actor
from hub.calendars.arranging import arrange
from hub.calendars.library import library_year
from hub.calendars.year import Holiday
from hub.clock import standing_at
from hub.identifiers import uuid7
from tenants.claims import claiming, delivering, extending, giving_up, handing_over
from tenants.claims.changing import change_person, change_wish
from tenants.claims.models import Claim, ClaimNotice, FollowUp
from tenants.claims.noticing import mark_read, notices_of, sentence_of
from tenants.claims.undoing import undo_act
from tenants.escalation.recalculating import recalculate_deadlines
from tenants.members.models import Member
from tenants.wishes.models import Wish
from tests.world import MONDAY, World, later

S = Wish.State


def told(member: Member) -> list[str]:
    """Kinds, the oldest first."""
    return [notice.kind for notice in reversed(notices_of(member.pk))]


def said(member: Member) -> str:
    notice = notices_of(member.pk).first()
    assert notice is not None
    return sentence_of(notice)


def claimed(world: World, **values: Any) -> Claim:
    return world.claim_of(world.wish(S.CLAIMED, **values))


def asked(world: World) -> Any:
    claim = claimed(world)
    return extending.ask_for_extension(claim, days=3, reason="货没到", by=world.as_member(claim.member))


DISSATISFIED = FollowUp.Outcome.NOT_SATISFIED
BY_OTHERS: dict[str, Callable[[World], object]] = {
    "claimed": lambda w: claiming.claim(w.wish(S.OPEN), member=w.zhang, by=w.assessor, channel="paper"),
    "handed_over": lambda w: handing_over.hand_over(claimed(w), to=w.qi, by=w.assessor),
    "recalled": lambda w: giving_up.recall(claimed(w), reason="联系不上本人", by=w.assessor),
    "handed_back": lambda w: giving_up.hand_back(claimed(w), by=w.assessor),
    "withdrawn": lambda w: giving_up.withdraw(claimed(w).wish, reason="deceased", remark="昨天走了", by=w.assessor),
    "extended": lambda w: extending.extend(claimed(w), days=2, reason="在外地", by=w.assessor),
    "extension_refused": lambda w: extending.refuse(asked(w), reason="等不了", by=w.assessor),
    "delivered": lambda w: delivering.deliver(claimed(w), evidence="witness", by=w.assessor),
    "not_confirmed": lambda w: delivering.reject(w.wish(S.DELIVERED), reason="没收到", by=w.assessor),
    "changed": lambda w: change_wish(claimed(w).wish, {"item": "电磁炉"}, by=w.assessor),
    "reopened": lambda w: w.follow_up(w.wish(S.FULFILLED), DISSATISFIED, remark="坏了", claimer_agrees=True),
}


@pytest.mark.parametrize("kind", BY_OTHERS)
def test_each_thing_that_others_do_is_told_once_in_both_languages_without_reason_or_resident(
    world: World, kind: str
) -> None:
    BY_OTHERS[kind](world)
    assert told(world.zhang) == [kind]
    chinese = said(world.zhang)
    with translation.override("en"):
        english = said(world.zhang)
    assert chinese != english
    for text in (chinese, english):
        assert "HH26-001" in text
        assert "{" not in text
        for secret in ("马福山", "滨河小区", "走了", "联系不上", "去世", "deceased"):
            assert secret not in text


def test_a_backstop_that_takes_a_claim_is_told_as_a_recall(world: World) -> None:
    giving_up.backstop(claimed(world).wish, reason="等不了", by=world.assessor)
    assert told(world.zhang) == ["recalled"]


def test_whoever_takes_over_is_told_with_the_deadline(world: World) -> None:
    handing_over.hand_over(claimed(world), to=world.qi, by=world.assessor)
    assert told(world.qi) == ["taken_over"]
    assert "3月30日" in said(world.qi)


def test_a_recall_by_itself_says_so(world: World) -> None:
    giving_up.recall(claimed(world), reason="逾期", by=SYSTEM)
    assert "自动收回" in said(world.zhang)


def test_a_granted_request_is_told_as_agreed_to_with_the_new_deadline(world: World) -> None:
    extending.grant(asked(world), by=world.assessor)
    assert told(world.zhang) == ["extended"]
    assert "同意" in said(world.zhang)
    assert "4月2日" in said(world.zhang)


def test_a_deadline_moved_by_the_calendar_is_told(world: World) -> None:
    with standing_at(MONDAY.replace(year=2027, month=1, day=20)):
        claim = claimed(world)
        free = [each for each in library_year(2027).holidays if "春节" not in each.name]
        festival = Holiday("春节", date(2027, 2, 4), date(2027, 2, 11))
        operator = Actor(uuid7(), "运营员", frozenset({OPERATOR}))
        arrange(2027, holidays=[*free, festival], make_up_days=[date(2027, 1, 30)], by=operator)
        recalculate_deadlines(MONDAY.replace(year=2027, month=1, day=20))
        recalculate_deadlines(MONDAY.replace(year=2027, month=1, day=20))
    assert told(claim.member) == ["deadline_moved"]
    assert "2月17日" in said(claim.member)


def test_what_the_member_did_makes_no_notice_whatever_else_they_are(world: World) -> None:
    me = Actor(uuid7(), world.zhang.name, frozenset({STAFF, MEMBER}), world.zhang.pk)
    claim = claiming.claim(world.wish(S.OPEN), member=world.zhang, by=me)
    extending.ask_for_extension(claim, days=2, reason="货没到", by=me)
    extending.take_back(claim.extensions.get(), by=me)
    world.deliver(claim, by=me)
    other = claiming.claim(world.wish(S.OPEN), member=world.zhang, by=me)
    giving_up.hand_back(other, by=me)
    assert told(world.zhang) == []


@pytest.mark.parametrize(
    "kind", ["claimed", "recalled", "handed_back", "extended", "extension_refused", "not_confirmed", "reopened"]
)
def test_who_undoes_takes_the_notice_back_and_an_earlier_one_stays(world: World, kind: str) -> None:
    BY_OTHERS[kind](world)
    wish = Wish.objects.get()
    if kind in ("claimed", "reopened"):
        undo_act(wish, kind, by=world.assessor)
        assert told(world.zhang) == []
        return
    undo_act(wish, kind, by=world.assessor)
    assert told(world.zhang) == []
    if kind == "extended":
        with standing_at(later(minutes=5)):
            extending.extend(world.claim_of(wish), days=2, reason="在外地", by=world.assessor)
        with standing_at(later(minutes=10)):
            extending.extend(world.claim_of(wish), days=2, reason="还在外地", by=world.assessor)
            undo_act(wish, kind, by=world.assessor)
        assert told(world.zhang) == ["extended"]


def test_a_backstop_undone_takes_its_notice_back(world: World) -> None:
    wish = claimed(world).wish
    giving_up.backstop(wish, reason="等不了", by=world.assessor)
    undo_act(wish, "backstopped", by=world.assessor)
    assert told(world.zhang) == []


def test_a_new_address_of_the_resident_is_told_to_each_claimer_and_not_named(world: World) -> None:
    one, other = claimed(world), claimed(world, item="棉被", member=world.qi)
    change_person(world.elder, {"address": "建设巷7号楼3单元502室"}, by=world.assessor)
    assert told(one.member) == told(other.member) == ["changed"]
    assert "住址" in said(one.member)
    assert "建设巷" not in said(one.member)


def test_what_changes_nothing_that_was_promised_is_not_told(world: World) -> None:
    wish = claimed(world).wish
    change_wish(wish, {"public_text": "一位老人想做饭", "story": "屋里冷"}, by=world.assessor)
    change_person(world.elder, {"situation": "独居", "age": 83}, by=world.assessor)
    change_wish(world.wish(S.OPEN, item="棉被"), {"item": "被子"}, by=world.assessor)
    assert ClaimNotice.objects.count() == 0


def test_read_is_what_was_seen_and_nobody_marks_anothers(world: World) -> None:
    giving_up.recall(claimed(world), reason="联系不上", by=world.assessor)
    giving_up.recall(claimed(world, member=world.qi), reason="联系不上", by=world.assessor)
    theirs = [notices_of(member.pk).get() for member in (world.zhang, world.qi)]
    mark_read(world.zhang.pk, [notice.pk for notice in theirs])
    assert [notices_of(member.pk).get().read_at is None for member in (world.zhang, world.qi)] == [False, True]


def test_a_notice_stays_when_the_claim_has_ended(world: World) -> None:
    claim = claimed(world)
    extending.extend(claim, days=2, reason="在外地", by=world.assessor)
    with standing_at(MONDAY + datetime.timedelta(days=1)):
        giving_up.hand_back(claim, by=world.as_member(claim.member))
    assert told(world.zhang) == ["extended"]
