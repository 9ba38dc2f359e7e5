"""Limits are exact, whoever asks at the same time, and whatever happens to Valkey."""

import datetime
import re
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import redis
import time_machine
from django.conf import settings
from django.db import connection

from hub.accounts import limits
from hub.accounts.limits import Limit, take
from hub.accounts.models import Account, LoginCode, Tally
from hub.accounts.seats import Standing
from hub.clock import now
from hub.communities.models import Community
from hub.refusal import Refusal
from hub.sms.models import Message, OutboxEntry
from hub.sms.sender import send_due
from tests.hub.accounts.office import LI, MA, STRANGER, Browser


def at_once(times: int, do: Callable[[int], Any]) -> list[Any]:
    """`do(0)` … at the same time, each in a thread with a connection of its own."""
    ready = threading.Barrier(min(times, 24))

    def one(number: int) -> Any:
        if number < 24:
            ready.wait(timeout=20)
        try:
            return do(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=24) as threads:
        return list(threads.map(one, range(times)))


@pytest.mark.django_db(transaction=True)
def test_of_parallel_attempts_exactly_as_many_pass_as_the_limit_allows() -> None:
    limit = Limit("trial", 7, 60)

    def attempt(_: int) -> bool:
        try:
            take(limit, "somebody")
        except Refusal:
            return False
        return True

    assert Counter(at_once(60, attempt)) == {True: 7, False: 53}


@pytest.mark.django_db
def test_the_window_slides() -> None:
    limit, start = Limit("trial", 2, 60), now()

    def passes(seconds: float) -> bool:
        with time_machine.travel(start + datetime.timedelta(seconds=seconds), tick=False):
            try:
                take(limit, "somebody")
            except Refusal as refusal:
                return not (refusal.status == 429 and 1 <= int(str(refusal.params["retry_after"])) <= 60)
            return True

    assert [passes(second) for second in (0, 50, 59, 61, 62, 109, 111)] == [True, True, False, True, False, False, True]
    assert len(Tally.objects.get().moments) == 2, "what counts no more is not kept"


@pytest.mark.django_db
def test_a_refused_attempt_does_not_prolong_the_wait() -> None:
    limit, start = Limit("trial", 1, 60), now()
    with time_machine.travel(start, tick=False):
        take(limit, "somebody")
    for second in range(1, 60):
        with time_machine.travel(start + datetime.timedelta(seconds=second), tick=False), pytest.raises(Refusal):
            take(limit, "somebody")
    with time_machine.travel(start + datetime.timedelta(seconds=60), tick=False):
        take(limit, "somebody")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("phone", [LI, STRANGER])
def test_ten_wrong_passwords_a_number_in_parallel_known_or_not(li: Standing, phone: str) -> None:
    answers = at_once(30, lambda _: Browser().login(phone, "not it").status_code)

    assert Counter(answers) == {401: 10, 429: 20}
    assert Browser().login(phone).status_code == 429, "the right password waits as well"


@pytest.mark.django_db(transaction=True)
def test_limits_outlive_an_emptied_valkey(li: Standing) -> None:
    for _ in range(10):
        Browser().login(LI, "not it")
    redis.from_url(settings.REDIS_URL).flushdb()

    assert Browser().login(LI).status_code == 429
    with time_machine.travel(now() + datetime.timedelta(minutes=15, seconds=1)):
        assert Browser().login(LI).status_code == 200


@pytest.mark.django_db
def test_logins_that_succeed_do_not_count(li: Standing) -> None:
    for _ in range(15):
        assert Browser().login(LI).status_code == 200
    for _ in range(9):
        assert Browser().login(LI, "not it").status_code == 401

    assert Browser().login(LI).status_code == 200


@pytest.mark.django_db
def test_an_address_that_tries_many_numbers_is_stopped(li: Standing) -> None:
    for number in range(100):
        assert Browser(address="10.9.9.9").login(f"+86139{number:08}", "guess").status_code == 401

    assert Browser(address="10.9.9.9").login(STRANGER, "guess").status_code == 429
    assert Browser().login(LI).status_code == 200, "others elsewhere are not in its way"


@pytest.mark.django_db
@pytest.mark.parametrize(("proxies", "status"), [(0, 429), (1, 401)])
def test_the_address_is_what_the_trusted_proxies_saw(
    haihong: Community, settings: Any, monkeypatch: pytest.MonkeyPatch, proxies: int, status: int
) -> None:
    settings.WISHBRIDGE_TRUSTED_PROXIES = proxies
    monkeypatch.setattr(limits, "PASSWORDS_AN_ADDRESS", Limit("failed password, address", 5, 60))
    for number in range(6):
        passed = f"{number}.2.3.4, 10.1.{number}.1"
        answer = Browser(address="10.9.9.9").post(
            "/api/session", {"phone": f"+86139{number:08}", "password": "guess"}, X_Forwarded_For=passed
        )
    assert answer.status_code == status


@pytest.mark.django_db(transaction=True)
def test_of_parallel_guesses_five_are_compared_with_the_code(ma: Account) -> None:
    Browser().post("/api/session/codes", {"phone": MA})
    send_due()
    found = re.search("[0-9]{6}", OutboxEntry.objects.get().text)
    assert found
    wrong = [f"{(int(found.group()) + 1 + number) % 10**6:06d}" for number in range(40)]
    answers = at_once(40, lambda n: Browser().post("/api/session", {"phone": MA, "code": wrong[n]}).status_code)

    assert Counter(answers) == {401: 10, 429: 30}
    assert LoginCode.objects.get().tries == 5


@pytest.mark.django_db(transaction=True)
def test_a_right_code_brought_many_times_at_once_logs_in_once(ma: Account) -> None:
    Browser().post("/api/session/codes", {"phone": MA})
    send_due()
    found = re.search("[0-9]{6}", OutboxEntry.objects.get().text)
    assert found
    answers = at_once(10, lambda _: Browser().post("/api/session", {"phone": MA, "code": found.group()}).status_code)

    assert Counter(answers)[200] == 1


@pytest.mark.django_db(transaction=True)
def test_parallel_requests_for_a_code_send_one(ma: Account) -> None:
    answers = at_once(20, lambda _: Browser().post("/api/session/codes", {"phone": MA}).status_code)

    assert Counter(answers) == {202: 1, 429: 19}
    assert Message.objects.count() == 1
