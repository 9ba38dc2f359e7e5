"""The columns we know, and what offices call them.

A name is compared half-width, in lower case, without white space, without what stands in brackets and without
ornaments; a whole name is looked for first, then the patterns in their order.
"""

import dataclasses
import re
import unicodedata
from typing import Literal

from hub.language import Text

Kind = Literal["wishes", "members"]


@dataclasses.dataclass(frozen=True)
class Column:
    """One column: its names (the first is the one our own templates use), and a pattern for the rest."""

    key: str
    title: Text
    names: tuple[str, ...]
    pattern: str = ""


def _column(key: str, zh: str, en: str, names: str = "", pattern: str = "") -> Column:
    return Column(key, Text(zh=zh, en=en), (zh, *names.split()), pattern)


_SERIAL = _column("serial", "序号", "No.", "编号 序 号 行号 no no. 顺序号 排序")
_SEX = _column("sex", "性别", "Sex", "男女")
_IDENTITY = _column(
    "identity", "身份证号", "Identity number", "身份证 身份证号码 公民身份号码 证件号码 证件号", "身份证|证件号"
)
_BIRTH_NAMES = "出生日期 出生年月日 生日 出生时间 出生"

_GUARDIANS = (
    r"(?<!被)(?:第[一二]|现|受委托|委托|法定|实际|临时|主要|指定|儿童|孩子|学生|未成年人)*的?"
    r"(?:监护责任人|监护人|监护|家长|抚养人|照护人|照料人|照看人|看护人|受托人|被委托人)"
)
"""Whose column it is, in the words of official forms: 委托监护人姓名, 受委托照护人, 实际监护人."""

WISHES: tuple[Column, ...] = (
    _SERIAL,
    _column("guardian_phone", "监护人电话", "Guardian's telephone", "监护人联系电话 监护人联系方式 监护人手机 家长电话 家长联系方式",
            rf"{_GUARDIANS}(?!.*(身份证|证件)).*(电话|手机|联系).*"),
    _column("guardian_relation", "与监护人关系", "Relation to the guardian", "监护人关系 与孩子关系 关系 与儿童关系",
            rf"(?:与|同)?(?:{_GUARDIANS}|儿童|孩子|被监护人|未成年人|学生).*关系.*|(?:与|和)?.{{0,6}}关系"),
    _column("guardian", "监护人", "Guardian", "监护人姓名 法定监护人 家长 家长姓名 抚养人",
            rf"{_GUARDIANS}(?:的?姓名|名字|名称|签字)?[0-9一二]?"),
    _column("guardian_2", "另一位监护人", "Another guardian"),
    _column("guardian_phone_2", "另一位监护人电话", "Another guardian's telephone"),
    _column("collector", "征集人", "Collected by",
            "征集人姓名 征集人员 采集人 采集人员 登记人 登记人员 走访人 走访人员 网格员 网格长 排查人 社区工作者 "
            "工作人员 收集人 征集者 信息采集人 入户人员 填报人 责任人",
            r"(征集|采集|收集|登记|走访|排查|入户|填报).*(人|员)(姓名)?|网格员.*"),
    _column("needed_by", "需要日期", "Needed by",
            "需要时间 何时需要 什么时候需要 几时需要 何时用 何时要用 何时使用 什么时候用 什么时候要用 使用时间 使用日期 需用时间 需用日期 "
            "要用时间 要用日期 需求时间 需求日期 所需时间 急需时间 希望时间 期望时间 希望日期 期望日期 最晚时间 最迟时间 "
            "希望送达时间 期望送达时间 希望完成时间 希望实现时间 心愿时限 需求时限 使用期限",
            r"(?!.*(认领|征集|登记|采集|走访|填报))(?:"
            r"(?:.*(何时|什么时候|几时|哪天|哪一天).*(需|用|要).*)"
            r"|(?:.*(需要|使用|需用|要用|所需|需求|急需|用到)的?(时间|日期|期限|时限|日子))"
            r"|(?:.*(希望|期望|期待|最晚|最迟|要求).*(时间|日期|期限|时限)))"),
    _column("collected_on", "征集时间", "Collected on",
            "征集日期 采集时间 采集日期 登记时间 登记日期 走访时间 走访日期 收集时间 收集日期 填报日期 填报时间 "
            "排查时间 日期 时间 入户时间 入户日期",
            r"(征集|采集|收集|登记|走访|排查|入户|填报).*(时间|日期)"),
    _column("name", "姓名", "Name",
            "心愿人 心愿人姓名 申请人 申请人姓名 许愿人 许愿人姓名 受助人 受助人姓名 求助人 求助人姓名 居民姓名 "
            "群众姓名 困难群众姓名 服务对象 "
            "服务对象姓名 帮扶对象 帮扶对象姓名 对象姓名 对象 本人姓名 姓 名字 困难对象姓名 户主姓名 征集对象 "
            "征集对象姓名 心愿对象 心愿主 儿童姓名 学生姓名 老人姓名 被监护人姓名 被监护人 未成年人姓名 困境儿童姓名 留守儿童姓名",
            r"(被监护人|未成年人|儿童|老人|残疾人|学生|心愿|许愿|申请|受助|求助|困难|群众|居民|对象|帮扶|受益|户主).*姓名|姓名"),
    _column("sex", "性别", "Sex", "男女"),
    _column("age", "年龄", "Age", "周岁 岁数 年龄周岁 实际年龄 年纪 岁", r"年龄.*"),
    _column("birth", "出生年月", "Born", _BIRTH_NAMES, r"出生.*"),
    _IDENTITY,
    _column("kind", "心愿类型", "Kind of wish", "微心愿类型 心愿类别 微心愿类别 心愿种类 心愿分类 需求类型 需求类别 物品类别",
            r"(心愿|需求|物品).*(类型|类别|种类|分类)"),
    _column("categories", "困难类别", "Category",
            "困难类型 类别 人员类别 人员类型 对象类别 对象类型 群体类别 群体 人群类别 人群 身份类别 身份 "
            "困难群体 困难群体类别 家庭类型 家庭类别 "
            "心愿人类别 群众类别 特殊群体 帮扶类别 所属群体 所属类别 群体类型 类型",
            r"(困难|人员|对象|群体|人群|身份|家庭|特殊).*(类别|类型|种类|分类)"),
    _column("address", "家庭住址", "Address",
            "住址 地址 家庭地址 居住地址 现住址 现居住地 居住地 详细地址 详细住址 常住地址 住所 家庭详细住址 "
            "居住地点 门牌号 小区楼栋 楼栋门牌 家庭居住地 实际住址 实际居住地 实际居住地址 实际地址 现地址 送达地址 收货地址",
            r"(?!.*(户籍|户口|原籍|单位|工作|学校|身份证)).*(住址|地址|居住地)|(户籍|户口)(所在)?(地址|住址|地)"),
    _column("phone", "联系电话", "Telephone",
            "电话 手机 手机号 手机号码 联系方式 电话号码 联系手机 本人电话 本人联系电话 联系人电话 移动电话 "
            "手机电话 联络电话 联系号码 tel phone",
            r"(?!.*(认领|征集|登记|采集|填报)).*(电话|手机|联系方式)"),
    _column("phone_2", "其他电话", "Another telephone", "固定电话 座机 家庭电话 备用电话 电话2 联系电话2 第二联系电话 紧急联系电话"),
    _column("item", "微心愿内容", "Wish",
            "微心愿 心愿 心愿内容 愿望 愿望内容 心愿名称 微心愿名称 心愿事项 微心愿事项 心愿诉求 具体心愿 "
            "心愿具体内容 微心愿具体内容 心愿物品 物品 "
            "物品名称 所需物品 需求 需求内容 具体需求 诉求 诉求内容 心愿需求 微心愿需求 心愿清单 内容 心愿描述 "
            "微心愿描述 我的微心愿 我的心愿 需求物品 心愿物品名称",
            r"(?!.*(编号|认领|完成|状态|人|时间|日期)).*(心愿|愿望|需求|诉求).*"),
    _column("spec", "规格", "Specification", "规格型号 型号 尺码 尺寸 规格要求 具体要求 品牌规格", r"(规格|型号|尺码).*"),
    _column("quantity", "数量", "Quantity", "件数 个数 数目 需求数量 数量单位"),
    _column("budget", "预算", "Budget",
            "预算金额 金额 所需金额 价格 预计金额 预计价格 参考价 参考价格 参考金额 估价 预估价格 预估金额 "
            "预估价 费用 预计费用 所需费用 所需资金 资金 心愿金额 价值 单价 "
            "大概费用 预算资金 元", r".*(预算|金额|价格|费用|资金|价值|估价).*"),
    _column("situation", "家庭情况", "Situation",
            "困难情况 家庭困难情况 家庭基本情况 困难原因 基本情况 家庭状况 致困原因 困难说明 生活状况 个人情况 "
            "情况说明 家庭情况简介", r"(?!.*(完成|认领|落实|办理|送达|回访|实现)).*(情况|状况|原因)"),
    _column("remarks", "备注", "Remarks", "说明 备注说明 其他 其它 其他说明 备注信息 注", r"备注.*"),
    _column("reference", "原行标识", "Original row", "原始行标识"),
)  # fmt: skip

MEMBERS: tuple[Column, ...] = (
    _SERIAL,
    _column("name", "姓名", "Name", "党员姓名 在职党员姓名 名字 成员姓名 志愿者姓名 人员姓名", r"(?!.*(书记|联系|组长)).*姓名"),
    _column("sex", "性别", "Sex", "男女"),
    _column("birth", "出生年月", "Born", _BIRTH_NAMES, r"出生.*"),
    _IDENTITY,
    _column("branch", "所在支部", "Branch",
            "支部 党支部 所在党支部 所属支部 所属党支部 支部名称 党支部名称 党组织 所在党组织 所属党组织 "
            "报到支部 报到党支部 组织关系所在支部 组织关系所在党支部 编入支部 "
            "所在支部名称", r"(?!.*(书记|职务)).*(支部|党组织)(名称)?"),
    _column("duty", "党内职务", "Duty in the party",
            "职务 党支部职务 支部职务 党组织职务 担任职务 支委职务 党内任职 支部任职 党务职务", r"(党内|支部|党组织|党务).*(职务|任职)"),
    _column("work_unit", "工作单位", "Work unit",
            "单位 所在单位 单位名称 工作单位及职务 单位及职务 单位职务 工作单位职务 任职单位 供职单位 派出单位 "
            "所属单位 现工作单位", r"(?!.*(电话|地址)).*单位.*"),
    _column("phone", "手机号码", "Telephone",
            "联系电话 电话 手机 手机号 联系方式 电话号码 移动电话 本人电话 联系手机 办公电话及手机 联络电话 tel "
            "phone", r".*(手机|电话|联系方式)"),
    _column("phone_2", "其他电话", "Another telephone", "固定电话 座机 办公电话 备用电话 单位电话"),
    _column("skills", "特长", "Skills",
            "专长 特长爱好 个人特长 技能 服务特长 专业特长 服务意向 志愿服务特长 可提供服务 爱好特长 兴趣特长 "
            "特长及服务意向 服务项目 擅长 认领意向",
            r".*(特长|专长|擅长).*"),
    _column("remarks", "备注", "Remarks", "说明 备注说明 其他 其它 注", r"备注.*"),
    _column("reference", "原行标识", "Original row", "原始行标识"),
)  # fmt: skip

COLUMNS: dict[Kind, tuple[Column, ...]] = {"wishes": WISHES, "members": MEMBERS}

NEEDED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "wishes": (("name",), ("item",)),
    "members": (("name",), ("branch", "phone", "work_unit")),
}
"""What makes a row of names a header of that kind: one column of each group."""

TELLING: dict[Kind, frozenset[str]] = {"wishes": frozenset({"item"}), "members": frozenset({"branch"})}
"""Columns that only a register of this kind has."""

_OF_WHOM = (
    "心愿人",
    "许愿人",
    "申请人",
    "受助人",
    "求助人",
    "居民",
    "群众",
    "困难群众",
    "对象",
    "服务对象",
    "帮扶对象",
    "本人",
    "党员",
)
"""What may stand before any column's name: 心愿人年龄 is 年龄."""

_ORNAMENTS = re.compile(r"[\s*#:;,.、。·“”\"'《》_\-—/\\]+")
_BRACKETS = re.compile(r"[(\[【〔<][^)\]】〕>]*[)\]】〕>]?")


def comparable(header: str) -> str:
    """A column's name as it is compared."""
    text = unicodedata.normalize("NFKC", header).lower()
    without = _ORNAMENTS.sub("", _BRACKETS.sub("", text))
    return without or _ORNAMENTS.sub("", text.strip("()[]【】"))


def _names(kind: Kind) -> dict[str, str]:
    found: dict[str, str] = {}
    for column in COLUMNS[kind]:
        for name in (*column.names, column.title.en):
            found.setdefault(comparable(name), column.key)
    return found


_BY_NAME: dict[Kind, dict[str, str]] = {"wishes": _names("wishes"), "members": _names("members")}
_BY_PATTERN: dict[Kind, list[tuple[str, re.Pattern[str]]]] = {
    kind: [(column.key, re.compile(column.pattern)) for column in columns if column.pattern]
    for kind, columns in COLUMNS.items()
}


def key_of(header: str, kind: Kind) -> str | None:
    """The column that this name means, exactly."""
    name = comparable(header)
    of_whom = next((who for who in _OF_WHOM if name.startswith(who) and name != who), "")
    return _BY_NAME[kind].get(name) or _BY_NAME[kind].get(name.removeprefix(of_whom)) if name else None


def is_of_the_guardian(header: str) -> bool:
    """Whether the columns below a heading are about the guardian and not about the child."""
    return re.match(_GUARDIANS, comparable(header)) is not None


def key_like(header: str, kind: Kind) -> str | None:
    """The column that this name probably means, by its pattern. Only short names are column names."""
    name = comparable(header)
    if not name or len(name) > 16:
        return None
    return next((key for key, pattern in _BY_PATTERN[kind] if pattern.fullmatch(name)), None)


def title_of(key: str, kind: Kind) -> Text:
    """What we call a column ourselves."""
    return next(column.title for column in COLUMNS[kind] if column.key == key)
