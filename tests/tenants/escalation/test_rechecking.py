"""A wish that was delivered, handed back or extended meanwhile gets no message (domain.md, Escalation ladder)."""

import datetime
from collections.abc import Callable

import pytest

from hub.accounts.inviting import invite
from hub.actor import STAFF
from hub.clock import standing_at
from hub.sms.models import Message
from hub.sms.sender import send_due
from hub.sms.withdrawing import withdraw_untrue
from tenants.claims import extending, giving_up
from tenants.claims.claiming import claim
from tenants.claims.models import Claim
from tenants.escalation.models import StepMessage
from tenants.escalation.visiting import to_visit
from tenants.members.register import edit_member
from tenants.wishes.models import Wish
from tests.hub.sms.gateways import Provider
from tests.tenants.escalation.reminding import claimed, climb, moment
from tests.world import World, later

pytestmark = pytest.mark.django_db


def fates() -> list[tuple[str, str, str]]:
    return list(Message.objects.order_by("created_at", "id").values_list("template", "state", "why"))


def deliver(world: World, claim: Claim) -> object:
    return world.deliver(claim)


def hand_back(world: World, claim: Claim) -> object:
    return giving_up.hand_back(claim, by=world.as_member(claim.member))


def recall(world: World, claim: Claim) -> object:
    return giving_up.recall(claim, reason="联系不上", by=world.collector)


def extend(world: World, claim: Claim) -> object:
    return extending.extend(claim, days=5, reason="快递晚到", by=world.collector)


@pytest.mark.parametrize("meanwhile", [deliver, hand_back, recall, extend], ids=lambda verb: verb.__name__)
def test_what_is_no_longer_true_is_suppressed_right_before_it_would_be_sent(
    world: World, meanwhile: Callable[[World, Claim], object]
) -> None:
    claim = claimed(world)
    at = climb(claim, -5)
    with standing_at(at + datetime.timedelta(minutes=1)):
        meanwhile(world, claim)
        gateway = Provider()
        send_due(gateway)

    assert fates() == [("reminder_one", "suppressed", "no_longer_true")]
    assert gateway.taken == []


def test_what_is_still_true_is_sent(world: World) -> None:
    claim = claimed(world)
    with standing_at(climb(claim, -5)):
        send_due(Provider())
    assert fates() == [("reminder_one", "accepted", "")]


def test_a_digest_of_which_a_part_is_void_speaks_of_the_rest(world: World) -> None:
    one, other = claimed(world), claimed(world, item="棉被")
    at = climb(one, -5)
    assert fates() == [("reminder_many", "due", "")]
    with standing_at(at):
        deliver(world, one)
        send_due(Provider())  # it is another template now, and goes in the same look

    message = Message.objects.get()
    assert (message.template, message.state) == ("reminder_one", "accepted")
    assert message.params is not None
    assert message.params["no"] == other.wish.number
    assert [part.step.wish_id for part in StepMessage.objects.all()] == [other.wish_id], "nobody was told of the other"


def test_nobody_is_reminded_of_a_deadline_that_has_passed_and_the_other_wish_is_not_forgotten(world: World) -> None:
    one = claimed(world)
    with standing_at(later(days=4)):
        other = claimed(world, item="棉被")
    climb(one, 0)
    assert fates() == [("reminder_many", "due", "")]
    with standing_at(moment(one, 1)):
        send_due(Provider())
    message = Message.objects.get(template="reminder_one")
    assert message.state == "accepted"
    assert message.params is not None
    assert message.params["no"] == other.wish.number


def test_who_has_another_telephone_now_is_told_there_and_whoever_has_the_old_one_hears_nothing(world: World) -> None:
    claim = claimed(world)
    with standing_at(climb(claim, -5)):
        edit_member(claim.member, {"phone": "13909739999"}, by=world.administrator)
        gateway = Provider()
        send_due(gateway)
    assert [phone for _, phone in gateway.taken] == ["+8613909739999"]


def test_who_has_no_telephone_any_more_is_to_be_told_in_person(world: World) -> None:
    claim = claimed(world)
    with standing_at(climb(claim, -5)):
        edit_member(claim.member, {"phone": ""}, by=world.administrator)
        gateway = Provider()
        send_due(gateway)
        assert gateway.taken == []
        assert fates() == [("reminder_one", "suppressed", "no_number")]
        assert [person.member.pk for person in to_visit()] == [claim.member_id]


def test_what_was_sent_already_stays_as_it_was(world: World) -> None:
    claim = claimed(world)
    with standing_at(climb(claim, -5)):
        send_due(Provider())
        deliver(world, claim)
        send_due(Provider())
    assert fates() == [("reminder_one", "accepted", "")]
    assert StepMessage.objects.count() == 1


def test_a_notice_about_a_wish_that_somebody_claimed_meanwhile_is_void(world: World) -> None:
    invite("13909730002", "赵敏", {STAFF}, community=world.community, by=world.administrator)
    wish = world.wish(Wish.State.OPEN)
    at = climb(claimed(world, item="棉被"), 1)
    with standing_at(at):
        assert "notice_staff_one" in [template for template, _, _ in fates()]
        claim(wish, member=world.han, by=world.as_member(world.han))
        send_due(Provider())
    assert ("notice_staff_one", "suppressed", "no_longer_true") in fates()


def test_a_community_that_cannot_look_keeps_its_messages_and_not_the_others(world: World, settings: object) -> None:
    claim = claimed(world)
    at = climb(claim, -5)
    settings.WISHBRIDGE_WITHDRAW_UNTRUE = f"{__name__}.fail"  # type: ignore[attr-defined]
    with standing_at(at):
        assert withdraw_untrue([world.community]) == {world.community}
        assert send_due(Provider()) == 0
    assert fates() == [("reminder_one", "due", "")]


def fail(community: object) -> None:
    raise LookupError("its schema is being restored")
