"""Households and the order of their addresses."""

from tenants.people.households import walking_order


def test_addresses_sort_as_one_walks() -> None:
    houses = ["南大街平房11号楼", "建设巷3号楼", "南大街平房2号楼1单元", "南大街平房２号楼", ""]
    assert sorted(houses, key=walking_order) == [
        "",
        "南大街平房２号楼",
        "南大街平房2号楼1单元",
        "南大街平房11号楼",
        "建设巷3号楼",
    ]
