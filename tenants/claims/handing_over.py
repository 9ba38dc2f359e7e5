"""A claim goes from one member to another, by staff: who cannot bring it any more leaves it in somebody's hands."""

from uuid import UUID

from django.db import transaction

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.language import Text
from hub.refusal import Refusal
from tenants.claims.claiming import enter, take_slot
from tenants.claims.giving_up import end_claim
from tenants.claims.models import Claim, ClaimEntry, ClaimNotice
from tenants.claims.noticing import tell
from tenants.members.models import Member
from tenants.wishes.life import illegal, note
from tenants.wishes.models import Wish
from tenants.wishes.needed_days import has_passed, needed_by_passed

TAKEN_OVER = "taken_over"


def taken_over() -> set[UUID]:
    """The live claims that came to their member from another one, by staff."""
    entries = ClaimEntry.objects.filter(verb=TAKEN_OVER, claim__ended_at=None)
    return set(entries.values_list("claim_id", flat=True))


def hand_over(claim: Claim, *, to: Member, by: Actor, reason: str = "") -> Claim:
    """The wish stays `claimed`, by another member from now on, with a full claim's length from today. Returns the new
    claim. That the wish is its branch's alone at first does not count here: staff have asked somebody, and nobody else
    loses a chance by it.

    Raises `Refusal` (409): `member_left`, `already_theirs`, `limit_reached`, `claim_ended`,
    `needed_by_passed`, or an illegal move when the
    gift is delivered.
    """
    with transaction.atomic():
        # The member before the wish, as claiming does; whoever is leaving in this moment has left, or leaves later.
        to = Member.objects.select_for_update(no_key=True).get(pk=to.pk)
        wish = (
            Wish.objects.select_for_update(of=("self",), no_key=True).select_related("campaign").get(pk=claim.wish_id)
        )
        if wish.state != Wish.State.CLAIMED:
            raise illegal(wish, wish.state, Wish.State.CLAIMED)
        if has_passed(wish):
            raise needed_by_passed(wish)
        if to.state != Member.State.ACTIVE:
            raise Refusal(
                "member_left",
                Text(zh="接手的党员已转出，请另选一位。", en="That member has left: choose somebody else."),
                field="to",
            )
        if to.pk == claim.member_id:
            raise Refusal(
                "already_theirs",
                Text(zh="请选择另一位党员接手。", en="Choose another member to hand it over to."),
                field="to",
            )
        end_claim(claim, Claim.End.HANDED_OVER, by=by, reason=reason)
        again = take_slot(
            wish, to, manner=claim.manner, channel=claim.channel, partners=claim.partners, note=claim.note
        )
        enter(again, TAKEN_OVER, by=by, reason=reason)
        tell(claim, ClaimNotice.Kind.HANDED_OVER, by=by)
        tell(again, ClaimNotice.Kind.TAKEN_OVER, by=by, deadline=again.deadline)
        note(wish, "handed_over", {"member": to.name}, by=by, reason=reason)
        ring(LADDER)
        ring(FIGURES)
    return again
