"""What people do, as it changes the wishes of the model; and what they cannot have done, had all gone as it must."""

import datetime
from dataclasses import dataclass
from string import ascii_uppercase

from tests.replay.model import events as e
from tests.replay.model.calendar import Calendar
from tests.replay.model.events import Event, Figures, Move, Prediction
from tests.replay.model.policy import HANDOVER, REMINDER, URGING, Policy
from tests.replay.model.wish import Wish, counted

BEFORE = {
    e.COLLECTED: ("",), e.VERIFIED: ("collected",), e.ADMITTED: ("verified",), e.OPENED: ("admitted",),
    e.CLAIMED: ("open",), e.EXTENDED: ("claimed",), e.HANDED_BACK: ("claimed",), e.RECALLED: ("claimed",),
    e.HANDED_OVER: ("claimed",),
    e.DELIVERED: ("claimed", "backstopped"), e.CONFIRMED: ("delivered",), e.REJECTED: ("delivered",),
    e.BACKSTOPPED: ("open", "claimed"), e.BACK_TO_THE_BOARD: ("backstopped",), e.FOLLOWED_UP: ("fulfilled",),
    e.ASKED: ("claimed",), e.GRANTED: ("claimed",), e.REFUSED: ("claimed",), e.TAKEN_BACK: ("claimed",),
    e.CARRIED_OVER: ("admitted", "open"), e.REOPENED: ("fulfilled",),
}  # fmt: skip
"""What was done → the states in which it can be."""

TAKEN_BACK = frozenset({
    e.CONFIRMED, e.REJECTED, e.EXTENDED, e.GRANTED, e.REFUSED, e.HANDED_BACK, e.RECALLED, e.BACKSTOPPED, e.FOLLOWED_UP,
    e.REOPENED, e.CLAIMED,
})  # fmt: skip
"""What the person who did it can take back at once."""


@dataclass
class Before:
    """How a wish stood before something that can be taken back, and what that changed in the figures of its year."""

    at: datetime.datetime
    wish: Wish
    stood: dict[str, object]
    counted: dict[str, int]


class Happening:
    """The wishes and campaigns of one community, as people change them. `found` is what follows at once."""

    def __init__(self, calendar: Calendar) -> None:
        self.wishes: dict[str, Wish] = {}
        self.found = Prediction()
        self._calendar = calendar
        self._policies: dict[str, Policy] = {}
        self._runs_from: dict[str, datetime.date | None] = {}
        self._before: dict[str, Before] = {}

    def policy(self, wish: Wish) -> Policy:
        """That of its campaign, as it is today."""
        return self._policies.get(_code(wish.number), Policy())

    def runs_from(self, wish: Wish) -> datetime.date | None:
        """The day since when its campaign runs; None while that is being prepared."""
        return self._runs_from.get(_code(wish.number), datetime.date.min)

    def year(self, wish: Wish) -> Figures:
        """The figures of the year that the wish counts to: its number says it (HH16-017, HH16C-003)."""
        year = 2000 + int(_code(wish.number).rstrip(ascii_uppercase)[-2:])
        return self.found.years.setdefault(year, Figures())

    def into(self, wish: Wish, state: str, day: datetime.date, *, by_itself: bool = False) -> None:
        """The wish moves, by somebody or by itself."""
        wish.state, wish.since = state, day
        if state == "open":
            wish.asked_on, wish.stopped = None, False
        if state != "claimed":
            wish.taken = {taken for taken in wish.taken if taken[0].startswith(("T", HANDOVER))}
        self.found.moves.append(Move(day, wish.number, state, by_itself))

    def overdue(self, today: datetime.date) -> list[Wish]:
        """From the midnight after the deadline, on a day off too; not while more time is asked for."""
        return [
            wish
            for wish in self.wishes.values()
            if wish.state == "claimed" and not wish.stopped and wish.deadline < today
        ]

    def happen(self, event: Event) -> None:
        """Somebody did something."""
        day = event.at.date()
        if event.what == e.COUNTED:
            self.found.overdue += [(event.at, wish.number) for wish in self.overdue(day)]
        elif event.what == e.DAY_OFF:
            self._arranged(event, day)
        elif event.what == e.MADE:
            assert event.policy is not None
            self._policies[event.wish] = event.policy
        elif event.what in (e.PREPARING, e.STARTED):
            self._runs_from[event.wish] = day if event.what == e.STARTED else None
        else:
            self._to_a_wish(event, day)

    def _to_a_wish(self, event: Event, day: datetime.date) -> None:
        wish = self.wishes.setdefault(event.wish, Wish(event.wish))
        if event.what == e.ALLOCATED:
            wish.branch = event.branch
        elif event.what == e.NEEDED_BY:
            self._needed_by(wish, event, day)
        elif event.what in (e.OFF_THE_BOARD, e.ON_THE_BOARD):
            wish.shown = event.what == e.ON_THE_BOARD
        elif event.what == e.UNDONE:
            self._undone(wish, event, day)
        elif event.what == e.TURNED_AWAY:
            if not self._why_not(wish, event, day):
                self.impossible(event, wish, "and nothing stood against it")
        else:
            if wish.state not in BEFORE[event.what]:
                self.impossible(event, wish, f"but is {wish.state}")
            before = Before(event.at, wish, _stands(wish), _counts(self.year(wish)))
            self._before.pop(wish.number, None)
            getattr(self, f"_{event.what}")(wish, event, day)
            if event.what in TAKEN_BACK:
                after = _counts(self.year(wish))
                before.counted = {name: after[name] - was for name, was in before.counted.items()}
                self._before[wish.number] = before
                wish.done_at = event.at

    def _undone(self, wish: Wish, event: Event, day: datetime.date) -> None:
        """All is as before, its clocks too; the history keeps both moves."""
        before = self._before.pop(event.wish, None)
        if before is None or (event.at - before.at).total_seconds() > 60:
            self.impossible(event, wish, "and there is nothing to take back")
            return
        became = before.wish.state
        vars(before.wish).update(before.stood)
        self.wishes[event.wish] = before.wish
        if became != before.wish.state:
            self.found.moves.append(Move(day, event.wish, before.wish.state, by_itself=False))
        year = self.year(before.wish)
        for name, more in before.counted.items():
            setattr(year, name, getattr(year, name) - more)

    def impossible(self, event: Event, wish: Wish, why: str) -> None:
        """This cannot have happened."""
        self.found.impossible.append(f"{event.at:%Y-%m-%d %H:%M} {wish.number} {event.what}, {why}")

    def _why_not(self, wish: Wish, event: Event, day: datetime.date) -> str:
        """What stands against a claim of the event's person."""
        live = sum(one.state == "claimed" and one.claimer == event.person for one in self.wishes.values())
        if wish.state != "open":
            return f"but is {wish.state}"
        if wish.alone_until and day < wish.alone_until and event.branch != wish.branch:
            return f"but is {wish.branch}'s alone"
        if live >= self.policy(wish).live_claims:
            return f"with {live} claims in hand"
        if wish.needed_by and wish.needed_by < day:
            return f"though needed by {wish.needed_by}"
        if not wish.shown:
            return "though it is off the board"
        return ""

    def _collected(self, wish: Wish, event: Event, day: datetime.date) -> None:
        wish.state, wish.since = "collected", day
        self.year(wish).wishes += 1

    def _verified(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self.into(wish, "verified", day)

    def _admitted(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self.into(wish, "admitted", day)

    def _opened(self, wish: Wish, event: Event, day: datetime.date) -> None:
        if self.runs_from(wish) is None:
            self.impossible(event, wish, "while its campaign is being prepared")
        if wish.branch:
            wish.opened_on, wish.alone_days = day, self.policy(wish).alone
            self._alone_until(wish, self._calendar.when_over(day, wish.alone_days))
        self.into(wish, "open", day)

    def _alone_until(self, wish: Wish, day: datetime.date) -> None:
        wish.alone_until = self.found.alone[wish.number] = day

    def _carried_over(self, wish: Wish, event: Event, day: datetime.date) -> None:
        again = Wish(event.into, state="collected", since=day, needed_by=wish.needed_by, shown=wish.shown)
        year = self.year(wish)
        year.wishes -= 1
        year.claimed -= bool(wish.claimer)
        self.year(again).wishes += 1
        self.into(wish, "carried_over", day)
        del self.wishes[wish.number]
        self.wishes[again.number] = again

    def _claimed(self, wish: Wish, event: Event, day: datetime.date) -> None:
        if why := self._why_not(wish, event, day):
            self.impossible(event, wish, why)
        if not wish.claimer:
            self.year(wish).claimed += 1
        self._begin_claim(wish, event, day)
        wish.taken_over_on = None
        self.into(wish, "claimed", day)

    def _handed_over(self, wish: Wish, event: Event, day: datetime.date) -> None:
        # It stays claimed, by somebody else and with a whole claim's length.
        self._begin_claim(wish, event, day)
        wish.taken_over_on = day

    def _begin_claim(self, wish: Wish, event: Event, day: datetime.date) -> None:
        wish.claimer, wish.claimers_branch, wish.claimed_on = event.person, event.branch, day
        wish.policy = self.policy(wish)
        wish.counted_from, wish.counted_days = day, wish.policy.claim_length
        wish.first_needed_by = wish.needed_by
        wish.first_deadline = wish.deadline = counted(wish, day, self._calendar)
        wish.agreed_on, wish.taken, wish.heard, wish.moved = day, set(), set(), {}
        wish.asked_on, wish.has_asked, wish.stopped, wish.answered_on = None, False, False, None
        self.found.deadlines.append((wish.number, wish.deadline))

    def _needed_by(self, wish: Wish, event: Event, day: datetime.date) -> None:
        wish.needed_by = event.day
        if wish.state == "claimed":
            before, wish.deadline = wish.deadline, counted(wish, day, self._calendar)
            if wish.deadline != before:
                wish.agreed_on = day

    def _arranged(self, event: Event, today: datetime.date) -> None:
        """A day is off that was not: deadlines still to come are worked out again, and so is who is alone."""
        assert event.day is not None
        self._calendar.give_off(event.day)
        for wish in self.wishes.values():
            if wish.state in ("open", "claimed") and wish.alone_until and wish.alone_until > today:
                until = self._calendar.when_over(wish.opened_on, wish.alone_days)
                self._alone_until(wish, max(until, today))
            if wish.state == "claimed" and wish.deadline >= today:
                self._deadline_moves(wish, today)
                if wish.first_deadline >= today:
                    self._first_deadline_moves(wish, today)

    def _first_deadline_moves(self, wish: Wish, today: datetime.date) -> None:
        before = wish.first_deadline
        anew = Wish(
            wish.number,
            needed_by=wish.first_needed_by,
            counted_from=wish.claimed_on,
            counted_days=wish.policy.claim_length,
        )
        wish.first_deadline = max(counted(anew, today, self._calendar), today)
        self.found.deadlines.remove((wish.number, before))
        self.found.deadlines.append((wish.number, wish.first_deadline))

    def _deadline_moves(self, wish: Wish, today: datetime.date) -> None:
        before = wish.t
        wish.deadline = counted(wish, today, self._calendar)
        # What was said of the old deadline is not said again.
        wish.taken = {(name, wish.t if since == before else since) for name, since in wish.taken}
        moved = {was: wish.t if became == before else became for was, became in wish.moved.items()}
        wish.moved = {**moved, before: wish.t}

    def _extended(self, wish: Wish, event: Event, day: datetime.date) -> None:
        if day <= wish.deadline:
            wish.counted_days += event.days
        else:
            wish.counted_from, wish.counted_days = day, event.days
        wish.deadline, wish.agreed_on = counted(wish, day, self._calendar), day
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
        self.into(wish, "open", day)

    def _followed_up(self, wish: Wish, event: Event, day: datetime.date) -> None:
        del self.wishes[wish.number]

    def _reopened(self, wish: Wish, event: Event, day: datetime.date) -> None:
        """Whoever was asked is not satisfied: it was not fulfilled after all. To the claimer again who agrees, else to all."""
        self._fulfilled(wish, -1)
        wish.backstopped, wish.to_ask_since = False, None
        if not event.person:
            self.into(wish, "open", day)
            return
        if wish.needed_by and wish.needed_by < day:
            wish.needed_by = None
        self._begin_claim(wish, event, day)
        wish.taken_over_on = None
        self.into(wish, "claimed", day)

    def _handed_back(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self.into(wish, "open", day)

    def _recalled(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self.year(wish).recalled += 1
        self.into(wish, "open", day)

    def _delivered(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self._unanswered_no_more(wish, day)
        wish.on_delivery = self._words(wish, day)
        self.into(wish, "delivered", day)

    def _words(self, wish: Wish, day: datetime.date) -> frozenset[str]:
        """What is said of a delivery of this day."""
        if wish.backstopped:
            return frozenset()
        words = {
            "on_time": day <= wish.first_deadline,
            "after_reminder": day <= wish.deadline and REMINDER in wish.heard,
            "after_urging": day > wish.deadline and URGING in wish.heard,
        }
        return frozenset(word for word, so in words.items() if so)

    def _confirmed(self, wish: Wish, event: Event, day: datetime.date) -> None:
        if event.day is not None:
            # Staff say that it was there earlier than it was recorded.
            wish.on_delivery = self._words(wish, event.day)
        self._fulfilled(wish, 1)
        self.into(wish, "fulfilled", day)
        if event.wanted:
            wish.to_ask_since = day
        else:
            del self.wishes[wish.number]

    def _fulfilled(self, wish: Wish, one: int) -> None:
        """One more in the figures of its year, or one less."""
        year = self.year(wish)
        year.fulfilled += one
        year.backstop += one * wish.backstopped
        year.on_time += one * ("on_time" in wish.on_delivery)
        year.after_reminder += one * ("after_reminder" in wish.on_delivery)
        year.after_urging += one * ("after_urging" in wish.on_delivery)

    def _rejected(self, wish: Wish, event: Event, day: datetime.date) -> None:
        self.into(wish, "backstopped" if wish.backstopped else "claimed", day)

    def _backstopped(self, wish: Wish, event: Event, day: datetime.date) -> None:
        if wish.state == "claimed":
            self._recalled(wish, event, day)
        wish.backstopped = True
        self.into(wish, "backstopped", day)


def _stands(wish: Wish) -> dict[str, object]:
    return {name: set(value) if isinstance(value, set) else value for name, value in vars(wish).items()}


def _counts(year: Figures) -> dict[str, int]:
    return {name: value for name, value in vars(year).items() if isinstance(value, int)}


def _code(number: str) -> str:
    return number.split("-")[0]
