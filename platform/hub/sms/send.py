"""Saying something to somebody: a row in the ledger, written in the transaction of what it is about."""

import datetime
from typing import Any

from hub.clock import now
from hub.communities.models import Community
from hub.phones import parse_phone
from hub.sms.models import Message
from hub.sms.stop_list import phone_index
from hub.sms.templates import LONGEST_VARIABLE, TEMPLATES


def say(
    *,
    purpose: str,
    template: str,
    phone: str,
    params: dict[str, str],
    community: Community | None,
    not_before: datetime.datetime | None = None,
    expires_at: datetime.datetime | None = None,
) -> Message:
    """Keeps a message to be sent by the worker; calls nothing. At most once for a purpose, whoever asks again.

    `purpose` says what it is for, without personal data ("reminder <claim> 2026-05-11"). `phone` in E.164; a
    landline's row is kept as suppressed, since it gets no SMS. Raises ValueError for a template that does not
    exist or parameters that are not exactly its variables of 1 to 35 characters: faults of the program.
    """
    known = TEMPLATES.get(template)
    if known is None:
        raise ValueError(f"There is no template “{template}”.")
    if set(params) != set(known.variables):
        raise ValueError(f"The template “{template}” takes {known.variables}, not {sorted(params)}.")
    if wrong := [name for name, value in params.items() if not 1 <= len(value) <= LONGEST_VARIABLE]:
        raise ValueError(f"Variables of 1 to {LONGEST_VARIABLE} characters are wanted: {wrong}.")
    message = Message(
        community=community,
        purpose=purpose,
        template=template,
        params=params,
        not_before=not_before or now(),
        expires_at=expires_at,
        **addressed(phone),
    )
    Message.objects.bulk_create([message], ignore_conflicts=True)
    return Message.objects.get(purpose=purpose)


def addressed(phone: str) -> dict[str, Any]:
    """The columns of a message to a telephone: a mobile's waits to be sent, another's is suppressed and says why."""
    number = parse_phone(phone)
    reachable = number is not None and number.kind == "mobile"
    return {
        "phone": number.e164 if number else phone,
        "phone_blind": phone_index(number.e164 if number else phone),
        "state": Message.State.DUE if reachable else Message.State.SUPPRESSED,
        "why": "" if reachable else "landline" if number else "no_number",
    }
