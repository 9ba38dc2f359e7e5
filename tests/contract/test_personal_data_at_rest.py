"""A canary is typed into every personal field, and looked for wherever bytes come to rest (promises.md)."""

import base64
import io
import logging
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import redis
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django_tenants.utils import tenant_context
from structlog.stdlib import ProcessorFormatter

from hub import envelope
from hub.accounts.inviting import create_first_administrator, invite
from hub.actor import STAFF, SYSTEM, Actor
from hub.clock import standing_at
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from hub.identifiers import uuid7
from hub.privacy.keys import keys_for, keys_of, owner_of
from hub.sms.inbound import receive
from hub.sms.sender import send_due
from hub.sms.stop_list import put_on
from hub.sms.templates import TEMPLATES
from hub.sms.wordings import reword
from tenants.claims.models import Claim
from tests.conftest import SERVERS
from tests.hub.accounts.office import LI, WANG, Browser, settled
from tests.tenants.escalation.reminding import climb

pytestmark = pytest.mark.django_db(transaction=True)


def _characters(count: int) -> str:
    return "".join(chr(0x4E00 + secrets.randbelow(0x4FFF)) for _ in range(count))


HEAD = "序号 姓名 性别 年龄 困难类别 家庭住址 联系电话 微心愿内容 数量 预算(元) 征集人 征集时间 备注"


class Canaries:
    """Hands out texts and telephones that stand nowhere else in the world, and remembers what each was typed into.

    All texts, and all telephones, of one run begin alike: files of hundreds of megabytes are looked through for a
    beginning first.
    """

    def __init__(self) -> None:
        self.typed: dict[str, str] = {}
        self._text, self._phone = _characters(3), f"139{secrets.randbelow(10**5):05}"
        self._numbers = iter(secrets.SystemRandom().sample(range(1000), 100))

    def text(self, what: str) -> str:
        """Six characters."""
        return self._keep(what, self._text + _characters(3))

    def phone(self, what: str) -> str:
        """A mobile number."""
        return self._keep(what, f"{self._phone}{next(self._numbers):03}")

    def _keep(self, what: str, canary: str) -> str:
        self.typed[canary] = what
        return canary

    def found_in(self, place: bytes) -> set[str]:
        """What of all that was typed stands in these bytes, in any of the encodings it could have come to."""
        return {
            what
            for code in ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
            for beginning in (self._text, self._phone)
            if beginning.encode(code) in place
            for canary, what in self.typed.items()
            if canary.encode(code) in place
        }


@pytest.fixture
def canaries() -> Canaries:
    return Canaries()


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that the program logs, down to the least important."""
    stream = io.StringIO()
    root = logging.getLogger()
    ours = next(handler for handler in root.handlers if isinstance(handler.formatter, ProcessorFormatter))
    listener = logging.StreamHandler(stream)
    listener.setFormatter(ours.formatter)
    root.addHandler(listener)
    yield stream
    root.removeHandler(listener)


def ok(answer: Any) -> Any:
    assert answer.status_code < 400, answer.content.decode()
    return answer.json() if answer.content else None


def entered_by_staff(staff: Browser, assessor: Browser, c: Canaries) -> str:
    """A wish from the quick entry to its follow-up, with a canary in each field that takes a text of a person."""
    wish = ok(
        staff.post(
            "/api/wishes",
            {
                "person": {
                    "name": c.text("name"),
                    "phone": c.phone("telephone"),
                    "sex": "female",
                    "age": 9,
                    "categories": ["left_behind_child"],
                    "address": f"{c.text('address')}4号楼2单元501室",
                    "situation": c.text("situation"),
                    "guardian_name": c.text("guardian"),
                    "guardian_relation": "母亲",
                },
                "wish": {
                    "item": "书包",
                    "kind": "school",
                    "budget_yuan": 120,
                    "story": c.text("story"),
                    "collector_name": c.text("collector"),
                    "collected_on": "2026-03-02",
                },
                "consents": {
                    "purposes": ["collect", "show", "disclose"],
                    "manner": "written",
                    "given_on": "2026-03-02",
                },
            },
        )
    )
    at = f"/api/wishes/{wish['id']}"
    ok(staff.send("PATCH", at, {"person": {"name": c.text("corrected name")}, "wish": {"story": c.text("new story")}}))
    ok(staff.post(f"{at}/unmasking", {"reason": c.text("reason of an unmasking")}))
    ok(staff.post(f"{at}/verification", {"manner": "visit", "opinion": c.text("verifier's opinion")}))
    ok(assessor.post(f"{at}/assessment", {"outcome": "admit", "opinion": c.text("assessor's opinion")}))
    ok(staff.post(f"{at}/opening"))
    member = ok(
        staff.post(
            "/api/members",
            {
                "name": c.text("member's name"),
                "phone": c.phone("member's telephone"),
                "note": c.text("member's note"),
                "birth_month": "1980-05",
            },
        )
    )
    claim = {"member": member["id"], "channel": "paper", "manner": "joint"}
    ok(staff.post(f"{at}/claim", {**claim, "partners": c.text("partners"), "note": c.text("claim's note")}))
    claims = ok(staff.get("/api/claims"))["results"]
    ok(staff.post(f"/api/claims/{claims[0]['id']}/recall", {"reason": c.text("recall's reason")}))
    ok(staff.post(f"{at}/claim", claim))
    claims = ok(staff.get("/api/claims"))["results"]
    visited(staff, member["id"], c)
    witnessed = {"evidence": "witness", "carried_by": "staff", "remark": c.text("delivery's remark")}
    ok(staff.post(f"/api/claims/{claims[0]['id']}/delivery", witnessed))
    ok(assessor.post(f"{at}/confirmation"))
    ok(assessor.post(f"{at}/follow-up", {"outcome": "partly", "remark": c.text("follow-up's remark")}))
    return str(wish["id"])


def visited(staff: Browser, member: str, c: Canaries) -> None:
    """The claimer wants no messages, so the reminder does not arrive and somebody goes there; others answer “stop”."""
    ok(staff.post(f"/api/members/{member}/stop", {"reason": c.text("stop's reason")}))
    send_due()
    with tenant_context(Community.objects.get()):
        at = climb(Claim.objects.get(ended_at=None), -1)
    with standing_at(at):
        send_due()
    ok(staff.post("/api/visits", {"member": member, "note": c.text("visit's note")}))
    assert ok(staff.get("/api/messages"))["results"][0]["visit"] is not None
    assert receive(c.phone("telephone that answered stop"), "T") is not None
    operator = Actor(uuid7(), c.text("operator's name"))
    put_on(c.phone("stopped telephone"), source="operator", reason=c.text("operator's reason"), by=operator)
    reword("decision_many", "aliyun", TEMPLATES["decision_many"].text, by=operator)


def imported(staff: Browser, c: Canaries) -> None:
    """A workbook with canaries, one row of which is corrected by hand."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD.split())
    for number in (1, 2):
        phone = c.phone("workbook's telephone") if number == 1 else "不详"
        cells = [
            number,
            c.text("workbook's name"),
            "男",
            76,
            "空巢老人",
            c.text("workbook's address"),
            phone,
            "电饭锅一个",
            1,
        ]
        sheet.append([*cells, 180, c.text("workbook's collector"), "2026-03-02", c.text("workbook's remark")])
    buffer = io.BytesIO()
    book.save(buffer)
    upload = SimpleUploadedFile(f"{c.text('file name')}.xlsx", buffer.getvalue())
    staff.get("/api/site")
    token = staff.client.cookies["csrftoken"].value
    batch = ok(staff.client.post("/api/imports", {"kind": "wishes", "file": upload}, headers={"X-CSRFToken": token}))
    at = f"/api/imports/{batch['id']}"
    ok(staff.send("PATCH", f"{at}/rows/2", {"phone": c.phone("corrected telephone")}))
    ok(staff.post(f"{at}/confirmation"))


def mistaken(staff: Browser, c: Canaries) -> None:
    """What is typed into the wrong place, and refused."""
    stranger = Browser()
    stranger.login(c.phone("stranger's telephone"), c.text("wrong password"))
    stranger.post("/api/session/codes", {"phone": c.phone("telephone of nobody")})
    staff.get(f"/api/wishes?q={c.text('search')}")
    staff.get(f"/api/people?q={c.phone('searched telephone')}")
    staff.post("/api/members", {"name": c.text("refused name"), "phone": c.text("refused telephone")})
    staff.send("PATCH", "/api/people/0198c1f0-0000-7000-8000-000000000000", {"name": c.text("name of nobody")})
    staff.client.post("/api/wishes", c.text("no JSON"), content_type="application/json")


def rows_as_text() -> bytes:
    """Every row of every table of every schema, as a dump would write it, and what its bytea columns hold."""
    written = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        )
        for schema, table in cursor.fetchall():
            cursor.execute(f'SELECT * FROM "{schema}"."{table}"')
            for row in cursor.fetchall():
                written += [bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode() for cell in row]
    return b"\n".join(written)


def files_of_the_servers() -> Iterator[tuple[Path, bytes]]:
    """PostgreSQL's data, its write-ahead log, and the logs of both servers, one file after the other."""
    SERVERS.checkpoint()
    for folder in ("pg", "logs"):
        for path in (SERVERS.folder / folder).rglob("*"):
            if path.is_file() and not path.is_symlink():
                try:
                    yield path, path.read_bytes()
                except FileNotFoundError:
                    continue  # the server has taken it away meanwhile


def in_valkey() -> bytes:
    """Every key and value, as Valkey would write them to its disk."""
    with redis.Redis.from_url(settings.REDIS_URL) as client:
        return b"\n".join(key + b"\0" + (client.dump(key) or b"") for key in client.keys("*"))


def test_nothing_that_was_typed_about_a_person_comes_to_rest_readable(canaries: Canaries, log: io.StringIO) -> None:
    community = create_community(slug="haihong", name="海鸿社区", region_code="630222100001", by=SYSTEM)
    administrator = settled(create_first_administrator(LI, canaries.text("administrator"), community=community))
    settled(invite(WANG, canaries.text("staff"), {STAFF}, community=community, by=administrator.actor))
    staff, assessor = Browser(), Browser()
    ok(staff.login(LI))
    ok(assessor.login(WANG))
    ok(staff.post("/api/campaigns", {"year": 2026}))
    invited = {"phone": canaries.phone("invited telephone"), "name": canaries.text("invited"), "roles": ["staff"]}
    ok(staff.post("/api/accounts", invited))
    Browser().post("/api/session/codes", {"phone": invited["phone"]})

    wish = entered_by_staff(staff, assessor, canaries)
    imported(staff, canaries)
    mistaken(staff, canaries)
    send_due()

    shown = ok(staff.get(f"/api/wishes/{wish}"))
    assert shown["item"] == "书包", "the wish is really there"

    assert canaries.found_in(rows_as_text()) == set()
    assert canaries.found_in(log.getvalue().encode()) == set()
    assert canaries.found_in(in_valkey()) == set()
    for path, content in files_of_the_servers():
        assert canaries.found_in(content) == set(), path


def test_neither_a_key_nor_a_session_comes_to_rest_readable(log: io.StringIO) -> None:
    community = create_community(slug="haihong", name="海鸿社区", region_code="630222100001", by=SYSTEM)
    invitation = create_first_administrator(LI, "李主任", community=community)
    settled(invitation)
    browser = Browser()
    ok(browser.login(LI))
    data_key = envelope.unwrap(Community.objects.get().wrapped_key, owner_of(community.pk))
    community_keys, hub_keys = keys_of(community), keys_for("hub")
    secret = [
        envelope.master_key(),
        data_key,
        *(part for keys in (community_keys, hub_keys) for part in (keys.encrypting, keys.blinding)),
        browser.client.cookies["sessionid"].value.encode(),
    ]
    readable = rows_as_text() + log.getvalue().encode() + in_valkey()
    for number, key in enumerate(secret):
        for form in (key, key.hex().encode(), base64.b64encode(key)):
            assert form not in readable, number


def test_the_canaries_would_be_found(canaries: Canaries) -> None:
    create_community(slug="haihong", name=canaries.text("name of the community"), region_code="630222100001", by=SYSTEM)
    assert canaries.found_in(rows_as_text()) == {"name of the community"}
    assert any(canaries.found_in(content) for _, content in files_of_the_servers())
