"""A template's text at each provider and how far its approval is: draft → submitted → approved | rejected, suspended.

What the code holds (hub.sms.templates) is the draft that every provider begins with. A message whose template is not
approved where messages go waits as `due`, with why `template_<state>`: the operator can mend it, and nothing is lost by
an hour of a suspended template; when its moment passes first, it expires and its person comes on the visit list. The
local gateway asks nobody, so there every draft counts as approved.
"""

import dataclasses
import pkgutil

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Count

from hub.actor import SYSTEM, Actor
from hub.clock import now
from hub.language import Text
from hub.refusal import Refusal
from hub.sms import gateways
from hub.sms.lint import faults
from hub.sms.models import Message, Wording, WordingEvent
from hub.sms.templates import TEMPLATES, Template
from hub.versions import demand_unchanged, version_of

State = Wording.State

log = structlog.get_logger(__name__)

WORDING = "wording"
LOCAL = "local"
APPLIED_FOR_AHEAD = ("aliyun", "tencent")
"""Approval takes days, so texts are submitted there before their gateway is chosen."""

MOVES: dict[str, tuple[str, ...]] = {
    State.DRAFT: (State.SUBMITTED,),
    State.SUBMITTED: (State.APPROVED, State.REJECTED, State.DRAFT),
    State.REJECTED: (State.DRAFT,),
    State.APPROVED: (State.SUSPENDED,),
    State.SUSPENDED: (State.APPROVED, State.DRAFT),
}

STATE_NAMES: dict[str, Text] = {
    State.DRAFT: Text(zh="草稿", en="draft"),
    State.SUBMITTED: Text(zh="已送审", en="submitted"),
    State.APPROVED: Text(zh="已通过", en="approved"),
    State.REJECTED: Text(zh="未通过", en="rejected"),
    State.SUSPENDED: Text(zh="已停用", en="suspended"),
}
NO_SUCH = Text(zh="没有这个模板或服务商。", en="There is no such template or provider.")
NOT_FROM_HERE = Text(
    zh="模板现在是“{start}”，不能变为“{to}”。", en="The template is “{start}” and cannot become “{to}” from there."
)
NOT_NOW = Text(
    zh="模板现在是“{start}”，不能改文字。先停用或撤回，再改。",
    en="The template is “{start}”, so its text cannot be changed. Suspend it or take it back first.",
)
FAULTY = Text(zh="这样送审通不过：{why}", en="It would be refused like this: {why}")
REFUSED = Text(zh="服务商拒收，已自动停用：{code}", en="The provider refuses it, so it was suspended: {code}")
REMARK_MISSING = Text(zh="请写明服务商说的原因。", en="Say what the provider gave as the reason.")


def providers() -> list[str]:
    """Where a text can be approved: the gateways that are there, and those that are applied for ahead."""
    there = [module.name for module in pkgutil.iter_modules(gateways.__path__) if module.ispkg]
    return sorted({*there, *APPLIED_FOR_AHEAD}, key=lambda name: (name != settings.WISHBRIDGE_SMS_GATEWAY, name))


def wordings_at(provider: str) -> dict[str, Wording]:
    """Every template's text and state at a provider, by its name; what has no row yet is the code's draft."""
    rows = {row.template: row for row in Wording.objects.filter(provider=provider)}
    return {name: rows.get(name) or _draft(template, provider) for name, template in TEMPLATES.items()}


def sendable() -> tuple[dict[str, Template], dict[str, str]]:
    """Of the chosen provider: the templates that may go out, with their approved texts; and why each other may not."""
    known = wordings_at(settings.WISHBRIDGE_SMS_GATEWAY)
    may = {
        name: dataclasses.replace(TEMPLATES[name], text=wording.text)
        for name, wording in known.items()
        if wording.state == State.APPROVED
    }
    return may, {name: f"template_{wording.state}" for name, wording in known.items() if name not in may}


def wording_version(wording: Wording) -> str:
    """The version of what the operator can change of a wording."""
    return version_of(WORDING, _key(wording), _fields(wording), "hub")


def _key(wording: Wording) -> str:
    return f"{wording.provider} {wording.template}"


def _fields(wording: Wording) -> dict[str, str]:
    return {name: getattr(wording, name) for name in ("text", "state", "code", "remark")}


def reword(template: str, provider: str, text: str, *, by: Actor, seen: str | None = None) -> Wording:
    """Gives a template another text at a provider; it becomes a draft. A text that would be
    refused is not taken. Raises Refusal: 404, 400 for the text, 409 while it is submitted or approved, `Changed` (412) when
    it is no longer of the version `seen`.
    """
    with transaction.atomic():
        wording = _locked(template, provider)
        demand_unchanged(seen, WORDING, _key(wording), _fields(wording), "hub")
        if wording.state not in (State.DRAFT, State.REJECTED, State.SUSPENDED) and provider != LOCAL:
            raise Refusal("wording_fixed", NOT_NOW, start=STATE_NAMES[wording.state])
        _refuse_faults(text, TEMPLATES[template])
        wording.text, wording.remark, wording.code = text.strip(), "", ""
        wording.state = wording.state if provider == LOCAL else State.DRAFT
        return _kept(wording, "reworded", by)


def change_state(
    template: str,
    provider: str,
    to: str,
    *,
    by: Actor,
    code: str = "",
    remark: str = "",
    seen: str | None = None,
) -> Wording:
    """Notes down what was done with a template at a provider. `code` is the provider's own name of an approved one,
    `remark` what it said when it refused or stopped it (wanted then). Before it is submitted it is linted.

    Raises Refusal: 404, 400 for a text with faults or a remark that is missing, 409 for a step that is none,
    `Changed` (412) when it is no longer of the version `seen`.
    """
    with transaction.atomic():
        wording = _locked(template, provider)
        demand_unchanged(seen, WORDING, _key(wording), _fields(wording), "hub")
        if to not in MOVES[wording.state]:
            raise Refusal("wording_elsewhere", NOT_FROM_HERE, start=STATE_NAMES[wording.state], to=STATE_NAMES[to])
        if to == State.SUBMITTED:
            _refuse_faults(wording.text, TEMPLATES[template])
        if to in (State.REJECTED, State.SUSPENDED) and not remark.strip():
            raise Refusal("remark_missing", REMARK_MISSING, status=400, field="remark")
        wording.state, wording.remark = to, remark.strip()[:200]
        wording.code = code.strip()[:40] or wording.code
        return _kept(wording, to, by)


def stop_refused(template: str, code: str) -> None:
    """The provider that sends refused a template for what only the operator can mend (its text, the signature, rights):
    it is suspended, with the provider's code as the reason, and its messages wait until it is approved again."""
    remark = REFUSED.format(code=code)
    try:
        change_state(template, settings.WISHBRIDGE_SMS_GATEWAY, State.SUSPENDED, by=SYSTEM, remark=remark.zh)
    except Refusal as refusal:
        # Another sender was told the same a moment ago, or the operator has stopped it.
        log.info("template_stopped_already", template=template, code=refusal.code)
        return
    log.error("template_suspended", template=template, code=code)


def waiting() -> dict[str, int]:
    """How many messages of each template are due, so that whoever mends one sees how many wait for it."""
    due = Message.objects.filter(state=Message.State.DUE).values_list("template")
    return dict(due.annotate(count=Count("pk")))


def _draft(template: Template, provider: str) -> Wording:
    state = State.APPROVED if provider == LOCAL else State.DRAFT
    return Wording(provider=provider, template=template.name, text=template.text, state=state)


def _locked(template: str, provider: str) -> Wording:
    if template not in TEMPLATES or provider not in providers():
        raise Refusal("template_unknown", NO_SUCH, status=404)
    Wording.objects.bulk_create([_draft(TEMPLATES[template], provider)], ignore_conflicts=True)
    return Wording.objects.select_for_update().get(provider=provider, template=template)


def _kept(wording: Wording, verb: str, by: Actor) -> Wording:
    wording.changed_at = now()
    wording.save()
    WordingEvent.objects.create(
        wording=wording,
        verb=verb,
        text=wording.text,
        remark=wording.remark,
        actor_id=by.account_id,
        actor_name=by.name,
        at=wording.changed_at,
    )
    return wording


def _refuse_faults(text: str, template: Template) -> None:
    found = faults(text, template.variables)
    if found:
        raise Refusal(
            "wording_faulty",
            FAULTY,
            status=400,
            field="text",
            why=Text(zh="".join(each.zh for each in found), en=" ".join(each.en for each in found)),
        )
