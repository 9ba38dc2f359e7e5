"""What the ledger tells a community of its own messages: what was said, to which masked number, what became of it."""

import datetime
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from hub.clock import TIME_ZONE
from hub.communities.models import Community
from hub.privacy.masking import mask_phone
from hub.sms.models import Message
from hub.sms.templates import TEMPLATES, kind_of
from hub.sms.withdrawing import NO_LONGER_TRUE

State = Message.State


@dataclass(frozen=True)
class Said:
    """One message as staff see it. `text` and `phone` are empty once it is erased."""

    id: uuid.UUID
    purpose: str
    kind: str
    text: str
    phone: str
    state: str
    why: str
    at: datetime.datetime
    erased: bool


def said_for(purposes: Collection[str], community: Community) -> dict[str, Said]:
    """Purpose → the community's message of it."""
    return {message.purpose: said(message) for message in of(community).filter(purpose__in=purposes)}


def of(community: Community) -> QuerySet[Message]:
    """A community's messages, the newest first; without one-time codes, which are the person's own affair."""
    urgent = [name for name, template in TEMPLATES.items() if template.urgent]
    return Message.objects.filter(community=community).exclude(template__in=urgent).order_by("-created_at", "-id")


def of_kind(messages: QuerySet[Message], kind: str) -> QuerySet[Message]:
    """Those of one kind (reminder, urging, …), also of templates that the code no longer has."""
    return messages.filter(Q(template=kind) | Q(template__startswith=f"{kind}_"))


def of_day(messages: QuerySet[Message], day: datetime.date) -> QuerySet[Message]:
    """Those written on a day of the communities' zone."""
    begin = datetime.datetime.combine(day, datetime.time(), TIME_ZONE)
    return messages.filter(created_at__gte=begin, created_at__lt=begin + datetime.timedelta(days=1))


def unreached(messages: QuerySet[Message]) -> QuerySet[Message]:
    """Those whose person was certainly or probably not reached, and for no good reason: what a visit mends."""
    lost = Q(state__in=[State.FAILED, State.EXPIRED]) | Q(state=State.UNKNOWN, look_up_at=None)
    return messages.filter(lost | (Q(state=State.SUPPRESSED) & ~Q(why=NO_LONGER_TRUE)))


def count_messages(community: Community, first: datetime.date, last: datetime.date) -> dict[str, dict[str, int]]:
    """Kind → state → how many were written from `first` to `last` (both days of the communities' zone, inclusive).

    The same before and after erasure; one-time codes are a kind of their own.
    """
    begin = datetime.datetime.combine(first, datetime.time(), TIME_ZONE)
    end = datetime.datetime.combine(last, datetime.time(), TIME_ZONE) + datetime.timedelta(days=1)
    written = Message.objects.filter(community=community, created_at__gte=begin, created_at__lt=end)
    found: dict[str, dict[str, int]] = {}
    for template, state, count in written.values_list("template", "state").annotate(count=Count("pk")):
        states = found.setdefault(kind_of(template), {})
        states[state] = states.get(state, 0) + count
    return found


def said(message: Message) -> Said:
    """The message with its text: as it was handed over, or as it would be now where it never was."""
    erased = message.erased_at is not None
    return Said(
        id=message.pk,
        purpose=message.purpose,
        kind=kind_of(message.template),
        text="" if erased else _text(message),
        phone="" if erased else mask_phone(message.phone or ""),
        state=message.state,
        why=message.why,
        at=message.sending_at or message.created_at,
        erased=erased,
    )


def _text(message: Message) -> str:
    wording = message.wording or (TEMPLATES[message.template].text if message.template in TEMPLATES else "")
    return wording.format(**(message.params or {}))
