"""What staff change of a promise stands on the claimer's page, until it was seen; handing back then leaves no trace."""

from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.test_layout import settled

BIG = "localStorage.setItem('wishbridge.big', 'yes')"

PHONE = "13909990777"
SIZES = ((390, 844), (320, 640))
_SEND = """async ([method, path, body, version]) => {
  const token = document.cookie.match(/csrftoken=([^;]+)/)[1]
  const answer = await fetch(path, { method, body: body && JSON.stringify(body), headers: {
    'content-type': 'application/json', 'X-CSRFToken': token, 'Idempotency-Key': String(Math.random()).padEnd(20, '0'),
    ...(version ? { 'If-Match': `"${version}"` } : {}) } })
  return { status: answer.status, body: answer.status === 204 ? null : await answer.json() }
}"""


def send(page: Page, method: str, path: str, body: object = None, version: str = "") -> Any:
    answer = page.evaluate(_SEND, [method, path, body, version])
    assert answer["status"] < 300, answer
    return answer["body"]


def change(staff: Page, pk: str, **values: object) -> None:
    """As the office's form does: what is changed of the wish, and of the person behind it."""
    version = send(staff, "GET", f"/api/wishes/{pk}")["version"]
    send(staff, "PATCH", f"/api/wishes/{pk}", values, version)


def newcomer(visit: Visit, staff: Page) -> Page:
    """A member of one's own, so that nobody else's code is void after this."""
    (branch, *_) = send(staff, "GET", "/api/branches")
    made = send(staff, "POST", "/api/members", {"name": "苏永清", "phone": PHONE, "branch_id": branch["id"]})
    code = send(staff, "POST", f"/api/members/{made['id']}/first-code")["code"]
    return visit("man", PHONE, {"code": code}, small=True, english=False)


def fits(page: Page) -> None:
    """Nothing sideways and nothing in a column, in both font sizes."""
    for big in (False, True):
        page.evaluate(BIG if big else "localStorage.removeItem('wishbridge.big')")
        page.reload()
        page.wait_for_selector(".skeleton", state="detached")
        page.get_by_role("heading", level=1).wait_for()
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert not settled(page), f"big: {big}"
    page.set_viewport_size({"width": 390, "height": 844})


@pytest.mark.e2e
def test_a_changed_promise_is_told_on_the_members_page_and_handed_back_without_a_trace(
    visit: Visit, places: dict[str, Any]
) -> None:
    staff = visit("man", "13909990001", small=False, english=False)
    member = newcomer(visit, staff)
    wish = places["wishes"]["open"]

    member.goto(f"/wish/{wish}")
    member.get_by_role("button", name="认领").first.click()
    member.get_by_role("link", name="看联系方式").first.click()
    member.wait_for_url("**/mine/*")
    page = member.url
    item = send(staff, "GET", f"/api/wishes/{wish}")["item"]
    needed = date.fromisoformat(send(staff, "GET", "/api/site")["today"]) + timedelta(days=9)
    said = f"{needed.year}年{needed.month}月{needed.day}日"

    change(
        staff,
        wish,
        wish={"item": "电磁炉", "needed_by": needed.isoformat()},
        person={"address": "建设巷7号楼3单元502室"},
    )

    member.goto("/")
    expect(member.locator(".member-tabs .unread")).to_contain_text("1")
    member.goto("/mine")
    notices = member.get_by_role("region", name="社区的消息")
    expect(notices).to_contain_text("电磁炉")
    expect(member.locator(".my-claim").filter(has_text="电磁炉")).to_contain_text("有变化")
    fits(member)

    member.goto(page)
    changes = member.get_by_role("region", name="您认领后，这里有变化")
    for was, now in ((item, "电磁炉"), ("（没有）", said)):
        expect(changes).to_contain_text(was)
        expect(changes).to_contain_text(now)
    expect(changes).to_contain_text("建设巷7号楼3单元502室")
    fits(member)

    changes.get_by_role("button", name="知道了").click()
    expect(member.get_by_text("您认领后，这里有变化")).to_have_count(0)
    # Seen or not: whoever was promised less may give it back.
    member.locator(".promise-changes").get_by_role("button", name="退回认领").click()
    dialog = member.get_by_role("dialog")
    expect(dialog).to_contain_text("不计入您的记录")
    dialog.get_by_role("button", name="退回认领").click()
    member.wait_for_url("**/mine")
    expect(member.locator(".my-claim").filter(has_text="电磁炉")).to_have_count(0)
    member.goto("/record")
    member.get_by_role("heading", level=1).wait_for()
    member.wait_for_selector(".skeleton", state="detached")
    expect(member.get_by_text("电磁炉")).to_have_count(0)
    assert not [claim for claim in send(member, "GET", "/api/my/claims") if claim["wish"]["id"] == wish]
