"""Amounts of money and quantities: 230元, 约180元, ￥1,200, 180-200元, 0.5万, 一百八十元; 无 is none."""

from hub.numbers import read_amount as read_amount
from hub.numbers import read_pieces

MOST = 1000


def read_quantity(cell: str) -> int:
    """How many; 1 for an empty cell. What comes with the number may stand behind it (2床, 一套).

    Raises ValueError for a cell that names no single number from 1 to `MOST`.
    """
    count = read_pieces(cell)
    if count is None:
        return 1
    if not 1 <= count <= MOST:
        raise ValueError(cell)
    return count
