"""Every step happens, once: workers, beats and Valkey killed from outside, a bell deleted by hand, tasks doubled.

200 due steps in ten communities and eight blows; more by the environment, as for the full bar of 10,000 steps:

    WISHBRIDGE_CHAOS_COMMUNITIES=500 WISHBRIDGE_CHAOS_BLOWS=100 WISHBRIDGE_CHAOS_SEED=7 pytest tests/chaos
"""

import datetime
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django_tenants.utils import tenant_context

from hub.bells.models import Bell
from hub.bells.ringing import LADDER
from hub.clock import TIME_ZONE, now, simulate
from hub.communities.models import Community
from hub.sms.models import Message, OutboxEntry
from tenants.escalation.models import StepTaken
from tests.chaos.processes import Processes, processes
from tests.chaos.stage import DAYS, STEPS_A_DAY, Staged, staged
from tests.replay.model.events import Outage
from tests.runtime.installation import PATIENCE_S

COMMUNITIES = int(os.environ.get("WISHBRIDGE_CHAOS_COMMUNITIES", "10"))
BLOWS = int(os.environ.get("WISHBRIDGE_CHAOS_BLOWS", "8"))
SEED = int(os.environ.get("WISHBRIDGE_CHAOS_SEED", "20210517"))
BLOW = (
    "kill_a_child_of_a_worker", "kill_valkey", "kill_a_worker", "flush_valkey", "kill_a_beat",
    "kill_a_child_of_a_worker", "kill_a_child_of_a_worker", "flush_valkey",
)  # fmt: skip
STORM_S = 2.0
"""Real seconds around nine o'clock of each day in which the blows fall."""
SETTLED = (Message.State.ACCEPTED, Message.State.DELIVERED)


def at(day: datetime.date, *time_of_day: int) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(*time_of_day), TIME_ZONE)


@pytest.fixture(autouse=True)
def _simulated_clock(settings: Any) -> Iterator[None]:
    settings.WISHBRIDGE_SIMULATED_CLOCK = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    yield
    simulate(None)


@pytest.mark.django_db(transaction=True)
def test_no_step_is_missed_or_doubled_whatever_is_killed() -> None:
    chance = random.Random(SEED)
    blows = [BLOW[number % len(BLOW)] for number in range(BLOWS)]
    chance.shuffle(blows)
    stages = list(staged(COMMUNITIES))
    robbed = stages[chance.randrange(len(stages))]
    simulate(at(DAYS[0], 8, 50))
    with processes(chance) as running:
        for number, day in enumerate(DAYS):
            if number == 1:
                # A knock of the day before that came late would look once more, and ring for the day.
                with running.resting():
                    _rob_of_its_bell(robbed, day)
            simulate(at(day, 8, 59, 59))
            looked_at = [stage for stage in stages if number != 1 or stage is not robbed]
            _storm(running, chance, blows=blows[number :: len(DAYS)], stages=looked_at)
            # A sender that was killed had its lease; five minutes later it has none.
            simulate(at(day, 9, 5))
            _until(lambda: not _left_to_do(), running)
            if number == 1:
                _sweep(day + datetime.timedelta(days=1), running, robbed)
        killed, logs = Counter(running.killed), running.logs()
    steps, sent = _compare(stages)
    assert steps == COMMUNITIES * STEPS_A_DAY * len(DAYS)
    sys.stdout.write(f"{steps} steps, {sent} messages, blows: {dict(killed)}\n")
    assert set(killed) == {"child", "worker", "beat", "valkey", "flush"}, (
        f"not every kind of blow fell: {killed}\n{logs}"
    )


def _rob_of_its_bell(robbed: Staged, day: datetime.date) -> None:
    """By hand, as somebody with psql would. Nobody does that community's steps until the sweep of the next night."""
    deleted, _ = Bell.objects.filter(community=robbed.community, kind=LADDER).delete()
    assert deleted, "there was a bell for the day"
    robbed.outages.append(Outage("worker", at(day, 8, 50), at(day + datetime.timedelta(days=1), 3, 20)))


def _storm(running: Processes, chance: random.Random, *, blows: list[str], stages: list[Staged]) -> None:
    """The blows fall at random moments around nine; what falls is raised again, as a supervisor would.

    Before every other blow the tasks of the stages are in the broker twice more.
    """
    begins = time.monotonic()
    moments = sorted(chance.uniform(0.5, STORM_S) for _ in blows)
    identifiers = [str(stage.community.pk) for stage in stages]
    for moment, blow in zip(moments, blows, strict=True):
        time.sleep(max(0.0, begins + moment - time.monotonic()))
        if chance.random() < 0.5 and running.servers.valkey.answers():
            for _ in range(2):
                running.send("workers.bells.look", LADDER, identifiers)
        getattr(running, blow)()
        running.keep()


def _left_to_do() -> bool:
    due = Bell.objects.filter(kind=LADDER, due_at__lte=now()).exists()
    return due or Message.objects.exclude(state__in=SETTLED).exists()


def _sweep(day: datetime.date, running: Processes, robbed: Staged) -> None:
    """The night after, which the schedule has at 03:20; knocked for by hand, since beat's calendar is the machine's."""
    simulate(at(day, 3, 20))
    running.send("workers.bells.sweep_all")
    _until(lambda: Bell.objects.filter(community=robbed.community, kind=LADDER).exists(), running)


def _until(done: Callable[[], bool], running: Processes) -> None:
    limit = time.monotonic() + PATIENCE_S
    while not done():
        assert time.monotonic() < limit, f"it does not come to rest:\n{running.logs()}"
        running.keep()
        time.sleep(0.1)
    connection.close()


def _compare(stages: list[Staged]) -> tuple[int, int]:
    """Each community's rows against the model; how many steps and messages there were in all."""
    steps = messages = 0
    outbox = Counter((entry.reference, entry.phone) for entry in OutboxEntry.objects.all())
    for stage in stages:
        expected = stage.expected()
        with tenant_context(stage.community):
            taken = Counter(StepTaken.objects.values_list("wish__number", "key"))
        assert taken == Counter((step.wish, step.rung) for step in expected.taken), stage.community.slug
        rows = list(Message.objects.filter(community=stage.community))
        sent = Counter((row.phone, row.template.partition("_")[0], row.params.get("count", "1")) for row in rows)
        assert sent == Counter((one.person, one.kind, str(one.count)) for one in expected.sent), stage.community.slug
        assert {row.state for row in rows} <= set(SETTLED)
        assert all(outbox[row.reference, row.phone] == 1 for row in rows), stage.community.slug
        steps, messages = steps + sum(taken.values()), messages + len(rows)
    assert sum(outbox.values()) == messages
    assert Community.objects.count() == len(stages)
    return steps, messages
