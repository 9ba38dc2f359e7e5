"""The whole table: every verb from every state, against the table of domain.md written down once more."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from django.db import transaction

from hub.language import Text
from hub.refusal import Refusal
from tenants.claims import claiming, delivering, giving_up
from tenants.claims.models import Claim, Delivery, FollowUp
from tenants.wishes import deciding
from tenants.wishes.carrying import carry_over
from tenants.wishes.life import MOVES
from tenants.wishes.models import Wish, WishEntry
from tenants.wishes.opening import open_wish
from tests.world import World

S = Wish.State
Verb = Callable[[World, Wish], object]

DOMAIN = {
    "collected": {"verified", "declined", "withdrawn"},
    "verified": {"admitted", "declined", "referred", "withdrawn", "collected"},
    "admitted": {"open", "withdrawn", "carried_over"},
    "open": {"claimed", "withdrawn", "carried_over", "backstopped"},
    "claimed": {"delivered", "open", "withdrawn"},
    "delivered": {"fulfilled", "claimed", "backstopped"},
    "backstopped": {"delivered", "open", "withdrawn"},
    "fulfilled": {"claimed", "open"},
    "declined": set(),
    "referred": set(),
    "withdrawn": set(),
    "carried_over": set(),
}
"""domain.md, Life of a wish, typed from the page and not from the code."""


NOTHING_TO_CALL_IT_ON = Refusal("no_claim", Text(zh="没有认领。", en="There is no claim."))
"""The verb takes a claim, and this wish never had one."""


def claim_of(wish: Wish) -> Claim:
    claim = wish.claims.order_by("claimed_at").last()
    if claim is None:
        raise NOTHING_TO_CALL_IT_ON
    return claim


VERBS: dict[str, tuple[Verb, dict[str, str]]] = {
    "verify": (lambda w, x: deciding.verify(x, manner="visit", by=w.collector), {"collected": "verified"}),
    "admit": (lambda w, x: deciding.admit(x, by=w.assessor), {"verified": "admitted"}),
    "decline": (
        lambda w, x: deciding.decline(x, reason="太贵", by=w.assessor),
        {"collected": "declined", "verified": "declined"},
    ),
    "refer": (lambda w, x: deciding.refer(x, channel="残联", by=w.assessor), {"verified": "referred"}),
    "send_back": (lambda w, x: deciding.send_back(x, reason="补电话", by=w.assessor), {"verified": "collected"}),
    "undo verifying": (lambda w, x: deciding.undo(x, by=w.collector), {"verified": "collected"}),
    "undo assessing": (
        lambda w, x: deciding.undo(x, by=w.assessor),
        {"admitted": "verified", "declined": "verified", "referred": "verified"},
    ),
    "open": (lambda w, x: open_wish(x, by=w.assessor), {"admitted": "open"}),
    "withdraw": (
        lambda w, x: giving_up.withdraw(x, reason="moved_away", by=w.assessor),
        dict.fromkeys(("collected", "verified", "admitted", "open", "claimed", "backstopped"), "withdrawn"),
    ),
    "back to the board": (
        lambda w, x: giving_up.back_to_the_board(x, reason="有人想认领", by=w.assessor),
        {"backstopped": "open"},
    ),
    "carry over": (
        lambda w, x: carry_over([x], by=w.assessor),
        {"admitted": "carried_over", "open": "carried_over"},
    ),
    "claim": (lambda w, x: claiming.claim(x, member=w.qi, by=w.as_member(w.qi)), {"open": "claimed"}),
    "hand back": (lambda w, x: giving_up.hand_back(claim_of(x), by=w.as_member(w.zhang)), {"claimed": "open"}),
    "recall": (lambda w, x: giving_up.recall(claim_of(x), reason="联系不上", by=w.assessor), {"claimed": "open"}),
    "backstop": (
        lambda w, x: giving_up.backstop(x, reason="无人认领", by=w.assessor),
        {"open": "backstopped", "claimed": "backstopped"},
    ),
    "deliver": (lambda w, x: w.deliver(claim_of(x)), {"claimed": "delivered"}),
    "deliver the backstop": (
        lambda w, x: delivering.deliver_backstop(x, evidence=Delivery.Evidence.WITNESS, by=w.assessor),
        {"backstopped": "delivered"},
    ),
    "confirm": (lambda w, x: delivering.confirm(x, by=w.assessor), {"delivered": "fulfilled"}),
    "reject": (lambda w, x: delivering.reject(x, reason="老人说没收到", by=w.assessor), {"delivered": "claimed"}),
    "follow up, not satisfied": (
        lambda w, x: w.follow_up(x, FollowUp.Outcome.NOT_SATISFIED, remark="坏了"),
        {"fulfilled": "open"},
    ),
    "follow up, not satisfied, claimer agrees": (
        lambda w, x: w.follow_up(x, FollowUp.Outcome.NOT_SATISFIED, remark="坏了", claimer_agrees=True),
        {"fulfilled": "claimed"},
    ),
}


def test_the_table_of_moves_is_the_one_of_the_domain() -> None:
    assert {state: set(ends) for state, ends in MOVES.items()} == DOMAIN


@pytest.mark.parametrize("start", S.values)
def test_from_this_state_every_verb_either_moves_once_or_is_refused_with_a_sentence(world: World, start: str) -> None:
    wish = world.wish(start)
    world.next_campaign()
    for name, (verb, moves) in VERBS.items():
        before = list(WishEntry.objects.values_list("pk", flat=True))
        with transaction.atomic():
            refusal = refusal_of(verb, world, wish)
            after = Wish.objects.get(pk=wish.pk)
            entries = list(wish.history.exclude(pk__in=before))
            assert (refusal is None) == (start in moves), f"{name} from {start}: {refusal or after.state}"
            if refusal is not None:
                assert refusal.status == 409, f"{name}: {refusal.status}"
                assert is_a_sentence_in_both(refusal.text), f"{name}: {refusal.text}"
                assert (after.state, entries) == (start, []), f"{name} was refused and left something behind"
            else:
                # A claimed wish is recalled and then backstopped: two moves in one go, an entry for each.
                by_the_way = ["open"] if (name, start) == ("backstop", "claimed") else []
                path = [start, *by_the_way, moves[start]]
                assert [(e.from_state, e.to_state) for e in entries] == list(pairwise(path)), name
                assert all(e.actor_name and e.verb for e in entries)
                assert (after.state, after.state_since) == (moves[start], entries[-1].at)
            transaction.set_rollback(True)


def refusal_of(verb: Verb, world: World, wish: Wish) -> Refusal | None:
    try:
        verb(world, Wish.objects.get(pk=wish.pk))
    except Refusal as refusal:
        return refusal
    return None


def is_a_sentence_in_both(text: Text) -> bool:
    return text.zh.endswith("。") and text.en.endswith(".") and text.zh != text.en and "{" not in text.zh + text.en


def test_a_backstopped_gift_that_is_not_confirmed_goes_back_to_the_backstop(world: World) -> None:
    wish = world.wish(S.BACKSTOPPED)
    delivering.deliver_backstop(wish, evidence=Delivery.Evidence.SIGNATURE, by=world.assessor)
    delivering.reject(wish, reason="送错了门", by=world.collector)
    wish.refresh_from_db()
    assert wish.state == S.BACKSTOPPED
    assert not wish.deliveries.filter(current=True).exists()


def test_somebody_who_was_faster_is_told_by_a_sentence_and_not_by_a_second_move(world: World) -> None:
    wish = world.wish(S.VERIFIED)
    stale = Wish.objects.get(pk=wish.pk)
    deciding.admit(wish, by=world.assessor)
    with pytest.raises(Refusal) as refused:
        deciding.decline(stale, reason="太贵", by=world.administrator)
    assert refused.value.code == "illegal_move"
    assert "已入库" in refused.value.text.zh
