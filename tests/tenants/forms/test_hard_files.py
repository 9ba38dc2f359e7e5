"""Kinds of files that were read wrongly once: each small file of `tests/data/hard`, and others like it."""

import datetime
import io
from pathlib import Path

import openpyxl
import pytest
import xlwt

from hub.privacy.identity import holds_identity
from hub.refusal import Refusal
from tenants.forms.reading.workbook import read_workbook
from tests.tenants.forms.registers import judged, table_of
from tests.tenants.forms.workbooks import HEADER, wish_row, xls, xlsx

HARD = Path(__file__).parents[2] / "data" / "hard"
TODAY = datetime.date(2026, 11, 28)


def read(name: str):  # type: ignore[no-untyped-def]
    return judged((HARD / name).read_bytes(), today=TODAY)


def reasons(row):  # type: ignore[no-untyped-def]
    return [reason.code for reason in row.reasons]


def test_remarks_name_a_guardian_wholly_or_not_at_all_and_always_stay() -> None:
    first, second, third, fourth = read("remarks.xlsx")
    assert (first.outcome, reasons(first), first.values["guardian"]) == ("attention", ["guardian_missing"], None)
    assert first.values["remarks"] == "监护人已去世"
    assert (second.outcome, second.values["guardian"], second.values["guardian_relation"]) == (
        "ready",
        "马秀英",
        "奶奶",
    )
    assert second.values["remarks"] == "父母在外打工，监护人：奶奶马秀英，孩子对花生过敏"
    assert (third.outcome, reasons(third)) == ("attention", ["guardian_missing"])
    assert "13900550399" in third.reasons[0].text.zh
    assert third.values["other_phones"] == ["+8613900550399"]
    assert third.values["remarks"] == "监护人电话13900550399，送货请先联系"
    assert (fourth.outcome, fourth.values["guardian"], fourth.values["guardian_relation"]) == (
        "ready",
        "白有才",
        "爷爷",
    )
    assert fourth.values["remarks"] == "父母离异 监护人：爷爷白有才 腿脚不便送货请提前打电话"


def test_guardians_in_a_column_of_their_own() -> None:
    rows = read("guardians.xlsx")
    assert [(row.outcome, row.values["guardian"]) for row in rows] == [
        ("ready", "王㛃"),
        ("ready", "古丽米热·艾比布力"),
        ("ready", "王芳"),
        ("ready", "张三"),
        ("attention", None),
    ]
    assert rows[2].values["remarks"] == "监护人：王芳、李强"
    assert [warning.code for warning in rows[2].warnings] == ["guardians_several"]
    assert (reasons(rows[4]), rows[4].values["remarks"]) == (["guardian_missing"], "监护人：外出务工")


@pytest.mark.parametrize(
    "remark",
    [
        "监护人常年在外", "监护人服刑", "监护人：张三（已故）", "监护人张三，去年已去世",
        "监护人身体不好,请送到社区", "监护人同上", "奶奶白内障", "父亲安装工", "由奶奶照看", "监护人：村委会",
        "被监护人：童小一", "监护人是奶奶马秀英照看",
    ],
)  # fmt: skip
def test_what_is_not_surely_a_name_waits_and_stays_as_it_was_written(remark: str) -> None:
    (row,) = judged(xlsx([HEADER, wish_row(1, name="童小一", age=9, remarks=remark)]))
    assert (row.outcome, row.values["guardian"], row.values["remarks"]) == ("attention", None, remark)


def test_telephones_beyond_the_first_and_words_that_are_no_category_are_kept_in_the_remarks() -> None:
    (row,) = judged(
        xlsx([HEADER, wish_row(1, phone="13900120422、0972-8521234", categories="空巢老人、军属", remarks="腿脚不便")])
    )
    assert row.values["remarks"] == "腿脚不便；其他电话：09728521234；人员类别：军属"
    assert [warning.code for warning in row.warnings] == ["category_word_unknown"]


def test_halal_that_is_not_wanted_is_no_requirement() -> None:
    rows = judged(
        xlsx(
            [
                HEADER,
                wish_row(1, remarks="清真"),
                wish_row(2, item="清油", remarks="不需要清真"),
                wish_row(3, item="米", remarks="非清真"),
            ]
        )
    )
    assert [row.values["requirements"] for row in rows] == [["清真"], [], []]


def test_one_stray_quote_swallows_nothing() -> None:
    rows = read("stray-quote.csv")
    assert [row.values["name"] for row in rows] == [f"石{n}" for n in range(1, 13)]
    assert "备注" in rows[4].values["remarks"] or rows[4].values["remarks"]


def line(n: int) -> list[str]:
    person = [str(n), f"石{n}", "女", "76", f"海鸿花园{n}号楼", f"139005503{n:02d}", "高龄老人"]
    return [*person, "电暖器", "180", "马秀兰", "2026-03-06", ""]


LINES = [line(n) for n in range(1, 9)]
HEAD = [
    "序号",
    "姓名",
    "性别",
    "年龄",
    "家庭住址",
    "联系电话",
    "人员类别",
    "微心愿",
    "预算",
    "征集人",
    "征集时间",
    "备注",
]


def as_csv(rows: list[list[str]], separator: str = ",") -> bytes:
    return "\r\n".join(separator.join(row) for row in [HEAD, *rows]).encode("gb18030")


@pytest.mark.parametrize("separator", [",", "\t"])
@pytest.mark.parametrize(
    "cells",
    [
        {(2, 11): '"腿脚不便'}, {(2, 11): '腿脚不便"'}, {(2, 11): '"腿脚不便', (5, 11): '送货请先联系"'},
        {(2, 4): '"海鸿花园', (3, 4): '花园"'},
        {(2, 11): '"好"的"'}, {(2, 7): '5"平板', (4, 7): '"电暖器"'}, {(0, 11): '"', (7, 11): '"'}, {(3, 11): '"""'},
    ],
)  # fmt: skip
def test_quotes_that_open_nothing_are_signs_like_any_other(cells: dict[tuple[int, int], str], separator: str) -> None:
    rows = [list(line) for line in LINES]
    for (row, column), text in cells.items():
        rows[row][column] = text
    assert [row.values["name"] for row in judged(as_csv(rows, separator), today=TODAY)] == [
        f"石{n}" for n in range(1, 9)
    ]


def test_a_cell_of_several_lines_is_still_one_cell() -> None:
    rows = [list(line) for line in LINES]
    rows[1][11] = '"腿脚不便,\n请送到""三楼"""'
    found = judged(as_csv(rows), today=TODAY)
    assert len(found) == 8
    assert found[1].values["remarks"] == '腿脚不便, 请送到"三楼"'


def test_a_stray_quote_that_mixes_up_columns_names_its_line() -> None:
    rows = [list(line) for line in LINES]
    rows[2][11] = '"他说"好",谢谢"'
    with pytest.raises(Refusal) as refused:
        judged(as_csv(rows), today=TODAY)
    assert (refused.value.code, "4" in refused.value.text.zh) == ("stray_quote", True)


def test_sheets_of_one_layout_are_read_together_and_rows_are_named_by_sheet_and_row() -> None:
    table = table_of((HARD / "a-sheet-each-grid.xlsx").read_bytes())
    assert [(record.sheet, record.row, record.serial) for record in table.records] == [
        ("第一网格", 2, 1), ("第一网格", 3, 2), ("第二网格", 2, 3), ("第二网格", 3, 4),
    ]  # fmt: skip
    assert [(sheet.name, sheet.rows, sheet.read) for sheet in table.sheets] == [
        ("第一网格", 2, True),
        ("第二网格", 2, True),
    ]
    rows = read("a-sheet-each-grid.xlsx")
    assert [row.outcome for row in rows] == ["ready"] * 4


def book(*sheets: tuple[str, list[list[object]]]) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return made


def saved(made: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_another_layout_and_a_hidden_sheet_are_named_and_not_read_by_default() -> None:
    made = book(
        ("一网格", [HEADER, wish_row(1)]),
        ("旧表", [HEADER, wish_row(1, name="旧人")]),
        ("汇总", [["姓名", "微心愿"], ["哈秀兰", "电暖器"]]),
    )
    made["旧表"].sheet_state = "hidden"
    table = table_of(saved(made))
    assert [(sheet.name, sheet.hidden, sheet.read) for sheet in table.sheets] == [
        ("一网格", False, True), ("旧表", True, False), ("汇总", False, False),
    ]  # fmt: skip
    assert [record.sheet for record in table.aside] == ["旧表", "汇总"]


def test_hidden_and_filtered_rows_are_known_in_both_formats() -> None:
    made = book(("登记表", [HEADER, wish_row(1), wish_row(2, name="马得林"), wish_row(3, name="李志强")]))
    made["登记表"].row_dimensions[3].hidden = True
    assert [record.hidden for record in table_of(saved(made)).records] == [False, True, False]
    old = xlwt.Workbook(encoding="utf-8")
    old.add_sheet("说明")
    sheet = old.add_sheet("登记表")
    for y, row in enumerate([HEADER, wish_row(1), wish_row(2, name="马得林")]):
        for x, value in enumerate(row):
            sheet.write(y, x, value)
    sheet.row(2).hidden = True
    out = io.BytesIO()
    old.save(out)
    assert [record.hidden for record in table_of(out.getvalue()).records] == [False, True]


def test_failed_formulas_and_impossible_days_are_asked_about() -> None:
    rows = read("errors-and-days.xlsx")
    assert [(row.outcome, reasons(row)) for row in rows] == [
        ("rejected", ["wish_missing"]),
        ("rejected", ["name_missing"]),
        ("attention", ["date_ahead"]),
        ("attention", ["date_old"]),
    ]
    assert "公式" in rows[0].reasons[0].text.zh
    assert rows[2].values["collected_on"] is rows[3].values["collected_on"] is None


@pytest.mark.parametrize("error", ["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"])
def test_a_failed_formula_is_nothing_and_says_so(error: str) -> None:
    for data in (xlsx([HEADER, wish_row(1, budget=error)]), xls([HEADER, wish_row(1, budget=error)])):
        (row,) = judged(data)
        assert (row.outcome, row.values["budget_yuan"], [warning.code for warning in row.warnings]) == (
            "ready",
            None,
            ["error_value"],
        )


def test_failed_formulas_of_an_old_workbook_are_seen() -> None:
    old = xlwt.Workbook(encoding="utf-8")
    sheet = old.add_sheet("登记表")
    for y, row in enumerate([HEADER, wish_row(1), wish_row(2, name="马得林")]):
        for x, value in enumerate(row):
            if (y, x) == (2, 7):
                sheet.row(y).set_cell_error(x, "#REF!")
            else:
                sheet.write(y, x, value)
    out = io.BytesIO()
    old.save(out)
    assert [reasons(row) for row in judged(out.getvalue())] == [[], ["wish_missing"]]


def test_a_month_that_a_number_has_shortened_is_asked_about() -> None:
    first, second, third = read("months-as-numbers.xlsx")
    assert (first.outcome, first.values["age"]) == ("attention", None)
    assert "month_doubtful" in reasons(first)
    assert (second.outcome, reasons(second), second.values["age"]) == ("attention", ["guardian_missing"], 13)
    assert "month_doubtful" in reasons(third)


def test_a_month_typed_as_text_is_that_month_and_one_that_makes_no_difference_is_not_asked_about() -> None:
    head = ["姓名", "出生年月", "联系电话", "人员类别", "微心愿", "征集时间"]

    def age(born: object, day: str) -> tuple[object, list[str]]:
        (row,) = judged(xlsx([head, ["石一", born, "13900550301", "高龄老人", "电暖器", day]]), today=TODAY)
        return row.values["age"], reasons(row)

    assert age("1950.1", "2026-03-06") == (76, [])
    assert age(1950.1, "2026-11-06") == (76, [])
    assert age(1950.1, "2026-03-06") == (None, ["month_doubtful"])
    assert age(1950.2, "2026-03-06") == (76, [])


def test_in_a_csv_a_month_is_doubtful_where_no_cell_has_kept_its_nought() -> None:
    head = "姓名,出生年月,联系电话,人员类别,微心愿,征集时间"
    one, two = "石一,1950.1,13900550301,高龄老人,电暖器,2026-03-06", "石二,1951.10,13900550302,高龄老人,棉被,2026-03-06"
    assert [reasons(row) for row in judged("\n".join([head, one]).encode())] == [["month_doubtful"]]
    assert [reasons(row) for row in judged("\n".join([head, one, two]).encode())] == [[], []]


def test_days_of_a_workbook_that_counts_from_1904_are_those_days() -> None:
    made = book(("登记表", [HEADER, wish_row(1, collected_on=datetime.date(2026, 3, 6))]))
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    (record,) = table_of(saved(made)).records
    assert record.cells["collected_on"] == "2026-03-06"


@pytest.mark.parametrize(
    "head",
    [
        "委托监护人姓名",
        "受委托照护人姓名",
        "实际监护人",
        "监护责任人姓名",
        "法定监护人姓名",
        "现监护人",
        "家长姓名",
        "委托监护人",
        "监护人1",
        "孩子监护人姓名",
    ],
)
def test_official_names_of_the_guardians_column(head: str) -> None:
    (row,) = read("official-heads.xlsx")
    assert (row.outcome, row.values["guardian"]) == ("ready", "马秀英")
    columns = ["姓名", "年龄", "联系电话", "人员类别", "微心愿", "征集时间", head]
    (row,) = judged(xlsx([columns, ["童小一", 9, "13900550301", "留守儿童", "书包", "2026-03-06", "马秀英"]]))
    assert (row.outcome, row.values["guardian"]) == ("ready", "马秀英")


def test_a_head_of_two_lines_about_child_and_guardian() -> None:
    rows = [
        ["儿童基本情况", "", "", "委托监护人", "", "", "心愿", ""],
        ["姓名", "年龄", "家庭住址", "姓名", "与儿童关系", "联系电话", "内容", "人员类别"],
        ["童小一", 9, "东村3号", "马秀英", "奶奶", "13900550301", "书包", "留守儿童"],
    ]
    (record,) = table_of(xlsx(rows, merged=["A1:C1", "D1:F1", "G1:H1"])).records
    assert record.cells == {
        "name": "童小一", "age": "9", "address": "东村3号", "guardian": "马秀英", "guardian_relation": "奶奶",
        "guardian_phone": "13900550301", "item": "书包", "categories": "留守儿童",
    }  # fmt: skip


def test_the_identity_number_of_a_guardian_is_no_guardian() -> None:
    table = table_of(xlsx([["被监护人姓名", "监护人身份证号", "微心愿"], ["童小一", "632122195003061234", "书包"]]))
    assert (table.records[0].cells["name"], "guardian" in table.columns) == ("童小一", False)
    assert "632122195003061234" not in str(table)


def test_a_later_row_that_would_change_a_known_person_asks_and_changes_nothing_by_itself() -> None:
    rows = [HEADER, wish_row(1), wish_row(2, item="棉被", address="建设巷9号楼1单元101室")]
    asked = judged(xlsx(rows))[1]
    assert (asked.outcome, reasons(asked), asked.values["address"]) == (
        "attention",
        ["person_differs"],
        "建设巷7号楼3单元502室",
    )
    assert "建设巷9号楼1单元101室" in asked.values["remarks"]
    kept = judged(xlsx(rows), corrections={2: {"on_record": "keep"}})[1]
    assert (kept.outcome, kept.values["address"]) == ("ready", "建设巷7号楼3单元502室")
    changed = judged(xlsx(rows), corrections={2: {"on_record": "update"}})[1]
    assert (changed.outcome, changed.values["address"]) == ("ready", "建设巷9号楼1单元101室")


@pytest.mark.parametrize("item", ["电热毯1床", "电热毯（一床）", "一床电热毯", "电热毯", "电热毯 两床"])
def test_two_writings_of_one_wish_of_a_person_are_asked_about(item: str) -> None:
    rows = [HEADER, wish_row(1, item="电热毯一床"), wish_row(2, item=item)]
    assert reasons(judged(xlsx(rows))[1]) == ["same_wish_perhaps"]
    assert judged(xlsx(rows), corrections={2: {"again": "yes"}})[1].outcome == "ready"
    assert judged(xlsx(rows), corrections={2: {"again": "no"}})[1].outcome == "duplicate"


def test_identity_numbers_are_taken_out_and_the_row_says_so() -> None:
    rows = read("identity-numbers.xlsx")
    assert [(row.outcome, reasons(row)) for row in rows] == [
        ("ready", []), ("ready", []), ("attention", ["item_unsure"]), ("ready", []),
    ]  # fmt: skip
    assert [[(w.code, w.field) for w in row.warnings] for row in rows] == [
        [("identity_taken_out", "remarks")], [("identity_taken_out", "remarks")], [], [("identity_taken_out", "remarks")],
    ]  # fmt: skip
    assert not [row for row in rows if holds_identity(str(row.values))]


def test_what_nobody_sees_tells_nobody_apart_and_names_nobody() -> None:
    rows = read("invisible.xlsx")
    assert [row.outcome for row in rows] == ["ready", "duplicate", "rejected", "ready", "duplicate"]
    assert reasons(rows[2]) == ["name_missing"]


def test_every_file_of_hard_cases_is_read() -> None:
    for path in HARD.iterdir():
        if path.suffix in (".xlsx", ".csv"):
            assert read_workbook(path.read_bytes())


def test_a_number_with_letters_for_digits_is_taken_out_of_a_row_and_the_row_says_so() -> None:
    [row] = judged(xlsx([HEADER, wish_row(1, remarks="低保户，身份证632122I95O0306l234，独居")]), today=TODAY)
    assert ("identity_taken_out", "remarks") in [(w.code, w.field) for w in row.warnings]
    assert not holds_identity(str(row.values))


@pytest.mark.parametrize(
    "cells",
    [
        {"phone": "13900120422(邻居，请晚上打)"}, {"phone": "13900120422 晚上7点后再打"}, {"phone": "儿子13900120422"},
        {"budget": "180元，最好是旧的"}, {"budget": "180（包括安装）"},
    ],
)  # fmt: skip
def test_what_stands_beside_a_number_stays_in_the_remarks(cells: dict[str, str]) -> None:
    (row,) = judged(xlsx([HEADER, wish_row(1, remarks="腿脚不便", **cells)]))
    (written,) = cells.values()
    assert row.outcome == "ready"
    assert row.values["remarks"].startswith("腿脚不便；")
    assert row.values["remarks"].endswith(f"：{written}")


@pytest.mark.parametrize(
    "phone",
    [
        "手机：13900120422",
        "电话1:13900120422",
        "0972-8521234转801",
        "13900120422（本人）",
        "tel 13900120422",
        "13900120422。",
    ],
)
def test_a_number_that_is_only_called_one_leaves_no_remark(phone: str) -> None:
    (row,) = judged(xlsx([HEADER, wish_row(1, phone=phone, remarks="")]))
    assert row.values["remarks"] == ""


@pytest.mark.parametrize("name", ["石一（已搬走）", "石一(代)", "石一13900120433", "石一，石二", "石一/2号楼", "石一?"])
def test_a_name_with_anything_beside_it_is_asked_about(name: str) -> None:
    (row,) = judged(xlsx([HEADER, wish_row(1, name=name)]))
    assert (row.outcome, reasons(row)) == ("rejected", ["name_missing"])
    (row,) = judged(xlsx([HEADER, wish_row(1, name=name)]), corrections={1: {"name": "石一"}})
    assert (row.outcome, row.values["name"]) == ("ready", "石一")


def test_a_gift_is_brought_where_somebody_lives_and_not_where_they_are_registered() -> None:
    rest = ["联系电话", "人员类别", "微心愿", "征集时间"]
    cells = ["13900550301", "高龄老人", "电暖器", "2026-03-06"]
    for home in ("实际居住地", "现住址", "实际居住地址", "目前居住地址", "送达地址"):
        for head in (["姓名", "户籍地址", home], ["姓名", home, "户籍所在地址"]):
            row = ["石一", *("户籍村1号" if "户籍" in name else "东关街7号" for name in head[1:])]
            (found,) = judged(xlsx([[*head, *rest], [*row, *cells]]), today=TODAY)
            assert found.values["address"] == "东关街7号", head
    (found,) = judged(xlsx([["姓名", "户籍地址", *rest], ["石一", "户籍村1号", *cells]]), today=TODAY)
    assert found.values["address"] == "户籍村1号"


def test_a_guardians_name_and_telephone_may_share_a_column() -> None:
    head = ["姓名", "年龄", "人员类别", "微心愿", "征集时间", "监护人（委托照护人）姓名及电话", "与监护人关系"]
    for cell in ("马秀英 13900550302", "马秀英13900550302", "13900550302（马秀英）", "奶奶马秀英，13900550302"):
        (row,) = judged(xlsx([head, ["童小一", 9, "留守儿童", "书包", "2026-03-06", cell, "奶奶"]]), today=TODAY)
        assert (row.outcome, row.values["guardian"], row.values["guardian_relation"]) == ("ready", "马秀英", "奶奶"), (
            cell
        )
        assert row.values["phone"] == "+8613900550302"
