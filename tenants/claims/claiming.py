"""Claiming: one winner under any race, and never one live claim too many for a member."""

from django.db import transaction
from django.db.models import Max

from hub.actor import Actor
from hub.clock import today
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.running import policy_of
from tenants.campaigns.working_days import add_working_days
from tenants.claims.models import Claim, ClaimEntry, ClaimNotice
from tenants.claims.needed_by import latest
from tenants.claims.noticing import tell
from tenants.claims.slots import in_a_slot
from tenants.members.models import Member
from tenants.people.consents import may_be_shown
from tenants.wishes.life import move
from tenants.wishes.models import Wish
from tenants.wishes.needed_days import has_passed, needed_by_passed


def claim(
    wish: Wish,
    *,
    member: Member,
    by: Actor,
    manner: str = Claim.Manner.SINGLE,
    channel: str = Claim.Channel.ONLINE,
    partners: str = "",
    note: str = "",
) -> Claim:
    """`open` → `claimed`, by a member or by staff for a member (paper, hall).

    The wish is won by a conditional UPDATE; the member's limit is a unique key on the member's slots, so neither depends
    on what was read before. The deadline is the policy's length in working days from today, and never behind the day by
    which the wish is needed; the policy is frozen on the claim. Raises `Refusal` (409): `already_claimed`, `branch_only`,
    `limit_reached`, `member_left`, `needed_by_passed`, `no_consent_to_show`, `not_open`.
    """
    with transaction.atomic():
        wish = Wish.objects.select_related("campaign", "branch").get(pk=wish.pk)
        if wish.state != Wish.State.OPEN:
            raise _not_open(wish)
        # Anew and locked: whoever is leaving in this moment has left, or leaves after the claim.
        member = Member.objects.select_for_update(no_key=True).get(pk=member.pk)
        if member.state != Member.State.ACTIVE:
            raise Refusal(
                "member_left", Text(zh="这位党员已转出，不能认领。", en="This member has left and cannot claim.")
            )
        if has_passed(wish):
            raise needed_by_passed(wish)
        if wish.kept_off or not may_be_shown().filter(beneficiary=wish.beneficiary_id).exists():
            raise Refusal(
                "no_consent_to_show",
                Text(zh="这个心愿暂时不能认领，请联系社区。", en="This wish cannot be claimed now: ask the community."),
            )
        if is_branch_only(wish) and wish.branch_id != member.branch_id:
            raise Refusal(
                "branch_only",
                Text(
                    zh="这个心愿先由{branch}认领，{until}起向所有人开放。",
                    en="This wish is {branch}'s alone at first; it opens to everybody on {until}.",
                ),
                branch=wish.branch.name if wish.branch else "",
                until=wish.branch_only_until,
            )
        try:
            move(
                wish,
                Wish.State.CLAIMED,
                verb="claimed",
                by=by,
                came_from=Wish.State.OPEN,
                changes={"member": member.name, "channel": channel},
            )
        except Refusal:
            raise _not_open(wish) from None
        # Read again now that the row is ours: staff may have set another day in the same moment.
        wish.refresh_from_db(fields=["needed_by"])
        if has_passed(wish):
            raise needed_by_passed(wish)
        made = take_slot(wish, member, manner=manner, channel=channel, partners=partners, note=note)
        enter(made, "claimed", by=by)
        tell(made, ClaimNotice.Kind.CLAIMED, by=by, deadline=made.deadline)
    return made


def take_slot(
    wish: Wish,
    member: Member,
    *,
    beyond_the_limit: bool = False,
    manner: str,
    channel: str,
    partners: str = "",
    note: str = "",
) -> Claim:
    """The claim row in the member's first free slot, with the campaign's policy and deadline of today.

    Raises `limit_reached`, unless the claim may stand `beyond_the_limit`.
    """
    policy = policy_of(wish.campaign)
    limit = policy["live_claims_per_member"]
    deadline = latest(add_working_days(today(), policy["claim_length_days"]), wish.needed_by, on=today())
    # Handing back and claiming again does not forgive wrong codes.
    tries = Claim.objects.filter(wish=wish, member=member).aggregate(most=Max("code_attempts"))["most"] or 0

    def write(slot: int) -> Claim:
        return Claim.objects.create(
            wish=wish,
            member=member,
            branch_id=member.branch_id,
            manner=manner,
            channel=channel,
            partners=partners,
            note=note,
            policy=policy,
            counted_from=today(),
            counted_days=policy["claim_length_days"],
            first_deadline=deadline,
            deadline=deadline,
            first_needed_by=wish.needed_by,
            slot=slot,
            code_attempts=tries,
        )

    made = in_a_slot(member.pk, write, limit=None if beyond_the_limit else limit)
    if made is None:
        raise Refusal(
            "limit_reached",
            Text(
                zh="同时最多认领 {limit} 件，请先送达或退回手上的认领。",
                en="At most {limit} claims at a time: deliver or hand back one of yours first.",
            ),
            limit=limit,
        )
    return made


def is_branch_only(wish: Wish) -> bool:
    """Whether the wish is still its branch's alone today."""
    return wish.branch_id is not None and wish.branch_only_until is not None and today() < wish.branch_only_until


def enter(of: Claim, verb: str, *, by: Actor, reason: str = "", changes: dict[str, object] | None = None) -> None:
    """One entry of the claim's history."""
    ClaimEntry.objects.create(
        claim=of, actor_id=by.account_id, actor_name=by.name, verb=verb, reason=reason, changes=changes or {}
    )


def _not_open(wish: Wish) -> Refusal:
    wish.refresh_from_db(fields=["state"])
    if wish.state in (Wish.State.CLAIMED, Wish.State.DELIVERED, Wish.State.FULFILLED):
        return Refusal(
            "already_claimed",
            Text(
                zh="心愿 {number} 刚刚被别人认领了，看看别的心愿吧。",
                en="Wish {number} has just been claimed by somebody else: have a look at the others.",
            ),
            number=wish.number,
        )
    return Refusal(
        "not_open",
        Text(zh="心愿 {number} 现在不能认领。", en="Wish {number} cannot be claimed now."),
        number=wish.number,
    )
