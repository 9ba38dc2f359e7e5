"""Whether two items are the same, written in two ways: 电热毯一床, 电热毯 壹 床, 电热毯×1 and 电热毯."""

import math
import re

from hub.writing import bare, capitals_to_numerals, chinese_to_digits

_JIN = {"吨": 2000.0, "公斤": 2.0, "千克": 2.0, "kg": 2.0, "市斤": 1.0, "斤": 1.0, "克": 0.002}
_WORTH = {**_JIN, "打": 12.0}
"""What a measure counts for beside a piece or a jin; every other counts as one."""
_PIECES = (
    "个箇個台臺床件套双雙条條只隻把张張本袋桶箱盒斤瓶辆輛部块塊份副顶頂支枝包壶提组組对對些口根架盏盘卷罐串棵株匹面幅"
    "扇册颗粒枚板捆筐篮杯碗盆轴挂贴筒听坛缸束沓摞身款节车付眼樘"
)
_MEASURE = f"(?:吨|公斤|千克|kg|市斤|克|打(?![印火气蛋包孔字折底])|[{_PIECES}])"
_HALVES = "(?=吨|公斤|千克|kg|市斤|斤|打(?![印火气蛋包孔字折底])|[袋桶箱包车])"
"""Measures of which people want one half; half a 身 or a 自动 is a part of a word (半身裙, 半自动)."""
_HALF_MORE = re.compile(rf"([0-9]+)({_MEASURE})半")
_HALF = re.compile(rf"(?<![0-9])半个?{_HALVES}")
_CAPITALS = re.compile(rf"[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬]+(?={_MEASURE})")
"""Elsewhere they are parts of words, 人參 or a name."""
_GRAMS = re.compile(r"(?<=[0-9]{2})g(?![a-z])")
"""From ten: 5G and 4G are no weights."""
_EACH = re.compile(rf"(?:每|/){_MEASURE}")
_COUNT = re.compile(rf"(?:(?<![0-9a-z寸尺])[×x*✕])?([0-9]+(?:\.[0-9]+)?|几)({_MEASURE})装?")
_TIMES = re.compile(r"(?<![0-9a-z寸尺])[×x*✕]([0-9]{1,4})(?![0-9.×x*✕a-z米寸尺码号])|^([0-9]{1,4})[×x*✕](?![0-9.×x*✕])")
"""×2 and 2×; between two numbers the same sign makes a size (1.8×2米)."""
_SIGNS = re.compile(r"[\s()\[\]{}<>《》“”\"',，.。、;；:!?·\-_*×✕/~]+")

_LITRES, _CENTIMETRES, _METRES = (
    re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:毫升|ml)"),
    re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:厘米|公分|cm)"),
    re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:公尺|米|m)(?![a-z码])"),
)
_SAME_MEASURES = (
    (re.compile(r"(?<=[0-9])(?:公升|立升|l)(?![a-z])"), "升"),
    (re.compile(r"(?<=[0-9])英寸"), "寸"),
    (re.compile(r"(?<=[0-9])(?:瓦特|w)(?![a-z])"), "瓦"),
    (re.compile(r"(?<=[0-9])(?:伏特|伏)"), "v"),
)
_SIZE = re.compile(
    r"(?:尺码|尺寸|鞋码|码数|规格|型号|身高|容量)(?:为|是)?"
    r"|[0-9]+(?:\.[0-9]+)?(?:[×x*\-~][0-9]+(?:\.[0-9]+)?)*(?:升|厘米|毫米|mm|米|寸|尺|码|号|瓦|v|cm)"
    r"|(?:[0-9]?x{0,3}[sl]|m)(?:码|号)?(?=[)\]]|$)|(?:均|[加特]?[大中小])[码号]"
    r"|(?<=[\u4e00-\u9fff])[0-9]{1,3}(?=[)\]]|$)"
)


def core_of(item: str) -> str:
    """What is wished for, without its number and signs; the whole where nothing else is left. A size is part of it."""
    written = _in_digits(item)
    return _SIGNS.sub("", _TIMES.sub("", _COUNT.sub("", _EACH.sub("", written)))) or written


def gist_of(item: str) -> str:
    """What is wished for without its size either: by this a second wish of a person is asked about, since whoever adds
    the size may mean the same pair (棉鞋一双, 棉鞋1双（42码）)."""
    written = _TIMES.sub("", _COUNT.sub("", _EACH.sub("", _in_digits(item))))
    return _SIGNS.sub("", _SIZE.sub("", written)) or core_of(item)


def amount_of(item: str) -> float:
    """How much of it the item's own words say: 2 for 两床, 20 for 两袋（每袋10斤）, 1 where they say nothing."""
    written = _EACH.sub("", _in_digits(item))
    counted = [float(number) * _WORTH.get(unit, 1.0) for number, unit in _COUNT.findall(written) if number != "几"]
    times = [float(behind or before) for behind, before in _TIMES.findall(_COUNT.sub("", written))]
    return round(math.prod(counted + times), 3)


def _in_digits(item: str) -> str:
    """The item with its numbers in digits and each measure in one writing."""
    text = _CAPITALS.sub(lambda found: capitals_to_numerals(found.group()), bare(item))
    text = _HALF.sub("0.5", _HALF_MORE.sub(r"\1.5\2", chinese_to_digits(text)))
    text = _GRAMS.sub("克", text)
    text = _LITRES.sub(lambda found: f"{float(found[1]) / 1000:g}升", text)
    text = _METRES.sub(lambda found: f"{float(found[1]) * 100:g}cm", _CENTIMETRES.sub(r"\1cm", text))
    for writing, one in _SAME_MEASURES:
        text = writing.sub(one, text)
    return text
