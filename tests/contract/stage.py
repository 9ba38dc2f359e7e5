"""The world with logins: one client for each role, a neighbour community's member, and nobody."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django_tenants.utils import tenant_context

from hub.accounts.inviting import invite
from hub.accounts.members import ensure_member_account
from hub.accounts.models import Seat
from hub.accounts.roles import appoint_secretary
from hub.accounts.session_store import SessionStore
from hub.actor import ADMINISTRATOR, MEMBER, SECRETARY, STAFF, SYSTEM, Actor
from hub.communities.models import Community
from hub.identifiers import uuid7
from tenants.members.models import Member
from tests.versions import EDITS, version_at
from tests.world import World

STRANGER, ANYBODY = "a member of the community next door", "anonymous"
OFFICE, CLAIMERS = frozenset({ADMINISTRATOR, STAFF}), frozenset({MEMBER, SECRETARY})
EVERYBODY_HERE = OFFICE | CLAIMERS
ROLES = (ADMINISTRATOR, STAFF, SECRETARY, MEMBER, STRANGER, ANYBODY)

WORKBOOK = (
    "姓名,性别,年龄,困难类别,家庭住址,联系电话,微心愿内容,预算,征集日期,征集人\n"
    "马兰花,女,81,高龄老人,滨河小区1号楼1单元101室,13900127001,电饭锅,180,3月2日,马秀兰\n"
    "马得草,男,83,高龄老人,滨河小区1号楼1单元102室,无,棉被,150,3月2日,马秀兰\n"
)


@dataclass
class Stage:
    """`ask(role, …)` sends one request as that role; `community_block()` is where verbs are called."""

    world: World
    accounts: dict[str, Any]
    actors: dict[str, Actor]
    members: dict[str, Member]
    cookies: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def community_block(self) -> Iterator[World]:
        connection.set_schema_to_public()
        with tenant_context(self.world.community):
            yield self.world

    def ask(self, role: str, method: str, path: str, body: Any = None, **headers: str) -> Any:
        client = Client(raise_request_exception=False, SERVER_NAME="haihong.localhost", REMOTE_ADDR=_address())
        if role in self.cookies:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.cookies[role]
        if method in EDITS and "If_Match" not in headers and (version := version_at(client.get, path)):
            headers["If_Match"] = f'"{version}"'
        if body is not None and any(isinstance(value, SimpleUploadedFile) for value in body.values()):
            return client.post(path, body, headers=headers)
        return client.generic(
            method, path, _json(body), content_type="application/json" if body is not None else "", headers=headers
        )


def make_stage(world: World, next_door: Community) -> Stage:
    """Accounts of haihong for each role, and one next door."""
    here = world.community
    office = {
        role: invite(phone, name, {role}, community=here, by=SYSTEM)
        for role, phone, name in ((ADMINISTRATOR, "13909730001", "冶主任"), (STAFF, "13909730002", "赵敏"))
    }
    seats = {role: made.seat for role, made in office.items()}
    members = {MEMBER: world.zhang, SECRETARY: world.han}
    with tenant_context(here):
        for member in members.values():
            ensure_member_account(member.pk, member.phone, member.name, here, branch_id=member.branch_id, by=SYSTEM)
        appoint_secretary(world.han.pk, world.office.pk, community=here, by=SYSTEM)
    for role, member in members.items():
        seats[role] = _seat_of(member, here)
    outsider = uuid7()
    account = ensure_member_account(outsider, "13909739999", "外人", next_door, by=SYSTEM)
    seats[STRANGER] = Seat.objects.get(account=account, community=next_door)
    Seat.objects.update(must_change_password=False)
    stage = Stage(
        world,
        accounts={role: seat.account for role, seat in seats.items()},
        actors={
            role: Actor(seat.account_id, "", frozenset({role}), getattr(members.get(role), "pk", None))
            for role, seat in seats.items()
        },
        members=members,
    )
    for role, seat in seats.items():
        store = SessionStore()
        store["seat"], store["opened_by"] = str(seat.pk), "password"
        store.save()
        stage.cookies[role] = str(store.session_key)
    return stage


def workbook() -> SimpleUploadedFile:
    """A register of two wishes, as an office writes it; one lacks a telephone."""
    return SimpleUploadedFile("心愿.csv", WORKBOOK.encode(), content_type="text/csv")


def _seat_of(member: Member, community: Community) -> Seat:
    from hub.accounts.models import Membership

    held = Membership.objects.filter(community=community, member_id=member.pk).first()
    assert held is not None
    return Seat.objects.select_related("account").get(account=held.account_id, community=community)


_count = iter(range(1, 1 << 30))


def _address() -> str:
    # An address of its own for each request: limits of an address are tested elsewhere.
    number = next(_count)
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def _json(body: Any) -> str:
    import json

    return "" if body is None else json.dumps(body, default=_written)


def _written(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
