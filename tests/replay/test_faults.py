"""Each rule of the ladder, broken in the product, makes the replay report differences."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.replay.faults import FAULTS, clocks, planted, waiting
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

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("simulated_clock_and_no_chatter")]


def played(fault: str | None, shares: Shares, years: tuple[int, ...] = YEARS, *, officer: bool = True) -> Result:
    files = dict(years_of(HISTORY, years))
    with planted(fault):
        ordered = [(year, files[year]) for year in sorted(years)]
        return replay(ordered, shares=shares, seed=SEED, most=WISHES, until_found=True, officer=officer, members=2)


@pytest.mark.parametrize("officer", [True, False])
@pytest.mark.parametrize("shares", [TROUBLE, WAITING], ids=["trouble", "waiting"])
def test_without_a_fault_there_is_no_difference_on_any_day(shares: Shares, officer: bool) -> None:
    result = played(None, shares, YEARS[:1], officer=officer)
    assert result.differences == []
    assert result.kept


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str) -> None:
    shares = WAITING if FAULTS[fault] in (*waiting.FAULTS, *clocks.FAULTS) else TROUBLE
    assert played(fault, shares).differences, FAULTS[fault].__doc__
