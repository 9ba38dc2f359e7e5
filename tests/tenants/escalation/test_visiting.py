"""Whom no message reaches is told in person."""

import datetime

import pytest

from hub.clock import standing_at
from hub.refusal import Refusal
from hub.sms.erasing import erase_old_messages
from hub.sms.gateways.base import Refused
from hub.sms.inbound import receive
from hub.sms.sender import send_due
from tenants.escalation.models import Visit
from tenants.escalation.said import about_wish, to_member
from tenants.escalation.visiting import mark_visited, take_back_visit, to_visit, visited
from tenants.members.register import edit_member
from tests.hub.sms.gateways import Answering, Provider
from tests.tenants.claims.racing import at_once, codes, won
from tests.tenants.escalation.reminding import claimed, climb
from tests.world import World

pytestmark = pytest.mark.django_db


def whom() -> list[tuple[str, list[str], list[str]]]:
    return [(person.member.name, person.whys, [w.item for w in person.wishes.values()]) for person in to_visit()]


def test_a_landline_a_stopped_and_a_refused_number_and_no_number_are_on_the_list(world: World) -> None:
    edit_member(world.qi, {"phone": "0972-8512345"}, by=world.administrator)
    edit_member(world.han, {"phone": ""}, by=world.administrator)
    first = claimed(world)
    for member, item in ((world.qi, "棉被"), (world.han, "书包"), (world.stranger, "台灯")):
        claimed(world, member=member, item=item)
    receive(world.zhang.phone, "T")
    with standing_at(climb(first, -5)):
        send_due(Answering(lambda _: Refused("isv.MOBILE_NUMBER_ILLEGAL", "message")))
        assert sorted(whom()) == [
            ("张建国", ["stop_list"], ["电饭锅"]),
            ("白玉兰", ["failed"], ["台灯"]),
            ("祁文斌", ["landline"], ["棉被"]),
            ("韩雪", ["no_phone"], ["书包"]),
        ]


def test_whom_a_message_reached_is_not_visited(world: World) -> None:
    with standing_at(climb(claimed(world), -5)):
        send_due(Provider())
        assert whom() == []


def test_nobody_need_go_once_the_gift_is_delivered(world: World) -> None:
    claim = claimed(world)
    receive(world.zhang.phone, "T")
    with standing_at(climb(claim, -5)):
        send_due(Provider())
        assert len(whom()) == 1
        world.deliver(claim)
        assert whom() == []


def test_one_visit_settles_everything_that_could_not_be_said_and_can_be_taken_back(world: World) -> None:
    one = claimed(world)
    claimed(world, item="棉被")
    receive(world.zhang.phone, "T")
    for days in (-5, -1):
        with standing_at(climb(one, days)) as _:
            send_due(Provider())
    [person] = to_visit()
    assert (len(person.purposes), sorted(w.item for w in person.wishes.values())) == (2, ["棉被", "电饭锅"])

    told_in = mark_visited(world.zhang, note="已上门，周五送到", by=world.collector)
    assert whom() == []
    [made] = visited()
    assert (made.id, made.note, made.by, len(made.wishes)) == (told_in, "已上门，周五送到", "马秀兰", 2)
    assert [about.visit.note for about in about_wish(one.wish) if about.visit] == ["已上门，周五送到"] * 2

    take_back_visit(told_in)
    assert [name for name, _, _ in whom()] == ["张建国"]
    with pytest.raises(Refusal, match="not_found"):
        take_back_visit(told_in)


def test_a_visit_without_a_note_or_a_reason_is_refused(world: World) -> None:
    with pytest.raises(Refusal, match="note_missing"):
        mark_visited(world.zhang, note=" ", by=world.collector)
    with pytest.raises(Refusal, match="nobody_to_visit"):
        mark_visited(world.zhang, note="已上门", by=world.collector)


@pytest.mark.django_db(transaction=True)
def test_two_who_mark_the_same_person_at_once_make_one_visit(world: World) -> None:
    claim = claimed(world)
    receive(world.zhang.phone, "T")
    with standing_at(climb(claim, -5)):
        send_due(Provider())
        results = at_once(world.community, [lambda: mark_visited(world.zhang, note="已上门", by=world.collector)] * 5)
    assert len(won(results)) == 1
    assert codes(results) == ["nobody_to_visit"] * 4
    assert Visit.objects.count() == 1


def test_after_erasure_kind_day_and_state_remain(world: World) -> None:
    claim = claimed(world)
    at = climb(claim, -5)
    with standing_at(at):
        send_due(Provider())
        [before] = to_member(world.zhang)
        assert claim.wish.number in before.said.text
        assert before.said.phone == "139****0001"
    with standing_at(at + datetime.timedelta(days=31)):
        erase_old_messages()
        [after] = about_wish(claim.wish)
    assert (after.said.kind, after.said.state, after.said.at) == ("reminder", "accepted", before.said.at)
    assert (after.said.text, after.said.phone, after.said.erased) == ("", "", True)
