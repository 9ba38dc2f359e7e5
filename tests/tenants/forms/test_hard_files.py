"""Kinds of files that were read wrongly once: each small file of `tests/data/hard`, and others like it."""

import datetime
from pathlib import Path

import pytest

from tests.tenants.forms.registers import judged
from tests.tenants.forms.workbooks import HEADER, wish_row, xlsx

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
