"""What public words tell of the person behind a wish."""

import re

import pytest

from tenants.people.categories import CATEGORIES
from tenants.wishes.telling import CATEGORY, Record, found_in

RECORD = Record(
    names=("马福山", "白有才、马桂英", "买买提·艾力"),
    addresses=("滨河小区4号楼2单元501室", "东村三社12号", "人民路88号", "和平巷7-2-301"),
    phones=("+8613900120422", "+869728522111"),
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((text, "tells_name") for text in ("给马福山", "马 福 山的锅", "马.福-山", "马\u200b福山",
            "白有才", "马桂英买", "买买提艾力", "买买提•艾力")),
        *((text, "tells_name") for text in ("给马、福、山的锅", "马😀福😀山", "马1福2山", "马\n福\n山", "马：福：山", "马×福×山",
            "〔马〕〔福〕〔山〕", "⻢福山", "马→桂→英")),
        *((text, "tells_phone") for text in ("139，00120422", "幺三九零零幺二零四二二", "1390o120422", "I39 0012 0422",
            "1️⃣3️⃣9️⃣0️⃣0️⃣1️⃣2️⃣0️⃣4️⃣2️⃣2️⃣", "139😀0012😀0422", "139空0012空0422", "138杠1111杠2222", "l3811112222",
            "1381111，2222",
            "138×1111×2222", "1、3、8、1、1、1、1、2、2、2、2", "1\n3\n8\n1\n1\n1\n1\n2\n2\n2\n2")),
        *((text, "tells_identity") for text in ("632122×19500306×1234", "6️⃣32122😀19500306😀1234", "六三二幺二二幺九五零零三零六幺二三四")),
        *((text, "tells_address") for text in ("肆号楼", "4號樓", "4😀号😀楼", "4/号/楼", "4️⃣号楼", "人民路88", "人民路捌拾捌号",
            "人民路😀88号",
            "7-2-301", "301室", "伍零壹")),
        *((text, "tells_account") for text in ("6222😀0213😀0200😀1234😀567", "6222，0213，0200，1234", "V信 mafushan88", "加v mafushan88",
            "wx:mafushan88", "薇信mafushan88", "mafushan@qq.com", "扣扣1234567")),
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
     "1501片", "马奶子", "福山苹果", "清真", "14号楼", "4kg", "L码120cm", "牛、马、福字", "白、有机大米", "38，39，40码各1双",
     "150，200，180，10",
     "床单150×200，枕套48×74", "2023、2024、2025、2026年挂历", "13寸、14寸、15寸", "4节5号电池", "wx-100型",
     "1998、1999、2000、2001",
     "A4纸4包", "2.5米×1.8米", "人民路小学用", "24、36、48色", "12V/24V，10A，20A"],
)  # fmt: skip
def test_ordinary_words_tell_nothing(text: str) -> None:
    assert found_in([text], RECORD) == []


@pytest.mark.parametrize(
    "word", [part for text in CATEGORIES.values() for part in re.split(r"[、（）]", text.zh) if part]
)
def test_every_category_is_found_by_what_it_is_called(word: str) -> None:
    assert found_in([f"给{word}的电饭锅"], Record()) == [CATEGORY]
