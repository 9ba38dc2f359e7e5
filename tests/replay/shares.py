"""How people behave in the replay: shares out of a hundred and weights, all of them options."""

import argparse
import datetime
from dataclasses import dataclass, fields
from random import Random

COURSES = ("in_time", "after_reminder", "after_urging", "hand_back", "hand_over", "never")
DECISIONS = ("extend", "recall", "backstop", "leave")
ANSWERS = ("granted", "refused", "taken_back", "unanswered")


@dataclass(frozen=True)
class Shares:
    """Weights of what a claimer does and of what staff decide about a late claim; the rest in percent."""

    in_time: int = 54
    after_reminder: int = 20
    after_urging: int = 12
    hand_back: int = 6
    hand_over: int = 5
    never: int = 8
    extend: int = 20
    recall: int = 20
    backstop: int = 15
    leave: int = 45
    slow_staff: int = 12
    not_confirmed: int = 4
    late_claims: int = 14
    same_day: int = 0
    heedless: int = 10
    looked_up: int = 8
    asking: int = 15
    asking_again: int = 40
    granted: int = 30
    refused: int = 30
    taken_back: int = 15
    unanswered: int = 25
    slow_backstops: int = 30
    given_back: int = 15
    late_openings: int = 10
    follow_up: int = 5
    dissatisfied: int = 10
    recorded_late: int = 6
    needed: int = 20
    needed_earlier: int = 25
    beside: int = 16
    left_over: int = 25
    undone: int = 15
    hidden: int = 5
    sender_away: int = 2

    def course(self, random: Random) -> str:
        """What one claimer will do."""
        return random.choices(COURSES, [getattr(self, name) for name in COURSES])[0]

    def decision(self, random: Random) -> str:
        """What staff will decide about one late claim."""
        return random.choices(DECISIONS, [getattr(self, name) for name in DECISIONS])[0]

    def answer(self, random: Random) -> str:
        """What becomes of one request for more time."""
        return random.choices(ANSWERS, [getattr(self, name) for name in ANSWERS])[0]


HELP = {
    "in_time": "weight of claimers who deliver before the first reminder",
    "after_reminder": "… after a reminder, by the deadline",
    "after_urging": "… late, after an urging",
    "hand_back": "… who hand back",
    "hand_over": "… whose claim staff hand over to another member",
    "never": "… who never deliver",
    "extend": "weight of late claims that staff extend",
    "recall": "… that they recall",
    "backstop": "… that the community fulfils itself",
    "leave": "… that they leave to be recalled by itself",
    "slow_staff": "percent of verifications, assessments and confirmations that take longer than a notice",
    "not_confirmed": "percent of deliveries that staff do not confirm at first",
    "late_claims": "percent of wishes that nobody claims for two working weeks or more",
    "same_day": "percent of wishes that are claimed on the day on which they are opened, or on the next",
    "heedless": "percent of attempts to claim by somebody who did not look whether they may",
    "looked_up": "percent of claims after whose deadline somebody looks at what is overdue",
    "asking": "percent of claims whose claimer asks for more time",
    "asking_again": "percent of those answered that ask again",
    "granted": "weight of requests that staff grant",
    "refused": "… that they refuse",
    "taken_back": "… that the claimer takes back",
    "unanswered": "… that nobody answers for weeks",
    "slow_backstops": "percent of backstopped wishes that the community is slow to bring",
    "given_back": "percent of backstopped wishes that go back to the board",
    "late_openings": "percent of admitted wishes that wait for weeks to be opened",
    "follow_up": "percent of deliveries drawn for a follow-up",
    "dissatisfied": "percent of those whose answer reopens the wish",
    "recorded_late": "percent of deliveries of which staff say that they were made earlier than recorded",
    "needed": "percent of wishes that have a day by which they are needed",
    "needed_earlier": "percent of those whose day is moved while they are claimed",
    "beside": "percent of a year's wishes that are collected for an occasion, in a campaign beside the year's own",
    "left_over": "percent of those that nobody claims until it is closed",
    "undone": "percent of the times at which something could be pressed by mistake, and undone, that it is",
    "hidden": "percent of open wishes whose person withdraws the consent to be shown, for some days or weeks",
    "sender_away": "percent of days on which nothing is sent until the evening",
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """An option for each share."""
    for share in fields(Shares):
        parser.add_argument(
            f"--{share.name.replace('_', '-')}", type=int, default=share.default, metavar="N", help=HELP[share.name]
        )


def shares_of(arguments: argparse.Namespace) -> Shares:
    """The shares that were asked for. Raises ValueError with a sentence for those that cannot be."""
    shares = Shares(**{share.name: getattr(arguments, share.name) for share in fields(Shares)})
    for names, of in ((COURSES, "a claimer does"), (DECISIONS, "staff decide"), (ANSWERS, "becomes of a request")):
        if sum(getattr(shares, name) for name in names) <= 0:
            raise ValueError(f"One of the weights of what {of} must be more than 0.")
    if any(getattr(shares, share.name) < 0 for share in fields(Shares)):
        raise ValueError("A share cannot be less than 0.")
    return shares


def some_time(random: Random, first: int = 8 * 60 + 40, last: int = 17 * 60 + 20) -> datetime.time:
    """A minute of the office's hours, or of those given in minutes; never one at which the worker looks anyway."""
    minute = random.randint(first, last)
    # Nor at one whose look, a minute later, would come after nine in the evening.
    minute -= minute == 20 * 60 + 59
    minute += minute % 60 in (0, 30)
    return datetime.time(minute // 60, minute % 60, random.randint(1, 59))
