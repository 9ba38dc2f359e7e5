"""Which rungs a wish stands under today, and whose telephones hear of each."""

import datetime
from collections.abc import Mapping

from tests.replay.model.calendar import Calendar
from tests.replay.model.events import People
from tests.replay.model.policy import (
    DECISION,
    FOLLOW_UP,
    HANDOVER,
    NOTICE,
    OFFICER,
    RECALL,
    REMINDER,
    REQUEST,
    SECRETARY,
    STAFF,
    SUPERVISION,
    URGING,
    Policy,
)
from tests.replay.model.wish import Rung, Wish

Late = Mapping[str, set[str]]
"""Branch → the telephones of its claimers who are late."""


class Rungs:
    """The rungs of one community's wishes."""

    def __init__(self, people: People, calendar: Calendar) -> None:
        self._people = people
        self._calendar = calendar

    def of(
        self, wish: Wish, policy: Policy, runs_from: datetime.date | None, today: datetime.date, late: Late
    ) -> list[Rung]:
        """All rungs of a wish. `policy` is its campaign's of today; `runs_from` the day since when that runs, None while
        it is being prepared."""
        if wish.state == "claimed":
            # What is recalled today asks for nothing any more: the request comes after the claim's own rungs.
            asked = self._waiting(wish, policy, REQUEST, wish.asked_on, today) if wish.asked_on else []
            return [*self._of_claim(wish, late), *asked]
        if wish.state == "fulfilled":
            return self._waiting(wish, policy, FOLLOW_UP, wish.to_ask_since, today) if wish.to_ask_since else []
        if wish.state == "admitted":
            return self._waiting(wish, policy, wish.state, max(wish.since, runs_from), today) if runs_from else []
        if wish.state in policy.waiting_rungs:
            return self._waiting(wish, policy, wish.state, wish.since, today)
        return []

    def _of_claim(self, wish: Wish, late: Late) -> list[Rung]:
        hearing = {
            REMINDER: ((wish.claimer, "claimer"),),
            URGING: ((wish.claimer, "claimer"), *self._secretarys_part(wish, late)),
            DECISION: self._staff,
            RECALL: self._officer,
        }
        told = [
            Rung(f"T{days:+d}", what, self._calendar.after(wish.t, days), hearing[what], "claimed", wish.t)
            for days, what in wish.policy.claim_rungs
        ]
        rungs = [rung for rung in told if rung.day > wish.agreed_on and not (wish.stopped and rung.what != REMINDER)]
        if (day := wish.taken_over_on) is not None:
            rungs.append(Rung(HANDOVER, HANDOVER, day, ((wish.claimer, "claimer"),), "claimed", day))
        return sorted(rungs, key=lambda rung: rung.day)

    def _waiting(
        self, wish: Wish, policy: Policy, scope: str, since: datetime.date, today: datetime.date
    ) -> list[Rung]:
        secretary = self._people.secretaries.get(wish.branch)
        to = {
            STAFF: self._staff,
            SECRETARY: ((secretary, SECRETARY),) if secretary and wish.can_be_claimed(today) else self._staff,
            OFFICER: self._officer,
        }
        of_scope = policy.waiting_rungs[scope]
        rungs = [(days, SUPERVISION if who == OFFICER else NOTICE, to[who]) for days, who in of_scope]
        days = max(days for days, who in of_scope if who == STAFF) + policy.again
        while self._calendar.after(since, days + policy.again) <= today:
            days += policy.again
        rungs.append((days, NOTICE, self._staff))
        return [
            Rung(f"{scope}+{days}", what, self._calendar.after(since, days), people, scope, since)
            for days, what, people in rungs
        ]

    @property
    def _staff(self) -> tuple[tuple[str, str], ...]:
        return tuple((phone, STAFF) for phone in self._people.staff)

    @property
    def _officer(self) -> tuple[tuple[str, str], ...]:
        """An officer hears a count, once a day and apart from this; staff where there is none."""
        return () if self._people.officers else self._staff

    def _secretarys_part(self, wish: Wish, late: Late) -> tuple[tuple[str, str], ...]:
        """Who hears what is said of a late claim to the secretary of its branch."""
        secretary = self._people.secretaries.get(wish.claimers_branch)
        if secretary is None:
            return self._staff
        if secretary != wish.claimer:
            return ((secretary, SECRETARY),)
        return self._staff if late.get(wish.claimers_branch, set()) <= {secretary} else ()
