"""What public words tell of the person behind a wish."""

import re

import pytest

from tenants.people.categories import CATEGORIES
from tenants.wishes.telling import CATEGORY, Record, found_in

RECORD = Record(
    names=("马福山", "白有才、马桂英", "买买提·艾力"),
    addresses=("滨河小区4号楼2单元501室", "东村三社12号", "人民路88号"),
    phones=("+8613900120422", "+869728522111"),
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((text, "tells_name") for text in ("给马福山", "马 福 山的锅", "马.福-山", "马\u200b福山",
            "白有才", "马桂英买", "买买提艾力", "买买提•艾力")),
        *((text, "tells_phone") for text in (
            "电话13900120422", "139-0012-0422", "１３９００１２０４２２", "一三九零零一二零四二二", "0972-8522111",
            "8522111", "(0972)8522111",
            "13811112222", "188，0000，1111", "188、0000、1111", "188;0000;1111", "联系电话 852 2113")),
        *((text, "tells_address") for text in (
            "4号楼", "四号楼", "4栋", "4号楼3单元", "送到４号楼２单元506", "人民路88号2单元",
            "501室送", "送到501", "东村三社12号", "三社十二号", "人民路88号", "人民路８８号")),
        *((text, "tells_identity") for text in ("632122195003061234", "632122 19500306 123X")),
        *((text, "tells_account") for text in ("6222021302001234567", "6222 0213 0200 1234 567", "微信：mafushan88", "账号 12345678")),
        *((text, "says_category") for text in ("残疾人轮椅", "独居老人用", "低保户")),
        *((text, "says_school") for text in ("城关小学三年级2班", "三年级（2）班", "一中初二3班", "七(2)班")),
        *((text, "says_brand") for text in ("美的电饭锅", "海尔牌", "小米手机", "华为平板")),
        *((text, "says_money") for text in ("180元的锅", "一百八十元", "￥200", "两百块钱")),
    ],
)  # fmt: skip
def test_what_is_told_is_found(text: str, code: str) -> None:
    assert code in found_in([text], RECORD)


@pytest.mark.parametrize(
    "text",
    ["电饭锅", "5号电池", "42号棉鞋", "120×200棉被", "书包，小学生用", "扑克牌一副", "两块肥皂", "小米10斤", "220V", "课外书10本",
     "2026年挂历", "电热毯1.8米", "18寸自行车", "鞋码38、39、40", "180，200，150三种都行",
     "1501片", "马奶子", "福山苹果", "清真", "14号楼", "4kg", "L码120cm"],
)  # fmt: skip
def test_ordinary_words_tell_nothing(text: str) -> None:
    assert found_in([text], RECORD) == []


@pytest.mark.parametrize(
    "word", [part for text in CATEGORIES.values() for part in re.split(r"[、（）]", text.zh) if part]
)
def test_every_category_is_found_by_what_it_is_called(word: str) -> None:
    assert found_in([f"给{word}的电饭锅"], Record()) == [CATEGORY]
