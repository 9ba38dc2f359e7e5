"""A page whose script does not come says so and is opened by itself; a new build is loaded once; what is typed stays."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.conftest import Visit
from tests.e2e.test_accessibility import AXE, RUN
from tests.e2e.told import until
from tests.runtime.installation import Installation, eventually

FETCHED = "performance.getEntriesByType('resource').some((each) => /ServiceRecord/.test(each.name))"
SCRIPTS = re.compile(r"/assets/[^/]*\.js$")


def rail(page: Page, name: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name=re.compile(f"^{name}")).first.click()


def notice(page: Page) -> Any:
    return page.locator(".line-notice")


def loads(page: Page) -> list[str]:
    """The documents that the page loads from now on."""
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url) if request.is_navigation_request() else None)
    return seen


def axe(page: Page) -> list[str]:
    page.evaluate(AXE)
    return list(page.evaluate(RUN))


@pytest.mark.e2e
def test_offline_a_page_says_so_and_opens_when_the_line_is_back(visit: Visit, places: dict[str, Any]) -> None:
    faces = (
        ("man", "13909990001", "/portal", "分配与开放", "/portal/balance"),
        ("wishbridge", "13909990000", "/admin", "日历", "/admin/calendars"),
    )
    for host, phone, start, name, path in faces:
        page = visit(host, phone, small=False, english=False)
        page.goto(start)
        page.wait_for_load_state("networkidle")
        page.context.set_offline(True)
        rail(page, name)
        expect(notice(page)).to_contain_text("网络断开")
        expect(notice(page).get_by_role("button", name="再试一次")).to_be_visible()
        assert axe(page) == []
        page.context.set_offline(False)
        page.wait_for_url(f"**{path}")
        expect(notice(page)).to_have_count(0)


@pytest.mark.e2e
def test_a_members_tabs_open_without_a_line(visit: Visit, places: dict[str, Any]) -> None:
    page = visit("man", places["phone"], {"code": places["code"]}, small=True, english=False)
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert eventually(lambda: page.evaluate(FETCHED))
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.get_by_role("link", name="记录", exact=True).click()
    page.wait_for_url("**/record")


@pytest.mark.e2e
def test_a_new_build_is_loaded_once_and_never_in_a_circle(visit: Visit, places: dict[str, Any]) -> None:
    page = visit("man", "13909990001", small=False, english=False)
    page.goto("/portal")
    page.wait_for_load_state("networkidle")
    loaded = loads(page)

    def gone(route: Route) -> None:
        route.fulfill(status=404, body="")

    page.route(re.compile(r"/assets/BalancePage[^/]*\.js$"), gone)
    rail(page, "分配与开放")
    expect(notice(page)).to_contain_text("系统刚更新过")
    assert [address.rpartition("/portal")[2] for address in loaded] == ["/balance"]
    # What is around it stands, and the other pages open.
    rail(page, "心愿")
    expect(page.get_by_role("heading", level=1)).to_contain_text("心愿")
    expect(notice(page)).to_have_count(0)
    assert len(loaded) == 1


@pytest.mark.e2e
def test_what_is_being_typed_is_not_lost_to_a_new_build(visit: Visit, places: dict[str, Any]) -> None:
    page = visit("man", "13909990001", small=False, english=False)
    page.goto("/portal/wishes/new")
    page.get_by_label("姓名").first.fill("马文才")
    loaded = loads(page)
    page.route(re.compile(r"/assets/BalancePage[^/]*\.js$"), lambda route: route.fulfill(status=404, body=""))
    rail(page, "分配与开放")
    expect(notice(page)).to_contain_text("没保存")
    expect(page.get_by_label("姓名").first).to_have_value("马文才")
    assert loaded == []


@pytest.mark.e2e
def test_a_first_page_whose_scripts_are_gone_says_so_and_is_loaded_once_more(
    house: Installation, browser: Browser, places: dict[str, Any]
) -> None:
    for host, path in (
        ("man", "/"),
        ("man", "/portal"),
        ("man", "/wall"),
        ("wishbridge", "/admin"),
        ("wishbridge", "/district"),
    ):
        context = browser.new_context(base_url=f"http://{host}.localhost:{house.port}")
        page = context.new_page()
        page.route(SCRIPTS, lambda route: route.fulfill(status=404, body=""))
        loaded = loads(page)
        page.goto(path)
        expect(page.get_by_role("heading", name="页面还没有打开")).to_be_visible()
        until(page, lambda loaded=loaded: len(loaded) == 2, "it is not loaded once more")
        page.wait_for_load_state()
        expect(page.get_by_role("heading", name="页面还没有打开")).to_be_visible()
        assert len(loaded) == 2
        assert page.evaluate("sessionStorage.getItem('wishbridge.began')") == "1"
        context.close()


@pytest.mark.e2e
def test_without_scripts_each_face_says_what_to_do(
    house: Installation, browser: Browser, places: dict[str, Any]
) -> None:
    for host, path in (
        ("man", "/"),
        ("man", "/portal"),
        ("man", "/wall"),
        ("wishbridge", "/admin"),
        ("wishbridge", "/district"),
    ):
        context = browser.new_context(base_url=f"http://{host}.localhost:{house.port}", java_script_enabled=False)
        page = context.new_page()
        page.goto(path)
        expect(page.locator("noscript h1")).to_contain_text("浏览器关闭了 JavaScript")
        expect(page.locator("noscript [lang=en]")).to_contain_text("JavaScript is switched off")
        expect(page.locator("noscript h1")).to_be_visible()
        context.close()


@pytest.mark.e2e
def test_while_the_server_repeats_the_page_says_that_it_waits(visit: Visit, places: dict[str, Any]) -> None:
    page = visit("man", small=True, english=False)
    answers = {"away": True}

    def board(route: Route) -> None:
        if answers["away"]:
            route.fulfill(status=503, headers={"Retry-After": "1"}, content_type="application/json", body="{}")
        else:
            route.continue_()

    page.route(re.compile(r"/api/board"), board)
    page.goto("/")
    expect(notice(page)).to_contain_text("正在重试")
    assert axe(page) == []
    answers["away"] = False
    expect(notice(page)).to_have_count(0)


@pytest.mark.e2e
def test_pages_without_the_application_have_no_violation(
    house: Installation, browser: Browser, places: dict[str, Any]
) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"http://nobody.localhost:{house.port}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("不属于任何社区")
    assert axe(page) == []
    page.goto(f"http://nobody.localhost:{house.port}/wall")
    assert axe(page) == []
    context.close()
