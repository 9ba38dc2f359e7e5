"""The form's default layout (domain.md, The statistics form): blocks of columns, and what stands in each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hub.clock import TIME_ZONE
from hub.language import Text
from hub.privacy.masking import mask_address, mask_name, mask_phone
from tenants.claims.models import Claim, Delivery, FollowUp
from tenants.forms.statistics.standing import Standing
from tenants.people.categories import CATEGORIES
from tenants.people.models import Beneficiary
from tenants.wishes.leaving import WITHDRAWAL_REASONS
from tenants.wishes.life import STATE_NAMES
from tenants.wishes.models import KINDS, Assessment, Verification, Wish

Value = str | int | date | None

SEX = {"male": Text(zh="男", en="male"), "female": Text(zh="女", en="female"), "": Text(zh="", en="")}
VERIFIED_BY = {
    Verification.Manner.VISIT: Text(zh="入户", en="visit"),
    Verification.Manner.TELEPHONE: Text(zh="电话", en="telephone"),
}
ASSESSED = {
    Assessment.Outcome.ADMIT: Text(zh="入库", en="admitted"),
    Assessment.Outcome.DECLINE: Text(zh="不予受理", en="declined"),
    Assessment.Outcome.REFER: Text(zh="转其他渠道", en="referred"),
    Assessment.Outcome.COMPLETE: Text(zh="退回补充", en="to be completed"),
}
CARRIED_IN = Text(zh="上年结转入库", en="admitted the year before")
FROM_BEFORE = Text(zh="上年结转", en="carried over from the year before")
CARRIED_IN_OF_THE_YEAR = Text(zh="结转入库", en="admitted in the campaign it came from")
FROM_ANOTHER = Text(zh="由“{campaign}”结转", en="carried over from {campaign}")
CLAIMED_AS = {
    Claim.Manner.SINGLE: Text(zh="单独认领", en="single"),
    Claim.Manner.JOINT: Text(zh="联合认领", en="joint"),
    Claim.Manner.ORGANISATION: Text(zh="单位认领", en="organisation"),
}
CARRIED_BY = {
    Delivery.CarriedBy.MEMBER: Text(zh="认领人", en="claimer"),
    Delivery.CarriedBy.STAFF: Text(zh="工作人员", en="staff"),
    Delivery.CarriedBy.BOTH: Text(zh="认领人和工作人员", en="claimer and staff"),
}
BACKSTOP = Text(zh="社区兜底", en="backstop")
EVIDENCE = {
    Delivery.Evidence.CODE: Text(zh="住户卡四位码", en="household's code"),
    Delivery.Evidence.SIGNATURE: Text(zh="签字", en="signature"),
    Delivery.Evidence.PHOTO: Text(zh="物品照片", en="photo of the item"),
    Delivery.Evidence.WITNESS: Text(zh="工作人员见证", en="staff witness"),
}
NO_PHONE = Text(zh="无", en="none")
ANSWERED = {
    FollowUp.Outcome.SATISFIED: Text(zh="满意", en="satisfied"),
    FollowUp.Outcome.PARTLY: Text(zh="基本满意", en="partly"),
    FollowUp.Outcome.NOT_SATISFIED: Text(zh="不满意", en="not satisfied"),
}


@dataclass(frozen=True)
class Column:
    """`value` reads a row; `masked` is what a masked form shows instead, None for nothing at all.

    `width` in characters of the sheet; `number` for whole numbers, `day` for dates.
    """

    key: str
    title: Text
    width: float
    value: Callable[[Standing], Value]
    masked: Callable[[Standing], Value] | None
    kind: str = "text"


@dataclass(frozen=True)
class Block:
    title: Text
    columns: tuple[Column, ...]


def _shown(key: str, title: Text, width: float, value: Callable[[Standing], Value], kind: str = "text") -> Column:
    """A column that is the same in both forms."""
    return Column(key, title, width, value, value, kind)


def _hidden(key: str, title: Text, width: float, value: Callable[[Standing], Value], kind: str = "text") -> Column:
    """A column that a masked form leaves empty: sensitive, or words that may tell who it is."""
    return Column(key, title, width, value, None, kind)


def _person(it: Standing) -> Beneficiary:
    return it.wish.beneficiary


def _phone(number: str) -> str:
    return number.removeprefix("+86")


def _age(it: Standing) -> int | None:
    """Whole years as of the day, as far as a survey's whole years tell."""
    person = _person(it)
    return None if person.age is None else max(person.age + it.day.year - person.age_on.year, 0)


def _telephone(it: Standing) -> str:
    person = _person(it)
    return str(NO_PHONE) if person.without_phone and not person.phone else _phone(person.phone)


def _guardian(it: Standing) -> str:
    """With the telephone: a child's is the guardian's."""
    person = _person(it)
    if not person.guardian_name:
        return ""
    who = person.guardian_name + (f"（{person.guardian_relation}）" if person.guardian_relation else "")
    return f"{who}\n{_phone(person.phone)}".strip()


def _wish(it: Standing) -> str:
    several = f" × {it.wish.quantity}" if it.wish.quantity > 1 else ""
    day = it.wish.needed_by
    by_then = [str(Text(zh=f"{day.month}月{day.day}日前用", en=f"needed by {day:%-d %b %Y}"))] if day else []
    wanted = "；".join([*it.wish.requirements, *by_then])
    return f"{it.wish.item}{several}" + (f"（{wanted}）" if wanted else "")


def _outcome(it: Standing) -> str:
    if it.assessment is not None:
        return str(ASSESSED[Assessment.Outcome(it.assessment.outcome)])
    if not (it.carried_in and it.admitted):
        return ""
    return str(CARRIED_IN if _from_another_year(it) else CARRIED_IN_OF_THE_YEAR)


def _from_another_year(it: Standing) -> bool:
    came_from = it.wish.carried_from
    return came_from is None or came_from.campaign.year != it.wish.campaign.year


def _joined(sentences: list[str]) -> str:
    """Several people's words in one cell, each once."""
    said = (sentence.strip().rstrip("。；;.") for sentence in sentences)
    return "；".join(dict.fromkeys(sentence for sentence in said if sentence))


def _opinion(it: Standing) -> str:
    said = [it.verification.opinion if it.verification else ""]
    if it.assessment is not None:
        said += [it.assessment.channel, it.assessment.opinion]
    return _joined(said)


def _claimer(it: Standing) -> str:
    if it.claim is None:
        return ""
    member = it.claim.member
    together = f"；同：{it.claim.partners}" if it.claim.partners else ""
    return member.name + (f"（{member.work_unit}）" if member.work_unit else "") + together


def _branch(it: Standing) -> str:
    """The claim's branch; before a claim the one that the wish was given to."""
    return it.claim.branch.name if it.claim is not None and it.claim.branch else it.branch


def _by_backstop(it: Standing) -> bool:
    return it.state == Wish.State.BACKSTOPPED or (it.delivery is not None and it.delivery.claim_id is None)


def _claimed_as(it: Standing) -> str:
    if it.claim is not None:
        return str(CLAIMED_AS[Claim.Manner(it.claim.manner)])
    return str(BACKSTOP) if _by_backstop(it) else ""


def _extended_to(it: Standing) -> date | None:
    return it.deadline if it.deadline != it.first_deadline else None


def _carried_by(it: Standing) -> str:
    if it.delivery is None:
        return ""
    return str(BACKSTOP if _by_backstop(it) else CARRIED_BY[Delivery.CarriedBy(it.delivery.carried_by)])


def _whence(it: Standing) -> Text:
    if it.wish.carried_from is None or _from_another_year(it):
        return FROM_BEFORE
    return FROM_ANOTHER.format(campaign=it.wish.carried_from.campaign.title)


def _reason(it: Standing) -> str:
    """Whence it came and why it left, where the words are those of a list."""
    came = [str(_whence(it))] if it.carried_in else []
    left = [str(WITHDRAWAL_REASONS[it.withdrawn_because])] if it.withdrawn_because in WITHDRAWAL_REASONS else []
    return "；".join([*came, *left])


def _remarks(it: Standing) -> str:
    words = [_reason(it), it.remark, it.delivery.remark if it.delivery else ""]
    if it.follow_up is not None:
        words.append(it.follow_up.remark)
    return _joined(words)


BLOCKS = (
    Block(
        Text(zh="征集登记", en="Collection"),
        (
            _shown("number", Text(zh="心愿编号", en="Wish number"), 9.5, lambda it: it.wish.number),
            Column(
                "name",
                Text(zh="姓名", en="Name"),
                8,
                lambda it: _person(it).name,
                lambda it: mask_name(_person(it).name),
            ),
            _shown("sex", Text(zh="性别", en="Sex"), 4.5, lambda it: str(SEX[_person(it).sex])),
            Column(
                "age",
                Text(zh="年龄", en="Age"),
                4.5,
                _age,
                lambda it: None if _person(it).is_child else _age(it),
                "number",
            ),
            _hidden(
                "categories",
                Text(zh="困难类别", en="Categories"),
                10,
                lambda it: "、".join(str(CATEGORIES[key]) for key in _person(it).categories if key in CATEGORIES),
            ),
            _hidden("situation", Text(zh="家庭情况", en="Household situation"), 12, lambda it: _person(it).situation),
            Column(
                "address",
                Text(zh="家庭住址", en="Address"),
                15,
                lambda it: _person(it).household.address,
                lambda it: mask_address(address) if (address := _person(it).household.address) else "",
            ),
            Column(
                "phone",
                Text(zh="联系电话", en="Telephone"),
                12.5,
                _telephone,
                lambda it: mask_phone(phone) if (phone := _person(it).phone) else _telephone(it),
            ),
            _hidden("guardian", Text(zh="监护人及电话", en="Guardian and telephone"), 12.5, _guardian),
            _shown("kind", Text(zh="心愿种类", en="Kind"), 7, lambda it: str(KINDS[it.wish.kind])),
            _shown("wish", Text(zh="微心愿内容（规格）", en="Wish (specification)"), 15, _wish),
            _shown("budget", Text(zh="预算（元）", en="Budget (yuan)"), 7, lambda it: it.wish.budget_yuan, "number"),
            _shown("collector", Text(zh="征集人", en="Collector"), 8, lambda it: it.wish.collector_name),
            _shown(
                "collected_on", Text(zh="征集日期", en="Collected on"), 10.5, lambda it: it.wish.collected_on, "day"
            ),
        ),
    ),
    Block(
        Text(zh="核查评估", en="Verification and assessment"),
        (
            _shown(
                "verified_by_way_of",
                Text(zh="核查方式", en="Manner"),
                6,
                lambda it: str(VERIFIED_BY[Verification.Manner(it.verification.manner)]) if it.verification else "",
            ),
            _shown(
                "verifier",
                Text(zh="核查人", en="Verified by"),
                8,
                lambda it: it.verification.by_name if it.verification else "",
            ),
            _shown(
                "verified_on",
                Text(zh="核查日期", en="Verified on"),
                10.5,
                lambda it: it.verification.on if it.verification else None,
                "day",
            ),
            _shown("assessed", Text(zh="评估结果", en="Outcome"), 8, _outcome),
            _hidden("opinion", Text(zh="核查评估意见", en="Opinion"), 13, _opinion),
            _shown(
                "assessor",
                Text(zh="评估人", en="Assessed by"),
                8,
                lambda it: it.assessment.by_name if it.assessment else "",
            ),
        ),
    ),
    Block(
        Text(zh="认领", en="Claim"),
        (
            _shown("branch", Text(zh="支部或单位", en="Branch"), 11, _branch),
            Column(
                "claimer",
                Text(zh="认领人（工作单位）", en="Claimer (work unit)"),
                14,
                _claimer,
                lambda it: mask_name(it.claim.member.name) if it.claim else "",
            ),
            Column(
                "claimer_phone",
                Text(zh="认领人电话", en="Claimer's telephone"),
                12.5,
                lambda it: _phone(it.claim.member.phone) if it.claim else "",
                lambda it: mask_phone(it.claim.member.phone) if it.claim else "",
            ),
            _shown("claimed_as", Text(zh="认领方式", en="Manner"), 8, _claimed_as),
            _shown(
                "claimed_on",
                Text(zh="认领日期", en="Claimed on"),
                10.5,
                lambda it: it.claim.claimed_at.astimezone(TIME_ZONE).date() if it.claim else None,
                "day",
            ),
            _shown("deadline", Text(zh="期限", en="Deadline"), 10.5, lambda it: it.first_deadline, "day"),
            _shown("extended_to", Text(zh="延期至", en="Extended to"), 10.5, _extended_to, "day"),
        ),
    ),
    Block(
        Text(zh="完成", en="Completion"),
        (
            _shown("state", Text(zh="状态", en="State"), 8, lambda it: str(STATE_NAMES[Wish.State(it.state)])),
            _shown(
                "delivered_on",
                Text(zh="送达日期", en="Delivered on"),
                10.5,
                lambda it: it.delivery.delivered_on if it.delivery else None,
                "day",
            ),
            _shown("carried_by", Text(zh="送达人", en="Delivered by"), 9, _carried_by),
            _shown(
                "evidence",
                Text(zh="送达凭证", en="Evidence"),
                9,
                lambda it: str(EVIDENCE[Delivery.Evidence(it.delivery.evidence)]) if it.delivery else "",
            ),
            _shown(
                "answer",
                Text(zh="心愿人意见", en="Opinion"),
                8,
                lambda it: str(ANSWERED[FollowUp.Outcome(it.follow_up.outcome)]) if it.follow_up else "",
            ),
            _shown(
                "followed_up_on",
                Text(zh="回访日期", en="Followed up on"),
                10.5,
                lambda it: it.follow_up.on if it.follow_up else None,
                "day",
            ),
            Column("remarks", Text(zh="备注", en="Remarks"), 16, _remarks, _reason),
        ),
    ),
)

COLUMNS = tuple(column for block in BLOCKS for column in block.columns)

PERSONAL = ["name", "categories", "situation", "address", "phone", "guardian", "opinion", "claimer", "remarks"]
"""What a full form tells of people, as the access log names it."""


CAMPAIGN = _shown("campaign", Text(zh="活动", en="Campaign"), 12, lambda it: it.wish.campaign.title)
"""Stands behind the number where the form is of several campaigns."""


def blocks_for(campaigns: int) -> tuple[Block, ...]:
    """The blocks of a form of so many campaigns."""
    if campaigns < 2:
        return BLOCKS
    number, *others = BLOCKS[0].columns
    return (Block(BLOCKS[0].title, (number, CAMPAIGN, *others)), *BLOCKS[1:])


def cells_of(it: Standing, *, masked: bool, blocks: tuple[Block, ...] = BLOCKS) -> dict[str, Value]:
    """One row of the form by column; a masked one is safe to hand up or to post."""
    columns = [column for block in blocks for column in block.columns]
    if not masked:
        return {column.key: column.value(it) for column in columns}
    return {column.key: column.masked(it) if column.masked else None for column in columns}
