"""Six years lived through: people act by the verbs of real work, each at its moment; the house works by itself."""

import datetime
import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django_tenants.utils import tenant_context

from hub.clock import TIME_ZONE, now, simulate
from hub.refusal import Refusal
from tenants.campaigns.working_days import add_working_days
from tenants.wishes.models import Wish
from tests.replay import claiming, collecting, deciding
from tests.replay.cases import Case
from tests.replay.model.events import Event, Outage
from tests.replay.result import Result, differences_of, result_of
from tests.replay.setting import Setting, make_setting
from tests.replay.shares import Shares, some_time
from tests.replay.working import Working, next_day_of_the_house, something_waits_to_be_sent

S = Wish.State

IMPORTED_ON = (4, 1)
"""The surveys of all six years end with March."""
NIGHT, EARLY, BEFORE_NINE, NINE, HALF_PAST, NOON, EVENING, LATE = (
    datetime.time(3, 20), datetime.time(8, 0, 5), datetime.time(8, 59), datetime.time(9), datetime.time(9, 31), datetime.time(12, 30),
    datetime.time(17, 45), datetime.time(21, 30),
)  # fmt: skip
"""When the house looks, on days on which there is anything: right moments and wrong ones, some of them on some days."""

NEXT_KNOCK = datetime.timedelta(seconds=65)
"""The look after something was done: when it can no longer be taken back, and so may be told."""

LOOKED_AT_EVERY = datetime.timedelta(days=12)
"""How often a play that stops at the first difference is compared with the model."""

Act = Callable[[], None]


@dataclass
class Play:
    """Plays one year after the other. What people did stands in `happened`, for the model."""

    setting: Setting
    shares: Shares
    seed: int
    until_found: bool = False
    """Whether the play ends as soon as product and model differ."""
    happened: list[Event] = field(default_factory=list)
    outages: list[Outage] = field(default_factory=list)
    cases: dict[UUID, Case] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    """What cannot be: acts that the product would not let happen, wishes to which nothing would happen any more."""
    overdue: list[tuple[datetime.datetime, str]] = field(default_factory=list)
    """What the lists showed as overdue whenever somebody looked."""

    def __post_init__(self) -> None:
        self.working = Working(self.outages)
        self.now = now()
        self.to_be_asked = 0
        self.found: list[str] = []
        self._agenda: list[tuple[datetime.datetime, int, Act]] = []
        self._order = count()
        self._hands: dict[UUID, int] = {}

    # Time

    def year(self, year: int, file: Path, *, most: int | None = None) -> None:
        """One year from its import to its last closed wish. What is left over in the autumn, claimed three times and brought
        late, may be brought in the next year: at the latest before that year's own begin."""
        random = Random(f"{self.seed} {year}")
        self.cases.clear()
        first = datetime.date(year, *IMPORTED_ON)
        self._plan_outages(first, random)
        self._plan_silent_days(first, random)
        self.at(first, datetime.time(10, 12), lambda: collecting.bring_in(self, year, file, most))
        deciding.plan(self, first, random)
        compared_on = first
        day: datetime.date | None = first
        while day is not None and day < datetime.date(year + 1, *IMPORTED_ON):
            self._live(day)
            if self.until_found and day - compared_on >= LOOKED_AT_EVERY:
                compared_on = day
                self.found = differences_of(self, until=day)
                if self.found:
                    return
            day = self._next_day(day)
        self.working.tick(self.now + datetime.timedelta(minutes=1), figures=True)
        if not self.cases:
            self.wrong.append(f"nothing happens in the whole of {year}")
        self.wrong += [
            f"nothing happens any more to {case.number}" for case in self.cases.values() if case.expected != S.FULFILLED
        ]
        # Nobody goes on with what a fault has left over.
        self._agenda.clear()
        # The figures of the year as well, which nothing else shows.
        self.found = result_of(self).differences if self.until_found else []

    def _plan_outages(self, first: datetime.date, random: Random) -> None:
        """A worker that is away for a morning and for a day and a night, a sender that comes back in the evening."""
        for of, begins, ends, days in (
            ("worker", datetime.time(8, 30), datetime.time(14, 10), 0),
            ("worker", datetime.time(8, 20), datetime.time(8, 40), 1),
            ("sender", datetime.time(8, 50), datetime.time(21, 40), 0),
            ("worker", datetime.time(8, 45), datetime.time(21, 20), 0),
        ):
            day = add_working_days(first, random.randint(20, 60))
            self.outages.append(Outage(of, _moment(day, begins), _moment(day + datetime.timedelta(days=days), ends)))

    def _plan_silent_days(self, first: datetime.date, random: Random) -> None:
        """Days on which what was written in the morning waits until the next, while people go on."""
        for number in range(160):
            if random.randint(1, 100) <= self.shares.sender_away:
                day = add_working_days(first, number)
                self.outages.append(
                    Outage("sender", _moment(day, datetime.time(8, 50)), _moment(day, datetime.time(21, 40)))
                )

    def _next_day(self, day: datetime.date) -> datetime.date | None:
        if not self.to_be_asked and all(case.expected == S.FULFILLED for case in self.cases.values()):
            return None
        days = [self._agenda[0][0].date()] if self._agenda else []
        house = next_day_of_the_house()
        days += [house] if house else []
        days += [outage.end.date() for outage in self.outages if outage.end.date() > day]
        return max(min(days), day + datetime.timedelta(days=1)) if days else None

    def _live(self, day: datetime.date) -> None:
        chance = Random(f"{self.seed} {day}")
        looks = [(_moment(day, at), self._tick) for at in (NINE, HALF_PAST)]
        looks += [(_moment(day, at), self._tick) for at in (BEFORE_NINE, NOON, EVENING, LATE) if chance.random() < 0.2]
        looks += [(_moment(day, EARLY), self._tick)] if something_waits_to_be_sent() else []
        looks += [(_moment(day, NIGHT), self.working.night)] if chance.random() < 0.15 else []
        looks += [(outage.end, self._tick) for outage in self.outages if outage.end.date() == day]
        for at, look in sorted(looks, key=lambda entry: entry[0]):
            self._act_until(at)
            look(at)
        self._act_until(_moment(day + datetime.timedelta(days=1), datetime.time()))

    def _act_until(self, at: datetime.datetime) -> None:
        while self._agenda and self._agenda[0][0] < at:
            moment, _, act = heapq.heappop(self._agenda)
            simulate(moment)
            self.now = moment
            with tenant_context(self.setting.community):
                try:
                    act()
                except (Refusal, ObjectDoesNotExist, AssertionError) as problem:
                    # People do only what they may, so this is a difference, and the play goes on without it.
                    self.wrong.append(f"{moment:%Y-%m-%d %H:%M} could not be done: {problem!r}")

    def _tick(self, at: datetime.datetime) -> None:
        self.now = at
        if self.working.tick(at):
            with tenant_context(self.setting.community):
                claiming.see_what_was_recalled(self)

    def look_at_once(self) -> None:
        """The house looks while what was done can still be taken back: nothing comes of it yet."""
        self.now += datetime.timedelta(seconds=1)
        # The act goes on behind it, in the community.
        with tenant_context(self.setting.community):
            self.working.tick(self.now)

    def look_again(self) -> None:
        """The look of the house at what has just been done."""
        self._tick(self.now + NEXT_KNOCK)

    def at(self, day: datetime.date, time: datetime.time, act: Act) -> None:
        """Does it then."""
        heapq.heappush(self._agenda, (_moment(day, time), next(self._order), act))

    def later(
        self, working_days: int, case: Case, act: Act, *, time: datetime.time | None = None, any_day: bool = False
    ) -> None:
        """In so many working days; on the day after, whatever that is, for what people do on `any_day`."""
        day = add_working_days(self.now.date(), working_days) + datetime.timedelta(days=any_day)
        at = time or some_time(case.random)
        if _moment(day, at) <= self.now:
            day = add_working_days(day, 1)
        self.at(day, at, act)

    def while_claimed(
        self, case: Case, days: int, act: Act, time: datetime.time | None = None, *, any_day: bool = False
    ) -> None:
        """Does it so many working days later, if the claim is still the same and waits."""
        made = case.claim

        def still() -> None:
            if case.claim is made and case.expected == S.CLAIMED:
                act()

        self.later(days, case, still, time=time, any_day=any_day)

    # Hands

    def hands(self, member: UUID) -> int:
        """How much a member has in hand, as they see it: until it is confirmed."""
        return self._hands.get(member, 0)

    def hands_full(self, member: UUID) -> None:
        """One more."""
        self._hands[member] = self.hands(member) + 1

    def hands_free(self, case: Case) -> None:
        """Whoever had it has it no more."""
        if case.member is not None:
            self._hands[case.member.pk] -= 1
            case.member = None

    # What is written down for the model

    def log(self, what: str, case: Case, **more: object) -> None:
        """Something happened to a wish."""
        self.happened.append(Event(self.now, what, case.number, **more))  # type: ignore[arg-type]

    def note(self, what: str, of: str = "", **more: object) -> None:
        """Something happened to a campaign, or to the calendar, or somebody looked."""
        self.happened.append(Event(self.now, what, of, **more))  # type: ignore[arg-type]


def _moment(day: datetime.date, time: datetime.time) -> datetime.datetime:
    return datetime.datetime.combine(day, time, TIME_ZONE)


def replay(
    files: Sequence[tuple[int, Path]],
    *,
    shares: Shares,
    seed: int,
    most: int | None = None,
    until_found: bool = False,
    officer: bool = True,
    members: int = 99,
) -> Result:
    """Plays the years in an empty database, and compares. `most` wishes of each year; all by default. `until_found` ends
    it at the first difference; `officer` and `members` as of `make_setting`."""
    play = Play(make_setting(officer=officer, members=members), shares, seed, until_found)
    for year, file in files:
        with deciding.default_put_back():
            play.year(year, file, most=most)
        if play.found:
            return Result({}, play.found)
    return result_of(play)
