import pytest

from hub.privacy.masking import mask_address, mask_name, mask_phone


@pytest.mark.parametrize(
    ("name", "masked"),
    [("马秀兰", "马**"), ("尉迟敬德", "尉***"), ("李四", "李*"), ("马", "*"), ("", ""), (" 马秀兰 ", "马**")],
)
def test_a_name_keeps_its_first_character(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("+8613900120422", "139****0422"),
        ("13900120422", "139****0422"),
        ("+869728521234", "********34"),
        ("8521", "****"),
        ("", ""),
    ],
)
def test_a_telephone_keeps_what_its_owner_recognises(phone: str, masked: str) -> None:
    assert mask_phone(phone) == masked


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("滨河小区4号楼2单元501室", "滨河小区4号楼"),
        ("建设巷7号楼3单元502室", "建设巷7号楼"),
        ("团结路家属院5号楼3单元301室", "团结路家属院5号楼"),
        ("海鸿花园３栋２０１", "海鸿花园３栋"),
        ("东村三社12号", "东村三社"),
        ("川口镇团结路15号", "川口镇团结路"),
        ("海鸿花园3-2-401", "海鸿花园"),
        ("12号", "***"),
        ("下坪村", "下坪村"),
        ("老粮站旁边", "老粮***"),
        ("", "***"),
    ],
)
def test_an_address_ends_where_it_would_name_one_household(address: str, masked: str) -> None:
    assert mask_address(address) == masked
