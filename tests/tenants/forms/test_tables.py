"""Which sheet, which header, which rows: on the untidy workbooks of offices."""

import pytest

from hub.refusal import Refusal
from tenants.forms.reading import limits
from tests.tenants.forms.registers import table_of
from tests.tenants.forms.workbooks import HEADER, wish_row, xls, xlsx

NAMES = "姓名 微心愿内容 联系电话"


def refused(data: bytes, kind: str = "wishes") -> str:
    with pytest.raises(Refusal) as refusal:
        table_of(data, kind)  # type: ignore[arg-type]
    return refusal.value.code


def test_titles_above_the_header_and_footers_below_the_rows_are_left_out() -> None:
    table = table_of(
        xlsx(
            [
                ["海鸿社区2026年“微心愿”征集登记表"],
                ["填报单位:海鸿社区居委会", "", "填表日期:2026年4月2日"],
                [],
                HEADER,
                wish_row(1),
                ["小计", "", "", "", "", "", "", "共1条"],
                wish_row(2, name="马得林"),
                HEADER,
                wish_row(3, name="李志强"),
                [4],
                [5, "", "", "", "", "", "", "", 1],
                ["合计", "", "", "", "", "", "", "共3条"],
                ["填表人:马秀兰", "", "", "", "", "审核人:李国俊"],
                ["注:金额一般不超过500元。"],
                ["单位(盖章)"],
                ["本表一式两份,社区、街道各存一份,请于四月底前报送"],
            ],
            merged=["A1:M1"],
        )
    )
    assert [record.cells["name"] for record in table.records] == ["哈秀兰", "马得林", "李志强"]
    assert table.header_row == 4
    assert [row for row, _ in table.left_out] == [6, 8, 12, 13, 14, 15, 16]


@pytest.mark.parametrize(
    "header",
    [
        ["序号", "姓名", "联系电话", "微心愿内容"],
        ["No.", "心愿人姓名", "手机号码", "心愿"],
        ["编号", "申请人", "联系方式", "愿望内容"],
        ["序 号", "姓 名*", "联系\n电话", "微心愿内容(具体到规格)"],
        ["序号:", "困难群众姓名", "本人联系电话", "所需物品"],
        ["排序", "对象姓名", "电 话", "我的微心愿"],
        ["serial", "Name", "Telephone", "Wish"],
    ],
)
def test_the_header_is_found_in_many_wordings(header: list[str]) -> None:
    table = table_of(xlsx([["登记表"], header, [1, "哈秀兰", "13900120422", "电暖器"]]))
    assert table.records[0].cells == {"name": "哈秀兰", "phone": "13900120422", "item": "电暖器"}


def test_columns_come_in_any_order_and_unknown_ones_are_listed() -> None:
    table = table_of(
        xlsx([["民族", "微心愿内容", "政治面貌", "联系电话", "姓名"], ["汉", "电暖器", "群众", "139", "哈秀兰"]])
    )
    assert table.ignored == ["民族", "政治面貌"]
    assert list(table.columns) == ["item", "phone", "name"]
    assert table.records[0].serial == 1


def test_a_header_of_two_rows_is_read_across_its_merged_cells() -> None:
    table = table_of(
        xlsx(
            [
                ["2026年微心愿登记表"],
                ["序号", "基本情况", "", "", "监护人", "", "心愿情况", ""],
                ["", "姓名", "年龄", "电话", "姓名", "电话", "内容", "预算"],
                [1, "沙小燕", 9, "", "沙国俊", "13900120422", "书包", 120],
            ],
            merged=["A1:H1", "A2:A3", "B2:D2", "E2:F2", "G2:H2"],
        )
    )
    assert table.records[0].cells == {
        "name": "沙小燕", "age": "9", "guardian": "沙国俊", "guardian_phone": "13900120422", "item": "书包", "budget": "120",
    }  # fmt: skip
    assert table.header_row == 3


def test_a_record_below_is_no_second_row_of_the_header() -> None:
    table = table_of(
        xlsx([["姓名", "微心愿", "年龄", "通知方式"], ["哈秀兰", "电暖器", 76, "电话"], ["马得林", "棉被", 70, "短信"]])
    )
    assert [record.cells["name"] for record in table.records] == ["哈秀兰", "马得林"]
    assert table.ignored == ["通知方式"]


def test_a_name_merged_over_two_wishes_belongs_to_both() -> None:
    rows = [["姓名", "联系电话", "微心愿"], ["哈秀兰", "13900120422", "电暖器"], ["", "", "棉被"]]
    table = table_of(xlsx(rows, merged=["A2:A3", "B2:B3"]))
    assert [(record.cells["name"], record.cells["item"]) for record in table.records] == [
        ("哈秀兰", "电暖器"),
        ("哈秀兰", "棉被"),
    ]


def test_instruction_sheets_and_hidden_sheets_are_left_out() -> None:
    import io

    import openpyxl

    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "填表说明"
    first.append(["1. 姓名要与身份证一致,微心愿内容要具体。"])
    hidden = book.create_sheet("旧表")
    for row in ([*NAMES.split()], ["旧人", "旧心愿", "139"], ["旧人二", "旧心愿", "139"]):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    real = book.create_sheet("登记表")
    for row in ([*NAMES.split()], ["哈秀兰", "电暖器", "13900120422"]):
        real.append(row)
    out = io.BytesIO()
    book.save(out)
    table = table_of(out.getvalue())
    assert (table.sheet, [record.cells["name"] for record in table.records]) == ("登记表", ["哈秀兰"])
    assert table.sheets_left_out == ["填表说明"]


def test_the_sheets_own_serial_numbers_are_kept_where_they_tell_rows_apart() -> None:
    def serials(*given: object) -> list[int]:
        return [
            record.serial
            for record in table_of(xlsx([["序号", *NAMES.split()], *([s, "甲", "书", ""] for s in given)])).records
        ]

    assert serials(7, "8.", "０9") == [7, 8, 9]
    assert serials(1, 2, 1) == [1, 2, 3]
    assert serials(5, "", 6) == [1, 2, 3]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_csv_is_read_in_any_encoding_and_with_any_separator(encoding: str, separator: str) -> None:
    rows = [NAMES.split(), ["哈秀兰", '"陪聊天,代买药;\n读报"', "13900120422"]]
    text = "\r\n".join(separator.join(row) for row in rows)
    (record,) = table_of(text.encode(encoding)).records
    assert record.cells == {"name": "哈秀兰", "item": "陪聊天,代买药; 读报", "phone": "13900120422"}


def test_an_xls_says_the_same_as_an_xlsx() -> None:
    rows = [["登记表"], HEADER, wish_row(1, phone=13900120422, budget=0.5), wish_row(2)]
    assert table_of(xls(rows)).records == table_of(xlsx(rows)).records


def test_identity_numbers_are_not_kept_but_tell_the_birth() -> None:
    table = table_of(
        xlsx(
            [
                ["姓名", "身份证号", "微心愿", "备注"],
                ["哈秀兰", "63212219500306123X", "电暖器", "证件63212219500306123X"],
            ]
        )
    )
    assert table.records[0].cells == {
        "name": "哈秀兰",
        "item": "电暖器",
        "remarks": "证件[身份证号未保存]",
        "birth": "1950-03-06",
        "identity": "[身份证号未保存]",
    }
    assert "identity" not in table.columns


def test_a_day_that_excel_may_have_shortened_is_shown_as_doubtful() -> None:
    table = table_of(
        xlsx([[*NAMES.split(), "征集时间"], ["甲", "书", "", 3.1], ["乙", "书", "", 3.6], ["丙", "书", "", "3.1"]])
    )
    assert [record.cells["collected_on"] for record in table.records] == ["3.1/3.10", "3.6", "3.1"]


def test_a_table_without_a_header_or_rows_is_refused() -> None:
    assert refused(xlsx([["哈秀兰", "13900120422", "电暖器"]])) == "no_table"
    assert refused(xlsx([["序号", "姓名", "联系电话"], [1, "哈秀兰", "139"]])) == "no_table"
    assert refused(xlsx([HEADER, ["合计"]])) == "no_rows"
    assert refused(xlsx([])) == "no_table"


def test_the_other_register_is_recognised_and_refused() -> None:
    member = ["序号", "姓名", "所在支部", "手机号码"]
    assert refused(xlsx([member, [1, "杨兰香", "第一党支部", "139"]])) == "looks_like_members"
    assert refused(xlsx([HEADER, wish_row(1)]), "members") == "looks_like_wishes"


def test_5000_rows_are_read_and_one_more_is_refused() -> None:
    rows = [[n, "甲", "书", ""] for n in range(1, limits.MAX_ROWS + 2)]
    header = ["序号", *NAMES.split()]
    assert len(table_of(xlsx([header, *rows[:-1]])).records) == limits.MAX_ROWS
    assert refused(xlsx([header, *rows])) == "too_many_rows"
