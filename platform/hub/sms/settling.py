"""Messages whose call was never answered: the provider is asked, by our own id, before anything is sent again."""

import datetime

import structlog
from django.db import transaction

from hub.clock import now
from hub.sms.gateways.base import Gateway, LookedUp, NotThere, Unknown
from hub.sms.models import Message
from hub.sms.outcomes import MOST_ATTEMPTS, outgoing, record_outcome, refuses_template
from hub.sms.wordings import stop_refused

State = Message.State

LOOKED_UP_EVERY = datetime.timedelta(seconds=30)
GIVEN_UP_AFTER = datetime.timedelta(minutes=15)
"""Then it stays unknown for good and stands on the operator's page (promises.md): a doubled text is worse."""

log = structlog.get_logger(__name__)


def settle_unknown(gateway: Gateway, *, most: int = 200) -> int:
    """Asks the gateway about messages that nobody knows the fate of; returns how many were asked about.

    Those of a process that died while sending are among them, once their lease has run out.
    """
    _find_abandoned()
    messages = _take_unknown(most)
    for message in messages:
        _settle(gateway, message)
    return len(messages)


def _find_abandoned() -> None:
    moment = now()
    found = Message.objects.filter(state=State.SENDING, lease_until__lte=moment).update(
        state=State.UNKNOWN, why="interrupted", unknown_since=moment, look_up_at=moment, lease_until=None
    )
    if found:
        log.warning("sms_calls_interrupted", messages=found)


def _take_unknown(most: int) -> list[Message]:
    """Unknown messages whose time to be asked about has come; nobody else asks about them for a while."""
    moment = now()
    with transaction.atomic(durable=True):
        messages = list(
            Message.objects.select_for_update(skip_locked=True)
            .filter(state=State.UNKNOWN, look_up_at__lte=moment)
            .order_by("look_up_at")[:most]
        )
        Message.objects.filter(pk__in=[message.pk for message in messages]).update(look_up_at=moment + LOOKED_UP_EVERY)
    return messages


def _settle(gateway: Gateway, message: Message) -> None:
    asked = outgoing(message)
    try:
        known: LookedUp = gateway.look_up(asked)
    except Exception as problem:  # noqa: BLE001  (whatever a provider's library raises, nothing is known)
        known = Unknown(type(problem).__name__)
    if isinstance(known, NotThere) and now() < asked.sent_at + gateway.found_after:
        known = Unknown("not_shown_yet")
    if isinstance(known, Unknown):
        _stay_unknown(message, known.why)
    elif isinstance(known, NotThere):
        _send_again(message)
    else:
        record_outcome(message, known)
        if code := refuses_template(known):
            stop_refused(message.template, code)


def _send_again(message: Message) -> None:
    still = Message.objects.filter(pk=message.pk, reference=message.reference, state=State.UNKNOWN)
    free = {"look_up_at": None, "unknown_since": None}
    if message.attempt >= MOST_ATTEMPTS:
        still.update(state=State.FAILED, why="too_many_attempts", settled_at=now(), **free)
    else:
        still.update(state=State.DUE, why="not_sent", **free)


def _stay_unknown(message: Message, why: str) -> None:
    moment = now()
    given_up = message.unknown_since is not None and moment - message.unknown_since >= GIVEN_UP_AFTER
    Message.objects.filter(pk=message.pk, reference=message.reference, state=State.UNKNOWN).update(
        why=why[:120], look_up_at=None if given_up else moment + LOOKED_UP_EVERY
    )
    if given_up:
        log.error("sms_unknown_for_good", message=str(message.pk))
