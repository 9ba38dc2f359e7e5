"""How a wish is withdrawn. What nobody claimed by the end of the year is carried over: see `carrying`."""

from django.db import transaction

from hub.actor import Actor
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.wishes.life import move
from tenants.wishes.models import Wish, WishEntry

WITHDRAWAL_REASONS = {
    "solved_elsewhere": Text(zh="已另行解决", en="solved elsewhere"),
    "moved_away": Text(zh="已搬离", en="moved away"),
    "deceased": Text(zh="已去世", en="deceased"),
    "own_wish": Text(zh="本人撤回", en="by own wish"),
}
"""The reasons of domain.md (Life of a wish); all four are neutral: the wish leaves the pool's count."""

ENTERED_BY_MISTAKE = "entered_by_mistake"
"""Why a wish is withdrawn that its recorder takes back at once: it was never one, and no figure counts it."""

WITHOUT_A_CLAIM = (
    Wish.State.COLLECTED,
    Wish.State.VERIFIED,
    Wish.State.ADMITTED,
    Wish.State.OPEN,
    Wish.State.BACKSTOPPED,
)
"""Where a wish is withdrawn from here; withdrawing a claimed one ends its claim too, and is a verb of `claims`."""


def entered_by_mistake(campaign: Campaign) -> int:
    """How many wishes of a campaign their recorder took back: no count has them. The reason is sealed, so the few that
    were withdrawn are read."""
    withdrawals = WishEntry.objects.filter(wish__campaign=campaign, wish__state=Wish.State.WITHDRAWN)
    said = withdrawals.filter(to_state=Wish.State.WITHDRAWN).values_list("wish_id", "changes")
    return len({wish for wish, changes in said if changes.get("reason") == ENTERED_BY_MISTAKE})


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
    """`collected`, `verified`, `admitted`, `open` or `backstopped` → `withdrawn`. A claimed wish is withdrawn by a verb of `claims`."""
    check_withdrawal_reason(reason)
    with transaction.atomic():
        wish = Wish.objects.select_for_update(no_key=True).get(pk=wish.pk)
        return move(
            wish,
            Wish.State.WITHDRAWN,
            verb="withdrawn",
            by=by,
            came_from=WITHOUT_A_CLAIM,
            reason=remark,
            changes={"reason": reason},
        )
