"""What is asked once for a whole import, and what one answer teaches."""

import io
from typing import Any

import openpyxl
import pytest
from django_tenants.utils import tenant_context

from hub.communities.models import Community
from tenants.people.models import Beneficiary
from tenants.wishes.models import Wish
from tests.hub.accounts.office import Browser
from tests.tenants.forms.test_imports_api import clerk, upload  # noqa: F401 - a fixture
from tests.tenants.forms.workbooks import HEADER, wish_row, xlsx

pytestmark = pytest.mark.django_db

LACKING = [name for name in HEADER if name not in ("征集人", "征集时间")]


def without_columns(*rows: list[object]) -> list[list[object]]:
    places = [HEADER.index(name) for name in LACKING]
    return [[row[at] for at in places] for row in rows]


def test_columns_that_the_whole_list_lacks_are_asked_about_once_and_stored_as_for_the_batch(
    clerk: Browser,  # noqa: F811
    haihong: Community,
) -> None:
    rows = without_columns(wish_row(1), wish_row(2, name="马得林", phone="13900120423"))
    batch = upload(clerk, xlsx([LACKING, *rows])).json()
    assert (batch["lacking"], batch["counts"]["attention"]) == (["collected_on", "collector"], 2)
    address = f"/api/imports/{batch['id']}"
    said = clerk.send("PATCH", address, {"collected_on": "2026-03-06", "collector": "马秀兰"}).json()
    assert (said["counts"]["ready"], said["said"]["collector"]) == (2, "马秀兰")
    assert clerk.send("PATCH", address, {"collected_on": "2099-01-01"}).json()["code"] == "day_ahead"
    assert clerk.post(f"{address}/confirmation").json()["imported"] == 2
    with tenant_context(haihong):
        stored = list(Wish.objects.values_list("for_batch", "collector_name", "missing"))
    assert stored == [(["collected_on", "collector"], "马秀兰", [])] * 2


def test_old_days_are_asked_about_once(clerk: Browser, haihong: Community) -> None:  # noqa: F811
    batch = upload(
        clerk, xlsx([HEADER, wish_row(1, collected_on="2006-03-06"), wish_row(2, name="马得林", phone="")])
    ).json()
    assert batch["rows"][0]["reasons"][0]["code"] == "date_old"
    said = clerk.send("PATCH", f"/api/imports/{batch['id']}", {"old_days": True}).json()
    assert (said["rows"][0]["outcome"], said["rows"][0]["read"]["collected_on"]) == ("ready", "2006-03-06")


def with_hidden_rows_and_sheets() -> bytes:
    book = openpyxl.Workbook()
    first, second = book.worksheets[0], book.create_sheet("第二网格")
    first.title = "第一网格"
    for sheet, people in ((first, ("哈秀兰", "马得林")), (second, ("李志强", "石一"))):
        sheet.append(HEADER)
        for n, name in enumerate(people):
            phone = f"1390012{(['哈秀兰', '马得林', '李志强', '石一'].index(name)):04d}"
            sheet.append(wish_row(n + 1, name=name, phone=phone))
    first.row_dimensions[3].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def names(batch: dict[str, Any]) -> list[str]:
    return [row["values"]["name"] for row in batch["rows"]]


def test_sheets_have_their_ticks_and_hidden_rows_are_read_until_somebody_says_no(clerk: Browser) -> None:  # noqa: F811
    batch = upload(clerk, with_hidden_rows_and_sheets()).json()
    assert (names(batch), batch["hidden_rows"]) == (["哈秀兰", "马得林", "李志强", "石一"], 1)
    assert [(row["sheet"], row["row"]) for row in batch["rows"]][1:3] == [("第一网格", 3), ("第二网格", 2)]
    address = f"/api/imports/{batch['id']}"
    assert names(clerk.send("PATCH", address, {"hidden_rows": False}).json()) == ["哈秀兰", "李志强", "石一"]
    assert names(clerk.send("PATCH", address, {"sheets": ["第二网格"]}).json()) == ["李志强", "石一"]
    assert clerk.send("PATCH", address, {"sheets": []}).json()["code"] == "no_sheet"
    again = clerk.send("PATCH", address, {"sheets": ["第一网格", "第二网格"], "hidden_rows": True}).json()
    assert names(again) == ["哈秀兰", "马得林", "李志强", "石一"]


def test_a_word_for_a_category_is_chosen_once_and_known_ever_after(clerk: Browser) -> None:  # noqa: F811
    rows = [wish_row(1, categories="军属"), wish_row(2, name="马得林", phone="13900120423", categories="军属")]
    batch = upload(clerk, xlsx([HEADER, *rows])).json()
    assert [row["reasons"][0]["code"] for row in batch["rows"]] == ["category_unknown"] * 2
    mended = clerk.send("PATCH", f"/api/imports/{batch['id']}/rows/1", {"categories": "veteran"}).json()
    assert (mended["read"]["categories"], [other["serial"] for other in mended["others"]]) == (["veteran"], [2])
    later = upload(clerk, xlsx([HEADER, wish_row(1, name="李志强", phone="13900120424", categories="军属")])).json()
    assert later["rows"][0]["read"]["categories"] == ["veteran"]


def test_a_known_persons_address_changes_only_when_staff_say_so(clerk: Browser, haihong: Community) -> None:  # noqa: F811
    first = upload(clerk, xlsx([HEADER, wish_row(1)])).json()
    clerk.post(f"/api/imports/{first['id']}/confirmation")
    moved = xlsx([HEADER, wish_row(1, item="棉被", address="建设巷9号楼1单元101室")])
    batch = upload(clerk, moved).json()
    assert batch["rows"][0]["reasons"][0]["code"] == "person_differs"
    clerk.post(f"/api/imports/{batch['id']}/confirmation")
    with tenant_context(haihong):
        (person,) = Beneficiary.objects.select_related("household")
        assert person.household.address == "建设巷7号楼3单元502室"
        assert "建设巷9号楼1单元101室" in Wish.objects.get(item="棉被").story
    other = upload(clerk, xlsx([HEADER, wish_row(1, item="米", address="建设巷9号楼1单元101室")])).json()
    clerk.send("PATCH", f"/api/imports/{other['id']}/rows/1", {"on_record": "update"})
    clerk.post(f"/api/imports/{other['id']}/confirmation")
    with tenant_context(haihong):
        assert Beneficiary.objects.select_related("household").get().household.address == "建设巷9号楼1单元101室"


def test_a_list_of_one_kind_of_people_takes_no_other_kind_from_anybody(clerk: Browser, haihong: Community) -> None:  # noqa: F811
    for categories, item in (("高龄老人、残疾人", "米"), ("低保户", "棉被"), ("高龄老人", "台灯")):
        batch = upload(clerk, xlsx([HEADER, wish_row(1, categories=categories, item=item)])).json()
        assert batch["rows"][0]["reasons"] == []
        assert clerk.post(f"/api/imports/{batch['id']}/confirmation").status_code == 200
    with tenant_context(haihong):
        assert set(Beneficiary.objects.get().categories) == {"senior", "disabled", "low_income"}


def test_two_names_in_one_field_are_not_one_person(clerk: Browser) -> None:  # noqa: F811
    rows = [wish_row(1, name="马建国　马建军"), wish_row(2, name="马 建 国", phone="13900120423")]
    first, second = upload(clerk, xlsx([HEADER, *rows])).json()["rows"]
    assert [reason["field"] for reason in first["reasons"]] == ["name"]
    assert second["reasons"] == []
    refused = clerk.post("/api/wishes", {"person": {"name": "马建国 李志军"}, "wish": {"item": "米"}})
    assert (refused.status_code, list(refused.json()["errors"])) == (400, ["person.name"])
    assert clerk.post("/api/wishes", {"person": {"name": "马建国李志军"}, "wish": {"item": "米"}}).status_code == 201


def test_the_entry_asks_before_it_replaces_what_is_on_record(clerk: Browser, haihong: Community) -> None:  # noqa: F811
    person: dict[str, Any] = {
        "name": "石一", "phone": "13900120499", "age": 70, "sex": "male", "address": "滨河小区3号楼2单元301",
        "categories": ["senior", "disabled"],
    }  # fmt: skip
    assert clerk.post("/api/wishes", {"person": person, "wish": {"item": "电热毯"}}).status_code == 201
    # Ages a year apart, and what nobody tells, are no difference.
    same = {**person, "age": 71, "address": " 滨河小区 3号楼2单元301"}
    assert clerk.post("/api/wishes", {"person": same, "wish": {"item": "台灯"}}).status_code == 201
    told: list[dict[str, Any]] = [
        {"address": "建设巷8号楼101"}, {"age": 55}, {"sex": "female"}, {"categories": ["senior"]},
    ]  # fmt: skip
    for number, changed in enumerate(told):
        (field,) = changed
        entry = {"person": {**person, **changed}, "wish": {"item": f"棉被{number}"}}
        refused = clerk.post("/api/wishes", entry)
        assert (refused.status_code, refused.json()["code"]) == (409, "known_otherwise"), changed
        assert f"person.{field}" in str(refused.json()["errors"])
    with tenant_context(haihong):
        stands = Beneficiary.objects.select_related("household").get()
        assert (stands.household.address, stands.categories) == ("滨河小区3号楼2单元301", ["senior", "disabled"])
        assert Wish.objects.filter(item__startswith="棉被").count() == 0
    moved = {"person": {**person, "address": "建设巷8号楼101"}, "wish": {"item": "棉被"}, "changed": True}
    assert clerk.post("/api/wishes", moved).status_code == 201
    with tenant_context(haihong):
        assert Beneficiary.objects.select_related("household").get().household.address == "建设巷8号楼101"


def test_a_day_of_collecting_is_plausible_in_the_api_too(clerk: Browser) -> None:  # noqa: F811
    entry: dict[str, Any] = {"person": {"name": "石一", "phone": "13900120499"}, "wish": {"item": "电热毯一床"}}
    ahead = clerk.post("/api/wishes", {**entry, "wish": {**entry["wish"], "collected_on": "2099-01-01"}})
    assert (ahead.status_code, ahead.json()["code"]) == (400, "day_ahead")
    old = {**entry, "wish": {**entry["wish"], "collected_on": "2020-01-01"}}
    refused = clerk.post("/api/wishes", old)
    assert (refused.status_code, refused.json()["code"]) == (400, "old_day")
    assert clerk.post("/api/wishes", {**old, "old_day": True}).status_code == 201
    again = clerk.post("/api/wishes", {**entry, "wish": {"item": "电热毯1床"}})
    assert (again.status_code, again.json()["code"]) == (409, "same_person_and_wish")
