"""What a knock of beat does: call one verb."""

from hub.accounts.housekeeping import tidy
from hub.pulse.beats import beat
from hub.rest.idempotency import forget_old_answers
from hub.rollups import supervision
from hub.sms.erasing import erase_old_messages
from hub.sms.sender import send_due
from workers.task import hub_task


@hub_task
def show_life() -> None:
    """Beat, broker, worker and database are all alive, or this row grows old."""
    beat("beat")


@hub_task
def send_messages() -> None:
    """Hand what is due of the ledger to the gateway. Two of these at once share the work."""
    send_due()


@hub_task
def tidy_up() -> None:
    """Take away what is no longer needed: expired sessions and codes, stored answers."""
    tidy()
    forget_old_answers()


@hub_task
def erase_messages() -> None:
    """Forget what was said to whom 30 days ago."""
    erase_old_messages()


@hub_task
def tell_officers() -> None:
    """Write the day's messages to officers about claims that nobody decided about."""
    supervision.tell_officers()
