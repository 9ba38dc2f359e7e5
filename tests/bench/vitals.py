"""How soon a page stands on a slow telephone: LCP, CLS and INP over slow 4G with a quarter of the processor.

The aims are those of the design (experience.md, Numbers, 2). A cold cache each time; the median of `ROUNDS`.
"""

import statistics
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser import FLAGS, find_browser
from tests.runtime.installation import Installation

ROUNDS = 5
SLOW_4G = {"offline": False, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8, "latency": 150}
SLOWER = 4
CLS_AIM, INP_AIM = 0.05, 200
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
PAGES: tuple[tuple[str, str, ViewportSize, str, float], ...] = (
    # face, path, its screen, what is pressed, seconds to the largest paint
    ("member", "/", PHONE, ".chips a", 2.0),
    ("portal", "/portal", DESK, ".rail-nav li:nth-child(2) a", 2.5),
    ("wall", "/wall", DESK, "body", 2.5),
)
WATCH = """
window.__vitals = { lcp: 0, cls: 0, inp: 0 }
new PerformanceObserver((list) => { for (const e of list.getEntries()) window.__vitals.lcp = e.startTime })
  .observe({ type: 'largest-contentful-paint', buffered: true })
new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.__vitals.cls += e.value })
  .observe({ type: 'layout-shift', buffered: true })
new PerformanceObserver((list) => { for (const e of list.getEntries()) window.__vitals.inp = Math.max(window.__vitals.inp, e.duration) })
  .observe({ type: 'event', durationThreshold: 16, buffered: true })
"""


def measure(installation: Installation) -> dict[str, Any]:
    """Each face's medians. Not a promise of a machine: Chromium's own work is counted with ours."""
    from tests.bench.stage import make_members, make_staff, make_stage

    community, _ = make_stage("vitals", "630222109001", 60)
    sessions = {"member": make_members(community, 1)[0], "portal": make_staff(community), "wall": ""}
    figures: dict[str, Any] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for face, path, screen, pressed, aim in PAGES:
            address = f"http://vitals.localhost:{installation.port}"
            rounds = [_visit(browser, address + path, screen, sessions[face], pressed) for _ in range(ROUNDS)]
            figures[face] = {name: statistics.median(found[name] for found in rounds) for name in rounds[0]} | {
                "aim_lcp_s": aim
            }
        browser.close()
    spoken = "; ".join(
        f"{face} LCP {found['lcp'] / 1000:.2f} s (aim {found['aim_lcp_s']}),"
        f" CLS {found['cls']:.3f}, INP {found['inp']:.0f} ms"
        for face, found in figures.items()
    )
    return {"line": f"{spoken} (aims {CLS_AIM}, {INP_AIM} ms)", **figures}


def _visit(browser: Browser, address: str, screen: ViewportSize, session: str, pressed: str) -> dict[str, float]:
    from django.conf import settings

    context = browser.new_context(viewport=screen)
    if session:
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": address}])
    page = context.new_page()
    page.add_init_script(WATCH)
    _slow_down(page)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(500)
    before: dict[str, float] = page.evaluate("({ ...window.__vitals })")
    page.locator(pressed).first.click()
    page.wait_for_timeout(700)
    after: dict[str, float] = page.evaluate("({ ...window.__vitals })")
    context.close()
    return {"lcp": before["lcp"], "cls": before["cls"], "inp": after["inp"]}


def _slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
