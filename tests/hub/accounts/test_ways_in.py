"""Every way in against every right that it must not give.

A new way in is a new line of `WAYS`: without one `test_every_way_in_stands_here` fails.
"""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django_tenants.utils import tenant_context

from hub.accounts.codes import issue_first_code
from hub.accounts.inviting import create_first_administrator, invite
from hub.accounts.models import Account, LoginCode, Seat, Session
from hub.accounts.passwords import reset_password
from hub.accounts.roles import change_roles
from hub.accounts.seats import Standing
from hub.actor import ADMINISTRATOR, MEMBER, STAFF
from hub.clock import now
from hub.communities.models import Community
from hub.refusal import Refusal
from tenants.members.models import Member
from tenants.members.register import NewMember, edit_member, register_member
from tests.hub.accounts.office import LI, MA, PASSWORD, STRANGER, WANG, Browser
from tests.hub.accounts.test_codes import by_code, code_sent_to

pytestmark = pytest.mark.django_db
NEW = "a bridge over it"
SignIn = Callable[..., Browser]


@pytest.fixture
def member(haihong: Community, li: Standing) -> Member:
    with tenant_context(haihong):
        return register_member(NewMember(name="马秀兰", phone=MA), by=li.actor)


def first_code(clerk: Browser, member: Member) -> Any:
    return clerk.post(f"/api/members/{member.pk}/first-code")


def printed_in(clerk: Browser, member: Member) -> Browser:
    """A browser in which somebody has come with the code that the clerk printed."""
    browser = Browser()
    assert by_code(browser, MA, first_code(clerk, member).json()["code"]) == 200
    return browser


def seat_of_ma() -> Seat:
    return Seat.objects.select_related("account").get(account__memberships__role=MEMBER)


# --- The ways: each brings somebody in as a member's seat; what they must not give follows.


def _by_printed_code(clerk: Browser, member: Member, haihong: Community, li: Standing) -> Browser:
    return printed_in(clerk, member)


def _by_password_set_after_a_printed_code(clerk: Browser, member: Member, haihong: Community, li: Standing) -> Browser:
    assert printed_in(clerk, member).send("PUT", "/api/session/password", {"new_password": NEW}).status_code == 204
    browser = Browser()
    assert browser.login(MA, NEW).status_code == 200
    return browser


def _by_sms(clerk: Browser, member: Member, haihong: Community, li: Standing) -> Browser:
    browser = Browser()
    assert by_code(browser, MA, code_sent_to(browser, MA)) == 200
    return browser


def _by_password_set_after_sms(clerk: Browser, member: Member, haihong: Community, li: Standing) -> Browser:
    assert (
        _by_sms(clerk, member, haihong, li).send("PUT", "/api/session/password", {"new_password": PASSWORD}).status_code
        == 204
    )
    browser = Browser()
    assert browser.login(MA).status_code == 200
    return browser


def _by_reset(clerk: Browser, member: Member, haihong: Community, li: Standing) -> Browser:
    _by_sms(clerk, member, haihong, li)
    first = reset_password(seat_of_ma().account_id, community=haihong, by=li.actor)
    browser = Browser()
    assert browser.login(MA, first).status_code == 200
    assert browser.send("PUT", "/api/session/password", {"new_password": NEW}).status_code == 204
    return browser


WAYS = {
    "printed code": _by_printed_code,
    "password after a printed code": _by_password_set_after_a_printed_code,
    "code by SMS": _by_sms,
    "password after a code by SMS": _by_password_set_after_sms,
    "first password of a reset": _by_reset,
}
OFFICE_DOORS = ["/api/accounts", "/api/members", "/api/wishes", "/api/people"]


@pytest.mark.parametrize("way", WAYS)
def test_a_session_does_not_grow_into_an_offices(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing, member: Member, way: str
) -> None:
    """Whoever becomes staff meanwhile signs in anew: a member's session lasts a month, and may be somebody else's."""
    browser = WAYS[way](signed_in(WANG), member, haihong, li)
    assert browser.who()["roles"] == [MEMBER]
    change_roles(seat_of_ma().account_id, {ADMINISTRATOR, STAFF}, community=haihong, by=li.actor)

    assert browser.who() is None or browser.who()["roles"] == [MEMBER]
    assert {browser.get(door).status_code for door in OFFICE_DOORS} <= {401, 403}


@pytest.mark.parametrize("way", WAYS)
def test_no_way_into_one_community_opens_another_or_the_platform(
    signed_in: SignIn, haihong: Community, binhe: Community, li: Standing, wang: Standing, member: Member, way: str
) -> None:
    here = WAYS[way](signed_in(WANG), member, haihong, li)
    create_first_administrator(MA, "马秀兰", community=binhe)
    for host in ("binhe.localhost", "wishbridge.localhost"):
        abroad = Browser(host)
        abroad.client.cookies["sessionid"] = here.client.cookies["sessionid"].value
        assert abroad.who() is None
        assert {abroad.login(MA, secret).status_code for secret in (PASSWORD, NEW)} == {401}


@pytest.mark.parametrize("how", ["invited", "roles changed"])
def test_a_password_set_after_a_printed_code_never_opens_the_office(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing, member: Member, how: str
) -> None:
    _by_password_set_after_a_printed_code(signed_in(WANG), member, haihong, li)
    if how == "invited":
        first = invite(MA, "马秀兰", {ADMINISTRATOR}, community=haihong, by=li.actor).first_password
        assert first is not None
        assert Browser().login(MA, first).status_code == 200
    else:
        change_roles(seat_of_ma().account_id, {ADMINISTRATOR}, community=haihong, by=li.actor)

    assert Browser().login(MA, NEW).status_code == 401
    # The holder of the telephone comes in, and is what they were made.
    browser = Browser()
    assert by_code(browser, MA, code_sent_to(browser, MA)) == 200
    assert browser.who()["roles"] == [ADMINISTRATOR, MEMBER]


def test_a_code_that_was_printed_before_its_holder_came_into_the_office_opens_a_members_pages_only(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing, member: Member
) -> None:
    code = first_code(signed_in(WANG), member).json()["code"]
    invited = invite(MA, "马秀兰", {ADMINISTRATOR}, community=haihong, by=li.actor)
    holder = Browser()
    holder.login(MA, invited.first_password or "")
    assert holder.send("PUT", "/api/session/password", {"new_password": PASSWORD}).status_code == 204

    browser = Browser()
    assert by_code(browser, MA, code) == 200
    assert browser.who()["roles"] == [MEMBER]
    refused = browser.send("PUT", "/api/session/password", {"new_password": NEW})
    assert (refused.status_code, refused.json()["code"]) == (403, "printed_code_sets_no_password")
    assert holder.who()["roles"] == [ADMINISTRATOR, MEMBER], "and the holder was not put out"
    assert Browser().login(MA).status_code == 200


# --- What a clerk can do with a colleague's telephone


@pytest.mark.parametrize("door", ["new", "edited"])
@pytest.mark.parametrize("colleague", [LI, WANG])
def test_no_code_is_printed_for_a_colleagues_telephone_and_no_name_overwritten(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing, member: Member, door: str, colleague: str
) -> None:
    clerk = signed_in(WANG)
    names = set(Seat.objects.values_list("account_id", "id"))
    if door == "new":
        made = clerk.post("/api/members", {"name": "赵六", "phone": colleague})
        assert made.status_code == 201, made.json()
        id = made.json()["id"]
    else:
        first_code(clerk, member)
        id = str(member.pk)
        assert clerk.send("PATCH", f"/api/members/{id}", {"phone": colleague, "name": "赵六"}).status_code == 200
    refused = clerk.post(f"/api/members/{id}/first-code")

    assert (refused.status_code, refused.json()["code"]) == (409, "office_telephone")
    # A stranger's asking for a code attaches nothing either.
    assert Browser().post("/api/session/codes", {"phone": colleague}).status_code == 202
    assert names <= set(Seat.objects.values_list("account_id", "id"))
    assert {seat.name for seat in Seat.objects.all()} <= {"李主任", "王晓", "马秀兰"}
    of = {LI: li, WANG: wang}[colleague].seat.account_id
    assert clerk.get(f"/api/members/{id}").json()["has_account"] is False
    assert not LoginCode.objects.filter(seat__account_id=of, kind=LoginCode.Kind.FIRST).exists()
    # The holder logs in: now the register may say that they are a member too; the name stays theirs.
    browser = signed_in(colleague)
    assert MEMBER in browser.who()["roles"]
    assert browser.who()["name"] == {LI: "李主任", WANG: "王晓"}[colleague]
    assert clerk.post(f"/api/members/{id}/first-code").status_code == 409, "nor is one printed after that"


def test_an_import_can_do_no_more(haihong: Community, li: Standing, wang: Standing, member: Member) -> None:
    """The import registers and edits by the register's own verbs."""
    with tenant_context(haihong):
        register_member(NewMember(name="赵六", phone=LI), by=wang.actor)
        edit_member(member, {"phone": WANG}, by=wang.actor)

    assert {seat.name for seat in Seat.objects.all()} == {"李主任", "王晓"}
    assert not Account.objects.filter(memberships__role=MEMBER).exists()


def test_a_disabled_colleagues_telephone_gets_no_code_either(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing
) -> None:
    from hub.accounts.roles import disable

    disable(wang.seat.account_id, community=haihong, by=li.actor)
    with tenant_context(haihong):
        again = register_member(NewMember(name="王晓", phone=WANG), by=li.actor)

    assert first_code(signed_in(LI), again).json()["code"] == "office_telephone"
    with pytest.raises(Refusal, match="office_telephone"):
        issue_first_code(wang.seat.account_id, community=haihong, by=li.actor)


def test_an_administrator_who_is_a_member_stays_signed_in_when_the_register_changes(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing
) -> None:
    with tenant_context(haihong):
        row = register_member(NewMember(name="李主任", phone=LI), by=wang.actor)
    browser = signed_in(LI)
    assert browser.who()["roles"] == [ADMINISTRATOR, MEMBER]
    with tenant_context(haihong):
        edit_member(row, {"phone": STRANGER, "name": "赵六"}, by=wang.actor)

    assert (browser.who()["roles"], browser.who()["name"]) == ([ADMINISTRATOR], "李主任")


# --- A printed code and a member's own password


def test_a_printed_code_voids_the_members_password_and_asks_for_a_new_one(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing, member: Member
) -> None:
    own = _by_password_set_after_sms(signed_in(WANG), member, haihong, li)
    clerk = signed_in(WANG)
    code = first_code(clerk, member).json()["code"]
    assert own.who()["first_code"]["printed_by"] == "王晓", "the member reads it at once"
    assert Browser().login(MA).status_code == 200, "printed only, the code changes nothing"

    browser = Browser()
    assert by_code(browser, MA, code) == 200
    assert (own.who(), Browser().login(MA).status_code) == (None, 401)
    assert browser.who()["must_change_password"]
    assert browser.get("/api/my/claims").status_code == 403
    assert browser.send("PUT", "/api/session/password", {"new_password": NEW}).status_code == 204
    assert browser.get("/api/my/claims").status_code == 200
    assert Browser().login(MA, NEW).status_code == 200
    kept = seat_of_ma().account.events.order_by("at").values_list("verb", flat=True)
    assert list(kept)[-4:] == ["first_code_issued", "first_code_used", "password_voided", "password_changed"]


def test_the_members_page_says_when_and_by_whom_a_code_was_printed(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing, member: Member
) -> None:
    clerk = signed_in(WANG)
    assert clerk.get(f"/api/members/{member.pk}").json()["first_code"] is None
    browser = printed_in(clerk, member)

    for told in (clerk.get(f"/api/members/{member.pk}").json()["first_code"], browser.who()["first_code"]):
        assert told["printed_by"] == "王晓"
        assert told["printed_at"] <= told["used_at"]


def test_sessions_of_before_carry_no_more_than_their_way_in(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing
) -> None:
    """A session that a printed code opened before the rule was there."""
    browser = signed_in(WANG)
    row = Session.objects.get(seat=wang.seat)
    row.session_data = browser.client.session.encode({"seat": str(wang.seat.pk), "opened_by": "first"})
    row.save()

    assert browser.who() is None


def test_every_way_in_stands_here() -> None:
    from hub.accounts import login

    ways = {name for name in dir(login) if name.startswith("login_by_")}
    assert ways == {"login_by_password", "login_by_code"}, "a new way in belongs into WAYS"
    assert set(LoginCode.Kind.values) == {"sms", "first"}


# --- Browsers that are known


def test_strangers_failures_do_not_lock_out_an_administrator_on_their_own_computer(li: Standing) -> None:
    own = Browser()
    assert own.login(LI).status_code == 200
    own.send("DELETE", "/api/session")
    for _ in range(10):
        assert Browser().login(LI, "not it").status_code == 401
    assert Browser().login(LI).status_code == 429, "another computer waits"

    assert own.login(LI).status_code == 200
    for _ in range(10):
        assert own.login(LI, "not it").status_code == 401
    assert own.login(LI).status_code == 429, "its own failures count too"


def test_a_hundred_failures_behind_one_address_lock_out_no_known_browser_and_no_other_host(
    haihong: Community, binhe: Community, li: Standing
) -> None:
    there = create_first_administrator(STRANGER, "滨河主任", community=binhe)
    own = Browser(address="10.9.9.9")
    assert own.login(LI).status_code == 200
    for number in range(100):
        assert Browser(address="10.9.9.9").login(f"+86139{number:08}", "guess").status_code == 401
    assert Browser(address="10.9.9.9").login(LI).status_code == 429

    assert own.login(LI).status_code == 200
    elsewhere = Browser("binhe.localhost", address="10.9.9.9")
    assert elsewhere.login(STRANGER, there.first_password or "").status_code == 200


def test_a_known_browser_is_known_for_its_own_seat_180_days_and_cannot_be_forged(
    li: Standing, wang: Standing, haihong: Community
) -> None:
    own = Browser()
    assert own.login(WANG).status_code == 200
    for _ in range(10):
        Browser().login(LI, "not it")
        Browser().login(WANG, "not it")
    assert own.login(LI).status_code == 429, "it was never Li's"
    cookie = own.client.cookies["known_browser"]
    assert (cookie["httponly"], cookie["path"], cookie["max-age"]) == (True, "/api/session", 180 * 24 * 3600)
    assert own.login(WANG).status_code == 200

    forged = Browser()
    forged.client.cookies["known_browser"] = cookie.value[:-2] + "xx"
    assert forged.login(WANG).status_code == 429
    with time_machine.travel(now() + datetime.timedelta(days=181)):
        for _ in range(10):
            Browser().login(WANG, "not it")
        assert own.login(WANG).status_code == 429


def test_strangers_neither_spend_a_code_nor_a_days_codes_for_a_known_browser(li: Standing) -> None:
    own = Browser()
    assert own.login(LI).status_code == 200
    start = now()
    for minute in range(10):
        with time_machine.travel(start + datetime.timedelta(minutes=2 * minute)):
            assert Browser().post("/api/session/codes", {"phone": LI}).status_code == 202
    with time_machine.travel(start + datetime.timedelta(hours=1)):
        assert Browser().post("/api/session/codes", {"phone": LI}).status_code == 429
        code = code_sent_to(own, LI)
        for number in range(10):
            Browser().post("/api/session", {"phone": LI, "code": f"{(int(code) + 1 + number) % 10**6:06d}"})
        assert by_code(Browser(), LI, code) == 429
        assert by_code(own, LI, code) == 200


def test_a_number_locked_at_one_community_is_free_at_another(li: Standing, binhe: Community) -> None:
    there = create_first_administrator(LI, "李主任", community=binhe)
    for _ in range(10):
        Browser().login(LI, "not it")

    assert Browser("binhe.localhost").login(LI, there.first_password or "").status_code == 200


def test_beyond_a_limit_nothing_is_hashed(li: Standing, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(10):
        Browser().login(LI, "not it")

    def hashed(*_: Any, **__: Any) -> bool:
        raise AssertionError("a password was hashed")

    monkeypatch.setattr("hub.accounts.login.check_password", hashed)
    assert Browser().login(LI).status_code == 429


def test_whoever_is_signed_in_changes_the_password_whatever_strangers_try(signed_in: SignIn, li: Standing) -> None:
    own = signed_in(LI)
    for _ in range(10):
        Browser().login(LI, "not it")

    given = {"old_password": PASSWORD, "new_password": NEW}
    assert own.send("PUT", "/api/session/password", given).status_code == 204
