"""The ladder of domain.md with its default policy, played through day by day.

At each look: which rungs are due for whom, by the truth of that moment. Then who hears of them, once a person, kind
and day, and when that message arrives, given the hours at which nothing is sent and the outages that there were.
"""

import datetime
import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase

from tests.replay.model import events as e
from tests.replay.model.calendar import ONE_DAY, working_days_after, working_days_from
from tests.replay.model.events import Event, Figures, Move, Outage, People, Prediction, Sent, Taken
from tests.replay.model.wish import (
    AGAIN,
    CLAIM_RUNGS,
    DECISION,
    FOLLOW_UP,
    HANDOVER,
    NOTICE,
    OFFICER,
    RECALL,
    REMINDER,
    REQUEST,
    SUPERVISION,
    URGING,
    WAITING_RUNGS,
    Letter,
    Part,
    Rung,
    Wish,
    counted,
)

CLAIM_LENGTH = 15
STEPS_FROM, TOLD_FROM, SENT_FROM = datetime.time(9), datetime.time(9, 30), datetime.time(8)
QUIET_FROM = datetime.time(21)


class Ladder:
    """Plays the events of people through the rules. `run` once."""

    def __init__(self, people: People, outages: Iterable[Outage] = ()) -> None:
        self._people = people
        self._outages = tuple(outages)
        self._wishes: dict[str, Wish] = {}
        self._told: set[tuple[str, str, datetime.date]] = set()
        self._supervised_untold = 0
        self._preparing: set[str] = set()
        self._runs_from: dict[str, datetime.date] = {}
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
        day = event.at.date()
        if event.what in (e.PREPARING, e.STARTED):
            self._preparing ^= {event.wish}
            self._runs_from[event.wish] = day
            return
        wish = self._wishes.setdefault(event.wish, Wish(event.wish))
        if event.what == e.ALLOCATED:
            wish.branch = event.branch
            return
        if event.what == e.NEEDED_BY:
            self._needed_by(wish, event, day)
            return
        before = {
            e.COLLECTED: ("",), e.VERIFIED: ("collected",), e.ADMITTED: ("verified",), e.OPENED: ("admitted",),
            e.CLAIMED: ("open",), e.EXTENDED: ("claimed",), e.HANDED_BACK: ("claimed",), e.RECALLED: ("claimed",),
            e.HANDED_OVER: ("claimed",),
            e.DELIVERED: ("claimed", "backstopped"), e.CONFIRMED: ("delivered",), e.REJECTED: ("delivered",),
            e.BACKSTOPPED: ("open", "claimed"), e.BACK_TO_THE_BOARD: ("backstopped",), e.FOLLOWED_UP: ("fulfilled",),
            e.ASKED: ("claimed",), e.GRANTED: ("claimed",), e.REFUSED: ("claimed",), e.TAKEN_BACK: ("claimed",),
        }[event.what]  # fmt: skip
        if wish.state not in before:
            self.found.impossible.append(f"{event.at:%Y-%m-%d %H:%M} {wish.number} {event.what}, but is {wish.state}")
        getattr(self, f"_{event.what}")(wish, event, day)

    def _into(self, wish: Wish, state: str, day: datetime.date, *, by_itself: bool = False) -> None:
        wish.state, wish.since = state, day
        if state == "open":
            wish.asked_on, wish.stopped = None, False
        if state != "claimed":
            wish.taken = {taken for taken in wish.taken if taken[0].startswith(("T", HANDOVER))}
        self.found.moves.append(Move(day, wish.number, state, by_itself))

    def _year(self, wish: Wish) -> Figures:
        # The number says it: HH16-017, HH16C-003.
        code = wish.number.split("-")[0].rstrip(ascii_uppercase)
        year = 2000 + int(code[-2:])
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
        wish.counted_from, wish.counted_days = day, CLAIM_LENGTH
        wish.first_deadline = wish.deadline = counted(wish, day)
        wish.agreed_on, wish.taken, wish.heard = day, set(), set()
        wish.asked_on, wish.has_asked, wish.stopped, wish.answered_on = None, False, False, None
        self.found.deadlines.append((wish.number, wish.deadline))

    def _needed_by(self, wish: Wish, event: Event, day: datetime.date) -> None:
        wish.needed_by = event.day
        if wish.state == "claimed":
            before = wish.t
            wish.deadline = counted(wish, day)
            # What was said of the old deadline is not said again.
            wish.taken = {(name, wish.t if since == before else since) for name, since in wish.taken}

    def _extended(self, wish: Wish, event: Event, day: datetime.date) -> None:
        if day <= wish.deadline:
            wish.counted_days += event.days
        else:
            wish.counted_from, wish.counted_days = day, event.days
        wish.deadline, wish.agreed_on = counted(wish, day), day
        wish.asked_on, wish.stopped = None, False

    _granted = _extended

    def _asked(self, wish: Wish, event: Event, day: datetime.date) -> None:
        wish.asked_on, wish.stopped, wish.has_asked = day, not wish.has_asked, True

    def _refused(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self._unanswered_no_more(wish, day)

    _taken_back = _refused

    def _unanswered_no_more(self, wish: Wish, day: datetime.date) -> None:
        if wish.stopped and day > wish.deadline:
            wish.answered_on = wish.agreed_on = day
        wish.asked_on, wish.stopped = None, False

    def _back_to_the_board(self, wish: Wish, event: Event, day: datetime.date) -> None:
        wish.backstopped = False
        self._into(wish, "open", day)

    def _followed_up(self, wish: Wish, event: Event, day: datetime.date) -> None:
        del self._wishes[wish.number]

    def _handed_back(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self._into(wish, "open", day)

    def _recalled(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self._year(wish).recalled += 1
        self._into(wish, "open", day)

    def _delivered(self, wish: Wish, event: Event, day: datetime.date) -> None:
        words = set()
        self._unanswered_no_more(wish, day)
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
        if event.wanted:
            wish.to_ask_since = day
        else:
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

    def _rungs(self, wish: Wish, today: datetime.date, late: Mapping[str, set[str]]) -> list[Rung]:
        rungs: list[Rung] = []
        if wish.state == "claimed":
            hearing = {
                REMINDER: ((wish.claimer, "claimer"),),
                URGING: ((wish.claimer, "claimer"), *self._secretarys_part(wish, late)),
                DECISION: self._staff,
                RECALL: (),
            }
            told = [
                Rung(f"T{days:+d}", what, working_days_after(wish.t, days), hearing[what], "claimed", wish.t)
                for days, what in CLAIM_RUNGS
            ]
            rungs += [
                rung for rung in told if rung.day > wish.agreed_on and not (wish.stopped and rung.what != REMINDER)
            ]
            if (day := wish.taken_over_on) is not None:
                rungs.append(Rung(HANDOVER, HANDOVER, day, ((wish.claimer, "claimer"),), "claimed", day))
            rungs.sort(key=lambda rung: rung.day)
            if wish.asked_on:
                # After the claim's own: what is recalled today asks for nothing any more.
                rungs += self._waiting(wish, REQUEST, wish.asked_on, today)
        elif wish.state == "fulfilled" and wish.to_ask_since:
            rungs += self._waiting(wish, FOLLOW_UP, wish.to_ask_since, today)
        elif wish.state == "admitted":
            code = wish.number.split("-")[0]
            if code not in self._preparing:
                since = max(wish.since, self._runs_from.get(code, wish.since))
                rungs += self._waiting(wish, wish.state, since, today)
        elif wish.state in WAITING_RUNGS:
            rungs += self._waiting(wish, wish.state, wish.since, today)
        return rungs

    def _waiting(self, wish: Wish, scope: str, since: datetime.date, today: datetime.date) -> list[Rung]:
        secretary = self._people.secretaries.get(wish.branch)
        to = {"staff": self._staff, "secretary": ((secretary, "secretary"),) if secretary else self._staff, OFFICER: ()}
        rungs = [(days, SUPERVISION if who == OFFICER else NOTICE, to[who]) for days, who in WAITING_RUNGS[scope]]
        last = max(days for days, who in WAITING_RUNGS[scope] if who == "staff")
        days = last + AGAIN
        while working_days_after(since, days + AGAIN) <= today:
            days += AGAIN
        rungs.append((days, NOTICE, self._staff))
        return [
            Rung(f"{scope}+{days}", what, working_days_after(since, days), people, scope, since)
            for days, what, people in rungs
        ]

    @property
    def _staff(self) -> tuple[tuple[str, str], ...]:
        return tuple((phone, "staff") for phone in self._people.staff)

    def _secretarys_part(self, wish: Wish, late: Mapping[str, set[str]]) -> tuple[tuple[str, str], ...]:
        """Who hears what is said of a late claim to the secretary of its branch."""
        secretary = self._people.secretaries.get(wish.claimers_branch)
        if secretary is None:
            return self._staff
        if secretary != wish.claimer:
            return ((secretary, "secretary"),)
        return self._staff if late.get(wish.claimers_branch, set()) <= {secretary} else ()

    def _look(self, moment: datetime.datetime) -> None:
        if self._away("worker", moment) or not STEPS_FROM <= moment.time() < QUIET_FROM:
            return
        today = moment.date()
        digests: dict[tuple[str, str], list[Part]] = defaultdict(list)
        supervised: set[str] = set()
        late: dict[str, set[str]] = defaultdict(set)
        for wish in self._wishes.values():
            if wish.state == "claimed" and not wish.stopped and wish.deadline < today:
                late[wish.claimers_branch].add(wish.claimer)
        for wish in self._wishes.values():
            for rung in self._rungs(wish, today, late):
                once = (rung.name, rung.since)
                if rung.day > today or once in wish.taken:
                    continue
                if rung.what != RECALL and any((person, rung.what, today) in self._told for person, _ in rung.people):
                    # Whoever has had today's message hears of this one tomorrow.
                    continue
                wish.taken.add(once)
                if rung.what == REMINDER and today > wish.deadline:
                    continue
                self.found.taken.append(Taken(today, wish.number, rung.name, rung.day))
                if rung.what in (RECALL, SUPERVISION):
                    supervised.add(wish.number)
                if rung.what == RECALL:
                    for said in digests.values():
                        said[:] = [part for part in said if part.wish is not wish]
                    self._year(wish).recalled += 1
                    self._into(wish, "open", today, by_itself=True)
                    break
                # As a claimer before all, whoever hears of it in two parts.
                for person, as_what in dict(reversed(rung.people)).items():
                    said = digests[person, rung.what]
                    if not any(part.wish is wish for part in said):
                        since = wish.t if rung.scope == "claimed" else rung.since
                        said.append(Part(wish, wish.state, since, wish.since, wish.claimer, rung.scope, as_what))
        self._supervised_untold += len(supervised)
        for (person, kind), parts in digests.items():
            if parts:
                self._told.add((person, kind, today))
                self._post(Letter(self._arrival(moment), today, person, kind, tuple(parts)))

    def _post(self, letter: Letter) -> None:
        heapq.heappush(self._on_the_way, letter)

    def _arrive(self, until: datetime.datetime) -> None:
        """Letters arrive whose time has come, without what has become untrue on the way."""
        while self._on_the_way and self._on_the_way[0].arrives <= until:
            letter = heapq.heappop(self._on_the_way)
            about = [part for part in letter.parts if part.holds(letter.kind) and not letter.too_late_for(part)]
            if about:
                self._read(letter, about)

    def _read(self, letter: Letter, parts: list[Part]) -> None:
        about = [part.wish for part in parts]
        own = sum(part.as_what == "claimer" for part in parts)
        one = about[0] if len(about) == 1 else None
        detail = ""
        if letter.kind in (REMINDER, HANDOVER):
            first = min(wish.deadline for wish in about)
            detail = f"{first.month}月{first.day}日"
        elif letter.kind == URGING and one is not None and own:
            detail = str(max(working_days_from(one.deadline, letter.said_on), 1))
        elif letter.kind == URGING and 0 < own < len(about):
            detail = f"own {own}"
        for part in parts:
            if part.as_what == "claimer":
                part.wish.heard.add(letter.kind)
        self._count(letter, len(about), one.number if one else "", detail)

    def _count(self, letter: Letter, count: int, number: str, detail: str) -> None:
        self.found.sent.append(Sent(letter.arrives.date(), letter.person, letter.kind, count, number, detail))
        messages = self.found.years.setdefault(letter.said_on.year, Figures()).messages
        messages[letter.kind] = messages.get(letter.kind, 0) + 1

    def _tell_officers(self, moment: datetime.datetime) -> None:
        told = any((officer, SUPERVISION, moment.date()) in self._told for officer in self._people.officers)
        if not self._supervised_untold or told or self._away("worker", moment):
            return
        if TOLD_FROM <= moment.time() < QUIET_FROM:
            for officer in self._people.officers:
                self._told.add((officer, SUPERVISION, moment.date()))
                letter = Letter(self._arrival(moment), moment.date(), officer, SUPERVISION, ())
                self._count(letter, self._supervised_untold, "", "")
            self._supervised_untold = 0

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
