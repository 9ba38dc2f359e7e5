"""Every route knows who may call it: role × route, and what belongs to another community (promises.md).

A route or method that stands in no row of the table fails, so nobody can add one without deciding who may call it.
"""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from django.urls import URLPattern, get_resolver
from django_tenants.utils import tenant_context

from hub.accounts.inviting import create_first_administrator, invite, make_officer, make_operator
from hub.accounts.members import ensure_member_account
from hub.accounts.passwords import change_password
from hub.accounts.roles import appoint_secretary
from hub.accounts.seats import take_seat
from hub.actor import ADMINISTRATOR, MEMBER, OFFICER, OPERATOR, SECRETARY, STAFF, SYSTEM
from hub.communities.models import Community
from hub.identifiers import uuid7
from tenants.claims.models import Claim
from tenants.people.models import Consent
from tenants.wishes.models import Wish
from tests.hub.accounts.office import PASSWORD, Browser, settled
from tests.world import World, make_world

EVERYBODY = "everybody"
SIGNED_IN = frozenset({ADMINISTRATOR, STAFF, SECRETARY, MEMBER, OFFICER, OPERATOR})
OFFICE = frozenset({ADMINISTRATOR, STAFF})
ADMINISTRATORS = frozenset({ADMINISTRATOR})
MEMBERS = frozenset({SECRETARY, MEMBER})
WORKERS = OFFICE | MEMBERS
OPERATORS, OFFICERS = frozenset({OPERATOR}), frozenset({OFFICER})

BOTH: dict[str, Any] = {
    "GET site": EVERYBODY,
    "POST session": EVERYBODY,
    "DELETE session": EVERYBODY,
    "POST session/codes": EVERYBODY,
    "PUT session/password": SIGNED_IN,
    "GET schema": EVERYBODY,
    "GET docs/": EVERYBODY,
}
PLATFORM: dict[str, Any] = {
    **BOTH,
    "GET communities": OPERATORS,
    "POST communities": OPERATORS,
    "GET communities/<id>": OPERATORS,
    "PATCH communities/<id>": OPERATORS,
    "POST communities/<id>/administrators": OPERATORS,
    "GET outbox": OPERATORS,
    "POST outbox/<id>/unmasking": OPERATORS,
    "GET messages": OPERATORS,
    "GET district": OFFICERS,
    "GET district/trend": OFFICERS,
    "GET district/export": OFFICERS,
}
COMMUNITY: dict[str, Any] = {
    **BOTH,
    "GET accounts": ADMINISTRATORS,
    "POST accounts": ADMINISTRATORS,
    "GET accounts/<id>": ADMINISTRATORS,
    "PATCH accounts/<id>": ADMINISTRATORS,
    "POST accounts/<id>/first-password": ADMINISTRATORS,
    "GET campaigns": OFFICE,
    "POST campaigns": ADMINISTRATORS,
    "GET campaigns/<campaign_id>": OFFICE,
    "PATCH campaigns/<campaign_id>": ADMINISTRATORS,
    "GET board": EVERYBODY,
    "GET board/<wish_id>": EVERYBODY,
    "GET board/<wish_id>/qr": EVERYBODY,
    "GET wall": EVERYBODY,
    "GET today": OFFICE,
    "GET wishes": OFFICE,
    "POST wishes": OFFICE,
    "GET wishes/<wish_id>": OFFICE,
    "PATCH wishes/<wish_id>": OFFICE,
    "POST wishes/<wish_id>/unmasking": OFFICE,
    "POST wishes/<wish_id>/verification": OFFICE,
    "DELETE wishes/<wish_id>/verification": OFFICE,
    "POST wishes/<wish_id>/assessment": OFFICE,
    "DELETE wishes/<wish_id>/assessment": OFFICE,
    "POST wishes/<wish_id>/opening": OFFICE,
    "POST wishes/<wish_id>/consents": OFFICE,
    "DELETE consents/<consent_id>": OFFICE,
    "POST openings": OFFICE,
    "GET balancings": OFFICE,
    "POST balancings": OFFICE,
    "GET balancings/<balancing_id>": OFFICE,
    "DELETE balancings/<balancing_id>": OFFICE,
    "POST balancings/<balancing_id>/moves": OFFICE,
    "POST balancings/<balancing_id>/confirmation": OFFICE,
    "DELETE balancings/<balancing_id>/confirmation": OFFICE,
    "GET people": OFFICE,
    "GET people/<person_id>": OFFICE,
    "PATCH people/<person_id>": OFFICE,
    "POST people/<person_id>/unmasking": OFFICE,
    "POST wishes/<wish_id>/claim": WORKERS,
    "GET wishes/<wish_id>/similar": MEMBERS,
    "GET wishes/<wish_id>/claims": OFFICE,
    "POST wishes/<wish_id>/withdrawal": OFFICE,
    "POST wishes/<wish_id>/backstop": OFFICE,
    "POST wishes/<wish_id>/backstop/delivery": OFFICE,
    "POST wishes/<wish_id>/confirmation": OFFICE,
    "POST wishes/<wish_id>/rejection": OFFICE,
    "POST wishes/<wish_id>/follow-up": OFFICE,
    "GET claims": OFFICE,
    "GET claims/<claim_id>": OFFICE,
    "POST claims/<claim_id>/hand-back": WORKERS,
    "POST claims/<claim_id>/recall": OFFICE,
    "POST claims/<claim_id>/delivery": WORKERS,
    "GET deliveries": OFFICE,
    "GET my/claims": MEMBERS,
    "GET my/claims/<claim_id>": MEMBERS,
    "GET imports": OFFICE,
    "POST imports": OFFICE,
    "GET imports/templates/<kind>": OFFICE,
    "GET imports/<import_id>": OFFICE,
    "DELETE imports/<import_id>": OFFICE,
    "PATCH imports/<import_id>/rows/<serial>": OFFICE,
    "POST imports/<import_id>/confirmation": OFFICE,
    "GET imports/<import_id>/care": OFFICE,
    "GET cards/wishes": OFFICE,
    "GET cards/households": OFFICE,
    "GET branches": OFFICE,
    "POST branches": OFFICE,
    "PATCH branches/<branch_id>": OFFICE,
    "GET members": OFFICE,
    "POST members": OFFICE,
    "GET members/<member_id>": OFFICE,
    "PATCH members/<member_id>": OFFICE,
    "DELETE members/<member_id>": OFFICE,
    "POST members/<member_id>/first-code": OFFICE,
    "POST members/<member_id>/unmasking": OFFICE,
}
HOSTS = {"config.urls_hub": PLATFORM, "config.urls_community": COMMUNITY}
NOT_CALLED = {"DELETE session", "PUT session/password"}
"""They would end the sessions that the matrix is looked through with; tests/hub/accounts/test_session.py has them."""

DRAWN = {"GET board/<wish_id>/qr"}
"""Draws the address that it is asked for, and looks nothing up."""


def routes(urlconf: str) -> Iterator[str]:
    """Every "METHOD path" below /api/, as in the tables."""

    def walk(resolver: Any, before: str) -> Iterator[tuple[str, Any]]:
        for pattern in resolver.url_patterns:
            path = before + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                yield path, pattern.callback
            else:
                yield from walk(pattern, path)

    for path, view in walk(get_resolver(urlconf), ""):
        if not path.startswith("api/"):
            continue
        written = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", path.removeprefix("api/")).strip("^$")
        written = re.sub(r"<\w+:(\w+)>", r"<\1>", written)
        cls = getattr(view, "cls", None) or getattr(view, "view_class", None)
        if cls is None:
            yield f"(no view class) {written}"
            continue
        for method in ("get", "post", "put", "patch", "delete"):
            if hasattr(cls, method):
                yield f"{method.upper()} {written}"


@pytest.mark.parametrize("urlconf", HOSTS)
def test_every_route_stands_in_the_table_and_nothing_else(urlconf: str) -> None:
    assert sorted(routes(urlconf)) == sorted(HOSTS[urlconf])


def filled(path: str, values: dict[str, Any]) -> str:
    """The path with its placeholders filled; what is not named gets an identifier that does not exist."""
    known = {"serial": 1, "kind": "wishes", **values}
    return "/api/" + re.sub(r"<(\w+)>", lambda found: str(known.get(found[1], uuid7())), path)


def statuses(role: str, browser: Browser, route: str, **values: Any) -> int:
    method, path = route.split(" ")
    body: dict[str, Any] = {}
    if route == "POST wishes/<wish_id>/claim" and role in OFFICE:
        body = {"member": str(uuid7())}  # staff claim for somebody, never for themselves
    return int(browser.send(method, filled(path, values), body).status_code)


def came_in(host: str, phone: str) -> Browser:
    browser = Browser(host)
    answer = browser.login(phone)
    assert answer.status_code == 200, answer.content.decode()
    return browser


def with_password(phone: str, name: str, community: Community) -> None:
    """A member's own password, so that everybody here comes in the same way."""
    from django.db import transaction

    with transaction.atomic():
        seat = take_seat(phone, name, community)
    change_password(seat, PASSWORD, old=None, old_is_needed=False, by=SYSTEM)


PHONES = {
    ADMINISTRATOR: "+8613900120501",
    STAFF: "+8613900120502",
    SECRETARY: "+8613909720001",
    MEMBER: "+8613909720003",
}


@pytest.fixture
def everyone(community: Community, settings: Any) -> tuple[World, dict[str, Browser]]:
    """The world of Haihong, and a browser for each role there."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with tenant_context(community):
        world = make_world(community)
    first = settled(create_first_administrator(PHONES[ADMINISTRATOR], "王桂花", community=community))
    settled(invite(PHONES[STAFF], "马秀兰", {STAFF}, community=community, by=first.actor))
    for role, member in ((SECRETARY, world.zhang), (MEMBER, world.qi)):
        ensure_member_account(member.pk, PHONES[role], member.name, community, branch_id=member.branch_id)
        with_password(PHONES[role], member.name, community)
    assert world.zhang.branch_id
    appoint_secretary(world.zhang.pk, world.zhang.branch_id, community=community, by=first.actor)
    browsers = {role: came_in("haihong.localhost", phone) for role, phone in PHONES.items()}
    return world, {"nobody": Browser(), **browsers}


@pytest.fixture
def platform(db: None, settings: Any) -> dict[str, Browser]:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settled(make_operator("+8613900120511", "运营员"))
    settled(make_officer("+8613900120512", "县民政局", "630222"))
    host = "wishbridge.localhost"
    return {
        "nobody": Browser(host),
        OPERATOR: came_in(host, "+8613900120511"),
        OFFICER: came_in(host, "+8613900120512"),
    }


def faults(table: dict[str, Any], browsers: dict[str, Browser]) -> list[str]:
    """Where an answer is not the one the table gives, with identifiers that do not exist."""
    found = []
    for route, allowed in table.items():
        if route in NOT_CALLED:
            continue
        for role, browser in browsers.items():
            status = statuses(role, browser, route)
            if allowed == EVERYBODY or role in allowed:
                right = status not in (401, 403) and status < 500
            else:
                right = status == (401 if role == "nobody" else 403)
            if not right:
                found.append(f"{role}: {route} → {status}")
    return found


@pytest.mark.django_db
def test_on_a_communitys_host_each_role_reaches_what_the_table_says(everyone: tuple[World, dict[str, Browser]]) -> None:
    assert faults(COMMUNITY, everyone[1]) == []


@pytest.mark.django_db
def test_on_the_platforms_host_each_role_reaches_what_the_table_says(platform: dict[str, Browser]) -> None:
    assert faults(PLATFORM, platform) == []


def things_of(world: World) -> dict[str, UUID]:
    """One of each that a path can name, alive in this world."""
    with tenant_context(world.community):
        wish = world.wish(Wish.State.CLAIMED)
        return {
            "wish_id": wish.pk,
            "claim_id": Claim.objects.get(wish=wish).pk,
            "branch_id": world.office.pk,
            "member_id": world.zhang.pk,
            "person_id": world.elder.pk,
            "campaign_id": world.campaign.pk,
            "consent_id": Consent.objects.first().pk,  # type: ignore[union-attr]  # the world has given consents
        }


@pytest.mark.django_db
def test_what_belongs_to_another_community_is_not_there(
    everyone: tuple[World, dict[str, Browser]], other_community: Community
) -> None:
    """Every route that names something, called by the administrator and a member here with what is alive there."""
    _, browsers = everyone
    with tenant_context(other_community):
        there = make_world(other_community)
    foreign = things_of(there)
    first = create_first_administrator("+8613900120521", "赵主任", community=other_community)
    foreign["id"] = first.account.pk
    wrong = []
    for route, allowed in COMMUNITY.items():
        named = set(re.findall(r"<(\w+)>", route)) & set(foreign)
        if not named or route in DRAWN:
            continue
        for role in (ADMINISTRATOR, MEMBER):
            status = statuses(role, browsers[role], route, **foreign)
            expected = {404} if route.startswith(("GET", "DELETE")) else {404, 400}
            if (allowed == EVERYBODY or role in allowed) and status not in expected:
                wrong.append(f"{role}: {route} → {status}")
    assert wrong == []


@pytest.mark.django_db
def test_the_same_paths_answer_for_what_is_ones_own(everyone: tuple[World, dict[str, Browser]]) -> None:
    """So that the 404 above come from the community and not from a mistyped path."""
    world, browsers = everyone
    own = things_of(world)
    wrong = []
    for route in COMMUNITY:
        named = set(re.findall(r"<(\w+)>", route))
        if (
            not route.startswith("GET")
            or not named
            or not named <= set(own)
            or route.startswith(("GET my", "GET board"))
        ):
            continue
        role = MEMBER if route.endswith("similar") else ADMINISTRATOR
        status = statuses(role, browsers[role], route, **own)
        if status != 200:
            wrong.append(f"{role}: {route} → {status}")
    assert wrong == []


@pytest.mark.django_db
def test_a_member_does_not_reach_another_members_claim(everyone: tuple[World, dict[str, Browser]]) -> None:
    """The claim is the secretary's, who is a member of another branch."""
    world, browsers = everyone
    claim = things_of(world)["claim_id"]

    assert browsers[SECRETARY].get(f"/api/my/claims/{claim}").status_code == 200
    assert browsers[MEMBER].get(f"/api/my/claims/{claim}").status_code == 404
    for verb in ("hand-back", "delivery"):
        refused = browsers[MEMBER].post(
            f"/api/claims/{claim}/{verb}", {"evidence": "code", "code": "0000"} if verb == "delivery" else {}
        )
        assert refused.status_code == 404, (verb, refused.content.decode())
