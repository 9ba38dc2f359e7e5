"""What happens when nothing happens. Three claims on the simulated clock, until all is well.

One member is late, is reminded and urged, and gets more time; another delivers after the reminder; the third is never
heard of, and the community fulfils the wish itself. The texts are read in the outbox, the form is downloaded and its
totals are worked out again from its rows, and the officer sees the figures change.
"""

import datetime
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.conftest import DESK, PHONE, leave
from tests.e2e.logins import sign_in
from tests.e2e.test_main_path import button, go
from tests.e2e.told import PATIENCE_MS, keep_what_is_told, told
from tests.runtime.installation import Installation, wishbridge
from tests.tenants.forms.statistics.test_workbook import foot_of, midnight_of, recomputed, rows_of

STAFF, OPERATOR, OFFICER = "13909730001", "13909730002", "13909730003"
Seat = Callable[..., Page]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation of its own: its clock is moved, which is nothing for the neighbours' tests."""
    data = tmp_path_factory.mktemp("time") / "data"
    with Installation(data, "--empty", WISHBRIDGE_SIMULATED_CLOCK="1") as running:
        yield running


@pytest.fixture(scope="module")
def beginning(house: Installation) -> dict[str, dict[str, str]]:
    return dict(house.inside("tests.e2e.beginning"))


@pytest.fixture
def seat(house: Installation, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Seat]:
    """Whoever has this telephone, logged in today, in front of this page: weeks pass, and sessions end."""
    opened: list[BrowserContext] = []

    def one(phone: str, path: str, *, host: str = "dongyuan", small: bool = False) -> Page:
        size: Any = PHONE if small else DESK
        context = browser.new_context(
            viewport=size, locale="zh-CN", accept_downloads=True, base_url=f"http://{host}.localhost:{house.port}"
        )
        context.set_default_timeout(PATIENCE_MS)
        keep_what_is_told(context)
        opened.append(context)
        page = context.new_page()
        page.goto("/api/site")
        sign_in(page, phone)
        page.goto(path)
        return page

    yield one
    leave(opened, request.node)


def it_becomes(house: Installation, moment: str) -> None:
    set_to = wishbridge("clock", moment, "--data", house.data, "--json")
    assert set_to.returncode == 0, set_to.stdout + set_to.stderr


def read_outbox(seat: Seat, *texts: str) -> None:
    """The operator's page of what would have been sent shows these texts: it looks every five seconds, like the worker."""
    page = seat(OPERATOR, "/admin/outbox", host="wishbridge")
    for text in texts:
        expect(page.locator(".outbox-text", has_text=text).first).to_be_visible()


def officer_sees(seat: Seat, **counts: int) -> None:
    page = seat(OFFICER, "/district", host="wishbridge")
    for key, part in counts.items():
        label = {"claim": "认领率", "completion": "完成率", "on_time": "按期率"}[key]
        figure = page.locator(".headline li", has_text=re.compile(rf"{label} {part} ÷ "))
        # The figures are fresh within seconds; the page is asked for again as a person would.
        asked_until = time.monotonic() + PATIENCE_MS / 1000
        while not figure.count() and time.monotonic() < asked_until:
            page.wait_for_timeout(1000)
            page.reload()
            expect(page.locator(".headline")).to_be_visible()
        expect(figure).to_be_visible()
    expect(page.locator("body")).not_to_contain_text(re.compile("马福山|电饭锅|张建国"))


def claim(seat: Seat, who: dict[str, str]) -> None:
    page = seat(who["phone"], "/?scope=all", small=True)
    page.get_by_role("button", name=re.compile(f"^认领 {who['number']}")).click()
    expect(page.get_by_text(f"{who['number']} 由您来圆")).to_be_visible()


def deliver(seat: Seat, who: dict[str, str]) -> None:
    page = seat(who["phone"], "/mine", small=True)
    page.get_by_role("link", name=f"{who['number']} 联系方式").click()
    page.get_by_label("住户卡上的四位码").fill(who["code"])
    button(page, "登记送达").click()
    told(page, f"{who['number']} 已登记送达")


def confirm(office: Page, number: str) -> None:
    go(office, "送达与回访")
    row = office.get_by_role("row").filter(has_text=number)
    row.get_by_role("button", name=re.compile("^确认")).click()
    told(office, f"{number} 已办结")


def fulfil_ourselves(office: Page, who: dict[str, str]) -> None:
    """The backstop: the community brings it."""
    office.goto("/portal/wishes?state=backstopped")
    office.get_by_role("link", name=who["number"]).click()
    button(office, "登记送达").click()
    dialog = office.get_by_role("dialog")
    dialog.get_by_label("住户四位码").check()
    dialog.get_by_label("四位码", exact=True).fill(who["code"])
    button(dialog, "登记送达").click()
    told(office, f"{who['number']} 已登记送达")


def decide(office: Page, number: str, answer: str) -> Locator:
    """Two presses in today's list: what is to be done, and yes."""
    office.goto("/portal")
    row = office.get_by_role("row").filter(has_text=number).first
    row.get_by_role("button", name=re.compile(f"^{answer}")).click()
    dialog = office.get_by_role("dialog")
    button(dialog, answer).click()
    return dialog


def download_form(office: Page, folder: Path) -> Path:
    office.goto("/portal/form")
    office.get_by_label("完整版").check()
    office.get_by_label("用途").fill("社区存档")
    with office.expect_download() as caught:
        button(office, "下载 .xlsx").click()
    file = folder / "form.xlsx"
    caught.value.save_as(file)
    return file


@pytest.mark.e2e
def test_nothing_claimed_is_forgotten(
    house: Installation, beginning: dict[str, dict[str, str]], seat: Seat, tmp_path: Path
) -> None:
    late, reminded, gone = beginning["late"], beginning["reminded"], beginning["gone"]
    for who in (late, reminded, gone):
        claim(seat, who)
    officer_sees(seat, claim=3, completion=0)

    # Five working days before the deadline, 30 March: everybody is reminded, each of their own wish.
    it_becomes(house, "2026-03-23T09:00")
    read_outbox(seat, *(f"{who['number']}号" for who in (late, reminded, gone)))
    deliver(seat, reminded)
    office = seat(STAFF, "/portal")
    confirm(office, reminded["number"])
    officer_sees(seat, completion=1, on_time=1)

    # The day after the deadline: urged. Whoever has delivered hears nothing.
    it_becomes(house, "2026-03-31T09:00")
    read_outbox(seat, f"{late['number']}号微心愿已超过", f"{gone['number']}号微心愿已超过")
    urged = seat(OPERATOR, "/admin/outbox", host="wishbridge")
    expect(urged.locator(".outbox-text", has_text=f"{reminded['number']}号微心愿已超过")).to_have_count(0)

    # Three working days after it: staff are asked to decide, and do: more time for one, the other by themselves.
    it_becomes(house, "2026-04-02T09:00")
    read_outbox(seat, "东垣社区有2件认领逾期未送")
    office = seat(STAFF, "/portal")
    decide(office, late["number"], "延期")
    expect(office.get_by_text(re.compile(f"{late['number']} 延期到"))).to_be_visible()
    decide(office, gone["number"], "兜底")
    expect(office.get_by_text(f"{gone['number']} 转为兜底办理")).to_be_visible()

    deliver(seat, late)
    fulfil_ourselves(office, gone)
    for who in (late, gone):
        confirm(office, who["number"])
    officer_sees(seat, completion=3, on_time=1)

    sheet = openpyxl.load_workbook(download_form(office, tmp_path)).active
    assert sheet is not None
    rows = rows_of(sheet)
    assert {row["心愿编号"] for row in rows} >= {late["number"], reminded["number"], gone["number"]}
    assert foot_of(sheet) == recomputed(rows, midnight_of(datetime.date(2026, 4, 2)))
