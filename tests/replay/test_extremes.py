"""Where everybody does the same, product and model agree as well."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.replay.playing import replay
from tests.replay.shares import Shares
from tests.replay.years import years_of

HISTORY = Path(__file__).parents[1] / "data/history"
YEAR, WISHES, SEED = 2020, 7, 11

USUAL = Shares(looked_up=50)
ALL_ASK = replace(
    USUAL,
    in_time=0,
    after_reminder=0,
    after_urging=0,
    hand_back=0,
    hand_over=0,
    never=100,
    asking=100,
    leave=100,
    late_claims=0,
)
EXTREMES = {
    "everybody is late": replace(USUAL, in_time=0, after_reminder=0, hand_back=0, hand_over=0, never=0, after_urging=100),
    "nobody is late": replace(USUAL, after_reminder=0, after_urging=0, hand_back=0, hand_over=0, never=0, asking=0),
    "nobody brings anything": replace(ALL_ASK, asking=0),
    "all that is admitted waits": replace(USUAL, late_openings=100, late_claims=100, slow_staff=100),
    "all requests are refused": replace(ALL_ASK, granted=0, refused=100, taken_back=0, unanswered=0, asking_again=100),
}  # fmt: skip

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("simulated_clock_and_no_chatter")]


@pytest.mark.parametrize("shares", EXTREMES.values(), ids=EXTREMES)
def test_where_everybody_does_the_same_there_is_no_difference(shares: Shares) -> None:
    result = replay(years_of(HISTORY, [YEAR]), shares=shares, seed=SEED, most=WISHES, members=2)
    # Where nobody brings anything, a year may end before the last wish is fulfilled.
    assert [one for one in result.differences if not one.startswith("nothing happens any more")] == []
