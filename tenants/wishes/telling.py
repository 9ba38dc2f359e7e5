"""What a wish's public words would tell of the person behind it (domain.md, Privacy rules).

Pure: texts in, findings out. `Hard` ones keep a wish off the board; the others are warned of and want a yes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hub.language import Text
from hub.names import CHARACTER
from hub.privacy.identity import holds_identity, signs_of
from hub.refusal import Refusal
from hub.writing import bare, capitals_to_numerals, chinese_to_digits
from tenants.people.categories import MENTIONED

NAME, PHONE, ADDRESS, IDENTITY, ACCOUNT = (
    "tells_name",
    "tells_phone",
    "tells_address",
    "tells_identity",
    "tells_account",
)
CATEGORY, SCHOOL, BRAND, MONEY = "says_category", "says_school", "says_brand", "says_money"

SENTENCES: Mapping[str, Text] = {
    NAME: Text(zh="写有本人、监护人或家人的姓名", en="it names the person, a guardian or somebody of the household"),
    PHONE: Text(zh="写有电话号码", en="it holds a telephone number"),
    ADDRESS: Text(zh="写有住址或门牌", en="it holds the household's address or door"),
    IDENTITY: Text(zh="写有身份证号", en="it holds an identity-card number"),
    ACCOUNT: Text(zh="写有账号或卡号", en="it holds an account number"),
    CATEGORY: Text(zh="提到困难类别", en="it mentions a category"),
    SCHOOL: Text(zh="提到学校和班级", en="it mentions a school with its class"),
    BRAND: Text(zh="提到品牌", en="it mentions a brand"),
    MONEY: Text(zh="提到金额", en="it mentions a sum of money"),
}
HARD = (NAME, PHONE, ADDRESS, IDENTITY, ACCOUNT)
SOFT = (CATEGORY, SCHOOL, BRAND, MONEY)


def said(codes: Iterable[str]) -> Text:
    """The sentences of these codes as one list."""
    several = [SENTENCES[code] for code in codes]
    return Text(zh="、".join(text.zh for text in several), en=", ".join(text.en for text in several))


def tells_who_it_is(number: str, codes: Iterable[str], *, status: int = 409, field: str | None = None) -> Refusal:
    """The sentence for words that nobody may read on the board. It repeats none of them."""
    return Refusal(
        "tells_who_it_is",
        Text(
            zh="心愿 {number} 的展示内容{what}，不能展示。请改掉后再试。",
            en="The public words of wish {number} cannot be shown: {what}. Change them first.",
        ),
        status=status,
        field=field,
        number=number,
        what=said(codes),
    )


@dataclass(frozen=True)
class Record:
    """What is known of the household behind a wish: names of the person, guardians and household members; addresses."""

    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


def names_in(texts: Iterable[str], record: Record) -> list[str]:
    """The record's names that stand in one of these texts, spelt as one is."""
    written = [bare(text) for text in texts]
    names = {name for each in record.names for name in _names_of(each)}
    return sorted(name for name in names if any(_names(text, name) for text in written))


def found_in(texts: Iterable[str], record: Record) -> list[str]:
    """The codes (keys of `SENTENCES`) of what these texts tell, the hard ones first."""
    found: set[str] = set()
    for text in texts:
        if text.strip():
            found |= _in_one(text, record)
    return [code for code in SENTENCES if code in found]


def _in_one(text: str, record: Record) -> set[str]:
    found = {code for code, tells in _ALWAYS.items() if tells(text)}
    if names_in([text], record):
        found.add(NAME)
    signs = signs_of(bare(text)).translate(_ALIKE)
    if any(_holds_phone(signs, phone) for each in record.phones for phone in _phones_of(each)):
        found.add(PHONE)
    if any(_holds_address(text, address) for address in record.addresses):
        found.add(ADDRESS)
    return found


# --- Names

_LETTER = rf"(?:{CHARACTER}|[^\W\d_])"
_NO_LETTER = rf"(?:(?!{CHARACTER})[\W\d_])"
_NO_LETTERS = re.compile(rf"{_NO_LETTER}+")
_BETWEEN = re.compile(rf"(?:(?!{CHARACTER})(?:[^\w、,，;；。:：!！?？]|_))+")
"""What makes no list: blanks, brackets, dashes, signs and pictures."""
_SEVERAL = re.compile(r"[、,，;；/和与及\s]+")


def _squeezed(text: str) -> str:
    """Without what people put between the characters of a name to spell it out."""
    return _BETWEEN.sub("", bare(text))


def _names(written: str, name: str) -> bool:
    """Whether the text holds the name. What else makes a list (马、福、山) or counts (马1福2山) may stand between its
    characters too; in a name of two only where they stand alone, for 牛、马、山羊 names nobody called 马山."""
    if name in _BETWEEN.sub("", written):
        return True
    if len(name) > 2:
        return name in _NO_LETTERS.sub("", written)
    return re.search(rf"(?<!{_LETTER}){name[0]}{_NO_LETTER}{{1,4}}{name[1]}(?!{_LETTER})", written) is not None


def _names_of(cell: str) -> list[str]:
    """The names in a field that may hold several, whole and from two characters on."""
    names = {_squeezed(part) for part in [cell, *_SEVERAL.split(cell)]}
    return [name for name in names if len(name) >= 2]


# --- Telephones and accounts

_MOBILE = re.compile(r"(?<![0-9])(?:86|0086)?1[3-9][0-9]{9}(?![0-9])")
_GAP = r"(?:[^0-9A-Za-z\u4e00-\u9fff]|[X杠空横点减乘至]){1,4}"
_SPELT_OUT = re.compile(
    rf"(?<![0-9])(?:1[3-9][0-9](?:(?:{_GAP})?[0-9]{{4}}{_GAP}[0-9]{{4}}|{_GAP}[0-9]{{8}})"
    rf"|1{_GAP}[3-9](?:{_GAP}[0-9]){{9}})(?![0-9])"
)
"""A mobile number in its groups or sign by sign, whatever stands between them."""
_WITH_LETTERS = re.compile(r"(?<![0-9A-Z])[0-9OIL]{11}(?![0-9A-Z])")
_ALIKE = str.maketrans("OILoil|", "0110111")
_LANDLINE = re.compile(r"(?<![0-9])(?:0[0-9]{2,3}[2-9][0-9]{6,7}|[48]00[0-9]{7})(?![0-9])")
_ACCOUNT = re.compile(r"(?<![0-9])[0-9]{12,30}(?![0-9])")
_CALLED = re.compile(r"(?:电话|手机|座机|联系|致电|打|tel|phone|☎|📞)[^0-9]{0,6}[0-9]{5,}", re.IGNORECASE)
_NAMED_ACCOUNT = re.compile(
    r"(?:账号|帐号|账户|帐户|卡号|银行卡|存折|户头|支付宝|[微薇威]信号?|v信|加[微薇v]|扣扣号?|企鹅号|抖音号?|快手号?|邮箱"
    r"|(?<![a-z0-9])(?:wechat|weixin|wx|vx|qq|e-?mail)号?)"
    r"[^0-9a-z\u4e00-\u9fff]{0,4}(?:是|为)?[^0-9a-z\u4e00-\u9fff]{0,3}[a-z0-9][a-z0-9_-]{4,}"
    r"|[a-z0-9][a-z0-9._%+-]*@[a-z0-9-]+\.[a-z]{2,}",
    re.IGNORECASE,
)
_CARD_IN_FOURS = re.compile(rf"(?<![0-9])[3-6][0-9]{{3}}(?:{_GAP}[0-9]{{4}}){{3}}(?:{_GAP}[0-9]{{1,4}})?(?![0-9])")
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])(?:[^\w、,，;；。:：!！?？]|_){1,4}(?=[0-9])")


def _digits_of(text: str) -> str:
    """The signs of the text with what people put between the digits of one number taken out; other text stays."""
    return _BETWEEN_DIGITS.sub("", signs_of(bare(text)))


def _phones_of(phone: str) -> list[str]:
    national = re.sub(r"[^0-9]", "", phone.removeprefix("+86"))
    whole = [national] if len(national) >= 7 else []
    if national.startswith("1") or len(national) < 9:
        return whole
    # A landline is written with its area code or without: two to four digits, then seven or eight.
    return [*whole, f"0{national}", *(national[at:] for at in (2, 3) if 7 <= len(national) - at <= 8)]


def _holds_phone(signs: str, phone: str) -> bool:
    """Whether this very number stands there, whatever somebody wrote between its digits."""
    return re.search(rf"(?<![0-9]){r'[^0-9]{0,6}'.join(phone)}(?![0-9])", signs) is not None


def _tells_phone(text: str) -> bool:
    # Each run of digits as it stands, and with what was put between them taken out.
    looked_at = (signs_of(bare(text)), _digits_of(text))
    return any(p.search(digits) for digits in looked_at for p in (_MOBILE, _LANDLINE, _SPELT_OUT)) or bool(
        _CALLED.search(_digits_of(text))
        or any(
            sum(sign.isdigit() for sign in found) >= 8 and _MOBILE.fullmatch(found.translate(_ALIKE))
            for found in _WITH_LETTERS.findall(signs_of(bare(text)))
        )
    )


def _tells_account(text: str) -> bool:
    return bool(
        _ACCOUNT.search(_digits_of(text))
        or _CARD_IN_FOURS.search(signs_of(bare(text)))
        or _NAMED_ACCOUNT.search(signs_of(bare(text)).lower())
    )


# --- Addresses

_NUMBER = r"[0-9]+[a-z]?(?:[-之][0-9]+)*"
_BUILDING = re.compile(r"(?<![0-9a-z])([0-9]+[a-z]?|[a-z])(?:号[楼栋幢]|#楼|#|栋|幢|座|楼(?=[0-9]+单元))")
_OLD_CHARACTERS = str.maketrans("號樓棟單戶", "号楼栋单户")
_NO_SIGNS = re.compile(r"(?<![0-9a-z])[^\w#]+|[^\w#]+(?![0-9a-z])")
_STREET_WORDS = "路|街|巷|弄|道|胡同|村|社|组|队|庄|里|坊|院|苑|园|小区"
_STREET = re.compile(
    rf"([\u4e00-\u9fff0-9]{{0,8}}?(?:{_STREET_WORDS}))[\u4e00-\u9fff]{{0,3}}?({_NUMBER})(?:号|户)(?!楼)"
)
_LAST_PART = re.compile(rf"[\u4e00-\u9fff0-9](?:{_STREET_WORDS})$")
_DOOR = re.compile(
    r"(?<![0-9a-z])((?:[0-9]+[-]){1,4}[0-9]+|[0-9]{3,5}[a-z]?|[a-z][0-9]{2,4})(?=$|室|号|户|房|[^0-9a-z])"
)


def _written(text: str) -> str:
    """For comparing: half-width, numbers in digits, one word for a building."""
    squeezed = re.sub(r"[\s,，。、;；·]+", "", bare(text).translate(_OLD_CHARACTERS))
    plain = chinese_to_digits(capitals_to_numerals(squeezed))
    plain = plain.replace("－", "-").replace("—", "-").replace("–", "-")
    return _BUILDING.sub(r"\1栋", _NO_SIGNS.sub("", _BUILDING.sub(r"\1栋", plain)))


def _holds_address(text: str, address: str) -> bool:
    """Whether the text holds a street or building with its number, or a door of three characters and more."""
    where, said = _written(address), _written(text)
    if len(where) >= 4 and any(sign.isdigit() for sign in where) and where in said:
        return True
    marks = {f"{number}栋" for number in re.findall(r"(?<![0-9a-z])([0-9]+[a-z]?|[a-z])栋", where)}
    marks |= _streets(where)
    doors = {door.group(1) for door in _DOOR.finditer(re.sub("单元", "单元 ", where))}
    marks |= doors | {part for door in doors for part in door.split("-") if len(part) >= 3}
    return any(_stands_in(mark, said) for mark in marks)


def _stands_in(mark: str, said: str) -> bool:
    # A number goes on into another one; behind the word for a building its entrance or door may follow.
    before = "(?<![0-9a-z])" if mark[0].isascii() else ""
    behind = "(?![0-9])" if mark[-1].isascii() else ""
    return re.search(f"{before}{re.escape(mark)}{behind}", said) is not None


def _streets(where: str) -> set[str]:
    """人民路12号; of 东村三社12号 also 三社12号: the last part before the number, with it."""
    found = set()
    for street in _STREET.finditer(where):
        found.add(street.group())
        if len(street.group(1)) >= 3 and street.group(1)[-2:].isalpha():
            found.add(f"{street.group(1)}{street.group(2)}")  # 人民路88, as people say it
        if last := _LAST_PART.search(street.group(1)):
            found.add(f"{last.group()}{street.group(2)}号")
    return found


# --- What is only asked about

_SCHOOL = re.compile(
    r"(?:小学|中学|高中|初中|幼儿园|学校|附小|附中|[一二三四五六七八九十0-9]中|[一二三四五六七八九十0-9]小).{0,10}?"
    r"(?:[一二三四五六七八九初高中大小0-9]+年级|[一二三四五六七八九十0-9()（）]+班|[中大小]班)"
    r"|[一二三四五六七八九初高][(（][一二三四五六七八九十0-9]{1,2}[)）]班"
    r"|[一二三四五六七八九0-9]年级.{0,3}?[一二三四五六七八九十0-9()（）]+班|[初高][一二三123].{0,2}?[一二三四五六七八九十0-9()（）]+班"
)
_BRANDS = re.compile(
    "美的|格力|海尔|苏泊尔|九阳|华为|荣耀手机|小米(?:手机|电视|手环|音箱|充电宝|平板|空调|牌)|红米手机|oppo|vivo|三星|苹果(?:手机|平板|电脑|牌)|"
    "iphone|ipad|联想|步步高|小天才|读书郎|康佳|tcl|创维|海信|长虹|美菱|志高|奥克斯|老板牌|方太|荣事达|飞科|飞利浦|松下|西门子|奔腾|艾美特|"
    "先锋牌|小熊牌|格兰仕|万和|万家乐|安踏|李宁|耐克|nike|阿迪|adidas|特步|鸿星尔克|回力|足力健|波司登|南极人|恒源祥|北极绒|罗莱|水星家纺|"
    "金龙鱼|鲁花|福临门|多力|蒙牛|伊利|君乐宝|飞鹤|光明牌|三元牌|旺旺|完达山|鱼跃|欧姆龙|三诺|得力|晨光|真彩|雅迪|爱玛|台铃|飞鸽|凤凰牌|永久牌|"
    "好孩子|乐高|茅台|立白|蓝月亮|海飞丝|云南白药|牛栏山|康师傅"
)
_BRAND_WORD = re.compile(
    r"(?<![棋招门车路名品铭金银铜奖扑克纸老大告])[\u4e00-\u9fffa-z]{2,6}牌(?!子|照|匾|位|坊|号|桌)"
)
_NO_BRAND = re.compile(r"扑克牌|老牌|名牌|品牌|门牌|车牌|棋牌|招牌|金牌|奖牌|路牌|吊牌|不限牌|任何牌|什么牌|杂牌|纸牌")
_MONEY = re.compile(
    r"[0-9.]+(?:元|块钱|块(?![\u4e00-\u9fff])|万元|万块|rmb|圆)|[¥￥$][0-9]|人民币[0-9]|[百千万](?:来|多)?(?:元|块钱)|现金"
)


def _says_brand(text: str) -> bool:
    plain = bare(text)
    return bool(_BRANDS.search(plain) or _BRAND_WORD.search(_NO_BRAND.sub("", plain)))


_ALWAYS = {
    IDENTITY: holds_identity,
    PHONE: _tells_phone,
    ACCOUNT: _tells_account,
    CATEGORY: lambda text: bool(MENTIONED.search(_squeezed(text))),
    SCHOOL: lambda text: bool(_SCHOOL.search(bare(text))),
    BRAND: _says_brand,
    MONEY: lambda text: bool(_MONEY.search(chinese_to_digits(bare(text)))),
}
