"""Who wants no messages gets none, wherever it was said, and can still sign in."""

import pytest

from hub.actor import OPERATOR, STAFF, Actor
from hub.communities.models import Community
from hub.identifiers import uuid7
from hub.refusal import Refusal
from hub.sms.inbound import asks_to_stop, receive
from hub.sms.models import Message, Stop
from hub.sms.send import say
from hub.sms.sender import send_due
from hub.sms.stop_list import lift, put_on, stop_of
from tests.hub.accounts.office import MA, STRANGER
from tests.hub.sms.gateways import Provider
from tests.hub.sms.noon import at_noon
from tests.tenants.claims.racing import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
__all__ = ["at_noon"]

CLERK = Actor(uuid7(), "王晓", frozenset({STAFF}))
OPERATING = Actor(uuid7(), "运营员", frozenset({OPERATOR}))


def decision(purpose: str, community: Community | None, phone: str = MA) -> Message:
    return say(
        purpose=purpose,
        template="decision_many",
        phone=phone,
        params={"org": "海鸿社区", "count": "2"},
        community=community,
    )


def code(purpose: str, community: Community | None) -> Message:
    return say(
        purpose=purpose,
        template="one_time_code",
        phone=MA,
        params={"code": "123456", "minutes": "5"},
        community=community,
    )


def fate(message: Message) -> tuple[str, str]:
    message.refresh_from_db()
    return message.state, message.why


def test_a_number_that_answered_stop_gets_no_more_from_any_community(haihong: Community, binhe: Community) -> None:
    assert receive(MA, " 退订。") is not None
    messages = [decision("1", haihong), decision("2", binhe), decision("3", None)]
    other = decision("4", haihong, STRANGER)
    gateway = Provider()
    send_due(gateway)

    assert {fate(message) for message in messages} == {("suppressed", "stop_list")}
    assert fate(other) == ("accepted", "")
    assert gateway.times_sent() == {STRANGER: 1}


def test_what_was_written_before_the_stop_is_kept_back_too(haihong: Community) -> None:
    message = decision("1", haihong)
    receive(MA, "TD")
    send_due(Provider())
    assert fate(message) == ("suppressed", "stop_list")


def test_what_staff_noted_holds_in_their_community_alone(haihong: Community, binhe: Community) -> None:
    put_on(MA, source=Stop.Source.STAFF, reason="本人说不要短信", community=haihong, by=CLERK)
    here, there = decision("1", haihong), decision("2", binhe)
    send_due(Provider())

    assert fate(here) == ("suppressed", "stop_list")
    assert fate(there) == ("accepted", "")
    assert stop_of(MA, binhe) is None


def test_a_code_that_the_person_asks_for_now_is_sent_all_the_same(haihong: Community) -> None:
    receive(MA, "T")
    message = code("code", haihong)
    send_due(Provider())
    assert fate(message) == ("accepted", "")


def test_a_lifted_number_gets_messages_again(haihong: Community) -> None:
    stop = receive(MA, "停")
    assert stop is not None
    lift(stop, by=OPERATING)
    message = decision("1", haihong)
    send_due(Provider())

    assert fate(message) == ("accepted", "")
    with pytest.raises(Refusal, match="lifted_already"):
        lift(stop, by=OPERATING)


def test_staff_lift_their_own_stop_and_no_other(haihong: Community, binhe: Community) -> None:
    by_reply = receive(MA, "stop")
    theirs = put_on(STRANGER, source=Stop.Source.STAFF, reason="本人说", community=binhe, by=CLERK)
    assert by_reply is not None
    for stop in (by_reply, theirs):
        with pytest.raises(Refusal, match="stop_of_others"):
            lift(stop, by=CLERK, community=haihong)


def test_a_number_is_put_on_once_also_by_two_at_the_same_moment(haihong: Community) -> None:
    assert receive(MA, "T") == receive("139 0012 0422", "退订")
    put_on(MA, source=Stop.Source.STAFF, reason="本人说", community=haihong, by=CLERK)
    assert Stop.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_the_same_moment_are_one_stop(haihong: Community) -> None:
    results = at_once(haihong, [lambda: receive(MA, "T")] * 6)
    assert not [result for result in results if isinstance(result, BaseException)]
    assert Stop.objects.count() == 1


@pytest.mark.parametrize(("phone", "reason", "code"), [("12", "本人说", "no_phone"), (MA, " ", "reason_missing")])
def test_bad_input_is_refused_with_the_field(phone: str, reason: str, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        put_on(phone, source=Stop.Source.OPERATOR, reason=reason, by=OPERATING)


@pytest.mark.parametrize("text", ["T", "ｔｄ", "退订", " 退订！", "Stop.", "不要发了", "QX"])
def test_stop_is_understood_as_people_write_it(text: str) -> None:
    assert asks_to_stop(text)


@pytest.mark.parametrize("text", ["", "好的", "收到，谢谢", "我停两天再送", "？"])
def test_other_answers_stop_nothing(text: str) -> None:
    assert not asks_to_stop(text)
    assert receive(MA, text) is None
    assert not Stop.objects.exists()
