"""Backstopping takes a claim away only from somebody whom staff saw."""

import pytest

from hub.refusal import Refusal
from tenants.claims import claiming, giving_up
from tenants.wishes.models import Wish
from tests.world import World

pytestmark = pytest.mark.django_db


def claimed_by_han(world: World, wish: Wish) -> None:
    claiming.claim(wish, member=world.han, by=world.as_member(world.han))


def test_who_claimed_a_moment_ago_keeps_the_wish_that_staff_saw_open(world: World) -> None:
    wish = world.wish(Wish.State.OPEN)
    claimed_by_han(world, wish)
    with pytest.raises(Refusal) as refused:
        giving_up.backstop(wish, reason="无人认领", by=world.assessor, claim=None)
    assert refused.value.code == "claim_changed"
    wish.refresh_from_db()
    assert wish.state == Wish.State.CLAIMED


def test_the_next_claimer_does_not_lose_the_wish_for_the_lateness_of_the_last(world: World) -> None:
    wish = world.wish(Wish.State.CLAIMED)
    late = wish.claims.get(ended_at=None)
    giving_up.recall(late, reason="逾期", by=world.assessor)
    claimed_by_han(world, wish)
    with pytest.raises(Refusal, match="刚刚变了"):
        giving_up.backstop(wish, reason="逾期", by=world.assessor, claim=late.pk)
    assert wish.claims.get(ended_at=None).member == world.han


def test_the_claim_that_was_seen_is_recalled_for_it(world: World) -> None:
    wish = world.wish(Wish.State.CLAIMED)
    late = wish.claims.get(ended_at=None)
    assert giving_up.backstop(wish, reason="逾期", by=world.assessor, claim=late.pk).state == Wish.State.BACKSTOPPED
