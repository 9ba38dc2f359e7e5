"""Names by their sound: what staff type to find somebody, and the order of lists.

PostgreSQL here has no Chinese collation, so the order is a stored key.
"""

import unicodedata

from pypinyin import Style, lazy_pinyin, load_phrases_dict
from pypinyin.contrib.tone_convert import to_normal, to_tone3

# A surname can sound otherwise than the same character in a word.
_SURNAMES = {
    "单": "shàn", "曾": "zēng", "解": "xiè", "仇": "qiú", "任": "rén", "区": "ōu", "朴": "piáo", "翟": "zhái",
    "盖": "gě", "华": "huà", "乐": "yuè", "缪": "miào", "宁": "nìng", "折": "shé", "覃": "qín", "查": "zhā",
    "尉迟": "yù chí", "万俟": "mò qí", "长孙": "zhǎng sūn", "冼": "xiǎn", "员": "yùn", "黑": "hè", "洗": "xiǎn",
    "种": "chóng", "秘": "bì", "冯": "féng", "哈": "hǎ", "喇": "lǎ", "佴": "nài", "逄": "páng",
}  # fmt: skip

# Characters of the north-west that the library reads otherwise.
load_phrases_dict({"尕": [["gǎ"]]})


def _syllables(name: str, *, tones: bool) -> list[str]:
    text = unicodedata.normalize("NFKC", name).strip()
    style, convert = (Style.TONE3, to_tone3) if tones else (Style.NORMAL, to_normal)
    for length in (2, 1):
        reading = _SURNAMES.get(text[:length])
        if reading and len(text) > length:
            return [convert(syllable) for syllable in reading.split()] + lazy_pinyin(text[length:], style=style)
    return lazy_pinyin(text, style=style)


def initials(name: str) -> str:
    """The first letters of a name's syllables, lower case: "马秀兰" gives "mxl"."""
    words = " ".join(_syllables(name, tones=False)).split()
    return "".join(word[0] for word in words if word[0].isalnum()).lower()


def letters(name: str) -> str:
    """A name as it is typed without tones: "马秀兰" gives "maxiulan"."""
    return "".join(sign for word in _syllables(name, tones=False) for sign in word if sign.isalnum()).lower()


def sort_key(name: str) -> str:
    """A key by which names sort as in a Chinese list: by sound, then tone, then character.

    It says as much as the name itself: of a resident it may be stored encrypted only.
    """
    return " ".join(_syllables(name, tones=True)).lower() + "\x1f" + name
