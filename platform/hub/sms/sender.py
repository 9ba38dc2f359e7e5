"""Sends what is due: at most once, and never never.

A message is committed as `sending`, with the reference of the call and a lease, before the gateway is called; no
transaction is open during the call. A process that dies in between leaves a row whose lease runs out: it becomes
`unknown` and is looked up at the provider (hub.sms.settling) before anything is sent again.
"""

import datetime
import uuid
from collections.abc import Collection, Iterator, Sequence

import structlog
from django.db import transaction
from django.db.models import F, Q, QuerySet

from hub.clock import now
from hub.communities.models import Community
from hub.identifiers import uuid7
from hub.sms.gateways.base import CALL_SECONDS, Gateway, Outcome, Unknown
from hub.sms.gateways.chosen import chosen_gateway
from hub.sms.limits import put_off, within
from hub.sms.models import Message
from hub.sms.outcomes import outgoing, record_outcome, refuses_template
from hub.sms.quiet_hours import quiet_at
from hub.sms.settling import settle_unknown
from hub.sms.stop_list import STOP_LIST, stopped
from hub.sms.templates import Template
from hub.sms.withdrawing import withdraw_untrue
from hub.sms.wordings import sendable, stop_refused

State = Message.State

LEASE = datetime.timedelta(seconds=3 * CALL_SECONDS)

log = structlog.get_logger(__name__)


def send_due(gateway: Gateway | None = None, *, most: int = 2000, of_the_past: bool = False) -> int:
    """Settles what is open from before, then sends what is due now; returns how many messages were handed over.

    Any number of processes may call it at once and at any time; it must not be called inside a transaction.
    `most` bounds one call, so that a worker comes back to other work. `of_the_past` is for the demo county's history
    alone: what was true on its day was told on that day, whatever the rows say now.
    """
    gateway = gateway or chosen_gateway()
    settle_unknown(gateway)
    _expire()
    handed_over = 0
    tried: set[str] = set()
    # Asked again after each: a digest of several wishes that speaks of one alone now goes by that one's template.
    while template := next((each for each in _templates_due() if each.name not in tried), None):
        tried.add(template.name)
        for batch in _batches(template, gateway.batch, told_then=of_the_past):
            refused = _call(gateway, template, batch)
            handed_over += len(batch)
            if refused:
                stop_refused(template.name, refused)
                break
            if handed_over >= most:
                return handed_over
    return handed_over


def _templates_due() -> list[Template]:
    """Those that have something due and may go out now, with their approved texts."""
    moment = now()
    due = Message.objects.filter(state=State.DUE, not_before__lte=moment)
    names = sorted(set(due.values_list("template", flat=True)))
    may, why_not = sendable() if names else ({}, {})
    for name in names:
        if name in why_not:
            due.filter(template=name).exclude(why=why_not[name]).update(why=why_not[name])
    templates = [may[name] for name in names if name in may and (may[name].urgent or not quiet_at(moment))]
    # Whoever waits for a code stands in front of the screen.
    return sorted(templates, key=lambda template: not template.urgent)


def _expire() -> None:
    moment = now()
    Message.objects.filter(state=State.DUE, expires_at__lte=moment).update(state=State.EXPIRED, settled_at=moment)


def _due(template: Template) -> QuerySet[Message]:
    moment = now()
    due = Message.objects.filter(state=State.DUE, template=template.name, not_before__lte=moment)
    return due.exclude(expires_at__lte=moment).order_by("not_before", "id")


def _batches(template: Template, size: int, *, told_then: bool) -> Iterator[list[Message]]:
    """What is due of a template, in calls of at most `size`; before each, its communities look whether it is true."""
    doubtful: set[Community] = set()
    before: Sequence[tuple[uuid.UUID, uuid.UUID | None]] = []
    while ahead := list(_due(template).exclude(community__in=doubtful).values_list("pk", "community")[:size]):
        communities = set(Community.objects.filter(pk__in={community for _, community in ahead}))
        if not (template.urgent or told_then):
            doubtful |= withdraw_untrue(communities)
        seen, batch = _take(template, size, [community.pk for community in communities - doubtful])
        if batch:
            yield batch
        if not seen and ahead == before:
            return  # another sender is at them
        before = ahead


def _take(template: Template, most: int, among: Collection[uuid.UUID]) -> tuple[bool, list[Message]]:
    """Due messages of these communities and of the platform, no number twice, that are this process's until the lease
    ends, committed when this returns. First whether any was seen: those that may not go out are settled here too."""
    moment, reference = now(), uuid7()
    with transaction.atomic(durable=True):
        of_these = Q(community__in=among) | Q(community=None)
        due = list(_due(template).filter(of_these).select_for_update(of=("self",), skip_locked=True)[:most])
        first_of_number: dict[bytes, Message] = {}
        for message in due:
            first_of_number.setdefault(bytes(message.phone_blind or b""), message)
        batch = list(first_of_number.values())
        if not template.urgent:
            batch = _allowed(batch)
        for message in batch:
            message.reference, message.sending_at, message.attempt = reference, moment, message.attempt + 1
        Message.objects.filter(pk__in=[message.pk for message in batch]).update(
            state=State.SENDING,
            attempt=F("attempt") + 1,
            reference=reference,
            lease_until=moment + LEASE,
            sending_at=moment,
            wording=template.text,
            why="",
        )
    return bool(due), batch


def _allowed(messages: list[Message]) -> list[Message]:
    """Without those whose number is on the stop list, and those over a limit; what becomes of these is written here."""
    held_back = stopped(messages)
    Message.objects.filter(pk__in=held_back).update(state=State.SUPPRESSED, why=STOP_LIST, settled_at=now())
    may, over = within([message for message in messages if message.pk not in held_back])
    for why, those in over.items():
        log.warning("sms_limit_reached", limit=why, messages=len(those))
        put_off(those, why)
    return may


def _call(gateway: Gateway, template: Template, batch: Sequence[Message]) -> str:
    """Sends a batch and records what became of it. Returns the code by which the provider refuses the template itself;
    empty where it does not."""
    outcomes: dict[uuid.UUID, Outcome] = {}
    why = "no_outcome"
    try:
        outcomes = gateway.send(template, [outgoing(message) for message in batch])
    except Exception as problem:  # noqa: BLE001  (whatever a provider's library raises, the outcome is unknown)
        why = type(problem).__name__
        log.warning("sms_call_failed", template=template.name, messages=len(batch), problem=why)
    for message in batch:
        record_outcome(message, outcomes.get(message.pk, Unknown(why)))
    return next((code for outcome in outcomes.values() if (code := refuses_template(outcome))), "")
