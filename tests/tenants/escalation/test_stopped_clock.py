"""A request for more time stops the clock of its claim until it is answered, once a claim."""

import datetime
from datetime import date

import pytest

from hub.clock import TIME_ZONE, standing_at
from hub.rollups.models import Supervision
from tenants.campaigns.working_days import add_working_days
from tenants.claims import clock
from tenants.claims.delivering import reject
from tenants.claims.extending import ask_for_extension, grant, refuse, take_back
from tenants.claims.models import Claim, Extension
from tenants.escalation.deciding import to_decide
from tenants.escalation.models import StepTaken
from tenants.escalation.taking import take_due_steps
from tenants.figures.counting import count
from tenants.wishes.models import Wish
from tests.world import World

T = date(2026, 3, 30)
"""A Monday: the deadline of a claim made on the world's Monday."""


def on(day: date, hour: int = 10) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour), TIME_ZONE)


def after(days: int) -> date:
    return add_working_days(T, days)


def live(first: date, last: date) -> None:
    while first <= last:
        with standing_at(on(first)):
            take_due_steps(on(first))
        first += datetime.timedelta(days=1)


def claimed(world: World) -> Claim:
    return world.claim_of(world.wish(Wish.State.CLAIMED))


def asks(world: World, claim: Claim, day: date = T) -> Extension:
    with standing_at(on(day, 20)):
        return ask_for_extension(claim, days=3, reason="货没到", by=world.as_member(world.zhang))


def keys(claim: Claim) -> list[tuple[str, date]]:
    return [(row.key, row.day) for row in StepTaken.objects.filter(claim=claim).order_by("day", "key")]


def test_while_a_request_is_unanswered_its_claim_is_neither_urged_nor_decided_nor_recalled(world: World) -> None:
    claim = claimed(world)
    asks(world, claim)
    live(after(-6), after(8))
    claim.refresh_from_db()
    assert claim.ended_at is None
    assert [key for key, _ in keys(claim)] == ["T-5", "T-1", "request+1", "request+3", "request+5"]
    assert [row.count for row in Supervision.objects.all()] == [1]
    with standing_at(on(after(8))):
        assert not clock.is_overdue(Claim.objects.get(pk=claim.pk))
        assert list(clock.overdue(Claim.objects.all())) == []
        assert to_decide([world.campaign]) == []
        assert (count(world.campaign).overdue, count(world.campaign).late_request) == (0, 1)


def test_the_last_notice_of_an_unanswered_request_comes_again(world: World) -> None:
    claim = claimed(world)
    asks(world, claim)
    live(T, after(24))
    assert [key for key, _ in keys(claim) if key.startswith("request")] == [
        "request+1", "request+3", "request+5", "request+13", "request+23",
    ]  # fmt: skip


@pytest.mark.parametrize("answer", ["refused", "taken back"])
def test_refused_after_the_deadline_the_rungs_begin_on_the_day_of_the_answer(world: World, answer: str) -> None:
    claim = claimed(world)
    request = asks(world, claim)
    live(after(-6), after(4))
    saturday = date(2026, 4, 4)
    with standing_at(on(saturday, 11)):
        if answer == "refused":
            refuse(request, reason="货已经到了", by=world.assessor)
        else:
            take_back(request, by=world.as_member(world.zhang))
        found = Claim.objects.get(pk=claim.pk)
        assert clock.is_overdue(found), "late it is, by the deadline that was agreed"
        assert (found.deadline, clock.rungs_count_from(found)) == (T, saturday)
    live(saturday, add_working_days(saturday, 5))
    late = [(key, day) for key, day in keys(claim) if key in ("T+1", "T+3", "T+5")]
    assert late == [(f"T+{n}", add_working_days(saturday, n)) for n in (1, 3, 5)]
    assert Claim.objects.get(pk=claim.pk).end == Claim.End.RECALLED


def test_refused_by_the_deadline_nothing_has_moved(world: World) -> None:
    claim = claimed(world)
    request = asks(world, claim, after(-2))
    with standing_at(on(T, 21)):
        refuse(request, reason="货已经到了", by=world.assessor)
    assert clock.rungs_count_from(Claim.objects.get(pk=claim.pk)) == T
    live(T, after(1))
    assert ("T+1", after(1)) in keys(claim)


def test_granted_after_the_deadline_the_days_count_from_the_answer_and_missed_steps_are_not_made_up(
    world: World,
) -> None:
    claim = claimed(world)
    request = asks(world, claim)
    with standing_at(on(after(6))):
        grant(request, by=world.assessor)
    claim.refresh_from_db()
    assert (claim.deadline, claim.first_deadline) == (after(9), T)
    live(after(6), after(10))
    assert [key for key, day in keys(claim) if not key.startswith("request")] == ["T-1", "T+1"]


def test_one_request_a_claim_stops_the_clock(world: World) -> None:
    claim = claimed(world)
    with standing_at(on(after(-3))):
        grant(ask_for_extension(claim, days=2, reason="货没到", by=world.as_member(world.zhang)), by=world.assessor)
    claim.refresh_from_db()
    again = asks(world, claim, claim.deadline)
    assert not again.stops_clock
    live(claim.deadline, add_working_days(claim.deadline, 1))
    assert "T+1" in [key for key, _ in keys(claim)]
    with standing_at(on(add_working_days(claim.deadline, 1))):
        assert clock.is_overdue(Claim.objects.get(pk=claim.pk))


def test_delivered_and_not_confirmed_it_is_not_recalled_for_the_days_of_its_request(world: World) -> None:
    claim = claimed(world)
    asks(world, claim)
    with standing_at(on(after(7))):
        world.deliver(claim)
    with standing_at(on(after(8), 8)):
        reject(Wish.objects.get(pk=claim.wish_id), reason="没人在家", by=world.assessor)
    live(after(8), after(8))
    assert Claim.objects.get(pk=claim.pk).ended_at is None
    assert [key for key, _ in keys(claim) if key in ("T+1", "T+3", "T+5")] == ["T+1"]
