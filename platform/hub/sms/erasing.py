"""What was said to whom is forgotten after 30 days: telephone, its index and the parameters go, and with them the text.
Community, template, state, reason and days stay, so that every count is the same before and after."""

import datetime

from hub.clock import now
from hub.sms.limits import forget_old_counts
from hub.sms.models import Message, OutboxEntry, Stop

State = Message.State

KEPT = datetime.timedelta(days=30)
"""As long as providers can be asked about a message (sms.md)."""


def erase_old_messages() -> int:
    """Erases messages written more than 30 days ago and returns how many; deletes outbox entries, lifted stops and
    spent counters of that age. Safe at any time, any number of times, in several processes at once.

    One that is still open is settled first: waiting for 30 days it has expired, and nobody can be asked any more about
    one whose fate is unknown; that one stays unknown, and stands so in the counts.
    """
    moment = now()
    old = Message.objects.filter(created_at__lt=moment - KEPT, erased_at=None)
    old.filter(state=State.DUE).update(state=State.EXPIRED, settled_at=moment)
    abandoned = old.filter(state=State.SENDING, lease_until__lte=moment)
    abandoned.update(state=State.UNKNOWN, why="interrupted", unknown_since=moment, lease_until=None)
    settled = old.exclude(state__in=[State.DUE, State.SENDING])
    erased = settled.update(phone=None, phone_blind=None, params=None, look_up_at=None, erased_at=moment)
    OutboxEntry.objects.filter(at__lt=moment - KEPT).delete()
    Stop.objects.filter(lifted_at__lt=moment - KEPT).delete()
    forget_old_counts()
    return erased
