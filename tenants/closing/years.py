"""Making a campaign from what is left over, putting it back to preparing, closing it, reopening one closed by mistake."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Case, QuerySet, Value, When

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.clock import now
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.defining import count_anew
from tenants.campaigns.finding import going_on
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import closed, enter
from tenants.closing.blocking import what_blocks
from tenants.figures.freezing import freeze, thaw
from tenants.figures.models import FrozenFigures
from tenants.wishes import allocation
from tenants.wishes.carrying import UNCLAIMED, carry_in, carry_over, no_place_for_leftovers, not_arrived, take_back
from tenants.wishes.models import Balancing, Wish, WishEntry

S = Campaign.State

REOPENABLE_FOR = timedelta(days=30)
"""How long a closing can be taken back (experience.md, number 10)."""


def what_is_carried_over(campaign: Campaign) -> QuerySet[Wish]:
    """What closing the campaign now would carry over: the pool's wishes that nobody has claimed. Changes nothing."""
    return Wish.objects.filter(campaign=campaign, state__in=UNCLAIMED).order_by("serial")


def may_take_in(campaign: Campaign) -> QuerySet[Campaign]:
    """The campaigns that what this one leaves over can come into: of its year or a later one, and not closed."""
    return going_on().filter(year__gte=campaign.year).exclude(pk=campaign.pk)


def next_of(campaign: Campaign) -> Campaign | None:
    """The one of these that is proposed: the running one of the year, else the first that comes after it."""
    of_the_year_and_running = Case(When(year=campaign.year, state=S.RUNNING, then=Value(0)), default=Value(1))
    return may_take_in(campaign).order_by(of_the_year_and_running, "year", "-yearly", "first_day").first()


def close_campaign(campaign: Campaign, *, by: Actor, into: Campaign | None = None, wait: bool = False) -> FrozenFigures:
    """→ `closed`: what nobody claimed is carried over, figures are frozen, nothing of the campaign changes again.

    What is carried over comes at once into the campaign that is chosen (`into`, else the one that `next_of` proposes);
    with `wait`, or where none goes on, when the next year's is made. Whole or not at all; closing a closed campaign
    again changes nothing and returns its figures. Raises `Refusal` (409) `campaign_blocked`, naming what is left to do,
    and what `carry_in` raises for a campaign that cannot take it in.
    """
    with transaction.atomic():
        # The campaign first: whoever enters or imports wishes waits here, and is refused afterwards. Then all wishes,
        # as the ladder locks them: whoever claims, delivers or confirms is through by then, or comes too late.
        campaign = _with_all_campaigns_locked(campaign)
        if campaign.state == Campaign.State.CLOSED:
            return FrozenFigures.objects.get(campaign=campaign, thawed_at=None)
        list(Wish.objects.filter(campaign=campaign).order_by("serial").only("pk").select_for_update(no_key=True))
        if blockers := what_blocks(campaign):
            raise Refusal(
                "campaign_blocked",
                Text(
                    zh="“{title}”还不能结项：{zh}。请先办完。",
                    en="“{title}” cannot be closed yet: {en}. Finish these first.",
                ),
                title=campaign.title,
                zh="、".join(blocker.text.zh for blocker in blockers),
                en=", ".join(blocker.text.en for blocker in blockers),
            )
        following = None if wait else into or next_of(campaign)
        if following is not None:
            _demand_may_take_in(campaign, following)
        for proposal in Balancing.objects.filter(campaign=campaign, state=Balancing.State.PROPOSED):
            allocation.discard(proposal, by=by)
        left = list(what_is_carried_over(campaign))
        carry_over(left, by=by)
        campaign.state = Campaign.State.CLOSED
        Campaign.objects.filter(pk=campaign.pk).update(state=campaign.state)
        arrived = bring_in(following, campaign, by=by) if following else []
        changes = {
            "carried_over": len(left),
            "arrived": {"year": following.year, "title": following.title, "count": len(arrived)} if following else None,
        }
        enter(campaign, "closed", changes, by=by)
        frozen = freeze(campaign)
        ring(FIGURES)
    return frozen


def reopen_campaign(campaign: Campaign, *, reason: str, by: Actor) -> Campaign:
    """`closed` → as it stood before, within 30 days, with a reason: it was closed by mistake, or a mistake was found.

    What was carried over goes back to where it stood, but for wishes that have been worked on in a later campaign: those
    live on there. Figures are counted again. Raises `Refusal` (400) without a reason, (409) too late or when it goes on.
    """
    if not reason.strip():
        raise Refusal(
            "reason_missing",
            Text(zh="请写明重新打开的原因。", en="Say why it is reopened."),
            status=400,
            field="reason",
        )
    with transaction.atomic():
        campaign = _with_all_campaigns_locked(campaign)
        until = reopenable_until(campaign)
        if until is None:
            raise Refusal(
                "campaign_not_closed",
                Text(zh="“{title}”没有结项，不用重新打开。", en="“{title}” is not closed."),
                title=campaign.title,
            )
        if now() > until:
            raise Refusal(
                "too_late_to_reopen",
                Text(
                    zh="“{title}”结项已超过 {days} 天，不能重新打开。",
                    en="“{title}” was closed more than {days} days ago: it stays closed.",
                ),
                title=campaign.title,
                days=REOPENABLE_FOR.days,
            )
        campaign.state = S.RUNNING if campaign.running_since else S.PREPARING
        Campaign.objects.filter(pk=campaign.pk).update(state=campaign.state)
        count_anew(campaign)
        back, stay = take_back(campaign, by=by)
        thaw(campaign)
        enter(campaign, "reopened", {"back": back, "stay": stay}, by=by, reason=reason)
        ring(LADDER)
        ring(FIGURES)
    return campaign


def reopenable_until(campaign: Campaign) -> datetime | None:
    """Until when the closing of a campaign can be taken back; None when it is not closed."""
    frozen = FrozenFigures.objects.filter(campaign=campaign, thawed_at=None).first()
    return frozen.frozen_at + REOPENABLE_FOR if frozen else None


def begin_campaign(
    year: int, *, by: Actor, yearly: bool = True, leftovers: bool | None = None, **values: Any
) -> Campaign:
    """Makes a campaign, as `make_campaign`; with a year's own come the wishes that closed campaigns left over, with one
    for an occasion only where it is said (`leftovers`).

    Branches and members are the community's register and go on as they are. Raises what `make_campaign` raises.
    """
    with transaction.atomic():
        campaign = make_campaign(year, by=by, yearly=yearly, **values)
        if yearly if leftovers is None else leftovers:
            bring_in(campaign, by=by)
    return campaign


def back_to_preparing(campaign: Campaign, *, by: Actor) -> Campaign:
    """`running` → `preparing`, only while none of its wishes was ever open.

    Going back twice changes nothing. Raises `Refusal` (409): `was_open`, or for a closed campaign.
    """
    with transaction.atomic():
        campaign = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
        if campaign.state == S.CLOSED:
            raise closed(campaign)
        # All wishes, as closing locks them: whoever opens one in this moment is through by then, or comes too late.
        list(Wish.objects.filter(campaign=campaign).order_by("serial").only("pk").select_for_update(no_key=True))
        opened = WishEntry.objects.filter(wish__campaign=campaign, to_state=Wish.State.OPEN).first()
        if opened is not None:
            raise Refusal(
                "was_open",
                Text(
                    zh="“{title}”已经公布过心愿（{number}），不能退回筹备。",
                    en="Wishes of “{title}” were open already ({number}): it cannot go back to preparing.",
                ),
                title=campaign.title,
                number=opened.wish.number,
            )
        if campaign.state == S.RUNNING:
            campaign.state, campaign.running_since = S.PREPARING, None
            campaign.save(update_fields=["state", "running_since"])
            enter(campaign, "put_back", {}, by=by)
            ring(LADDER)
            ring(FIGURES)
    return campaign


def take_in_leftovers(campaign: Campaign, into: Campaign, *, by: Actor) -> list[Wish]:
    """What a closed campaign left over, and no other has taken in, comes into this one. Returns the new wishes; none the
    second time. Raises what `carry_in` raises."""
    with transaction.atomic():
        _with_all_campaigns_locked(campaign)
        _demand_may_take_in(campaign, into)
        return bring_in(into, campaign, by=by)


def _with_all_campaigns_locked(campaign: Campaign) -> Campaign:
    """The campaign as it is now. All are locked, in one order: two that are closed at once, each into the other, would
    wait for each other, and neither would know that it is the last of its year."""
    every = list(Campaign.objects.order_by("pk").select_for_update(no_key=True))
    return next(each for each in every if each.pk == campaign.pk)


def _demand_may_take_in(campaign: Campaign, into: Campaign) -> None:
    if not may_take_in(campaign).filter(pk=into.pk).exists():
        raise no_place_for_leftovers()


def bring_in(campaign: Campaign, out_of: Campaign | None = None, *, by: Actor) -> list[Wish]:
    """What closed campaigns carried over, and has not come in anywhere yet, comes into this one. Returns the new wishes.

    To be called inside the verb's transaction. A second call finds nothing left to bring.
    """
    waiting = not_arrived(out_of).select_for_update(of=("self",), no_key=True)
    if out_of is None:
        waiting = waiting.filter(campaign__year__lte=campaign.year).exclude(campaign=campaign)
    return carry_in(list(waiting.select_related("campaign", "beneficiary")), campaign, by=by)
