"""The guardian of a child, in a column or in the remarks: "监护人:爷爷白有才".

A name is taken whole or not at all: what is not surely a person's name is nobody, and the row asks.
"""

import dataclasses
import itertools
import re

from hub.names import is_shaped_like_a_name, is_surely_a_name, tidy_name
from tenants.forms.cells.text import half_width, is_blank

RELATIONS = (
    "曾祖父", "曾祖母", "外祖父", "外祖母", "爷爷", "奶奶", "外公", "外婆", "姥姥", "姥爷", "祖父", "祖母", "父亲",
    "母亲", "爸爸", "妈妈", "叔叔", "伯伯", "伯父", "伯母", "叔父", "叔母", "婶婶", "婶子", "姑姑", "姑妈", "姑母",
    "姑父", "舅舅", "舅妈", "舅母", "舅父", "姨妈", "姨母", "小姨", "大姨", "二姨", "三姨", "姨姨", "阿姨", "姨父",
    "姨夫", "哥哥", "姐姐", "嫂子", "大爷", "大伯", "二伯", "二叔", "三叔", "小叔", "大姑", "二姑", "三姑", "小姑",
    "大舅", "二舅", "三舅", "小舅", "太爷", "太奶", "继父", "继母", "养父", "养母", "生父", "生母", "阿爷", "阿奶",
    "阿大", "阿妈", "阿舅", "祖父母", "外祖父母", "父", "母", "爸", "妈", "爷", "奶", "兄", "姐", "叔", "伯", "舅",
    "姑", "姨", "祖辈", "亲属", "亲戚",
)  # fmt: skip
_RELATION = re.compile("|".join(sorted(RELATIONS, key=len, reverse=True)))
_NO_PART_OF_A_NAME = re.compile(rf"{_RELATION.pattern}|[男女]")
_WORD = re.compile(
    r"(?<![被原前])(?:第[一二12])?(?:法定|委托|临时|实际|主要|现|受委托|指定)*(?:监护(?:责任)?人|家长|抚养人|照料人|照看人|照护人|看护人)"
    r"(?:的?姓名|及关系|[12一二](?![0-9]))*"
)
_JOINING = re.compile(r"\s*(?:[:是为叫系]|名叫|其|孩子的?)*\s*")
_TELEPHONE = re.compile(r"(?:联系)?(?:电话|手机|号码|tel)*[:\s]*\+?[0-9][0-9\s-]{4,}[0-9]", re.IGNORECASE)
_PART = re.compile(r"[\s,、;/|&+()\[\]:。]+")
_ENDS = re.compile(r"[,。;!?\n]")
_AND = re.compile(r"[和与及跟]")
_GONE = re.compile(
    r"^(?:[,。;(\s于0-9年月日去今前早都均也已现经]|双双|因[^,。;]{0,6}){0,20}"
    r"(?:去世|过世|故去|病逝|逝|病故|亡|身故|死|故(?!事)|失踪|失联|服刑|入狱|坐牢|在押|不在|失去联系|无力|无能力|没有能力|丧失|改嫁|离家|出走|不详)"
)
_BY_RELATION = re.compile(
    rf"(?:现?由|随|跟|与|和|靠)?其?(?P<relation>{_RELATION.pattern})\s*[:是叫]?\s*(?P<name>\S{{2,10}}?)"
    r"(?:一起|共同)?(?:生活|居住|抚养|照顾|照看|照料|监护|带)?"
)
_TRIED, _LOOKED_AT, _LONGEST_CLAUSE = 20, 200, 60
"""How many clauses of a text, and how much behind the word, are looked at: nobody is named further on."""


@dataclasses.dataclass(frozen=True)
class Guardian:
    """Whoever answers for a child. `relation` as written ("爷爷"), or empty."""

    name: str
    relation: str = ""


def read_guardians(text: str) -> list[Guardian]:
    """The guardians that a remark names, as it names them; nobody is an empty list.

    A relation without a name ("监护人:奶奶", "由奶奶照看") names nobody, nor does whoever is said to be gone. Without
    the word 监护人 a clause must be a relation and a name alone: "母亲残疾" is no guardian.
    """
    text = half_width(text)
    for word in itertools.islice(_WORD.finditer(text), _TRIED):
        at = _JOINING.match(text, word.end())
        rest = text[(start := at.end() if at else word.end()) : start + _LOOKED_AT]
        end = _ENDS.search(rest)
        clause, after = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
        named, left = _taken(clause, strict=True)
        if named and not _GONE.match(left) and not _GONE.match(after):
            return named
    for clause in _ENDS.split(text.replace("、", ","), _TRIED):
        if len(clause) > _LONGEST_CLAUSE:
            continue
        without = _TELEPHONE.sub("", clause).strip(" ()")
        found = _BY_RELATION.fullmatch(without)
        if found and is_surely_a_name(found["name"]):
            return [Guardian(tidy_name(found["name"]), found["relation"])]
    return []


def guardians_named(text: str, relation: str = "", *, by_hand: bool = False) -> list[Guardian]:
    """The guardians in a column of its own: "白有才", "爷爷白有才", "白有才(爷爷)", "王芳、李强".

    `relation` is the column beside. `by_hand`: staff have typed this on the check page, so whatever could be a name
    is one.
    """
    text = half_width(text)[:_LOOKED_AT]
    if is_blank(text) or (_GONE.search(text) and not is_surely_a_name(text)):
        return []
    named, left = _taken(text, strict=False)
    if not named:
        if by_hand and is_shaped_like_a_name(text) and not _RELATION.fullmatch(text):
            return [Guardian(tidy_name(text), relation)]
        return read_guardians(text)
    if _GONE.match(left):
        return []
    first, *others = named
    return [Guardian(first.name, first.relation or relation), *others]


def _taken(text: str, *, strict: bool) -> tuple[list[Guardian], str]:
    """The guardians at the beginning of a text, and what follows them. `strict`: nothing else may come between."""
    if is_surely_a_name(text) and (" " not in text or text.isascii()):
        return [Guardian(tidy_name(text))], ""
    found: list[Guardian] = []
    waiting = ""
    text = _TELEPHONE.sub(" ", text)
    pieces = _pieces(text)
    for number, (piece, rest) in enumerate(pieces):
        whole = _RELATION.fullmatch(piece)
        if whole and found and not found[-1].relation:
            found[-1] = Guardian(found[-1].name, piece)
        elif whole:
            waiting = piece
        elif several := _of_piece(piece):
            several[0] = Guardian(several[0].name, several[0].relation or waiting)
            found += several
            waiting = ""
        elif not _WORD.fullmatch(piece):
            if strict or not found:
                return found, rest
            return found, " ".join(later for later, _ in pieces[number:])
    return found, ""


def _pieces(text: str) -> list[tuple[str, str]]:
    """The words of a text, each with the text from it on. Single characters with blanks between are one name (张 三)."""
    places: list[tuple[int, int]] = []
    at = 0
    for gap in _PART.finditer(text):
        places.append((at, gap.start()))
        at = gap.end()
    places.append((at, len(text)))
    places = [(start, end) for start, end in places if start < end]
    joined: list[tuple[int, int]] = []
    for start, end in places:
        before = joined[-1] if joined else None
        if before and text[before[1] : start].isspace() and 1 in (end - start, before[1] - before[0]):
            one = text[before[0] : end]
            parts = (text[before[0] : before[1]], text[start:end])
            if len(tidy_name(one)) <= 4 and not any(_NO_PART_OF_A_NAME.fullmatch(part) for part in parts):
                joined[-1] = (before[0], end)
                continue
        joined.append((start, end))
    return [(tidy_name(text[start:end]), text[start:]) for start, end in joined]


def _of_piece(piece: str) -> list[Guardian]:
    """One word: a name, a relation and a name in either order, or two of these joined by 和."""
    if one := _one(piece):
        return [one]
    for joint in _AND.finditer(piece):
        first, second = _one(piece[: joint.start()]), _one(piece[joint.end() :])
        if first and second:
            return [first, second]
    return []


def _one(piece: str) -> Guardian | None:
    if is_surely_a_name(piece):
        return Guardian(tidy_name(piece))
    for relation in _RELATION.finditer(piece):
        before, after = piece[: relation.start()], piece[relation.end() :]
        if before in ("", "其") and is_surely_a_name(after):
            return Guardian(tidy_name(after), relation[0])
        if not after and is_surely_a_name(before):
            return Guardian(tidy_name(before), relation[0])
    return None
