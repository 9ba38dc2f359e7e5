"""The Spring Festival of 2027 is not announced when a claim is made; then it is, and the deadline moves."""

import datetime
from collections.abc import Iterator
from datetime import date

import pytest

from hub.actor import OPERATOR, Actor
from hub.bells.models import Bell
from hub.bells.ringing import CALENDAR, LADDER, answer, due
from hub.calendars.arranging import arrange, follow_the_library
from hub.calendars.library import library_year
from hub.calendars.year import Holiday
from hub.clock import TIME_ZONE, standing_at
from hub.identifiers import uuid7
from hub.sms.models import Message
from hub.sms.sender import send_due
from tenants.campaigns.running import edit_campaign
from tenants.campaigns.working_days import add_working_days, rests_on_provisional
from tenants.claims.claiming import claim as claim_wish
from tenants.claims.extending import extend
from tenants.claims.handing_over import hand_over
from tenants.claims.models import Claim
from tenants.escalation.models import StepTaken
from tenants.escalation.recalculating import recalculate_deadlines
from tenants.escalation.taking import take_due_steps
from tenants.wishes.models import Wish
from tests.world import World

BY = Actor(uuid7(), "运营员", frozenset({OPERATOR}))
CLAIMED_ON = date(2027, 1, 20)
"""A Wednesday; the library has 2027 with statutory holidays only: 5 to 10 February free."""

PROVISIONAL = date(2027, 2, 16)
"""Fifteen working days after it, jumping over 5 to 10 February."""

HOLIDAYS = [
    *(each for each in library_year(2027).holidays if "春节" not in each.name),
    Holiday("春节", date(2027, 2, 4), date(2027, 2, 11)),
]
MAKE_UP = [date(2027, 1, 30)]
ANNOUNCED = date(2027, 2, 17)
"""With 4 and 11 February free too, and the Saturday of 30 January worked."""


def at(day: date, hour: int = 10) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour), TIME_ZONE)


@pytest.fixture
def claim(world: World) -> Iterator[Claim]:
    with standing_at(at(CLAIMED_ON)):
        wish = world.wish(Wish.State.OPEN)
        yield claim_wish(wish, member=world.zhang, by=world.as_member(world.zhang))


def announce(**changes: object) -> None:
    arrange(2027, **{"holidays": HOLIDAYS, "make_up_days": MAKE_UP, "by": BY, **changes})  # type: ignore[arg-type]


def ring_and_look(world: World) -> None:
    assert world.community.pk in due()[CALENDAR]
    assert answer(world.community, CALENDAR, recalculate_deadlines)


def deadlines(claim: Claim) -> tuple[date, date]:
    claim.refresh_from_db()
    return claim.deadline, claim.first_deadline


def test_a_claim_across_a_provisional_festival_moves_when_the_arrangement_comes(world: World, claim: Claim) -> None:
    assert claim.deadline == PROVISIONAL
    assert rests_on_provisional(CLAIMED_ON, claim.deadline)
    with standing_at(at(date(2027, 1, 22))):
        announce()
        ring_and_look(world)
    assert deadlines(claim) == (ANNOUNCED, ANNOUNCED)
    assert not rests_on_provisional(CLAIMED_ON, claim.deadline)
    told = {"deadline": ["2027-02-16", "2027-02-17"], "first_deadline": ["2027-02-16", "2027-02-17"]}
    for history in (claim.history, claim.wish.history):
        entry = history.get(verb="deadline_moved")
        assert (entry.actor_name, entry.actor_id, entry.changes) == ("WishBridge", None, told)
        assert "放假安排" in entry.reason


def test_a_second_look_changes_nothing(world: World, claim: Claim) -> None:
    announce()
    ring_and_look(world)
    Bell.objects.exclude(kind=LADDER).delete()
    before = claim.history.count(), claim.wish.history.count(), list(Bell.objects.values_list("due_at"))
    recalculate_deadlines(at(CLAIMED_ON))
    after = claim.history.count(), claim.wish.history.count(), list(Bell.objects.values_list("due_at"))
    assert after == before


def test_a_corrected_entry_and_one_taken_back_move_it_again(world: World, claim: Claim) -> None:
    announce()
    ring_and_look(world)
    announce(make_up_days=[])
    ring_and_look(world)
    assert deadlines(claim)[0] == date(2027, 2, 18)
    follow_the_library(2027, by=BY)
    ring_and_look(world)
    assert deadlines(claim) == (PROVISIONAL, PROVISIONAL)


def test_what_has_passed_stays(world: World, claim: Claim) -> None:
    with standing_at(at(date(2027, 2, 17))):
        announce()
        ring_and_look(world)
    assert deadlines(claim) == (PROVISIONAL, PROVISIONAL)


def test_the_last_day_of_a_deadline_still_moves_and_never_to_before_today(world: World, claim: Claim) -> None:
    with standing_at(at(PROVISIONAL)):
        announce()
        ring_and_look(world)
        assert deadlines(claim)[0] == ANNOUNCED
    with standing_at(at(ANNOUNCED)):
        follow_the_library(2027, by=BY)
        ring_and_look(world)
    assert deadlines(claim)[0] == ANNOUNCED, "16 February would be yesterday"


def test_an_ended_claim_stays(world: World, claim: Claim) -> None:
    world.deliver(claim)
    announce()
    ring_and_look(world)
    assert deadlines(claim)[0] == PROVISIONAL


def test_an_extended_claim_is_worked_out_by_its_own_count(world: World, claim: Claim) -> None:
    with standing_at(at(date(2027, 2, 3))):
        extend(claim, days=2, reason="货没到", by=world.assessor)
    assert deadlines(claim) == (date(2027, 2, 18), PROVISIONAL)
    announce()
    ring_and_look(world)
    assert deadlines(claim) == (date(2027, 2, 19), ANNOUNCED)


def test_one_extended_after_its_deadline_counts_from_the_day_of_the_decision(world: World, claim: Claim) -> None:
    with standing_at(at(date(2027, 2, 18))):
        extend(claim, days=5, reason="货没到", by=world.assessor)
        assert deadlines(claim) == (date(2027, 2, 25), PROVISIONAL)
        announce(make_up_days=[*MAKE_UP, date(2027, 2, 20)])
        ring_and_look(world)
    assert deadlines(claim) == (date(2027, 2, 24), PROVISIONAL)


def test_steps_taken_stay_taken_under_the_new_deadline(world: World, claim: Claim) -> None:
    with standing_at(at(date(2027, 2, 3))):
        take_due_steps(at(date(2027, 2, 3)))
    assert [step.key for step in StepTaken.objects.filter(claim=claim)] == ["T-5"]
    with standing_at(at(date(2027, 2, 3), 12)):
        announce()
        ring_and_look(world)
        take_due_steps(at(date(2027, 2, 3), 12))
    for day in range(4, 16):
        with standing_at(at(date(2027, 2, day))):
            take_due_steps(at(date(2027, 2, day)))
    reminders = Message.objects.filter(template="reminder_one")
    assert reminders.count() == 1, "T-5 was said on 3 February, and is not said again for the new deadline"
    with standing_at(at(date(2027, 2, 16))):
        take_due_steps(at(date(2027, 2, 16)))
    assert reminders.count() == 2


@pytest.mark.parametrize("said", ["reminder", "handover"])
def test_what_waits_to_be_sent_names_the_day_as_it_is_now(world: World, claim: Claim, said: str) -> None:
    day = date(2027, 2, 3)
    if said == "handover":
        day = CLAIMED_ON
        with standing_at(at(day, 11)):
            claim = hand_over(claim, to=world.han, reason="调走", by=world.administrator)
    with standing_at(at(day, 12)):
        take_due_steps(at(day, 12))
        assert [row.params["date"] for row in Message.objects.all()] == ["2月16日"]
        announce()
        ring_and_look(world)
        send_due()
    assert [(row.template, row.params["date"], row.state) for row in Message.objects.all()] == [
        (f"{said}_one", "2月17日", "accepted")
    ]


def test_a_rung_that_comes_nearer_while_the_deadline_stays_is_taken_on_its_day(world: World) -> None:
    with standing_at(at(CLAIMED_ON)):
        wish = world.wish(Wish.State.OPEN, needed_by=date(2027, 2, 12))
        made = claim_wish(wish, member=world.zhang, by=world.as_member(world.zhang))
    with standing_at(at(date(2027, 1, 21))):
        # Everything that was rung until now is answered; the next bell is that of T-5, the 1st of February.
        assert answer(world.community, LADDER, take_due_steps)
        announce()
        ring_and_look(world)
    assert deadlines(made)[0] == date(2027, 2, 12), "the day by which it is needed cuts it as before"
    sooner = add_working_days(date(2027, 2, 12), -5)
    assert sooner == date(2027, 1, 29)
    assert Bell.objects.filter(kind=LADDER, due_at__lte=at(sooner, 9)).exists()


def test_an_update_of_the_library_is_noticed_by_the_nightly_sweep(
    world: World, claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hub.calendars import known
    from hub.calendars.year import WorkingYear, days_of
    from tenants.escalation.sweeping import sweep

    free = days_of(HOLIDAYS)
    updated = WorkingYear(2027, free, frozenset(MAKE_UP), holidays=(*HOLIDAYS,), provisional=False, source="library")
    monkeypatch.setattr(known, "library_year", lambda year: updated if year == 2027 else library_year(year))
    known.calendars.forget()  # a new process has read nothing yet
    with standing_at(at(date(2027, 1, 21), 3)):
        sweep(world.community, at(date(2027, 1, 21), 3))
        ring_and_look(world)
    assert deadlines(claim)[0] == ANNOUNCED


def test_the_days_in_which_a_wish_is_its_branchs_alone_move_too(world: World) -> None:
    with standing_at(at(date(2027, 2, 2))):
        wish = world.wish(Wish.State.OPEN, branch=world.office)
        assert wish.branch_only_until == date(2027, 2, 11), "three working days, jumping over 5 to 10 February"
        edit_campaign(world.campaign, {"branch_only_days": 1}, by=world.administrator)
    with standing_at(at(date(2027, 2, 3))):
        announce()
        ring_and_look(world)
        wish.refresh_from_db()
        assert wish.branch_only_until == date(2027, 2, 15), "by the days that held when it was opened"
        entry = wish.history.get(verb="branch_only_moved")
        assert entry.changes == {"branch_only_until": ["2027-02-11", "2027-02-15"]}
        assert (entry.actor_name, entry.from_state, entry.to_state) == ("WishBridge", "open", "open")
        recalculate_deadlines(at(date(2027, 2, 3), 11))
    assert wish.history.filter(verb="branch_only_moved").count() == 1


def test_a_wish_that_is_open_to_all_already_stays_so(world: World) -> None:
    with standing_at(at(date(2027, 2, 2))):
        wish = world.wish(Wish.State.OPEN, branch=world.office)
    with standing_at(at(date(2027, 2, 11))):
        announce()
        ring_and_look(world)
        wish.refresh_from_db()
        assert wish.branch_only_until == date(2027, 2, 11)
        claim_wish(wish, member=world.qi, by=world.as_member(world.qi))
