"""What others do to a claim, its claimer is told on their own page (domain.md, Escalation ladder: What others do …).

Each verb that does something to a claim says so here, in its own transaction; what the member does themselves makes no
notice. A notice names wish and days, never a resident: it stays with the member when the claim has ended.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from hub.actor import SYSTEM, Actor
from hub.clock import now
from hub.language import Text
from tenants.claims.models import Claim, ClaimNotice
from tenants.wishes.models import Wish

K = ClaimNotice.Kind

SENTENCES: Mapping[str, Text] = {
    K.CLAIMED: Text(
        zh="社区替您登记了认领：{wish}，请最晚{deadline}送到。",
        en="The community has entered a claim for you: {wish}. Please bring it by {deadline}.",
    ),
    K.TAKEN_OVER: Text(
        zh="社区请您接手 {wish}，请最晚{deadline}送到。",
        en="The community asks you to take over {wish}. Please bring it by {deadline}.",
    ),
    K.HANDED_OVER: Text(
        zh="{wish} 已由社区转交另一位党员，您不用再送，谢谢您。",
        en="{wish} has been passed on to another member by the community. You need not bring it; thank you.",
    ),
    K.CHANGED: Text(zh="{wish} 有变化：{fields}。", en="{wish} has changed: {fields}."),
    K.RECALLED: Text(
        zh="社区收回了 {wish}，您不用再送。", en="The community has recalled {wish}: you need not bring it."
    ),
    K.HANDED_BACK: Text(zh="社区替您退回认领了 {wish}。", en="The community has handed {wish} back for you."),
    K.WITHDRAWN: Text(
        zh="{wish} 不再需要了，您不用再送，谢谢您的心意。",
        en="{wish} is no longer needed: you need not bring it. Thank you for your kindness.",
    ),
    K.EXTENDED: Text(
        zh="{wish} 延期了，新的期限是{deadline}。", en="{wish} has been extended: the new deadline is {deadline}."
    ),
    K.EXTENSION_REFUSED: Text(
        zh="社区不同意 {wish} 的延期申请，期限仍是{deadline}。",
        en="The community has not agreed to more time for {wish}: the deadline stays {deadline}.",
    ),
    K.DELIVERED: Text(
        zh="社区替您登记了：{wish} 已送达。", en="The community has recorded for you that {wish} was delivered."
    ),
    K.NOT_CONFIRMED: Text(
        zh="社区没能确认 {wish} 已送达，请打开看原因。",
        en="The community could not confirm the delivery of {wish}: open it to see why.",
    ),
    K.DEADLINE_MOVED: Text(
        zh="放假安排有更新，{wish} 的期限改为{deadline}。",
        en="The working days are arranged anew: the deadline of {wish} is {deadline} now.",
    ),
    K.REOPENED: Text(
        zh="{wish} 要请您再送一次，请最晚{deadline}送到。", en="Please bring {wish} once more, by {deadline}."
    ),
}
BY_ITSELF = Text(
    zh="{wish} 逾期较久，已自动收回，您不用再送。",
    en="{wish} was long overdue and has been recalled by itself: you need not bring it.",
)
GRANTED = Text(
    zh="社区同意了 {wish} 的延期申请，新的期限是{deadline}。",
    en="The community has agreed to more time for {wish}: the new deadline is {deadline}.",
)
NEW_DEADLINE = Text(zh="期限改为{deadline}。", en="The deadline is {deadline} now.")
FREE = Text(
    zh="比您认领时要求高了，送不了可以退回认领，不计入您的记录。",
    en="More is asked than you promised: you can hand it back, and it stands in no record of yours.",
)
CHANGED_FIELDS = {
    "item": Text(zh="内容", en="what is wished for"),
    "quantity": Text(zh="数量", en="quantity"),
    "requirements": Text(zh="要求", en="requirements"),
    "address": Text(zh="住址", en="address"),
    "budget_yuan": Text(zh="预算", en="budget"),
    "needed_by": Text(zh="需要的日子", en="the day by which it is needed"),
}

MOST = 100
"""How many of a member's notices a page shows."""


def tell(
    claim: Claim,
    kind: str,
    *,
    by: Actor,
    deadline: date | None = None,
    fields: Iterable[str] = (),
    asked: bool = False,
    free: bool = False,
) -> None:
    """The claimer finds on their page what somebody else did. `deadline` is the claim's as it is now, `fields` what was
    changed, `asked`: more time had been asked for, `free`: the claimer may hand back without a trace."""
    if by.member_id is not None and by.member_id == claim.member_id:
        return
    about: dict[str, Any] = {
        "deadline": deadline.isoformat() if deadline else "",
        "fields": list(fields),
        "asked": asked,
        "free": free,
        "by_itself": by == SYSTEM,
    }
    ClaimNotice.objects.create(
        claim=claim, kind=kind, actor_id=by.account_id, about={name: value for name, value in about.items() if value}
    )


def take_back(wish: Wish, kinds: Iterable[str], *, since: datetime) -> None:
    """Who undoes an act of that moment takes its notice back. Part of the undoing."""
    ClaimNotice.objects.filter(claim__wish=wish, kind__in=list(kinds), at__gte=since).delete()


def notices_of(member_id: UUID) -> QuerySet[ClaimNotice]:
    """A member's notices, the newest first."""
    return ClaimNotice.objects.filter(claim__member=member_id).select_related("claim__wish").order_by("-at", "-id")


def mark_read(member_id: UUID, ids: Iterable[UUID]) -> None:
    """The member has seen these of their notices; others' are left alone."""
    ClaimNotice.objects.filter(claim__member=member_id, pk__in=list(ids), read_at=None).update(read_at=now())


def sentence_of(notice: ClaimNotice) -> str:
    """What a notice says, in the reader's language."""
    about = notice.about
    text = SENTENCES[notice.kind]
    if notice.kind == K.RECALLED and about.get("by_itself"):
        text = BY_ITSELF
    if notice.kind == K.EXTENDED and about.get("asked"):
        text = GRANTED
    parts = [text]
    if notice.kind == K.CHANGED and about.get("deadline"):
        parts.append(NEW_DEADLINE)
    if about.get("free"):
        parts.append(FREE)
    fields = [CHANGED_FIELDS[name] for name in about.get("fields", []) if name in CHANGED_FIELDS]
    wish = notice.claim.wish
    deadline = date.fromisoformat(about["deadline"]) if about.get("deadline") else None
    several = Text(zh="".join(part.zh for part in parts), en=" ".join(part.en for part in parts))
    return str(
        several.format(
            wish=f"{wish.number} {wish.item}".strip(),
            deadline=_day(deadline) if deadline else "",
            fields=Text(zh="、".join(each.zh for each in fields), en=", ".join(each.en for each in fields)),
        )
    )


def _day(day: date) -> Text:
    return Text(zh=f"{day.month}月{day.day}日", en=f"{day:%-d %b}")
