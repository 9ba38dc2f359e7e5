"""A wish as the model knows it, the rungs that it stands under, and the letters that speak of it."""

import datetime
from dataclasses import dataclass, field

from tests.replay.model.calendar import Calendar
from tests.replay.model.policy import FOLLOW_UP, HANDOVER, RECALL, REMINDER, REQUEST, SECRETARY, Policy


@dataclass(frozen=True)
class Rung:
    """One step of one wish: what is to happen on a day, and which telephones hear of it as what.

    `scope` is what waits: the claim, a state, a follow-up, a request; `since` the day from which it counts.
    """

    name: str
    what: str
    day: datetime.date
    people: tuple[tuple[str, str], ...]
    scope: str
    since: datetime.date


@dataclass
class Wish:
    """Where a wish stands, as far as the ladder must know."""

    number: str
    state: str = ""
    since: datetime.date = datetime.date.min
    branch: str = ""
    opened_on: datetime.date = datetime.date.min
    alone_days: int = 0
    alone_until: datetime.date | None = None
    policy: Policy = field(default_factory=Policy)
    """What its present claim was agreed under."""
    claimer: str = ""
    claimers_branch: str = ""
    claimed_on: datetime.date = datetime.date.min
    first_deadline: datetime.date = datetime.date.min
    deadline: datetime.date = datetime.date.min
    moved: dict[datetime.date, datetime.date] = field(default_factory=dict)
    """Where a corrected calendar has moved a T of the present claim: what was said of it holds for the new one."""
    agreed_on: datetime.date = datetime.date.min
    """The day on which the deadline that counts was agreed upon: that of the claim, or of its extension."""
    taken_over_on: datetime.date | None = None
    """When the present claimer took it over from another one; whoever claims by themselves need not be told."""
    backstopped: bool = False
    asked_on: datetime.date | None = None
    """The day on which more time was asked for, while nobody has answered."""
    has_asked: bool = False
    """Whether the present claim has had its one request that stops the clock."""
    stopped: bool = False
    answered_on: datetime.date | None = None
    """T for the rungs, where such a request ended without more time, and after the deadline."""
    counted_from: datetime.date = datetime.date.min
    counted_days: int = 0
    needed_by: datetime.date | None = None
    shown: bool = True
    """Whether it may be shown to people who look for a wish."""
    done_at: datetime.datetime | None = None
    """When somebody did something with it that they may take back."""
    first_needed_by: datetime.date | None = None
    """As it was when the present claim was made: its first deadline was worked out with it."""
    to_ask_since: datetime.date | None = None
    """The day of the confirmation, while a follow-up is wanted."""
    taken: set[tuple[str, datetime.date]] = field(default_factory=set)
    heard: set[str] = field(default_factory=set)
    """What the present claimer has heard: reminder, urging."""
    on_delivery: frozenset[str] = frozenset()

    def can_be_claimed(self, day: datetime.date) -> bool:
        """Whether an open wish is on the board, and its day not over."""
        return self.shown and not (self.needed_by and self.needed_by < day)

    @property
    def t(self) -> datetime.date:
        """The day from which the rungs of its claim count."""
        return max(self.deadline, self.answered_on or self.deadline)


@dataclass(frozen=True)
class Part:
    """One wish of a digest, as it stood when the digest was written, and as what its reader hears of it."""

    wish: Wish
    state: str
    counted_from: datetime.date
    since: datetime.date
    claimer: str
    scope: str
    as_what: str
    what: str

    def holds(self, kind: str, day: datetime.date) -> bool:
        """Whether what was said of it is still so. That somebody took it over is, with whatever deadline; that it was
        recalled stays so. No secretary looks for somebody for a wish that is not on the board."""
        of = self.wish
        if self.what == RECALL:
            return True
        if self.scope == REQUEST:
            return of.state == "claimed" and of.asked_on == self.counted_from
        if self.scope == FOLLOW_UP:
            return of.state == "fulfilled" and of.to_ask_since == self.counted_from
        if of.state != self.state:
            return False
        if kind == HANDOVER:
            return of.claimer == self.claimer
        if self.scope == "claimed":
            counted_from = of.moved.get(self.counted_from, self.counted_from)
            same = (of.since, of.t, of.claimer) == (self.since, counted_from, self.claimer)
            return same and not (of.stopped and kind != REMINDER)
        if self.scope == "open" and self.as_what == SECRETARY and not of.can_be_claimed(day):
            return False
        return of.since == self.since


@dataclass(frozen=True, order=True)
class Letter:
    """A digest on its way to one person."""

    arrives: datetime.datetime
    said_on: datetime.date
    person: str
    kind: str
    parts: tuple[Part, ...] = field(compare=False)
    count: int = field(default=0, compare=False)
    """Of how many wishes an officer hears, who is told of none by name."""

    def too_late_for(self, part: Part) -> bool:
        """Whether it would remind of a deadline that has passed."""
        return self.kind == REMINDER and self.arrives.date() > part.wish.deadline


def counted(wish: Wish, today: datetime.date, calendar: Calendar) -> datetime.date:
    """The deadline by its count, never behind the day by which the wish is needed: the last working day before that
    where it is a day off."""
    deadline = calendar.after(wish.counted_from, wish.counted_days)
    if wish.needed_by is None:
        return deadline
    return min(deadline, max(calendar.until(wish.needed_by), min(today, wish.needed_by)))
