"""Numbers that get no more messages.

Whoever answers “stop” to a text is left alone by the whole installation, since the signature above the text is one for
all communities; what staff note down (“he wants no more texts”) holds in their own community, which knows nothing of
others. The sender asks right before it hands a message over (`stopped`), so a message that was written before the
stop is kept back too, as suppressed with why `stop_list`, and the person comes on the visit list.

One-time codes are sent all the same: the person asks for that one text now, standing in front of the screen; kept back,
nobody on the list could ever sign in again.
"""

import uuid
from collections.abc import Iterable

from django.db.models import Q

from hub.actor import SYSTEM, Actor
from hub.clock import now
from hub.communities.models import Community
from hub.language import Text
from hub.phones import parse_phone
from hub.privacy.blind import blind
from hub.refusal import Refusal
from hub.sms.models import Message, Stop

STOP_LIST = "stop_list"
"""`Message.why` of what was kept back."""

NO_NUMBER = Text(zh="这不是有效的手机号，请核对。", en="This is not a valid mobile number. Check it.")
REASON_MISSING = Text(zh="请写明原因，它会留在记录里。", en="Give the reason; it stays on record.")
NOT_YOURS = Text(
    zh="这个号码是本人回复停收的，或由平台停收，只有平台运维能恢复。",
    en="This number was stopped by its own reply or by the platform; only the platform's operator can lift it.",
)
LIFTED_ALREADY = Text(zh="这个号码已经恢复接收。", en="This number gets messages again already.")


def put_on(
    phone: str, *, source: str, reason: str = "", community: Community | None = None, by: Actor = SYSTEM
) -> Stop:
    """Puts a number on the stop list: everywhere, or in `community` where staff do it. Twice changes nothing.

    `source` is one of Stop.Source; people say why, a reply is its own reason. Raises Refusal (400) for no number and
    for a reason that is missing.
    """
    number = parse_phone(phone)
    if number is None:
        raise Refusal("no_phone", NO_NUMBER, status=400, field="phone")
    if source != Stop.Source.REPLY and not reason.strip():
        raise Refusal("reason_missing", REASON_MISSING, status=400, field="reason")
    wanted = Stop(
        community=community,
        phone=number.e164,
        phone_blind=phone_index(number.e164),
        source=source,
        reason=reason.strip()[:200],
        by_id=by.account_id,
        by_name=by.name,
    )
    # Of two at the same moment the unique key lets one through; both get that one.
    Stop.objects.bulk_create([wanted], ignore_conflicts=True)
    return Stop.objects.get(phone_blind=wanted.phone_blind, community=community, lifted_at=None)


def lift(stop: Stop, *, by: Actor, community: Community | None = None) -> Stop:
    """Lets a number get messages again. Staff (`community`) lift what their own community noted down, no more.

    Raises Refusal (409) for a stop that is not theirs, or was lifted already.
    """
    if community is not None and stop.community_id != community.pk:
        raise Refusal("stop_of_others", NOT_YOURS)
    live = Stop.objects.filter(pk=stop.pk, lifted_at=None)
    if not live.update(lifted_at=now(), lifted_by_id=by.account_id, lifted_by_name=by.name):
        raise Refusal("lifted_already", LIFTED_ALREADY)
    stop.refresh_from_db()
    return stop


def stop_of(phone: str, community: Community | None) -> Stop | None:
    """The stop that keeps this community's messages from a number (E.164), its own one first; None when there is none."""
    found = Stop.objects.filter(_holds(community and community.pk), phone_blind=phone_index(phone), lifted_at=None)
    return found.order_by("community").first()


def stops_for(phones: Iterable[str], community: Community) -> dict[str, Stop]:
    """Number (E.164) → the stop that keeps this community's messages from it."""
    by_index = {phone_index(phone): phone for phone in phones}
    found = Stop.objects.filter(_holds(community.pk), phone_blind__in=list(by_index), lifted_at=None)
    return {by_index[bytes(stop.phone_blind)]: stop for stop in found.order_by("-community")}


def stopped(messages: Iterable[Message]) -> set[uuid.UUID]:
    """Which of these messages must not go out because their number is on the list."""
    by_index: dict[bytes, list[Message]] = {}
    for message in messages:
        by_index.setdefault(bytes(message.phone_blind or b""), []).append(message)
    held = Stop.objects.filter(phone_blind__in=list(by_index), lifted_at=None).values_list("phone_blind", "community")
    return {
        message.pk
        for index, community in held
        for message in by_index[bytes(index)]
        if community is None or community == message.community_id
    }


def phone_index(phone: str) -> bytes:
    """The blind index under which the ledger, the outbox and this list know a number (E.164)."""
    return blind("sms phone", phone, scope="hub")


def _holds(community: uuid.UUID | None) -> Q:
    return Q(community=None) | Q(community=community) if community else Q(community=None)
