"""Whether two items are the same, written in two ways: 电热毯一床, 电热毯 1 床 and 电热毯。"""

import math
import re

from hub.writing import bare, chinese_to_digits

_COUNT = re.compile(
    r"([0-9]+(?:\.[0-9]+)?|几)"
    r"(公斤|千克|kg|个|台|床|件|套|双|条|只|把|张|本|袋|桶|箱|盒|斤|瓶|辆|部|块|份|副|顶|支|包|壶|提|组|对|些)"
)
_SIGNS = re.compile(r"[\s()\[\]{}<>《》“”\"',，.。、;:!?·\-_*×]+")
_TWO_JIN = frozenset({"公斤", "千克", "kg"})


def core_of(item: str) -> str:
    """What is wished for, without its number and signs; the whole where nothing else is left."""
    whole = _in_digits(item)
    return _SIGNS.sub("", _COUNT.sub("", whole)) or whole


def amount_of(item: str) -> float:
    """How much of it the item's own words say: 2 for 两床, 20 for 两袋（每袋10斤）, 1 where they say nothing."""
    said = _COUNT.findall(_in_digits(item))
    return math.prod(float(number) * (2 if unit in _TWO_JIN else 1) for number, unit in said if number != "几")


def _in_digits(item: str) -> str:
    return chinese_to_digits(bare(item))
