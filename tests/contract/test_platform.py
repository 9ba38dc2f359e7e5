"""The platform's host: every route knows who may call it, and answers what its description says."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, get_resolver
from drf_spectacular.generators import SchemaGenerator
from jsonschema import Draft202012Validator

from hub.accounts.inviting import make_officer, make_operator
from hub.actor import OFFICER, OPERATOR
from hub.clock import today
from hub.communities.models import Community
from hub.identifiers import uuid7
from hub.sms.sender import send_due
from tests.contract.stage import Stage
from tests.contract.test_answers import as_json_schema
from tests.hub.accounts.office import Browser, settled

EVERYBODY = frozenset({"nobody", OPERATOR, OFFICER})
SIGNED_IN = frozenset({OPERATOR, OFFICER})
OPERATORS, OFFICERS = frozenset({OPERATOR}), frozenset({OFFICER})
URLCONF = "config.urls_hub"
HOST = "wishbridge.localhost"
PHONES = {OPERATOR: "+8613900120511", OFFICER: "+8613900120512"}

ROUTES: dict[str, frozenset[str]] = {
    "GET site": EVERYBODY,
    "POST session": EVERYBODY,
    "DELETE session": EVERYBODY,
    "POST session/codes": EVERYBODY,
    "PUT session/password": SIGNED_IN,
    "GET schema": OPERATORS,
    "GET docs/": OPERATORS,
    "GET readiness": OPERATORS,
    "GET communities": OPERATORS,
    "POST communities": OPERATORS,
    "GET communities/activity": OPERATORS,
    "GET communities/{id}": OPERATORS,
    "GET communities/{id}/activity": OPERATORS,
    "PATCH communities/{id}": OPERATORS,
    "POST communities/{id}/administrators": OPERATORS,
    "GET calendars": OPERATORS,
    "GET calendars/{year}": OPERATORS,
    "PUT calendars/{year}": OPERATORS,
    "DELETE calendars/{year}": OPERATORS,
    "GET outbox": OPERATORS,
    "POST outbox/{id}/unmasking": OPERATORS,
    "POST outbox/{id}/reply": OPERATORS,
    "GET messages": OPERATORS,
    "GET stops": OPERATORS,
    "POST stops": OPERATORS,
    "DELETE stops/{id}": OPERATORS,
    "GET templates": OPERATORS,
    "POST templates/preview": OPERATORS,
    "PATCH templates/{provider}/{name}": OPERATORS,
    "GET district": OFFICERS,
    "GET district/regions": OFFICERS,
    "GET district/trend": OFFICERS,
    "GET district/sheet": OFFICERS,
    "GET district/export": OFFICERS,
}
ENDS_A_SESSION = {"DELETE session", "PUT session/password"}
"""tests/hub/accounts/test_session.py has them."""
NOT_DESCRIBED = {"GET schema", "GET docs/", "GET readiness"}


def routes() -> Iterator[str]:
    """Every "METHOD path" below /api/, as in the table."""

    def walk(resolver: Any, before: str) -> Iterator[tuple[str, Any]]:
        for pattern in resolver.url_patterns:
            path = before + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                yield path, pattern.callback
            else:
                yield from walk(pattern, path)

    for path, view in walk(get_resolver(URLCONF), ""):
        if path.startswith("api/"):
            written = re.sub(r"<[a-z]+:([a-z_]+)>", r"{\1}", path.removeprefix("api/"))
            cls = getattr(view, "cls", None) or getattr(view, "view_class", None)
            for method in ("get", "post", "put", "patch", "delete"):
                if hasattr(cls, method):
                    yield f"{method.upper()} {written}"


@pytest.fixture
def browsers(db: None, settings: Any) -> dict[str, Browser]:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settled(make_operator(PHONES[OPERATOR], "运营员"))
    settled(make_officer(PHONES[OFFICER], "县民政局", "630222"))
    came_in = {role: Browser(HOST) for role in PHONES}
    for role, browser in came_in.items():
        assert browser.login(PHONES[role]).status_code == 200
    return {"nobody": Browser(HOST), **came_in}


def call(browser: Browser, route: str, identifier: Any = None) -> Any:
    method, path = route.split(" ")
    filled = path.replace("{id}", str(identifier or uuid7())).replace("{year}", str(today().year))
    return browser.send(method, f"/api/{filled}", {})


def test_every_route_stands_in_the_table_and_nothing_else() -> None:
    assert sorted(routes()) == sorted(ROUTES)


@pytest.mark.django_db
def test_each_role_reaches_what_the_table_says(browsers: dict[str, Browser]) -> None:
    wrong = []
    for route, allowed in ROUTES.items():
        if route in ENDS_A_SESSION:
            continue
        for role, browser in browsers.items():
            status = call(browser, route).status_code
            refused = 401 if role == "nobody" else 403
            right = status not in (401, 403) and status < 500 if role in allowed else status == refused
            if not right:
                wrong.append(f"{role}: {route} → {status}")
    assert wrong == []


@pytest.mark.django_db
def test_every_answer_is_as_described_and_has_no_field_more(browsers: dict[str, Browser], community: Community) -> None:
    described = SchemaGenerator(urlconf=URLCONF).get_schema(request=None, public=True)
    components = as_json_schema(described["components"])
    assert browsers[OPERATOR].post("/api/session/codes", {"phone": PHONES[OPERATOR]}).status_code == 202
    send_due()
    wrong = []
    for route, allowed in ROUTES.items():
        if not route.startswith("GET") or route in NOT_DESCRIBED:
            continue
        answer = call(browsers[OPERATOR if OPERATOR in allowed else OFFICER], route, community.pk)
        operation = described["paths"][f"/api/{route.removeprefix('GET ')}"]["get"]
        content = operation["responses"].get(str(answer.status_code), {}).get("content", {})
        if answer.status_code != 200 or not content:
            wrong.append(f"{route}: {answer.status_code} is not described")
        elif "application/json" in content:
            schema = {**as_json_schema(content["application/json"]["schema"]), "components": components}
            wrong += [
                f"{route}: {error.message[:160]}" for error in Draft202012Validator(schema).iter_errors(answer.json())
            ]
    assert wrong == []


@pytest.mark.django_db
def test_no_page_of_the_platform_shows_a_resident(stage: Stage, settings: Any) -> None:
    """Neither an operator nor an officer, whatever they ask, also not in the messages that went out."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with stage.community_block() as world:
        world.wish("claimed")
        world.wish("delivered", person=world.child)
        people = [world.elder, world.child, world.neighbour]
        secrets = {
            text
            for person in people
            for text in (person.name, person.phone.removeprefix("+86"), person.household.address, person.guardian_name)
            if len(text) > 1
        }
    settled(make_operator(PHONES[OPERATOR], "运营员"))
    settled(make_officer(PHONES[OFFICER], "县民政局", "630222"))
    send_due()
    shown = []
    for role, phone in PHONES.items():
        browser = Browser(HOST)
        assert browser.login(phone).status_code == 200
        for route, allowed in ROUTES.items():
            if role in allowed and route not in ENDS_A_SESSION:
                answer = call(browser, route, stage.world.community.pk)
                content = b"".join(answer.streaming_content) if answer.streaming else answer.content
                text = content.decode("utf-8", "replace") + str(
                    answer.json() if "json" in answer["Content-Type"] else ""
                )
                shown += [f"{role}: {route} shows {secret}" for secret in secrets if secret in text]
    assert len(secrets) > 6
    assert shown == []
