"""Sharing wishes out over the branches: proposed, looked at, changed by hand with a reason, confirmed, undone."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q

from hub.actor import Actor
from hub.clock import now
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import demand_not_closed
from tenants.members.models import Branch, Member
from tenants.wishes.balancing import BranchSize, Item, balance
from tenants.wishes.holding import let_go, not_by_hand
from tenants.wishes.life import note
from tenants.wishes.models import Balancing, BalancingEntry, BalancingLine, BalancingPlace, Wish
from tenants.wishes.openable import said, what_keeps

MOVABLE = (Wish.State.ADMITTED, Wish.State.OPEN)
"""A balancing moves only wishes that nobody has claimed."""


def propose(campaign: Campaign, *, by: Actor) -> Balancing:
    """A fresh proposal over all admitted and open wishes; an older proposal is discarded. Nothing is moved yet.

    What could not be opened is left out and named. What a hand moved stays where it put it, also when that was in the
    proposal that this one takes the place of. Raises `Refusal` (409) when there is nothing to share out or nobody to
    share it out to.
    """
    with transaction.atomic():
        Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
        standing = Balancing.objects.filter(campaign=campaign, state=Balancing.State.PROPOSED)
        moved = {place.wish_id: place for place in BalancingPlace.objects.filter(balancing__in=standing, by_hand=True)}
        standing.update(state=Balancing.State.DISCARDED)
        movable = Wish.objects.filter(campaign=campaign, state__in=MOVABLE).select_related("beneficiary")
        all_of_them = list(movable.order_by("serial"))
        kept_back = what_keeps(all_of_them)
        wishes = [wish for wish in all_of_them if wish.pk not in kept_back]
        if not wishes:
            raise _nothing_to_balance(kept_back)
        sizes = head_counts()
        if not any(size.head_count for size in sizes):
            raise Refusal(
                "no_members",
                Text(
                    zh="各支部还没有党员，请先导入党员名单。", en="No branch has members yet: import the members first."
                ),
            )
        items = [
            Item(wish.pk, wish.budget_yuan or 0, wish.kind, _bound_to(wish, moved.get(wish.pk))) for wish in wishes
        ]
        plan = balance(sizes, items)
        left_out = [[str(wish.pk), kept_back[wish.pk]] for wish in all_of_them if wish.pk in kept_back]
        made = Balancing.objects.create(campaign=campaign, left_out=left_out)
        BalancingLine.objects.bulk_create(
            BalancingLine(
                balancing=made,
                branch_id=share.key,
                head_count=share.head_count,
                exact=_decimal(share.exact),
                remainder=_decimal(share.remainder),
                share=share.share,
            )
            for share in plan.shares
        )
        BalancingPlace.objects.bulk_create(
            BalancingPlace(
                balancing=made,
                wish=wish,
                branch_id=plan.places[wish.pk],
                branch_before_id=wish.branch_id,
                planned=plan.places[wish.pk],
                moved_reason=moved[wish.pk].moved_reason if wish.pk in moved else "",
                by_hand=wish.branch_by_hand or wish.pk in moved,
                held_before=wish.branch_by_hand,
            )
            for wish in wishes
        )
        _enter(made, "proposed", {}, by)
    return made


def _bound_to(wish: Wish, moved: BalancingPlace | None) -> UUID | None:
    if moved is not None:
        return moved.branch_id
    return wish.branch_id if wish.branch_fixed or wish.branch_by_hand else None


def _nothing_to_balance(kept_back: Mapping[UUID, Sequence[str]]) -> Refusal:
    if not kept_back:
        return Refusal(
            "nothing_to_balance",
            Text(zh="还没有已入库、无人认领的心愿可以分配。", en="There is no admitted, unclaimed wish to share out."),
        )
    why = said(sorted({code for codes in kept_back.values() for code in codes}))
    return Refusal(
        "nothing_to_balance",
        Text(
            zh="已入库的 {count} 件都还不能开放：{zh}。请先补齐，再来分配。",
            en="None of the {count} admitted wishes could be opened yet: {en}. See to these first.",
        ),
        count=len(kept_back),
        zh="、".join(text.zh for text in why),
        en=", ".join(text.en for text in why),
    )


def head_counts() -> list[BranchSize]:
    """Every branch with the number of its active members, in the list's order."""
    counted = Branch.objects.annotate(heads=Count("members", filter=Q(members__state=Member.State.ACTIVE)))
    return [BranchSize(branch.pk, branch.heads) for branch in counted.order_by("order", "created_at", "id")]


def place_by_hand(balancing: Balancing, wish: Wish, branch: Branch, *, reason: str, by: Actor) -> BalancingPlace:
    """Puts one wish of a proposal elsewhere, with a reason. Raises `Refusal` once the proposal is decided."""
    if not reason.strip():
        raise Refusal(
            "reason_missing", Text(zh="请写明调整的原因。", en="Say why it is moved."), status=400, field="reason"
        )
    with transaction.atomic():
        _demand_state(balancing, Balancing.State.PROPOSED)
        place = BalancingPlace.objects.filter(balancing=balancing, wish=wish).first()
        if place is None:
            raise Refusal(
                "not_in_proposal",
                Text(zh="这个心愿不在本次分配里。", en="This wish is not part of the proposal."),
                status=404,
            )
        if not balancing.lines.filter(branch=branch).exists():
            raise Refusal(
                "branch_unknown",
                Text(
                    zh="“{branch}”是分配之后新建的，请重新生成分配方案。",
                    en="“{branch}” is newer than this proposal: make a new one.",
                ),
                field="branch",
                branch=branch.name,
            )
        before = place.branch.name
        place.branch = branch
        place.moved_reason = reason.strip()
        place.by_hand = True
        place.save(update_fields=["branch", "moved_reason", "by_hand"])
        _enter(balancing, "moved", {wish.number: [before, branch.name]}, by, reason)
    return place


def let_go_in(balancing: Balancing, wish: Wish, *, by: Actor) -> BalancingPlace:
    """Lets go of what a hand moved. A move of this proposal goes back to where the arithmetic had put the wish; one of
    an earlier balancing stays there until the next proposal. Raises `Refusal` (409) where no hand holds it."""
    with transaction.atomic():
        _demand_state(balancing, Balancing.State.PROPOSED)
        place = BalancingPlace.objects.select_related("branch").filter(balancing=balancing, wish=wish).first()
        if place is None or not place.by_hand:
            raise not_by_hand(wish)
        before = place.branch.name
        if place.moved_reason and place.planned is not None:
            place.branch = Branch.objects.get(pk=place.planned)
        place.moved_reason = ""
        place.by_hand = False
        place.save(update_fields=["branch", "moved_reason", "by_hand"])
        if Wish.objects.filter(pk=wish.pk, branch_by_hand=True).exists():
            let_go(wish, by=by)
        _enter(balancing, "let_go", {wish.number: [before, place.branch.name]}, by)
    return place


def confirm(balancing: Balancing, *, by: Actor) -> int:
    """Makes the proposal true for every wish that is still unclaimed. Returns how many wishes got another branch."""
    with transaction.atomic():
        _demand_state(balancing, Balancing.State.PROPOSED)
        Balancing.objects.filter(pk=balancing.pk).update(state=Balancing.State.CONFIRMED, confirmed_at=now())
        moved = _apply(balancing, "allocated", by)
        _enter(balancing, "confirmed", {"moved": moved}, by)
    return moved


def undo(balancing: Balancing, *, by: Actor) -> int:
    """Gives every wish that is still unclaimed the branch it had before. Returns how many went back.

    Raises `Refusal` (409) when a newer balancing has been confirmed since.
    """
    with transaction.atomic():
        _demand_state(balancing, Balancing.State.CONFIRMED)
        newer = Balancing.objects.filter(
            campaign=balancing.campaign_id, state=Balancing.State.CONFIRMED, confirmed_at__gt=balancing.confirmed_at
        )
        if newer.exists():
            raise Refusal(
                "newer_balancing",
                Text(
                    zh="之后又确认过一次分配，先撤销那一次。",
                    en="A newer balancing was confirmed since: undo that one first.",
                ),
            )
        Balancing.objects.filter(pk=balancing.pk).update(state=Balancing.State.UNDONE)
        moved = _apply(balancing, "allocation_undone", by, back=True)
        _enter(balancing, "undone", {"moved": moved}, by)
    return moved


def discard(balancing: Balancing, *, by: Actor) -> None:
    """Throws a proposal away. Raises `Refusal` (409) once it is decided."""
    with transaction.atomic():
        _demand_state(balancing, Balancing.State.PROPOSED)
        Balancing.objects.filter(pk=balancing.pk).update(state=Balancing.State.DISCARDED)
        _enter(balancing, "discarded", {}, by)


def reinstate(balancing: Balancing, *, by: Actor) -> None:
    """Brings a proposal back that was thrown away or proposed over, with what was moved by hand in it; the one that
    stands in its place is thrown away. Raises `Refusal` (409) for one that was not thrown away."""
    with transaction.atomic():
        Campaign.objects.select_for_update(no_key=True).get(pk=balancing.campaign_id)
        _demand_state(balancing, Balancing.State.DISCARDED)
        standing = Balancing.objects.filter(campaign=balancing.campaign_id, state=Balancing.State.PROPOSED).first()
        if standing:
            discard(standing, by=by)
        Balancing.objects.filter(pk=balancing.pk).update(state=Balancing.State.PROPOSED)
        _enter(balancing, "reinstated", {}, by)


def _apply(balancing: Balancing, verb: str, by: Actor, *, back: bool = False) -> int:
    names: dict[UUID | None, str] = {branch.pk: branch.name for branch in Branch.objects.all()}
    moved = 0
    # In the order of numbers, as opening goes: two who lock many wishes never wait for each other.
    for place in balancing.places.select_related("wish").order_by("wish__serial"):
        target = place.branch_before_id if back else place.branch_id
        held = place.held_before if back else place.by_hand
        wish = place.wish
        asked_for_since = wish.branch_fixed and wish.branch_id is not None and not place.moved_reason
        held_since = wish.branch_by_hand and not (place.held_before or place.by_hand)
        if asked_for_since or held_since or (wish.branch_id, wish.branch_by_hand) == (target, held):
            continue
        standing = Wish.objects.filter(pk=wish.pk, state__in=MOVABLE, branch=wish.branch_id)
        if standing.update(branch_id=target, branch_by_hand=held) and wish.branch_id != target:
            changes = {"branch": [names.get(wish.branch_id), names.get(target)]}
            note(wish, verb, changes, by=by, reason=place.moved_reason)
            moved += 1
    return moved


def _demand_state(balancing: Balancing, state: str) -> None:
    demand_not_closed(balancing.campaign_id)
    now_in = Balancing.objects.select_for_update(no_key=True).values_list("state", flat=True).get(pk=balancing.pk)
    if now_in != state:
        raise Refusal(
            "balancing_decided",
            Text(
                zh="这次分配已经确认、撤销或放弃，请刷新。",
                en="This balancing has been decided already: reload the page.",
            ),
        )
    balancing.refresh_from_db()


def _decimal(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.0001"))


def _enter(balancing: Balancing, verb: str, changes: dict[str, object], by: Actor, reason: str = "") -> None:
    BalancingEntry.objects.create(
        balancing=balancing, actor_id=by.account_id, actor_name=by.name, verb=verb, changes=changes, reason=reason
    )
