"""The guardian of a child, as written in the remarks: "监护人:爷爷白有才"."""

import dataclasses
import re

from tenants.forms.cells.text import half_width, is_blank

_RELATIONS = (
    "外祖父", "外祖母", "爷爷", "奶奶", "外公", "外婆", "姥姥", "姥爷", "祖父", "祖母", "父亲", "母亲", "爸爸", "妈妈",
    "叔叔", "伯伯", "伯父", "伯母", "叔父", "婶婶", "婶子", "姑姑", "姑妈", "姑父", "舅舅", "舅妈", "舅母", "姨妈", "姨母",
    "小姨", "大姨", "姨姨", "阿姨", "姨父", "哥哥", "姐姐", "嫂子", "大爷", "大伯", "太爷", "太奶", "继父", "继母", "养父", "养母",
    "父", "母", "爸", "妈", "兄", "姐", "祖辈", "亲属", "亲戚",
)  # fmt: skip
_RELATION = "|".join(_RELATIONS)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂"
    "章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解"
    "牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎"
    "甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖"
    "练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危"
    "玉银亢嵇公哈喇冶铁拜撒者买达纳丹才多扎旦仁尕"
)
_NAME = r"[\u4e00-\u9fff]{1,4}(?:·[\u4e00-\u9fff]{1,8})*[\u4e00-\u9fff]"
_WORD = r"(?:法定)?(?:监护人|家长|抚养人|照料人|照看人|委托照护人)(?:姓名)?(?:及关系)?"
_AFTER_WORD = re.compile(
    rf"{_WORD}\s*[:是为]?\s*[(]?(?:(?:其|系|孩子)?({_RELATION}))?[)]?\s*[:,、是叫名]?\s*({_NAME})?(?:\s*[(,]?\s*({_RELATION})[)]?)?"
)
_BY_RELATION = re.compile(
    rf"(?:随|跟|由|与|和)?其?({_RELATION})\s*[:是叫]?\s*([{_SURNAMES}][\u4e00-\u9fff]{{1,3}}?)"
    r"(?:一起|共同)?(?:生活|居住|抚养|照顾|照看|监护)?[\s(]*(?:电话|手机)?[\s:+0-9-]*[)]?"
)
_CLAUSES = re.compile(r"[,。;、\n]")


@dataclasses.dataclass(frozen=True)
class Guardian:
    """Whoever answers for a child. `relation` as written ("爷爷"), or empty."""

    name: str
    relation: str = ""


def read_guardian(text: str) -> Guardian | None:
    """The guardian that a text names, or None.

    A relation without a name ("监护人:奶奶", "由奶奶照看") names nobody. Without the word 监护人 a clause must be a
    relation and a name, the name beginning with a surname: "母亲残疾" is no guardian.
    """
    text = half_width(text)
    if found := _AFTER_WORD.search(text):
        named = found[2] and not is_blank(found[2]) and found[2] not in ("不详", "待定", "待补", "暂缺")
        return Guardian(found[2], found[1] or found[3] or "") if named else None
    for clause in _CLAUSES.split(text):
        if found := _BY_RELATION.fullmatch(clause.strip()):
            return Guardian(found[2], found[1])
    return None


def guardian_named(text: str, relation: str = "") -> Guardian | None:
    """The guardian in a column of its own: "白有才", "爷爷白有才", "白有才(爷爷)"."""
    text = half_width(text)
    found = re.fullmatch(rf"(?:({_RELATION})\s*[:]?\s*)?({_NAME})\s*(?:[(]?({_RELATION})[)]?)?[\s0-9+-]*", text)
    if not found:
        return read_guardian(text)
    return Guardian(found[2], relation or found[1] or found[3] or "")
