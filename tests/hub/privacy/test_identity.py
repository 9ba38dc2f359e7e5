"""Identity-card numbers, however they are written."""

import pytest

from hub.privacy.identity import IDENTITY_REMOVED, birth_of_identity, holds_identity, without_identity


@pytest.mark.parametrize(
    "number",
    [
        "63212219500306123X",
        "63212219500306123x",
        "632122195003061234",
        "632122500306123",
        "632122 19500306 1234",
        "632122-19500306-1234",
        "632122 1950 0306 1234",
        "6 3 2 1 2 2 1 9 5 0 0 3 0 6 1 2 3 4",
        "６３２１２２１９５００３０６１２３４",
        "63212219500306123Ｘ",
        "632122，19500306，1234",
        "6321 2219 5003 0612 34",
        "632122\u200b19500306\u20601234",
        "六三二一二二一九五〇〇三〇六一二三四",
        "6.3212219500306122E+17",
        "6.321221950030612e+17",
        "632122195003061234.0",
        "632122500306 123",
        "٦٣٢١٢٢١٩٥٠٠٣٠٦١٢٣٤",
        "63212219500306102413900120422",
        "632122\\19500306\\1234",
        "632122；19500306；1234",
        "632122【19500306】1234",
        "632122<19500306>1234",
        "632122     19500306     1234",
        "632122----19500306----1234",
        "6321221950O3O61234",
        "632122l95oo3o6l234",
        "63212219500306I23X",
        "63212219500306I23x",
        "632122I95003061234",
        "632I22 1950O306 I234",
        "632122-l9500306-l23X",
        "６３２１２２１９５Ｏ０３０６１２３４",
        "632122ｌ9500306ｌ234",
        "6321221950О3О61234",
        "6321221950ο3ο61234",
        "632122|9500306|234",
        "63212219500306OOO1",
        "632122195OO3O6OOO1",
        "632122 1950 O3O6 OOO1",
        "632122 1950 O3O6 OOOO",
        "6 3 2 1 2 2 1 9 5 O O 3 0 6 l 2 3 4",
        "632122500306l23",
        "632I225OO306123",
        "6321 2219 5003 06l2 34",
        "六三二l二二一九五O〇三〇六一二三四",
    ],
)
def test_a_number_is_found_and_taken_out(number: str) -> None:
    assert holds_identity(number)
    text = without_identity(f"低保，{number}，独居")
    assert IDENTITY_REMOVED in text
    assert (text[:2], text[-2:]) == ("低保", "独居")
    assert birth_of_identity(number) == "1950-03-06"


@pytest.mark.parametrize(
    "text",
    [
        "13900120422",
        "139 0012 0422、138 0972 0001",
        "13900120422 0972-8522111",
        "2026-03-15 10:30:00",
        "2026-03-15—2026-04-15，共12件",
        "630222100001",
        "6222 0213 0200 1234 567",
        "632122195013451234",
        "尺寸 120×200×45",
        "2026031512345678",
        "6228480402564890018",
        "HH26-017 HH26-018 HH26-019",
        "电饭锅 50L、10L、80L、10L、10L，共五个",
        "热水器60L 1台，电饭锅5L 1980年的旧了，10L的也可以",
        "OLED 55寸 4K，HDMI 2.0，型号 OL19800101I",
        "羽绒服 XL 180/100A，裤子 L 175/92A，颜色 O10 I11",
        "ISBN 978-7-5328-1980-1 LOL",
        "邮编810800，海鸿路12号楼OL单元1001，电话 13900120422",
        "WIFI路由器 IL2019 11 01 802.11 10 100 1000",
        "ILOOIILOLOIILOOLII",
        "20L 30L 19L 80L 01L 01L 11L 11L",
        "lO1 OI2 LLO 1 OO l",
        "SN5011O1801101l01",
        "HELLO13010119800101O123WORLD",
        "630222100001 O型血 l998年",
    ],
)
def test_what_holds_no_birth_date_stays(text: str) -> None:
    assert not holds_identity(text)
    assert without_identity(text) == text


def test_beside_a_number_with_letters_the_others_are_found_and_words_stay() -> None:
    text = "632122195003061234 和 632122I95003O61234 和 63212219500306123X，O型血，5L"
    assert without_identity(text) == f"{IDENTITY_REMOVED} 和 {IDENTITY_REMOVED} 和 {IDENTITY_REMOVED}，O型血，5L"
