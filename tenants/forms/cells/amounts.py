"""Amounts of money and quantities: 230元, 约180元, ￥1,200, 180-200元, 0.5万, 一百八十元; 无 is none."""

import decimal
import re

from tenants.forms.cells.text import chinese_to_digits, half_width, is_blank

_NONE = re.compile(r"无需.*|不需.*|免费|不花钱|不要钱|待定|不详|面议|自筹")
_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*([万千百])?")
_FACTOR = {"万": 10_000, "千": 1_000, "百": 100, None: 1}
_RANGE = re.compile(r"[-~—–至到]")
_MOST_YUAN = 1_000_000


def read_amount(cell: str) -> int | None:
    """Whole yuan, half a yuan and more rounded up; of a range the upper end; None where nobody named a price.

    Raises ValueError for what names no single amount.
    """
    if is_blank(cell):
        return None
    text = chinese_to_digits(half_width(cell).replace(",", "").replace(" ", ""))
    if _NONE.fullmatch(text):
        return None
    text = text.rpartition("=")[2]
    if text.startswith("-"):
        raise ValueError(cell)
    found = [decimal.Decimal(number) * _FACTOR[unit or None] for number, unit in _NUMBER.findall(text)]
    if len(found) > 1 and not _RANGE.search(text):
        raise ValueError(cell)
    if not found or max(found) > _MOST_YUAN:
        raise ValueError(cell)
    return int(max(found).quantize(decimal.Decimal(1), rounding=decimal.ROUND_HALF_UP))


def read_quantity(cell: str) -> int:
    """How many; 1 where the cell says nothing usable."""
    text = chinese_to_digits(half_width(cell))
    found = re.match(r"[^0-9]{0,2}([0-9]{1,4})(?:\.0+)?(?![0-9.])", text)
    return min(max(int(found[1]), 1), 1000) if found else 1
