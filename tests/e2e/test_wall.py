"""The wall on the screens that halls have: across and upright, with few wishes, many and none, with long ones."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from tests.e2e.conftest import Visit

SCREENS = {"across": (1920, 1080), "upright": (1080, 1920)}
LONG = "《新华字典》《成语词典》各一本，再加一套三年级的课外书"
ITEMS = (
    LONG,
    "电热毯（双人）",
    "羽绒服一件 (150码)",
    "过冬取暖煤两袋",
    "厚棉被一床",
    "护眼台灯",
    "运动鞋一双38码",
    "米面油",
    "书包",
)
WHY = "屋里朝北，冬天想暖和一些，家里还有两个上学的孩子要写作业，旧的已经用了十几年。"

CONTACT = {
    "telephone": "0972-8500000", "dial": "09728500000", "address": "川口镇海鸿社区居委会一楼大厅",
    "hours": "周一至周五 8:30–12:00、14:30–18:00",
}  # fmt: skip

SMALLEST_TEXT = 32
"""Pixels at 1080p: what is read from five metres."""
SQUARES = 33
"""Of a code with a short address, its rim included: version 3."""
SMALLEST_SQUARE = {"across": 9.4, "upright": 8.6}
"""Pixels: the code is 200 mm wide (upright 180) on a screen of 55 inches, a tenth of the two metres it is read from."""

_FAULTS = (Path(__file__).parent / "wall.js").read_text(encoding="utf-8").split("*/", 1)[1]


def shown(page: Page, count: int, *, fulfilled: int = 12) -> None:
    """The wall with so many open wishes."""
    pk = "01890000-0000-7000-8000-0000000000{:02d}"
    card = lambda number, item, why: {  # noqa: E731
        "id": pk.format(number), "number": f"MY26-{number:03d}", "serial": number, "item": item, "public_text": why,
        "requirements": [],
    }  # fmt: skip
    campaigns = [
        {"id": pk.format(98), "title": "2026 年微心愿", "prefix": "MY26"},
        {"id": pk.format(99), "title": "冬日送暖", "prefix": "MY26D"},
    ]
    wall = {
        "campaigns": campaigns, "year": 2026, "open": count, "on_the_way": 26, "fulfilled": fulfilled,
        "cards": [card(number, ITEMS[number % len(ITEMS)], WHY if number % 2 == 0 else "够吃一个月。") for number in range(count)],
        "just_claimed": [], "at": "2026-11-28T10:00:00+08:00",
        "just_fulfilled": [card(50 + number, ITEMS[number % len(ITEMS)], "") for number in range(min(fulfilled, 12))],
    }  # fmt: skip

    def answer(route: Route) -> None:
        route.fulfill(body=json.dumps(wall), content_type="application/json")

    def code(route: Route) -> None:
        route.fulfill(
            body='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 33 33"/>', content_type="image/svg+xml"
        )

    site = page.evaluate("fetch('/api/site').then((answer) => answer.json())")
    site["contact"] = CONTACT

    page.route("**/api/wall", answer)
    page.route("**/api/board/*/qr", code)
    page.route("**/api/site", lambda route: route.fulfill(json=site))
    page.goto("/wall")
    page.wait_for_selector(".wall-contact")


@pytest.mark.e2e
@pytest.mark.parametrize("screen", SCREENS)
def test_it_fills_the_screen_whatever_hangs_on_it(visit: Visit, places: dict[str, Any], screen: str) -> None:
    page = visit("man", small=False, english=False)
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    found: list[str] = []
    for count in (1, 2, 3, 4, 5, 6, 7, 9):
        shown(page, count)
        page.wait_for_selector(".wall-card")
        found += [f"{count} wishes {screen}: {fault}" for fault in page.evaluate(_FAULTS, SMALLEST_TEXT)]
        squares = [box["width"] / SQUARES for box in _boxes(page, ".wall-qr img")]
        assert squares, "no code"
        assert min(squares) >= SMALLEST_SQUARE[screen], f"{count} wishes {screen}: a square of {min(squares):.1f} px"
        cards = _boxes(page, ".wall-card")
        covered = sum(box["width"] * box["height"] for box in cards + _boxes(page, ".wall-done"))
        assert covered > 0.45 * width * height, f"{count} wishes {screen}: most of the screen is empty"
    assert not found, "\n".join(found)


@pytest.mark.e2e
@pytest.mark.parametrize("screen", SCREENS)
def test_when_all_are_claimed_it_shows_what_was_fulfilled(visit: Visit, places: dict[str, Any], screen: str) -> None:
    page = visit("man", small=False, english=False)
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    shown(page, 0)
    assert page.locator(".wall-done.whole li").count() == 12
    assert not page.evaluate(_FAULTS, SMALLEST_TEXT)
    assert not page.locator(".wall-card").count()


def _boxes(page: Page, selector: str) -> list[dict[str, float]]:
    found = [each.bounding_box() for each in page.locator(selector).all()]
    return [{"width": box["width"], "height": box["height"]} for box in found if box]
