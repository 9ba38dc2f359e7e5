"""Numbers as people write them. One reader for the whole product: a cell of a workbook and a field of a page alike.

What a reader cannot make out it raises ValueError for; nothing is stripped until a number is left.
"""

import datetime
import decimal
import re

from hub.writing import capitals_to_numerals, chinese_to_digits, clean, half_width, is_blank, is_vague

OLDEST = 125
MOST_YUAN = 1_000_000

_YEARS = re.compile(
    r"(?:约|大约|[已年刚]?满|虚岁?|实岁|周岁)?([0-9]{1,3})(?:\.[0-9]+|点[0-9])?(?:[周实虚]?[岁歲])?整?(?:半|多|左右|\([^)]*\))?"
)
_YEARS_AND_MONTHS = re.compile(
    r"(?:约|[已刚]?满)?([0-9]{1,3})(?:周岁|岁|周)(?:零|又|多)?(?:[0-9]{1,2}个?月|半)(?:多|大|左右)?"
)
_FIRST_YEAR = re.compile(r"(?:不到|不满|未满)1(?:周岁|岁)|半周?岁|满月|刚?满?百天")
_OLDEST_IN_DOUBT = 15
"""虚岁 is a year or two more than the age: up to here it leaves open whether somebody is a child."""
_MONTHS = re.compile(r"([0-9]{1,2})个?月(?:大)?|([0-9]{1,3})天")
_BORN = re.compile(
    r"((?:19|20)[0-9]{2})(?:[-./年]?([0-9]{1,2}))?(?:[-./月]([0-9]{1,2})|([0-9]{2}))?[年月日]?(?:生|出生)?"
)
_EXCEL_DAYS = re.compile(r"[1-5]?[0-9]{4}")
_EXCEL_EPOCH = datetime.date(1899, 12, 30)

_NONE = re.compile(r"无需.*|不需.*|免费|不花钱|不要钱|待定|不详|面议|自筹")
_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*([万千百wk])?")
_FACTOR = {"万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000, "百": 100, "": 1}
_RANGE = re.compile(r"[-~—–〜～至到]")
_GROUPED = re.compile(r"(?<![0-9.])([0-9]{1,2}),([0-9]{3})(?![0-9,])")
"""A comma between thousands; 100,150 and 1,2 are two numbers that stand beside each other."""
_HUNDREDS_BEHIND = re.compile(r"([0-9])([万千百])([1-9])(?![0-9万千百.])")
"""1千2 is 1200."""
_ANOTHER_UNIT = re.compile(
    r"[$€£]|美元|美金|欧元|英镑|日元|港[元币]|台币|usd|[0-9](?:v|w|斤|公斤|kg|g|克|升|l|ml|cm|mm|厘米|寸|号|码|件|个|只|条|双|套|岁|月|日)(?![a-z])"
)
"""What is no yuan: another money, and what is measured otherwise (380V, 5kg)."""


_MIXED = re.compile(r"[〇○一二两三四五六七八九][0-9]|(?<=[十百千万])零[0-9]|(?<![0-9])[十百千万][0-9]")
"""One number in two ways of writing: 一百05 and 二00 could be anything."""
_NEGATIVE = re.compile(r"^[^0-9]*[-−–—]\s*[0-9]|负\s*[0-9零一二两三四五六七八九十]")
_HALF_A_NUMBER = re.compile(r"(?<![0-9])\.[0-9]")
_GROUPED_BY_A_POINT = re.compile(r"(?<![0-9.])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9.万千百wk])")
"""1.200 is a thousand for some and a little more than one for others."""
_SCORES = str.maketrans({"廿": "二十", "卅": "三十"})


_WHOLE = re.compile(r"([-+]?[0-9]{1,9})(?:\.0+)?\s*(?:个?(?:工作日|月)|[天日年件个人户元%]|days?|months?|yuan)?")
_PIECES = re.compile(
    r"[^0-9.−–—负-]{0,2}([0-9]{1,4})(?:\.0+)?(?![0-9.])(?!\s*(?:[-~—–〜+、,至到/]|或|又)\s*[0-9]|\s*[×x*]\s*[0-9]+\s*$)"
)
_COUNT = re.compile(r"[^0-9.−–—负-]{0,2}([0-9]{1,4})(?:\.0+)?(?![0-9.])[^0-9]*")
_DOZENS = re.compile(r"(?<![0-9.])([0-9]{1,2})\s*打(?![0-9印火气蛋包孔])")
_HALF_A_DOZEN = re.compile(r"^半打")


def read_age(cell: str, *, on: datetime.date) -> int | None:
    """Whole years on the day `on`; None for an empty cell. 6.5 and 6岁半 are six. Takes a date of birth in any of its
    writings too.

    Raises ValueError for anything else ("不详", 761).
    """
    if is_blank(cell):
        return None
    written = half_width(clean(cell))
    # 八月廿五 is of the farmers' calendar, whose days are others.
    text = _in_digits(written if "月" in written else written.translate(_SCORES)).replace(" ", "")
    if _FIRST_YEAR.fullmatch(text):
        return 0
    if is_vague(re.sub(r"[岁周]半", "", written)) or re.search(r"[0-9]\s+[0-9]", written):
        raise ValueError(cell)
    if found := _YEARS.fullmatch(text) or _YEARS_AND_MONTHS.fullmatch(text):
        if "虚" in text and int(found[1]) <= _OLDEST_IN_DOUBT:
            raise ValueError(cell)
        return _checked(int(found[1]), cell)
    if found := _MONTHS.fullmatch(text):
        return int(found[1]) // 12 if found[1] else int(found[2]) // 365
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
    text = capitals_to_numerals(half_width(cell).lower())
    text = text.translate(_SCORES)
    if is_vague(text) or re.search(r"[0-9]\s+[0-9]", text) or _GROUPED_BY_A_POINT.search(text):
        raise ValueError(cell)
    text = _in_digits(_GROUPED.sub(r"\1\2", text)).replace(" ", "")
    text = _HUNDREDS_BEHIND.sub(lambda found: str((int(found[1]) * 10 + int(found[3])) * _FACTOR[found[2]] // 10), text)
    if _NONE.fullmatch(text):
        return None
    text = text.rpartition("=")[2]
    if _NEGATIVE.search(text) or _HALF_A_NUMBER.search(text) or _ANOTHER_UNIT.search(text):
        raise ValueError(cell)
    found = [decimal.Decimal(number) * _FACTOR[unit] for number, unit in _NUMBER.findall(text)]
    # Of a range both ends are numbers with nothing else between them.
    joints = len(_RANGE.findall(text.strip("-~—–〜")))
    if not found or len(found) > 2 or (len(found) == 2 and joints != 1) or max(found) > MOST_YUAN:
        raise ValueError(cell)
    return int(max(found).quantize(decimal.Decimal(1), rounding=decimal.ROUND_HALF_UP))


def read_count(cell: str) -> int | None:
    """How many pieces: 2, 两个, 2床, ×2; None for an empty cell.

    Raises ValueError for what names no single whole number.
    """
    if is_blank(cell):
        return None
    found = _COUNT.fullmatch(_counted(cell))
    if not found:
        raise ValueError(cell)
    return int(found[1])


def _counted(cell: str) -> str:
    """The cell with its numbers in digits, a dozen (打) as twelve. Raises ValueError for a number that is none (两三个, 十几, 半斤)."""
    said = _HALF_A_DOZEN.sub("6", clean(cell).strip())
    written = capitals_to_numerals(half_width(said)).translate(_SCORES)
    if is_vague(said) or is_vague(written) or re.search(r"[0-9]\s+[0-9]", written):
        raise ValueError(cell)
    return _DOZENS.sub(lambda found: str(int(found[1]) * 12), _in_digits(written))


def _in_digits(written: str) -> str:
    """The cell's numbers in digits. Raises ValueError for one in two ways of writing."""
    if _MIXED.search(written):
        raise ValueError(written)
    return chinese_to_digits(written)


def read_pieces(cell: str) -> int | None:
    """How many pieces a cell of a register names, where more may be said behind it (2袋/50斤, 1箱24瓶); None for an
    empty one. Raises ValueError for what names no single number.
    """
    if is_blank(cell):
        return None
    found = _PIECES.match(_counted(cell))
    if found is None:
        raise ValueError(cell)
    return int(found[1])


def read_whole(cell: str) -> int | None:
    """A whole number with its unit or without: 15, １５, 十五天, -5, 10%; None for an empty cell.

    Raises ValueError for anything else (1.5, 3-5).
    """
    if is_blank(cell):
        return None
    found = _WHOLE.fullmatch(_counted(cell))
    if not found:
        raise ValueError(cell)
    return int(found[1])
