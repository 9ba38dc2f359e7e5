"""How things stood on a past day: the figures that were counted then are found again later."""

import datetime
from dataclasses import asdict

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.clock import standing_at
from hub.refusal import Refusal
from tenants.claims import delivering, giving_up
from tenants.claims.extending import extend
from tenants.figures.counting import count
from tenants.forms.statistics.days import day_asked, day_of_form
from tenants.forms.statistics.numbers import totals
from tenants.forms.statistics.standing import standings
from tenants.wishes import allocation
from tenants.wishes.models import Wish
from tests.tenants.claims.test_machine import STEP, USUAL, Code
from tests.world import MONDAY, World, later

S = Wish.State
DAY = datetime.timedelta(days=1)


def shared(world: World, day: datetime.date) -> tuple[dict[str, int], dict[str, int]]:
    """The numbers that form and figures both have: as the form has them, as `count` has them."""
    told = totals(standings(world.campaign, day))
    counted = asdict(count(world.campaign))
    names = [name for name in counted if not name.startswith("late_")]
    assert set(names) <= set(told)
    return {name: told[name] for name in names}, {name: counted[name] for name in names}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=st.lists(STEP, min_size=26, max_size=26), pause=st.sampled_from([7 * 60, 23 * 60, 60 * 24 * 4]))
def test_each_days_figures_are_found_again_later(
    world: World, steps: list[tuple[int, str, int, int, int, int]], pause: int
) -> None:
    with transaction.atomic():
        wishes = [world.wish(state, member=world.qi) for state in (S.COLLECTED, S.OPEN, S.FULFILLED)]
        code = Code(world, wishes, [world.zhang, world.han, world.qi], world.next_campaign())
        noted: dict[datetime.date, dict[str, int]] = {}
        moment = MONDAY
        for n, any_verb, place, stay, minutes, who in steps:
            coming = moment + datetime.timedelta(minutes=minutes + pause)
            while moment.date() < coming.date():
                with standing_at(moment.replace(hour=23, minute=59)):
                    told, counted = shared(world, moment.date())
                    assert told == counted
                    noted[moment.date()] = counted
                moment = (moment + DAY).replace(hour=0, minute=1)
            moment = coming
            usual = USUAL[Wish.objects.get(pk=wishes[n].pk).state]
            with standing_at(moment):
                code.step(any_verb if place % 3 == 0 and not stay else usual[place % len(usual)], n, who)
        with standing_at(moment + 30 * DAY):
            for day, counted in noted.items():
                told = totals(standings(world.campaign, day))
                assert {name: told[name] for name in counted} == counted, day
        transaction.set_rollback(True)


def test_a_wish_collected_later_is_not_in_it(world: World) -> None:
    first = world.wish(S.CLAIMED)
    with standing_at(MONDAY + DAY):
        world.wish()
        assert [it.wish.pk for it in standings(world.campaign, MONDAY.date())] == [first.pk]
        assert len(standings(world.campaign, MONDAY.date() + DAY)) == 2
        assert standings(world.campaign, MONDAY.date() - DAY) == []


def test_a_day_ends_at_midnight_in_the_communitys_time_zone(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    claim = world.claim_of(wish)
    with standing_at(MONDAY.replace(hour=23, minute=59, second=59)):
        giving_up.hand_back(claim, by=world.as_member(claim.member))
    other = world.wish(S.CLAIMED)
    with standing_at((MONDAY + DAY).replace(hour=0, minute=0, second=0)):
        giving_up.recall(world.claim_of(other), reason="联系不上", by=world.assessor)
        assert [it.state for it in standings(world.campaign, MONDAY.date())] == [S.OPEN, S.CLAIMED]


def test_a_claim_that_was_handed_back_since_stands_on_the_day_it_was_held(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    claim = world.claim_of(wish)
    with standing_at(MONDAY + 2 * DAY):
        giving_up.hand_back(claim, by=world.as_member(claim.member))
        (then,) = standings(world.campaign, MONDAY.date() + DAY)
        (now,) = standings(world.campaign, MONDAY.date() + 2 * DAY)
    assert then.claim == claim
    assert then.deadline == claim.deadline
    assert (now.state, now.claim) == (S.OPEN, None)


def test_a_delivery_that_was_not_confirmed_since_stood_on_its_day(world: World) -> None:
    wish = world.wish(S.DELIVERED)
    with standing_at(MONDAY + DAY):
        delivering.reject(wish, reason="没收到", by=world.assessor)
        (then,) = standings(world.campaign, MONDAY.date())
        (now,) = standings(world.campaign, MONDAY.date() + DAY)
    assert then.delivery is not None
    assert then.claim is not None
    assert (now.state, now.delivery) == (S.CLAIMED, None)
    assert now.claim == then.claim


def test_an_extended_deadline_is_the_old_one_before_its_day(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    claim = world.claim_of(wish)
    old = claim.deadline
    with standing_at(MONDAY + 3 * DAY):
        new = extend(claim, days=7, reason="货未到", by=world.assessor).deadline_after
        assert new is not None
        assert new > old
        before, after = (standings(world.campaign, MONDAY.date() + n * DAY)[0] for n in (2, 3))
    assert (before.deadline, after.deadline) == (old, new)
    assert before.first_deadline == after.first_deadline == old


def test_a_branch_given_later_was_not_there_before(world: World) -> None:
    world.wish(S.ADMITTED)
    with standing_at(MONDAY + DAY):
        allocation.confirm(allocation.propose(world.campaign, by=world.assessor), by=world.assessor)
        before, after = (standings(world.campaign, MONDAY.date() + n * DAY)[0] for n in (0, 1))
    assert before.branch == ""
    assert after.branch != ""


def test_the_latest_follow_up_of_then_counts(world: World) -> None:
    wish = world.wish(S.FULFILLED)
    world.follow_up(wish, "satisfied")
    with standing_at(MONDAY + DAY):
        world.follow_up(wish, "not", remark="坏了")
        then, now = (totals(standings(world.campaign, MONDAY.date() + n * DAY)) for n in (0, 1))
    assert (then["satisfied"], then["followed_up"], then["fulfilled"]) == (1, 1, 1)
    assert (now["satisfied"], now["followed_up"], now["fulfilled"], now["open"]) == (0, 1, 0, 1)


def test_a_day_ahead_and_no_day_are_refused_with_a_sentence(world: World) -> None:
    for written, code in (("2026-03-10", "day_in_future"), ("昨天", "no_day"), ("2026-02-30", "no_day")):
        with pytest.raises(Refusal) as refused:
            day_asked(written)
        assert (refused.value.code, refused.value.status, refused.value.field) == (code, 400, "as_of")
    assert day_asked("") == day_asked(None) == day_asked("2026-03-09") == MONDAY.date()
    assert later(days=0) == MONDAY


def test_a_day_before_the_campaign_began_is_refused_and_its_first_day_is_not(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        day_of_form(world.campaign, "2026-03-08")
    assert (refused.value.code, refused.value.status, refused.value.field) == ("day_before_campaign", 400, "as_of")
    assert "2026-03-09" in refused.value.text.zh
    assert day_of_form(world.campaign, "2026-03-09") == MONDAY.date()
