"""What the operator sees of a community beside its name: its administrators, whether somebody came, how much goes on."""

from django.db import connection
from django.test import Client

from hub.accounts.inviting import invite, make_operator
from hub.actor import ADMINISTRATOR, STAFF, SYSTEM
from hub.clock import now, today
from hub.communities import states
from hub.communities.models import Community
from hub.rollups.activity import activity_of, history_of, limits_of
from hub.rollups.keeping import Line, keep
from hub.rollups.models import COUNTS, STAGES
from tests.hub.accounts.office import Browser, settled


def place(code: str, name: str) -> Community:
    connection.set_schema_to_public()
    return Community.objects.create(
        slug=f"c{code}", schema_name=f"c_{code}", name=name, region_code=code, wrapped_key=b"", schema_version=""
    )


def test_administrators_are_named_with_their_last_login_and_nobody_else(db: None) -> None:
    here, there = place("630222100001", "海鸿社区"), place("630222100002", "滨河社区")
    head = invite("13909730001", "冶主任", {ADMINISTRATOR}, community=here, by=SYSTEM)
    invite("13909730002", "赵敏", {STAFF}, community=here, by=SYSTEM)
    type(head.seat).objects.filter(pk=head.seat.pk).update(last_login_at=now())
    found = activity_of([here.pk, there.pk])
    assert [each.name for each in found[here.pk].administrators] == ["冶主任"]
    assert found[here.pk].last_login_at is not None
    assert (found[there.pk].administrators, found[there.pk].last_login_at) == ([], None)


def test_wishes_of_the_year_are_those_in_the_pool_and_on_their_way_there(db: None) -> None:
    here = place("630222100001", "海鸿社区")
    counts = {**dict.fromkeys(COUNTS, 0), "in_pool": 40, "collected": 3, "verified": 2, "members": 90}
    keep(here, Line(today().year, "running", counts, dict.fromkeys(STAGES, 0), {}, None), day=today(), moment=now())
    one = activity_of([here.pk])[here.pk]
    assert (one.wishes, one.members, one.messages) == (45, 90, 0)
    assert limits_of(here)["day"] == 0


def test_the_history_names_reasons_the_newest_first(db: None) -> None:
    here = place("630222100001", "海鸿社区")
    states.suspend(here, reason="合并到滨河社区", by=SYSTEM)
    states.resume(here, by=SYSTEM)
    assert [(each["verb"], each["reason"]) for each in history_of(here)] == [
        ("resume", ""),
        ("suspend", "合并到滨河社区"),
    ]


def test_the_operator_asks_for_many_communities_at_once(db: None, settings: object) -> None:
    here = place("630222100001", "海鸿社区")
    settled(make_operator("+8613900120511", "运营员"))
    browser = Browser("wishbridge.localhost")
    assert browser.login("+8613900120511").status_code == 200
    answer = browser.get(f"/api/communities/activity?ids={here.pk},{here.pk}")
    assert [each["id"] for each in answer.json()] == [str(here.pk)]
    assert browser.get("/api/communities/activity?ids=x").status_code == 400
    assert Client(SERVER_NAME="wishbridge.localhost").get("/api/communities/activity").status_code == 401
