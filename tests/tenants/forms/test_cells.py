"""Every writing that offices use, cell by cell."""

import datetime
from collections.abc import Callable

import pytest

from hub.names import is_surely_a_name, tidy_name
from tenants.forms.cells.ages import read_age
from tenants.forms.cells.amounts import read_amount, read_quantity
from tenants.forms.cells.categories import read_categories
from tenants.forms.cells.dates import read_date
from tenants.forms.cells.guardians import Guardian, guardians_named, read_guardians
from tenants.forms.cells.kinds import read_kind
from tenants.forms.cells.telephones import read_telephones
from tenants.forms.cells.text import birth_of_identity, without_identity
from tenants.forms.tables.finding import LONGEST_KEPT
from tests.processor import measured

SIXTH = datetime.date(2026, 3, 6)


@pytest.mark.parametrize(
    "cell",
    [
        "2026年3月6日",
        "3月6日",
        "2026.3.6",
        "2026/3/6",
        "20260306",
        "２０２６－３－６",
        "2026-03-06 00:00:00",
        "2026-03-06T10:20:30",
        "二〇二六年三月六日",
        "三月六日\n    ",
        "3.6",
        "3-6",
        "3/6",
        "46087",
        "26.3.6",
        "26年3月6日",
        "3月6号",
        "2026年3月6日(星期五)",
        "2026年3月6日上午",
        "2026年 3 月 6 日",
        "0306",
        "260306",
        "2026年3月6日下午3时\n    ",
        "2026,3,6",
        "2026.03.06.",
        " 2026-3-6 ",
        "2026、3、6",
    ],
)
def test_a_date_in_any_writing_is_read(cell: str) -> None:
    assert read_date(cell, year=2026) == SIXTH


@pytest.mark.parametrize(
    "cell",
    [
        "三月中旬",
        "2026年3月",
        "2026.3",
        "2月30日",
        "2062-03-06",
        "2026年3月6日至8日",
        "3.1/3.10",
        "不详",
        "13月6日",
        "三月",
        "三月五六日",
    ],
)
def test_what_names_no_single_day_is_no_date(cell: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (the message is the cell)
        read_date(cell, year=2026)


def test_a_missing_year_is_the_campaigns_and_nothing_is_no_date() -> None:
    assert read_date("3月6日", year=2024) == datetime.date(2024, 3, 6)
    assert read_date("2月29日", year=2024) == datetime.date(2024, 2, 29)
    assert read_date(" ", year=2024) is None
    assert read_date("无", year=2024) is None


@pytest.mark.parametrize(
    ("cell", "yuan"),
    [
        ("230元", 230), ("约180元", 180), ("180.0", 180), ("0", 0), ("无", None), ("", None), ("￥1,200.00", 1200),
        ("180-200元", 200), ("0.5万", 5000), ("一百八十元", 180), ("约一百五", 150), ("一百零五元", 105), ("180元左右", 180),
        ("200以内", 200), ("2个×90=180元", 180), ("89.5", 90), ("180元/个", 180), ("不需要资金", None), ("６８０元", 680),
        ("1.2千", 1200),
    ],
)  # fmt: skip
def test_an_amount_in_any_writing_is_read(cell: str, yuan: int | None) -> None:
    assert read_amount(cell) == yuan


@pytest.mark.parametrize("cell", ["-5", "abc", "两个90和180", "99999999"])
def test_what_names_no_single_amount_is_none(cell: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_amount(cell)


@pytest.mark.parametrize(
    ("cell", "count"), [("1", 1), ("2个", 2), ("两套", 2), ("", 1), ("无", 1), ("１０", 10), ("一床", 1)]
)
def test_a_quantity_is_one_where_nothing_is_said(cell: str, count: int) -> None:
    assert read_quantity(cell) == count


@pytest.mark.parametrize("cell", ["若干", "0", "2-3个", "两到三床", "1.5", "5000", "很多"])
def test_what_names_no_single_quantity_is_none(cell: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_quantity(cell)


@pytest.mark.parametrize(
    ("cell", "years"),
    [
        ("76", 76), ("76岁", 76), ("７６", 76), ("76周岁", 76), ("七十六", 76), ("约76岁", 76), ("虚岁77", 77), ("9岁(女)", 9),
        ("1950年3月", 76), ("1950.3", 76), ("1950.4", 75), ("1950-03-06", 76), ("1950-03-07", 75), ("195003", 76),
        ("19500306", 76), ("8个月", 0), ("3岁半", 3), ("18328", 76), ("", None), ("无", None),
    ],
)  # fmt: skip
def test_an_age_or_a_date_of_birth_is_read(cell: str, years: int | None) -> None:
    assert read_age(cell, on=SIXTH) == years


@pytest.mark.parametrize("cell", ["不详", "761", "老年", "2031年3月", "1950年13月"])
def test_what_is_no_age_is_none(cell: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_age(cell, on=SIXTH)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("空巢老人/低保户", "lonely_elderly low_income"), ("贫困独生子女家庭;低保户", "low_income poor_only_child"),
        ("计生困难家庭", "poor_only_child"), ("80岁以上老人", "senior"), ("肢体残疾三级", "disabled"),
        ("听力残疾,低保户", "disabled low_income"), ("退伍军人、低保户", "low_income veteran"), ("残疾军人", "disabled veteran"),
        ("单亲家庭", "single_parent"), ("困难群众", "low_income"), ("军属", ""), ("现役军人家属", ""), ("低保、其他", "low_income"),
        ("孤寡/空巢/独居老人", "lonely_elderly"), ("困难群众/低保", "low_income"), ("残疾低保", "disabled low_income"),
        ("五保户", "special_hardship"), ("留守儿童、单亲", "left_behind_child single_parent"), ("低保户、低保户", "low_income"),
        ("复员军人", "veteran"), ("①低保②肢残", "disabled low_income"), ("低保-残疾（肢体）四级", "disabled low_income"),
        ("抗美援朝老兵", "veteran"), ("事实孤儿", "child_in_difficulty"),
        ("高龄独居", "lonely_elderly senior"), ("其他特殊情况", ""), ("ＸＸ", ""), ("无", ""),
    ],
)  # fmt: skip
def test_categories_are_found_in_the_words_of_offices(cell: str, found: str) -> None:
    assert read_categories(cell)[0] == found.split()


@pytest.mark.parametrize(
    "cell",
    ["非低保", "不是低保", "无残疾", "低保（已取消）", "残疾：无", "原低保户", "低保?", "残疾(否)", "留守", "孤独症"],
)
def test_what_somebody_is_not_is_asked_about(cell: str) -> None:
    found, asked = read_categories(cell)
    assert not found
    assert asked


def test_separators_are_no_words() -> None:
    for between in ("—", "-", "\\", "或", "并", "~", " / ", "①"):
        assert read_categories(f"低保{between}重病") == (["low_income", "severe_illness"], [])


def test_unknown_words_are_told_from_an_empty_cell() -> None:
    assert read_categories("其他特殊情况") == ([], ["其他特殊情况"])
    assert read_categories("无") == ([], [])


@pytest.mark.parametrize(
    ("remarks", "guardian"),
    [
        ("监护人：马秀英 女 65岁", Guardian("马秀英")), ("监护人:买买提．艾力", Guardian("买买提·艾力")),
        ("监护人:爷爷白有才", Guardian("白有才", "爷爷")), ("监护人：姑姑苏红霞", Guardian("苏红霞", "姑姑")),
        ("监护人马玉兰", Guardian("马玉兰")), ("监护人:马玉兰(奶奶)", Guardian("马玉兰", "奶奶")),
        ("监护人(爷爷):白有才", Guardian("白有才", "爷爷")), ("父母在外打工,监护人:奶奶马秀英", Guardian("马秀英", "奶奶")),
        ("监护人姓名:买买提·艾力", Guardian("买买提·艾力")), ("随奶奶马玉兰生活", Guardian("马玉兰", "奶奶")),
        ("奶奶:马玉兰 13900120001", Guardian("马玉兰", "奶奶")), ("监护人:奶奶", None), ("监护人:母亲", None), ("由奶奶照看", None),
        ("父母在外务工", None), ("母亲残疾", None), ("父亲去世,母亲改嫁", None), ("监护人:不详", None), ("监护人:暂无", None),
        ("需要清真", None), ("", None),
    ],
)  # fmt: skip
def test_the_guardian_stands_in_the_remarks(remarks: str, guardian: Guardian | None) -> None:
    assert read_guardians(remarks)[:1] == ([guardian] if guardian else [])


def test_a_guardian_may_have_a_column() -> None:
    assert guardians_named("白有才(爷爷)") == [Guardian("白有才", "爷爷")]
    assert guardians_named("白有才 13900120001", "爷爷") == [Guardian("白有才", "爷爷")]


@pytest.mark.parametrize(
    "cell",
    [
        "139 0012 0422",
        "13900120422",
        "+86 13900120422",
        "139-0012-0422",
        "１３９００１２０４２２",
        "13900120422(儿子)",
        "008613900120422",
        "电话:13900120422\n    ",
        "13900120422/13900120423",
        "13900120422、0972-8521234",
        "0972-8521234、13900120422",
        "1390 012 0422",
        "13900120422.0",
        " 13900120422\n",
    ],
)
def test_a_mobile_in_any_writing_is_read(cell: str) -> None:
    found = read_telephones(cell)
    assert found.phone
    assert (found.phone.e164, found.phone.kind) == ("+8613900120422", "mobile")


@pytest.mark.parametrize(
    "cell", ["0972-8521234", "(0972)8521234", "0972 8521234", "0972-8521234转801", "座机09728521234"]
)
def test_a_landline_with_its_area_code_is_read(cell: str) -> None:
    found = read_telephones(cell)
    assert found.phone
    assert (found.phone.e164, found.phone.kind) == ("+869728521234", "landline")


def test_several_telephones_in_one_cell_are_all_kept() -> None:
    assert read_telephones("0972-8521234/13900120422,13900120423").others == ("+869728521234", "+8613900120423")


@pytest.mark.parametrize("cell", ["1390000", "1.39001E+10", "139001204221", "8521234", "12345", "见备注"])
def test_an_unusable_number_is_told_from_none(cell: str) -> None:
    assert read_telephones(cell).written
    assert read_telephones(cell).phone is None
    assert not read_telephones("无").written
    assert not read_telephones("不详").written


def test_the_register_may_name_the_kind() -> None:
    assert read_kind("电动三轮车", "家电类") == "appliance"
    assert read_kind("陪聊天,代买药") == "service"
    assert read_kind("生活困难,请领导关心") == "other"


def test_identity_numbers_are_taken_out_and_tell_the_birth() -> None:
    assert without_identity("低保 63212219500306123X 独居") == "低保 [身份证号未保存] 独居"
    assert without_identity("电话 13900120422") == "电话 13900120422"
    assert birth_of_identity("63212219500306123X") == "1950-03-06"


@pytest.mark.parametrize(
    ("cell", "name"), [("张  三", "张三"), (" 张三 ", "张三"), ("Tom  Lee", "Tom Lee"), ("买买提·艾力", "买买提·艾力")]
)
def test_blanks_in_a_name_are_layout_only_between_chinese_characters(cell: str, name: str) -> None:
    assert tidy_name(cell) == name


@pytest.mark.parametrize(
    "read",
    [
        lambda c: read_date(c, year=2026),
        read_amount,
        lambda c: read_age(c, on=SIXTH),
        read_categories,
        read_guardians,
        guardians_named,
        is_surely_a_name,
        read_telephones,
    ],
)
def test_a_cell_of_the_longest_text_is_read_in_no_time(read: Callable[[str], object]) -> None:
    """No pattern may take exponential or quadratic time: the check runs in the web process."""
    with measured() as work:
        for unit in ("1", "一", "残疾", "监护人", "爷爷", "139 ", "0972-", "1,", " ", "家庭", "(", "2026年", "a"):
            try:
                read((unit * LONGEST_KEPT)[:LONGEST_KEPT])
            except (ValueError, OverflowError):
                continue
    assert work.seconds < 1
