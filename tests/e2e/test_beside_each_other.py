"""domain.md, Several campaigns beside each other: the next year is prepared and an occasion's campaign goes its whole way,
and board, wall and today's page of the running year stay what they were."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.conftest import DESK, PHONE, leave
from tests.e2e.logins import sign_in
from tests.e2e.test_main_path import button, go
from tests.e2e.told import PATIENCE_MS, keep_what_is_told, told
from tests.runtime.installation import Installation

ADMINISTRATOR, ASSESSOR = "13909740001", "13909740002"
Seat = Callable[..., Page]


@pytest.fixture(scope="module")
def beginning(house: Installation) -> dict[str, str]:
    return dict(house.inside("tests.e2e.beside"))


@pytest.fixture
def seat(house: Installation, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Seat]:
    """Whoever has this telephone (nobody: everybody) in front of this page."""
    opened: list[BrowserContext] = []

    def one(phone: str, path: str, *, small: bool = False) -> Page:
        size: Any = PHONE if small else DESK
        context = browser.new_context(
            viewport=size, locale="zh-CN", base_url=f"http://linyuan.localhost:{house.port}", reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE_MS)
        keep_what_is_told(context)
        opened.append(context)
        page = context.new_page()
        page.goto("/api/site")
        if phone:
            sign_in(page, phone)
        page.goto(path)
        return page

    yield one
    leave(opened, request.node)


def texts(page: Page, selector: str) -> list[str]:
    expect(page.locator(selector).first).to_be_visible()
    return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]


def board(page: Page) -> list[str]:
    """The items of the year's own wishes that stand on the board."""
    page.goto("/?scope=all")
    expect(page.locator(".wish-card").first).to_be_visible()
    cards = page.locator(".wish-card").filter(has_text=re.compile("LY26-"))
    return sorted(cards.locator(".wish-item").all_inner_texts())


def wall(page: Page) -> dict[str, Any]:
    page.goto("/wall")
    return {"items": texts(page, ".wall-card h2"), "sums": texts(page, ".wall-sums li")}


def work(page: Page, campaign: str) -> list[str]:
    """What today's page of this campaign says waits, each kind with its count."""
    page.goto(f"/portal?campaign={campaign}")
    expect(page.locator(".today-section h3").first).to_be_visible()
    return texts(page, ".today-section h3")


def make(page: Page, title: str = "", *, year: str) -> None:
    go(page, "年度设置")
    button(page, "新建活动").click()
    dialog = page.get_by_role("dialog")
    if title:
        dialog.get_by_label("专项活动").check()
        dialog.get_by_label("名称").fill(title)
    dialog.get_by_label("年度", exact=True).fill(year)
    # The code is proposed by name and year; who is faster gets the same one from the server.
    expect(dialog.get_by_label("编号前缀")).to_have_value(re.compile(rf"^LY{year[2:]}[A-Z]?$"))
    expect(dialog).to_contain_text("新建的先筹备")
    button(dialog, "新建").click()
    expect(page.get_by_text("正在筹备：")).to_be_visible()


def record(page: Page, campaign: str, item: str, name: str) -> str:
    """A wish by quick entry into the campaign that is chosen there; gives its number."""
    page.goto("/portal/wishes/new")
    page.get_by_label("记入活动").select_option(label=campaign)
    page.get_by_label("小区楼栋").fill("滨河小区7号楼")
    for label, text in (("姓名", name), ("联系电话", "13900774411"), ("年龄", "71"), ("单元门牌", "1单元101室")):
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("困难类别").select_option(label="高龄老人")
    page.get_by_label("心愿内容").fill(item)
    page.get_by_label("预算（元）").fill("90")
    for box in page.locator("#consents, [id^='consents-']").all():
        box.check()
    save = page.get_by_role("button", name=re.compile("^(保存，登记下一件|仍然)"))
    save.click()
    # Long before the campaign's last day the day of collecting is asked about once: saving again says yes.
    saved = page.get_by_label("这一轮已登记").get_by_role("link")
    asked = page.locator(".error-summary")
    expect(saved.or_(asked).first).to_be_visible()
    if asked.is_visible():
        save.click()
    expect(saved).to_have_count(1)
    return saved.inner_text().strip()


@pytest.mark.e2e
def test_the_next_year_is_prepared_and_an_occasion_runs_beside_the_running_year(
    seat: Seat, beginning: dict[str, str]
) -> None:
    year = beginning["year"]
    office, hall, member = seat(ADMINISTRATOR, "/portal"), seat("", "/wall"), seat(beginning["member"], "/", small=True)
    before = {"board": board(member), "wall": wall(hall), "work": work(office, year)}
    assert before["board"] == ["棉被", "电饭锅"]

    def same() -> None:
        assert {"board": board(member), "wall": wall(hall), "work": work(office, year)} == before

    # The next year is made and collected for: it prepares, and nobody outside the office sees anything of it.
    make(office, year="2027")
    same()
    assert record(office, "2027 年微心愿 · 筹备中", "收音机", "丁玉兰") == "LY27-001"
    same()
    expect(hall.locator("body")).not_to_contain_text("2027")
    office.goto("/portal")
    expect(office.locator(".campaign-lines")).to_contain_text("2027 年微心愿")
    office.get_by_role("navigation", name="只看一个活动").get_by_role("link", name="2027 年微心愿").click()
    expect(office.get_by_role("heading", name=re.compile("待核查 1"))).to_be_visible()

    # An occasion's campaign: collected, verified by one, assessed by another, shared out, started, opened.
    make(office, "春节送温暖", year="2026")
    number = record(office, "春节送温暖 · 筹备中", "春联一套", "铁生莲")
    assert number == "LY26C-001"
    office.get_by_label("这一轮已登记").get_by_role("link").click()
    button(office, "核查").click()
    button(office.get_by_role("dialog"), "核查属实").click()
    told(office, f"{number} 已核查")
    colleague = seat(ASSESSOR, "/portal/assess")
    colleague.get_by_role("link", name="春节送温暖").click()
    expect(colleague.locator("#queue-heading")).to_contain_text(number)
    button(colleague, "同意入库").click()
    told(colleague, f"{number} 已入库")
    same()

    go(office, "分配与开放")
    office.get_by_role("link", name=re.compile("^春节送温暖")).click()
    expect(office.get_by_text("“春节送温暖”还在筹备")).to_be_visible()
    button(office, "生成分配方案").click()
    button(office, "确认分配 1 件").click()
    told(office, "已分配 1 件")
    expect(office.get_by_role("button", name=re.compile("^开放认领"))).to_have_count(0)
    office.get_by_role("link", name="去启动").click()
    button(office, "启动活动").click()
    expect(office.get_by_text("“春节送温暖”已启动")).to_be_visible()
    same()
    go(office, "分配与开放")
    office.get_by_role("link", name=re.compile("^春节送温暖")).click()
    button(office, "开放认领 1 件").click()
    expect(office.get_by_role("heading", name="已经开放，接下来")).to_be_visible()
    expect(office.get_by_label("可以转发的通知")).to_have_value(re.compile("“春节送温暖”开始认领了，1 个心愿"))

    # It stands on board and wall beside the year's, under its name, and the board can be narrowed to it.
    assert board(member) == before["board"]
    member.get_by_role("link", name="春节送温暖").click()
    expect(member.locator(".wish-card")).to_have_count(1)
    expect(member.locator(".wish-card")).to_contain_text("春节送温暖")
    hall.goto("/wall")
    expect(hall.locator(".wall-card").filter(has_text="春节送温暖")).to_contain_text("春联一套")
    assert work(office, year) == before["work"]

    # Nobody claims it. Closing asks where it goes, and proposes the running one of the year.
    go(office, "年度设置")
    office.get_by_role("link", name="春节送温暖").first.click()
    office.get_by_role("link", name="结项", exact=True).click()
    button(office, "春节送温暖结项").click()
    dialog = office.get_by_role("dialog")
    expect(dialog.get_by_label(re.compile("^2026 年微心愿"))).to_be_checked()
    button(dialog, "春节送温暖结项").click()
    expect(office.get_by_text("春节送温暖已结项").first).to_be_visible()
    expect(office.get_by_text("转入“2026 年微心愿”")).to_be_visible()
    assert board(member) == before["board"]
    assert wall(hall) == before["wall"]
    now = work(office, year)
    assert [line for line in now if not line.startswith("待核查")] == [
        line for line in before["work"] if not line.startswith("待核查")
    ]
    assert "待核查 2" in now
    expect(office.locator("body")).not_to_contain_text("春节送温暖")
