"""A member's live claims stand in slots, and a slot is taken by a unique key: the limit holds under any race.

The claims of all campaigns stand in one row of slots without a gap, so that the next slot tells how many there are, and
each campaign's own limit can be compared with it (domain.md, Several campaigns beside each other).
"""

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
    # Two of the member's claims that ended in one moment may have left a gap: neither saw the other.
    close_ranks(member_id)
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


def back_in_a_slot(claim: Claim, **also: object) -> None:
    """A claim that comes back to its member's hands takes a slot again, and has `also` what is written with it.

    The member may have taken another wish meanwhile: then the claim stands in a slot beyond the limit.
    """
    in_a_slot(claim.member_id, lambda slot: Claim.objects.filter(pk=claim.pk).update(slot=slot, **also), limit=None)


def close_ranks(member_id: UUID) -> None:
    """Fills each slot that has become free with the last claim, whatever its campaign's limit.

    To be called after a slot was freed, and before one is taken: else a member could take a new wish into a freed slot
    below one campaign's limit while they hold more claims than that, of another.
    """
    while True:
        live = Claim.objects.filter(member=member_id, ended_at=None, slot__isnull=False).values_list("slot", "pk")
        standing = {slot: pk for slot, pk in live if slot is not None}
        free = next(slot for slot in count(1) if slot not in standing)
        last = max(standing, default=0)
        if last < free:
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
