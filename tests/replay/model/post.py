"""Letters on their way: when they may be written and arrive, and what they say when they do."""

import datetime
import heapq
from collections.abc import Sequence

from tests.replay.model.calendar import ONE_DAY, Calendar
from tests.replay.model.events import Figures, Outage, People, Prediction, Sent
from tests.replay.model.policy import HANDOVER, REMINDER, SUPERVISION, URGING
from tests.replay.model.wish import Letter, Part, Rung

TOLD_FROM, SENT_FROM, QUIET_FROM = datetime.time(9, 30), datetime.time(8), datetime.time(21)


class Post:
    """Who was told what on which day. What arrives goes into `found`."""

    def __init__(self, people: People, outages: Sequence[Outage], calendar: Calendar, found: Prediction) -> None:
        self._officers = people.officers
        self._outages = outages
        self._calendar = calendar
        self._found = found
        self._told: set[tuple[str, str, datetime.date]] = set()
        self._supervised_untold = 0
        self._on_the_way: list[Letter] = []

    def told_today(self, rung: Rung, today: datetime.date) -> bool:
        """Whether somebody who hears of the rung has had today's message of its kind."""
        return any((person, rung.what, today) in self._told for person, _ in rung.people)

    def write(self, moment: datetime.datetime, person: str, kind: str, parts: Sequence[Part]) -> None:
        """One digest; none about nothing."""
        if parts:
            self._told.add((person, kind, moment.date()))
            letter = Letter(self._arrival(moment), moment.date(), person, kind, tuple(parts))
            heapq.heappush(self._on_the_way, letter)

    def supervised(self, count: int) -> None:
        """The officers are to hear of so many more; where there are none, staff have heard of them."""
        self._supervised_untold += count if self._officers else 0

    def tell_officers(self, moment: datetime.datetime) -> None:
        """One count a day of all kinds together."""
        told = any((officer, SUPERVISION, moment.date()) in self._told for officer in self._officers)
        if self._supervised_untold and not told and TOLD_FROM <= moment.time() < QUIET_FROM:
            for officer in self._officers:
                self._told.add((officer, SUPERVISION, moment.date()))
                arrives, count = self._arrival(moment), self._supervised_untold
                letter = Letter(arrives, moment.date(), officer, SUPERVISION, (), count)
                heapq.heappush(self._on_the_way, letter)
            self._supervised_untold = 0

    def arrive(self, until: datetime.datetime) -> None:
        """Letters arrive whose time has come, without what has become untrue on the way."""
        while self._on_the_way and self._on_the_way[0].arrives <= until:
            letter = heapq.heappop(self._on_the_way)
            about = [
                part
                for part in letter.parts
                if part.holds(letter.kind, letter.arrives.date()) and not letter.too_late_for(part)
            ]
            if about:
                self._read(letter, about)
            elif letter.count:
                self._count(letter, letter.count, "", "")

    def _read(self, letter: Letter, parts: list[Part]) -> None:
        about = [part.wish for part in parts]
        own = sum(part.as_what == "claimer" for part in parts)
        one = about[0] if len(about) == 1 else None
        detail = ""
        if letter.kind in (REMINDER, HANDOVER):
            first = min(wish.deadline for wish in about)
            detail = f"{first.month}月{first.day}日"
        elif letter.kind == URGING and one is not None and own:
            detail = str(max(self._calendar.passed(one.deadline, letter.said_on), 1))
        elif letter.kind == URGING and 0 < own < len(about):
            detail = f"own {own}"
        for part in parts:
            if part.as_what == "claimer":
                part.wish.heard.add(letter.kind)
        self._count(letter, len(about), one.number if one else "", detail)

    def _count(self, letter: Letter, count: int, number: str, detail: str) -> None:
        self._found.sent.append(Sent(letter.arrives.date(), letter.person, letter.kind, count, number, detail))
        messages = self._found.years.setdefault(letter.said_on.year, Figures()).messages
        messages[letter.kind] = messages.get(letter.kind, 0) + 1

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
