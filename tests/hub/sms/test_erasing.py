"""After 30 days the ledger counts and says nothing."""

import datetime
from collections import Counter

import pytest

from hub.clock import TIME_ZONE, standing_at, today
from hub.communities.models import Community
from hub.sms.erasing import erase_old_messages
from hub.sms.inbound import receive
from hub.sms.models import Message, OutboxEntry, Stop
from hub.sms.said import count_messages, of, said
from hub.sms.send import say
from hub.sms.sender import send_due
from hub.sms.stop_list import lift
from tests.hub.accounts.office import MA, STRANGER
from tests.hub.sms.gateways import Blind, Provider
from tests.hub.sms.noon import NOON, at_noon
from tests.hub.sms.test_stop_list import OPERATING, code, decision

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
__all__ = ["at_noon"]

BARELY = NOON + datetime.timedelta(days=30)
AFTER = BARELY + datetime.timedelta(minutes=1)


def counts(community: Community) -> dict[str, dict[str, int]]:
    return count_messages(community, NOON.astimezone(TIME_ZONE).date(), today())


@pytest.fixture
def written(haihong: Community) -> list[Message]:
    """One of each fate: accepted, unknown for good, landline, still waiting, and one of tomorrow."""
    accepted = decision("accepted", haihong)
    send_due()
    unknown = decision("unknown", haihong, STRANGER)
    send_due(Blind())
    landline = decision("landline", haihong, "+869728512345")
    waiting = decision("waiting", haihong)
    Message.objects.filter(pk=waiting.pk).update(not_before=NOON + datetime.timedelta(days=300))
    return [accepted, unknown, landline, waiting]


def test_number_parameters_and_index_go_and_every_count_stays(haihong: Community, written: list[Message]) -> None:
    with standing_at(BARELY):
        assert erase_old_messages() == 0
    with standing_at(AFTER):
        assert erase_old_messages() == 4
        assert erase_old_messages() == 0
        assert counts(haihong) == {"decision": {"accepted": 1, "unknown": 1, "suppressed": 1, "expired": 1}}
    for message in Message.objects.all():
        assert (message.phone, message.phone_blind, message.params) == (None, None, None)
        shown = said(message)
        assert (shown.text, shown.phone, shown.erased, shown.kind) == ("", "", True, "decision")
    assert Message.objects.get(purpose="landline").why == "landline"


def test_what_is_newer_stays_readable(haihong: Community, written: list[Message]) -> None:
    with standing_at(AFTER):
        new = decision("new", haihong)
        erase_old_messages()
        assert said(Message.objects.get(pk=new.pk)).phone == "139****0422"
        send_due(Provider())
        assert Counter(of(haihong).values_list("state", flat=True))["accepted"] == 2


def test_an_erased_unknown_message_is_asked_about_no_more(haihong: Community, written: list[Message]) -> None:
    with standing_at(AFTER):
        erase_old_messages()
        send_due(Provider())
    assert Message.objects.get(purpose="unknown").state == Message.State.UNKNOWN


def test_a_call_that_may_still_be_running_is_left_alone(haihong: Community) -> None:
    message = decision("sending", haihong)
    with standing_at(AFTER):
        Message.objects.filter(pk=message.pk).update(
            state=Message.State.SENDING, reference=message.pk, lease_until=AFTER + datetime.timedelta(minutes=1)
        )
        assert erase_old_messages() == 0
    with standing_at(AFTER + datetime.timedelta(minutes=2)):
        assert erase_old_messages() == 1
    assert Message.objects.get().state == Message.State.UNKNOWN


def test_outbox_entries_and_lifted_stops_go_and_a_living_stop_stays(haihong: Community) -> None:
    code("code", haihong)
    send_due()
    receive(MA, "T")
    stop = receive(STRANGER, "T")
    assert stop is not None
    lift(stop, by=OPERATING)
    with standing_at(AFTER):
        erase_old_messages()
    assert not OutboxEntry.objects.exists()
    assert [found.phone for found in Stop.objects.all()] == [MA]


def test_whoever_asks_for_an_erased_purpose_again_says_nothing_twice(haihong: Community) -> None:
    decision("once", haihong)
    send_due(Provider())
    with standing_at(AFTER):
        erase_old_messages()
        again = say(
            purpose="once",
            template="decision_many",
            phone=MA,
            params={"org": "海鸿社区", "count": "2"},
            community=haihong,
        )
        gateway = Provider()
        send_due(gateway)
    assert (again.state, gateway.taken) == ("accepted", [])
