"""The officers' figures over HTTP: periods, filters, order, pages, the honest sheet, the workbook."""

import datetime
import io
from typing import Any

import pytest
from django.db import connection
from openpyxl import load_workbook

from hub.accounts.inviting import make_officer
from hub.clock import standing_at, today
from hub.communities.models import Community, Region
from hub.rollups.keeping import Line, keep
from hub.rollups.models import COUNTS, STAGES, CommunityDay, CommunityYear
from tests.hub.accounts.office import Browser, settled
from tests.world import MONDAY

YEAR = 2026
NAMES = {"63": "青海省", "6302": "海东市", "630222": "民和县", "630222100": "川口镇", "630222101": "古鄯镇"}
PLACES = (
    (
        "630222100001",
        "海鸿社区",
        {"in_pool": 40, "claimed": 30, "fulfilled": 10, "by_claimer": 10, "overdue": 3, "held": 12},
        4,
    ),
    (
        "630222100002",
        "滨河社区",
        {"in_pool": 10, "claimed": 9, "fulfilled": 10, "by_claimer": 9, "on_time": 9, "by_backstop": 1},
        0,
    ),
    (
        "630222101001",
        "下坪村",
        {"in_pool": 20, "claimed": 5, "fulfilled": 4, "by_claimer": 4, "late_open": 9, "open": 15},
        7,
    ),
)


def count(community: Community, counts: dict[str, int], longest: int, day: datetime.date, state: str) -> None:
    waits = {stage: longest if counts.get(stage) else 0 for stage in STAGES}
    line = Line(YEAR, state, {**dict.fromkeys(COUNTS, 0), **counts}, waits, {"senior": (counts["in_pool"], 0)}, None)
    keep(community, line, day=day, moment=MONDAY)


@pytest.fixture
def officer(db: None, settings: Any) -> Any:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    connection.set_schema_to_public()
    with standing_at(MONDAY):
        for code, name in NAMES.items():
            Region.objects.create(code=code, name=name)
        for code, name, counts, longest in PLACES:
            community = Community.objects.create(
                slug=f"c{code}",
                schema_name=f"c_{code}",
                name=name,
                region_code=code,
                wrapped_key=b"",
                schema_version="",
            )
            half = {key: number // 2 for key, number in counts.items()}
            count(community, half, longest, today() - datetime.timedelta(days=10), "running")
            count(community, counts, longest, today(), "closed" if name == "滨河社区" else "running")
        settled(make_officer("+8613900120512", "县民政局", "630222"))
        browser = Browser("wishbridge.localhost")
        assert browser.login("+8613900120512").status_code == 200
        yield browser


def ask(officer: Browser, query: str = "") -> dict[str, Any]:
    answer = officer.get(f"/api/district?{query}")
    assert answer.status_code == 200, answer.content
    return dict(answer.json())


def names(answer: dict[str, Any]) -> list[str]:
    return [child["name"] for child in answer["children"]]


def test_a_region_is_the_sum_of_its_parts_at_every_level(officer: Browser) -> None:
    county = ask(officer)
    assert (county["name"], county["communities"], county["counts"]["in_pool"]) == ("民和县", 3, 70)
    assert {child["name"]: child["counts"]["in_pool"] for child in county["children"]} == {"川口镇": 50, "古鄯镇": 20}
    town = ask(officer, "region=630222100")
    assert {child["name"]: child["counts"]["in_pool"] for child in town["children"]} == {"海鸿社区": 40, "滨河社区": 10}
    assert [(step["name"], step["open"]) for step in town["path"]] == [
        ("青海省", False), ("海东市", False), ("民和县", True), ("川口镇", True)
    ]  # fmt: skip


def test_what_is_stuck_most_and_longest_comes_first(officer: Browser) -> None:
    answer = ask(officer, "level=communities")
    assert names(answer) == ["下坪村", "海鸿社区", "滨河社区"]
    assert [(row["stuck"], row["longest"]) for row in answer["children"]] == [(9, 7), (3, 4), (0, 0)]
    assert answer["stuck"][0] == {"stage": "late_open", "count": 9, "longest": 7}


def test_filters_order_and_pages_change_the_table_and_never_the_regions_figures(officer: Browser) -> None:
    whole = ask(officer)
    for query, expected in (
        ("stage=overdue", ["海鸿社区"]),
        ("state=closed", ["滨河社区"]),
        ("q=河", ["滨河社区"]),
        ("sort=completion", ["下坪村", "海鸿社区", "滨河社区"]),
        ("sort=-completion", ["滨河社区", "海鸿社区", "下坪村"]),
        ("sort=name", ["滨河社区", "海鸿社区", "下坪村"]),
        ("page_size=2&page=2", ["滨河社区"]),
        ("page_size=2&page=9", []),
    ):
        answer = ask(officer, f"level=communities&{query}")
        assert names(answer) == expected, query
        assert answer["counts"] == whole["counts"], query
        assert answer["categories"] == whole["categories"], query


def test_a_past_day_is_shown_as_it_was_and_a_period_says_what_was_gained(officer: Browser) -> None:
    past = ask(officer, f"until={today() - datetime.timedelta(days=5)}&level=communities")
    assert past["counts"]["in_pool"] == 35
    assert past["stuck"][0]["count"] == 4
    assert {child["campaign_state"] for child in past["children"]} == {"running"}
    assert (past["categories"], past["categories_shown"]) == ([], False), "differences between days would tell"
    gained = ask(officer, f"since={today() - datetime.timedelta(days=5)}")
    assert gained["gained"] == {"in_pool": 35, "claimed": 23, "fulfilled": 12, "overdue": 2}
    assert gained["overdue_a_week_ago"] == 1
    before = ask(officer, f"until={today() - datetime.timedelta(days=30)}")
    assert before["counts"]["in_pool"] == 0
    days = officer.get("/api/district/trend").json()
    assert [day["in_pool"] for day in days] == [35, 70]
    assert officer.get(f"/api/district/trend?since={today()}").json() == days[1:]


def test_the_sheet_adds_up(officer: Browser) -> None:
    sheet = officer.get("/api/district/sheet").json()
    assert [rate["key"] for rate in sheet["rates"]] == ["claim", "completion", "on_time", "satisfaction"]
    for rate in sheet["rates"]:
        rest = sum(number["count"] for number in rate["rest"])
        assert rate["numerator"]["count"] + rest == rate["denominator"]["count"], rate["key"]
    on_time = sheet["rates"][2]
    assert (on_time["numerator"]["count"], on_time["denominator"]["count"]) == (9, 23)
    assert sum(child["counts"]["fulfilled"] for child in sheet["children"]) == 24


def test_lines_of_the_definition_before_keep_their_figures_in_every_sum(officer: Browser) -> None:
    """One community closed its year when backstops counted as claims: its stored line knows no `by_claimer`."""
    code, fulfilled = "630222100002", 10
    for model in (CommunityYear, CommunityDay):
        for line in model.objects.filter(region_code=code):
            counts = {name: number for name, number in line.counts.items() if name != "by_claimer"}
            model.objects.filter(pk=line.pk).update(counts={**counts, "claimed": counts["fulfilled"]})
    sheet = officer.get("/api/district/sheet").json()
    claim, _, on_time, _ = sheet["rates"]
    assert (on_time["numerator"]["count"], on_time["denominator"]["count"]) == (9, 10 + fulfilled + 4)
    assert claim["numerator"]["count"] == 30 + fulfilled + 5
    for rate in sheet["rates"]:
        rest = sum(number["count"] for number in rate["rest"])
        assert rate["numerator"]["count"] + rest == rate["denominator"]["count"], rate["key"]
        assert all(number["count"] >= 0 for number in rate["rest"])


def test_the_workbook_holds_exactly_what_is_filtered_and_its_totals_are_its_rows(officer: Browser) -> None:
    answer = officer.get("/api/district/export?level=communities&state=running")
    book = load_workbook(io.BytesIO(answer.content))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=2)]
    head, *body, total = rows
    at = {name: place for place, name in enumerate(head)}
    assert [row[1] for row in body] == ["下坪村", "海鸿社区"]
    for name in ("入库", "已认领", "已办结", "认领逾期", "待认领过久"):
        assert total[at[name]] == sum(row[at[name]] for row in body), name
    for row in (*body, total):
        assert row[at["完成率"]] == pytest.approx(row[at["已办结"]] / row[at["入库"]])
    about = [[cell.value for cell in row] for row in book.worksheets[1].iter_rows()]
    assert ["筛选", "进行中"] in about
    assert ["数据截至", str(today())] in about
    assert any("现在由认领人认领" in str(row[1]) for row in about)


def test_what_a_name_begins_with_makes_no_formula(officer: Browser) -> None:
    Community.objects.filter(region_code=PLACES[0][0]).update(name="=1+1社区")
    book = load_workbook(io.BytesIO(officer.get("/api/district/export?level=communities").content))
    cell = next(cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == "=1+1社区")
    assert cell.data_type == "s"


def test_a_suspended_community_counts_with_what_it_was_last_counted_to(officer: Browser) -> None:
    Community.objects.filter(region_code=PLACES[0][0]).update(state="suspended")
    answer = ask(officer, "level=communities")
    assert (answer["counts"]["in_pool"], answer["closed_communities"]) == (70, 1)
    assert [row["community_state"] for row in answer["children"]] == ["active", "suspended", "active"]


def test_a_community_that_has_not_begun_is_there_all_the_same(officer: Browser) -> None:
    Community.objects.create(
        slug="new", schema_name="c_new", name="新村", region_code="630222101002", wrapped_key=b"", schema_version=""
    )
    answer = ask(officer, "level=communities&state=none")
    assert names(answer) == ["新村"]
    assert answer["children"][0]["counts"] == dict.fromkeys(COUNTS, 0)
    assert ask(officer, "year=2024")["communities"] == 0, "of a year gone by it is not missing"


@pytest.mark.parametrize(
    ("query", "field"),
    [("year=x", "year"), ("since=gestern", "since"), ("since=2026-03-05&until=2026-03-01", "since"), ("stage=none", "stage"),
     ("sort=luck", "sort"), ("page=0", "page"), ("level=all", "level"), ("sections=1", "sections")],
)  # fmt: skip
def test_what_cannot_be_understood_is_named(officer: Browser, query: str, field: str) -> None:
    answer = officer.get(f"/api/district?{query}")
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [field]


@pytest.mark.parametrize("code", ["630222999", "63022299", "630222100999", "640", "61"])
def test_a_region_that_does_not_exist_is_not_found_and_says_so(officer: Browser, code: str) -> None:
    answer = officer.get(f"/api/district?region={code}")
    assert answer.status_code == 404
    assert "地区" in answer.json()["detail"]
