"""Whoever takes over a claim learns of it: once, by day, as long as it is so."""

from datetime import date

from django.db import transaction

from hub.bells.ringing import LADDER, due
from hub.clock import now, standing_at
from hub.sms.models import Message
from tenants.claims.extending import extend
from tenants.claims.giving_up import recall
from tenants.claims.handing_over import hand_over
from tenants.claims.models import Claim
from tenants.closing.leaving import HAND_OVER, leave_member
from tenants.escalation.models import StepMessage, StepTaken
from tenants.escalation.rechecking import withdraw_untrue
from tenants.escalation.taking import next_moment, take_due_steps
from tenants.escalation.visiting import to_visit
from tenants.members.register import edit_member
from tenants.wishes.models import Wish
from tests.tenants.escalation.reminding import claimed, climb
from tests.world import World, later


def look() -> None:
    with transaction.atomic():
        take_due_steps(now())


def told() -> list[tuple[str, str, dict[str, str]]]:
    return [(m.phone or "", m.template, m.params or {}) for m in Message.objects.order_by("created_at", "id")]


def given_to_qi(world: World) -> Claim:
    return hand_over(claimed(world), to=world.qi, by=world.administrator, reason="张建国调走了")


def test_who_takes_over_a_leaving_members_claim_is_told_at_once(world: World) -> None:
    claim = claimed(world)
    with standing_at(later(days=2)):
        leave_member(world.zhang, claims=HAND_OVER, to=world.qi, by=world.administrator)
        assert world.community.pk in due()[LADDER]
        look()
    deadline = Claim.objects.get(wish=claim.wish, ended_at=None).deadline
    assert deadline == date(2026, 4, 1)
    assert told() == [(world.qi.phone, "handover_one", {"no": "HH26-001", "date": "4月1日", "org": "海鸿社区"})]
    part = StepMessage.objects.get()
    assert (part.audience, part.member_id, part.step.key) == ("claimer", world.qi.pk, "handover")


def test_of_several_in_one_message_and_only_once(world: World) -> None:
    for wish in (world.wish(Wish.State.CLAIMED), world.wish(Wish.State.CLAIMED)):
        hand_over(world.claim_of(wish), to=world.qi, by=world.administrator)
    for _ in range(3):
        look()
    assert told() == [(world.qi.phone, "handover_many", {"count": "2", "date": "3月30日", "org": "海鸿社区"})]


def test_who_claims_by_themselves_is_told_nothing(world: World) -> None:
    claimed(world)
    look()
    assert told() == []


def test_a_second_one_on_the_same_day_is_told_the_next_morning(world: World) -> None:
    given_to_qi(world)
    look()
    hand_over(claimed(world), to=world.qi, by=world.administrator)
    look()
    assert [params["no"] for _, _, params in told()] == ["HH26-001"]
    with standing_at(later(days=1)):
        look()
    assert [params["no"] for _, _, params in told()] == ["HH26-001", "HH26-002"]


def test_in_the_evening_it_waits_for_nine_o_clock(world: World) -> None:
    with standing_at(later(hours=12)):
        given_to_qi(world)
        look()
        assert told() == []
        assert next_moment(now()) == later(hours=23)
    with standing_at(later(hours=23)):
        look()
    assert len(told()) == 1


def test_taken_back_before_it_was_sent_it_is_never_sent(world: World) -> None:
    claim = given_to_qi(world)
    look()
    recall(claim, reason="交错了人", by=world.administrator)
    withdraw_untrue(world.community)
    message = Message.objects.get()
    assert (message.state, message.why) == (Message.State.SUPPRESSED, "no_longer_true")


def test_handed_on_before_it_was_sent_the_third_one_alone_is_told(world: World) -> None:
    claim = given_to_qi(world)
    look()
    hand_over(claim, to=world.han, by=world.administrator)
    look()
    withdraw_untrue(world.community)
    assert [m.phone for m in Message.objects.filter(state=Message.State.DUE)] == [world.han.phone]


def test_with_more_time_given_before_it_was_sent_it_names_the_new_day(world: World) -> None:
    claim = given_to_qi(world)
    look()
    extend(claim, days=1, reason="货没到", by=world.assessor)
    look()
    withdraw_untrue(world.community)
    assert [params["date"] for _, _, params in told()] == ["3月31日"]
    assert StepTaken.objects.count() == 1


def test_more_time_later_does_not_say_it_again_and_the_reminders_follow(world: World) -> None:
    claim = given_to_qi(world)
    look()
    with standing_at(later(days=3)):
        extend(claim, days=1, reason="货没到", by=world.assessor)
        look()
    claim.refresh_from_db()
    climb(claim, -5)
    assert [template for _, template, _ in told()] == ["handover_one", "reminder_one"]


def test_who_has_no_telephone_stands_on_the_visit_list(world: World) -> None:
    edit_member(world.qi, {"phone": ""}, by=world.administrator)
    given_to_qi(world)
    look()
    [person] = to_visit()
    assert (person.member.pk, person.kinds, person.whys) == (world.qi.pk, ["handover"], ["no_phone"])
