"""experience.md, number 4: nothing is set in columns and nothing scrolls sideways, at any width, in the elders' view and the
usual one."""

import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.test_accessibility import DISTRICT, MEMBER, PLATFORM, PORTAL
from tests.e2e.told import PATIENCE_MS

LOOK = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8").split("*/", 1)[1]
WIDTHS = ((320, 640), (390, 844), (1024, 768), (1366, 768), (1440, 900))
VIEW = "big => document.documentElement.classList.toggle('big', big)"


def faults(page: Page, paths: tuple[str, ...] | list[str]) -> list[str]:
    """What the pages do wrong, each at every width, in both views."""
    found = []
    for path in paths:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.wait_for_selector("h1", state="attached")
        page.wait_for_selector(".skeleton", state="detached")
        for big in (True, False):
            page.evaluate(VIEW, big)
            for width, height in WIDTHS:
                page.set_viewport_size({"width": width, "height": height})
                found += [f"{path} at {width}{', large' * big}: {fault}" for fault in settled(page)]
    return found


def settled(page: Page) -> list[str]:
    """The faults that stay: a chart is drawn anew a moment after its page has become narrower."""
    until = time.monotonic() + PATIENCE_MS / 10_000
    while (left := list(page.evaluate(LOOK))) and time.monotonic() < until:
        page.wait_for_timeout(100)
    return left


def fits(found: list[str]) -> None:
    assert not found, "\n".join(found)


@pytest.mark.e2e
@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
def test_the_portal_fits_every_width(visit: Visit, places: dict[str, Any], english: bool) -> None:
    page = visit("man", "13909990001", small=False, english=english)
    paths = [*PORTAL, f"/portal/people/{places['person']}", f"/portal/members/{places['member']}"]
    fits(faults(page, paths + [f"/portal/wishes/{pk}" for pk in places["wishes"].values()]))


@pytest.mark.e2e
def test_the_members_pages_fit_every_width(visit: Visit, places: dict[str, Any]) -> None:
    fits(faults(visit("man", small=True, english=False), ("/", "/login")))
    member = visit("man", places["phone"], {"code": places["code"]}, small=True, english=False)
    fits(faults(member, [*MEMBER, f"/mine/{places['claim']}", f"/wish/{places['wishes']['open']}"]))


@pytest.mark.e2e
def test_the_operators_and_officers_pages_fit_every_width(visit: Visit, places: dict[str, Any]) -> None:
    operator = visit("wishbridge", "13909990000", small=False, english=False)
    fits(faults(operator, [*PLATFORM, f"/admin/communities/{places['community']}"]))
    fits(faults(visit("wishbridge", "13909990003", small=False, english=False), DISTRICT))


@pytest.mark.e2e
def test_a_chosen_filter_moves_no_table(visit: Visit, places: dict[str, Any]) -> None:
    page = visit("man", "13909990001", small=False, english=False)
    page.goto("/portal/wishes")
    table = page.get_by_role("table")
    table.wait_for()
    before = table.bounding_box()
    page.get_by_label("状态", exact=True).select_option("open")
    page.get_by_role("button", name="清除筛选").wait_for()
    after = table.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) < 2
    assert after["x"] == before["x"]


@pytest.mark.e2e
def test_a_list_is_ordered_by_a_press_on_a_columns_head(visit: Visit, places: dict[str, Any]) -> None:
    page = visit("man", "13909990001", small=False, english=False)
    page.goto("/portal/wishes")
    head = page.get_by_role("columnheader", name="心愿", exact=True)
    assert head.get_attribute("aria-sort") == "ascending"
    numbers = page.locator("tbody td.head a")
    upwards = numbers.all_inner_texts()
    head.get_by_role("link").press("Enter")
    page.wait_for_url("**/portal/wishes?ordering=-number")
    page.wait_for_selector("th[aria-sort='descending']")
    expect(numbers).to_have_text(upwards[::-1])
