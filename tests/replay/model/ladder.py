"""The ladder of domain.md with its default policy, played through day by day.

At each look: which rungs are due for whom, by the truth of that moment. Then who hears of them, once a person, kind
and day, and when that message arrives, given the hours at which nothing is sent and the outages that there were.
"""

import datetime
import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.replay.model import events as e
from tests.replay.model.calendar import ONE_DAY, working_days_after, working_days_from
from tests.replay.model.events import Event, Figures, Move, Outage, People, Prediction, Sent, Taken

CLAIM_LENGTH = 15
STEPS_FROM, TOLD_FROM, SENT_FROM = datetime.time(9), datetime.time(9, 30), datetime.time(8)
QUIET_FROM = datetime.time(21)

REMINDER, URGING, DECISION, NOTICE, SUPERVISION = "reminder", "urging", "decision", "notice", "supervision"
HANDOVER = "handover"
RECALL = "recall"

CLAIM_RUNGS = ((-5, REMINDER), (-1, REMINDER), (1, URGING), (3, DECISION), (5, RECALL))
WAITING_RUNGS = {
    "open": ((10, "secretary"), (15, "staff")),
    "collected": ((5, "staff"),),
    "verified": ((5, "staff"),),
    "delivered": ((3, "staff"),),
}


@dataclass(frozen=True)
class Rung:
    """One step of one wish: what is to happen on a day, and which telephones hear of it."""

    name: str
    what: str
    day: datetime.date
    people: tuple[str, ...]


@dataclass
class Wish:
    """Where a wish stands, as far as the ladder must know."""

    number: str
    state: str = ""
    since: datetime.date = datetime.date.min
    branch: str = ""
    claimer: str = ""
    claimers_branch: str = ""
    claimed_on: datetime.date = datetime.date.min
    first_deadline: datetime.date = datetime.date.min
    deadline: datetime.date = datetime.date.min
    agreed_on: datetime.date = datetime.date.min
    """The day on which the deadline that counts was agreed upon: that of the claim, or of its extension."""
    taken_over_on: datetime.date | None = None
    """When the present claimer took it over from another one; whoever claims by themselves need not be told."""
    backstopped: bool = False
    taken: set[tuple[str, datetime.date]] = field(default_factory=set)
    heard: set[str] = field(default_factory=set)
    """What the present claimer has heard: reminder, urging."""
    on_delivery: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Part:
    """One wish of a digest, as it stood when the digest was written."""

    wish: Wish
    state: str
    since: datetime.date
    deadline: datetime.date
    claimer: str = ""

    def holds(self) -> bool:
        """Whether what was said of it is still so."""
        of = self.wish
        if self.state == "claimed":
            same = (of.since, of.deadline, of.claimer) == (self.since, self.deadline, self.claimer)
            return of.state == "claimed" and same
        return (of.state, of.since) == (self.state, self.since)


@dataclass(frozen=True, order=True)
class Letter:
    """A digest on its way to one person."""

    arrives: datetime.datetime
    said_on: datetime.date
    person: str
    kind: str
    parts: tuple[Part, ...] = field(compare=False)

    def holds(self, part: Part) -> bool:
        """Whether what it says of a wish is still so. That somebody took it over is, with whatever deadline."""
        if self.kind == HANDOVER:
            return part.wish.state == "claimed" and part.wish.claimer == part.claimer
        return part.holds()

    def too_late_for(self, part: Part) -> bool:
        """Whether it would remind of a deadline that has passed."""
        return self.kind == REMINDER and self.arrives.date() > part.deadline


class Ladder:
    """Plays the events of people through the rules. `run` once."""

    def __init__(self, people: People, outages: Iterable[Outage] = ()) -> None:
        self._people = people
        self._outages = tuple(outages)
        self._wishes: dict[str, Wish] = {}
        self._told: set[tuple[str, str, datetime.date]] = set()
        self._recalled_untold = 0
        self._on_the_way: list[Letter] = []
        self.found = Prediction()

    def run(self, happened: Iterable[Event], *, until: datetime.date | None = None) -> Prediction:
        """All that must have followed from the events, by the end of the day `until` (default: that of the last)."""
        for moment, event in self._timeline(sorted(happened, key=lambda event: event.at), until):
            self._arrive(moment)
            if event is not None:
                self._happen(event)
            self._look(moment)
            self._tell_officers(moment)
            self._arrive(moment)
        return self.found

    def _timeline(
        self, happened: list[Event], until: datetime.date | None
    ) -> Iterator[tuple[datetime.datetime, Event | None]]:
        """The events among the moments at which the worker looks in any case: nine, half past, and after an outage."""
        first, last = happened[0].at, until or happened[-1].at.date()
        looks: list[tuple[datetime.datetime, int, Event | None]] = []
        day = first.date()
        while day <= last:
            looks += [(datetime.datetime.combine(day, at, first.tzinfo), 0, None) for at in (STEPS_FROM, TOLD_FROM)]
            day += ONE_DAY
        looks += [(outage.end, 0, None) for outage in self._outages]
        looks.sort(key=lambda look: look[0])
        theirs = ((event.at, 1, event) for event in happened)
        return ((at, event) for at, _, event in heapq.merge(looks, theirs, key=lambda entry: entry[:2]))

    # What people do

    def _happen(self, event: Event) -> None:
        wish = self._wishes.setdefault(event.wish, Wish(event.wish))
        day = event.at.date()
        if event.what == e.ALLOCATED:
            wish.branch = event.branch
            return
        before = {
            e.COLLECTED: ("",), e.VERIFIED: ("collected",), e.ADMITTED: ("verified",), e.OPENED: ("admitted",),
            e.CLAIMED: ("open",), e.EXTENDED: ("claimed",), e.HANDED_BACK: ("claimed",), e.RECALLED: ("claimed",),
            e.HANDED_OVER: ("claimed",),
            e.DELIVERED: ("claimed", "backstopped"), e.CONFIRMED: ("delivered",), e.REJECTED: ("delivered",),
            e.BACKSTOPPED: ("open", "claimed"),
        }[event.what]  # fmt: skip
        if wish.state not in before:
            self.found.impossible.append(f"{event.at:%Y-%m-%d %H:%M} {wish.number} {event.what}, but is {wish.state}")
        getattr(self, f"_{event.what}")(wish, event, day)

    def _into(self, wish: Wish, state: str, day: datetime.date, *, by_itself: bool = False) -> None:
        wish.state, wish.since = state, day
        if state != "claimed":
            wish.taken = {taken for taken in wish.taken if taken[0].startswith(("T", HANDOVER))}
        self.found.moves.append(Move(day, wish.number, state, by_itself))

    def _year(self, wish: Wish) -> Figures:
        # The number says it: HH16-017.
        year = 2000 + int(wish.number.split("-")[0][-2:])
        return self.found.years.setdefault(year, Figures())

    def _collected(self, wish: Wish, event: Event, day: datetime.date) -> None:
        wish.state, wish.since = "collected", day
        self._year(wish).wishes += 1

    def _verified(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self._into(wish, "verified", day)

    def _admitted(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self._into(wish, "admitted", day)

    def _opened(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self._into(wish, "open", day)

    def _claimed(self, wish: Wish, event: Event, day: datetime.date) -> None:
        if not wish.claimer:
            self._year(wish).claimed += 1
        self._begin_claim(wish, event, day)
        wish.taken_over_on = None
        self._into(wish, "claimed", day)

    def _handed_over(self, wish: Wish, event: Event, day: datetime.date) -> None:
        # It stays claimed, by somebody else and with a whole claim's length.
        self._begin_claim(wish, event, day)
        wish.taken_over_on = day

    def _begin_claim(self, wish: Wish, event: Event, day: datetime.date) -> None:
        wish.claimer, wish.claimers_branch, wish.claimed_on = event.person, event.branch, day
        wish.first_deadline = wish.deadline = working_days_after(day, CLAIM_LENGTH)
        wish.agreed_on, wish.taken, wish.heard = day, set(), set()
        self.found.deadlines.append((wish.number, wish.deadline))

    def _extended(self, wish: Wish, event: Event, day: datetime.date) -> None:
        assert event.day is not None
        wish.deadline, wish.agreed_on = event.day, day

    def _handed_back(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self._into(wish, "open", day)

    def _recalled(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self._year(wish).recalled += 1
        self._into(wish, "open", day)

    def _delivered(self, wish: Wish, event: Event, day: datetime.date) -> None:
        words = set()
        if not wish.backstopped:
            if day <= wish.first_deadline:
                words.add("on_time")
            if day <= wish.deadline and REMINDER in wish.heard:
                words.add("after_reminder")
            if day > wish.deadline and URGING in wish.heard:
                words.add("after_urging")
        wish.on_delivery = frozenset(words)
        self._into(wish, "delivered", day)

    def _confirmed(self, wish: Wish, event: Event, day: datetime.date) -> None:
        year = self._year(wish)
        year.fulfilled += 1
        year.backstop += wish.backstopped
        year.on_time += "on_time" in wish.on_delivery
        year.after_reminder += "after_reminder" in wish.on_delivery
        year.after_urging += "after_urging" in wish.on_delivery
        self._into(wish, "fulfilled", day)
        del self._wishes[wish.number]

    def _rejected(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self._into(wish, "backstopped" if wish.backstopped else "claimed", day)

    def _backstopped(self, wish: Wish, event: Event, day: datetime.date) -> None:
        if wish.state == "claimed":
            self._recalled(wish, event, day)
        wish.backstopped = True
        self._into(wish, "backstopped", day)

    # What follows

    def _away(self, of: str, moment: datetime.datetime) -> bool:
        return any(outage.of == of and outage.start <= moment < outage.end for outage in self._outages)

    def _rungs(self, wish: Wish) -> list[Rung]:
        if wish.state == "claimed":
            secretary = self._people.secretaries.get(wish.claimers_branch)
            hearing = {
                REMINDER: (wish.claimer,),
                URGING: tuple(filter(None, (wish.claimer, secretary))),
                DECISION: self._people.staff,
                RECALL: (),
            }
            rungs = [
                Rung(f"T{days:+d}", what, working_days_after(wish.deadline, days), hearing[what])
                for days, what in CLAIM_RUNGS
            ]
            told = [Rung(HANDOVER, HANDOVER, wish.taken_over_on, (wish.claimer,))] if wish.taken_over_on else []
            return told + [rung for rung in rungs if rung.day > wish.agreed_on]
        secretary = self._people.secretaries.get(wish.branch)
        to = {"staff": self._people.staff, "secretary": (secretary,) if secretary else ()}
        return [
            Rung(f"{wish.state}+{days}", NOTICE, working_days_after(wish.since, days), to[who])
            for days, who in WAITING_RUNGS.get(wish.state, ())
        ]

    def _look(self, moment: datetime.datetime) -> None:
        if self._away("worker", moment) or not STEPS_FROM <= moment.time() < QUIET_FROM:
            return
        today = moment.date()
        digests: dict[tuple[str, str], list[Wish]] = defaultdict(list)
        for wish in self._wishes.values():
            counted_from = wish.deadline if wish.state == "claimed" else wish.since
            for rung in self._rungs(wish):
                # That somebody took it over is said once, whatever becomes of the deadline.
                once = (rung.name, rung.day if rung.what == HANDOVER else counted_from)
                if rung.day > today or once in wish.taken:
                    continue
                if any((person, rung.what, today) in self._told for person in rung.people):
                    # Whoever has had today's message hears of this one tomorrow.
                    continue
                wish.taken.add(once)
                if rung.what == REMINDER and today > wish.deadline:
                    continue
                self.found.taken.append(Taken(today, wish.number, rung.name, rung.day))
                if rung.what == RECALL:
                    for said in digests.values():
                        said[:] = [other for other in said if other is not wish]
                    self._year(wish).recalled += 1
                    self._recalled_untold += 1
                    self._into(wish, "open", today, by_itself=True)
                    break
                for person in dict.fromkeys(rung.people):
                    said = digests[person, rung.what]
                    if wish not in said:
                        said.append(wish)
        for (person, kind), said in digests.items():
            if said:
                self._say(moment, person, kind, said)

    def _say(self, moment: datetime.datetime, person: str, kind: str, about: list[Wish]) -> None:
        self._told.add((person, kind, moment.date()))
        parts = tuple(Part(wish, wish.state, wish.since, wish.deadline, wish.claimer) for wish in about)
        self._post(Letter(self._arrival(moment), moment.date(), person, kind, parts))

    def _post(self, letter: Letter) -> None:
        heapq.heappush(self._on_the_way, letter)

    def _arrive(self, until: datetime.datetime) -> None:
        """Letters arrive whose time has come, without what has become untrue on the way."""
        while self._on_the_way and self._on_the_way[0].arrives <= until:
            letter = heapq.heappop(self._on_the_way)
            about = [part.wish for part in letter.parts if letter.holds(part) and not letter.too_late_for(part)]
            if about:
                self._read(letter, about)

    def _read(self, letter: Letter, about: list[Wish]) -> None:
        one = about[0] if len(about) == 1 else None
        detail = ""
        if letter.kind in (REMINDER, HANDOVER):
            first = min(wish.deadline for wish in about)
            detail = f"{first.month}月{first.day}日"
        elif letter.kind == URGING and one is not None and one.claimer == letter.person:
            detail = str(working_days_from(one.deadline, letter.said_on))
        for wish in about:
            if wish.claimer == letter.person:
                wish.heard.add(letter.kind)
        self._count(letter, len(about), one.number if one else "", detail)

    def _count(self, letter: Letter, count: int, number: str, detail: str) -> None:
        self.found.sent.append(Sent(letter.arrives.date(), letter.person, letter.kind, count, number, detail))
        messages = self.found.years.setdefault(letter.said_on.year, Figures()).messages
        messages[letter.kind] = messages.get(letter.kind, 0) + 1

    def _tell_officers(self, moment: datetime.datetime) -> None:
        told = any((officer, SUPERVISION, moment.date()) in self._told for officer in self._people.officers)
        if not self._recalled_untold or told or self._away("worker", moment):
            return
        if TOLD_FROM <= moment.time() < QUIET_FROM:
            for officer in self._people.officers:
                self._told.add((officer, SUPERVISION, moment.date()))
                letter = Letter(self._arrival(moment), moment.date(), officer, SUPERVISION, ())
                self._count(letter, self._recalled_untold, "", "")
            self._recalled_untold = 0

    def _arrival(self, moment: datetime.datetime) -> datetime.datetime:
        """The first moment from then on at which something sends, and may send."""
        while True:
            if away := [outage.end for outage in self._outages if outage.start <= moment < outage.end]:
                moment = max(away)
            elif moment.time() < SENT_FROM:
                moment = datetime.datetime.combine(moment.date(), SENT_FROM, moment.tzinfo)
            elif moment.time() >= QUIET_FROM:
                moment = datetime.datetime.combine(moment.date() + ONE_DAY, SENT_FROM, moment.tzinfo)
            else:
                return moment


def difference(expected: Iterable[object], found: Iterable[object]) -> tuple[list[object], list[object]]:
    """What was expected and is not there, and what is there and was not expected; doubled ones count twice."""
    wanted, there = Counter(expected), Counter(found)
    return list((wanted - there).elements()), list((there - wanted).elements())
