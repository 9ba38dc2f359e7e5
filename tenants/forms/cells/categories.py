"""Categories of people in the words of offices, several in one cell (domain.md, Words)."""

import re

from tenants.forms.cells.text import bare, is_blank

SYNONYMS: tuple[tuple[str, str], ...] = (
    # The longer wording first: it is taken out of the cell, so that 贫困独生子女家庭 is not poor by itself as well.
    ("poor_only_child",
        r"(?:贫困|困难)?独生子女(?:困难|贫困)?(?:家庭|户)?|计划?生(?:育)?(?:特殊|特困|特别)?(?:困难|贫困)?(?:家庭|"
        r"户|对象)"
                        r"|计生(?:特殊|特困|困难)|失独(?:家庭|老人|父母)?|独生(?:困难|贫困)户?"),
    ("left_behind_child", r"留守(?:儿童|学生|少年|孩子?|女童|男童|未成年人)"),
    ("lonely_elderly", r"(?:孤寡|空巢|独居|孤独|留守|鳏寡|孤老)(?:老年人|老人|老)?|孤寡|无子女老人"),
    ("single_parent", r"(?:困难|贫困)?单亲(?:困难|贫困)?(?:母亲|父亲|妈妈|爸爸|家庭|儿童|户)?|离异(?:家庭|带孩?子?)"),
    ("veteran",
        r"(?:退役|退伍|复员|转业|复转|老复员|伤残|残疾)+军人|退役(?:士兵|官兵|老兵)?|退伍(?:兵|老兵)?|复员|"
        r"转业(?:干部)?"
                r"|(?:老|参战|抗战|参试)(?:兵|战士|军人)|参战(?:人员)?|复退军人"),
    ("disabled",
        r"(?:[一二三四1-4]级)?(?:肢体|听力|视力|言语|智力|精神|多重|语言|重度|轻度|中度)*(?:残疾|残障|伤残)(?:人|"
        r"家庭|户|儿童|老人)?"
                 r"(?:[(]?[一二三四1-4]级[)]?)?|[肢听视智]残(?:人)?|聋哑人?|盲人|残联对象"),
    ("senior",
        r"高龄(?:老年人|老人)?|(?:[89]0|100|八十|九十|百)(?:周?岁)?(?:以上|及以上)?(?:高龄)?(?:老年人|老人|老)|"
        r"[89]0周?岁(?:及)?以上"
               r"|耄耋(?:老人)?|长寿老人|高寿(?:老人)?"),
    ("low_income", r"(?:困难|贫困|特困|低保|低收入|脱贫|边缘|监测|防返贫监测|建档立卡|五保|特困供养|低保边缘|支出型困难)"
                   r"(?:群众|家庭|居民|职工|党员|学生|人员|人口|对象|户)?(?:困难)?|(?:生活|家庭|经济)困难|"
                   r"最低生活保障(?:户|对象)?"
                   r"|(?:下岗|失业|零就业)(?:职工|人员|家庭)?|因病致贫|低收"),
)  # fmt: skip
"""Category and the words that mean it, tried in this order; what one has taken the next does not see."""

_SYNONYMS = tuple((category, re.compile(words)) for category, words in SYNONYMS)
_SEPARATORS = re.compile(r"[、,;/|+&和及与兼\s()。.]+")
_NOT_A_VETERAN = re.compile(r"(?:现役|退役|退伍|复员)?军人(?:家属|遗属|子女)|军烈?属|烈属|现役军人")
_SAYS_NOTHING = {"", "其他", "其它", "等", "户", "类", "人员", "家庭", "老人", "儿童", "人", "的"}


def read_categories(cell: str) -> tuple[list[str], list[str]]:
    """The categories that the cell names, sorted, and the words in it that are none we know."""
    if is_blank(cell):
        return [], []
    text = bare(cell)
    found: set[str] = set()
    if re.search(r"(?:残疾|伤残)军人", text):
        found |= {"disabled", "veteran"}
    unknown = _NOT_A_VETERAN.findall(text)
    rest = _NOT_A_VETERAN.sub("、", text)
    for category, words in _SYNONYMS:
        if words.search(rest):
            found.add(category)
            rest = words.sub("、", rest)
    unknown += [word for word in _SEPARATORS.split(rest) if word not in _SAYS_NOTHING]
    return sorted(found), unknown
