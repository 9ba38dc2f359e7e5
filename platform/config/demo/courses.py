"""What becomes of a wish: its fate, as steps on days before today. Pure; nothing here touches a database.

Day numbers are working days before today: 15 lies three weeks back, 0 is today. A claim lasts 15 working days, so one
made on day 15 is due today.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

CLAIM_DAYS = 15


@dataclass(frozen=True)
class Step:
    """One verb on one day. `details` are what the verb needs to know beyond the wish."""

    day: int
    verb: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Stage:
    """How far a campaign has come: between which days wishes were collected, and on which day they were opened.

    `fates` are weights. What is shared out is so on the day before `opened`; None: nothing has been yet.
    """

    collected: tuple[int, int]
    fates: Mapping[str, int]
    opened: int | None = None
    balanced: int | None = None


CLAIMING = Stage(
    collected=(58, 44),
    opened=34,
    fates={
        "fulfilled": 34, "held": 20, "open": 8, "opened_lately": 8, "due_today": 3, "due_tomorrow": 4, "overdue": 7,
        "delivered": 6, "to_verify": 2, "to_assess": 2, "withdrawn": 2, "declined": 1, "handed_back": 1,
        "backstopped": 1, "late": 1,
    },
)  # fmt: skip

STAGES: Mapping[str, Stage] = {
    "claiming": CLAIMING,
    "collecting": Stage(collected=(9, 0), fates={"to_verify": 8, "incomplete": 2, "verified_since": 2}),
    "verifying": Stage(
        collected=(17, 6), fates={"to_verify": 6, "to_assess": 7, "admitted": 5, "incomplete": 1, "declined": 1}
    ),
    "balanced": Stage(
        collected=(30, 16), balanced=1, fates={"admitted": 16, "no_consent": 1, "declined": 1, "referred": 1}
    ),
    "ending": Stage(
        collected=(92, 80),
        opened=66,
        fates={"fulfilled": 32, "late": 3, "held": 2, "delivered": 2, "fulfilled_by_backstop": 1, "withdrawn": 1},
    ),
    "finished": Stage(
        collected=(120, 108),
        opened=96,
        fates={"fulfilled": 30, "late": 2, "fulfilled_by_backstop": 2, "withdrawn": 1, "referred": 1},
    ),
    "last_year": Stage(
        collected=(70, 70), opened=60, fates={"followed_up": 31, "late": 4, "fulfilled": 3, "fulfilled_by_backstop": 2}
    ),
    "this_year": Stage(collected=(46, 46), opened=34, fates={}),
    "quiet": Stage(collected=(52, 46), fates={"long_to_verify": 1}),
    "stuck": Stage(
        collected=(74, 62),
        opened=48,
        fates={
            "long_overdue": 7, "long_open": 7, "fulfilled": 3, "long_delivered": 3, "long_to_assess": 4,
            "long_to_verify": 3, "incomplete": 1, "backstopped": 1,
        },
    ),
}  # fmt: skip
"""The stages of the county, and what share of the wishes of each has which fate. Those of the two years of haihong
begin with the import of a workbook, and what becomes of its rows this year stands with it (sample.py)."""


def shared_out(fates: Mapping[str, int], count: int) -> list[str]:
    """`count` fates in the proportion of their weights, each as often as it must be (largest remainder)."""
    whole = sum(fates.values())
    exact = {fate: count * weight / whole for fate, weight in fates.items()}
    given = {fate: int(share) for fate, share in exact.items()}
    by_remainder = sorted(exact, key=lambda fate: given[fate] - exact[fate])
    for fate in by_remainder[: count - sum(given.values())]:
        given[fate] += 1
    return [fate for fate, times in given.items() for _ in range(times)]


def course(fate: str, stage: Stage, random: Random) -> list[Step]:
    """The steps of one wish, in the order of time. `collect` comes first in each."""
    first, last = stage.collected
    day = random.randint(last, first)
    steps = [Step(day, "collect", {"incomplete": fate == "incomplete", "consents": fate != "no_consent"})]
    return steps + course_after_collecting(fate, stage, random, day)


def course_after_collecting(fate: str, stage: Stage, random: Random, collected: int) -> list[Step]:
    """The steps of a wish that was collected on that day."""
    if fate in ("to_verify", "incomplete", "long_to_verify"):
        return []
    # By the day on which wishes are shared out all of them are through; before it, whenever there is time.
    shared = stage.balanced if stage.opened is None else stage.opened + 1
    last = 0 if shared is None else shared + 2
    if fate in ("verified_lately", "sent_back", "admitted_lately"):
        return _lately(fate, random)
    verified = min(collected, _between(random, collected - 1, collected - 5, last + 1))
    steps = [Step(verified, "verify", {"manner": random.choice(("visit", "visit", "telephone"))})]
    if fate in ("to_assess", "verified_since", "long_to_assess"):
        return steps
    assessed = _between(random, verified - 1, verified - 3, last)
    if fate in ("declined", "referred"):
        return [*steps, Step(assessed, "decline" if fate == "declined" else "refer")]
    steps.append(Step(assessed, "admit"))
    if stage.opened is None or fate == "not_opened":
        return steps
    if fate == "consent_withdrawn":
        return [*steps, Step(stage.opened, "withdraw_consent")]
    return [*steps, *_after_opening(fate, stage.opened, random)]


def _lately(fate: str, random: Random) -> list[Step]:
    """For wishes that the office came to late, after the others were shared out."""
    verified = random.randint(6, 8)
    if fate == "verified_lately":
        return [Step(random.randint(1, 4), "verify", {"manner": "visit"})]
    steps = [Step(verified, "verify", {"manner": "telephone"})]
    return [*steps, Step(random.randint(2, 4), "send_back" if fate == "sent_back" else "admit")]


def _after_opening(fate: str, opened: int, random: Random) -> list[Step]:
    if fate == "opened_lately":
        return [Step(random.randint(1, 8), "open")]
    steps = [Step(opened, "open")]
    if fate in ("open", "long_open"):
        return steps
    if fate == "withdrawn":
        return [*steps, Step(random.randint(opened // 2, opened - 2), "withdraw")]
    if fate == "backstopped":
        return [*steps, Step(random.randint(2, 5), "backstop")]
    if fate == "fulfilled_by_backstop":
        day = random.randint(14, 20)
        return [
            *steps,
            Step(day, "backstop"),
            Step(day - 4, "deliver_backstop"),
            Step(day - 5, "confirm", {"backstop": True}),
        ]
    return [*steps, *_claimed(fate, opened, random)]


def _claimed(fate: str, opened: int, random: Random) -> list[Step]:
    """From the claim on: a live one by its deadline, one that is over by its end."""
    if fate == "held":
        return [Step(random.randint(0, CLAIM_DAYS - 2), "claim")]
    if fate in ("due_today", "due_tomorrow"):
        return [Step(CLAIM_DAYS if fate == "due_today" else CLAIM_DAYS - 1, "claim")]
    if fate == "overdue":
        return [Step(CLAIM_DAYS + random.choice((1, 1, 2, 3)), "claim")]
    if fate == "to_decide":
        # Staff were asked yesterday; tomorrow it would be recalled by itself.
        return [Step(CLAIM_DAYS + 4, "claim")]
    if fate == "asks_for_time":
        return [Step(CLAIM_DAYS - 3, "claim"), Step(1, "ask_for_time")]
    if fate == "long_overdue":
        return [Step(random.randint(CLAIM_DAYS + 6, opened - 1), "claim")]
    if fate == "delivered":
        delivered = random.randint(0, 3)
        return [Step(delivered + random.randint(4, 12), "claim"), Step(delivered, "deliver")]
    if fate == "long_delivered":
        delivered = random.randint(6, 12)
        return [Step(delivered + random.randint(4, 12), "claim"), Step(delivered, "deliver")]
    if fate == "handed_back":
        day = random.randint(12, opened - 1)
        return [Step(day, "claim"), Step(day - random.randint(2, 8), "hand_back")]
    if fate == "recalled":
        day = min(opened - 1, 26)
        return [Step(day, "claim"), Step(day - CLAIM_DAYS - 4, "recall")]
    if fate == "claimed_again":
        day = min(opened - 1, 24)
        return [Step(day, "claim"), Step(day - 3, "hand_back"), Step(random.randint(3, 9), "claim")]
    if fate == "not_confirmed_at_first":
        return [
            Step(21, "claim"), Step(11, "deliver"), Step(10, "reject"), Step(8, "deliver"), Step(7, "confirm"),
            Step(4, "follow_up", {"outcome": "satisfied"}),
        ]  # fmt: skip
    if fate == "reopened":
        return [
            Step(31, "claim"), Step(24, "deliver"), Step(23, "confirm"), Step(9, "follow_up", {"outcome": "not"}),
        ]  # fmt: skip
    return _fulfilled(fate, opened, random)


def _fulfilled(fate: str, opened: int, random: Random) -> list[Step]:
    claimed = random.randint(9, opened - 1)
    if fate == "late":
        claimed = max(claimed, CLAIM_DAYS + 6)
    needed = CLAIM_DAYS + random.randint(1, 3) if fate == "late" else random.randint(2, min(CLAIM_DAYS, claimed - 3))
    delivered = claimed - needed
    confirmed = delivered - random.randint(0, 2)
    steps = [Step(claimed, "claim"), Step(delivered, "deliver"), Step(confirmed, "confirm")]
    if fate in ("followed_up", "late") or (fate != "to_follow_up" and random.random() < 0.3):
        outcome = "partly" if random.random() < 0.12 else "satisfied"
        steps.append(Step(max(0, confirmed - random.randint(1, 4)), "follow_up", {"outcome": outcome}))
    return steps


def _between(random: Random, earliest: int, latest: int, floor: int) -> int:
    """A day from `earliest` to `latest`, but none after `floor` (day numbers count backwards)."""
    return max(floor, random.randint(min(earliest, latest), max(earliest, latest)), 0)
