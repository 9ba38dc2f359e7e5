"""Sends what is due: at most once, and never never.

A message is committed as `sending`, with the reference of the call and a lease, before the gateway is called; no
transaction is open during the call. A process that dies in between leaves a row whose lease runs out: it becomes
`unknown` and is looked up at the provider (hub.sms.settling) before anything is sent again.
"""

import datetime
import uuid
from collections.abc import Sequence

import structlog
from django.db import transaction
from django.db.models import F

from hub.clock import now
from hub.identifiers import uuid7
from hub.sms.gateways.base import CALL_SECONDS, Gateway, Outcome, Unknown
from hub.sms.gateways.chosen import chosen_gateway
from hub.sms.models import Message
from hub.sms.outcomes import outgoing, record_outcome
from hub.sms.quiet_hours import quiet_at
from hub.sms.settling import settle_unknown
from hub.sms.templates import TEMPLATES, Template

State = Message.State

LEASE = datetime.timedelta(seconds=3 * CALL_SECONDS)

log = structlog.get_logger(__name__)


def send_due(gateway: Gateway | None = None, *, most: int = 2000) -> int:
    """Settles what is open from before, then sends what is due now; returns how many messages were handed over.

    Any number of processes may call it at once and at any time; it must not be called inside a transaction.
    `most` bounds one call, so that a worker comes back to other work.
    """
    gateway = gateway or chosen_gateway()
    settle_unknown(gateway)
    _expire()
    handed_over = 0
    for template in _templates_due():
        while handed_over < most and (batch := _take(template, min(gateway.batch, most - handed_over))):
            _call(gateway, template, batch)
            handed_over += len(batch)
    return handed_over


def _templates_due() -> list[Template]:
    moment = now()
    names = (
        Message.objects.filter(state=State.DUE, not_before__lte=moment).values_list("template", flat=True).distinct()
    )
    known = [TEMPLATES[name] for name in sorted(names) if name in TEMPLATES]
    sendable = [template for template in known if template.urgent or not quiet_at(moment)]
    # Whoever waits for a code stands in front of the screen.
    return sorted(sendable, key=lambda template: not template.urgent)


def _expire() -> None:
    moment = now()
    Message.objects.filter(state=State.DUE, expires_at__lte=moment).update(state=State.EXPIRED, settled_at=moment)


def _take(template: Template, most: int) -> list[Message]:
    """Due messages, no number twice, that are this process's until the lease ends. Committed when this returns."""
    moment, reference = now(), uuid7()
    with transaction.atomic(durable=True):
        due = (
            Message.objects.select_for_update(skip_locked=True)
            .filter(state=State.DUE, template=template.name, not_before__lte=moment)
            .exclude(expires_at__lte=moment)
            .order_by("not_before", "id")[:most]
        )
        first_of_number: dict[bytes, Message] = {}
        for message in due:
            first_of_number.setdefault(bytes(message.phone_blind), message)
        batch = list(first_of_number.values())
        for message in batch:
            message.reference, message.sending_at, message.attempt = reference, moment, message.attempt + 1
        Message.objects.filter(pk__in=[message.pk for message in batch]).update(
            state=State.SENDING,
            attempt=F("attempt") + 1,
            reference=reference,
            lease_until=moment + LEASE,
            sending_at=moment,
            why="",
        )
    return batch


def _call(gateway: Gateway, template: Template, batch: Sequence[Message]) -> None:
    outcomes: dict[uuid.UUID, Outcome] = {}
    why = "no_outcome"
    try:
        outcomes = gateway.send(template, [outgoing(message) for message in batch])
    except Exception as problem:  # noqa: BLE001  (whatever a provider's library raises, the outcome is unknown)
        why = type(problem).__name__
        log.warning("sms_call_failed", template=template.name, messages=len(batch), problem=why)
    for message in batch:
        record_outcome(message, outcomes.get(message.pk, Unknown(why)))
