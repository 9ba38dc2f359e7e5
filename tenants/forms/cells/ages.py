"""Ages: 76, 76岁, ７６, 七十六周岁; or a date of birth in their place."""

import datetime
import re

from tenants.forms.cells.text import chinese_to_digits, half_width, is_blank

OLDEST = 125
_YEARS = re.compile(r"(?:约|大约|已?满|虚岁?|实岁|周岁)?([0-9]{1,3})(?:\.0+)?周?[岁歲]?(?:半|多|左右|\([^)]*\))?")
_MONTHS = re.compile(r"([0-9]{1,2})个?月(?:大)?|([0-9]{1,3})天")
_BORN = re.compile(
    r"((?:19|20)[0-9]{2})(?:[-./年]?([0-9]{1,2}))?(?:[-./月]([0-9]{1,2})|([0-9]{2}))?[年月日]?(?:生|出生)?"
)
_EXCEL_DAYS = re.compile(r"[1-5]?[0-9]{4}")
_EXCEL_EPOCH = datetime.date(1899, 12, 30)


def read_age(cell: str, *, on: datetime.date) -> int | None:
    """Whole years on the day `on`; None for an empty cell. Takes a date of birth in any of its writings too.

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
