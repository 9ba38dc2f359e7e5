"""A sender as a process of its own, to be killed: `python -m tests.hub.sms.sending_process POINT`.

POINT is where it kills itself (`before`, `during`, `after` the gateway has written), or `never`; or `outside`, then it
stops in the midst of its ninth call and waits for the kill, however slow the machine of whoever kills it. It says
"ready" when it begins, "calling" before each call, and ends when nothing is left to do.
"""

import datetime
import os
import signal
import sys
import time
import uuid
from collections.abc import Sequence

import django

django.setup()

from hub.sms import sender  # noqa: E402  (Django is set up first)
from hub.sms.gateways.base import Outcome, Outgoing  # noqa: E402
from hub.sms.gateways.local.gateway import Gateway  # noqa: E402
from hub.sms.models import Message  # noqa: E402
from hub.sms.templates import Template  # noqa: E402

State = Message.State
CALLS_BEFORE_DEATH, CALLS_BEFORE_WAITING = 3, 9


class Mortal(Gateway):
    batch = 7

    def __init__(self, point: str) -> None:
        self.point, self.calls = point, 0

    def send(self, template: Template, messages: Sequence[Outgoing]) -> dict[uuid.UUID, Outcome]:
        self.calls += 1
        print("calling", flush=True)  # noqa: T201
        dies = self.calls == CALLS_BEFORE_DEATH
        if dies and self.point == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        half = list(messages)[: len(messages) // 2] if dies and self.point == "during" else messages
        outcomes = super().send(template, half)
        if dies and self.point in {"during", "after"}:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.point == "outside" and self.calls == CALLS_BEFORE_WAITING:
            signal.pause()
        # Long enough for a kill from outside to find it on either side of the write.
        time.sleep(0.004)
        return outcomes


def main(point: str) -> None:
    # Half a second is much longer than PostgreSQL needs to finish the commit of a client that is gone.
    sender.LEASE = datetime.timedelta(seconds=0.5)
    gateway = Mortal(point)
    print("ready", flush=True)  # noqa: T201
    while Message.objects.filter(state__in=[State.DUE, State.SENDING, State.UNKNOWN]).exists():
        if not sender.send_due(gateway):
            time.sleep(0.05)


if __name__ == "__main__":
    main(sys.argv[1])
