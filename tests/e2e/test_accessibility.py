"""experience.md, number 3: axe finds nothing on any route, loaded, empty, with an error or a dialog, in both languages."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from tests.e2e.conftest import Visit
from tests.rules.source import ROOT

AXE = (ROOT / "frontend/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ['violations'] })
  return found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`)
}"""
PORTAL = (
    "/portal", "/portal/wishes", "/portal/wishes/new", "/portal/verify", "/portal/assess", "/portal/balance",
    "/portal/messages", "/portal/visits", "/portal/stops",
    "/portal/claims", "/portal/claims?stage=to_decide", "/portal/claims?stage=extensions",
    "/portal/deliveries", "/portal/deliveries?stage=fulfilled", "/portal/people", "/portal/members",
    "/portal/branches", "/portal/accounts", "/portal/community", "/portal/import", "/portal/cards", "/portal/cards?of=households",
    "/portal/campaign", "/portal/form", "/portal/form?as_of=2026-01-02", "/portal/sheet", "/portal/sheet?behind=in_pool",
    "/portal/closing", "/portal/password", "/portal/nowhere",
)  # fmt: skip
MEMBER = ("/", "/mine", "/record", "/password", "/nowhere")
PLATFORM = (
    "/admin",
    "/admin/communities/new",
    "/admin/outbox",
    "/admin/messages",
    "/admin/calendars",
    "/admin/calendars/2027",
    "/admin/health",
    "/admin/nowhere",
)
DISTRICT = (
    "/district", "/district/630222", "/district/630222?level=parts&sort=name", "/district/630222?q=zzz",
    "/district/630222?since=2026-01-01&until=2026-01-05", "/district/630222?since=2026-02-01&until=2026-01-01",
    "/district/630222100", "/district/630222100011", "/district/630222/sheet", "/district/630222/sheet?rate=on_time",
    "/district/110101", "/district/110101/sheet", "/district/632801", "/district/password", "/district/nowhere",
)  # fmt: skip
DIALOGS = (
    ("/portal/accounts", "邀请同事"),
    ("/portal/accounts", "任命支部书记"),
    ("/portal/campaign", "新建活动"),
    ("/portal/campaign", "添加用词"),
    ("/portal/members", "登记党员"),
    ("/portal/branches", "新建支部"),
    ("/portal/wishes?state=open", "保存这组条件"),
)


def violations(page: Page, path: str) -> list[str]:
    page.goto(path)
    return look(page, path)


def look(page: Page, where: str) -> list[str]:
    page.wait_for_load_state("networkidle")
    page.wait_for_selector("h1", state="attached")
    # On a slow machine the network is idle also before the page has begun to ask.
    page.wait_for_selector(".skeleton", state="detached")
    page.evaluate(AXE)
    return [f"{where} {found}" for found in page.evaluate(RUN)]


@pytest.mark.e2e
@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
@pytest.mark.parametrize("community", ["man", "kong"], ids=["loaded", "empty"])
def test_the_portal_has_no_violation(visit: Visit, places: dict[str, Any], community: str, english: bool) -> None:
    page = visit(community, "13909990001" if community == "man" else "13909990002", small=False, english=english)
    paths = [*PORTAL]
    if community == "man":
        paths += [f"/portal/wishes/{pk}" for pk in places["wishes"].values()]
        paths += [f"/portal/people/{places['person']}", f"/portal/members/{places['member']}"]
    found = [line for path in paths for line in violations(page, path)]
    assert found == []


@pytest.mark.e2e
def test_dialogs_of_the_portal_have_no_violation(visit: Visit, places: dict[str, Any]) -> None:
    page = visit("man", "13909990001", small=False, english=False)
    found = []
    page.goto("/portal/campaign")
    page.get_by_role("button", name="修改规则", exact=True).click()
    found += look(page, "the ladder's form")
    for name in ("延期", "收回", "兜底", "同意", "不同意"):
        page.goto("/portal")
        page.get_by_role("button", name=re.compile(f"^{name}")).first.click()
        page.get_by_role("dialog").wait_for()
        found += look(page, f"/portal {name}")
    for path, name in DIALOGS:
        page.goto(path)
        page.get_by_role("button", name=name, exact=True).first.click()
        page.get_by_role("dialog").wait_for()
        found += look(page, f"{path} {name}")
    assert found == []


@pytest.mark.e2e
@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
def test_the_members_pages_have_no_violation(visit: Visit, places: dict[str, Any], english: bool) -> None:
    stranger = visit("man", small=True, english=english)
    found = [
        line for path in ("/", "/login", f"/wish/{places['wishes']['open']}") for line in violations(stranger, path)
    ]
    found += [line for path in ("/", "/wall") for line in violations(visit("kong", small=True, english=english), path)]
    if not english:
        member = visit("man", places["phone"], {"code": places["code"]}, small=True, english=False)
        paths = [*MEMBER, f"/mine/{places['claim']}", *(f"/wish/{pk}" for pk in places["wishes"].values())]
        found += [line for path in paths for line in violations(member, path)]
        member.goto(f"/mine/{places['claim']}")
        member.get_by_role("button", name="送不了，退回认领").click()
        member.get_by_role("dialog").wait_for()
        found += look(member, "hand back")
        member.goto(f"/mine/{places['claim']}")
        member.get_by_role("button", name="需要更多时间").click()
        member.get_by_role("dialog").wait_for()
        found += look(member, "more time")
    assert found == []


@pytest.mark.e2e
@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
def test_the_wall_and_the_operators_pages_have_no_violation(
    visit: Visit, places: dict[str, Any], english: bool
) -> None:
    found = violations(visit("man", small=False, english=english), "/wall")
    operator = visit("wishbridge", "13909990000", small=False, english=english)
    paths = [*PLATFORM, f"/admin/communities/{places['community']}"]
    found += [line for path in paths for line in violations(operator, path)]
    assert found == []


@pytest.mark.e2e
@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
@pytest.mark.parametrize("small", [False, True], ids=["desk", "phone"])
def test_the_officers_pages_have_no_violation(visit: Visit, places: dict[str, Any], small: bool, english: bool) -> None:
    found = violations(visit("wishbridge", small=small, english=english), "/district/login")
    officer = visit("wishbridge", "13909990003", small=small, english=english)
    found += [line for path in DISTRICT for line in violations(officer, path)]
    officer.goto("/district/630222")
    officer.locator(".trend-days summary").click()
    officer.locator(".trend-chart svg").wait_for()
    found += look(officer, "the trend as a table")
    assert found == []


@pytest.mark.e2e
def test_a_page_that_could_not_be_read_has_no_violation(visit: Visit, places: dict[str, Any]) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=503, content_type="application/json", body="{}")

    found = []
    for page, paths in (
        (visit("man", "13909990001", small=False, english=False), PORTAL),
        (visit("man", small=True, english=False), ("/", f"/wish/{places['wishes']['open']}")),
        (visit("wishbridge", "13909990000", small=False, english=False), PLATFORM),
        (visit("wishbridge", "13909990003", small=False, english=False), DISTRICT),
    ):
        page.route(lambda url: "/api/" in url and "/api/site" not in url, refuse)
        found += [line for path in paths for line in violations(page, path)]
    assert found == []
