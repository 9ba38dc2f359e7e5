"""The sender against gateways that fail."""

import datetime
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.db import connection, transaction

from hub.actor import SYSTEM
from hub.clock import now
from hub.sms.gateways.base import Accepted, NotThere, Refused
from hub.sms.models import Message, OutboxEntry, Wording
from hub.sms.outcomes import MOST_ATTEMPTS
from hub.sms.send import say
from hub.sms.sender import LEASE, _take, send_due
from hub.sms.settling import GIVEN_UP_AFTER
from hub.sms.templates import TEMPLATES, Template
from hub.sms.wordings import change_state, waiting
from tests.hub.accounts.office import MA
from tests.hub.sms.gateways import Answering, Blind, Deaf, Flaky, Provider, Silent

State = Message.State
NOON = datetime.datetime(2026, 5, 11, 4, tzinfo=datetime.UTC)
"""12:00 in Asia/Shanghai."""


@pytest.fixture(autouse=True)
def _a_notice() -> Iterator[None]:
    """A template that can wait until the morning, as all will but one."""
    TEMPLATES["notice"] = Template("notice", "{no}号微心愿请于{date}前送达。")
    yield
    del TEMPLATES["notice"]


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with time_machine.travel(NOON):
        yield


def notice(number: int = 0, phone: str = "", **more: object) -> Message:
    return say(
        purpose=f"notice {number}",
        template="notice",
        phone=phone or f"+86139{number:08}",
        params={"no": f"HH26-{number:03}", "date": "5月20日"},
        community=None,
        **more,  # type: ignore[arg-type]
    )


def states() -> dict[str, int]:
    return {
        state: Message.objects.filter(state=state).count()
        for state in set(Message.objects.values_list("state", flat=True))
    }


@pytest.mark.django_db
def test_what_is_due_is_sent_once() -> None:
    gateway, message = Provider(), notice()
    assert send_due(gateway) == 1
    assert send_due(gateway) == 0

    message.refresh_from_db()
    assert (message.state, message.attempt, message.provider_id) == (State.ACCEPTED, 1, "serial 1")
    assert gateway.times_sent() == {message.phone: 1}


@pytest.mark.django_db
def test_messages_of_one_template_travel_by_the_hundred_and_no_number_stands_twice_in_a_call() -> None:
    gateway = Provider()
    for number in range(250):
        notice(number)
    for number in range(250, 253):
        notice(number, phone=MA)
    send_due(gateway)

    assert gateway.calls == [100, 100, 51, 1, 1]
    assert gateway.times_sent()[MA] == 3
    assert len(set(gateway.taken)) == 253


@pytest.mark.django_db
def test_the_local_gateway_keeps_a_readable_text() -> None:
    notice(17, phone=MA)
    send_due()

    entry = OutboxEntry.objects.get()
    assert (entry.phone, entry.text) == (MA, "【连心桥】HH26-017号微心愿请于5月20日前送达。")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("clock", "sent"),
    [("20:59:59", True), ("21:00", False), ("23:30", False), ("03:00", False), ("07:59:59", False), ("08:00", True)],
)
def test_nothing_but_one_time_codes_goes_out_at_night(clock: str, sent: bool) -> None:
    with time_machine.travel(f"2026-05-11T{clock}+08:00", tick=False):
        notice()
        say(
            purpose="code",
            template="one_time_code",
            phone=MA,
            params={"code": "123456", "minutes": "5"},
            community=None,
        )
        gateway = Provider()
        send_due(gateway)

        assert gateway.times_sent()[MA] == 1
        assert len(gateway.taken) == (2 if sent else 1)
    with time_machine.travel("2026-05-12T08:00:00+08:00"):
        send_due(gateway)
        assert len(gateway.taken) == 2, "deferred and not dropped"


@pytest.mark.django_db
def test_a_message_is_not_sent_before_its_time_nor_after_it() -> None:
    gateway = Provider()
    notice(1, not_before=now() + datetime.timedelta(hours=1))
    notice(2, expires_at=now() + datetime.timedelta(minutes=5))
    with time_machine.travel(NOON + datetime.timedelta(minutes=6)):
        send_due(gateway)
        assert states() == {State.DUE: 1, State.EXPIRED: 1}
        assert gateway.taken == []
    with time_machine.travel(NOON + datetime.timedelta(minutes=61)):
        send_due(gateway)
        assert states() == {State.ACCEPTED: 1, State.EXPIRED: 1}


@pytest.mark.django_db
def test_a_lost_answer_is_looked_up_and_nothing_is_sent_again() -> None:
    gateway, message = Silent(), notice()
    send_due(gateway)
    assert Message.objects.get().state == State.UNKNOWN

    send_due(gateway)
    message.refresh_from_db()
    assert (message.state, message.provider_id) == (State.ACCEPTED, "found")
    assert gateway.times_sent() == {message.phone: 1}


@pytest.mark.django_db
def test_a_call_that_never_arrived_is_made_again() -> None:
    notice()
    send_due(Deaf())
    gateway = Provider()
    send_due(gateway)

    assert Message.objects.get().state == State.ACCEPTED
    assert (Message.objects.get().attempt, len(gateway.taken)) == (2, 1)


@pytest.mark.django_db
def test_absence_says_nothing_before_the_provider_shows_what_it_took() -> None:
    class Slow(Silent):
        found_after = datetime.timedelta(minutes=2)

        def look_up(self, message: object) -> NotThere:
            return NotThere()

    gateway = Slow()
    notice()
    send_due(gateway)
    send_due(gateway)
    assert Message.objects.get().state == State.UNKNOWN

    with time_machine.travel(NOON + datetime.timedelta(minutes=2, seconds=1)):
        send_due(Deaf())
        assert Message.objects.get().attempt == 2


@pytest.mark.django_db
def test_what_nobody_can_say_is_not_sent_again_and_stays_unknown() -> None:
    gateway = Blind()
    notice()
    send_due(gateway)
    for minute in range(1, 30):
        with time_machine.travel(NOON + datetime.timedelta(minutes=minute)):
            send_due(gateway)

    message = Message.objects.get()
    assert (message.state, message.attempt, message.why) == (State.UNKNOWN, 1, "TimeoutError")
    assert message.look_up_at is None, f"given up after {GIVEN_UP_AFTER}"


@pytest.mark.django_db
def test_a_refused_message_fails_and_the_others_of_the_call_do_not() -> None:
    bad = notice(1)
    notice(2)
    send_due(
        Answering(lambda m: Refused("isv.MOBILE_NUMBER_ILLEGAL", "message") if m.phone == bad.phone else Accepted())
    )

    bad.refresh_from_db()
    assert (bad.state, bad.why) == (State.FAILED, "isv.MOBILE_NUMBER_ILLEGAL")
    assert states() == {State.FAILED: 1, State.ACCEPTED: 1}


@pytest.mark.django_db
def test_a_limit_of_the_provider_is_waited_for_and_at_last_fails() -> None:
    gateway = Answering(lambda _: Refused("isv.BUSINESS_LIMIT_CONTROL", "later"))
    notice()
    moments = []
    for minute in (*range(30), *range(75, 90), *range(315, 330), *range(400, 410)):
        with time_machine.travel(NOON + datetime.timedelta(minutes=minute), tick=False):
            if send_due(gateway):
                moments.append(minute)

    assert [minute - moments[0] for minute in moments] == [0, 1, 6, 21, 81, 321]
    assert len(moments) == MOST_ATTEMPTS
    assert Message.objects.get().state == State.FAILED


@pytest.mark.django_db
def test_a_wrong_configuration_suspends_the_template_and_fails_no_message() -> None:
    for number in range(3):
        notice(number)
    strict = Answering(lambda _: Refused("isv.SMS_TEMPLATE_ILLEGAL", "configuration"))
    strict.batch = 1  # type: ignore[misc]
    for hour in range(8):
        with time_machine.travel(NOON + datetime.timedelta(hours=hour)):
            send_due(strict)
    assert len(strict.calls) == 1, "the provider is not asked again for what only the operator can mend"

    template = Message.objects.values_list("template", flat=True).first() or ""
    wording = Wording.objects.get(template=template)
    assert (wording.state, "isv.SMS_TEMPLATE_ILLEGAL" in wording.remark) == (Wording.State.SUSPENDED, True)
    assert set(Message.objects.values_list("state", "why")) == {(State.DUE, "template_suspended")}
    assert waiting() == {template: 3}

    with time_machine.travel(NOON + datetime.timedelta(hours=8, minutes=30)):
        change_state(template, "local", Wording.State.APPROVED, by=SYSTEM)
        send_due(Provider())
    assert set(Message.objects.values_list("state", flat=True)) == {State.ACCEPTED}


@pytest.mark.django_db
def test_no_transaction_is_open_during_the_call(django_db_blocker: object) -> None:
    depth = len(connection.atomic_blocks)

    class Looking(Provider):
        def send(self, template, messages):  # type: ignore[no-untyped-def]
            assert len(connection.atomic_blocks) == depth
            assert Message.objects.get().state == State.SENDING
            return super().send(template, messages)

    notice()
    send_due(Looking())
    assert Message.objects.get().state == State.ACCEPTED


@pytest.mark.django_db(transaction=True)
def test_the_sender_refuses_to_work_inside_a_transaction() -> None:
    notice()
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        send_due(Provider())


@pytest.mark.django_db
def test_a_lease_that_runs_out_is_settled_by_asking() -> None:
    taken, untaken = notice(1), notice(2)
    gateway = Provider()
    _, batch = _take(TEMPLATES["notice"], 100, [])
    assert {message.pk for message in batch} == {taken.pk, untaken.pk}
    gateway.taken.append((batch[0].reference, batch[0].phone))  # type: ignore[arg-type]  # then the process was killed

    send_due(gateway)
    assert states() == {State.SENDING: 2}, "it may still be calling"
    with time_machine.travel(now() + LEASE + datetime.timedelta(seconds=1)):
        send_due(gateway)
    assert states() == {State.ACCEPTED: 2}
    assert set(gateway.times_sent().values()) == {1}


@pytest.mark.django_db(transaction=True)
def test_senders_at_the_same_time_share_the_work() -> None:
    for number in range(400):
        notice(number)
    gateways = [Provider() for _ in range(6)]

    def work(gateway: Provider) -> None:
        try:
            send_due(gateway)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(work, gateways))
    sent = [phone for gateway in gateways for _, phone in gateway.taken]
    assert len(sent) == len(set(sent)) == 400
    assert states() == {State.ACCEPTED: 400}


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(5))
def test_a_flaky_provider_gets_each_message_once(seed: int) -> None:
    gateway = Flaky(seed)
    for number in range(300):
        notice(number)
    moment = NOON
    while Message.objects.filter(state__in=[State.DUE, State.SENDING, State.UNKNOWN]).exists():
        moment += datetime.timedelta(minutes=1)
        assert moment < NOON + datetime.timedelta(hours=8), states()
        with time_machine.travel(moment):
            send_due(gateway)

    assert states() == {State.ACCEPTED: 300}
    assert set(gateway.times_sent().values()) == {1}


@pytest.mark.django_db
def test_texts_and_numbers_are_not_in_the_log(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    notice(17, phone=MA)
    send_due(Silent())
    send_due(Blind())

    written = caplog.text + "".join(capsys.readouterr())
    assert "sms_call_failed" in written
    assert not re.search("0012 ?0422|HH26-017", written)
