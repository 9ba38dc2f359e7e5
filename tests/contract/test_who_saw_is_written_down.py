"""Whoever sees is written down: a canary in every field of a resident, all routes, all roles, repetitions included."""

import io
import zipfile
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from hub.actor import ADMINISTRATOR, MEMBER, STAFF
from hub.privacy.access import AGAIN
from hub.privacy.models import AccessLog
from hub.rest.idempotency import UNSAFE
from tenants.wishes.editing import edit_person
from tests.contract.routes import ROWS, filled
from tests.contract.stage import ROLES, Stage, workbook
from tests.contract.test_roles import CALLED

IN_THE_WORKBOOK = {"马兰花", "马得草", "13900127001", "滨河小区1号楼1单元101室", "滨河小区1号楼1单元102室"}
EXPORTS_WITHOUT_NAMES = {"wish_cards", "statistics_form", "delivery", "member"}
"""Logged although no resident stands in them."""

REPEATED = {
    "POST wishes/{wish_id}/unmasking",
    "POST wishes/unmasking",
    "POST people/{person_id}/unmasking",
    "POST imports/{import_id}/confirmation",
    "PATCH imports/{import_id}/rows/{serial}",
    "PATCH wishes/{wish_id}",
    "PATCH people/{person_id}",
}
"""Some of the routes that repeat their answer: against a walk in which nothing is repeated."""


@pytest.fixture
def canaries(stage: Stage) -> set[str]:
    """Texts of residents that no answer may hold unless the access log says so."""
    found = set(IN_THE_WORKBOOK)
    with stage.community_block() as world:
        for number, person in enumerate((world.elder, world.child, world.neighbour)):
            told = {"situation": f"金丝雀情况{number}"}
            edit_person(person, told, by=world.collector)
            person.refresh_from_db()
            given = (person.name, person.phone.removeprefix("+86"), person.household.address, person.guardian_name)
            found |= {*told.values(), *given}
    return {text for text in found if len(text) > 1}


def readable(answer: Any) -> str:
    """All text of an answer; a workbook's sheets unpacked."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return str(content.decode("utf-8", "replace"))


def trouble(stage: Stage, role: str, route: str, canaries: set[str], *, replay: bool) -> str:
    """What is wrong with the log after one good call (or its repetition); empty when it is as it must be."""
    method, path = route.split(" ")
    with transaction.atomic():
        with stage.community_block():
            values, body = ROWS[route].call(stage, role)
        key = {"Idempotency_Key": "the-same-intent-01"} if replay else {}
        before = set(AccessLog.objects.values_list("pk", flat=True))
        answer = stage.ask(role, method, filled(path, values), body, **key)
        if replay:
            if answer.status_code >= 400:
                transaction.set_rollback(True)
                return ""
            before = set(AccessLog.objects.values_list("pk", flat=True))
            if seen := answer.wsgi_request.headers.get("If-Match"):
                key["If_Match"] = seen
            answer = stage.ask(role, method, filled(path, values), body, **key)
            if answer.headers.get("Idempotent-Replay") != "true":
                # A view that counts attempts or takes pictures answers each time anew (`answers_once`).
                assert route not in REPEATED
                transaction.set_rollback(True)
                return ""
        shown = sorted(canary for canary in canaries if canary in readable(answer))
        looks = list(AccessLog.objects.exclude(pk__in=before))
        mine = [look for look in looks if look.actor_id == stage.accounts[role].pk and look.request_id]
        asked_by = stage.accounts[role].pk
        import_today = AccessLog.objects.filter(subject="import", actor_id=asked_by).exists()
        transaction.set_rollback(True)
    if shown and len(mine) != 1 and not (import_today and not looks and not replay):
        return f"{route} as {role} showed {shown} with {len(mine)} entries"
    if looks and not shown and not {look.subject for look in looks} <= EXPORTS_WITHOUT_NAMES:
        return f"{route} as {role} logged {[look.subject for look in looks]} and showed nobody"
    if replay and shown and not mine[0].reason.startswith(AGAIN):
        return f"{route} as {role}: the second look is not one of its own"
    return ""


@pytest.mark.parametrize("role", ROLES)
def test_what_left_unmasked_is_what_was_logged(stage: Stage, canaries: set[str], role: str) -> None:
    calls = [route for route in CALLED if role in ROWS[route].who and role in stage.accounts]
    assert [said for route in calls if (said := trouble(stage, role, route, canaries, replay=False))] == []


@pytest.mark.parametrize("role", [ADMINISTRATOR, STAFF, MEMBER])
def test_a_repeated_answer_is_a_look_of_its_own(stage: Stage, canaries: set[str], role: str) -> None:
    calls = [route for route in CALLED if role in ROWS[route].who and route.split(" ")[0] in UNSAFE]
    calls = [route for route in calls if route not in ("DELETE session", "POST imports")]
    assert [said for route in calls if (said := trouble(stage, role, route, canaries, replay=True))] == []


def test_the_walk_sees_what_is_shown(stage: Stage, canaries: set[str]) -> None:
    """Against a walk that finds nothing: these show a resident, and are found to."""
    for route in ("POST wishes/{wish_id}/unmasking", "GET imports/{import_id}", "GET cards/households"):
        method, path = route.split(" ")
        with stage.community_block():
            values, body = ROWS[route].call(stage, STAFF)
        assert any(canary in readable(stage.ask(STAFF, method, filled(path, values), body)) for canary in canaries)


def test_an_import_is_one_entry_a_person_and_day_whatever_comes_back(stage: Stage) -> None:
    made = stage.ask(STAFF, "POST", "/api/imports", {"file": workbook(), "kind": "wishes"}).json()
    path, serial = f"/api/imports/{made['id']}", made["rows"][0]["serial"]
    for _ in range(2):
        assert stage.ask(STAFF, "GET", path).status_code == 200
        assert stage.ask(STAFF, "PATCH", f"{path}/rows/{serial}", {"phone": "13900127002"}).status_code == 200
    for _ in range(2):
        assert stage.ask(STAFF, "POST", f"{path}/confirmation", {}).status_code == 200, "the second changes nothing"
    looks = AccessLog.objects.filter(subject="import", subject_id=made["id"])
    assert [look.actor_id for look in looks] == [stage.accounts[STAFF].pk]

    assert stage.ask(ADMINISTRATOR, "POST", f"{path}/confirmation", {}).status_code == 200
    assert {look.actor_id for look in looks.all()} == {stage.accounts[STAFF].pk, stage.accounts[ADMINISTRATOR].pk}


def test_a_repetition_asks_for_the_csrf_token_and_the_role_as_the_first_did(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("open")
    path, body, key = f"/api/wishes/{wish.pk}/unmasking", {"reason": "核实"}, {"Idempotency_Key": "the-same-intent-02"}
    assert stage.ask(STAFF, "POST", path, body, **key).status_code == 200
    assert stage.ask(STAFF, "POST", path, body, **key).headers["Idempotent-Replay"] == "true"
    looks = AccessLog.objects.filter(subject="wish").count()

    strict = Client(enforce_csrf_checks=True, SERVER_NAME="haihong.localhost")
    strict.cookies["sessionid"] = stage.cookies[STAFF]
    said = strict.post(path, body, content_type="application/json", headers={"Idempotency-Key": "the-same-intent-02"})
    assert (said.status_code, said.json()["code"]) == (403, "csrf_failed")
    assert "Idempotent-Replay" not in said.headers
    assert AccessLog.objects.filter(subject="wish").count() == looks == 2
