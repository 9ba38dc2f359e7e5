"""The categories of people (domain.md, Words): one vocabulary for import, API, screens and forms.

A new category is one entry here: the screens' words and lists are written from it (`wishbridge manage write_openapi`).
A community adds words of its own for a category, no categories.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from hub.language import Text

FIRST, USUAL, LAST = 1, 2, 3


class Category(NamedTuple):
    """What a category is called; `said`, a pattern for what mentions it within a free text; `words`, one for the words of
    offices, whole and without blanks.

    `turn` says when it is looked for: what one category has taken out of a cell the next does not see, so that
    贫困独生子女家庭 is not poor by itself as well.
    """

    text: Text
    said: str
    words: str
    turn: int = USUAL


_OF = r"(?:群众|家庭|居民|职工|党员|学生|人员|人口|对象|户|者|人)?"
_POOR = r"(?:困难|贫困)"

VOCABULARY: Mapping[str, Category] = {
    "disabled": Category(
        Text(zh="残疾人", en="Disabled"),
        "残疾|肢残|[听视]障|智障|伤残|聋哑|盲人",
        r"(?:持证)?(?:[一二三四1-4]级)?(?:肢体|听力|视力|言语|智力|精神|多重|语言|重度|轻度|中度)*(?:残疾|残障|伤残|致残)(?:证)?"
        r"(?:人士|人|家庭|户|儿童|老人|者)?(?:[(]?[一二三四1-4]级[)]?)?|[肢听视智言重]残(?:人)?|[听视]障(?:人士|人)?|"
        r"(?:肢体|听力|视力|智力|言语|精神)障碍(?:者|人)?|聋哑人?|聋人|盲人|失明|智障(?:人士|者)?|残联对象|残",
    ),
    "veteran": Category(
        Text(zh="退役军人", en="Veteran"),
        "退役|退伍|复员|优抚|烈属|军属",
        r"(?:退役|退伍|复员|转业|复转|老复员|伤残|残疾|复退)+军人|退役(?:士兵|官兵|老兵)?|退伍(?:兵|老兵)?|复员(?:兵)?|"
        r"转业(?:干部)?|(?:老|参战|抗战|参试|抗美援朝)老?(?:兵|战士|军人)|参战(?:人员)?|(?:重点)?优抚(?:对象|人员|户)?|"
        r"(?:烈士)?(?:烈属|遗属)|军?烈属|烈士(?:家属|子女|后代)",
        FIRST,
    ),
    "senior": Category(
        Text(zh="高龄老人", en="Very old"),
        "高龄",
        r"高龄(?:老年人|老人)?|(?:[89]0|100|八十|九十|百)(?:周?岁)?(?:以上|及以上)?(?:高龄)?(?:老年人|老人|老)|"
        r"[89]0周?岁(?:及)?以上|耄耋(?:老人)?|长寿老人|高寿(?:老人)?|百岁老人",
    ),
    "lonely_elderly": Category(
        Text(zh="孤寡、空巢、独居老人", en="Lonely elderly"),
        "孤寡|空巢|独居|孤老",
        r"(?:孤独|留守)(?:老年人|老人|老)|(?:孤寡|空巢|独居|鳏寡|孤老)(?:老年人|老人|老)?|孤寡|无子女老人|(?:散居)?孤老",
    ),
    "special_hardship": Category(
        Text(zh="特困人员", en="In special hardship"),
        "特困|五保",
        rf"(?:农村|城市|分散|集中)?(?:特困供养|特困救助供养|特困救助|分散供养|集中供养|特困|五保供养|五保|三无){_OF}(?:老人)?",
        FIRST,
    ),
    "low_income": Category(
        Text(zh="困难群众、低保", en="Low income"),
        "低保|困难群众|困难户|困难家庭|贫困|低收入",
        rf"(?:困难|贫困|低保|城乡低保|农村低保|城市低保|低收入|脱贫|监测|防返贫监测|防返贫|建档立卡|享受低保){_OF}"
        rf"(?:困难)?|(?:生活|家庭|经济)(?:确有)?困难{_OF}|最低生活保障(?:户|对象|家庭)?|(?:下岗|失业|零就业){_OF}|低收",
        LAST,
    ),
    "low_income_margin": Category(
        Text(zh="低保边缘、支出型困难", en="On the margin of low income"),
        "边缘户|支出型|相对困难",
        rf"(?:低保边缘|最低生活保障边缘|低边|边缘|支出型(?:困难|贫困)?|相对困难|相对贫困|刚性支出困难|低收入边缘|边缘易致贫|临界){_OF}",
        FIRST,
    ),
    "severe_illness": Category(
        Text(zh="重病、大病患者", en="Severely ill"),
        "重病|大病|重疾|慢性病|精神病|癌",
        rf"(?:贫困|困难)?(?:罹患|患有?|身患)?(?:重大疾病|重大病|重疾|重病|大病|慢性病|慢病|特殊病|罕见病|绝症|癌症?|肿瘤|白血病|尿毒症|"
        rf"精神病|因病致贫|因病返贫|因病)(?:致贫|返贫)?(?:患者|病人|困难|救助)?{_OF}(?:家庭)?",
        FIRST,
    ),
    "poor_only_child": Category(
        Text(zh="贫困独生子女家庭", en="Only-child family in hardship"),
        "计生|独生子女",
        rf"{_POOR}?独生子女{_POOR}?(?:家庭|户)?|(?:计划生育|计生){_POOR}(?:家庭|户|对象)?|独生{_POOR}户?|计划?生(?:育)?(?:家庭|户|对象)",
        FIRST,
    ),
    "lost_only_child": Category(
        Text(zh="计生特殊家庭（失独）", en="Lost their only child"),
        "失独|特扶",
        r"失独(?:家庭|老人|父母|户|人员)?|(?:计划生育|计生)(?:特殊|特别扶助|特扶|特困)(?:困难)?(?:家庭|户|对象|人员)?|特扶(?:家庭|对象|人员)?",
        FIRST,
    ),
    "single_parent": Category(
        Text(zh="单亲家庭", en="Single-parent family"),
        "单亲|离异|丧偶",
        rf"{_POOR}?单亲{_POOR}?(?:母亲|父亲|妈妈|爸爸|家庭|儿童|户)?|离异(?:家庭|带孩?子?)|丧偶(?:家庭|带孩?子?)",
        FIRST,
    ),
    "left_behind_child": Category(
        Text(zh="留守儿童", en="Left-behind child"),
        "留守",
        r"(?:农村)?留守(?:儿童|学生|少年|孩子?|女童|男童|未成年人|妇女儿童)",
        FIRST,
    ),
    "child_in_difficulty": Category(
        Text(zh="困境儿童", en="Child in difficulty"),
        "困境|孤儿|无人抚养",
        r"困境(?:儿童|学生|少年|未成年人|家庭儿童)?|(?:散居|社会散居|集中供养|事实)?孤儿|(?:事实|实际)?(?:上)?无人(?:抚养|监护)(?:的)?(?:儿童|孩子?)?|"
        r"弃婴|艾滋病?儿童|流动儿童",
        FIRST,
    ),
    "disaster": Category(
        Text(zh="因灾、突发困难", en="Struck by disaster or sudden need"),
        "受灾|因灾|突发困难",
        rf"(?:因灾|受灾|因意外|意外|突发|突发性|突发严重|因灾因意外|火灾|地震|洪灾|水灾|雪灾|自然灾害|临时)(?:致贫|返贫|致困|意外|事故)?{_POOR}?{_OF}",
        FIRST,
    ),
}

CATEGORIES: Mapping[str, Text] = {key: category.text for key, category in VOCABULARY.items()}

_PATTERNS = sorted(VOCABULARY, key=lambda key: VOCABULARY[key].turn)
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((key, re.compile(VOCABULARY[key].words)) for key in _PATTERNS)
"""Every category's words, in the order in which they are looked for."""

MENTIONED = re.compile("|".join(category.said for category in VOCABULARY.values()))
"""What mentions any category within a free text."""
