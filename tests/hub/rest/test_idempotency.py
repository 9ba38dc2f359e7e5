"""A request with an Idempotency-Key happens once."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import RequestFactory
from django.urls import URLPattern, get_resolver
from rest_framework.parsers import MultiPartParser

from hub.accounts.models import Account, AccountEvent, Membership
from hub.accounts.roles import change_roles
from hub.accounts.seats import Standing
from hub.actor import ADMINISTRATOR, STAFF, SYSTEM, Actor
from hub.clock import now
from hub.communities.models import Community
from hub.rest.idempotency import digest_of, forget_old_answers
from hub.rest.models import Answer
from tests.hub.accounts.office import LI, MA, PASSWORD, STRANGER, WANG, Browser

SignIn = Callable[..., Browser]
pytestmark = pytest.mark.django_db
NEW = {"phone": WANG, "name": "王晓", "roles": ["staff"]}
KEY = "one-intent-0001"


def test_a_repetition_gets_the_first_answer_and_does_nothing_again(signed_in: SignIn, li: Standing) -> None:
    browser = signed_in(LI)
    first = browser.post("/api/accounts", NEW, Idempotency_Key=KEY)
    again = browser.post("/api/accounts", NEW, Idempotency_Key=KEY)

    assert first.status_code == again.status_code == 201
    assert first.content == again.content, "also the password that is shown once"
    assert first.headers["Content-Type"] == again.headers["Content-Type"]
    assert again.headers["Idempotent-Replay"] == "true"
    assert Account.objects.count() == 2
    assert browser.post("/api/accounts", NEW).status_code == 409, "without the key it is another request"


@pytest.mark.parametrize("other", [{**NEW, "name": "王小晓"}, {**NEW, "phone": STRANGER}, {}])
def test_the_same_key_with_another_body_is_422(signed_in: SignIn, li: Standing, other: dict[str, object]) -> None:
    browser = signed_in(LI)
    browser.post("/api/accounts", NEW, Idempotency_Key=KEY)
    refused = browser.post("/api/accounts", other, Idempotency_Key=KEY)

    assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")
    assert Account.objects.count() == 2


def test_the_same_key_at_another_address_is_422(signed_in: SignIn, li: Standing, wang: Standing) -> None:
    browser = signed_in(LI)
    path = f"/api/accounts/{wang.seat.account_id}"
    assert browser.send("PATCH", path, {"active": False}, Idempotency_Key=KEY).status_code == 200

    assert (
        browser.send("PATCH", f"/api/accounts/{li.seat.account_id}", {"active": False}, Idempotency_Key=KEY).status_code
        == 422
    )
    assert browser.send("POST", path, {"active": False}, Idempotency_Key=KEY).status_code == 422


def test_a_refusal_is_not_kept_and_its_repetition_may_succeed(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing
) -> None:
    browser = signed_in(LI)
    assert browser.post("/api/accounts", NEW, Idempotency_Key=KEY).status_code == 409
    assert not Answer.objects.exists()
    Membership.objects.filter(account=wang.seat.account).delete()

    assert browser.post("/api/accounts", NEW, Idempotency_Key=KEY).status_code == 201


def test_other_peoples_equal_keys_do_not_meet(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing
) -> None:
    change_roles(wang.seat.account_id, {ADMINISTRATOR, STAFF}, community=haihong, by=li.actor)
    first = signed_in(LI).post("/api/accounts", {**NEW, "phone": MA}, Idempotency_Key=KEY)
    second = signed_in(WANG).post("/api/accounts", {**NEW, "phone": STRANGER}, Idempotency_Key=KEY)

    assert (first.status_code, second.status_code) == (201, 201)


def test_whoever_lost_the_role_does_not_read_the_kept_answer(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing
) -> None:
    change_roles(wang.seat.account_id, {ADMINISTRATOR, STAFF}, community=haihong, by=li.actor)
    body = {**NEW, "phone": STRANGER}
    assert signed_in(WANG).post("/api/accounts", body, Idempotency_Key=KEY).status_code == 201
    change_roles(wang.seat.account_id, {STAFF}, community=haihong, by=li.actor)

    assert signed_in(WANG).post("/api/accounts", body, Idempotency_Key=KEY).status_code == 403


@pytest.mark.parametrize("key", ["short", "x" * 81, "with a blank", "schlüssel-123"])
def test_a_key_that_is_none_is_400(signed_in: SignIn, li: Standing, key: str) -> None:
    refused = signed_in(LI).post("/api/accounts", NEW, Idempotency_Key=key)

    assert (refused.status_code, refused.json()["code"]) == (400, "idempotency_key_invalid")


def test_attempts_to_sign_in_count_although_they_carry_a_key(li: Standing) -> None:
    browser = Browser()
    body = {"phone": LI, "password": "not it"}
    answers = [browser.post("/api/session", body, Idempotency_Key=KEY).status_code for _ in range(12)]

    assert Counter(answers) == {401: 10, 429: 2}


def test_wrong_old_passwords_count_although_they_carry_a_key(signed_in: SignIn, li: Standing) -> None:
    browser = signed_in(LI)
    body = {"old_password": "not it", "new_password": PASSWORD}
    answers = [browser.send("PUT", "/api/session/password", body, Idempotency_Key=KEY).status_code for _ in range(12)]

    assert Counter(answers) == {400: 10, 429: 2}


def test_a_kept_answer_is_not_readable_in_the_database(signed_in: SignIn, li: Standing) -> None:
    made = signed_in(LI).post("/api/accounts", NEW, Idempotency_Key=KEY).json()
    with connection.cursor() as cursor:
        cursor.execute("SELECT rest_answer::text FROM rest_answer")
        text = str(cursor.fetchall())

    for secret in (made["first_password"], "王晓", KEY):
        assert secret not in text
        assert secret.encode().hex() not in text


def test_answers_are_forgotten_after_a_day(signed_in: SignIn, li: Standing) -> None:
    signed_in(LI).post("/api/accounts", NEW, Idempotency_Key=KEY)
    assert forget_old_answers() == 0
    with time_machine.travel(now() + timedelta(hours=25)):
        assert forget_old_answers() == 1


@pytest.mark.django_db(transaction=True)
def test_of_parallel_requests_with_one_key_one_executes_and_all_get_its_answer(signed_in: SignIn, li: Standing) -> None:
    session = signed_in(LI).client.cookies["sessionid"].value
    ready = threading.Barrier(12)

    def one(_: int) -> Any:
        browser = Browser()
        browser.client.cookies["sessionid"] = session
        browser.get("/api/site")
        ready.wait(timeout=20)
        try:
            return browser.post("/api/accounts", NEW, Idempotency_Key=KEY)
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as threads:
        answers = list(threads.map(one, range(12)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert sum("Idempotent-Replay" not in answer.headers for answer in answers) == 1
    assert AccountEvent.objects.filter(verb="invited", actor_id=li.seat.account_id).count() == 1


@pytest.mark.django_db(transaction=True)
def test_key_and_writes_are_one_transaction(signed_in: SignIn, li: Standing, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut off before the answer is kept: nothing is there, and the repetition does it."""
    browser = signed_in(LI)
    with monkeypatch.context() as broken:
        broken.setattr(Answer, "save", lambda *args, **kwargs: 1 / 0)
        assert browser.post("/api/accounts", NEW, Idempotency_Key=KEY).status_code == 500
    assert Account.objects.count() == 1

    assert browser.post("/api/accounts", NEW, Idempotency_Key=KEY).status_code == 201


def form(boundary: str, kind: str = "wishes") -> bytes:
    from django.test.client import encode_multipart

    body = encode_multipart(boundary, {"kind": kind})
    return digest_of(
        RequestFactory().generic("POST", "/api/x", body, content_type=f"multipart/form-data; boundary={boundary}")
    )


def test_a_form_is_the_same_by_its_fields_whatever_its_boundary() -> None:
    assert form("one") == form("two")
    assert form("one", kind="members") != form("one")


@pytest.mark.parametrize("actor", [None, SYSTEM])
def test_a_file_that_no_view_asked_for_is_kept_nowhere(actor: Actor | None) -> None:
    from django.test.client import encode_multipart

    body = encode_multipart("one", {"kind": "wishes", "file": SimpleUploadedFile("a.xlsx", b"x" * 3_000_000)})
    request = RequestFactory().generic("POST", "/api/session", body, content_type="multipart/form-data; boundary=one")
    request.actor = actor  # type: ignore[attr-defined]
    assert request.POST["kind"] == "wishes"
    assert not request.FILES


def test_a_view_that_takes_files_is_not_answered_once() -> None:
    """The key's digest reads the form before the view could ask for its file."""
    takes_files = {
        path: view
        for urlconf in ("config.urls_community", "config.urls_hub")
        for path, view in views_of(urlconf)
        if any(issubclass(parser, MultiPartParser) for parser in parsers_of(view))
    }
    assert {path.split("/")[1] for path in takes_files} == {"imports", "claims", "wishes"}
    assert [path for path, view in takes_files.items() if getattr(view, "answers_once", True)] == []


def parsers_of(view: Any) -> list[type]:
    made = view()
    made.request = RequestFactory().post("/")
    return [type(parser) for parser in made.get_parsers()]


def views_of(urlconf: str) -> Iterator[tuple[str, Any]]:
    def walk(resolver: Any, before: str) -> Iterator[tuple[str, Any]]:
        for pattern in resolver.url_patterns:
            path = before + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                if (kind := getattr(pattern.callback, "cls", None)) is not None:
                    yield path, kind
            else:
                yield from walk(pattern, path)

    return walk(get_resolver(urlconf), "")
