"""Codes that log in once."""

import datetime
import re
from collections.abc import Callable

import pytest
import time_machine
from django_tenants.utils import tenant_context

from hub.accounts.codes import issue_first_code
from hub.accounts.members import ensure_member_account, issue_member_code, withdraw_member_account
from hub.accounts.models import Account, LoginCode
from hub.accounts.roles import disable
from hub.accounts.seats import Standing
from hub.actor import MEMBER
from hub.clock import now
from hub.communities.models import Community
from hub.identifiers import uuid7
from hub.refusal import Refusal
from hub.sms.models import Message, OutboxEntry
from hub.sms.sender import send_due
from tests.hub.accounts.office import LI, MA, PASSWORD, STRANGER, Browser

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Browser]


def code_sent_to(browser: Browser, phone: str) -> str:
    """Asks for a code, has the worker send it, and reads the outbox as the person reads the telephone."""
    assert browser.post("/api/session/codes", {"phone": phone}).status_code == 202
    send_due()
    found = re.search(r"[0-9]{6}", OutboxEntry.objects.latest("at").text)
    assert found
    return found.group()


def by_code(browser: Browser, phone: str, code: str) -> int:
    return int(browser.post("/api/session", {"phone": phone, "code": code}).status_code)


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06d}"


def test_a_code_by_sms_logs_in_once(ma: Account) -> None:
    browser = Browser()
    code = code_sent_to(browser, MA)

    answer = browser.post("/api/session", {"phone": MA, "code": code})
    assert answer.status_code == 200
    assert answer.json()["account"]["roles"] == [MEMBER]
    assert answer.json()["account"]["member_id"]
    assert by_code(Browser(), MA, code) == 401


def test_a_code_is_accepted_as_people_write_it(ma: Account, haihong: Community, li: Standing) -> None:
    code = code_sent_to(Browser(), MA)
    assert (
        by_code(
            Browser(), MA, f" {code[:3]} {code[3:]} ".translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        )
        == 200
    )
    printed = issue_first_code(ma.pk, community=haihong, by=li.actor)
    assert by_code(Browser(), MA, printed.upper().replace("-", " ")) == 200


def test_a_code_lasts_five_minutes(ma: Account) -> None:
    code = code_sent_to(Browser(), MA)

    with time_machine.travel(now() + datetime.timedelta(minutes=5, seconds=1)):
        assert by_code(Browser(), MA, code) == 401


def test_a_newer_code_takes_the_place_of_the_older_one(ma: Account) -> None:
    old = code_sent_to(Browser(), MA)
    with time_machine.travel(now() + datetime.timedelta(seconds=61)):
        new = code_sent_to(Browser(), MA)
        assert by_code(Browser(), MA, old) == 401
        assert by_code(Browser(), MA, new) == 200


def test_five_wrong_tries_spend_a_code(ma: Account) -> None:
    code = code_sent_to(Browser(), MA)
    for _ in range(5):
        assert by_code(Browser(), MA, other_than(code)) == 401

    assert by_code(Browser(), MA, code) == 401


def test_the_fifth_try_may_be_the_right_one(ma: Account) -> None:
    code = code_sent_to(Browser(), MA)
    for _ in range(4):
        assert by_code(Browser(), MA, other_than(code)) == 401

    assert by_code(Browser(), MA, code) == 200


def test_a_code_of_one_community_opens_no_other(ma: Account, haihong: Community, binhe: Community) -> None:
    ensure_member_account(uuid7(), MA, "马秀兰", binhe)
    code = code_sent_to(Browser(), MA)

    assert by_code(Browser("binhe.localhost"), MA, code) == 401
    assert by_code(Browser(), MA, code) == 200


@pytest.mark.parametrize("known", [True, False])
def test_asking_for_a_code_is_answered_alike_for_known_and_unknown_numbers(ma: Account, known: bool) -> None:
    phone = MA if known else STRANGER
    browser = Browser()
    first = browser.post("/api/session/codes", {"phone": phone})
    second = browser.post("/api/session/codes", {"phone": phone})

    assert (first.status_code, first.content) == (202, b"")
    assert (second.status_code, second.json()["code"]) == (429, "too_often")
    assert 55 <= int(second.headers["Retry-After"]) <= 60
    assert Message.objects.count() == LoginCode.objects.count() == (1 if known else 0)
    assert Account.objects.count() == 2, "and no account is left behind for a stranger"


def test_a_disabled_account_and_a_member_who_left_get_no_code(haihong: Community, li: Standing) -> None:
    member = uuid7()
    account = ensure_member_account(member, MA, "马秀兰", haihong, by=li.actor)
    disable(account.pk, community=haihong, by=li.actor)
    assert Browser().post("/api/session/codes", {"phone": MA}).status_code == 202
    gone = uuid7()
    ensure_member_account(gone, STRANGER, "王秀英", haihong, by=li.actor)
    withdraw_member_account(gone, community=haihong, by=li.actor)
    assert Browser().post("/api/session/codes", {"phone": STRANGER}).status_code == 202

    assert not Message.objects.exists()


def test_ten_codes_a_number_and_day(ma: Account) -> None:
    start = now()
    for minute in range(10):
        with time_machine.travel(start + datetime.timedelta(minutes=2 * minute)):
            assert Browser().post("/api/session/codes", {"phone": MA}).status_code == 202
    with time_machine.travel(start + datetime.timedelta(hours=23)):
        refused = Browser().post("/api/session/codes", {"phone": MA})
        assert refused.status_code == 429
        assert int(refused.headers["Retry-After"]) == pytest.approx(3600, abs=5)
    with time_machine.travel(start + datetime.timedelta(hours=24, seconds=1)):
        assert Browser().post("/api/session/codes", {"phone": MA}).status_code == 202


@pytest.mark.parametrize("phone", ["0972-8512345", "12345", ""])
def test_only_a_mobile_number_is_sent_a_code(haihong: Community, phone: str) -> None:
    refused = Browser().post("/api/session/codes", {"phone": phone})

    assert (refused.status_code, list(refused.json()["errors"])) == (400, ["phone"])


def test_a_printed_first_code_logs_a_member_in_once(haihong: Community, li: Standing) -> None:
    code = issue_member_code(uuid7(), phone=MA, name="马秀兰", community=haihong, by=li.actor)

    assert re.fullmatch(r"[2-9a-z]{4}-[2-9a-z]{4}", code)
    assert by_code(Browser(), MA, code) == 200
    assert by_code(Browser(), MA, code) == 401


def test_a_first_code_is_good_for_weeks_and_replaced_by_a_newer_one(
    haihong: Community, li: Standing, ma: Account
) -> None:
    old = issue_first_code(ma.pk, community=haihong, by=li.actor)
    new = issue_first_code(ma.pk, community=haihong, by=li.actor)

    with time_machine.travel(now() + datetime.timedelta(days=59)):
        assert by_code(Browser(), MA, old) == 401
        assert by_code(Browser(), MA, new) == 200
    late = issue_first_code(ma.pk, community=haihong, by=li.actor)
    with time_machine.travel(now() + datetime.timedelta(days=61)):
        assert by_code(Browser(), MA, late) == 401


def test_a_first_code_and_a_code_by_sms_do_not_spend_each_other(haihong: Community, li: Standing, ma: Account) -> None:
    printed = issue_first_code(ma.pk, community=haihong, by=li.actor)
    sent = code_sent_to(Browser(), MA)
    for _ in range(5):
        by_code(Browser(), MA, other_than(sent))

    assert by_code(Browser(), MA, printed) == 200


def test_whoever_came_by_sms_may_set_a_password_without_the_old_one(li: Standing) -> None:
    browser = Browser()
    assert by_code(browser, LI, code_sent_to(browser, LI)) == 200

    assert browser.send("PUT", "/api/session/password", {"new_password": "a bridge over it"}).status_code == 204
    assert Browser().login(LI, "a bridge over it").status_code == 200


def test_a_code_by_sms_sets_a_password_without_the_old_one_for_ten_minutes(li: Standing) -> None:
    browser = Browser()
    assert by_code(browser, LI, code_sent_to(browser, LI)) == 200
    assert browser.who()["new_password"] == "nothing"

    with time_machine.travel(now() + datetime.timedelta(minutes=10, seconds=1)):
        assert browser.who()["new_password"] == "old"
        refused = browser.send("PUT", "/api/session/password", {"new_password": "a bridge over it"})
        assert (refused.status_code, refused.json()["code"]) == (400, "old_password_wrong")
        given = {"old_password": PASSWORD, "new_password": "a bridge over it"}
        assert browser.send("PUT", "/api/session/password", given).status_code == 204


def test_an_open_browser_that_was_forgotten_sets_no_first_password(ma: Account) -> None:
    browser = Browser()
    assert by_code(browser, MA, code_sent_to(browser, MA)) == 200

    with time_machine.travel(now() + datetime.timedelta(minutes=10, seconds=1)):
        assert browser.who()["new_password"] == "again"
        refused = browser.send("PUT", "/api/session/password", {"new_password": PASSWORD})
        assert (refused.status_code, refused.json()["code"]) == (400, "sign_in_again")


def test_a_member_sets_a_first_password_after_the_printed_code(haihong: Community, li: Standing, ma: Account) -> None:
    browser = Browser()
    by_code(browser, MA, issue_first_code(ma.pk, community=haihong, by=li.actor))
    assert browser.who()["has_password"] is False

    assert browser.send("PUT", "/api/session/password", {"new_password": PASSWORD}).status_code == 204
    assert Browser().login(MA).status_code == 200


def test_a_new_number_moves_a_member_to_another_account(haihong: Community, li: Standing) -> None:
    member, browser = uuid7(), Browser()
    code = issue_member_code(member, phone=MA, name="马秀兰", community=haihong, by=li.actor)
    by_code(browser, MA, code)
    ensure_member_account(member, STRANGER, "马秀兰", haihong, by=li.actor)

    assert browser.who() is None, "whoever has the old telephone now is not the member"
    assert Browser().post("/api/session/codes", {"phone": MA}).status_code == 202
    assert not Message.objects.exists()


def test_a_number_is_one_members_only(haihong: Community, ma: Account) -> None:
    with pytest.raises(Refusal, match="phone_taken"):
        ensure_member_account(uuid7(), MA, "另一个人", haihong)


def test_codes_are_not_readable_in_the_database(haihong: Community, li: Standing, ma: Account) -> None:
    from django.db import connection

    code = code_sent_to(Browser(), MA)
    printed = issue_first_code(ma.pk, community=haihong, by=li.actor)
    with tenant_context(haihong), connection.cursor() as cursor:
        for table in ("accounts_logincode", "sms_message", "sms_outboxentry", "accounts_account", "accounts_tally"):
            cursor.execute(f"SELECT {table}::text FROM {table}")
            text = str(cursor.fetchall())
            for secret in (code, printed, MA, MA[3:], "马秀兰"):
                assert secret not in text
                assert secret.encode().hex() not in text
