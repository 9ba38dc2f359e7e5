"""The one source of time, simulated and real."""

import datetime
import os
import subprocess
import sys

import pytest

from hub.clock import TIME_ZONE, now, simulate, standing_at, today

MOMENT = datetime.datetime(2026, 5, 11, 9, tzinfo=TIME_ZONE)


def asked_by_another_process() -> datetime.datetime:
    """What the clock says in a process of its own, on the same database."""
    script = "import django; django.setup(); from hub.clock import now; print(now().isoformat())"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "WISHBRIDGE_SIMULATED_CLOCK": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return datetime.datetime.fromisoformat(done.stdout.strip())


@pytest.mark.django_db(transaction=True)
def test_all_processes_share_the_simulated_clock_and_it_runs_on(settings) -> None:  # type: ignore[no-untyped-def]
    settings.WISHBRIDGE_SIMULATED_CLOCK = True
    simulate(MOMENT)
    mine, others = now(), asked_by_another_process()
    assert datetime.timedelta() <= mine - MOMENT < datetime.timedelta(seconds=5)
    assert mine <= others < MOMENT + datetime.timedelta(seconds=60)
    assert today() == MOMENT.date()
    simulate(None)
    assert abs(now() - datetime.datetime.now(datetime.UTC)) < datetime.timedelta(seconds=5)


@pytest.mark.django_db
def test_a_clock_that_is_not_allowed_cannot_be_set() -> None:
    with pytest.raises(RuntimeError, match="WISHBRIDGE_SIMULATED_CLOCK"):
        simulate(MOMENT)


@pytest.mark.django_db
def test_without_the_setting_the_row_is_not_looked_at(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_num_queries(0):
        now()


def test_the_day_is_the_communitys_and_not_the_machines() -> None:
    with standing_at(datetime.datetime(2026, 5, 11, 16, 30, tzinfo=datetime.UTC)):
        assert today() == datetime.date(2026, 5, 12)
