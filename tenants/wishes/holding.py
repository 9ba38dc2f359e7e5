"""Wishes that a hand holds at their branch: every later balancing leaves them there until the hand lets go."""

from django.db import transaction

from hub.actor import Actor
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.running import demand_not_closed
from tenants.wishes.life import note
from tenants.wishes.models import Balancing, BalancingPlace, Wish

BEFORE_ITS_CLAIM = (Wish.State.ADMITTED, Wish.State.OPEN)


def hold(wish: Wish, *, reason: str, by: Actor) -> Wish:
    """Holds an unclaimed wish at the branch that it has. Raises `Refusal`: 400 without a reason, 409 without a branch
    or from another state."""
    if not reason.strip():
        raise Refusal(
            "reason_missing", Text(zh="请写明原因。", en="Say why it is held there."), status=400, field="reason"
        )
    with transaction.atomic():
        wish = Wish.objects.select_for_update(of=("self",), no_key=True).select_related("branch").get(pk=wish.pk)
        demand_not_closed(wish.campaign_id)
        if wish.branch is None or wish.state not in BEFORE_ITS_CLAIM:
            raise Refusal(
                "nothing_to_hold",
                Text(
                    zh="心愿 {number} 现在没有可以固定的支部。",
                    en="Wish {number} has no branch to be held at now.",
                ),
                number=wish.number,
            )
        if not wish.branch_by_hand:
            _set(wish, True)
            note(wish, "held", {"branch": wish.branch.name}, by=by, reason=reason.strip())
    return wish


def let_go(wish: Wish, *, by: Actor) -> Wish:
    """Later balancings move the wish again as any other. Raises `Refusal` (409) when no hand holds it."""
    with transaction.atomic():
        wish = Wish.objects.select_for_update(of=("self",), no_key=True).select_related("branch").get(pk=wish.pk)
        demand_not_closed(wish.campaign_id)
        if not wish.branch_by_hand:
            raise not_by_hand(wish)
        _set(wish, False)
        note(wish, "let_go", {"branch": wish.branch.name} if wish.branch else {}, by=by)
    return wish


def not_by_hand(wish: Wish) -> Refusal:
    """The sentence for a wish that is where the arithmetic put it."""
    return Refusal(
        "not_by_hand",
        Text(zh="心愿 {number} 没有手工调整，不用放开。", en="Wish {number} is not held by hand."),
        number=wish.number,
    )


def _set(wish: Wish, held: bool) -> None:
    Wish.objects.filter(pk=wish.pk).update(branch_by_hand=held)
    wish.branch_by_hand = held
    # A proposal that stands shows the same, unless it moves the wish itself: that is let go of there.
    BalancingPlace.objects.filter(
        wish=wish, balancing__state=Balancing.State.PROPOSED, planned=wish.branch_id, branch=wish.branch_id
    ).update(by_hand=held)
