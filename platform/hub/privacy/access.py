"""Every unmasking and every export stands on the access log, with its reason."""

import uuid

import structlog

from hub.actor import Actor
from hub.communities.current import current_or_none
from hub.privacy.models import AccessLog


def record_access(by: Actor, *, subject: str, subject_id: uuid.UUID | None, fields: list[str], reason: str) -> None:
    """Write down that `by` saw these fields of the subject ("wish", "person", "import") unmasked, and why.

    Call it in the transaction that reads them: what could not be logged is not shown. `reason` is kept encrypted: it is
    a person's own words, and may name somebody.
    """
    community = current_or_none()
    AccessLog.objects.create(
        community_id=community.pk if community else None,
        actor_id=by.account_id,
        actor_name=by.name,
        subject=subject,
        subject_id=subject_id,
        fields=fields,
        reason=reason[:200],
        request_id=structlog.contextvars.get_contextvars().get("request_id", ""),
    )
