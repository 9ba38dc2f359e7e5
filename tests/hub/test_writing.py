"""What people write, brought to one form."""

import pytest

from hub.writing import chinese_to_digits, clean, names_something, plain


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("马\u200b秀\u200d兰", "马秀兰"),
        ("\ufeff马秀兰\u2060", "马秀兰"),
        ("马\u202e秀兰\u202c", "马秀兰"),
        ("马\u00ad秀兰\x07", "马秀兰"),
        ("葛\U000e0100优", "葛优"),
        ("马秀兰\u3000\u00a0家", "马秀兰  家"),
        ("⽶面", "米面"),
        ("⻢秀英、⻩⻰、⻬⻘、⺠和县⻄沟", "马秀英、黄龙、齐青、民和县西沟"),
        ("一行\r\n二行\u2028三行", "一行\n二行\n三行"),
        *((f"买买提{dot}艾力", "买买提·艾力") for dot in "•‧∙⋅・･·ᐧ⸱"),
        ("全角：１２３，不变", "全角：１２３，不变"),
        ("𠮷野", "𠮷野"),
    ],
)
def test_what_nobody_sees_is_gone_and_the_rest_is_as_written(typed: str, kept: str) -> None:
    assert clean(typed) == kept
    assert clean(clean(typed)) == kept


def test_two_writings_of_one_name_compare_equal() -> None:
    assert plain("马\u200b　秀 兰") == plain("马秀兰")


@pytest.mark.parametrize("name", ["", "·", "\u200b", " - ", "。", "123"])
def test_an_empty_name_is_told_from_a_name(name: str) -> None:
    assert not names_something(clean(name))
    assert names_something(name + "\ue83c")
    assert names_something(name + "马")


@pytest.mark.parametrize("number", ["一" + "万" * 2000, "九" * 5000 + "十", "一" + "千万" * 1500])
def test_a_number_of_thousands_of_digits_is_none(number: str) -> None:
    assert chinese_to_digits(number) == number
