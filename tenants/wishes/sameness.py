"""Whether two wishes of one person may be the same, written in two ways: 电热毯一床 and 电热毯1床."""

import re
import unicodedata

_COUNT = re.compile(
    r"(?:[0-9]+|[一二两俩三四五六七八九十几]+)(?:个|台|床|件|套|双|条|只|把|张|本|袋|桶|箱|盒|斤|公斤|千克|kg|瓶|辆|部|块|份|副|顶|支|包|壶|提|组|对|些)"
)
_SIGNS = re.compile(r"[\s()\[\]{}<>《》“”\"',，.。、;:!·\-_*×]+")


def core_of(item: str) -> str:
    """What is wished for, without its number and signs; the whole where nothing else is left."""
    bare = "".join(unicodedata.normalize("NFKC", item).lower().split())
    return _SIGNS.sub("", _COUNT.sub("", bare)) or bare
