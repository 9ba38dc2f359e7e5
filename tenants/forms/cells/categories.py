"""Categories of people in the words of offices, several in one cell (domain.md, Words)."""

import re
from collections.abc import Mapping

from tenants.forms.cells.text import bare, is_blank
from tenants.people.categories import CATEGORIES, PATTERNS

_SEPARATORS = re.compile(r"[、,;/|+&和及与兼且\s()\[\]。.·:]+")
_NOT_A_VETERAN = re.compile(r"(?:现役|退役|退伍|复员)?军人(?:家属|遗属|子女)|军属|现役军人")
_DISABLED_VETERAN = re.compile(r"(?:残疾|伤残)军人")
_SAYS_NOTHING = {
    "", "其他", "其它", "等", "户", "类", "人员", "家庭", "老人", "儿童", "人", "的", "群众", "对象", "居民", "普通",
    "一般", "一级", "二级", "三级", "四级", "1级", "2级", "3级", "4级", "患者",
}  # fmt: skip


def read_categories(cell: str, words: Mapping[str, str] | None = None) -> tuple[list[str], list[str]]:
    """The categories that the cell names, sorted, and the words in it that are none we know.

    `words` are the community's own: word, as `bare` gives it, to category.
    """
    if is_blank(cell):
        return [], []
    text = bare(cell)
    if text in CATEGORIES:  # what the check page's list puts in
        return [text], []
    found: set[str] = set()
    for word in sorted(words or {}, key=len, reverse=True):
        if word in text and words:
            found.add(words[word])
            text = text.replace(word, "、")
    parts = [part for part in _SEPARATORS.split(text) if part]
    if parts and all(part in CATEGORIES for part in parts):
        return sorted(found | set(parts)), []
    if _DISABLED_VETERAN.search(text):
        found |= {"disabled", "veteran"}
    unknown = _NOT_A_VETERAN.findall(text)
    rest = _NOT_A_VETERAN.sub("、", text)
    for category, pattern in PATTERNS:
        if pattern.search(rest):
            found.add(category)
            rest = pattern.sub("、", rest)
    unknown += [word for word in _SEPARATORS.split(rest) if word not in _SAYS_NOTHING]
    return sorted(found), unknown
