"""What is no longer needed goes: old sessions, spent codes, tallies that count no more."""

from hub.accounts.models import LoginCode, Session, Tally
from hub.clock import now


def tidy() -> int:
    """Deletes expired rows and returns how many. Safe at any time, any number of times (nightly is enough)."""
    moment = now()
    gone = Session.objects.filter(expire_date__lt=moment).delete()[0]
    gone += LoginCode.objects.filter(expires_at__lt=moment).delete()[0]
    gone += Tally.objects.filter(until__lt=moment).delete()[0]
    return gone
