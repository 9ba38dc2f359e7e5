"""Who may call what: every route for every role, and what the community next door and random identifiers get."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import transaction

from config.openapi import described
from tenants.claims.models import Claim
from tests.contract.routes import ROWS, filled, parameters, routes
from tests.contract.stage import ANYBODY, ROLES, STRANGER, Stage


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    assert set(ROWS) == routes()


def good_call(stage: Stage, role: str, route: str, *, random: str = "") -> Any:
    """What one role is told by one route on its good call, with everything undone afterwards."""
    method, path = route.split(" ")
    with transaction.atomic():
        with stage.community_block():
            values, body = ROWS[route].call(stage, role)
        answer = stage.ask(role, method, filled(path, {n: v for n, v in values.items() if n != random}), body)
        transaction.set_rollback(True)
    return answer


CALLED = [route for route, row in ROWS.items() if not row.commits]


@pytest.mark.parametrize("role", ROLES)
def test_every_route_does_its_good_call_for_whom_it_is_and_refuses_everybody_else(stage: Stage, role: str) -> None:
    wrong = []
    for route in CALLED:
        if role in ROWS[route].who:
            answer, wanted = good_call(stage, role, route), ROWS[route].status
        else:
            method, path = route.split(" ")
            # A session of another community is no session here.
            answer, wanted = stage.ask(role, method, filled(path, {})), 401 if role in (ANYBODY, STRANGER) else 403
        if answer.status_code != wanted:
            wrong.append(f"{route}: {answer.status_code} instead of {wanted} {answer.content.decode()[:200]}")
    assert wrong == []


def test_a_random_identifier_is_404_for_whoever_may_call_the_route(stage: Stage) -> None:
    wrong = []
    for route in CALLED:
        for name in parameters(route.split(" ")[1]):
            if not ROWS[route].finds or name == "serial":
                continue
            told = good_call(stage, min(ROWS[route].who), route, random=name).status_code
            if told != 404:
                wrong.append(f"{route} with a random {name}: {told}")
    assert wrong == []


def test_every_refusal_is_a_problem_with_a_sentence_in_the_readers_language(stage: Stage) -> None:
    for language, said in (("zh-hans", "登录"), ("en", "Sign in")):
        answer = stage.ask(ANYBODY, "GET", "/api/wishes", accept_language=language)
        assert answer.headers["Content-Type"] == "application/problem+json"
        problem = answer.json()
        assert set(problem) == {"type", "title", "status", "code", "detail", "errors", "request_id"}
        assert said in problem["detail"]


def test_a_member_sees_no_other_members_claim(stage: Stage) -> None:
    with stage.community_block() as world:
        claim = world.claim_of(world.wish("claimed", member=world.qi))
    for method, path in (
        ("GET", f"/api/my/claims/{claim.pk}"),
        ("POST", f"/api/claims/{claim.pk}/hand-back"),
        ("POST", f"/api/claims/{claim.pk}/delivery"),
    ):
        for role in ("member", "branch_secretary"):
            body = {"evidence": "code", "code": "0000"} if path.endswith("delivery") else None
            assert stage.ask(role, method, path, body).status_code == 404


def test_a_secretary_sees_the_claims_of_the_own_branch_and_no_others(stage: Stage) -> None:
    with stage.community_block() as world:
        for member in (world.zhang, world.qi):
            world.wish("claimed", member=member)
        branches = {claim.branch_id for claim in Claim.objects.all()}
    assert len(branches) > 1
    shown = stage.ask("branch_secretary", "GET", "/api/claims").json()["results"]
    assert {row["branch_name"] for row in shown} == {stage.world.office.name}
    elsewhere = next(branch for branch in branches if branch != stage.world.office.pk)
    assert stage.ask("branch_secretary", "GET", f"/api/claims?branch={elsewhere}").json()["results"] == []


def test_a_member_claims_for_nobody_else(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("open")
    for body in ({"member": str(stage.world.qi.pk)}, {"channel": "paper"}, {"note": "替他"}):
        assert stage.ask("member", "POST", f"/api/wishes/{wish.pk}/claim", body).status_code == 403


def test_a_wish_that_is_not_published_cannot_be_guessed_at(stage: Stage) -> None:
    with stage.community_block() as world:
        hidden = [world.wish(state).pk for state in ("collected", "admitted", "declined")]
    for pk in hidden:
        assert stage.ask(ANYBODY, "GET", f"/api/board/{pk}").status_code == 404
        assert stage.ask("member", "POST", f"/api/wishes/{pk}/claim", {}).status_code == 404
        assert stage.ask("member", "GET", f"/api/wishes/{pk}/similar").status_code == 404


def test_a_query_that_nobody_expects_is_refused_and_never_an_error(stage: Stage) -> None:
    described_api = json.loads(described("community")[0])
    wrong = []
    for route in (r for r in CALLED if r.startswith("GET ") and "{" not in r):
        path = f"/api/{route.removeprefix('GET ')}"
        for asked in described_api["paths"][path]["get"].get("parameters", []):
            for value in ("²", "\x00", "9" * 30, "'"):
                answer = stage.ask("administrator", "GET", f"{path}?{urlencode({asked['name']: value})}")
                if answer.status_code >= 500:
                    wrong.append(f"{path}?{asked['name']}={value[:5]!r}: {answer.status_code}")
    assert wrong == []
