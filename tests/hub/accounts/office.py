"""Two communities and a few people: 李主任 administers Haihong, 王晓 works there, 马秀兰 is a member; Binhe is next door."""

import itertools
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from hub.accounts.inviting import Invitation, create_first_administrator, invite, make_operator
from hub.accounts.members import ensure_member_account
from hub.accounts.models import Account
from hub.accounts.passwords import change_password
from hub.accounts.seats import Standing, locked_seat, standing_of
from hub.actor import STAFF, SYSTEM, Actor
from hub.communities.directory import directory
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from hub.identifiers import uuid7
from tests.versions import EDITS, version_at

LI, WANG, MA, STRANGER = "+8613900120401", "+8613900120402", "+8613900120422", "+8613900120999"
PASSWORD = "a quiet river at dusk"

_addresses = itertools.count(1)


class Browser:
    """A browser on one host: keeps cookies, sends the CSRF token with what changes something."""

    def __init__(self, host: str = "haihong.localhost", *, language: str = "zh-hans", address: str = "") -> None:
        number = next(_addresses)
        self.client = Client(
            enforce_csrf_checks=True,
            raise_request_exception=False,
            SERVER_NAME=host,
            # Each browser has an address of its own, so that only a test about addresses meets their limit.
            REMOTE_ADDR=address or f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
            HTTP_ACCEPT_LANGUAGE=language,
        )

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(path, headers=headers or None)

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        if "csrftoken" not in self.client.cookies:
            self.get("/api/site")
        if method in EDITS and "If_Match" not in headers and (version := version_at(self.get, path)):
            headers["If_Match"] = f'"{version}"'
        given = {"X-CSRFToken": self.client.cookies["csrftoken"].value, **headers}
        return self.client.generic(
            method,
            path,
            json.dumps(body) if body is not None else "",
            content_type="application/json",
            headers={name.replace("_", "-"): value for name, value in given.items()},
        )

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        return self.send("POST", path, body, **headers)

    def login(self, phone: str, password: str = PASSWORD) -> Any:
        return self.post("/api/session", {"phone": phone, "password": password})

    def who(self) -> Any:
        return self.get("/api/site").json()["account"]


def settled(invitation: Invitation) -> Standing:
    """The same person after the first login, with `PASSWORD` for a password."""
    seat = locked_seat_of(invitation.account, invitation.seat.community)
    change_password(seat, PASSWORD, old=None, old_is_needed=False, by=SYSTEM)
    standing = standing_of(locked_seat_of(invitation.account, invitation.seat.community))
    assert standing is not None
    return standing


def locked_seat_of(account: Account, community: Community | None) -> Any:
    from django.db import transaction

    with transaction.atomic():
        return locked_seat(account.pk, community)


def community(slug: str, name: str, region_code: str) -> Community:
    directory.forget()
    return create_community(
        slug=slug,
        name=name,
        region_code=region_code,
        region_names=["青海省", "海东市", "民和回族土族自治县", "川口镇"],
        by=SYSTEM,
    )


@pytest.fixture
def haihong(db: None) -> Community:
    return community("haihong", "海鸿社区", "630222100001")


@pytest.fixture
def binhe(db: None) -> Community:
    return community("binhe", "滨河社区", "630222100002")


@pytest.fixture
def li(haihong: Community) -> Standing:
    return settled(create_first_administrator("139 0012 0401", "李主任", community=haihong))


@pytest.fixture
def wang(haihong: Community, li: Standing) -> Standing:
    return settled(invite(WANG, "王晓", {STAFF}, community=haihong, by=li.actor))


@pytest.fixture
def ma(haihong: Community, li: Standing) -> Account:
    return ensure_member_account(uuid7(), MA, "马秀兰", haihong, by=li.actor)


@pytest.fixture
def operator(db: None) -> Standing:
    return settled(make_operator("+8613900120400", "运营员"))


@pytest.fixture
def signed_in() -> Callable[..., Browser]:
    def sign_in(phone: str, host: str = "haihong.localhost") -> Browser:
        browser = Browser(host)
        answer = browser.login(phone)
        assert answer.status_code == 200, answer.content.decode()
        return browser

    return sign_in


def stranger() -> Actor:
    """Somebody of whom nobody knows anything."""
    return Actor(uuid7(), "陌生人", frozenset())
