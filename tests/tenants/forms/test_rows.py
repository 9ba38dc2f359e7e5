"""The rules of a row, on the sample registers and beyond."""

import csv
import io
import json
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tenants.forms.reading.workbook import read_workbook
from tenants.forms.rows.judging import Judged, Known
from tenants.forms.tables.columns import Kind
from tests.processor import measured
from tests.tenants.forms.registers import judged, marks, table_of
from tests.tenants.forms.workbooks import HEADER, wish_row, xls, xlsx

DATA = Path(__file__).parents[2] / "data"
MEMBER_HEADER = ["序号", "姓名", "性别", "出生年月", "工作单位", "所在支部", "手机号码", "特长", "备注"]


def member_row(
    serial: int, name: str = "杨兰香", phone: str = "13900343061", branch: str = "第一党支部"
) -> list[object]:
    return [serial, name, "女", "1979.10", "县医院", branch, phone, "", ""]


def told(row: Judged) -> dict[str, Any]:
    return {
        **row.values,
        "serial": row.record.serial,
        "outcome": row.outcome,
        "reasons": [reason.code for reason in row.reasons],
        "warnings": [warning.code for warning in row.warnings],
        "duplicate_of": row.duplicate_of,
    }


def outcomes(rows: list[Judged]) -> list[tuple[str, list[str], list[str]]]:
    return [(row.outcome, [r.code for r in row.reasons], [w.code for w in row.warnings]) for row in rows]


@pytest.mark.parametrize(
    ("file", "kind", "year"),
    [
        ("wishes-2026.xlsx", "wishes", 2026),
        ("wishes-2025-gb18030.csv", "wishes", 2025),
        ("members.xlsx", "members", 2026),
    ],
)
def test_each_field_of_each_row_is_as_expected(file: str, kind: Kind, year: int) -> None:
    expected = json.loads((DATA / f"{file.replace('-gb18030', '').partition('.')[0]}.expected.json").read_text())
    rows = judged((DATA / file).read_bytes(), kind, year=year)
    assert Counter(row.outcome for row in rows) == expected["counts"]
    for row, wanted in zip(rows, expected["rows"], strict=True):
        said = told(row)
        assert {key: said[key] for key in wanted} == wanted


def in_other_forms() -> dict[str, bytes]:
    """The register of 2026 as other programs and other offices would have written it."""
    (sheet, *_) = read_workbook((DATA / "wishes-2026.xlsx").read_bytes())
    wording = "编号 心愿人姓名 性别 年龄(岁) 人员类别 住址 手机号 心愿 件数 金额 走访人 登记日期 说明"
    renamed = dict(zip(HEADER, re.split(" ", wording), strict=True))
    turned = [[renamed.get(str(cell), cell) for cell in row[::-1]] for row in sheet.rows[2:]]
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(sheet.rows)
    return {
        "xls": xls(sheet.rows),
        "csv, UTF-8": text.getvalue().encode("utf-8-sig"),
        "csv, GB18030": text.getvalue().encode("gb18030"),
        "columns in other order and wording": xlsx([["某镇某社区"], [], *turned]),
    }


@pytest.mark.parametrize("form", ["xls", "csv, UTF-8", "csv, GB18030", "columns in other order and wording"])
def test_the_register_says_the_same_in_any_form(form: str) -> None:
    expected = json.loads((DATA / "wishes-2026.expected.json").read_text())
    rows = judged(in_other_forms()[form])
    assert Counter(row.outcome for row in rows) == expected["counts"]
    for row, wanted in zip(rows, expected["rows"], strict=True):
        said = told(row)
        assert {key: said[key] for key in wanted} == wanted


@pytest.mark.parametrize("file", sorted(path.name for path in (DATA / "history").glob("*.csv")))
def test_the_registers_of_past_years_are_read_without_a_rejected_row(file: str) -> None:
    rows = judged((DATA / "history" / file).read_bytes(), year=int(file[7:11]))
    assert {row.outcome for row in rows} <= {"ready", "attention", "duplicate"}
    assert all(row.values["collected_on"] and row.values["categories"] for row in rows)


def test_what_is_missing_is_named_in_the_order_in_which_staff_ask_for_it() -> None:
    data = xlsx([HEADER, wish_row(1, phone="", age="", categories="", collected_on="")])
    assert outcomes(judged(data)) == [
        ("attention", ["phone_missing", "age_missing", "date_missing", "category_missing"], [])
    ]


def test_a_rejected_row_says_everything_that_is_wrong_with_it() -> None:
    data = xlsx([HEADER, wish_row(1, name="", item="无", phone="123456")])
    assert outcomes(judged(data)) == [("rejected", ["name_missing", "wish_missing", "phone_invalid"], [])]


def test_a_child_under_14_needs_a_guardian_whose_the_telephone_is() -> None:
    rows = judged(
        xlsx(
            [
                HEADER,
                wish_row(1, name="沙小燕", age=13),
                wish_row(2, name="沙小明", age=13, phone="13900120423", remarks="监护人:爷爷沙国俊"),
                wish_row(3, name="沙小红", age="8岁", phone="", remarks="监护人:奶奶马玉兰 13900120424"),
                wish_row(4, name="沙大明", age=14, phone="13900120425"),
            ]
        )
    )
    assert [(row.outcome, row.values["guardian"], row.values["phone"]) for row in rows] == [
        ("attention", None, "+8613900120422"),
        ("ready", "沙国俊", "+8613900120423"),
        ("ready", "马玉兰", "+8613900120424"),
        ("ready", None, "+8613900120425"),
    ]


def test_siblings_share_their_guardians_telephone_without_a_warning() -> None:
    shared = {"phone": "13900120422", "remarks": "监护人:爷爷沙国俊"}
    rows = [
        wish_row(1, name="沙小燕", age=9, **shared),
        wish_row(2, name="沙小明", age=7, **shared),
        wish_row(3, name="沙国俊", age=70, phone="13900120422"),
        wish_row(4, name="哈秀兰", age=70, phone="13900120422"),
    ]
    assert [row.warnings[0].code if row.warnings else "" for row in judged(xlsx([HEADER, *rows]))] == [
        "",
        "",
        "",
        "phone_shared",
    ]


def test_the_same_person_telephone_and_wish_is_one_wish_however_it_is_written() -> None:
    rows = [
        wish_row(1),
        wish_row(
            2, name="哈 秀兰", phone="+86 139-0012-0422", item=" 电暖器\n", collector="另一人", collected_on="3月9日"
        ),
        wish_row(3, item="棉被"),
        wish_row(4, name="哈秀英"),
    ]
    found = judged(xlsx([HEADER, *rows]))
    assert [(row.outcome, row.duplicate_of) for row in found] == [
        ("ready", None), ("duplicate", 1), ("ready", None), ("ready", None),
    ]  # fmt: skip
    assert outcomes(found)[3] == ("ready", [], ["phone_shared"])


def test_without_a_telephone_the_address_tells_people_apart() -> None:
    rows = [
        wish_row(1, phone=""),
        wish_row(2, phone="1390012", collector="另一人"),
        wish_row(3, phone="", address="建设巷8号楼"),
        wish_row(4, phone="", address=""),
        wish_row(5, phone="", address="", collector="另一人"),
        wish_row(6, phone="", address=""),
    ]
    found = judged(xlsx([HEADER, *rows]))
    assert [(row.outcome, row.duplicate_of) for row in found] == [
        ("attention", None), ("duplicate", 1), ("attention", None), ("attention", None), ("attention", None), ("duplicate", 4),
    ]  # fmt: skip


def test_a_rejected_row_makes_no_later_one_a_duplicate() -> None:
    rows = [wish_row(1, item=""), wish_row(2, item=""), wish_row(3)]
    assert [row.outcome for row in judged(xlsx([HEADER, *rows]))] == ["rejected", "rejected", "ready"]


def test_warnings_stand_beside_a_row_and_do_not_hold_it_up() -> None:
    rows = [
        wish_row(1, budget="6800"),
        wish_row(2, name="乙", phone="0972-8521234", budget="很贵"),
        wish_row(3, name="丙", phone="13900120424", budget=500),
    ]
    assert outcomes(judged(xlsx([HEADER, *rows]))) == [
        ("ready", [], ["budget_over_limit"]),
        ("ready", [], ["budget_unreadable", "landline_takes_no_sms"]),
        ("ready", [], []),
    ]


def test_what_was_read_otherwise_or_taken_out_is_said_beside_the_row() -> None:
    head = ["序号", "姓名", "身份证号", "年龄", "困难类别", "联系电话", "微心愿", "数量", "征集日期", "备注"]
    number = "63212219500306123X"
    rows = [
        [1, "哈秀兰", number, 76, "高龄老人", "13900120422", "电饭锅", "若干", "3月2日", f"证件 {number}"],
        [2, "乙", "", 76, "高龄老人", "13900120423", "棉被", "两床", "3月2日", ""],
    ]
    found = judged(xlsx([head, *rows]))
    assert [(w.code, w.field) for w in found[0].warnings] == [
        ("quantity_unreadable", "quantity"), ("identity_taken_out", "remarks"), ("identity_taken_out", "identity"),
    ]  # fmt: skip
    assert "若干" in found[0].warnings[0].text.zh
    assert (found[1].values["quantity"], list(found[1].warnings)) == (2, [])


def test_a_wish_that_is_stored_already_is_a_duplicate_and_a_stored_telephone_warns() -> None:
    known = Known(
        wishes={("哈秀兰", "+8613900120422", "电暖器"): "HH26-007"}, phones={"+8613900120423": frozenset({"某人"})}
    )
    rows = judged(
        xlsx([HEADER, wish_row(1), wish_row(2, item="棉被"), wish_row(3, name="乙", phone="13900120423")]), known=known
    )
    assert outcomes(rows) == [
        ("duplicate", ["same_person_and_wish"], []), ("ready", [], []), ("ready", [], ["phone_shared"]),
    ]  # fmt: skip
    assert rows[0].existing == "HH26-007"
    assert "HH26-007" in rows[0].reasons[0].text.zh


def test_a_corrected_row_is_judged_by_what_it_says_now() -> None:
    data = xlsx([HEADER, wish_row(1, age="不详"), wish_row(2, age="不详"), wish_row(3, name="乙", phone="1390012")])
    assert [row.outcome for row in judged(data)] == ["attention", "duplicate", "attention"]
    corrected = judged(data, corrections={1: {"age": "76"}, 2: {"item": "棉被"}, 3: {"phone": "13900120423"}})
    assert [row.outcome for row in corrected] == ["ready", "attention", "ready"]


def test_correcting_the_first_of_two_equal_rows_does_not_set_the_second_free() -> None:
    data = xlsx([HEADER, wish_row(1), wish_row(2)])
    assert [row.outcome for row in judged(data, corrections={1: {"item": "棉被"}})] == ["ready", "duplicate"]
    assert [row.outcome for row in judged(data, corrections={2: {"age": "77"}})] == ["ready", "duplicate"]
    nameless = xlsx([HEADER, wish_row(1, phone="", address=""), wish_row(2, phone="", address="")])
    assert [row.outcome for row in judged(nameless, corrections={2: {"age": "77"}})] == ["attention", "duplicate"]
    both = {1: {"item": "棉被"}, 2: {"age": "77"}}
    assert [row.outcome for row in judged(data, corrections=both)] == ["ready", "duplicate"]


def test_a_members_telephone_belongs_to_one_member() -> None:
    rows = [
        member_row(1),
        member_row(2),
        member_row(3, name="何金山"),
        member_row(4, name="高德胜", phone=""),
        member_row(5, name="祁生莲", phone="13900342662", branch=""),
        member_row(6, name="王卓玛", phone="0972-8521234"),
        member_row(7, name="", phone="13900342663"),
    ]
    found = judged(xlsx([MEMBER_HEADER, *rows]), "members")
    assert outcomes(found) == [
        ("ready", [], []),
        ("duplicate", ["same_person"], []),
        ("attention", ["phone_taken"], []),
        ("attention", ["phone_missing"], []),
        ("attention", ["branch_missing"], []),
        ("ready", [], ["landline_takes_no_sms"]),
        ("rejected", ["name_missing"], []),
    ]
    assert found[2].values["phone"] is None
    assert found[0].values["birth_month"] == "1979-10"


def test_the_fingerprint_of_a_row_knows_neither_order_nor_serial_nor_white_space() -> None:
    rows = [wish_row(n, name=f"哈秀{n}", remarks=f"备注 {n}") for n in range(1, 30)]
    first = table_of(xlsx([HEADER, *rows])).records
    again = [wish_row(99 - n, name=f" 哈 秀{n}\n", remarks=f"备注{n}") for n in range(1, 30)]
    random.Random(7).shuffle(again)
    columns = list(range(len(HEADER)))[::-1]
    turned = [[row[at] for at in columns] for row in [HEADER, *again]]
    assert sorted(marks(first)) == sorted(marks(table_of(xlsx([["重排"], *turned])).records))


@pytest.mark.parametrize(
    "column",
    [
        "name",
        "sex",
        "age",
        "categories",
        "address",
        "phone",
        "item",
        "quantity",
        "budget",
        "collector",
        "collected_on",
        "remarks",
    ],
)
def test_rows_that_differ_in_one_cell_have_different_fingerprints(column: str) -> None:
    different = {"age": 77, "quantity": 2, "phone": "13900120423"}.get(column, "另外")
    found = marks(table_of(xlsx([HEADER, wish_row(1), wish_row(2, **{column: different})])).records)
    assert len(set(found)) == 2


def test_equal_rows_have_fingerprints_of_their_own_in_any_file_that_holds_both() -> None:
    both = marks(table_of(xlsx([HEADER, wish_row(1), wish_row(2)])).records)
    assert len(set(both)) == 2
    assert both == marks(table_of(xlsx([HEADER, wish_row(2), wish_row(1)])).records)
    assert marks(table_of(xlsx([HEADER, wish_row(5)])).records) == both[:1]


def test_a_row_that_came_back_carries_its_fingerprint_once() -> None:
    mark = marks(table_of(xlsx([HEADER, wish_row(1, phone="139")])).records)[0]
    came_back = [
        [*HEADER, "原行标识"],
        [*wish_row(1), mark.hex()],
        [*wish_row(2, name="复制的行"), mark.hex()],
        [*wish_row(3), "zz"],
    ]
    found = marks(table_of(xlsx(came_back)).records)
    assert found[0] == mark
    assert len(set(found)) == 3


def test_500_rows_are_judged_within_a_second() -> None:
    rows = [wish_row(n, name=f"哈秀{n}", phone=f"139001{n:05d}") for n in range(1, 501)]
    data = xlsx([HEADER, *rows])
    with measured() as work:
        assert {row.outcome for row in judged(data)} == {"ready"}
    assert work.seconds < 1


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ("预算", "大米100元，油50元"),
        ("数量", "两三个"),
        ("年龄", "八十来岁"),
        ("联系电话", "1390012O422"),
        ("征集时间", "三月中旬"),
        ("困难类别", "新市民"),
    ],
)
def test_what_could_not_be_read_stays_in_the_remarks(column: str, written: str) -> None:
    header = ["姓名", "年龄", "困难类别", "联系电话", "微心愿内容", "数量", "预算", "征集时间", "备注"]
    row = ["马秀英", "76", "低保户", "13900120422", "电饭煲", "1", "150", "2026.3.6", "腿脚不便"]
    row[header.index(column)] = written
    remarks = judged(xlsx([header, row]))[0].values["remarks"]
    assert remarks.startswith("腿脚不便")
    assert written in remarks


@pytest.mark.parametrize(
    "written",
    ["*", "123", "13900120422", "张三、李四", "张三/李四", "张三,李四", "王**", "·", "\u200b", "不详", "本人"],
)
def test_what_is_no_name_of_one_person_does_not_come_in_unasked(written: str) -> None:
    row = judged(xlsx([HEADER, wish_row(1, name=written)]))[0]
    assert row.outcome == "rejected"
    assert [reason.code for reason in row.reasons] == ["name_missing"]
    member = judged(xlsx([MEMBER_HEADER, member_row(1, name=written)]), "members")[0]
    assert [reason.code for reason in member.reasons] == ["name_missing"]


def test_a_name_typed_by_hand_counts_as_it_is() -> None:
    rows = judged(xlsx([HEADER, wish_row(1, name="张三/李四")]), corrections={1: {"name": "王1"}})
    assert rows[0].values["name"] == "王1"
    assert rows[0].outcome == "ready"


def test_an_identity_card_number_is_no_part_of_a_name() -> None:
    row = judged(xlsx([HEADER, wish_row(1, name="王芳632122196003061234", collector="李强 632122196003061234")]))[0]
    assert (row.values["name"], row.values["collector"]) == ("王芳", "李强")
    assert [warning.code for warning in row.warnings] == ["identity_taken_out", "identity_taken_out"]


def test_same_as_above_is_what_stands_above() -> None:
    first = wish_row(1)
    second = [2, "马小军", "男", "30", "同上", "同上", "同上", "书包", "1", "50", "〃", "〃", ""]
    rows = judged(xlsx([HEADER, first, second]))
    for key in ("categories", "address", "phone", "collector", "collected_on"):
        assert rows[1].values[key] == rows[0].values[key], key


def test_a_second_guardians_column_is_read_and_kept() -> None:
    header = [
        "序号", "儿童姓名", "年龄", "监护人姓名", "监护人联系电话", "委托监护人姓名", "委托监护人电话", "类别", "微心愿名称", "征集时间",
    ]  # fmt: skip
    both = [1, "马小军", 9, "李强", "13900120422", "马秀英", "13900120423", "留守儿童", "书包", "2026.3.6"]
    one = [2, "马小花", 8, "", "", "王兰", "13900120424", "留守儿童", "棉衣", "2026.3.6"]
    rows = judged(xlsx([header, both, one]))
    assert [row.outcome for row in rows] == ["ready", "ready"]
    assert (rows[0].values["guardian"], rows[0].values["phone"]) == ("李强", "+8613900120422")
    assert "马秀英" in rows[0].values["remarks"]
    assert "13900120423" in rows[0].values["remarks"]
    assert (rows[1].values["guardian"], rows[1].values["phone"]) == ("王兰", "+8613900120424")


def test_nothing_of_a_member_is_lost() -> None:
    header = [*MEMBER_HEADER]
    row = member_row(1, phone="13900343061/0972-8521234")
    row[4], row[7] = "县" * 100, "书" * 200
    remarks = judged(xlsx([header, row]), "members")[0].values["remarks"]
    assert "09728521234" in remarks
    assert "县" * 100 in remarks
    assert "书" * 200 in remarks
    assert "139003430" in judged(xlsx([header, member_row(1, phone="139003430")]), "members")[0].values["remarks"]
