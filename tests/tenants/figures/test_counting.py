"""The figures against a recount that reads the histories, wish by wish, and none of the columns that `count` reads."""

import datetime
from dataclasses import asdict

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.clock import standing_at, today
from tenants.claims import delivering, giving_up
from tenants.closing.years import begin_campaign
from tenants.figures.counting import count
from tenants.wishes.models import Wish
from tests.tenants.claims.test_machine import STEP, USUAL, Code
from tests.world import MONDAY, World, later

S = Wish.State


def recount(world: World) -> dict[str, int]:
    """domain.md, Numbers that are reported, by hand."""
    told = dict.fromkeys(
        ("in_pool", "left_the_pool", "claimed", "fulfilled", "by_claimer", "by_backstop", "on_time", "overdue", "followed_up",
         "satisfied", "collected", "verified", "admitted", "open", "held", "delivered", "backstopped"), 0
    )  # fmt: skip
    for wish in Wish.objects.filter(campaign=world.campaign):
        path = [(e.verb, e.to_state, e.from_state) for e in wish.history.all() if e.from_state != e.to_state]
        ever_admitted = False
        for verb, to, came_from in path:
            ever_admitted |= to == "admitted"
            if verb == "undone" and came_from == "admitted":
                ever_admitted = False
        state = path[-1][1] if path else "collected"
        in_pool = ever_admitted and state != "withdrawn"
        told["in_pool"] += in_pool
        told["left_the_pool"] += ever_admitted and state == "withdrawn"
        brought = [d for d in wish.deliveries.all() if d.rejected_at is None]
        told["claimed"] += in_pool and (
            state == "claimed" or (state in ("delivered", "fulfilled") and brought[-1].claim is not None)
        )
        name = {"claimed": "held"}.get(state, state)
        if name in told and name != "held":
            told[name] += 1
        told["held"] += state == "claimed"
        if state == "fulfilled":
            delivery = [d for d in wish.deliveries.all() if d.rejected_at is None][-1]
            told["by_backstop"] += delivery.claim is None
            told["by_claimer"] += delivery.claim is not None
            told["on_time"] += delivery.claim is not None and delivery.delivered_on <= delivery.claim.first_deadline
        if state == "claimed":
            told["overdue"] += wish.claims.order_by("claimed_at").last().deadline < today()  # type: ignore[union-attr]
        answers = list(wish.follow_ups.order_by("at", "id"))
        told["followed_up"] += bool(answers)
        told["satisfied"] += bool(answers) and answers[-1].outcome == "satisfied"
    return told


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=st.lists(STEP, min_size=25, max_size=25), days=st.sampled_from([0, 3, 40]))
def test_after_any_work_the_figures_equal_a_recount(
    world: World, steps: list[tuple[int, str, int, int, int, int]], days: int
) -> None:
    with transaction.atomic():
        wishes = [world.wish(state, member=world.qi) for state in (S.VERIFIED, S.OPEN, S.FULFILLED)]
        code = Code(world, wishes, [world.zhang, world.han, world.qi], world.next_campaign())
        moment = MONDAY
        for n, any_verb, place, stay, minutes, who in steps:
            moment += datetime.timedelta(minutes=minutes)
            usual = USUAL[Wish.objects.get(pk=wishes[n].pk).state]
            with standing_at(moment):
                code.step(any_verb if place % 3 == 0 and not stay else usual[place % len(usual)], n, who)
        with standing_at(moment + datetime.timedelta(days=days)):
            counted = {k: v for k, v in asdict(count(world.campaign)).items() if not k.startswith("late_")}
            assert counted == recount(world)
        transaction.set_rollback(True)


def test_of_two_answers_of_one_follow_up_the_latest_counts(world: World) -> None:
    wish = world.wish(S.FULFILLED)
    world.follow_up(wish, "satisfied")
    with standing_at(later(days=1)):
        world.follow_up(wish, "not", remark="用了一天就坏了")
    figures = count(world.campaign)
    assert (figures.followed_up, figures.satisfied) == (1, 0)


def test_a_late_confirmation_is_not_the_claimers(world: World) -> None:
    wish = world.wish(S.DELIVERED)
    with standing_at(later(days=60)):
        delivering.confirm(wish, by=world.assessor)
        assert count(world.campaign).on_time == 1


def test_a_delivery_after_the_first_deadline_is_late_although_it_was_fulfilled(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    with standing_at(later(days=30)):
        assert count(world.campaign).overdue == 1
        world.deliver(world.claim_of(wish))
        delivering.confirm(wish, by=world.assessor)
        assert (count(world.campaign).fulfilled, count(world.campaign).on_time) == (1, 0)


def test_who_was_withdrawn_leaves_the_pool_and_who_never_came_in_was_never_there(world: World) -> None:
    giving_up.withdraw(world.wish(S.OPEN), reason="deceased", by=world.assessor)
    giving_up.withdraw(world.wish(S.VERIFIED), reason="deceased", by=world.assessor)
    world.wish(S.DECLINED)
    figures = count(world.campaign)
    assert (figures.in_pool, figures.left_the_pool) == (0, 1)


def test_another_years_wishes_are_not_counted(world: World) -> None:
    world.wish(S.CARRIED_OVER)
    following = begin_campaign(2027, by=world.administrator)
    assert (count(world.campaign).in_pool, count(world.campaign).collected) == (1, 0)
    assert (count(following).in_pool, count(following).collected) == (0, 1)


def test_the_deadlines_own_day_is_on_time(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    claim = world.claim_of(wish)
    with standing_at(datetime.datetime.combine(claim.deadline, datetime.time(23, 59), MONDAY.tzinfo)):
        assert count(world.campaign).overdue == 0
        world.deliver(claim)
    with standing_at(later(days=60)):
        delivering.confirm(wish, by=world.assessor)
    assert count(world.campaign).on_time == 1
