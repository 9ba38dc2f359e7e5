"""How a claim ends without a gift: hand-back by the claimer, recall by staff, withdrawal of the wish."""

from uuid import UUID

from django.db import transaction

from hub.actor import ADMINISTRATOR, STAFF, Actor
from hub.clock import now
from hub.language import Text
from hub.refusal import Refusal
from tenants.claims.claiming import enter
from tenants.claims.extending import lapse
from tenants.claims.models import Claim, ClaimNotice
from tenants.claims.noticing import tell
from tenants.claims.promises import is_larger_than_promised
from tenants.claims.slots import close_ranks
from tenants.wishes import leaving
from tenants.wishes.life import move
from tenants.wishes.models import Wish


def hand_back(claim: Claim, *, by: Actor) -> Wish:
    """`claimed` → `open`, in one step and without being asked why (domain.md, Claiming).

    By the claimer, or by staff whom the claimer told. Where more is asked than was promised (`promises`), it leaves no
    trace: the claim stands in no record and in no rate. Raises `Refusal` (404) for somebody else's claim, (409) when
    the claim has ended or the gift is delivered.
    """
    if by.member_id != claim.member_id and not by.has(STAFF, ADMINISTRATOR):
        raise Refusal("not_your_claim", Text(zh="没有找到这项认领。", en="There is no such claim."), status=404)
    free = is_larger_than_promised(claim)
    return _back_to_the_board(claim, Claim.End.RELEASED if free else Claim.End.HANDED_BACK, "handed_back", by, "")


def recall(claim: Claim, *, reason: str, by: Actor) -> Wish:
    """`claimed` → `open`, by staff, with a reason. Raises `Refusal` (409) when the claim has ended or is delivered."""
    if not reason.strip():
        raise Refusal(
            "reason_missing", Text(zh="请写明收回的原因。", en="Say why it is recalled."), status=400, field="reason"
        )
    return _back_to_the_board(claim, Claim.End.RECALLED, "recalled", by, reason)


def withdraw(wish: Wish, *, reason: str, by: Actor, remark: str = "") -> Wish:
    """Any wish that is not delivered yet → `withdrawn`; a claim on it ends with it."""
    leaving.check_withdrawal_reason(reason)
    with transaction.atomic():
        # Locked before it is looked at: claimed or handed back meanwhile, the right one of the two ways is taken.
        wish = Wish.objects.select_for_update(no_key=True).get(pk=wish.pk)
        if wish.state != Wish.State.CLAIMED:
            return leaving.withdraw(wish, reason=reason, by=by, remark=remark)
        claim = wish.claims.get(ended_at=None)
        end_claim(claim, Claim.End.WITHDRAWN, by=by, reason=remark)
        # In decent words, and never the reason.
        tell(claim, ClaimNotice.Kind.WITHDRAWN, by=by)
        return move(
            wish,
            Wish.State.WITHDRAWN,
            verb="withdrawn",
            by=by,
            came_from=Wish.State.CLAIMED,
            reason=remark,
            changes={"reason": reason},
        )


BY_RECALL = "recalled"
ANY_CLAIM = UUID(int=0)
MEANWHILE = Text(
    zh="这件心愿的认领情况刚刚变了，请刷新页面看清楚再决定。",
    en="Who claims this wish has just changed. Reload the page, look again, then decide.",
)


def backstop(wish: Wish, *, reason: str, by: Actor, claim: UUID | None = ANY_CLAIM) -> Wish:
    """`open` → `backstopped`: the community fulfils what nobody else did. A claimed wish is recalled first, in one go.

    `claim`: the claim that staff saw when they decided, None where they saw none. Raises `Refusal` (409) when that has
    changed meanwhile: nobody loses a claim to a page that knew nothing of it.
    """
    if not reason.strip():
        raise Refusal(
            "reason_missing", Text(zh="请写明兜底的原因。", en="Say why it is backstopped."), status=400, field="reason"
        )
    with transaction.atomic():
        wish = Wish.objects.select_for_update(no_key=True).get(pk=wish.pk)
        live = wish.claims.filter(ended_at=None).values_list("pk", flat=True).first()
        if claim not in (ANY_CLAIM, live):
            raise Refusal("claim_changed", MEANWHILE)
        if wish.state == Wish.State.CLAIMED:
            wish = recall(wish.claims.get(ended_at=None), reason=reason, by=by)
        return move(
            wish,
            Wish.State.BACKSTOPPED,
            verb="backstopped",
            by=by,
            came_from=Wish.State.OPEN,
            reason=reason,
            # Whether a claim was ended by it, so that taking it back brings the claim too.
            changes={BY_RECALL: "yes"} if live else {},
        )


def back_to_the_board(wish: Wish, *, reason: str, by: Actor) -> Wish:
    """`backstopped` → `open`: somebody wants to bring it after all, or the community cannot. With a reason.

    Raises `Refusal` (400) without one, (409) from another state.
    """
    if not reason.strip():
        raise Refusal(
            "reason_missing",
            Text(zh="请写明放回心愿墙的原因。", en="Say why it goes back to the board."),
            status=400,
            field="reason",
        )
    with transaction.atomic():
        wish = Wish.objects.select_for_update(no_key=True).get(pk=wish.pk)
        return move(
            wish, Wish.State.OPEN, verb="back_to_the_board", by=by, came_from=Wish.State.BACKSTOPPED, reason=reason
        )


def end_claim(claim: Claim, end: str, *, by: Actor, reason: str = "") -> None:
    """Ends a live claim. Raises `Refusal` (409) when it has ended already."""
    if not Claim.objects.filter(pk=claim.pk, ended_at=None).update(ended_at=now(), end=end, slot=None):
        raise Refusal("claim_ended", Text(zh="这项认领已经结束。", en="This claim has ended already."))
    lapse(claim)
    enter(claim, end, by=by, reason=reason)
    close_ranks(claim.member_id)


def _back_to_the_board(claim: Claim, end: str, verb: str, by: Actor, reason: str) -> Wish:
    with transaction.atomic():
        wish = Wish.objects.select_for_update(no_key=True).get(pk=claim.wish_id)
        end_claim(claim, end, by=by, reason=reason)
        tell(claim, verb, by=by)
        return move(wish, Wish.State.OPEN, verb=verb, by=by, came_from=Wish.State.CLAIMED, reason=reason)
