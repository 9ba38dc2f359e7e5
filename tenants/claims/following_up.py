"""Follow-up after delivery, by another person than the deliverer; a dissatisfied one reopens the wish."""

from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from hub.actor import Actor
from hub.bells.ringing import FIGURES, ring
from hub.clock import today
from hub.days import demand_not_after, demand_not_before
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.running import demand_not_closed
from tenants.claims.claiming import enter, take_slot
from tenants.claims.four_eyes import demand_other_follows_up
from tenants.claims.models import ClaimNotice, Delivery, FollowUp
from tenants.claims.noticing import tell
from tenants.members.models import Member
from tenants.wishes.life import move, note
from tenants.wishes.models import Wish
from tenants.wishes.needed_days import has_passed


def follow_up(
    wish: Wish, *, outcome: str, by: Actor, remark: str = "", on: date | None = None, claimer_agrees: bool = False
) -> FollowUp:
    """Records satisfied, partly or not for a fulfilled wish.

    “Not” reopens it: to `claimed` with the same claimer and a new deadline when `claimer_agrees`, else to `open`.
    Raises `Refusal` (409) for the deliverer's own follow-up or another state, (400) for an unknown outcome, a day
    ahead or before the delivery, or a dissatisfied one without a remark. After the year was closed there is none (409): its figures stand.
    """
    if outcome not in FollowUp.Outcome.values:
        raise Refusal(
            "outcome_unknown",
            Text(zh="请选择满意、基本满意或不满意。", en="Choose satisfied, partly or not."),
            status=400,
            field="outcome",
        )
    if outcome == FollowUp.Outcome.NOT_SATISFIED and not remark.strip():
        raise Refusal(
            "remark_missing", Text(zh="请写明哪里不满意。", en="Say what was wrong."), status=400, field="remark"
        )
    on = on or today()
    demand_not_after(
        on, today(), "day_in_future", Text(zh="回访日期不能晚于今天。", en="The day cannot lie ahead."), field="on"
    )
    with transaction.atomic():
        wish = Wish.objects.select_for_update(of=("self",), no_key=True).select_related("campaign").get(pk=wish.pk)
        demand_not_closed(wish.campaign_id)
        delivery = wish.deliveries.filter(current=True).first()
        if wish.state != Wish.State.FULFILLED or delivery is None:
            raise Refusal(
                "not_fulfilled",
                Text(
                    zh="心愿 {number} 还没有办结，不能登记回访。",
                    en="Wish {number} is not fulfilled: there is nothing to follow up yet.",
                ),
                number=wish.number,
            )
        demand_other_follows_up(delivery, by)
        demand_not_before(
            on,
            delivery.delivered_on,
            "day_before_delivery",
            Text(
                zh="回访日期不能早于送达那天（{first}）。",
                en="The day of a follow-up cannot come before that of the delivery, {first}.",
            ),
            field="on",
        )
        made = FollowUp.objects.create(
            wish=wish, outcome=outcome, remark=remark, on=on, by_id=by.account_id, by_name=by.name
        )
        if outcome == FollowUp.Outcome.NOT_SATISFIED:
            _reopen(wish, delivery, by, remark, claimer_agrees)
        else:
            note(wish, "followed_up", {"outcome": outcome}, by=by, reason=remark)
            # No state has changed, and a rate has.
            ring(FIGURES)
    return made


def to_follow_up(wishes: QuerySet[Wish]) -> QuerySet[Wish]:
    """Those of the wishes that were drawn for a follow-up, and that nobody has asked about since their delivery."""
    asked = FollowUp.objects.filter(wish=OuterRef("wish"), at__gte=OuterRef("at"))
    drawn = Delivery.objects.filter(~Exists(asked), current=True, follow_up_wanted=True)
    return wishes.filter(state=Wish.State.FULFILLED, pk__in=drawn.values("wish"))


def _reopen(wish: Wish, delivery: Delivery, by: Actor, remark: str, claimer_agrees: bool) -> None:
    wish.deliveries.filter(pk=delivery.pk).update(current=False)
    if claimer_agrees and delivery.claim is not None:
        # Anew and locked: whoever is leaving in this moment has left, or leaves after the claim.
        claimer = Member.objects.select_for_update(no_key=True).get(pk=delivery.claim.member_id)
        if claimer.state != Member.State.ACTIVE:
            raise Refusal(
                "member_left",
                Text(
                    zh="这位党员已转出，请让心愿重新待认领。",
                    en="This member has left: let the wish go back to the board.",
                ),
            )
        # The first gift was there by then; a day that is over would leave no time for the second.
        over = {"needed_by": [str(wish.needed_by), None]} if has_passed(wish) else {}
        move(
            wish,
            Wish.State.CLAIMED,
            verb="reopened",
            by=by,
            came_from=Wish.State.FULFILLED,
            reason=remark,
            changes=over,
            needed_by=None if over else wish.needed_by,
        )
        before = delivery.claim
        again = take_slot(
            wish,
            claimer,
            beyond_the_limit=True,
            manner=before.manner,
            channel=before.channel,
            partners=before.partners,
            note=before.note,
        )
        enter(again, "reopened", by=by, reason=remark)
        tell(again, ClaimNotice.Kind.REOPENED, by=by, deadline=again.deadline)
    else:
        move(wish, Wish.State.OPEN, verb="reopened", by=by, came_from=Wish.State.FULFILLED, reason=remark)
