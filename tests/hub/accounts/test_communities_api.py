"""The platform's host: the operator makes communities and opens and closes them."""

from collections.abc import Callable

import pytest

from hub.accounts.inviting import make_officer
from hub.accounts.models import Seat
from hub.accounts.seats import Standing
from hub.communities.directory import directory
from hub.communities.models import Community
from tests.hub.accounts.office import LI, PASSWORD, STRANGER, Browser

SignIn = Callable[..., Browser]
PLATFORM = "wishbridge.localhost"
OPERATOR = "+8613900120400"
pytestmark = pytest.mark.django_db

NEW = {
    "slug": "binhe",
    "name": "滨河社区",
    "region_code": "630222100002",
    "region_names": ["青海省", "海东市", "民和回族土族自治县", "川口镇"],
    "administrator": {"name": "赵主任", "phone": "139 0012 0411"},
}


def test_a_new_community_comes_with_its_first_administrator(signed_in: SignIn, operator: Standing) -> None:
    made = signed_in(OPERATOR, PLATFORM).post("/api/communities", NEW)
    assert made.status_code == 201, made.content.decode()
    body = made.json()
    assert (body["slug"], body["state"], body["hosts"]) == ("binhe", "active", ["binhe.localhost"])
    assert body["region"] == ["青海省", "海东市", "民和回族土族自治县", "川口镇"]

    directory.forget()
    there = Browser("binhe.localhost")
    assert there.login("+8613900120411", body["administrator"]["first_password"]).status_code == 200


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"slug": "WWW!"}, "slug"),
        ({"region_code": "63"}, "region_code"),
        ({"administrator": {"name": "赵主任", "phone": "12"}}, "administrator.phone"),
        ({"administrator": {"name": " ", "phone": "13900120411"}}, "administrator.name"),
        ({"schema_name": "public"}, "schema_name"),
    ],
)
def test_a_community_that_cannot_be_made_leaves_nothing(
    signed_in: SignIn, operator: Standing, change: dict[str, object], field: str
) -> None:
    refused = signed_in(OPERATOR, PLATFORM).post("/api/communities", {**NEW, **change})

    assert (refused.status_code, list(refused.json()["errors"])) == (400, [field])
    assert not Community.objects.exists()


def test_the_list_is_searched_by_name_address_and_region(
    signed_in: SignIn, operator: Standing, haihong: Community, binhe: Community
) -> None:
    browser = signed_in(OPERATOR, PLATFORM)

    def found(query: str) -> list[str]:
        page = browser.get(f"/api/communities?{query}").json()
        assert page["count"] == len(page["results"])
        return [row["slug"] for row in page["results"]]

    assert found("") == ["haihong", "binhe"]
    assert found("q=滨河") == found("q=binhe") == found("q=630222100002") == ["binhe"]
    assert found("state=suspended") == []


def test_a_community_is_suspended_with_a_reason_and_resumed(
    signed_in: SignIn, operator: Standing, haihong: Community, li: Standing
) -> None:
    browser, path = signed_in(OPERATOR, PLATFORM), f"/api/communities/{haihong.pk}"
    at_work = signed_in(LI)
    assert list(browser.send("PATCH", path, {"state": "suspended"}).json()["errors"]) == ["reason"]
    assert browser.send("PATCH", path, {"state": "suspended", "reason": "欠费"}).json()["state"] == "suspended"
    directory.forget()
    assert at_work.get("/api/site").status_code == 503

    assert browser.send("PATCH", path, {"state": "active"}).json()["state"] == "active"
    directory.forget()
    assert at_work.who()["name"] == "李主任"
    assert browser.send("PATCH", path, {"state": "active"}).status_code == 409


def test_a_community_is_archived_and_restored(signed_in: SignIn, operator: Standing, haihong: Community) -> None:
    browser, path = signed_in(OPERATOR, PLATFORM), f"/api/communities/{haihong.pk}"

    assert browser.send("PATCH", path, {"state": "archived", "reason": "合并"}).json()["state"] == "archived"
    assert browser.send("PATCH", path, {"state": "active"}).json()["state"] == "active"


def test_the_operator_can_add_an_administrator_to_a_community_that_lost_its_own(
    signed_in: SignIn, operator: Standing, haihong: Community, li: Standing
) -> None:
    browser = signed_in(OPERATOR, PLATFORM)
    made = browser.post(f"/api/communities/{haihong.pk}/administrators", {"name": "钱主任", "phone": STRANGER})

    assert made.status_code == 201
    assert Browser().login(STRANGER, made.json()["first_password"]).status_code == 200


def test_the_operator_lets_the_only_administrator_in_again(
    signed_in: SignIn, operator: Standing, haihong: Community, li: Standing
) -> None:
    at_work = signed_in(LI)
    Seat.objects.filter(pk=li.seat.pk).update(active=False)
    made = signed_in(OPERATOR, PLATFORM).post(
        f"/api/communities/{haihong.pk}/administrators", {"name": "李主任", "phone": LI}
    )

    assert at_work.who() is None
    assert Browser().login(LI).status_code == 401
    assert Browser().login(LI, made.json()["first_password"]).json()["account"]["roles"] == ["administrator"]


@pytest.mark.parametrize("who", ["officer", "nobody"])
def test_only_the_operator_reaches_communities_and_messages(haihong: Community, who: str) -> None:
    browser = Browser(PLATFORM)
    if who == "officer":
        first = make_officer(STRANGER, "县民政局", "630222").first_password
        browser.login(STRANGER, first or "")
        assert browser.send("PUT", "/api/session/password", {"new_password": PASSWORD}).status_code == 204
    for method, path in [
        ("GET", "/api/communities"),
        ("POST", "/api/communities"),
        ("GET", f"/api/communities/{haihong.pk}"),
        ("PATCH", f"/api/communities/{haihong.pk}"),
        ("POST", f"/api/communities/{haihong.pk}/administrators"),
        ("GET", "/api/outbox"),
        ("GET", "/api/messages"),
    ]:
        assert browser.send(method, path, {}).status_code == (401 if who == "nobody" else 403), path


def test_a_communitys_host_knows_nothing_of_the_platforms_routes(signed_in: SignIn, li: Standing) -> None:
    browser = signed_in(LI)
    for path in ("/api/communities", "/api/outbox", "/api/templates"):
        assert browser.get(path).status_code == 404


def test_an_operator_is_nobody_on_a_communitys_host(operator: Standing, haihong: Community) -> None:
    assert Browser().login(OPERATOR).status_code == 401


def test_an_unknown_community_is_404(signed_in: SignIn, operator: Standing, haihong: Community) -> None:
    path = f"/api/communities/{operator.seat.account_id}"

    assert signed_in(OPERATOR, PLATFORM).get(path).status_code == 404
