"""What a provider would refuse a template for, said before it is submitted (sms.md, Rules of the trade)."""

import dataclasses
import re
from collections.abc import Sequence

from hub.language import Text
from hub.sms.parts import as_sent, parts, signs
from hub.sms.templates import LONGEST_VARIABLE, variables_of

LONGEST_TEXT = 500

BANNED: dict[Text, tuple[str, ...]] = {
    Text(zh="党政事务", en="party and government affairs"): ("党", "政府", "政务", "政治"),
    Text(zh="募捐", en="fund-raising"): ("捐", "募", "筹款", "善款", "众筹"),
    Text(zh="积分兑换", en="points to redeem"): ("积分", "兑换", "兑奖", "抽奖", "中奖"),
    Text(zh="任务", en="tasks"): ("任务",),
    Text(zh="调查问卷", en="surveys"): ("问卷", "调查", "调研", "投票"),
    Text(zh="要求回复", en="asking for a reply"): ("回复", "回T", "退订"),
    Text(zh="营销", en="marketing"): ("优惠", "免费", "促销", "红包"),
}

EXAMPLES: dict[str, tuple[str, str]] = {
    "code": ("384916", "384916"),
    "minutes": ("5", "10"),
    "no": ("HH26-017", "HAIHONG26-1017"),
    "date": ("5月20日", "12月31日"),
    "count": ("3", "1000"),
    "own": ("2", "20"),
    "days": ("2", "365"),
    "org": ("海鸿社区", "川口镇海鸿第一社区居民委员会"),
    "region": ("川口镇", "民和回族土族自治县川口镇"),
}
"""Of each variable an everyday value, and about the longest that a place has; one that is not here gets signs."""


@dataclasses.dataclass(frozen=True)
class Preview:
    """A filled text as a telephone shows it, its length in signs and its parts."""

    text: str
    signs: int
    parts: int


def faults(text: str, variables: Sequence[str]) -> list[Text]:
    """Why a text would be refused, each as a sentence; none when it can be submitted. `variables` are those that the
    program fills, whatever the text is: it takes exactly these."""
    found = [*_of_variables(text, variables), *_of_words(text)]
    if not text.strip():
        found.append(Text(zh="短信不能没有内容。", en="A message needs a text."))
    if signs(as_sent(text)) > LONGEST_TEXT:
        found.append(
            Text(zh="连同签名最多 {most} 个字。", en="At most {most} signs with the signature.").format(
                most=LONGEST_TEXT
            )
        )
    return found


def preview(text: str, *, longest: bool) -> Preview | None:
    """The text filled with everyday values or with long ones; None where its braces cannot be read."""
    try:
        names = variables_of(text)
        filled = as_sent(text.format(**{name: _value(name, longest) for name in names}))
    except (ValueError, KeyError, IndexError, AttributeError):
        return None
    return Preview(filled, signs(filled), parts(filled))


def _value(name: str, longest: bool) -> str:
    everyday, long = EXAMPLES.get(name, ("〇〇〇", "〇" * LONGEST_VARIABLE))
    return long if longest else everyday


def _of_variables(text: str, variables: Sequence[str]) -> list[Text]:
    try:
        named = variables_of(text)
    except ValueError:
        return [Text(zh="花括号不成对：变量要写成 {org} 这样。", en="A brace stands alone: write a variable as {org}.")]
    found = []
    if twice := sorted({name for name in named if named.count(name) > 1}):
        found.append(
            Text(zh="变量 {names} 出现了不止一次。", en="The variable {names} stands there more than once.").format(
                names="、".join(twice)
            )
        )
    if missing := [name for name in variables if name not in named]:
        found.append(
            Text(
                zh="少了变量 {names}，请写进内容。", en="The variable {names} is missing: the program fills it."
            ).format(names="、".join(missing))
        )
    if unknown := sorted(set(named) - set(variables)):
        found.append(
            Text(
                zh="没有变量 {names}，请去掉。", en="There is no variable {names}: the program does not fill it."
            ).format(names="、".join(name or "{}" for name in unknown))
        )
    if re.search(r"\}\s*\{", text):
        found.append(Text(zh="两个变量不能紧挨着。", en="Two variables must not stand side by side."))
    if not re.sub(r"\{[^{}]*\}|\W", "", text) and text.strip():
        found.append(Text(zh="变量不能是全部内容。", en="A variable must not be the whole text."))
    return found


def _of_words(text: str) -> list[Text]:
    found = []
    for what, words in BANNED.items():
        if used := [word for word in words if word.lower() in text.lower()]:
            found.append(
                Text(
                    zh="有“{words}”：{what}类的短信通不过。", en="It says “{words}”: texts about {what} are refused."
                ).format(words="、".join(used), what=what)
            )
    if re.search(r"https?:|www\.|\.(?:cn|com|net)\b", text, re.IGNORECASE):
        found.append(Text(zh="不能有网址。", en="It must not carry a link."))
    if re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", text):
        found.append(Text(zh="不能有私人手机号。", en="It must not carry a private mobile number."))
    if re.search(r"[【】]", text):
        found.append(Text(zh="不要写【】：签名会自动加上。", en="Leave 【】 out: the signature is added by itself."))
    if re.search(r"[一-鿿}][,;:!?]|[,;:!?][一-鿿{]", text):
        found.append(Text(zh="标点要用全角：，。；：", en="Use full-width punctuation: ，。；："))
    return found
