"""Races with real threads and connections of their own: one winner, exact limits, no deadlock, nothing but refusals."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from hub.refusal import Refusal
from tenants.claims import claiming, delivering, giving_up
from tenants.claims.models import Claim, Delivery, FollowUp
from tenants.members.models import Member
from tenants.members.register import NewMember, register_member
from tenants.wishes import deciding
from tenants.wishes.models import Wish, WishEntry
from tests.tenants.claims.racing import at_once, codes, won
from tests.world import World

S = Wish.State

pytestmark = pytest.mark.django_db(transaction=True)


def claiming_it(world: World, wish: Wish, member: Member) -> Callable[[], object]:
    actor = world.as_member(member)
    return lambda: claiming.claim(Wish.objects.get(pk=wish.pk), member=member, by=actor)


def crowd(world: World, count: int) -> list[Member]:
    return [
        register_member(
            NewMember(name=f"党员{n}", phone=f"1391000{n:04d}", branch=world.office), by=world.administrator
        )
        for n in range(count)
    ]


def all_is_consistent() -> None:
    """What must hold whatever raced: claims and states fit, slots are unique and within what they may be."""
    for wish in Wish.objects.all():
        live = wish.claims.filter(ended_at=None).count()
        delivery = wish.deliveries.filter(current=True).first()
        if wish.state == S.CLAIMED:
            assert (live, delivery) == (1, None), wish.number
        elif wish.state == S.DELIVERED:
            assert delivery is not None
            assert live == (delivery.claim_id is not None), wish.number
        else:
            assert live == 0, f"{wish.number} is {wish.state} and has a live claim"
        path = [(e.from_state, e.to_state) for e in wish.history.all() if e.from_state != e.to_state]
        for before, after in pairwise(path):
            assert before[1] == after[0], f"the history of {wish.number} has a gap: {path}"
        if path:
            assert path[-1][1] == wish.state


def test_fifty_clients_on_one_wish_have_one_winner(world: World) -> None:
    wish = world.wish(S.OPEN)
    results = at_once(world.community, [claiming_it(world, wish, m) for m in crowd(world, 50)], threads=50)
    assert len(won(results)) == 1
    assert codes(results) == ["already_claimed"] * 49
    assert WishEntry.objects.filter(wish=wish, verb="claimed").count() == 1
    all_is_consistent()


def test_a_hundred_claims_at_the_limit_less_one_win_one_more_and_no_more(world: World) -> None:
    claiming.claim(world.wish(S.OPEN), member=world.zhang, by=world.as_member(world.zhang))
    wishes = [world.wish(S.OPEN) for _ in range(100)]
    results = at_once(world.community, [claiming_it(world, wish, world.zhang) for wish in wishes], threads=40)
    assert len(won(results)) == 1
    assert codes(results) == ["limit_reached"] * 99
    assert Claim.objects.filter(member=world.zhang, ended_at=None).count() == 2
    assert Wish.objects.filter(state=S.OPEN).count() == 99
    all_is_consistent()


def test_an_emptied_hand_and_many_claims_fill_it_to_the_limit_exactly(world: World) -> None:
    wishes = [world.wish(S.OPEN) for _ in range(30)]
    members = [world.zhang, world.han, world.qi]
    results = at_once(world.community, [claiming_it(world, wish, m) for wish in wishes for m in members], threads=30)
    assert len(won(results)) == 6
    for member in members:
        assert sorted(Claim.objects.filter(member=member, ended_at=None).values_list("slot", flat=True)) == [1, 2]
    all_is_consistent()


def test_a_hand_back_and_a_delivery_of_the_same_claim_have_one_winner(world: World) -> None:
    for _ in range(8):
        claim = world.claim_of(world.wish(S.CLAIMED))
        results = at_once(
            world.community,
            [
                lambda claim=claim: giving_up.hand_back(claim, by=world.as_member(world.zhang)),
                lambda claim=claim: world.deliver(Claim.objects.get(pk=claim.pk)),
                lambda claim=claim: giving_up.recall(claim, reason="联系不上", by=world.assessor),
                lambda claim=claim: giving_up.withdraw(claim.wish, reason="deceased", by=world.collector),
            ],
        )
        # Handed back or recalled first, it is open, and the withdrawal may well follow.
        assert 1 <= len(won(results)) <= 2
        all_is_consistent()
        Claim.objects.filter(member=world.zhang).update(slot=None)


def test_two_confirmations_make_one(world: World) -> None:
    wish = world.wish(S.DELIVERED)
    results = at_once(
        world.community,
        [lambda by=by: delivering.confirm(wish, by=by) for by in (world.collector, world.assessor) * 5],
    )
    assert len(won(results)) == 1
    assert set(codes(results)) == {"illegal_move"}
    assert WishEntry.objects.filter(wish=wish, verb="confirmed").count() == 1
    all_is_consistent()


def test_a_confirmation_and_a_rejection_have_one_winner(world: World) -> None:
    for _ in range(6):
        wish = world.wish(S.DELIVERED)
        results = at_once(
            world.community,
            [
                lambda wish=wish: delivering.confirm(wish, by=world.collector),
                lambda wish=wish: delivering.reject(wish, reason="没收到", by=world.assessor),
            ],
        )
        assert len(won(results)) == 1
        all_is_consistent()
        Claim.objects.filter(member=world.zhang).update(slot=None)


def test_parallel_wrong_codes_get_five_tries_and_no_more(world: World) -> None:
    claim = world.claim_of(world.wish(S.CLAIMED))
    right = claim.wish.beneficiary.household.code
    wrong = [f"{n:04d}" for n in range(1000, 1060) if f"{n:04d}" != right]
    results = at_once(
        world.community,
        [lambda c=c: world.deliver(Claim.objects.get(pk=claim.pk), code=c) for c in wrong[:50]],
        threads=25,
    )
    assert won(results) == []
    assert codes(results) == ["too_many_tries"] * 45 + ["wrong_code"] * 5
    with pytest.raises(Refusal, match="too_many_tries"):
        world.deliver(Claim.objects.get(pk=claim.pk), code=right)


def test_deliveries_rejected_while_the_member_claims_anew_find_slots_without_an_error(world: World) -> None:
    """A rejected gift comes back to the member's hands although these are full again meanwhile."""
    for _ in range(5):
        delivered = [world.wish(S.DELIVERED) for _ in range(4)]
        opened = [world.wish(S.OPEN) for _ in range(8)]
        doings: list[Callable[[], object]] = []
        for wish in delivered:
            doings.append(lambda wish=wish: delivering.reject(wish, reason="没收到", by=world.assessor))
        doings += [claiming_it(world, wish, world.zhang) for wish in opened]
        results = at_once(world.community, doings)
        assert len(won(results[:4])) == 4, codes(results)
        live = Claim.objects.filter(member=world.zhang, ended_at=None)
        slots = list(live.values_list("slot", flat=True))
        assert len(set(slots)) == len(slots) == live.count()
        all_is_consistent()
        for claim in live:
            giving_up.hand_back(claim, by=world.assessor)


def test_gifts_reopened_for_the_same_claimer_at_once_all_come_back(world: World) -> None:
    for _ in range(4):
        fulfilled = [world.wish(S.FULFILLED) for _ in range(4)]
        opened = [world.wish(S.OPEN) for _ in range(4)]
        doings: list[Callable[[], object]] = [
            lambda wish=wish: world.follow_up(wish, FollowUp.Outcome.NOT_SATISFIED, remark="坏了", claimer_agrees=True)
            for wish in fulfilled
        ]
        doings += [claiming_it(world, wish, world.zhang) for wish in opened]
        results = at_once(world.community, doings)
        assert len(won(results[:4])) == 4, codes(results)
        all_is_consistent()
        for claim in Claim.objects.filter(member=world.zhang, ended_at=None):
            giving_up.hand_back(claim, by=world.assessor)


def test_a_withdrawal_that_meets_a_claim_never_leaves_a_live_claim_on_a_withdrawn_wish(world: World) -> None:
    for _ in range(10):
        wish = world.wish(S.OPEN)
        seen = Wish.objects.get(pk=wish.pk)
        results = at_once(
            world.community,
            [
                claiming_it(world, wish, world.han),
                lambda seen=seen: giving_up.withdraw(seen, reason="deceased", by=world.assessor),
            ],
        )
        assert Wish.objects.get(pk=wish.pk).state == S.WITHDRAWN, codes(results)
        all_is_consistent()


def test_a_stale_page_that_withdraws_a_wish_handed_back_meanwhile_withdraws_it(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    seen = Wish.objects.get(pk=wish.pk)
    giving_up.hand_back(world.claim_of(wish), by=world.as_member(world.zhang))
    assert giving_up.withdraw(seen, reason="own_wish", by=world.assessor).state == S.WITHDRAWN


def test_everything_at_once_on_few_wishes_ends_without_a_deadlock(world: World) -> None:
    """Thirty staff and members do what they like to six wishes: refusals, never an error, and every row fits."""
    wishes = [world.wish(S.OPEN) for _ in range(3)] + [world.wish(S.CLAIMED), world.wish(S.DELIVERED)]
    wishes.append(world.wish(S.FULFILLED))

    def fresh(wish: Wish) -> Wish:
        return Wish.objects.get(pk=wish.pk)

    def last_claim(wish: Wish) -> Claim:
        claim = Claim.objects.filter(wish=wish).order_by("claimed_at").last()
        if claim is None:
            raise Refusal("no_claim", deciding.illegal(wish, S.OPEN, S.OPEN).text)
        return claim

    doings: list[Callable[[], object]] = []
    for _ in range(3):
        for wish in wishes:
            doings += [
                claiming_it(world, wish, world.zhang),
                claiming_it(world, wish, world.han),
                lambda wish=wish: giving_up.hand_back(last_claim(wish), by=world.administrator),
                lambda wish=wish: world.deliver(last_claim(wish), by=world.assessor, evidence="witness"),
                lambda wish=wish: delivering.reject(fresh(wish), reason="没收到", by=world.assessor),
                lambda wish=wish: delivering.confirm(fresh(wish), by=world.collector),
                lambda wish=wish: world.follow_up(fresh(wish), "not", remark="坏了", claimer_agrees=True),
                lambda wish=wish: giving_up.backstop(fresh(wish), reason="兜底", by=world.assessor),
                lambda wish=wish: delivering.deliver_backstop(
                    fresh(wish), evidence=Delivery.Evidence.WITNESS, by=world.collector
                ),
            ]
    at_once(world.community, doings, threads=30)
    all_is_consistent()
