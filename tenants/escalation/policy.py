"""The ladder as a campaign's policy: which rungs there can be, setting them, and going back to the default.

A ladder stands whole on the campaign, and on each claim as it was when that was made (`Claim.policy`): a change is for
what is claimed after it, and a new default of the program changes neither. What waits follows the campaign's of the day.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.default_ladder import whole_ladder
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import edit_campaign
from tenants.claims.models import Claim
from tenants.escalation.ladder import (
    CLAIMER,
    DECISION,
    NOTICE,
    OFFICER,
    RECALL,
    REMINDER,
    SECRETARY,
    STAFF,
    SUPERVISION,
    URGING,
    WAITING,
)

Audiences = tuple[str, ...]

OF_A_CLAIM: Mapping[str, tuple[range, Audiences]] = {
    REMINDER: (range(-30, 1), (CLAIMER,)),
    URGING: (range(1, 31), (CLAIMER, SECRETARY)),
    DECISION: (range(1, 31), (STAFF,)),
    RECALL: (range(2, 61), (OFFICER,)),
}
"""What can happen to a claim → working days around the deadline on which it can, and who can hear of it."""

WHILE_WAITING = range(1, 61)
HEAR_OF_NOTICES: Mapping[str, Audiences] = {"open": (SECRETARY, STAFF)}
"""Whom a notice can reach while something waits; staff alone where nothing is said."""

MOST_RUNGS = 10

SCOPES = ("claim", *WAITING)

AGAIN = range(1, 61)
"""After how many working days the last notice to staff can come again."""


def ladder_of_claim(claim: Claim) -> dict[str, Any]:
    """The ladder that was frozen on the claim."""
    ladder: dict[str, Any] = claim.policy["ladder"]
    return ladder


def set_ladder(campaign: Campaign, changes: Mapping[str, Any], *, by: Actor) -> Campaign:
    """Puts these parts of the ladder in place of the campaign's: rungs by what they count from, `again_days`,
    `recall_by_itself`.

    Live claims keep theirs. Raises `Refusal` (400, with the part as field) for a ladder that cannot be, (409) for a closed
    campaign.
    """
    wanted = {**campaign.ladder, **changes}
    for scope in SCOPES:
        if scope in changes:
            wanted[scope] = _checked(scope, wanted[scope])
    _check_order(wanted["claim"])
    if wanted["again_days"] not in AGAIN:
        text = Text(
            zh="隔 {first} 到 {last} 个工作日再通知。", en="It comes again after {first} to {last} working days."
        )
        raise _no("again_days", text, first=AGAIN[0], last=AGAIN[-1])
    with transaction.atomic():
        campaign = edit_campaign(campaign, {"ladder": wanted}, by=by)
        ring(LADDER)
        ring(FIGURES)
    return campaign


def restore_default(campaign: Campaign, *, by: Actor) -> Campaign:
    """To today's ladder of domain.md."""
    return set_ladder(campaign, whole_ladder(), by=by)


def _checked(scope: str, rungs: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rungs of a part in the order of their days."""
    if not 1 <= len(rungs) <= MOST_RUNGS:
        raise _no(scope, Text(zh="每一类要有 1 到 {most} 步。", en="1 to {most} steps are wanted."), most=MOST_RUNGS)
    seen: set[int] = set()
    kept = []
    for rung in sorted(rungs, key=lambda rung: rung["days"]):
        days, what, to = rung["days"], rung["what"], rung["to"]
        kinds = OF_A_CLAIM if scope == "claim" else _of_waiting(scope)
        if what not in kinds:
            raise _no(scope, Text(zh="这里不能用“{what}”。", en="“{what}” cannot stand here."), what=what)
        allowed, audiences = kinds[what]
        if days not in allowed:
            text = Text(
                zh="“{name}”的天数要在 {first} 到 {last} 之间（0 是期限当天，负数在期限之前）。",
                en="The days of “{name}” go from {first} to {last} (0 is the deadline's day, before it is negative).",
            )
            raise _no(scope, text, name=NAMES[what], first=allowed[0], last=allowed[-1])
        if not to or not set(to) <= set(audiences):
            text = Text(
                zh="“{name}”只能发给：{allowed}，至少选一个。",
                en="“{name}” goes to: {allowed}; choose at least one.",
            )
            raise _no(scope, text, name=NAMES[what], allowed=_listed(audiences))
        if days in seen:
            text = Text(zh="同一天只能有一步：{day}有两步。", en="One step a day: there are two {day}.")
            raise _no(scope, text, day=_spoken(scope, days))
        seen.add(days)
        kept.append({"days": days, "what": what, "to": [name for name in audiences if name in to]})
    if scope != "claim" and not any(rung["what"] == NOTICE and STAFF in rung["to"] for rung in kept):
        text = Text(
            zh="至少要有一步“通知”发给社区工作人员。", en="At least one notice goes to staff: nothing may be forgotten."
        )
        raise _no(scope, text)
    return kept


def _of_waiting(scope: str) -> Mapping[str, tuple[range, Audiences]]:
    return {
        NOTICE: (WHILE_WAITING, HEAR_OF_NOTICES.get(scope, (STAFF,))),
        SUPERVISION: (WHILE_WAITING, (OFFICER,)),
    }


def _check_order(rungs: Sequence[Mapping[str, Any]]) -> None:
    """After the deadline somebody decides, and last of all comes the recall: nothing claimed is forgotten."""
    kinds = [rung["what"] for rung in rungs]
    if kinds.count(RECALL) != 1 or kinds[-1] != RECALL:
        text = Text(
            zh="最后一步必须是“收回”，而且只有一步。不想自动收回，请关掉“自动收回”，这一天仍会告知街镇。",
            en="The last step is the recall, once. Switch “by itself” off if it should not happen: the town still hears.",
        )
        raise _no("claim", text)
    if DECISION not in kinds:
        raise _no(
            "claim",
            Text(zh="收回之前要有一步“请社区决定”。", en="Before the recall staff are asked to decide: add that step."),
        )


NAMES = {
    REMINDER: Text(zh="提醒", en="reminder"),
    URGING: Text(zh="催办", en="urging"),
    DECISION: Text(zh="请社区决定", en="decision wanted"),
    RECALL: Text(zh="收回", en="recall"),
    NOTICE: Text(zh="通知", en="notice"),
    SUPERVISION: Text(zh="督办", en="supervision"),
}
AUDIENCES = {
    CLAIMER: Text(zh="认领人", en="claimer"),
    SECRETARY: Text(zh="支部书记", en="branch secretary"),
    STAFF: Text(zh="社区工作人员", en="staff"),
    OFFICER: Text(zh="街镇", en="town officer"),
}


def _spoken(scope: str, days: int) -> Text:
    """A rung's day in words, as the page has it."""
    if scope == "claim" and days == 0:
        return Text(zh="期限当天", en="on the deadline's day")
    if scope == "claim" and days < 0:
        zh, en = "期限前 {n} 个工作日", "{n} working days before the deadline"
    else:
        zh, en = ("期限后" if scope == "claim" else "满") + " {n} 个工作日", "after {n} working days"
    return Text(zh=zh, en=en).format(n=abs(days))


def _listed(audiences: Audiences) -> Text:
    return Text(
        zh="、".join(AUDIENCES[name].zh for name in audiences), en=", ".join(AUDIENCES[name].en for name in audiences)
    )


def _no(scope: str, text: Text, **params: object) -> Refusal:
    return Refusal("ladder_impossible", text, status=400, field=scope, **params)
