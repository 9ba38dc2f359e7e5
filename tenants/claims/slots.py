"""A member's live claims stand in slots, and a slot is taken by a unique key: the limit holds under any race."""

from collections.abc import Callable
from itertools import count
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from tenants.claims.models import Claim

SLOT_TAKEN = "one_live_claim_a_slot"
"""The constraint that makes it so (`Claim.Meta`)."""

Written = TypeVar("Written")


def in_a_slot(member_id: UUID, write: Callable[[int], Written], *, limit: int | None) -> Written | None:
    """What `write(slot)` gives for the member's first free slot from 1 to `limit`, or None when all are taken.

    Without a limit there is always one: a gift that comes back to a member's hands may find them full. `write` is
    called again with the next slot when somebody was faster. Other errors of the database come out.
    """
    taken = set(
        Claim.objects.filter(member=member_id, ended_at=None, slot__isnull=False).values_list("slot", flat=True)
    )
    for slot in count(1) if limit is None else range(1, limit + 1):
        if slot in taken:
            continue
        try:
            with transaction.atomic():
                return write(slot)
        except IntegrityError as error:
            if getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") != SLOT_TAKEN:
                raise
    return None
