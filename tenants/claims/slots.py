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
            if not _slot_was_taken(error):
                raise
    return None


def close_ranks(member_id: UUID, limit: int) -> None:
    """Moves claims that stand beyond the limit into slots that have become free below it.

    To be called after a slot was freed: else a member with more claims than the limit could take a new wish into the
    freed slot, and have more than the limit for ever.
    """
    while True:
        live = Claim.objects.filter(member=member_id, ended_at=None, slot__isnull=False).values_list("slot", "pk")
        standing = {slot: pk for slot, pk in live if slot is not None}
        free = next((slot for slot in range(1, limit + 1) if slot not in standing), None)
        last = max(standing, default=0)
        if free is None or last <= limit:
            return
        # Somebody else may have ended that claim in the same moment, or taken the slot: then look again.
        try:
            with transaction.atomic():
                Claim.objects.filter(pk=standing[last], slot=last, ended_at=None).update(slot=free)
        except IntegrityError as error:
            if not _slot_was_taken(error):
                raise


def _slot_was_taken(error: IntegrityError) -> bool:
    return getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") == SLOT_TAKEN
