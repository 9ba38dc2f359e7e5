import pytest

from hub.refusal import Refusal
from tenants.claims import claiming, delivering, giving_up
from tenants.claims.models import Claim
from tenants.wishes.models import Wish
from tests.world import World

S = Wish.State


def held(world: World) -> int:
    return Claim.objects.filter(member=world.zhang, ended_at=None, slot__isnull=False).count()


def claim_another(world: World) -> Claim:
    return claiming.claim(world.wish(S.OPEN), member=world.zhang, by=world.as_member(world.zhang))


def test_a_delivered_gift_that_waits_for_staff_does_not_count_against_the_limit(world: World) -> None:
    world.wish(S.DELIVERED)
    claim_another(world)
    claim_another(world)
    assert held(world) == 2


def test_a_rejected_gift_comes_back_into_full_hands(world: World) -> None:
    wish = world.wish(S.DELIVERED)
    claim_another(world)
    claim_another(world)
    delivering.reject(wish, reason="没收到", by=world.assessor)
    assert held(world) == 3


def test_hands_fuller_than_the_limit_take_nothing_new_until_they_are_emptier_than_it(world: World) -> None:
    wish = world.wish(S.DELIVERED)
    first, second = claim_another(world), claim_another(world)
    delivering.reject(wish, reason="没收到", by=world.assessor)
    giving_up.hand_back(first, by=world.as_member(world.zhang))
    assert held(world) == 2
    with pytest.raises(Refusal, match="limit_reached"):
        claim_another(world)
    world.deliver(second)
    claim_another(world)
    assert held(world) == 2


def test_a_slot_that_was_emptied_is_filled_by_the_last_at_once(world: World) -> None:
    first, second = claim_another(world), claim_another(world)
    giving_up.hand_back(first, by=world.as_member(world.zhang))
    second.refresh_from_db()
    assert second.slot == 1
    assert claim_another(world).slot == 2


def test_wrong_codes_are_not_forgiven_by_handing_back_and_claiming_again(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    right = wish.beneficiary.household.code
    wrong = "0000" if right != "0000" else "1111"
    for _ in range(5):
        with pytest.raises(Refusal, match="wrong_code"):
            world.deliver(world.claim_of(wish), code=wrong)
    giving_up.hand_back(world.claim_of(wish), by=world.as_member(world.zhang))
    again = claiming.claim(wish, member=world.zhang, by=world.as_member(world.zhang))
    with pytest.raises(Refusal, match="too_many_tries"):
        world.deliver(again, code=right)
