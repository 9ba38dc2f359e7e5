"""One format for every error."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import RequestDataTooBig
from django.http import Http404
from rest_framework import exceptions, serializers
from rest_framework.permissions import AllowAny
from rest_framework.test import APIRequestFactory
from rest_framework.views import APIView

from hub.accounts.seats import Standing
from hub.language import Text
from hub.refusal import Refusal
from hub.rest.problems import field_errors
from hub.rest.serializers import Input
from tests.hub.accounts.office import LI, Browser

KEYS = {"type", "title", "status", "code", "detail", "errors", "request_id"}
CLAIMED = Text(zh="{no}号心愿已被认领,请选另一个。", en="Wish {no} has been claimed. Choose another one.")


def answer_to(problem: Exception) -> Any:
    class Failing(APIView):
        permission_classes = (AllowAny,)

        def get(self, request: Any) -> Any:
            raise problem

    return Failing.as_view()(APIRequestFactory().get("/api/trial")).render()


@pytest.mark.parametrize(
    ("problem", "status", "code"),
    [
        (Refusal("already_claimed", CLAIMED, no="HH26-017"), 409, "already_claimed"),
        (Refusal("too_often", CLAIMED, status=429, no="1", retry_after=30), 429, "too_often"),
        (serializers.ValidationError({"name": ["短"]}), 400, "invalid"),
        (exceptions.ParseError(), 400, "parse_error"),
        (exceptions.NotAuthenticated(), 401, "not_signed_in"),
        (exceptions.PermissionDenied(), 403, "not_allowed"),
        (Http404(), 404, "not_found"),
        (exceptions.MethodNotAllowed("PUT"), 405, "method_not_allowed"),
        (exceptions.UnsupportedMediaType("text/html"), 415, "unsupported_media_type"),
        (RequestDataTooBig(), 413, "too_large"),
        (ZeroDivisionError("with a secret in it"), 500, "unexpected"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_every_error_has_the_same_seven_fields(problem: Exception, status: int, code: str) -> None:
    answer = answer_to(problem)
    body = answer.data

    assert answer.headers["Content-Type"] == "application/problem+json"
    assert set(body) == KEYS
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert body["type"] == f"urn:wishbridge:problem:{code}"
    assert body["title"]
    assert body["detail"]
    assert "secret" not in str(body)


def test_a_refusal_tells_its_sentence_in_the_readers_language_and_its_field() -> None:
    answer = answer_to(Refusal("already_claimed", CLAIMED, field="wish", no="HH26-017"))

    assert answer.data["detail"] == "HH26-017号心愿已被认领,请选另一个。"
    assert answer.data["errors"] == {"wish": ["HH26-017号心愿已被认领,请选另一个。"]}


def test_too_many_attempts_say_when_to_come_back() -> None:
    answer = answer_to(Refusal("too_often", CLAIMED, status=429, no="1", retry_after=30))

    assert answer.headers["Retry-After"] == "30"


def test_what_is_no_date_is_said_so_in_plain_words() -> None:
    class Day(Input):
        on = serializers.DateField()

    asked = Day(data={"on": "2026-02-31"})
    assert not asked.is_valid()
    assert field_errors(asked.errors) == {"on": ["这不是日期，请写成 2026-11-23 这样。"]}


def test_nested_errors_become_one_level_of_paths() -> None:
    assert field_errors({"rows": [{}, {"phone": ["短"]}], "non_field_errors": ["都空"], "a": {"b": ["长"]}}) == {
        "rows.1.phone": ["短"],
        "": ["都空"],
        "a.b": ["长"],
    }


@pytest.mark.django_db
@pytest.mark.parametrize("given", [{}, {"reason": ""}, {"reason": None}])
def test_what_was_left_empty_is_asked_for_in_plain_words(given: dict[str, Any]) -> None:
    class Reason(serializers.Serializer[Any]):
        reason = serializers.CharField()

    asked = Reason(data=given)
    assert not asked.is_valid()
    assert field_errors(asked.errors) == {"reason": ["请填写这一项。"]}


def test_not_json_and_not_utf8_and_a_wrong_media_type_are_errors_of_the_client(
    signed_in: Callable[..., Browser], li: Standing
) -> None:
    browser = signed_in(LI)
    token = browser.client.cookies["csrftoken"].value

    def post(body: bytes, kind: str = "application/json") -> int:
        return int(
            browser.client.generic(
                "POST", "/api/accounts", body, content_type=kind, headers={"X-CSRFToken": token}
            ).status_code
        )

    assert post(b"{") == 400
    assert post(b"\xff\xfe") == 400
    assert post(b'{"phone": NaN}') == 400
    assert post(b"<a/>", "text/xml") == 415
    assert post(b"[" * 100_000) == 400
    assert post(b'{"phone": ' + b"9" * 5000 + b"}") == 400
    assert post(b"[" + b" " * 3_000_000 + b"]") == 413


@pytest.mark.django_db
def test_an_unknown_address_and_method_are_problems_in_the_readers_language(haihong: object) -> None:
    nowhere = Browser(language="en").get("/api/nowhere")
    assert (nowhere.status_code, nowhere.json()["code"]) == (404, "not_found")
    assert nowhere.json()["request_id"] == nowhere.headers["X-Request-ID"]

    wrong = Browser().send("PATCH", "/api/site", {})
    assert (wrong.status_code, set(wrong.json())) == (405, KEYS)


@pytest.mark.django_db
def test_a_nul_byte_in_a_query_is_an_error_of_the_client(signed_in: Callable[..., Browser], operator: Standing) -> None:
    browser = signed_in("+8613900120400", "wishbridge.localhost")

    assert browser.get("/api/communities?q=%00").status_code == 400
    assert browser.get("/api/outbox?community=%00").status_code == 400
