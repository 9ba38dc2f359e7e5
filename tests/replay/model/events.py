"""What happened, as the model is told it: by whom, when, to which wish. And who is who. Nothing of deadlines."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tests.replay.model.policy import Policy

COLLECTED = "collected"
VERIFIED = "verified"
ADMITTED = "admitted"
ALLOCATED = "allocated"
OPENED = "opened"
CLAIMED = "claimed"
EXTENDED = "extended"
HANDED_BACK = "handed_back"
HANDED_OVER = "handed_over"
RECALLED = "recalled"
DELIVERED = "delivered"
CONFIRMED = "confirmed"
REJECTED = "rejected"
BACKSTOPPED = "backstopped"
BACK_TO_THE_BOARD = "back_to_the_board"
ASKED = "asked"
GRANTED = "granted"
REFUSED = "refused"
TAKEN_BACK = "taken_back"
FOLLOWED_UP = "followed_up"
REOPENED = "reopened"
NEEDED_BY = "needed_by"
CARRIED_OVER = "carried_over"
TURNED_AWAY = "turned_away"
UNDONE = "undone"
OFF_THE_BOARD = "off_the_board"
ON_THE_BOARD = "on_the_board"
MADE = "made"
PREPARING = "preparing"
STARTED = "started"
DAY_OFF = "day_off"
COUNTED = "counted"


@dataclass(frozen=True)
class Event:
    """Something that people did. `at` in the communities' time; `wish` is its number.

    `person` is the claimer's telephone and `branch` the claimer's branch (of `claimed`, `handed_over`, `turned_away`, and
    of `reopened` where the claimer agrees), or the branch that the wish goes to (`allocated`). `days` are the working days
    that staff gave (`extended`, `granted`). `wanted` says of a confirmation that a follow-up is to be made; `day` is the
    one of the delivery where staff set an earlier one (`confirmed`), the one by which the wish is needed or None
    (`needed_by`), or the one that has become a day off (`day_off`). `into` is the number under which it goes on
    (`carried_over`). `undone`: whoever did the last thing to the wish has taken it back. `off_the_board`: nobody may be
    shown it any more, whatever its state; `on_the_board`: they may again.

    Of `made`, `preparing` and `started` `wish` is the code of a campaign: its `policy` holds from `made` on, it runs from
    `started` on. `counted`: somebody looks at what is overdue.
    """

    at: datetime.datetime
    what: str
    wish: str
    person: str = ""
    branch: str = ""
    day: datetime.date | None = None
    days: int = 0
    wanted: bool = False
    into: str = ""
    policy: Policy | None = None


@dataclass(frozen=True)
class Outage:
    """Nobody did the work of `worker` (steps and messages) or of `sender` (messages alone) from here to there."""

    of: str
    start: datetime.datetime
    end: datetime.datetime


@dataclass(frozen=True)
class People:
    """Telephones: the secretary of each branch, the staff, the officers of the town."""

    secretaries: Mapping[str, str]
    staff: tuple[str, ...]
    officers: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Sent:
    """One message as it must have arrived: on which day, to whom, of which kind, speaking of how many wishes.

    `wish` is the number of the one it speaks of; empty where it speaks of several. `detail` is what else it says: the
    day of a reminder ("5月11日"), by how many days one wish is late.
    """

    day: datetime.date
    person: str
    kind: str
    count: int
    wish: str = ""
    detail: str = ""


@dataclass(frozen=True, order=True)
class Taken:
    """One step: for which wish, which rung ("T-5", "open+10"), due on which day, taken on which."""

    taken_on: datetime.date
    wish: str
    rung: str
    day: datetime.date


@dataclass(frozen=True, order=True)
class Move:
    """A wish went from one state to another on a day."""

    day: datetime.date
    wish: str
    into: str
    by_itself: bool


@dataclass
class Figures:
    """One year, counted as domain.md defines the words. A wish that was carried over counts where it arrived."""

    wishes: int = 0
    claimed: int = 0
    fulfilled: int = 0
    on_time: int = 0
    after_reminder: int = 0
    after_urging: int = 0
    recalled: int = 0
    backstop: int = 0
    messages: dict[str, int] = field(default_factory=dict)


@dataclass
class Prediction:
    """All that must be found, and nothing else may be."""

    sent: list[Sent] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    deadlines: list[tuple[str, datetime.date]] = field(default_factory=list)
    """First deadlines, as they are agreed when something is claimed."""
    alone: dict[str, datetime.date] = field(default_factory=dict)
    """From which day on a wish of a branch is open to all."""
    overdue: list[tuple[datetime.datetime, str]] = field(default_factory=list)
    """What stood as overdue whenever somebody looked."""
    years: dict[int, Figures] = field(default_factory=dict)
    impossible: list[str] = field(default_factory=list)
    """Events that cannot have happened, had everything before gone as it must."""


def difference(expected: Iterable[object], found: Iterable[object]) -> tuple[list[object], list[object]]:
    """What was expected and is not there, and what is there and was not expected; doubled ones count twice."""
    wanted, there = Counter(expected), Counter(found)
    return list((wanted - there).elements()), list((there - wanted).elements())
