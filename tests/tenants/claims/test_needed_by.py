"""The day by which a wish is needed: no deadline lies behind it, whatever moves the deadline."""

import datetime
from datetime import date

import pytest

from hub.actor import OPERATOR, Actor
from hub.calendars.arranging import arrange
from hub.calendars.library import library_year
from hub.calendars.year import Holiday
from hub.clock import standing_at
from hub.identifiers import uuid7
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import edit_campaign
from tenants.claims import claiming, clock, extending, giving_up, handing_over
from tenants.claims.board import OpenCards, wall
from tenants.claims.changing import change_wish
from tenants.claims.models import Claim, Extension, FollowUp
from tenants.claims.needed_by import latest
from tenants.claims.undoing import undo_act
from tenants.escalation.recalculating import recalculate_deadlines
from tenants.escalation.taking import live_claims
from tenants.figures.today import wish_sections
from tenants.wishes.carrying import carry_in, carry_over
from tenants.wishes.editing import edit_wish
from tenants.wishes.models import Wish
from tenants.wishes.opening import open_wish
from tests.world import MONDAY, World

S = Wish.State
TODAY = MONDAY.date()
T = date(2026, 3, 30)
"""15 working days from Monday, 9 March 2026."""
FRIDAY, SATURDAY, SUNDAY = date(2026, 3, 20), date(2026, 3, 21), date(2026, 3, 22)


def at(day: date, hour: int = 10) -> datetime.datetime:
    return MONDAY.replace(year=day.year, month=day.month, day=day.day, hour=hour)


def claimed(world: World, needed_by: date | None) -> Claim:
    return world.claim_of(world.wish(S.CLAIMED, needed_by=needed_by))


@pytest.mark.parametrize(
    ("needed_by", "deadline"),
    [(None, T), (FRIDAY, FRIDAY), (SATURDAY, FRIDAY), (SUNDAY, FRIDAY), (T, T), (date(2026, 6, 1), T), (TODAY, TODAY)],
)
def test_a_deadline_never_lies_behind_the_day_and_falls_on_a_working_day(
    world: World, needed_by: date | None, deadline: date
) -> None:
    claim = claimed(world, needed_by)
    assert (claim.deadline, claim.first_deadline) == (deadline, deadline)


def test_a_claim_on_the_day_off_that_is_the_last_one_is_due_on_that_day(world: World) -> None:
    wish = world.wish(S.OPEN, needed_by=SUNDAY)
    with standing_at(at(SATURDAY)):
        claim = claiming.claim(wish, member=world.zhang, by=world.as_member(world.zhang))
        assert claim.deadline == SATURDAY
    assert latest(date(2026, 4, 10), SUNDAY, on=date(2026, 3, 25)) == SUNDAY


@pytest.mark.parametrize("needed_by", [date(2026, 4, 2), date(2026, 4, 6)])
def test_an_extension_stops_at_the_day_and_one_that_gives_nothing_is_refused(world: World, needed_by: date) -> None:
    claim = claimed(world, needed_by)
    last = date(2026, 4, 2) if needed_by.day == 2 else date(2026, 4, 3)
    assert extending.deadlines_if_extended(claim)[-1] == last
    given = extending.extend(claim, days=10, reason="在外地", by=world.assessor)
    assert given.deadline_after == last
    claim = world.claim_of(claim.wish)
    assert extending.deadlines_if_extended(claim) == []
    with pytest.raises(Refusal) as refused:
        extending.extend(claim, days=1, reason="还要几天", by=world.assessor)
    assert refused.value.code == "needed_by_reached"
    with pytest.raises(Refusal) as refused:
        extending.ask_for_extension(claim, days=1, reason="还要几天", by=world.as_member(claim.member))
    assert refused.value.code == "needed_by_reached"
    undo_act(claim.wish, "extended", by=world.assessor)
    claim = world.claim_of(claim.wish)
    assert (claim.deadline, claim.counted_days) == (T, 15)


def test_a_request_granted_after_the_deadline_stops_there_too(world: World) -> None:
    claim = claimed(world, date(2026, 4, 2))
    asked = extending.ask_for_extension(claim, days=10, reason="货没到", by=world.as_member(claim.member))
    with standing_at(at(date(2026, 4, 1))):
        assert extending.grant(asked, by=world.assessor).deadline_after == date(2026, 4, 2)


def test_a_request_that_is_answered_when_the_day_is_over_cannot_be_granted(world: World) -> None:
    claim = claimed(world, date(2026, 4, 2))
    asked = extending.ask_for_extension(claim, days=10, reason="货没到", by=world.as_member(claim.member))
    with standing_at(at(date(2026, 4, 8))):
        with pytest.raises(Refusal) as refused:
            extending.grant(asked, by=world.assessor)
        assert refused.value.code == "needed_by_reached"
        change_wish(claim.wish, {"needed_by": date(2026, 4, 20)}, by=world.assessor)
        assert extending.grant(asked, by=world.assessor).deadline_after == date(2026, 4, 20)


def test_a_hand_over_stops_there_and_is_refused_once_the_day_is_over(world: World) -> None:
    claim = claimed(world, SUNDAY)
    with standing_at(at(date(2026, 3, 18))):
        again = handing_over.hand_over(claim, to=world.qi, by=world.assessor)
    assert (again.deadline, again.first_deadline) == (FRIDAY, FRIDAY)
    with standing_at(at(date(2026, 3, 23))), pytest.raises(Refusal) as refused:
        handing_over.hand_over(again, to=world.han, by=world.assessor)
    assert refused.value.code == "needed_by_passed"


def test_a_corrected_calendar_stops_at_it_and_the_first_deadline_at_the_day_of_its_own_time(world: World) -> None:
    with standing_at(at(date(2027, 1, 20))):
        stopped, counted = claimed(world, date(2027, 2, 16)), claimed(world, None)
        change_wish(counted.wish, {"needed_by": date(2027, 2, 12)}, by=world.assessor)
        free = [each for each in library_year(2027).holidays if "春节" not in each.name]
        festival = Holiday("春节", date(2027, 2, 4), date(2027, 2, 11))
        operator = Actor(uuid7(), "运营员", frozenset({OPERATOR}))
        arrange(2027, holidays=[*free, festival], make_up_days=[date(2027, 1, 30)], by=operator)
        recalculate_deadlines(at(date(2027, 1, 20)))
    for claim in (stopped, counted):
        claim.refresh_from_db()
    assert (stopped.deadline, stopped.first_deadline) == (date(2027, 2, 16), date(2027, 2, 16))
    assert (counted.deadline, counted.first_deadline) == (date(2027, 2, 12), date(2027, 2, 17))


def test_an_open_wish_whose_day_is_over_is_claimed_by_nobody_until_staff_set_another(world: World) -> None:
    wish = world.wish(S.OPEN, needed_by=FRIDAY)
    with standing_at(at(FRIDAY, 23)):
        assert [card["id"] for card in OpenCards()[:]] == [wish.pk]
    with standing_at(at(SATURDAY, 0)):
        assert OpenCards()[:] == []
        assert (OpenCards().count(), wall()["open"]) == (0, 0)
        with pytest.raises(Refusal) as refused:
            claiming.claim(wish, member=world.zhang, by=world.as_member(world.zhang))
        assert (refused.value.code, refused.value.status) == ("needed_by_passed", 409)
        change_wish(wish, {"needed_by": date(2026, 3, 25)}, by=world.assessor)
        assert claiming.claim(wish, member=world.zhang, by=world.as_member(world.zhang)).deadline == date(2026, 3, 25)


def test_it_can_be_withdrawn_or_backstopped_and_not_opened_when_the_day_is_over(world: World) -> None:
    one, other, admitted = (world.wish(state, needed_by=FRIDAY) for state in (S.OPEN, S.OPEN, S.ADMITTED))
    with standing_at(at(SATURDAY)):
        assert giving_up.withdraw(one, reason="solved_elsewhere", by=world.assessor).state == S.WITHDRAWN
        assert giving_up.backstop(other, reason="没人认领", by=world.assessor).state == S.BACKSTOPPED
        with pytest.raises(Refusal) as refused:
            open_wish(admitted, by=world.assessor)
        assert refused.value.code == "needed_by_passed"


def test_set_earlier_while_claimed_the_deadline_follows_and_the_first_one_stays(world: World) -> None:
    claim = claimed(world, None)
    change_wish(claim.wish, {"needed_by": SUNDAY}, by=world.assessor)
    claim.refresh_from_db()
    assert (claim.deadline, claim.first_deadline) == (FRIDAY, T)
    assert claim.history.last().verb == "promise_changed"
    assert claim.wish.history.last().changes == {"deadline": [T.isoformat(), FRIDAY.isoformat()]}
    change_wish(claim.wish, {"needed_by": date(2026, 3, 26)}, by=world.assessor)
    claim.refresh_from_db()
    assert claim.deadline == date(2026, 3, 26)
    change_wish(claim.wish, {"needed_by": None}, by=world.assessor)
    claim.refresh_from_db()
    assert (claim.deadline, claim.first_deadline) == (T, T)


def test_what_was_missed_by_a_nearer_day_is_not_made_up(world: World) -> None:
    claim = claimed(world, None)
    with standing_at(at(date(2026, 3, 25))):
        change_wish(claim.wish, {"needed_by": date(2026, 3, 27)}, by=world.assessor)
        assert clock.agreed_on(live_claims().get(pk=claim.pk)) == date(2026, 3, 25)


def test_a_day_set_on_a_late_claim_makes_no_new_time_and_a_later_day_of_need_does(world: World) -> None:
    late, capped = claimed(world, None), claimed(world, FRIDAY)
    with standing_at(at(date(2026, 3, 31))):
        change_wish(late.wish, {"needed_by": date(2026, 4, 20)}, by=world.assessor)
        change_wish(capped.wish, {"needed_by": date(2026, 4, 20)}, by=world.assessor)
        late.refresh_from_db()
        capped.refresh_from_db()
        assert (late.deadline, capped.deadline) == (T, T)
        change_wish(capped.wish, {"needed_by": date(2026, 4, 2)}, by=world.assessor)
        capped.refresh_from_db()
        assert capped.deadline == T


@pytest.mark.parametrize("act", ["handed_back", "recalled"])
def test_what_is_taken_back_stops_at_a_day_set_meanwhile(world: World, act: str) -> None:
    claim = claimed(world, None)
    if act == "recalled":
        giving_up.recall(claim, reason="联系不上", by=world.assessor)
    else:
        giving_up.hand_back(claim, by=world.assessor)
    change_wish(claim.wish, {"needed_by": SUNDAY}, by=world.collector)
    undo_act(claim.wish, act, by=world.assessor)
    claim.refresh_from_db()
    assert (claim.ended_at, claim.deadline) == (None, FRIDAY)


def test_a_gift_that_was_not_right_is_brought_again_though_the_day_is_over_and_undone_it_is_as_before(
    world: World,
) -> None:
    wish = world.wish(S.FULFILLED, needed_by=FRIDAY)
    with standing_at(at(date(2026, 3, 24))):
        world.follow_up(wish, FollowUp.Outcome.NOT_SATISFIED, remark="坏了", claimer_agrees=True)
        wish.refresh_from_db()
        assert (wish.needed_by, world.claim_of(wish).deadline) == (None, date(2026, 4, 15))
        undo_act(wish, "reopened", by=world.assessor)
        wish.refresh_from_db()
        assert (wish.state, wish.needed_by) == (S.FULFILLED, FRIDAY)


@pytest.mark.parametrize("day", [date(2026, 3, 8), date(2031, 1, 1)])
def test_a_day_that_is_over_or_far_away_is_the_fields_error(world: World, day: date) -> None:
    for act in (
        lambda: world.collect(needed_by=day),
        lambda: edit_wish(world.wish(S.OPEN), {"needed_by": day}, by=world.assessor),
    ):
        with pytest.raises(Refusal) as refused:
            act()
        assert (refused.value.status, refused.value.field) == (400, "needed_by")


def test_on_a_closed_campaign_it_is_the_fields_error_too(world: World) -> None:
    wish = world.wish(S.ADMITTED)
    Campaign.objects.update(state=Campaign.State.CLOSED)
    with pytest.raises(Refusal) as refused:
        edit_wish(wish, {"needed_by": FRIDAY}, by=world.assessor)
    assert (refused.value.status, refused.value.field) == (400, "needed_by")


def test_a_day_that_is_over_stays_while_other_fields_are_edited(world: World) -> None:
    wish = world.wish(S.OPEN, needed_by=FRIDAY)
    with standing_at(at(SATURDAY)):
        assert edit_wish(wish, {"needed_by": FRIDAY, "quantity": 2}, by=world.assessor).quantity == 2


def test_near_its_day_and_unclaimed_it_stands_on_todays_list_by_the_campaigns_policy(world: World) -> None:
    wishes = [world.wish(state, needed_by=SUNDAY) for state in (S.COLLECTED, S.VERIFIED, S.ADMITTED, S.OPEN)]
    world.wish(S.CLAIMED, needed_by=SUNDAY)
    world.wish(S.BACKSTOPPED, needed_by=SUNDAY)

    def listed(day: date) -> list[tuple[str, str]]:
        with standing_at(at(day)):
            rows = wish_sections(list(Campaign.objects.all()))["near_day"]["rows"]
            return [(row["number"], row["needed_state"]) for row in rows]

    numbers = [wish.number for wish in wishes]
    assert listed(date(2026, 3, 13)) == []
    assert listed(date(2026, 3, 16)) == [(number, "near") for number in numbers]
    assert listed(date(2026, 3, 23)) == [(number, "passed") for number in numbers]
    edit_campaign(world.campaign, {"needed_soon_days": 6}, by=world.administrator)
    assert listed(date(2026, 3, 13)) == [(number, "near") for number in numbers]


def test_carried_over_a_day_that_is_to_come_stays_and_one_that_is_over_goes(world: World) -> None:
    over, to_come = world.wish(S.ADMITTED, needed_by=FRIDAY), world.wish(S.ADMITTED, needed_by=date(2027, 2, 1))
    with standing_at(at(date(2026, 12, 31))):
        carry_over([over, to_come], by=world.administrator)
        arrived = carry_in([over, to_come], world.next_campaign(), by=world.administrator)
    assert [wish.needed_by for wish in arrived] == [None, date(2027, 2, 1)]


def test_a_request_keeps_its_clock_stopped_when_the_day_comes_nearer(world: World) -> None:
    claim = claimed(world, None)
    asked = extending.ask_for_extension(claim, days=3, reason="货没到", by=world.as_member(claim.member))
    change_wish(claim.wish, {"needed_by": FRIDAY}, by=world.assessor)
    asked.refresh_from_db()
    assert asked.state == Extension.State.OPEN
    assert clock.stops_the_clock(live_claims().get(pk=claim.pk))
