"""Signing in and out over HTTP."""

import datetime
from collections.abc import Callable

import pytest

from hub.accounts.inviting import create_first_administrator, make_officer
from hub.accounts.models import Account, Session
from hub.accounts.passwords import reset_password
from hub.accounts.roles import change_roles, disable, enable
from hub.accounts.seats import Standing
from hub.actor import ADMINISTRATOR, STAFF, SYSTEM
from hub.clock import now, standing_at
from hub.communities.models import Community
from tests.hub.accounts.office import LI, MA, PASSWORD, STRANGER, WANG, Browser

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Browser]


def test_a_right_password_begins_a_session_and_the_answer_says_who_and_where(li: Standing) -> None:
    browser = Browser()
    answer = browser.login("139-0012-0401")

    assert answer.status_code == 200
    site = answer.json()
    assert (site["kind"], site["slug"], site["name"]) == ("community", "haihong", "海鸿社区")
    assert site["region"] == ["青海省", "海东市", "民和回族土族自治县", "川口镇"]
    assert site["account"]["name"] == "李主任"
    assert site["account"]["roles"] == [ADMINISTRATOR]
    assert browser.who() == site["account"]


def test_the_sessions_cookie_is_out_of_reach_of_scripts_and_other_sites(li: Standing) -> None:
    cookie = Browser().login(LI).cookies["sessionid"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_the_database_does_not_hold_what_the_cookie_holds(signed_in: SignIn, li: Standing) -> None:
    key = signed_in(LI).client.cookies["sessionid"].value

    stored = Session.objects.get()
    assert stored.session_key != key
    assert key not in stored.session_data


def test_a_session_lasts_by_the_clock_that_it_is_looked_up_by(li: Standing) -> None:
    browser = Browser()
    with standing_at(now() + datetime.timedelta(days=40)):
        browser.login(LI)
        assert browser.who()["name"] == "李主任"


def test_a_login_gets_a_new_session_key_and_a_new_csrf_token(signed_in: SignIn, li: Standing, wang: Standing) -> None:
    browser = signed_in(LI)
    before = {name: browser.client.cookies[name].value for name in ("sessionid", "csrftoken")}
    assert browser.login(WANG).status_code == 200

    assert browser.who()["name"] == "王晓"
    for name, value in before.items():
        assert browser.client.cookies[name].value != value
    assert Session.objects.count() == 1, "the session of before is gone"


@pytest.mark.parametrize(
    ("phone", "password"), [(LI, "not it"), (STRANGER, PASSWORD), (MA, PASSWORD), (MA, "!"), (LI, "")]
)
def test_wrong_password_unknown_number_and_member_without_password_are_answered_alike(
    li: Standing, ma: Account, phone: str, password: str
) -> None:
    answer = Browser().login(phone, password or "x")
    first = Browser().login(STRANGER, "whatever it is")

    assert answer.status_code == first.status_code == 401
    differing = {key for key, value in answer.json().items() if value != first.json()[key]}
    assert differing <= {"request_id"}
    assert answer.json()["code"] == "login_failed"


def test_the_answer_to_a_wrong_password_is_in_the_readers_language(li: Standing) -> None:
    assert "密码不对" in Browser().login(LI, "not it").json()["detail"]
    assert "is wrong" in Browser(language="en").login(LI, "not it").json()["detail"]


def test_somebody_of_another_community_does_not_get_in_here(li: Standing, binhe: Community) -> None:
    assert Browser("binhe.localhost").login(LI).status_code == 401


def test_a_session_of_one_host_is_none_on_another(
    signed_in: SignIn, li: Standing, binhe: Community, operator: Standing
) -> None:
    create_first_administrator(LI, "李主任", community=binhe)
    at_home = signed_in(LI)
    for host in ("binhe.localhost", "wishbridge.localhost"):
        abroad = Browser(host)
        abroad.client.cookies["sessionid"] = at_home.client.cookies["sessionid"].value
        assert abroad.who() is None
        assert abroad.get("/api/accounts" if host.startswith("binhe") else "/api/communities").status_code == 401
    assert at_home.who()["name"] == "李主任", "and looking there did not end it here"


def test_a_password_of_one_community_opens_no_other(li: Standing, binhe: Community) -> None:
    there = create_first_administrator(LI, "李主任", community=binhe)

    assert Browser("binhe.localhost").login(LI, PASSWORD).status_code == 401
    assert Browser("binhe.localhost").login(LI, there.first_password or "").status_code == 200
    assert Browser().login(LI, there.first_password or "").status_code == 401


def test_logging_out_ends_the_session_on_the_server(signed_in: SignIn, li: Standing) -> None:
    browser = signed_in(LI)
    key = browser.client.cookies["sessionid"].value
    assert browser.send("DELETE", "/api/session").status_code == 204

    again = Browser()
    again.client.cookies["sessionid"] = key
    assert again.who() is None
    assert Browser().send("DELETE", "/api/session").status_code == 204, "nobody's session ends without an error"


def test_a_disabled_account_is_out_at_once_and_its_session_does_not_come_back(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing
) -> None:
    browser = signed_in(WANG)
    disable(wang.seat.account_id, community=haihong, by=li.actor)
    assert browser.who() is None
    assert Browser().login(WANG).status_code == 401

    enable(wang.seat.account_id, community=haihong, by=li.actor)
    assert browser.who() is None
    assert Browser().login(WANG).status_code == 200


def test_a_role_that_is_taken_away_ends_the_session(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing
) -> None:
    change_roles(wang.seat.account_id, {ADMINISTRATOR, STAFF}, community=haihong, by=li.actor)
    browser = signed_in(WANG)
    assert browser.get("/api/accounts").status_code == 200

    change_roles(wang.seat.account_id, {STAFF}, community=haihong, by=li.actor)
    assert browser.get("/api/accounts").status_code == 401


def test_a_reset_password_ends_the_sessions_and_the_old_password(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing
) -> None:
    browser = signed_in(WANG)
    first = reset_password(wang.seat.account_id, community=haihong, by=li.actor)

    assert browser.who() is None
    assert Browser().login(WANG).status_code == 401
    assert Browser().login(WANG, first).status_code == 200


def test_before_a_first_password_is_changed_nothing_else_is_open(haihong: Community) -> None:
    invitation = create_first_administrator(LI, "李主任", community=haihong)
    browser = Browser()
    assert browser.login(LI, invitation.first_password or "").json()["account"]["must_change_password"]

    for method, path in [("GET", "/api/accounts"), ("POST", "/api/accounts"), ("GET", "/api/wishes")]:
        refused = browser.send(method, path, {})
        assert (refused.status_code, refused.json()["code"]) == (403, "must_change_password"), path
    assert browser.send("PUT", "/api/session/password", {"new_password": PASSWORD}).status_code == 204
    assert browser.get("/api/accounts").status_code == 200
    assert not browser.who()["must_change_password"]
    assert Browser().login(LI, invitation.first_password or "").status_code == 401


def test_ones_own_password_needs_the_old_one(signed_in: SignIn, li: Standing) -> None:
    browser, elsewhere = signed_in(LI), signed_in(LI)
    new = "another river at dawn"
    for old in ("", "not it"):
        refused = browser.send("PUT", "/api/session/password", {"old_password": old, "new_password": new})
        assert (refused.status_code, list(refused.json()["errors"])) == (400, ["old_password"])
    assert (
        browser.send("PUT", "/api/session/password", {"old_password": PASSWORD, "new_password": new}).status_code == 204
    )

    assert browser.who()["name"] == "李主任", "whoever changes it stays"
    assert elsewhere.who() is None, "every other session ends"
    assert Browser().login(LI).status_code == 401
    assert Browser().login(LI, new).status_code == 200


@pytest.mark.parametrize(
    "weak",
    [
        "short",
        "1234567890123",
        "１２３４５６７８９０１２３",
        "password123",
        " " * 11,
        "\u3000" * 11,
        "\u200b" * 11,
        "a         b",
        "aaaaaaaaaaaa",
        "abababababab",
        "+8613900120401",
        "139 0012 0401 a",
        "passwordpassword",
        "Passwordpassword1",
        "password-password",
        "abc123abc123abc123",
        "k7mfk7mfk7mf!",
        "QQQQQQQQQQQQQQwert",
        "13900120401abc",
        "139-0012-0401-abcd",
        "10402100931abcd",
        "李主任李主任李主任1",
        "李主任19760823",
        "lizhuren19760823",
        "Li.Zhu.Ren.2026",
        "zhurenli19760823",
        "lizhurenlizhuren",
        "ZhuRen!19760823",
        PASSWORD,
    ],
)
def test_a_weak_password_or_the_same_again_is_refused(signed_in: SignIn, li: Standing, weak: str) -> None:
    refused = signed_in(LI).send("PUT", "/api/session/password", {"old_password": PASSWORD, "new_password": weak})

    assert (refused.status_code, list(refused.json()["errors"])) == (400, ["new_password"])
    [sentence] = refused.json()["errors"]["new_password"]
    assert weak == PASSWORD or "请换一个" in sentence, "and what to do stands in it"


@pytest.mark.parametrize(
    "good",
    [
        "coffee book 27",
        "banana-split at noon",
        "k7mf-2qxd-w9ra",
        "清晨的河面很安静呢啊哦",
        "li & 一只蓝色的鲸鱼 in may",
    ],
)
def test_a_password_of_several_words_is_taken(signed_in: SignIn, li: Standing, good: str) -> None:
    browser = signed_in(LI)
    taken = browser.send("PUT", "/api/session/password", {"old_password": PASSWORD, "new_password": good})
    assert taken.status_code == 204, taken.content


def test_an_officer_logs_in_on_the_platform_only(haihong: Community) -> None:
    officer = make_officer(STRANGER, "县民政局", "630222")

    assert Browser().login(STRANGER, officer.first_password or "").status_code == 401
    answer = Browser("wishbridge.localhost").login(STRANGER, officer.first_password or "")
    assert answer.json()["account"]["roles"] == ["officer"]
    assert answer.json()["kind"] == "platform"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"phone": LI},
        {"phone": "12", "password": "x"},
        {"phone": LI, "code": "1", "password": "x"},
        {"phone": LI, "password": "x", "role": "administrator"},
        [],
        "text",
        None,
    ],
)
def test_a_malformed_login_is_400_with_the_field(li: Standing, body: object) -> None:
    answer = Browser().post("/api/session", body)

    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/session"),
        ("DELETE", "/api/session"),
        ("POST", "/api/session/codes"),
        ("PUT", "/api/session/password"),
        ("POST", "/api/accounts"),
    ],
)
def test_whatever_changes_something_needs_the_csrf_token_signed_in_or_not(
    signed_in: SignIn, li: Standing, method: str, path: str
) -> None:
    for browser in (Browser(), signed_in(LI)):
        browser.get("/api/site")
        body = '{"phone": "13900120401", "password": "a quiet river at dusk"}'
        for headers in ({}, {"X-CSRFToken": "forged"}):
            answer = browser.client.generic(method, path, body, content_type="application/json", headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")


def test_events_of_an_account_are_on_record(haihong: Community, li: Standing, wang: Standing) -> None:
    disable(wang.seat.account_id, community=haihong, by=li.actor)

    events = wang.seat.account.events.order_by("at").values_list("verb", "actor_name")
    assert list(events) == [("invited", "李主任"), ("password_changed", SYSTEM.name), ("disabled", "李主任")]
