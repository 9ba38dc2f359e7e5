"""Officers see figures: on every route that lets them in nothing of a resident, a wish or a member, and nothing of another county."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver
from django_tenants.utils import tenant_context
from openpyxl import load_workbook

from hub.accounts.inviting import make_officer, make_operator
from hub.actor import OFFICER, SYSTEM
from hub.bells.ringing import FIGURES, answer
from hub.clock import standing_at
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from hub.communities.regions import prefixes
from tenants.claims import giving_up
from tenants.figures.recounting import recount
from tenants.members.models import Branch, Member
from tenants.people.models import Beneficiary
from tenants.wishes.models import Wish, WishEntry
from tests.hub.accounts.office import Browser, settled
from tests.world import MONDAY, S, make_world

HOST = "wishbridge.localhost"
COUNTY, NEIGHBOUR = "630222", "632801"
OURS, THEIRS = "630222100001", "632801100001"
OFFICER_PHONE = "+8613900120512"
SECRET_STATES = (S.COLLECTED, S.OPEN, S.CLAIMED, S.DELIVERED, S.FULFILLED, S.DECLINED, S.REFERRED, S.BACKSTOPPED)


def officers_routes() -> list[str]:
    """The paths below /api/ that let an officer in and take no more than a session, read from the URLs themselves."""
    found = []

    def walk(resolver: Any, before: str) -> None:
        for pattern in resolver.url_patterns:
            path = before + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                cls = getattr(pattern.callback, "cls", None)
                roles = [getattr(permission, "roles", None) for permission in getattr(cls, "permission_classes", ())]
                if cls is not None and any(not held or OFFICER in held for held in roles) and hasattr(cls, "get"):
                    found.append(f"/{path}")
            else:
                walk(pattern, path)

    walk(get_resolver("config.urls_hub"), "")
    return sorted(found)


def questions(path: str, *codes: str) -> Iterator[str]:
    """What an officer could ask a route about regions and everything they lie in: one address each."""
    yield path
    for region in [region for code in codes for region in prefixes(code)] if "district" in path else ():
        for more in ("", "&level=communities", "&stage=overdue", "&state=running", "&since=2026-03-01", "&until=2026-03-01",
                     "&year=2026", "&sort=name", "&q=社区", "&page=2", "&level=communities&stage=late_open&sort=-longest",
                     "&since=2026-03-01&until=2026-03-08&level=communities", "&nonsense=1", "&year=x"):  # fmt: skip
            yield f"{path}?region={region}{more}"


def told(answer: Any) -> str:
    """All that an answer says: its body, its headers, and of a workbook every cell of every sheet."""
    # What names the request and not what was asked for.
    headers = {name: value for name, value in answer.headers.items() if name not in ("X-Request-ID", "Content-Length")}
    body = answer.content
    if body[:2] == b"PK":
        book = load_workbook(io.BytesIO(body))
        cells = [[str(cell.value) for row in sheet.iter_rows() for cell in row] for sheet in book]
        text = json.dumps([book.sheetnames, cells, [str(book.properties.creator), str(book.properties.title)]])
        # The moment of the export stands in it and is nobody's secret.
        return text.encode().decode("unicode_escape") + str(headers)
    return str(body.decode()).encode().decode("utf-8") + str(headers)


def without_the_request(text: str, answer: Any) -> str:
    identifier = answer.headers.get("X-Request-ID")
    return text.replace(identifier, "") if identifier else text


def live(community: Community) -> list[str]:
    """Work of every kind in a community, counted; returns everything in it that no officer may read."""
    with tenant_context(community):
        world = make_world(community)
        story = "丈夫去世后独自抚养孙女，夜里常常睡不着"
        for number, state in enumerate(SECRET_STATES):
            person = (world.elder, world.child, world.neighbour)[number % 3]
            world.wish(state, item=f"红漆木箱{number}", person=person, public_text=f"一位老人想要的旧木箱{number}")
        giving_up.withdraw(world.wish(S.OPEN), reason="deceased", remark=story, by=world.assessor)
        answer(community, FIGURES, recount)
        secrets = {story, world.collector.name, world.assessor.name, world.administrator.name}
        for person in Beneficiary.objects.select_related("household"):
            secrets |= {person.name, person.phone, person.phone[3:], person.household.address}
            secrets |= {person.situation, person.guardian_name, str(person.pk), str(person.household_id)}
        for wish in Wish.objects.all():
            secrets |= {wish.item, wish.public_text, wish.number, str(wish.pk)}
        for member in Member.objects.all():
            secrets |= {member.name, member.phone, member.phone[3:], str(member.pk)}
        secrets |= {str(pk) for pk in WishEntry.objects.values_list("pk", flat=True)}
        secrets |= set(Branch.objects.values_list("name", flat=True)) | {community.schema_name, str(community.pk)}
        return sorted(secret for secret in secrets if secret)


@pytest.fixture
def two_counties(db: None) -> Iterator[tuple[Community, Community]]:
    with standing_at(MONDAY):
        yield (
            create_community(slug="haihong", name="海鸿社区", region_code=OURS, by=SYSTEM,
                             region_names=["青海省", "海东市", "民和回族土族自治县", "川口镇"]),
            create_community(slug="jinfeng", name="金峰路社区", region_code=THEIRS, by=SYSTEM,
                             region_names=["青海省", "海西州", "格尔木市", "昆仑路街道"]),
        )  # fmt: skip


@pytest.fixture
def officer(two_counties: object, settings: Any) -> Browser:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settled(make_officer(OFFICER_PHONE, "县民政局", COUNTY))
    browser = Browser(HOST)
    assert browser.login(OFFICER_PHONE).status_code == 200
    return browser


def test_the_routes_of_officers_are_found() -> None:
    found = officers_routes()
    assert {"/api/district", "/api/district/trend", "/api/district/sheet", "/api/district/export"} <= set(found)
    assert not any("<" in path for path in found), "give the new route's argument a value here"


def test_no_answer_holds_anything_of_a_resident_a_wish_or_a_member(
    two_counties: tuple[Community, Community], officer: Browser
) -> None:
    secrets = live(two_counties[0])
    assert len(secrets) > 60
    seen = 0
    for path in officers_routes():
        for question in questions(path, OURS):
            answered = officer.get(question)
            assert answered.status_code in (200, 400, 403, 404), question
            text = without_the_request(told(answered), answered)
            assert [secret for secret in secrets if secret in text] == [], question
            seen += answered.status_code == 200
    assert seen > 150


def test_the_neighbours_work_changes_no_answer(two_counties: tuple[Community, Community], officer: Browser) -> None:
    ours, theirs = two_counties
    live(ours)
    asked = [question for path in officers_routes() for question in questions(path, OURS, THEIRS)]

    def answers() -> dict[str, tuple[int, str]]:
        found = {}
        for path in asked:
            answered = officer.get(path)
            found[path] = (answered.status_code, without_the_request(told(answered), answered))
        return found

    before = answers()
    live(theirs)
    after = answers()
    assert [path for path in asked if before[path] != after[path]] == []
    for path, (status, text) in after.items():
        assert not [word for word in ("金峰路", "格尔木", "海西", "昆仑路", THEIRS) if word in text], path
        if f"region={NEIGHBOUR}" in path and "/district" in path and "regions" not in path:
            assert status in (400, 404), path


def test_a_region_of_others_is_answered_like_one_that_is_none(
    two_counties: tuple[Community, Community], officer: Browser
) -> None:
    live(two_counties[1])
    for path in officers_routes():
        if not path.startswith("/api/district") or path.endswith("regions"):
            continue
        refused = set()
        for region in ("63", "6328", NEIGHBOUR, THEIRS, "990000", "110101", "630222100999", "6302221", "63022a", "*"):
            answered = officer.get(f"{path}?region={region}")
            assert answered.status_code == 404, f"{path}?region={region}"
            refused.add(without_the_request(answered.content.decode(), answered))
        assert len(refused) == 1, path


def test_the_districts_queries_touch_no_communitys_schema(
    two_counties: tuple[Community, Community], officer: Browser
) -> None:
    live(two_counties[0])
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tablename FROM pg_tables WHERE schemaname = %s", [two_counties[0].schema_name])
        tables = {name for (name,) in cursor.fetchall()} - {"django_migrations"}
    assert "wishes_wish" in tables
    with CaptureQueriesContext(
        connection,
    ) as queries:
        for path in officers_routes():
            for question in questions(path, OURS):
                officer.get(question)
    said = "\n".join(query["sql"] for query in queries.captured_queries)
    assert "rollups_communityyear" in said
    assert two_counties[0].schema_name not in said
    assert [name for name in tables if name in said] == []


def test_an_officer_who_is_also_the_operator_has_both(two_counties: object, settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settled(make_operator("+8613900120513", "运营员"))
    make_officer("+8613900120513", "运营员", COUNTY)
    make_officer("+8613900120513", "运营员", f"{COUNTY}100")
    browser = Browser(HOST)
    assert browser.login("+8613900120513").status_code == 200
    assert set(browser.who()["roles"]) == {"operator", "officer"}
    assert browser.get("/api/communities").status_code == 200
    assert browser.get("/api/district").json()["code"] == COUNTY
    # A town that lies in the county is no second choice.
    assert [region["code"] for region in browser.get("/api/district/regions").json()] == [COUNTY]
    assert browser.get(f"/api/district?region={NEIGHBOUR}").status_code == 404


def test_the_operator_alone_is_no_officer(two_counties: object, settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settled(make_operator("+8613900120514", "运营员"))
    browser = Browser(HOST)
    assert browser.login("+8613900120514").status_code == 200
    assert {browser.get(path).status_code for path in officers_routes() if "district" in path} == {403}
