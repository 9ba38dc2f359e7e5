"""Numbers as people write them. One reader for the whole product: a cell of a workbook and a field of a page alike.

What a reader cannot make out it raises ValueError for; nothing is stripped until a number is left.
"""

import datetime
import decimal
import re

from hub.writing import chinese_to_digits, half_width, is_blank

OLDEST = 125
MOST_YUAN = 1_000_000

_YEARS = re.compile(r"(?:约|大约|已?满|虚岁?|实岁|周岁)?([0-9]{1,3})(?:\.[0-9]+)?周?[岁歲]?(?:半|多|左右|\([^)]*\))?")
_MONTHS = re.compile(r"([0-9]{1,2})个?月(?:大)?|([0-9]{1,3})天")
_BORN = re.compile(
    r"((?:19|20)[0-9]{2})(?:[-./年]?([0-9]{1,2}))?(?:[-./月]([0-9]{1,2})|([0-9]{2}))?[年月日]?(?:生|出生)?"
)
_EXCEL_DAYS = re.compile(r"[1-5]?[0-9]{4}")
_EXCEL_EPOCH = datetime.date(1899, 12, 30)

_NONE = re.compile(r"无需.*|不需.*|免费|不花钱|不要钱|待定|不详|面议|自筹")
_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*([万千百])?")
_FACTOR = {"万": 10_000, "千": 1_000, "百": 100, None: 1}
_RANGE = re.compile(r"[-~—–至到]")
_VAGUE = re.compile(
    r"[几数幾數][0-9十百千万]|(?<![零〇○一二两三四五六七八九])[一二两三四五六七八九]{2}(?![零〇○一二两三四五六七八九])"
)
"""几百元, 两三百: nobody said which."""


_WHOLE = re.compile(r"([-+]?[0-9]{1,9})(?:\.0+)?\s*(?:个?(?:工作日|月)|[天日年件个人户元%]|days?|months?|yuan)?")
_COUNT = re.compile(r"[^0-9]{0,2}([0-9]{1,4})(?:\.0+)?(?![0-9.])[^0-9]*")


def read_age(cell: str, *, on: datetime.date) -> int | None:
    """Whole years on the day `on`; None for an empty cell. 6.5 and 6岁半 are six. Takes a date of birth in any of its
    writings too.

    Raises ValueError for anything else ("不详", 761).
    """
    if is_blank(cell):
        return None
    text = chinese_to_digits(half_width(cell)).replace(" ", "")
    if found := _YEARS.fullmatch(text):
        return _checked(int(found[1]), cell)
    if _MONTHS.fullmatch(text):
        return 0
    if (found := _BORN.fullmatch(text)) and (found[2] or text.rstrip("年生出") == found[1]):
        return _checked(_since(int(found[1]), int(found[2] or 1), int(found[3] or found[4] or 1), on), cell)
    if _EXCEL_DAYS.fullmatch(text):
        born = _EXCEL_EPOCH + datetime.timedelta(days=int(text))
        return _checked(_since(born.year, born.month, born.day, on), cell)
    raise ValueError(cell)


def _since(year: int, month: int, day: int, on: datetime.date) -> int:
    born = datetime.date(year, month, day)
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _checked(years: int, cell: str) -> int:
    if not 0 <= years <= OLDEST:
        raise ValueError(cell)
    return years


def read_amount(cell: str) -> int | None:
    """Whole yuan, half a yuan and more rounded up; of a range the upper end; None where nobody named a price.

    Raises ValueError for what names no single amount.
    """
    if is_blank(cell):
        return None
    text = half_width(cell).replace(",", "").replace(" ", "")
    if _VAGUE.search(text):
        raise ValueError(cell)
    text = chinese_to_digits(text)
    if _NONE.fullmatch(text):
        return None
    text = text.rpartition("=")[2]
    if text.startswith("-"):
        raise ValueError(cell)
    found = [decimal.Decimal(number) * _FACTOR[unit or None] for number, unit in _NUMBER.findall(text)]
    if len(found) > 1 and not _RANGE.search(text):
        raise ValueError(cell)
    if not found or max(found) > MOST_YUAN:
        raise ValueError(cell)
    return int(max(found).quantize(decimal.Decimal(1), rounding=decimal.ROUND_HALF_UP))


def read_count(cell: str) -> int | None:
    """How many pieces: 2, 两个, 2床, ×2; None for an empty cell.

    Raises ValueError for what names no single whole number.
    """
    if is_blank(cell):
        return None
    found = _COUNT.fullmatch(chinese_to_digits(half_width(cell)))
    if not found:
        raise ValueError(cell)
    return int(found[1])


def read_whole(cell: str) -> int | None:
    """A whole number with its unit or without: 15, １５, 十五天, -5, 10%; None for an empty cell.

    Raises ValueError for anything else (1.5, 3-5).
    """
    if is_blank(cell):
        return None
    found = _WHOLE.fullmatch(chinese_to_digits(half_width(cell)))
    if not found:
        raise ValueError(cell)
    return int(found[1])
