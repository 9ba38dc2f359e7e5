"""The day by which a wish is needed, as offices write it: 12月24日前, 2026.12.24之前用, 不限."""

import datetime
import re

from tenants.forms.cells.dates import read_date
from tenants.forms.cells.text import bare, half_width, is_blank

_ENDING = re.compile(
    r"(?:之前|以前|前|以内|内|为止|截止|止|到|要用|需要|使用|送到|送达|用|要|完成|即可|就行|都行)+[。.!]*$"
)
_BEGINNING = re.compile(r"^(?:请|最好|最晚|最迟|不晚于|不迟于|希望|务必|须|需|要|在|于|截至|截止到?|赶在)+")
_NO_DAY = frozenset({
    "不限", "不限时间", "不限日期", "不限时", "随时", "随时可以", "均可", "都可以", "都可", "都行", "不急",
    "不着急", "无要求", "没要求", "没有要求", "无特殊要求", "无所谓", "尽快", "尽早", "越快越好", "越早越好",
    "长期", "长期需要", "全年", "一直", "任何时候", "any", "anytime",
})  # fmt: skip


def read_needed_by(cell: str, *, year: int) -> datetime.date | None:
    """The day in the cell, None for an empty one and for words that name none (不限); a missing year is `year`.

    Raises ValueError for what names no single day (春节前, 十二月底, 12月中旬, 20日左右).
    """
    if names_no_day(cell):
        return None
    text = _ENDING.sub("", half_width(cell).strip())
    return read_date(_BEGINNING.sub("", text), year=year)


def names_no_day(cell: str) -> bool:
    """Whether nobody waits for a day here."""
    return is_blank(cell) or bare(cell).rstrip("。.!！") in _NO_DAY
