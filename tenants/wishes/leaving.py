"""How a wish leaves the programme without being fulfilled: withdrawn, or carried over into the next campaign."""

from django.db import transaction

from hub.actor import Actor
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import next_serial
from tenants.wishes.life import move, note
from tenants.wishes.models import Wish

WITHDRAWAL_REASONS = {
    "solved_elsewhere": Text(zh="已另行解决", en="solved elsewhere"),
    "moved_away": Text(zh="已搬离", en="moved away"),
    "deceased": Text(zh="已去世", en="deceased"),
    "own_wish": Text(zh="本人撤回", en="by own wish"),
}
"""The reasons of domain.md (Life of a wish); all four are neutral: the wish leaves the pool's count."""

BEFORE_A_CLAIM = (Wish.State.COLLECTED, Wish.State.VERIFIED, Wish.State.ADMITTED, Wish.State.OPEN)
"""Where a wish is withdrawn from here; withdrawing a claimed one ends its claim too, and is a verb of `claims`."""


def check_withdrawal_reason(reason: str) -> None:
    """Raises `Refusal` (400) for a reason that is not one of `WITHDRAWAL_REASONS`."""
    if reason not in WITHDRAWAL_REASONS:
        raise Refusal(
            "reason_unknown",
            Text(zh="请选择撤回的原因。", en="Choose why it is withdrawn."),
            status=400,
            field="reason",
        )


def withdraw(wish: Wish, *, reason: str, by: Actor, remark: str = "") -> Wish:
    """`collected`, `verified`, `admitted` or `open` → `withdrawn`. A claimed wish is withdrawn by a verb of `claims`."""
    check_withdrawal_reason(reason)
    with transaction.atomic():
        wish = Wish.objects.select_for_update(no_key=True).get(pk=wish.pk)
        return move(
            wish,
            Wish.State.WITHDRAWN,
            verb="withdrawn",
            by=by,
            came_from=BEFORE_A_CLAIM,
            reason=remark,
            changes={"reason": reason},
        )


def carry_over(wish: Wish, into: Campaign, *, by: Actor) -> Wish:
    """`admitted` or `open` → `carried_over`; the same wish is admitted in the next campaign. Returns the new one.

    Raises `Refusal` (409) when the other campaign is not a later one or is closed.
    """
    if into.year <= wish.campaign.year or into.state == Campaign.State.CLOSED:
        raise Refusal(
            "not_the_next_campaign",
            Text(
                zh="只能结转到之后、尚未结项的年度。",
                en="A wish is carried over into a later campaign that is not closed.",
            ),
        )
    with transaction.atomic():
        wish = Wish.objects.select_for_update(no_key=True).get(pk=wish.pk)
        move(
            wish,
            Wish.State.CARRIED_OVER,
            verb="carried_over",
            by=by,
            came_from=(Wish.State.ADMITTED, Wish.State.OPEN),
            changes={"into": into.prefix},
        )
        serial = next_serial(into)
        fresh = Wish(
            campaign=into,
            serial=serial,
            number=f"{into.prefix}-{serial:03d}",
            state=Wish.State.ADMITTED,
            carried_from=wish,
            **{
                name: getattr(wish, name)
                for name in (
                    "beneficiary_id", "kind", "item", "quantity", "requirements", "public_text", "story", "budget_yuan",
                    "collector_name", "collector_id", "collected_on", "missing", "warnings", "admitted_at",
                )
            },
        )  # fmt: skip
        fresh.save(force_insert=True)
        note(fresh, "carried_in", {"from": wish.number}, by=by)
    return fresh
