"""The visit list: whom no message reaches is told in person, before a claim is forgotten.

On it stands a member for whom a message failed, expired or was kept back (landline, stop list, limit), and one who has
no telephone at all, as long as what would have been said is still true; once the gift is delivered or the claim has
ended, nobody needs to go.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from hub.actor import Actor
from hub.clock import now
from hub.communities.current import current
from hub.identifiers import uuid7
from hub.language import Text
from hub.refusal import Refusal
from hub.sms import said as ledger
from tenants.escalation.ladder import HANDOVER, REMINDER, URGING
from tenants.escalation.models import StepMessage, StepTaken, Visit
from tenants.escalation.rechecking import holds
from tenants.members.models import Member
from tenants.wishes.models import Wish

LOOKS_BACK = datetime.timedelta(days=120)
"""Older messages are about claims that the ladder has long recalled, or about wishes that staff have heard of since."""

NO_PHONE = "no_phone"


@dataclass
class ToVisit:
    """A member to be told in person: why no message came through (codes, the newest first), and about which wishes."""

    member: Member
    since: datetime.datetime
    kinds: list[str] = field(default_factory=list)
    whys: list[str] = field(default_factory=list)
    wishes: dict[UUID, Wish] = field(default_factory=dict)
    purposes: set[str] = field(default_factory=set)


@dataclass
class Visited:
    """A visit that was made: to whom, about which wishes."""

    id: UUID
    member: Member
    note: str
    at: datetime.datetime
    by: str
    wishes: dict[UUID, Wish] = field(default_factory=dict)


def to_visit(member_id: UUID | None = None) -> list[ToVisit]:
    """Who has to be told in person, those who wait longest first; only this member where one is named."""
    people: dict[UUID, ToVisit] = {}
    open_ones = [*_unreached(), *_without_phone()]
    done = set(Visit.objects.filter(purpose__in={one.purpose for one in open_ones}).values_list("purpose", flat=True))
    wanted = [one for one in open_ones if one.purpose not in done and member_id in (None, one.member_id)]
    members = Member.objects.select_related("branch").in_bulk({one.member_id for one in wanted})
    for one in sorted(wanted, key=lambda one: one.at, reverse=True):
        if (member := members.get(one.member_id)) is None or member.state != Member.State.ACTIVE:
            continue
        person = people.setdefault(member.pk, ToVisit(member, one.at))
        person.since = min(person.since, one.at)
        person.kinds += [one.kind] if one.kind not in person.kinds else []
        person.whys += [one.why] if one.why not in person.whys else []
        person.wishes[one.step.wish_id] = one.step.wish
        person.purposes.add(one.purpose)
    return sorted(people.values(), key=lambda person: (person.since, person.member.pk))


def mark_visited(member: Member, *, note: str, by: Actor) -> UUID:
    """The member was told in person about everything that stands on the list; returns the visit's identifier.

    Raises `Refusal`: 400 without a note of what was said, 409 when nothing stands there (any more).
    """
    if not note.strip():
        raise Refusal(
            "note_missing",
            Text(
                zh="请写明走访结果，例如：已上门，本人周五送达。",
                en="Note what was said, such as: will bring it on Friday.",
            ),
            status=400,
            field="note",
        )
    with transaction.atomic():
        # Of two who mark the same person at once, the second finds nothing left.
        Member.objects.select_for_update(no_key=True).get(pk=member.pk)
        purposes = {purpose for person in to_visit(member.pk) for purpose in person.purposes}
        if not purposes:
            raise Refusal(
                "nobody_to_visit",
                Text(zh="这位党员已不在走访名单上，请刷新。", en="This member is no longer on the visit list. Reload."),
            )
        told_in, moment = uuid7(), now()
        Visit.objects.bulk_create(
            Visit(
                purpose=purpose,
                told_in=told_in,
                member_id=member.pk,
                note=note.strip(),
                at=moment,
                by_id=by.account_id,
                by_name=by.name,
            )
            for purpose in sorted(purposes)
        )
    return told_in


def take_back_visit(told_in: UUID) -> None:
    """A visit that was marked by mistake: the member stands on the list again. Raises `Refusal` (404) for no visit."""
    if not Visit.objects.filter(told_in=told_in).delete()[0]:
        raise Refusal("not_found", Text(zh="没有找到这次走访。", en="There is no such visit."), status=404)


def visited(most: int = 200) -> list[Visited]:
    """The visits that were made, the newest first."""
    rows = list(Visit.objects.order_by("-at", "-told_in")[:most])
    members = Member.objects.select_related("branch").in_bulk({row.member_id for row in rows})
    found: dict[UUID, Visited] = {}
    wishes = _wishes_of([row.purpose for row in rows])
    for row in rows:
        if row.member_id in members:
            made = found.setdefault(
                row.told_in, Visited(row.told_in, members[row.member_id], row.note, row.at, row.by_name)
            )
            made.wishes.update(wishes.get(row.purpose, {}))
    return list(found.values())


@dataclass
class _Open:
    purpose: str
    member_id: UUID
    kind: str
    why: str
    at: datetime.datetime
    step: StepTaken


def _unreached() -> Iterable[_Open]:
    recent = ledger.of(current()).filter(created_at__gte=now() - LOOKS_BACK)
    messages = {message.purpose: message for message in ledger.unreached(recent)[:1000]}
    parts = StepMessage.objects.filter(purpose__in=list(messages), member_id__isnull=False)
    for part in parts.select_related("step__wish__campaign", "step__claim"):
        if part.member_id is not None and holds(part.step):
            message = messages[part.purpose]
            why = message.why if message.state == message.State.SUPPRESSED else message.state
            yield _Open(part.purpose, part.member_id, part.step.what, why, message.created_at, part.step)


def _without_phone() -> Iterable[_Open]:
    steps = StepTaken.objects.filter(
        what__in=[REMINDER, URGING, HANDOVER], void=False, claim__ended_at=None, claim__member__phone_index=None
    )
    for step in steps.filter(claim__isnull=False, taken_at__gte=now() - LOOKS_BACK).select_related("wish", "claim"):
        if step.claim is not None and holds(step):
            yield _Open(f"step {step.pk}", step.claim.member_id, step.what, NO_PHONE, step.taken_at, step)


def _wishes_of(purposes: list[str]) -> dict[str, dict[UUID, Wish]]:
    found: dict[str, dict[UUID, Wish]] = {}
    for part in StepMessage.objects.filter(purpose__in=purposes).select_related("step__wish"):
        found.setdefault(part.purpose, {})[part.step.wish_id] = part.step.wish
    steps = [purpose.removeprefix("step ") for purpose in purposes if purpose.startswith("step ")]
    for step in StepTaken.objects.filter(pk__in=steps).select_related("wish"):
        found.setdefault(f"step {step.pk}", {})[step.wish_id] = step.wish
    return found
