"""kill -9 between the commit of `sending` and its outcome neither doubles a message nor loses one."""

import random
import signal
import subprocess
import sys
import time
import uuid
from collections import Counter
from pathlib import Path

import pytest

from hub.sms.models import Message, OutboxEntry
from hub.sms.send import say

ROOT = Path(__file__).parents[3]
MESSAGES = 400
KILLS_FROM_OUTSIDE = 3
BATCH = 7
"""Of sending_process.Mortal."""


def sender(point: str = "never") -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.hub.sms.sending_process", point],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    return process


@pytest.mark.django_db(transaction=True)
def test_a_sender_killed_at_any_moment_doubles_and_loses_nothing() -> None:
    for number in range(MESSAGES):
        say(
            purpose=f"code {number}",
            template="one_time_code",
            phone=f"+86139{number:08}",
            params={"code": f"{number:06}", "minutes": "5"},
            community=None,
        )
    chance, interrupted = random.Random(20260511), set[tuple[uuid.UUID, uuid.UUID | None]]()
    for point in ("before", "during", "after"):
        process = sender(point)
        assert process.wait(timeout=60) == -signal.SIGKILL
        # By message and call: on a fast machine the last one's lease is still running, and its messages are seen again.
        interrupted.update(Message.objects.filter(state=Message.State.SENDING).values_list("pk", "reference"))
    assert len(interrupted) == 3 * BATCH
    for _ in range(KILLS_FROM_OUTSIDE):
        process = sender("outside")
        assert process.stdout is not None
        for _ in range(chance.randint(1, 5)):
            process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.02))
        process.kill()
        assert process.wait(timeout=60) == -signal.SIGKILL

    assert sender().wait(timeout=120) == 0
    sent = Counter(entry.phone for entry in OutboxEntry.objects.all())
    assert len(sent) == MESSAGES, "none is lost"
    assert set(sent.values()) == {1}, "none is doubled"
    assert set(Message.objects.values_list("state", flat=True)) == {Message.State.ACCEPTED}
