"""What the operator sees of messages."""

from collections.abc import Callable
from typing import Any

import pytest

from hub.accounts.seats import Standing
from hub.communities.models import Community
from hub.privacy.models import AccessLog
from hub.sms.models import Message, OutboxEntry
from hub.sms.send import say
from hub.sms.sender import send_due
from tests.hub.accounts.office import MA, STRANGER, Browser
from tests.hub.sms.gateways import Blind

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(signed_in: Callable[..., Browser], operator: Standing) -> Browser:
    return signed_in("+8613900120400", "wishbridge.localhost")


def code(number: str, phone: str, community: Community | None) -> Message:
    return say(
        purpose=f"code {number} {phone}",
        template="one_time_code",
        phone=phone,
        params={"code": number, "minutes": "5"},
        community=community,
    )


@pytest.fixture
def outbox(haihong: Community, binhe: Community) -> None:
    code("111111", MA, haihong)
    send_due()
    code("222222", STRANGER, binhe)
    send_due()
    code("333333", MA, None)
    send_due()


def rows(browser: Browser, query: str = "") -> list[dict[str, Any]]:
    page = browser.get(f"/api/outbox?{query}").json()
    assert page["count"] == len(page["results"])
    listed: list[dict[str, Any]] = page["results"]
    return listed


def test_the_outbox_is_read_newest_first_with_its_community_and_the_number_masked(
    browser: Browser, outbox: None
) -> None:
    listed = rows(browser)

    assert [row["text"][13:19] for row in listed] == ["333333", "222222", "111111"]
    assert [row["community"] for row in listed] == [
        None,
        {"slug": "binhe", "name": "滨河社区"},
        {"slug": "haihong", "name": "海鸿社区"},
    ]
    assert {row["phone"] for row in listed} == {"139****0422", "139****0999"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("community=haihong", ["111111"]),
        ("q=139-0012-0422", ["333333", "111111"]),
        ("q=222222", ["222222"]),
        ("q=0422", []),
        ("q=no such words", []),
        ("page_size=1&page=2", None),
    ],
)
def test_the_outbox_is_searched(browser: Browser, outbox: None, query: str, found: list[str] | None) -> None:
    if found is None:
        assert [row["text"][13:19] for row in browser.get(f"/api/outbox?{query}").json()["results"]] == ["222222"]
    else:
        assert [row["text"][13:19] for row in rows(browser, query)] == found


def test_a_whole_number_is_shown_for_a_reason_that_stays_on_record(browser: Browser, outbox: None) -> None:
    entry = OutboxEntry.objects.order_by("at").first()
    assert entry is not None
    path = f"/api/outbox/{entry.pk}/unmasking"
    assert list(browser.post(path, {}).json()["errors"]) == ["reason"]
    assert not AccessLog.objects.exists()

    assert browser.post(path, {"reason": "核对号码"}).json() == {"phone": MA, "text": entry.text}
    logged = AccessLog.objects.get()
    assert (logged.subject, logged.subject_id, logged.fields, logged.reason) == (
        "outbox",
        entry.pk,
        ["phone", "text"],
        "核对号码",
    )
    assert browser.post(f"/api/outbox/{logged.pk}/unmasking", {"reason": "x"}).status_code == 404


def test_in_production_a_one_time_code_is_masked_until_somebody_says_why(
    browser: Browser, outbox: None, settings: Any
) -> None:
    settings.PRODUCTION = True
    listed = rows(browser)
    assert not [row for row in listed if set("123") & set(row["text"])]
    assert rows(browser, "q=333333") == []

    told = browser.post(f"/api/outbox/{listed[0]['id']}/unmasking", {"reason": "客户来电"}).json()
    assert "333333" in told["text"]
    assert AccessLog.objects.count() == 1


def test_where_a_provider_sends_there_is_no_outbox(browser: Browser, outbox: None, settings: Any) -> None:
    settings.WISHBRIDGE_SMS_GATEWAY = "aliyun"

    assert browser.get("/api/outbox").status_code == 404
    assert browser.get("/api/messages").json()["count"] == 3


def test_what_nobody_can_say_whether_it_was_sent_is_listed(browser: Browser, haihong: Community) -> None:
    code("222222", STRANGER, haihong)
    send_due()
    code("111111", MA, haihong)
    send_due(Blind())

    unknown = browser.get("/api/messages?state=unknown").json()["results"]
    assert [(row["phone"], row["state"], row["why"]) for row in unknown] == [
        ("139****0422", "unknown", "ConnectionResetError")
    ]
    assert browser.get("/api/messages?state=accepted&community=haihong").json()["count"] == 1
    assert browser.get("/api/messages?community=binhe").json()["count"] == 0
