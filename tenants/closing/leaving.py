"""A member who leaves: what is in their hands goes back to the board or into another's, with the leaving or not at all."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet

from hub.actor import Actor
from hub.language import Text
from hub.refusal import Refusal
from tenants.claims.giving_up import recall
from tenants.claims.handing_over import hand_over
from tenants.claims.models import Claim
from tenants.members.models import Member
from tenants.members.register import let_member_leave
from tenants.wishes.models import Wish

RECALL = "recall"
HAND_OVER = "hand_over"

LEFT = Text(zh="认领人转出", en="The claimer left")
LEFT_FOR = Text(zh="认领人转出：{reason}", en="The claimer left: {reason}")


def live_claims_of(member: Member) -> QuerySet[Claim]:
    """The member's live claims, by the wishes' numbers, those whose gift waits for staff's confirmation included."""
    live = Claim.objects.filter(member=member, ended_at=None).select_related("wish", "member")
    return live.order_by("wish__serial", "wish__campaign__year")


def leave_member(
    member: Member, *, by: Actor, reason: str = "", claims: str | None = None, to: Member | None = None
) -> list[Claim]:
    """The member claims no more and can no longer log in here, and no live claim of theirs remains.

    `claims` says what becomes of gifts that are still awaited: `recall` puts the wishes back on the board, `hand_over`
    gives them all to another member, `to` (a secretary, say). All or nothing. Returns the claims that were ended.

    Raises `Refusal` (409): `claims_undecided` while there are claims and nobody said what becomes of them,
    `deliveries_unconfirmed` while a gift waits for staff's word (the member has done their part, and it is theirs),
    `member_left` when that is so already, and what `hand_over` raises (the other member's limit, say).
    """
    with transaction.atomic():
        # Both members, in one order, before any wish: a claim in the same moment is seen here or refused there.
        two = [member.pk, *([to.pk] if to else [])]
        list(Member.objects.filter(pk__in=two).order_by("pk").select_for_update(no_key=True))
        # Then the wishes, and the claims read afterwards: what the member hands back or delivers just now is done.
        theirs = live_claims_of(member).values("wish")
        list(Wish.objects.filter(pk__in=theirs).order_by("serial", "pk").only("pk").select_for_update(no_key=True))
        live = list(live_claims_of(member))
        _demand_confirmed([claim for claim in live if claim.wish.state == Wish.State.DELIVERED])
        changes: dict[str, list[str] | str] = {}
        if live:
            _demand_decision(live, claims, to)
            why = LEFT_FOR.format(reason=reason.strip()) if reason.strip() else LEFT
            for claim in live:
                if to is not None:
                    hand_over(claim, to=to, by=by, reason=why.zh)
                else:
                    recall(claim, reason=why.zh, by=by)
            numbers = [claim.wish.number for claim in live]
            changes = {"handed_over": numbers, "to": to.name} if to else {"recalled": numbers}
        let_member_leave(member, by=by, reason=reason, changes=changes)
    return live


def _demand_confirmed(delivered: Sequence[Claim]) -> None:
    if delivered:
        raise Refusal(
            "deliveries_unconfirmed",
            Text(
                zh="心愿 {numbers} 已送达、还没有确认。请先确认或不予确认，再登记转出。",
                en="Wishes {numbers} are delivered and not confirmed: confirm or reject them first.",
            ),
            numbers=", ".join(claim.wish.number for claim in delivered),
        )


def _demand_decision(live: Sequence[Claim], claims: str | None, to: Member | None) -> None:
    if claims == RECALL and to is None:
        return
    if claims == HAND_OVER and to is not None:
        return
    if claims == HAND_OVER:
        raise Refusal(
            "receiver_missing",
            Text(zh="请选择由谁接手。", en="Choose who takes them over."),
            status=400,
            field="to",
        )
    raise Refusal(
        "claims_undecided",
        Text(
            zh="这位党员手上还有 {count} 件心愿（{numbers}）。请选择收回，或由另一位党员接手。",
            en="This member still has {count} wishes in hand ({numbers}): let them go back to the board, or hand them over.",
        ),
        field="claims",
        count=len(live),
        numbers=", ".join(claim.wish.number for claim in live),
    )
