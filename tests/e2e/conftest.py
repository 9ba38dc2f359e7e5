"""A browser and a whole installation of its own, without the demo: people do everything in these tests."""

import json
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import FLAGS, ensure_chinese_fonts, find_browser
from tests.e2e.logins import sign_in
from tests.e2e.told import PATIENCE_MS, keep_what_is_told
from tests.runtime.installation import Installation, wishbridge

DATA = Path(__file__).parent.parent / "data"
PICTURES = Path(__file__).parents[2] / "test-results"
"""Where the pictures of a failed test go; not under version control."""
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An empty installation with one community, `haihong`, and its first administrator."""
    data = tmp_path_factory.mktemp("e2e") / "data"
    with Installation(data, "--empty") as running:
        made = wishbridge(
            "community", "create", "haihong", "--name", "海鸿社区", "--region-code", "630222100001",
            "--administrator", "李国俊", "--phone", "13900900100", "--json", "--data", data,
        )  # fmt: skip
        assert made.returncode == 0, made.stdout + made.stderr
        running.report["administrator"] = json.loads(made.stdout)["administrator"]
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    ensure_chinese_fonts()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield launched
        launched.close()


Enter = Callable[..., Page]


@pytest.fixture
def enter(house: Installation, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Enter]:
    """Opens a path of the community in a browser of its own: one for each person, with a desk or a phone."""
    opened: list[BrowserContext] = []

    def one(path: str, *, phone: bool = False) -> Page:
        size: Any = PHONE if phone else DESK
        context = browser.new_context(
            viewport=size, locale="zh-CN", has_touch=phone, accept_downloads=True, base_url=address(house)
        )
        context.set_default_timeout(PATIENCE_MS)
        keep_what_is_told(context)
        opened.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield one
    leave(opened, request.node)


ENGLISH = "localStorage.setItem('wishbridge.language', 'en')"

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def places(house: Installation) -> dict[str, Any]:
    """A community with a wish in every state, and an empty one (see inhabit.py)."""
    return dict(house.inside("tests.e2e.inhabit"))


@pytest.fixture
def visit(house: Installation, browser: Browser) -> Iterator[Visit]:
    opened: list[BrowserContext] = []

    def one(host: str, phone: str = "", secret: dict[str, str] | None = None, *, small: bool, english: bool) -> Page:
        size: Any = PHONE if small else DESK
        context = browser.new_context(
            viewport=size, base_url=f"http://{host}.localhost:{house.port}", reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE_MS)
        keep_what_is_told(context)
        opened.append(context)
        page = context.new_page()
        page.goto("/api/site")
        if english:
            page.evaluate(ENGLISH)
        if phone:
            sign_in(page, phone, secret)
        return page

    yield one
    for context in opened:
        context.close()


def leave(opened: list[BrowserContext], test: Any) -> None:
    """Closes everybody's browser; of a failed test, what each of them saw is kept as pictures."""
    for number, context in enumerate(opened):
        if getattr(test, "failed", False):
            for page in context.pages:
                page.screenshot(path=PICTURES / f"{test.name}-{number}.png")
                (PICTURES / f"{test.name}-{number}.html").write_text(page.content(), encoding="utf-8")
        context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Lets the fixture know that the test failed, so that what everybody saw is kept as pictures."""
    report = yield
    if report.when == "call":
        item.failed = report.failed  # type: ignore[attr-defined]
    return report


def address(house: Installation) -> str:
    """Where the community answers; *.localhost resolves in browsers."""
    return f"http://haihong.localhost:{house.port}"
