"""The product's own limits: exact, also with many senders; what is over them leaves a trace."""

import datetime
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import time_machine
from django.db import connection

from hub.clock import TIME_ZONE, standing_at
from hub.communities.models import Community
from hub.sms.erasing import erase_old_messages
from hub.sms.gateways.base import Refused
from hub.sms.limits import COMMUNITY, YEAR, counted
from hub.sms.models import Counted, Message
from hub.sms.send import say
from hub.sms.sender import send_due
from tests.hub.accounts.office import MA
from tests.hub.sms.gateways import Answering, Provider
from tests.hub.sms.noon import NOON, at_noon

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
__all__ = ["at_noon"]

TOMORROW = NOON + datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def _small_limits(settings: Any) -> None:
    settings.WISHBRIDGE_SMS_A_NUMBER_AND_DAY = 3
    settings.WISHBRIDGE_SMS_A_COMMUNITY_AND_DAY = 20
    settings.WISHBRIDGE_SMS_A_COMMUNITY_AND_YEAR = 35


def decision(number: int, community: Community | None, phone: str = "", **more: Any) -> Message:
    return say(
        purpose=f"decision {number}",
        template="decision_many",
        phone=phone or f"+86139{number:08}",
        params={"org": "海鸿社区", "count": "2"},
        community=community,
        **more,
    )


def fates() -> Counter[tuple[str, str]]:
    return Counter(Message.objects.values_list("state", "why"))


def test_a_number_gets_so_many_a_day_and_the_rest_the_next_morning(haihong: Community) -> None:
    gateway = Provider()
    for number in range(5):
        decision(number, haihong, MA)
    send_due(gateway)
    assert fates() == {("accepted", ""): 3, ("due", "limit_number"): 2}
    waits = Message.objects.filter(state="due").values_list("not_before", flat=True).distinct()
    assert [moment.astimezone(TIME_ZONE).strftime("%d %H:%M") for moment in waits] == ["12 09:00"]

    send_due(gateway)
    assert gateway.times_sent()[MA] == 3
    with standing_at(TOMORROW):
        send_due(gateway)
    assert fates() == {("accepted", ""): 5}


def test_what_is_no_longer_worth_saying_tomorrow_is_suppressed_and_says_why(haihong: Community) -> None:
    midnight = datetime.datetime(2026, 5, 12, tzinfo=TIME_ZONE)
    for number in range(5):
        decision(number, haihong, MA, expires_at=midnight)
    send_due(Provider())
    assert fates() == {("accepted", ""): 3, ("suppressed", "limit_number"): 2}


def test_a_communitys_day_and_year_are_limits_of_its_own(haihong: Community, binhe: Community) -> None:
    for number in range(50):
        decision(number, haihong)
    decision(100, binhe)
    send_due(Provider())
    assert fates() == {("accepted", ""): 21, ("due", "limit_community"): 30}
    assert counted(haihong) == {COMMUNITY: (20, 20), YEAR: (20, 35)}

    with standing_at(TOMORROW):
        send_due(Provider())
        assert fates() == {("accepted", ""): 36, ("suppressed", "limit_year"): 15}
        assert counted(haihong) == {COMMUNITY: (15, 20), YEAR: (35, 35)}
    with standing_at(NOON + datetime.timedelta(days=365)):
        assert counted(haihong) == {COMMUNITY: (0, 20), YEAR: (0, 35)}


def test_one_time_codes_are_counted_elsewhere_and_never_wait(haihong: Community) -> None:
    for number in range(3):
        decision(number, haihong, MA)
    send_due(Provider())
    say(
        purpose="code",
        template="one_time_code",
        phone=MA,
        params={"code": "123456", "minutes": "5"},
        community=haihong,
    )
    send_due(Provider())
    assert fates() == {("accepted", ""): 4}


def test_a_second_attempt_is_the_same_message(haihong: Community) -> None:
    decision(1, haihong)
    send_due(Answering(lambda _: Refused("isv.BUSINESS_LIMIT_CONTROL", "later")))
    with standing_at(NOON + datetime.timedelta(minutes=5)):
        send_due(Provider())
    assert fates() == {("accepted", ""): 1}
    assert counted(haihong)[COMMUNITY] == (1, 20)


def test_counts_outlive_erased_messages_until_their_span_is_over(haihong: Community) -> None:
    decision(1, haihong)
    send_due(Provider())
    with standing_at(NOON + datetime.timedelta(days=40)):
        assert erase_old_messages() == 1
        assert counted(haihong)[YEAR] == (1, 35)
        assert Counted.objects.count() == 1, "the counters of the day are gone"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round_", range(3))
def test_parallel_senders_never_send_one_too_many(haihong: Community, binhe: Community, round_: int) -> None:
    for number in range(60):
        decision(number, haihong if number % 2 else binhe, f"+861390000{number % 9:04}")
    gateways = [Provider() for _ in range(6)]

    def work(gateway: Provider) -> None:
        gateway.batch = 7  # type: ignore[misc]
        try:
            with standing_at(NOON):
                send_due(gateway)
        finally:
            connection.close()

    with time_machine.travel(NOON), ThreadPoolExecutor(6) as threads:
        list(threads.map(work, gateways))
        send_due(Provider())
    sent = Counter(phone for gateway in gateways for _, phone in gateway.taken)
    assert max(sent.values()) == 3, "of a number"
    of_communities = Counter(Message.objects.filter(state="accepted").values_list("community", flat=True))
    assert sum(of_communities.values()) == sum(sent.values()) == 27
    assert max(of_communities.values()) <= 20
    assert {community: counted(c)[COMMUNITY][0] for community, c in ((haihong.pk, haihong), (binhe.pk, binhe))} == dict(
        of_communities
    )
