"""What happens without a request, on the simulated clock: beat's knocks answered by this process, outages included."""

import datetime

from hub.bells.models import Bell
from hub.bells.ringing import CALENDAR, LADDER, due
from hub.clock import TIME_ZONE, simulate
from hub.rollups.models import Supervision
from hub.sms.models import Message
from hub.sms.sender import send_due
from tests.replay.model.events import Outage
from workers import bells, knocks
from workers.celery import app


class Working:
    """Worker, beat and sender of the installation. Nothing here knows what is due: it knocks, as beat does."""

    def __init__(self, outages: list[Outage]) -> None:
        self.outages = outages
        # A task that a task sends runs at once, in this process.
        app.conf.task_always_eager = True
        app.set_current()

    def away(self, of: str, at: datetime.datetime) -> bool:
        """Whether that part of the installation is down."""
        return any(outage.of == of and outage.start <= at < outage.end for outage in self.outages)

    def tick(self, at: datetime.datetime, *, figures: bool = False) -> bool:
        """The clock says `at`, and beat knocks for everything that it knocks for by day. Whether anybody looked.

        The worker of the figures is a lazy one: it answers when asked to, since no step depends on it.
        """
        simulate(at)
        if self.away("worker", at):
            return False
        waiting = due().get(LADDER)
        if figures:
            bells.knock.apply(throw=True)
        elif waiting:
            bells.look.apply(args=(LADDER, [str(pk) for pk in waiting]), throw=True)
        if _something_is_untold():
            knocks.tell_officers.apply(throw=True)
        if not self.away("sender", at) and something_waits_to_be_sent():
            send_due()
        return bool(waiting)

    def look_at_the_calendar(self) -> None:
        """Whoever answers the bell that rings when a year is arranged anew; within a moment, and on any day."""
        waiting = due().get(CALENDAR, ())
        bells.look.apply(args=(CALENDAR, [str(pk) for pk in waiting]), throw=True)

    def night(self, at: datetime.datetime) -> bool:
        """The nightly sweep, and the knocks that go on."""
        simulate(at)
        if not self.away("worker", at):
            bells.sweep_all.apply(throw=True)
        return self.tick(at)


def next_day_of_the_house() -> datetime.date | None:
    """The day of the next bell of the ladder or of the next message that waits; None when there is neither."""
    bell = Bell.objects.filter(kind=LADDER).order_by("due_at").values_list("due_at", flat=True).first()
    if _something_is_untold():
        # Noted after the officers' message of the day: they hear of it tomorrow, whatever else happens.
        return datetime.date.min
    waiting = Message.objects.filter(state=Message.State.DUE).order_by("not_before")
    message = waiting.values_list("not_before", flat=True).first()
    return min((at.astimezone(TIME_ZONE).date() for at in (bell, message) if at is not None), default=None)


def _something_is_untold() -> bool:
    return Supervision.objects.filter(told_at=None).exists()


def something_waits_to_be_sent() -> bool:
    """Whether a look of the sender would not be an empty one."""
    return Message.objects.filter(state=Message.State.DUE).exists()
