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
    ],
)
def test_what_holds_no_birth_date_stays(text: str) -> None:
    assert not holds_identity(text)
    assert without_identity(text) == text
