"""Requests drawn from the API's own description, right and wrong ones, as each role: never a fault of ours, and each answer
as described. `pytest --hypothesis-profile=explore` draws other ones."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from typing import Any

import schemathesis
from django.conf import settings
from django.db import transaction
from django.test.client import ClientHandler
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as drawing
from schemathesis import checks
from schemathesis.core.failures import Failure, FailureGroup

from config.openapi import described
from hub.accounts.inviting import make_officer, make_operator
from hub.actor import ADMINISTRATOR, MEMBER, OFFICER, OPERATOR, SECRETARY, STAFF
from tests.contract.stage import ANYBODY, Stage
from tests.hub.accounts.office import Browser, settled

ROLES = (ADMINISTRATOR, STAFF, SECRETARY, MEMBER, ANYBODY)
REQUESTS = int(os.environ.get("WISHBRIDGE_TEST_REQUESTS", "5000"))
"""How many are drawn in all; the full figure is 100,000."""
NOT_ASKED = frozenset({"positive_data_acceptance", "ignored_auth"})
"""A body of the right shape may be refused by a rule of the programme; who may call what is the matrix of roles'."""


def application(cookies: dict[str, str]) -> Callable[..., Iterable[bytes]]:
    """The product as a WSGI application inside the test's transaction, with the cookies of whoever asks."""
    handler = ClientHandler(enforce_csrf_checks=False)

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        environ.pop("HTTP_COOKIE", None)
        response = handler({**environ, **cookies})
        headers = [*response.items(), *(("Set-Cookie", each.OutputString()) for each in response.cookies.values())]
        start(f"{response.status_code} {response.reason_phrase}", headers)
        return [bytes(response.content)]

    return answer


def is_of_the_session(operation: Any) -> bool:
    return bool(operation.path.startswith("/api/session"))


def wanted_checks() -> list[Any]:
    """All of the library's, but those that ask for what this product means to refuse."""
    return [check for check in checks.CHECKS.get_all() if check.__name__ not in NOT_ASKED]


def trouble_with(host: str, face: str, sessions: Mapping[str, str], requests: int) -> tuple[Counter[str], Counter[int]]:
    """Draws so many requests in all, to each operation of a face's description, as each of who has a session (an empty
    one: nobody). Returns what is wrong, and how often each status was answered."""
    cookies: dict[str, str] = {}
    schema = schemathesis.openapi.from_dict(json.loads(described(face)[0]))
    schema.app = application(cookies)
    # Those of the session come last, since they end it; and they count attempts by transactions of their own.
    operations = sorted((result.ok() for result in schema.get_all_operations()), key=is_of_the_session)
    each = max(1, requests // (len(sessions) * len(operations)) + 1)
    told: Counter[str] = Counter()
    statuses: Counter[int] = Counter()
    names = [""]
    for role, session in sessions.items():
        names[0] = role
        cookies.clear()
        if session:
            cookies["HTTP_COOKIE"] = f"{settings.SESSION_COOKIE_NAME}={session}"
        for operation in operations:

            @drawing(
                max_examples=each,
                deadline=None,
                database=None,
                suppress_health_check=list(HealthCheck),
                phases=[Phase.generate],
            )
            @given(case=operation.as_strategy())
            def ask(case: Any) -> None:
                response = case.call(base_url=f"http://{host}")
                statuses[response.status_code] += 1
                try:
                    case.validate_response(response, checks=wanted_checks())
                except (Failure, FailureGroup) as failure:
                    for one in getattr(failure, "exceptions", [failure]):
                        told[f"{names[0]}: {case.operation.label} {type(one).__name__}: {str(one)[:160]}"] += 1

            # What one operation's requests changed is taken back, so that each meets the same world, signed in.
            with nullcontext() if is_of_the_session(operation) else transaction.atomic():
                ask()
                if not is_of_the_session(operation):
                    transaction.set_rollback(True)
    return told, statuses


def test_no_request_to_a_community_is_a_fault_of_ours(stage: Stage) -> None:
    sessions = {role: stage.cookies.get(role, "") for role in ROLES}
    told, statuses = trouble_with("haihong.localhost", "community", sessions, REQUESTS)
    assert dict(told) == {}
    assert sum(statuses.values()) >= REQUESTS * 0.8
    assert not [status for status in statuses if status >= 500]
    assert {200, 400, 401, 403, 404} <= set(statuses)


def test_no_request_to_the_platform_is_a_fault_of_ours(stage: Stage) -> None:
    settled(make_operator("+8613900120511", "运营员"))
    settled(make_officer("+8613900120512", "县民政局", "630222"))
    sessions = {OPERATOR: "", OFFICER: "", ANYBODY: ""}
    for role, phone in ((OPERATOR, "+8613900120511"), (OFFICER, "+8613900120512")):
        browser = Browser("wishbridge.localhost")
        assert browser.login(phone).status_code == 200
        sessions[role] = browser.client.cookies[settings.SESSION_COOKIE_NAME].value
    told, statuses = trouble_with("wishbridge.localhost", "hub", sessions, REQUESTS // 5)
    assert dict(told) == {}
    assert sum(statuses.values()) >= REQUESTS // 5 * 0.7
    assert not [status for status in statuses if status >= 500]
    assert {200, 400, 401, 403, 404} <= set(statuses)
