import pytest

from hub.phones import Phone, parse_phone

MOBILE = Phone("+8613900120422", "mobile")
LANDLINE = Phone("+869728521234", "landline")


@pytest.mark.parametrize(
    "written",
    [
        "13900120422",
        "139 0012 0422",
        "139-0012-0422",
        "+86 13900120422",
        "+86-139-0012-0422",
        "008613900120422",
        "8613900120422",
        "１３９００１２０４２２",
        "13900120422.0",
        " 13900120422 ",
        "(139)00120422",
    ],
)
def test_a_mobile_in_any_writing_is_one_number(written: str) -> None:
    assert parse_phone(written) == MOBILE


@pytest.mark.parametrize(
    "written", ["0972-8521234", "09728521234", "（0972）8521234", "+86 972 8521234", "０９７２－８５２１２３４"]
)
def test_a_landline_in_any_writing_is_one_number(written: str) -> None:
    assert parse_phone(written) == LANDLINE


def test_a_landline_without_its_area_code_needs_one() -> None:
    assert parse_phone("8521234") is None
    assert parse_phone("8521234", area_code="0972") == LANDLINE


@pytest.mark.parametrize(
    "written",
    [
        "",
        None,
        "无",
        "139001204a22",
        "1390012O0422",
        "139张三00120422",
        "1390012042",
        "139001204221",
        "12345678901",
        "电话",
        "1" * 400,
    ],
)
def test_what_is_no_number_is_none(written: str | None) -> None:
    assert parse_phone(written) is None


def test_a_number_of_another_country_stays_one() -> None:
    assert parse_phone("+852 9123 4567") == Phone("+85291234567", "mobile")
