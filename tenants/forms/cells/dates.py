"""Dates in every writing: 2026年3月6日, 3月6日, 2026.3.6, 26/3/6, 20260306, 二〇二六年三月六日, Excel's day numbers."""

import datetime
import re

from tenants.forms.cells.text import chinese_to_digits, half_width, is_blank

_SEPARATOR = r"\s*[-./,、。—–年月\\]\s*"
_FULL = re.compile(rf"((?:19|20)?[0-9]{{2}}){_SEPARATOR}([0-9]{{1,2}}){_SEPARATOR}([0-9]{{1,2}})\s*[日号]?")
_MONTH_AND_DAY = re.compile(r"([0-9]{1,2})\s*[-./月、,]\s*([0-9]{1,2})\s*[日号]?")
_COMPACT = re.compile(r"((?:19|20)?[0-9]{2})([0-9]{2})([0-9]{2})")
_COMPACT_WITHOUT_YEAR = re.compile(r"([01][0-9])([0-3][0-9])")
_TIME = re.compile(
    r"[T\s]*(?:[上下]午|早上|晚上|中午)?\s*(?:[0-9]{1,2}[:时点][0-9]{0,2}分?(?::[0-9]{2})?(?:\.[0-9]+)?Z?)?\s*$"
)
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)[一二三四五六日天]\)?")
_TWO_DAYS = re.compile(r"月\s*(?:[二三]?十)?[一二三四五六七八九]{2}\s*[日号]?$")
"""三月五六日: nobody said which."""
_EXCEL_DAYS = re.compile(r"[2-6][0-9]{4}")
_EXCEL_EPOCH = datetime.date(1899, 12, 30)


def read_date(cell: str, *, year: int) -> datetime.date | None:
    """The date in the cell, None for an empty one; a missing year is `year`, the campaign's.

    Raises ValueError for what names no single day ("三月中旬", "2026年3月", "2月30日").
    """
    if is_blank(cell):
        return None
    text = half_width(cell)
    if _EXCEL_DAYS.fullmatch(text):
        return _EXCEL_EPOCH + datetime.timedelta(days=int(text))
    if _TWO_DAYS.search(text):
        raise ValueError(cell)
    text = chinese_to_digits(_WEEKDAY.sub("", text))
    text = _TIME.sub("", text).strip(" .。,、;()")
    for pattern in (_FULL, _COMPACT):
        if found := pattern.fullmatch(text):
            return _checked(int(found[1]), int(found[2]), int(found[3]))
    for pattern in (_MONTH_AND_DAY, _COMPACT_WITHOUT_YEAR):
        if found := pattern.fullmatch(text):
            return datetime.date(year, int(found[1]), int(found[2]))
    raise ValueError(cell)


def _checked(year: int, month: int, day: int) -> datetime.date:
    """The date, when it can be the day of a survey: a slip of the pen like 2062 is no date."""
    date = datetime.date(year + 2000 if year < 100 else year, month, day)
    if not 2000 <= date.year <= 2060:
        raise ValueError(f"{year} is no year of a survey")
    return date
