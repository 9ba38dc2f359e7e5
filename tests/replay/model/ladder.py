"""The ladder of domain.md with its default policy, played through day by day.

At each look: which rungs are due for whom, by the truth of that moment. Then who hears of them, once a person, kind
and day, and when that message arrives, given the hours at which nothing is sent and the outages that there were.
"""

import datetime
import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tests.replay.model.calendar import ONE_DAY, Calendar
from tests.replay.model.events import Event, Outage, People, Prediction, Taken
from tests.replay.model.happening import Happening
from tests.replay.model.policy import RECALL, REMINDER, SUPERVISION
from tests.replay.model.post import QUIET_FROM, TOLD_FROM, Post
from tests.replay.model.rungs import Rungs
from tests.replay.model.wish import Part, Rung, Wish

STEPS_FROM = datetime.time(9)
A_MINUTE = datetime.timedelta(seconds=60)
"""So long people may take back what they did, and nobody is told of it."""


class Ladder:
    """Plays the events of people through the rules. `run` once."""

    def __init__(self, people: People, outages: Iterable[Outage] = ()) -> None:
        calendar = Calendar()
        self._outages = tuple(outages)
        self._doings = Happening(calendar)
        self._rungs = Rungs(people, calendar)
        self._post = Post(people, self._outages, calendar, self._doings.found)
        self.found = self._doings.found

    def run(self, happened: Iterable[Event], *, until: datetime.date | None = None) -> Prediction:
        """All that must have followed from the events, by the end of the day `until` (default: that of the last)."""
        for moment, event in self._timeline(sorted(happened, key=lambda event: event.at), until):
            self._post.arrive(moment)
            if event is not None:
                self._doings.happen(event)
            else:
                self._look(moment)
            if not self._away(moment):
                self._post.tell_officers(moment)
            self._post.arrive(moment)
        return self.found

    def _timeline(
        self, happened: list[Event], until: datetime.date | None
    ) -> Iterator[tuple[datetime.datetime, Event | None]]:
        """The events among the moments at which the worker looks: nine, half past, after an outage, and when something
        that was done can no longer be taken back."""
        if not happened:
            return iter(())
        first, last = happened[0].at, until or happened[-1].at.date()
        looks: list[tuple[datetime.datetime, int, Event | None]] = []
        day = first.date()
        while day <= last:
            looks += [(datetime.datetime.combine(day, at, first.tzinfo), 0, None) for at in (STEPS_FROM, TOLD_FROM)]
            day += ONE_DAY
        looks += [(outage.end, 0, None) for outage in self._outages if outage.end.date() <= last]
        looks += [(event.at + A_MINUTE, 0, None) for event in happened if (event.at + A_MINUTE).date() <= last]
        looks.sort(key=lambda look: look[0])
        theirs = ((event.at, 1, event) for event in happened)
        return ((at, event) for at, _, event in heapq.merge(looks, theirs, key=lambda entry: entry[:2]))

    def _away(self, moment: datetime.datetime) -> bool:
        return any(outage.of == "worker" and outage.start <= moment < outage.end for outage in self._outages)

    def _look(self, moment: datetime.datetime) -> None:
        if self._away(moment) or not STEPS_FROM <= moment.time() < QUIET_FROM:
            return
        today = moment.date()
        digests: dict[tuple[str, str], list[Part]] = defaultdict(list)
        supervised: set[str] = set()
        late: dict[str, set[str]] = defaultdict(set)
        for wish in self._doings.overdue(today):
            late[wish.claimers_branch].add(wish.claimer)
        for wish in list(self._doings.wishes.values()):
            if wish.done_at is not None and moment - wish.done_at < A_MINUTE:
                continue
            policy, runs_from = self._doings.policy(wish), self._doings.runs_from(wish)
            for rung in self._rungs.of(wish, policy, runs_from, today, late):
                once = (rung.name, rung.since)
                if rung.day > today or once in wish.taken:
                    continue
                if rung.what != RECALL and self._post.told_today(rung, today):
                    # Whoever has had today's message hears of this one tomorrow.
                    continue
                wish.taken.add(once)
                if rung.what == REMINDER and today > wish.deadline:
                    continue
                self.found.taken.append(Taken(today, wish.number, rung.name, rung.day))
                if rung.what in (RECALL, SUPERVISION):
                    supervised.add(wish.number)
                if rung.what == RECALL:
                    self._recall(wish, today, digests)
                _say(wish, rung, digests)
                if rung.what == RECALL:
                    break
        self._post.supervised(len(supervised))
        for (person, kind), parts in digests.items():
            self._post.write(moment, person, kind, parts)

    def _recall(self, wish: Wish, today: datetime.date, digests: dict[tuple[str, str], list[Part]]) -> None:
        for said in digests.values():
            said[:] = [part for part in said if part.wish is not wish]
        self._doings.year(wish).recalled += 1
        self._doings.into(wish, "open", today, by_itself=True)


def _say(wish: Wish, rung: Rung, digests: dict[tuple[str, str], list[Part]]) -> None:
    kind = SUPERVISION if rung.what == RECALL else rung.what
    # As a claimer before all, whoever hears of it in two parts.
    for person, as_what in dict(reversed(rung.people)).items():
        said = digests[person, kind]
        if not any(part.wish is wish for part in said):
            since = wish.t if rung.scope == "claimed" else rung.since
            said.append(Part(wish, wish.state, since, wish.since, wish.claimer, rung.scope, as_what, rung.what))
