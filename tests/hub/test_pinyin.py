import pytest

from hub.pinyin import initials, sort_key


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("马秀兰", "mxl"),
        ("单雄信", "sxx"),
        ("曾祥云", "zxy"),
        ("尉迟恭", "ycg"),
        ("张尕娃", "zgw"),
        ("Ali 马", "am"),
        ("", ""),
    ],
)
def test_initials_are_what_staff_would_type(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_names_sort_by_sound_then_tone() -> None:
    names = ["赵生莲", "马文军", "安麦燕", "马秀兰", "单雄信", "麻文军"]
    assert sorted(names, key=sort_key) == ["安麦燕", "麻文军", "马文军", "马秀兰", "单雄信", "赵生莲"]
