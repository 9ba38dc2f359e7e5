"""Cells as text."""

import re
import unicodedata

BLANK = frozenset(
    {
        "", "无", "无。", "没有", "暂无", "空", "未填", "未知", "不清楚", "-", "--", "—", "——", "/", "\\", "\\\\", ".", "、",
        "n/a", "na", "none", "null",
    }
)  # fmt: skip
"""What people write to say that there is nothing to write."""

_ERROR = re.compile(
    r"#(?:ref|value|name|num|null|n/a|spill|calc|field|blocked|connect|unknown|getting_data|div/0|引用|数值|名称)[!?]?|#{2,}"
)

_IDENTITY = re.compile(
    r"(?<![0-9])[1-9][0-9]{5}((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9])"
)

IDENTITY_REMOVED = "[身份证号未保存]"
"""Stands where an identity-card number stood: such numbers are not stored (domain.md, Privacy rules)."""

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_CHINESE_NUMBER = re.compile(r"(?<![0-9.])[零〇○一二两俩三四五六七八九十百千万]+")


def tidy(text: str) -> str:
    """The text as its writer meant it: without blanks at the ends, any run of white space one blank."""
    return " ".join(text.split())


def half_width(text: str) -> str:
    """The text with full-width digits, letters and punctuation made half-width, tidied."""
    return tidy(unicodedata.normalize("NFKC", text))


def bare(text: str) -> str:
    """The text for comparing: half-width, lower case, without any white space."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def is_blank(text: str) -> bool:
    """Whether the cell says nothing, in one of the ways of saying nothing. A formula that failed says nothing either."""
    return bare(text) in BLANK or is_error(text)


def is_error(text: str) -> bool:
    """Whether the cell shows what a spreadsheet shows for a formula that failed, or for a column too narrow."""
    return _ERROR.fullmatch(bare(text)) is not None


def without_identity(text: str) -> str:
    """The text with every identity-card number taken out."""
    return _IDENTITY.sub(IDENTITY_REMOVED, unicodedata.normalize("NFKC", text)) if _has_identity(text) else text


def birth_of_identity(text: str) -> str:
    """The date of birth inside an identity-card number, as 1950-03-06; empty when there is no such number."""
    found = _IDENTITY.search(unicodedata.normalize("NFKC", text))
    return "-".join(found.groups()) if found else ""


def _has_identity(text: str) -> bool:
    return len(text) >= 18 and _IDENTITY.search(unicodedata.normalize("NFKC", text)) is not None


def chinese_to_digits(text: str) -> str:
    """The text with numbers in Chinese characters written in digits: 二〇二六年三月十五 gives 2026年3月15."""
    return _CHINESE_NUMBER.sub(lambda found: _digits(found.group()), text)


def _digits(number: str) -> str:
    if not any(unit in number for unit in _UNITS):
        return "".join(str(_DIGITS[digit]) for digit in number)
    total = part = 0
    digit: int | None = None
    worth = 1  # of a digit at the end: 一百五 is 150, 一百零五 is 105
    for character in number:
        if character in _DIGITS:
            digit = _DIGITS[character]
            worth = 1 if digit == 0 else worth
        elif character == "万":
            total, part, digit, worth = (total + part + (digit or 0)) * 10000, 0, None, 1000
        else:
            part += (1 if digit is None else digit) * _UNITS[character]
            digit, worth = None, _UNITS[character] // 10
    return str(total + part + (digit or 0) * worth)
