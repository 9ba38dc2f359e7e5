"""Requests that nobody's browser sends: refused in our words, and never a fault of ours."""

import json
from typing import Any

import pytest
from django.test import Client

from config.openapi import described
from tests.contract.stage import ANYBODY, Stage

BOUNDARIES = (
    "multipart/form-data",
    "multipart/form-data; boundary=",
    "multipart/form-data; boundary=\x00",
    "multipart/form-data; boundary=" + "x" * 300,
    "multipart/form-data; boundary=\u00e9",
    "multipart/form-data; boundary=a b\t",
    'multipart/form-data; boundary="',
    "multipart/form-data; boundary=x; charset=nobody-knows",
    "application/x-www-form-urlencoded; charset=nobody-knows",
    "application/json; charset=nobody-knows",
)
BODIES = (b"", b"--x", b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff', b"{", b"\xff\xfe", b"[" * 3000)


def is_a_refusal(answer: Any) -> bool:
    return bool(400 <= answer.status_code < 500 and answer["Content-Type"] == "application/problem+json")


@pytest.mark.parametrize("role", [ANYBODY, "member", "administrator"])
def test_a_body_that_cannot_be_read_is_refused_in_our_words(stage: Stage, role: str) -> None:
    wrong = []
    for path in ("/api/session", "/api/imports", "/api/wishes", "/api/campaigns"):
        for kind in BOUNDARIES:
            for body in BODIES:
                client = Client(raise_request_exception=False, SERVER_NAME="haihong.localhost")
                if role in stage.cookies:
                    client.cookies["sessionid"] = stage.cookies[role]
                answer = client.generic("POST", path, body, content_type=kind)
                if not is_a_refusal(answer):
                    wrong.append(f"{path} {kind!r} {body[:10]!r}: {answer.status_code} {answer['Content-Type']}")
    assert wrong == []


DAYS = ("9999-12-31", "0001-01-01", "2026-02-30", "\t2026-01-01", "10000-01-01")


def test_a_day_at_the_end_of_time_is_refused(stage: Stage) -> None:
    paths = json.loads(described("community")[0])["paths"]
    wrong = []
    for path, methods in paths.items():
        if "{" in path or "get" not in methods:
            continue
        for asked in methods["get"].get("parameters", []):
            for value in (*DAYS, "\x01\x1b[0m", "\u202e", "=1+1"):
                answer = stage.ask("administrator", "GET", path + "?" + _query({asked["name"]: value}))
                if answer.status_code >= 500:
                    wrong.append(f"{path}?{asked['name']}={value!r}: {answer.status_code}")
    assert wrong == []


def test_whatever_the_api_answers_is_kept_by_nobody(stage: Stage) -> None:
    for role, path in (
        ("staff", "/api/wishes"),
        ("member", "/api/my/claims"),
        ("staff", "/api/nothing-here"),
        (ANYBODY, "/api/session"),
    ):
        answer = stage.ask(role, "GET", path)
        assert "no-store" in answer["Cache-Control"], path


def _query(values: dict[str, str]) -> str:
    from urllib.parse import urlencode

    return urlencode(values)
