"""experience.md, numbers 17 and 20: what is printed is a whole paper, upright and across: nothing wider than the sheet,
no text cut, no number broken, and so many sheets as it needs."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import Visit

MILLIMETRE = 96 / 25.4
WITHIN = {"upright": 186 * MILLIMETRE, "across": 273 * MILLIMETRE}
"""What is left of A4 between margins of 12 mm, in CSS pixels."""
LOOK = """() => {
  const edge = document.documentElement.clientWidth + 1
  const faults = []
  const named = (el) => `${el.tagName.toLowerCase()}.${el.className} “${el.textContent.trim().slice(0, 20)}”`
  for (const el of document.querySelectorAll('main *')) {
    const box = el.getBoundingClientRect()
    if (!box.width || !box.height || el.closest('.unseen, [class*=unseen]')) continue
    if (box.right > edge || box.left < -1) faults.push(`${named(el)} reaches ${Math.round(box.right)}`)
    const style = getComputedStyle(el)
    const holds = /hidden|clip|auto|scroll/.test(style.overflowX + style.overflowY)
    if (holds && (el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1)) faults.push(`${named(el)} is cut`)
  }
  for (const card of document.querySelectorAll('.print-card, .slip')) {
    const { bottom } = card.getBoundingClientRect()
    for (const part of card.querySelectorAll('p, img')) {
      if (part.getBoundingClientRect().bottom > bottom + 1) faults.push(`${named(part)} hangs out of its card`)
    }
  }
  for (const el of document.querySelectorAll('.print-card .number, .slip-code, .form-paper td:nth-child(2)')) {
    const range = document.createRange()
    range.selectNodeContents(el)
    if (new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1) faults.push(`${named(el)} is broken`)
  }
  return faults
}"""
PAPERS = ("/portal/cards", "/portal/cards?of=households", "/portal/form", "/portal/sheet", "/portal/visits")


def sheets(page: Page, way: str) -> int:
    """How many sheets of A4 the page makes."""
    paper = page.pdf(format="A4", landscape=way == "across")
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", paper))


def faults(page: Page, way: str) -> list[str]:
    page.emulate_media(media="print", reduced_motion="reduce")
    page.set_viewport_size({"width": round(WITHIN[way]), "height": 1000})
    found = list(page.evaluate(LOOK))
    page.emulate_media(media="null", reduced_motion="reduce")
    return found


def opened(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_selector("h1", state="attached")
    page.wait_for_load_state("networkidle")
    page.wait_for_selector(".skeleton", state="detached")


def several(page: Page, count: int) -> Any:
    """The answer of the cards' door with as many cards, the last with the longest text that a wish may have."""
    card = page.evaluate("async () => (await (await fetch('/api/cards/wishes')).json()).cards[0]")

    def answer(route: Route) -> None:
        cards = [{**card, "id": f"{card['id'][:-4]}{n:04}", "number": f"MN26C-{1000 + n}"} for n in range(count)]
        cards[-1] |= {"item": "加厚双人电热毯", "public_text": "冬天屋里冷想要暖和一些" * 10}
        route.fulfill(body=json.dumps({"cards": cards}), content_type="application/json")

    return answer


@pytest.mark.e2e
@pytest.mark.parametrize("way", list(WITHIN))
def test_what_the_office_prints_is_whole(visit: Visit, places: dict[str, Any], way: str) -> None:
    page = visit("man", "13909990001", small=False, english=False)
    found = []
    for path in PAPERS:
        opened(page, path)
        found += [f"{path}: {fault}" for fault in faults(page, way)]
        assert 1 <= sheets(page, way) <= 5, path
    assert not found, "\n".join(found)


@pytest.mark.e2e
@pytest.mark.parametrize(("way", "at_most"), [("upright", 2), ("across", 4)])
def test_eight_wish_cards_stand_on_a_sheet_and_a_long_text_is_not_cut(
    visit: Visit, places: dict[str, Any], way: str, at_most: int
) -> None:
    page = visit("man", "13909990001", small=False, english=False)
    page.goto("/portal/cards")
    page.route("**/api/cards/wishes", several(page, 10))
    opened(page, "/portal/cards")
    expect(page.locator(".print-card")).to_have_count(10)
    assert faults(page, way) == []
    assert sheets(page, way) <= at_most


def households(page: Page, count: int) -> Any:
    """The answer of the door of household cards with as many, every other at an address that takes several lines."""
    card = page.evaluate("async () => (await (await fetch('/api/cards/households')).json()).cards[0]")
    long = "威远镇西大街滨河安置小区二期（原县棉纺厂家属院）14号楼3单元1102室"

    def answer(route: Route) -> None:
        cards = [{**card, "id": f"{card['id'][:-4]}{n:04}", "building": f"{n % 2 + 1}号楼"} for n in range(count)]
        cards = [{**each, "address": long} if n % 2 else each for n, each in enumerate(cards)]
        route.fulfill(body=json.dumps({"cards": cards}), content_type="application/json")

    return answer


@pytest.mark.e2e
@pytest.mark.parametrize(("way", "at_most"), [("upright", 2), ("across", 4)])
def test_eight_household_cards_stand_on_a_sheet_whatever_the_address(
    visit: Visit, places: dict[str, Any], way: str, at_most: int
) -> None:
    page = visit("man", "13909990001", small=False, english=False)
    page.goto("/portal/cards")
    page.route("**/api/cards/households", households(page, 16))
    opened(page, "/portal/cards?of=households")
    expect(page.locator(".print-card")).to_have_count(16)
    assert faults(page, way) == []
    assert sheets(page, way) <= at_most


@pytest.mark.e2e
def test_household_cards_are_chosen_by_building_and_one_by_one(visit: Visit, places: dict[str, Any]) -> None:
    page = visit("man", "13909990001", small=False, english=False)
    page.goto("/portal/cards")
    page.route("**/api/cards/households", households(page, 6))
    opened(page, "/portal/cards?of=households")
    expect(page.get_by_role("button", name="打印 6 张")).to_be_enabled()
    page.get_by_label("楼栋").select_option("2号楼")
    expect(page.get_by_role("button", name="打印 3 张")).to_be_enabled()
    page.locator(".print-card").first.get_by_role("checkbox").uncheck()
    expect(page.get_by_role("button", name="打印 2 张")).to_be_enabled()
    page.get_by_role("checkbox", name="全部打印").check()
    expect(page.get_by_role("button", name="打印 3 张")).to_be_enabled()
    page.get_by_role("checkbox", name="全部打印").uncheck()
    expect(page.get_by_role("button", name="打印 0 张")).to_be_disabled()


@pytest.mark.e2e
def test_first_codes_are_whole_on_their_cards(visit: Visit, places: dict[str, Any]) -> None:
    page = visit("man", "13909990001", small=False, english=False)
    opened(page, "/portal/cards?of=members")
    page.get_by_role("button", name=re.compile("生成")).click()
    expect(page.get_by_role("button", name="打印", exact=True)).to_be_visible()
    page.wait_for_load_state("networkidle")
    for way in WITHIN:
        assert faults(page, way) == []


@pytest.mark.e2e
def test_cards_count_as_printed_when_somebody_says_so(visit: Visit, places: dict[str, Any]) -> None:
    page = visit("man", "13909990001", small=False, english=False)
    page.add_init_script("window.print = () => undefined")
    told: list[str] = []
    page.on("request", lambda request: "cards/wishes/printed" in request.url and told.append(request.url))
    opened(page, "/portal/cards")
    page.get_by_role("button", name=re.compile(r"打印 \d+ 张")).click()
    page.get_by_role("button", name="没有打印").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert told == []
    page.get_by_role("button", name=re.compile(r"打印 \d+ 张")).click()
    with page.expect_request("**/api/cards/wishes/printed"):
        page.get_by_role("button", name="打印出来了").click()
