"""Preview and export of the form over HTTP, and the sheet beside them."""

import io
from urllib.parse import quote

import pytest
from openpyxl import load_workbook

from hub.privacy.models import AccessLog
from tenants.forms.workbooks import MEDIA_TYPE
from tests.contract.stage import Stage
from tests.world import S

FORM = "/api/campaigns/{}/statistics-form"
SHEET = "/api/campaigns/{}/sheet"


def campaign_with_wishes(stage: Stage) -> object:
    with stage.community_block() as world:
        for state in (S.FULFILLED, S.CLAIMED, S.DECLINED):
            world.wish(state)
        return world.campaign.pk


def test_the_export_is_a_workbook_with_a_chinese_name_and_is_kept_nowhere(stage: Stage) -> None:
    pk = campaign_with_wishes(stage)
    answer = stage.ask("staff", "POST", FORM.format(pk), {"reason": "存档", "masked": False, "as_of": "2026-03-09"})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == MEDIA_TYPE
    name = "海鸿社区-2026年微心愿征集认领统计表-截至2026-03-09-完整.xlsx"
    assert answer.headers["Content-Disposition"] == f"attachment; filename*=UTF-8''{quote(name)}"
    assert answer.headers["Cache-Control"] == "no-store"
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert sheet["C6"].value == "马福山"
    entry = AccessLog.objects.get(subject="statistics_form")
    assert (entry.reason, entry.subject_id, entry.actor_name) == ("存档", pk, "赵敏")


def test_it_is_masked_unless_the_full_one_is_asked_for(stage: Stage) -> None:
    pk = campaign_with_wishes(stage)
    answer = stage.ask("administrator", "POST", FORM.format(pk), {"reason": "上报"})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert sheet["C6"].value == "马**"


def test_an_english_reader_gets_an_english_form(stage: Stage) -> None:
    pk = campaign_with_wishes(stage)
    answer = stage.ask("staff", "POST", FORM.format(pk), {"reason": "file"}, accept_language="en")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert sheet["A1"].value == "海鸿社区: micro-wishes 2026, collection and claims"
    assert sheet["C5"].value == "Name"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "reason"),
        ({"reason": " "}, "reason"),
        ({"reason": "存档", "as_of": "2099-01-01"}, "as_of"),
        ({"reason": "存档", "as_of": "三月九日"}, "as_of"),
        ({"reason": "存档", "masked": "perhaps"}, "masked"),
        ({"reason": "存档", "everything": True}, "everything"),
    ],
    ids=["no reason", "blank reason", "day ahead", "no day", "no choice", "unknown"],
)
def test_a_bad_request_names_its_field_and_exports_nothing(stage: Stage, body: dict[str, object], field: str) -> None:
    pk = campaign_with_wishes(stage)
    answer = stage.ask("staff", "POST", FORM.format(pk), body)
    assert answer.status_code == 400
    assert answer.json()["errors"][field]
    assert not AccessLog.objects.filter(subject="statistics_form").exists()


def test_a_missing_reason_is_asked_for_in_words(stage: Stage) -> None:
    answer = stage.ask("staff", "POST", FORM.format(campaign_with_wishes(stage)), {"reason": " "})
    assert answer.json()["errors"] == {"reason": ["请写明导出的用途。"]}


def test_the_preview_is_masked_and_says_what_the_form_will_hold(stage: Stage) -> None:
    pk = campaign_with_wishes(stage)
    told = stage.ask("staff", "GET", FORM.format(pk)).json()
    assert (told["count"], told["title"]) == (3, "海鸿社区 2026 年微心愿征集认领统计表")
    assert [block["title"] for block in told["blocks"]] == ["征集登记", "核查评估", "认领", "完成"]
    assert told["rows"][0]["name"] == "马**"
    assert {t["name"]: t["count"] for t in told["totals"]}["入库"] == 2
    assert [(r["numerator"], r["denominator"]) for r in told["rates"]] == [(2, 2), (1, 2), (1, 1), (0, 0)]
    assert "不予受理 1 件" in told["notes"][-1]


def test_there_is_no_form_of_a_day_before_the_campaign_began(stage: Stage) -> None:
    pk = campaign_with_wishes(stage)
    for answer in (
        stage.ask("staff", "GET", FORM.format(pk) + "?as_of=2026-03-01"),
        stage.ask("staff", "POST", FORM.format(pk), {"reason": "存档", "as_of": "2026-03-01"}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (400, "day_before_campaign")
        assert "2026-03-01" in answer.json()["detail"]


def test_a_sheets_number_opens_its_wishes(stage: Stage) -> None:
    pk = campaign_with_wishes(stage)
    sheet = stage.ask("staff", "GET", SHEET.format(pk)).json()
    claim = next(rate for rate in sheet["rates"] if rate["key"] == "claim")
    assert (claim["numerator"]["count"], claim["denominator"]["count"]) == (2, 2)
    (left_out,) = claim["excluded"]
    wishes = stage.ask("staff", "GET", f"{SHEET.format(pk)}/wishes?of={left_out['key']}").json()
    assert (wishes["count"], wishes["results"][0]["state"], wishes["results"][0]["name"]) == (1, "declined", "马**")
    assert stage.ask("staff", "GET", f"{SHEET.format(pk)}/wishes?of=nothing").status_code == 400


def test_nobody_but_staff_gets_any_of_it(stage: Stage) -> None:
    pk = campaign_with_wishes(stage)
    for path in (FORM.format(pk), SHEET.format(pk), f"{SHEET.format(pk)}/wishes"):
        assert stage.ask("member", "GET", path).status_code == 403
