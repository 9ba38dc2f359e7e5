"""Amounts of money and quantities: 230元, 约180元, ￥1,200, 180-200元, 0.5万, 一百八十元; 无 is none."""

import re

from hub.numbers import read_amount as read_amount
from hub.writing import chinese_to_digits, half_width


def read_quantity(cell: str) -> int:
    """How many; 1 where the cell says nothing usable."""
    text = chinese_to_digits(half_width(cell))
    found = re.match(r"[^0-9]{0,2}([0-9]{1,4})(?:\.0+)?(?![0-9.])", text)
    return min(max(int(found[1]), 1), 1000) if found else 1
