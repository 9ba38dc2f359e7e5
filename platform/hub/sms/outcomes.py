"""What became of a message, written into the ledger. States only move forward, and only for the call they belong to."""

import datetime

from hub.clock import now
from hub.sms.gateways.base import Accepted, LookedUp, Outcome, Outgoing, Refused, Unknown
from hub.sms.models import Message

State = Message.State

MOST_ATTEMPTS = 6
WAITS_MINUTES = (1, 5, 15, 60, 240)


def outgoing(message: Message) -> Outgoing:
    """The message as gateways see it. It has been taken, so it has a reference."""
    if message.reference is None or message.sending_at is None:
        raise ValueError(f"Message {message.pk} was never taken for sending.")
    if message.phone is None or message.params is None:
        raise ValueError(f"Message {message.pk} is erased.")
    return Outgoing(
        message.pk, message.reference, message.phone, message.params, message.community_id, message.sending_at
    )


def refuses_template(outcome: LookedUp) -> str:
    """The provider's code, where what it refuses is the template, the signature or our rights and no single message."""
    return outcome.code if isinstance(outcome, Refused) and outcome.then == "configuration" else ""


def record_outcome(message: Message, outcome: Outcome) -> bool:
    """Writes what became of a message, while it is still the call's own; False when somebody settled it before."""
    moment = now()
    mine = Message.objects.filter(pk=message.pk, reference=message.reference, state__in=[State.SENDING, State.UNKNOWN])
    free = {"lease_until": None, "look_up_at": None, "unknown_since": None}
    if isinstance(outcome, Accepted):
        state = State.DELIVERED if outcome.delivered else State.ACCEPTED
        return bool(mine.update(state=state, provider_id=outcome.provider_id, settled_at=moment, why="", **free))
    if isinstance(outcome, Unknown):
        # The lease is over for this process: it knows that it will not send any more.
        return bool(
            mine.update(
                state=State.UNKNOWN, why=outcome.why[:120], unknown_since=moment, look_up_at=moment, lease_until=None
            )
        )
    if outcome.then == "message" or (outcome.then == "later" and message.attempt >= MOST_ATTEMPTS):
        return bool(mine.update(state=State.FAILED, why=outcome.code[:120], settled_at=moment, **free))
    # What only the operator can mend waits for the template, not for a time (hub.sms.wordings.stop_refused).
    minutes = 0 if outcome.then == "configuration" else WAITS_MINUTES[min(message.attempt, len(WAITS_MINUTES)) - 1]
    wait = datetime.timedelta(minutes=minutes)
    return bool(mine.update(state=State.DUE, not_before=moment + wait, why=outcome.code[:120], **free))
