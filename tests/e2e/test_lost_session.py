"""experience.md, number 19: a session that ends under somebody's hands takes nothing away that they have typed."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.logins import PASSWORD

ADMINISTRATOR = "13909990001"
TYPED = "想把旧被子换成一床厚实的"


def edits(page: Page, path: str) -> None:
    page.goto(path)
    page.get_by_role("button", name="更多操作").first.click()
    page.get_by_role("menuitem", name="编辑", exact=True).click()
    page.get_by_label("展示内容（上墙文字）").fill(TYPED)


@pytest.mark.e2e
def test_what_is_typed_in_a_dialog_outlives_the_session(visit: Visit, places: dict[str, Any]) -> None:
    page = visit("man", ADMINISTRATOR, small=False, english=False)
    path = f"/portal/wishes/{places['wishes']['admitted']}"
    edits(page, path)
    page.context.clear_cookies()
    page.get_by_role("button", name="保存", exact=True).click()

    asks = page.get_by_role("dialog", name="登录已失效")
    asks.get_by_label("手机号码").fill(ADMINISTRATOR)
    asks.get_by_label("密码", exact=True).fill(PASSWORD)
    asks.get_by_role("button", name="登录", exact=True).click()
    expect(asks).to_have_count(0)
    expect(page.get_by_label("展示内容（上墙文字）")).to_have_value(TYPED)
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.goto(path)
    expect(page.get_by_text(TYPED).first).to_be_visible()


@pytest.mark.e2e
def test_nothing_typed_goes_by_escape_or_by_a_reload(visit: Visit, places: dict[str, Any]) -> None:
    page = visit("man", ADMINISTRATOR, small=False, english=False)
    edits(page, f"/portal/wishes/{places['wishes']['verified']}")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="继续填写").click()
    expect(page.get_by_label("展示内容（上墙文字）")).to_have_value(TYPED)
    with page.expect_event("dialog") as asked:
        page.evaluate("() => void setTimeout(() => location.reload())")
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    expect(page.get_by_label("展示内容（上墙文字）")).to_have_value(TYPED)
