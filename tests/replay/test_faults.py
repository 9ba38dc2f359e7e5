"""Each rule of the ladder, broken in the product, makes the replay report differences."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.replay.faults import FAULTS, campaigns, clocks, needing, planted, waiting
from tests.replay.playing import replay
from tests.replay.result import Result
from tests.replay.shares import Shares
from tests.replay.years import years_of

HISTORY = Path(__file__).parents[1] / "data/history"
WISHES, YEARS, SEED = 8, (2018, 2019, 2020, 2021), 3
"""A few wishes of a year; of the next where chance lets none of them meet the rule that is broken."""
TROUBLE = Shares(
    in_time=10, after_reminder=25, after_urging=25, hand_back=10, hand_over=20, never=30, leave=80, late_claims=40,
    looked_up=40, not_confirmed=20,
)  # fmt: skip
"""Most of them go the long way."""
WAITING = replace(
    TROUBLE, asking=90, asking_again=80, refused=60, unanswered=60, granted=20, taken_back=30, backstop=60, slow_backstops=100,
    late_openings=50, follow_up=100, slow_staff=60,
)  # fmt: skip
"""All of them wait wherever something can wait."""

NEEDED = replace(TROUBLE, needed=100, needed_earlier=80, asking=60, granted=100, extend=60)
"""All of them are needed by a day."""
CROWDED = replace(TROUBLE, beside=50, heedless=70, late_openings=60, left_over=50, slow_staff=0)
"""Half of them are of an occasion, and people claim without looking whether they may."""

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("simulated_clock_and_no_chatter")]


def played(fault: str | None, shares: Shares, years: tuple[int, ...] = YEARS, *, officer: bool = True) -> Result:
    files = dict(years_of(HISTORY, years))
    with planted(fault):
        ordered = [(year, files[year]) for year in sorted(years)]
        return replay(ordered, shares=shares, seed=SEED, most=WISHES, until_found=True, officer=officer, members=2)


@pytest.mark.parametrize("shares", [TROUBLE, WAITING], ids=["trouble", "waiting"])
def test_without_a_fault_there_is_no_difference_on_any_day(shares: Shares) -> None:
    result = played(None, shares, YEARS[:1])
    assert result.differences == []
    assert result.kept


def test_where_the_town_has_no_officer_staff_hear_the_supervision() -> None:
    result = played(None, WAITING, YEARS[:1], officer=False)
    assert result.differences == []
    assert result.kept


def shares_for(fault: str) -> Shares:
    """Lives in which what is broken is met often."""
    for shares, rooms in ((WAITING, (waiting, clocks)), (NEEDED, (needing,)), (CROWDED, (campaigns,))):
        if any(FAULTS[fault] in room.FAULTS for room in rooms):
            return shares
    return TROUBLE


TRIED = (
    "holiday_forgotten", "make_up_day_forgotten", "deadline_a_day_early", "deadline_in_days_of_the_week", "branch_days_cut",
    "branch_days_lost_to_a_weekend", "correction_without_effect", "a_day_late", "secretary_not_urged", "claimer_not_urged",
    "recall_skipped", "delivered_and_reminded", "reminded_at_once", "handover_untold", "bell_too_late", "said_once_only",
    "said_every_week", "digest_doubled", "supervision_doubled", "second_wish_left_out", "one_wish_unnamed",
    "default_for_what_runs", "campaigns_ladder_for_what_runs", "default_for_what_is_not_changed", "default_for_what_waits",
    "steps_at_night", "secretary_calls_themself", "late_secretary_spared",
)  # fmt: skip
"""Of `FAULTS`, those of every run; the others by hand: `python -m tests.replay DIR --fault NAME`, with shares that let people
meet what is broken."""


@pytest.mark.parametrize("fault", TRIED)
def test_a_planted_fault_is_found(fault: str) -> None:
    assert played(fault, shares_for(fault)).differences, FAULTS[fault].__doc__
