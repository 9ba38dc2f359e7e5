"""A fault in the ladder, its digests, its calendar or its bells makes the replay report differences."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hub.clock import simulate
from tests.replay.faults import FAULTS, planted
from tests.replay.playing import replay
from tests.replay.result import Result
from tests.replay.shares import Shares
from tests.replay.years import years_of
from workers.celery import app

HISTORY = Path(__file__).parents[1] / "data/history"
WISHES, YEAR, SEED = 10, 2019, 3
TROUBLE = Shares(
    in_time=10, after_reminder=25, after_urging=25, hand_back=10, hand_over=20, never=30, leave=80, late_claims=40
)
"""Few wishes, of which most go the long way."""

TRIED = (
    "a_day_late", "holiday_forgotten", "digest_doubled", "second_wish_left_out", "recall_skipped",
    "quiet_hours_broken", "bell_too_late"
)  # fmt: skip
"""Of `FAULTS`, one of each kind in every run; the others by hand: `python -m tests.replay DIR --fault NAME`."""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _simulated_clock_and_no_chatter(settings: Any) -> Iterator[None]:
    settings.WISHBRIDGE_SIMULATED_CLOCK = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    logging.disable(logging.INFO)
    yield
    logging.disable(logging.NOTSET)
    simulate(None)
    app.conf.task_always_eager = False


def played(fault: str | None, shares: Shares = TROUBLE, wishes: int = WISHES) -> Result:
    with planted(fault):
        return replay(years_of(HISTORY, [YEAR]), shares=shares, seed=SEED, most=wishes)


def test_without_a_fault_there_is_no_difference() -> None:
    result = played(None)
    assert result.differences == []
    assert result.kept


@pytest.mark.parametrize("fault", TRIED)
def test_a_planted_fault_is_found(fault: str) -> None:
    result = played(fault)
    assert result.differences, FAULTS[fault].__doc__
    assert not result.kept


NEW_RULES = (
    "clock_not_stopped", "missed_steps_made_up", "said_once_only", "secretary_calls_themself",
    "supervision_of_recalls_alone", "admitted_forgotten", "backstopped_forgotten",
    "follow_up_forgotten", "request_forgotten",
)  # fmt: skip
WAITING = replace(
    TROUBLE, asking=90, refused=60, unanswered=60, granted=10, taken_back=20, backstop=60, slow_backstops=100,
    late_openings=50, follow_up=100, slow_staff=60,
)  # fmt: skip
"""Few wishes, all of which wait wherever something can wait."""


def test_all_that_waits_is_told_as_the_model_says() -> None:
    assert played(None, WAITING).differences == []


@pytest.mark.parametrize("fault", NEW_RULES)
def test_a_clock_that_goes_wrong_is_found(fault: str) -> None:
    assert played(fault, WAITING).differences, FAULTS[fault].__doc__


def test_a_rung_that_nobody_hears_is_found() -> None:
    assert played("missing_secretary_unheard", replace(TROUBLE, late_claims=100), wishes=24).differences


def test_a_handover_that_nobody_is_told_of_is_found() -> None:
    assert played("handover_untold", replace(TROUBLE, hand_over=60)).differences
