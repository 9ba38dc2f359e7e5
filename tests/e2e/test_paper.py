"""experience.md, number 20: a page of the district, printed, is a paper that can be handed to a superior. Upright and across."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Visit

PAGES = {
    "county": "/district/630222",
    "town": "/district/630222100",
    "community": "/district/630222100011",
    "sheet": "/district/630222/sheet?rate=claim",
}
MOST_SHEETS = {"county": 2, "town": 2, "community": 1, "sheet": 3}
"""Of this installation, whose county has two communities."""
# A4 at 96 dots an inch, less the margins of 12 mm.
WIDTHS = {"upright": 703, "across": 1031}

_FAULTS = (Path(__file__).parent / "paper.js").read_text(encoding="utf-8").split("*/", 1)[1]


def printed(page: Page, *, across: bool) -> int:
    """How many sheets the page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", landscape=across)))


@pytest.mark.e2e
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_district_is_a_paper(visit: Visit, places: dict[str, Any], name: str) -> None:
    officer = visit("wishbridge", "13909990003", small=False, english=False)
    officer.goto(PAGES[name])
    officer.wait_for_selector("h1")
    officer.wait_for_selector(".skeleton", state="detached")
    if name in ("county", "town"):
        officer.wait_for_selector(".places .data tbody tr")
    if name != "sheet":
        officer.wait_for_selector(".trend-chart svg text")
    for look, width in WIDTHS.items():
        assert printed(officer, across=look == "across") <= MOST_SHEETS[name], look
        officer.set_viewport_size({"width": width, "height": 1000})
        officer.emulate_media(media="print")
        officer.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert officer.evaluate(_FAULTS) == [], look
        officer.evaluate("window.dispatchEvent(new Event('afterprint'))")
        officer.emulate_media(media="null")


@pytest.mark.e2e
def test_paper_has_all_rows_of_the_table_and_its_head_on_each_sheet(visit: Visit, places: dict[str, Any]) -> None:
    """Sixty communities: three pages of the list on a screen, one table on paper."""
    officer = visit("wishbridge", "13909990003", small=False, english=False)
    address = "/api/district?"
    real = officer.evaluate("fetch('/api/district?region=630222&level=communities').then((answer) => answer.json())")
    rows = [{**real["children"][0], "code": f"6302221{number:05d}", "name": f"第{number}社区"} for number in range(60)]

    def answer(route: Any) -> None:
        asked = route.request.url
        size = int(re.search(r"page_size=(\d+)", asked).group(1))  # type: ignore[union-attr]
        route.fulfill(json={**real, "count": 60, "pages": -(-60 // size), "page": 1, "children": rows[:size]})

    officer.route(lambda url: address in url, answer)
    officer.goto("/district/630222")
    officer.wait_for_selector("#places-on-paper", state="attached")
    officer.emulate_media(media="print")
    table = officer.locator(".places table:visible")
    assert table.count() == 1
    assert table.locator("tbody tr").count() == 60
    assert table.locator("thead").evaluate("(head) => getComputedStyle(head).display") == "table-header-group"
    officer.emulate_media(media="null")
    assert printed(officer, across=False) in (2, 3)
