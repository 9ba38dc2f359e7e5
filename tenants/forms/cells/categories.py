"""Categories of people in the words of offices, several in one cell (domain.md, Words)."""

import re
from collections.abc import Mapping

from tenants.forms.cells.text import bare, is_blank
from tenants.people.categories import CATEGORIES, PATTERNS

_SEPARATORS = re.compile(r"[、,;/\\|+&和及与兼且或并\s()\[\]。.·:~<>《》—–-]+")
_DENIED_BEFORE = re.compile(
    r"(?:不是|不属于?|不算|不享受|没有?|无|非|未享受|未纳入|未评为?|未|原为?|曾经?[是为]?|已?取消|已?退出|疑似|待申?请?|申请)$"
)
_DENIED_BEHIND = re.compile(
    r"[:(\[\s]*(?:已?(?:取消|退出|注销|停发|停保|清退|终止|脱贫|过期)|申请中|审批中|待(?:定|批|审)|否|无|没有|不是|\?)[)\]]?"
)
"""What says that somebody is not, or is no more, what the word names."""
_NOT_A_VETERAN = re.compile(r"(?:现役|退役|退伍|复员)?军人(?:家属|遗属|子女)|军属|现役军人")
_DISABLED_VETERAN = re.compile(r"(?:残疾|伤残)军人")
_SAYS_NOTHING = {
    "", "其他", "其它", "等", "户", "类", "人员", "家庭", "老人", "儿童", "人", "的", "群众", "对象", "居民", "普通",
    "一般", "肢体", "听力", "视力", "智力", "言语", "重度", "中度", "轻度",
    "一级", "二级", "三级", "四级", "1级", "2级", "3级", "4级", "患者",
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
    denied: list[str] = []
    for word in sorted(words or {}, key=len, reverse=True):
        if words and word in text:
            named, text = _taken_out(re.compile(re.escape(word)), text, denied)
            found |= {words[word]} if named else set()
    parts = [part for part in _SEPARATORS.split(text) if part]
    if parts and all(part in CATEGORIES for part in parts):
        return sorted(found | set(parts)), []
    if _DISABLED_VETERAN.search(text):
        found |= {"disabled", "veteran"}
    unknown = denied + _NOT_A_VETERAN.findall(text)
    rest = _NOT_A_VETERAN.sub("、", text)
    for category, pattern in PATTERNS:
        named, rest = _taken_out(pattern, rest, unknown)
        found |= {category} if named else set()
    unknown += [word for word in _SEPARATORS.split(rest) if word not in _SAYS_NOTHING and not word.isdigit()]
    return sorted(found), unknown


def _taken_out(pattern: re.Pattern[str], text: str, denied: list[str]) -> tuple[bool, str]:
    """Whether the text names what the pattern finds, and the text without it.

    What is said to be not so (非低保, 残疾:无, 低保(已取消)) names nothing and is put to the words that are asked about.
    """
    named, kept, at = False, "", 0
    for hit in pattern.finditer(text):
        if hit.start() < at:
            continue
        before = text[at : hit.start()]
        no, no_more = _DENIED_BEFORE.search(before), _DENIED_BEHIND.match(text, hit.end())
        end = no_more.end() if no_more else hit.end()
        if no or no_more:
            start = at + no.start() if no else hit.start()
            denied.append(text[start:end])
            kept += text[at:start] + "、"
        else:
            named = True
            kept += before + "、"
        at = end
    return named, kept + text[at:]
