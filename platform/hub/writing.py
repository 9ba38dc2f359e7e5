"""What people write, brought to one form: once at the door for storing, and once more for comparing."""

import re
import unicodedata

MIDDLE_DOT = "·"
"""The dot inside a name (买买提·艾力), as the national standard writes it."""

_DOTS = frozenset(map(ord, "•‧∙⋅・･·ᐧ⸱⸳᛫ꞏ𐄁ㆍᆞ˙●⦁∘◦⚫⬤․"))
"""Signs that stand for the middle dot and look like it."""

_BLANK_LOOKING = frozenset({0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800})
"""Fillers that print nothing though Unicode does not call them blanks."""

_INVISIBLE = frozenset({0x034F, 0x180E, 0xFFFC, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)})
_LINE_ENDS = frozenset({0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029})
_MARKS_UPON_CHARACTERS = re.compile(
    "(?<=[〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302d\ufe20-\ufe2f]+"
)
"""Accents belong to letters; upon a Chinese character they only make two names of one."""

_RADICALS = range(0x2E80, 0x2FE0)
"""A character copied out of a PDF is often the radical that looks the same."""
_RADICALS_OF_TODAY = dict(
    zip(
        "⺁⺃⺇⺎⺏⺒⺓⺝⺞⺠⺦⺧⺩⺪⺬⺮⺶⺷⺸⺺⺼⺽⻁⻄⻅⻆⻉⻊⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂乚几兀尣巳幺月歺民丬牛王疋示竹羊羊羋肀肉臼虎西见角贝足车長镸长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
        strict=True,
    )
)
"""Those for which Unicode names no plain character: ⻢ for 马, ⻩ for 黄."""


class _Kept(dict[int, str | None]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        self[code] = found = _kept(code)
        return found


def _kept(code: int) -> str | None:
    character = chr(code)
    if code in _LINE_ENDS:
        return "\n"
    if code == 0x09 or code in _BLANK_LOOKING:
        return " "
    if code in _DOTS:
        return MIDDLE_DOT
    if code in _INVISIBLE or code & 0xFFFE == 0xFFFE:
        return None
    if code == 0:
        return character  # no typing makes one: it is refused as unreadable, and not mended
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs"):
        return None
    if category == "Zs":
        return " "
    if code in _RADICALS:
        return _RADICALS_OF_TODAY.get(character) or unicodedata.normalize("NFKC", character)
    return character


_TABLE = _Kept()

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

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2}
_LONGEST_WITH_UNITS = 24
"""Characters of a number with its units (九千九百九十九万…). What is longer is none, and would have thousands of digits."""
_CAPITALS = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬圆圓", "一二二三三四五六六七八九十百千万元元")
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_VAGUE = re.compile(
    r"[几数幾數][0-9十百千万]|[十百千万0-9][几幾]|半|[½¼¾⅓⅔]"
    r"|(?<![零〇○一二两三四五六七八九])[一二两三四五六七八九]{2}(?![零〇○一二两三四五六七八九])"
)
_CHINESE_NUMBER = re.compile(r"(?<![0-9.])[零〇○一二两俩三四五六七八九十百千万]+")


def clean(text: str) -> str:
    """The text as it is kept: what nobody sees is gone, blanks are blanks, line ends are one sign, and dots that look
    like the middle dot are it. Characters of any width stay as they were written.

    Done once at the door (`hub.rest.serializers.Input`, the reader of workbooks), so that two writings of one name
    are one name. Doing it again changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_TABLE))
    return _MARKS_UPON_CHARACTERS.sub("", kept)


def tidy(text: str) -> str:
    """The text as its writer meant it: without blanks at the ends, any run of white space one blank."""
    return " ".join(text.split())


def half_width(text: str) -> str:
    """The text with full-width digits, letters and punctuation made half-width, tidied."""
    return tidy(unicodedata.normalize("NFKC", clean(text)))


def plain(text: str) -> str:
    """The text in half-width characters and without any white space, for comparing what people typed."""
    return "".join(unicodedata.normalize("NFKC", clean(text)).split())


def bare(text: str) -> str:
    """The text for comparing: half-width, lower case, without any white space."""
    return plain(text).lower()


def is_blank(text: str) -> bool:
    """Whether the cell says nothing, in one of the ways of saying nothing. A formula that failed says nothing either."""
    return bare(text) in BLANK or is_error(text)


def is_error(text: str) -> bool:
    """Whether the cell shows what a spreadsheet shows for a formula that failed, or for a column too narrow."""
    return _ERROR.fullmatch(bare(text)) is not None


def names_something(text: str) -> bool:
    """Whether there is a letter or a character in it: what is left of an empty name is a dot or a dash at most."""
    # Characters of private use and those newer than our tables are rare characters of names.
    return any(unicodedata.category(character) in ("Lo", "Lu", "Ll", "Lt", "Lm", "Co", "Cn") for character in text)


def is_vague(text: str) -> bool:
    """Whether a number in words is none: 几百, 两三个, 七八, 十几, 半斤. Nobody said which."""
    return _VAGUE.search(text) is not None


def capitals_to_numerals(text: str) -> str:
    """The text with the capital numerals of cheques (壹佰圆) as everyday ones (一百元). Only for what is a number
    throughout: 陆 and 伍 are family names too."""
    return text.translate(_CAPITALS)


def chinese_to_digits(text: str) -> str:
    """The text with numbers in Chinese characters written in digits: 二〇二六年三月十五 gives 2026年3月15."""
    return _CHINESE_NUMBER.sub(lambda found: _digits(found.group()), text)


def _digits(number: str) -> str:
    if not any(unit in number for unit in _UNITS):
        return "".join(str(_DIGITS[digit]) for digit in number)
    if len(number) > _LONGEST_WITH_UNITS:
        return number
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
