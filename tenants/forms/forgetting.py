"""What came with an uploaded file is forgotten a week later: a check page can be left and come back to until then."""

from django.db import transaction

from hub.actor import SYSTEM
from hub.clock import today
from tenants.forms.batches import enter, locked
from tenants.forms.models import ImportBatch


def forget_expired_imports() -> int:
    """Takes rows, corrections and what was noted about the file from every import whose time is over, and returns how
    many those were; one that nobody confirmed counts as discarded. Counts and history stay, and so do the fingerprints
    of rows that came in, so that the same file still adds nothing. To be called inside a community's block; safe at
    any time.
    """
    forgotten = 0
    for batch_id in ImportBatch.objects.filter(expires_on__lt=today(), forgotten=False).values_list("pk", flat=True):
        with transaction.atomic():
            batch = locked(batch_id)
            if batch.forgotten:
                continue
            batch.rows, batch.corrections, batch.about, batch.forgotten = [], {}, {}, True
            if batch.state == ImportBatch.State.CHECKED:
                batch.state = ImportBatch.State.DISCARDED
            batch.save(update_fields=["rows", "corrections", "about", "forgotten", "state"])
            enter(batch, "forgotten", {}, SYSTEM)
            forgotten += 1
    return forgotten
