"""Amounts of money and quantities: 230元, 约180元, ￥1,200, 180-200元, 0.5万, 一百八十元; 无 is none."""

import re

from hub.numbers import read_amount as read_amount
from hub.writing import chinese_to_digits, half_width, is_blank

MOST = 1000


def read_quantity(cell: str) -> int:
    """How many; 1 for an empty cell. What comes with the number may stand behind it (2床, 一套).

    Raises ValueError for a cell that names no single number from 1 to `MOST`.
    """
    if is_blank(cell):
        return 1
    text = chinese_to_digits(half_width(cell))
    found = re.match(r"[^0-9]{0,2}([0-9]{1,4})(?:\.0+)?(?![0-9.])(?!\s*(?:[-~—–至到/]|或)\s*[0-9])", text)
    if found is None or not 1 <= int(found[1]) <= MOST:
        raise ValueError(cell)
    return int(found[1])
