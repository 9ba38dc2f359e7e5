"""Every unmasking and every export stands on the access log, with its reason: one entry an answer."""

import datetime
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import structlog

from hub.actor import Actor
from hub.clock import TIME_ZONE, now
from hub.communities.current import current_or_none
from hub.privacy.models import AccessLog

_noted: ContextVar[list[dict[str, Any]] | None] = ContextVar("looks of this answer", default=None)

AGAIN = "the same answer again: "
"""Before the reason of a look at an answer that was kept."""


def record_access(
    by: Actor,
    *,
    subject: str,
    subject_id: uuid.UUID | None,
    fields: list[str],
    reason: str,
    subjects: Iterable[uuid.UUID] = (),
) -> None:
    """Write down that `by` saw these fields of the subject ("wish", "person", "import") unmasked, and why.

    `subjects` are the residents (or their wishes) that the answer showed, where the subject does not say it alone.
    Call it in the transaction that reads them: what could not be logged is not shown. `reason` is kept encrypted: it is
    a person's own words, and may name somebody.
    """
    look = _look(subject, subject_id, fields, reason, subjects)
    _note(look)
    _write(by, look)


def record_access_of_the_day(by: Actor, *, subject: str, subject_id: uuid.UUID, fields: list[str], reason: str) -> None:
    """The same for what somebody works on for hours, with an answer for every cell: once a person, subject and day."""
    look = _look(subject, subject_id, fields, reason, ())
    _note(look)
    midnight = datetime.datetime.combine(now().astimezone(TIME_ZONE).date(), datetime.time(), TIME_ZONE)
    seen = AccessLog.objects.filter(
        actor_id=by.account_id, subject=subject, subject_id=subject_id, at__gte=midnight, fields=fields
    )
    if not seen.exists():
        _write(by, look)


@contextmanager
def noting_looks() -> Iterator[list[dict[str, Any]]]:
    """What is recorded within, as `record_again` takes it: for an answer that is kept, and may be given once more."""
    looks: list[dict[str, Any]] = []
    token = _noted.set(looks)
    try:
        yield looks
    finally:
        _noted.reset(token)


def record_again(by: Actor, look: Mapping[str, Any]) -> None:
    """A kept answer is shown again: a look of its own, also where the first was one of a day."""
    _write(by, {**look, "reason": f"{AGAIN}{look['reason']}"})


def _look(
    subject: str, subject_id: uuid.UUID | None, fields: list[str], reason: str, subjects: Iterable[uuid.UUID]
) -> dict[str, Any]:
    return {
        "subject": subject,
        "subject_id": str(subject_id) if subject_id else None,
        "subjects": [str(each) for each in dict.fromkeys(subjects)] or None,
        "fields": fields,
        "reason": reason,
    }


def _note(look: dict[str, Any]) -> None:
    looks = _noted.get()
    if looks is not None:
        looks.append(look)


def _write(by: Actor, look: Mapping[str, Any]) -> None:
    community = current_or_none()
    AccessLog.objects.create(
        community_id=community.pk if community else None,
        actor_id=by.account_id,
        actor_name=by.name,
        request_id=structlog.contextvars.get_contextvars().get("request_id", ""),
        **{**look, "reason": look["reason"][:200]},
    )
