"""Plays with a fault planted in the product: a few wishes whose people meet what is broken, until something differs."""

from dataclasses import replace
from pathlib import Path

from tests.replay.faults import FAULTS, planted, rooms
from tests.replay.playing import replay
from tests.replay.result import Result
from tests.replay.shares import Shares
from tests.replay.years import years_of

HISTORY = Path(__file__).parents[1] / "data/history"
WISHES, YEARS, SEED = 6, (2018, 2019, 2020, 2021), 3
"""A few wishes of a year; of the next where chance lets none of them meet the rule that is broken."""

TROUBLE = Shares(
    in_time=10, after_reminder=25, after_urging=25, hand_back=10, hand_over=20, never=30, leave=80, late_claims=40,
    looked_up=40, not_confirmed=20, slow_staff=0,
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
HEEDLESS = replace(CROWDED, heedless=100, in_time=60)
"""The same, and whoever has a wish claims the next one at once: at and beyond the limit, and into a place that has become free."""
TOGETHER = replace(
    TROUBLE, in_time=0, after_reminder=0, after_urging=0, hand_back=0, hand_over=0, never=100, leave=100, extend=0, recall=0,
    backstop=0, late_claims=0, late_openings=0, slow_staff=0, beside=0, asking=0, needed=0, undone=0, hidden=0,
)  # fmt: skip
"""All of them are claimed in the same days, and nobody brings anything: secretaries and others are late at the same time."""
SILENT = replace(TROUBLE, in_time=60, sender_away=40)
"""What is written in the morning is often sent the next day, when it may not be true any more."""
SLIPPING = replace(TROUBLE, undone=100, slow_staff=100, follow_up=100, asking=50)
"""Whatever can be pressed by mistake is, and taken back."""
UNANSWERED = replace(SLIPPING, asking=100, unanswered=100, granted=5, refused=5, taken_back=0)
"""The same, while requests for more time are open."""
HIDDEN = replace(TROUBLE, hidden=100, late_claims=100, slow_staff=0)
"""All of them leave the board while they are open."""
EXTENDED = replace(TOGETHER, leave=0, extend=100)
"""All of them are late, and given more time when the recall is near: less of it than the first reminder comes before."""
TAKEN_BACK = replace(TOGETHER, asking=100, granted=0, refused=0, unanswered=0, taken_back=100)
"""All claimers ask for more time, and ask no more days later, by the deadline or after it."""
HANDED_ON = replace(TOGETHER, never=0, in_time=15, hand_over=85)
"""Claims go from hand to hand: one person is asked to take over two of them on one day."""
SAME_DAY = replace(TOGETHER, same_day=100)
"""Claimed on the day of opening: a secretary is late on the same day as another member of the branch."""

GIVEN_BACK = replace(TOGETHER, never=0, hand_back=100, heedless=100, beside=50, left_over=0)
"""Whoever has two wishes hands one back, and claims one of the occasion, whose limit is lower, without looking."""

MET_BY_OTHERS = {
    TOGETHER: (
        "staff_hear_of_every_late_secretary", "recall_left_out", "recall_skipped", "officers_not_told",
    ),
    SILENT: ("sent_though_untrue",),
    SLIPPING: ("told_before_it_can_be_taken_back",),
    UNANSWERED: ("request_forgotten_with_the_claim", "answer_cannot_be_taken_back"),
    HEEDLESS: ("limit_beside_the_point",),
    GIVEN_BACK: ("gap_in_the_slots",),
    HIDDEN: ("asked_for_what_nobody_can_claim",),
    EXTENDED: ("reminded_at_once",),
    TAKEN_BACK: ("taking_back_is_no_answer",),
    HANDED_ON: ("told_in_the_same_breath",),
    SAME_DAY: ("own_claims_unnamed",),
}  # fmt: skip
"""Faults that other lives meet sooner than those of their room."""
SOONER_IN = {HANDED_ON: YEARS[2:], GIVEN_BACK: YEARS[2:]}
"""Where chance brings in the first years about late what later ones have at once."""
BY_ONE = (GIVEN_BACK,)
"""Lives in which all is claimed by one member."""


def shares_for(fault: str) -> Shares:
    """Lives in which what is broken is met often."""
    for shares, faults in MET_BY_OTHERS.items():
        if fault in faults:
            return shares
    of_rooms = (
        (WAITING, (rooms.waiting, rooms.clocks)), (NEEDED, (rooms.needing,)), (CROWDED, (rooms.campaigns,)),
        (SLIPPING, (rooms.undoing,)),
    )  # fmt: skip
    for shares, those in of_rooms:
        if any(FAULTS[fault] in room.FAULTS for room in those):
            return shares
    return TROUBLE


def played(fault: str | None, shares: Shares, years: tuple[int, ...] = YEARS, *, officer: bool = True) -> Result:
    """Until the first difference, or the end of the years."""
    files = dict(years_of(HISTORY, years))
    with planted(fault):
        ordered = [(year, files[year]) for year in sorted(years)]
        members = 1 if shares in BY_ONE else 2
        return replay(
            ordered, shares=shares, seed=SEED, most=WISHES, until_found=True, officer=officer, members=members
        )


def finds(fault: str) -> bool:
    """Whether the replay sees that the product has this fault. That a year ends before the last wish is fulfilled says
    nothing: so it does where nobody brings anything."""
    shares = shares_for(fault)
    found = played(fault, shares, SOONER_IN.get(shares, YEARS)).differences
    return any(not one.startswith("nothing happens any more") for one in found)
