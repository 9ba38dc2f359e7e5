"""Closing a year, reopening one that was closed by mistake, and starting the next from the last."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.clock import now
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import enter, start_campaign
from tenants.closing.blocking import what_blocks
from tenants.figures.freezing import freeze, thaw
from tenants.figures.models import FrozenFigures
from tenants.wishes import allocation
from tenants.wishes.carrying import UNCLAIMED, carry_in, carry_over, not_arrived, take_back
from tenants.wishes.models import Balancing, Wish

REOPENABLE_FOR = timedelta(days=30)
"""How long a closing can be taken back (experience.md, number 10)."""


def what_is_carried_over(campaign: Campaign) -> QuerySet[Wish]:
    """What closing the campaign now would carry over: the pool's wishes that nobody has claimed. Changes nothing."""
    return Wish.objects.filter(campaign=campaign, state__in=UNCLAIMED).order_by("serial")


def next_of(campaign: Campaign) -> Campaign | None:
    """The campaign that what is left over comes into at once: the first later one that is not closed."""
    later = Campaign.objects.filter(year__gt=campaign.year).exclude(state=Campaign.State.CLOSED)
    return later.order_by("year").first()


def close_campaign(campaign: Campaign, *, by: Actor) -> FrozenFigures:
    """`running` → `closed`: what nobody claimed is carried over, figures are frozen, nothing of the year changes again.

    Where a later campaign goes on, what is carried over comes into it at once, else when it is started. Whole or not
    at all; closing a closed campaign again changes nothing and returns its figures. Raises `Refusal` (409)
    `campaign_blocked`, naming what is left to do.
    """
    with transaction.atomic():
        # The campaign first: whoever enters or imports wishes waits here, and is refused afterwards. Then all wishes,
        # as the ladder locks them: whoever claims, delivers or confirms is through by then, or comes too late.
        campaign = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
        if campaign.state == Campaign.State.CLOSED:
            return FrozenFigures.objects.get(campaign=campaign, thawed_at=None)
        list(Wish.objects.filter(campaign=campaign).order_by("serial").only("pk").select_for_update(no_key=True))
        if blockers := what_blocks(campaign):
            raise Refusal(
                "campaign_blocked",
                Text(
                    zh="{year} 年度还不能结项：{zh}。请先办完。",
                    en="The campaign of {year} cannot be closed yet: {en}. Finish these first.",
                ),
                year=campaign.year,
                zh="、".join(blocker.text.zh for blocker in blockers),
                en=", ".join(blocker.text.en for blocker in blockers),
            )
        for proposal in Balancing.objects.filter(campaign=campaign, state=Balancing.State.PROPOSED):
            allocation.discard(proposal, by=by)
        left = list(what_is_carried_over(campaign))
        carry_over(left, by=by)
        campaign.state = Campaign.State.CLOSED
        Campaign.objects.filter(pk=campaign.pk).update(state=campaign.state)
        following = next_of(campaign)
        arrived = bring_in(following, campaign, by=by) if following else []
        changes = {
            "carried_over": len(left),
            "arrived": {"year": following.year, "count": len(arrived)} if following else None,
        }
        enter(campaign, "closed", changes, by=by)
        frozen = freeze(campaign)
        ring(FIGURES)
    return frozen


def reopen_campaign(campaign: Campaign, *, reason: str, by: Actor) -> Campaign:
    """`closed` → `running`, within 30 days, with a reason: the year was closed by mistake, or a mistake in it was found.

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
        campaign = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
        until = reopenable_until(campaign)
        if until is None:
            raise Refusal(
                "campaign_not_closed",
                Text(zh="{year} 年度没有结项，不用重新打开。", en="The campaign of {year} is not closed."),
                year=campaign.year,
            )
        if now() > until:
            raise Refusal(
                "too_late_to_reopen",
                Text(
                    zh="{year} 年度结项已超过 {days} 天，不能重新打开。",
                    en="The campaign of {year} was closed more than {days} days ago: it stays closed.",
                ),
                year=campaign.year,
                days=REOPENABLE_FOR.days,
            )
        Campaign.objects.filter(pk=campaign.pk).update(state=Campaign.State.RUNNING)
        campaign.state = Campaign.State.RUNNING
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


def start_year(
    year: int, *, by: Actor, title: str = "", policy: Mapping[str, Any] | None = None, like: Campaign | None = None
) -> Campaign:
    """The campaign of a year, as `start_campaign`; with it come the wishes that closed years before it left over.

    Branches and members are the community's register and go on as they are. Raises what `start_campaign` raises.
    """
    with transaction.atomic():
        campaign = start_campaign(year, by=by, title=title, policy=policy, like=like)
        bring_in(campaign, by=by)
    return campaign


def bring_in(campaign: Campaign, out_of: Campaign | None = None, *, by: Actor) -> list[Wish]:
    """What earlier years carried over, and has not come in anywhere yet, comes into this one. Returns the new wishes.

    To be called inside the verb's transaction. A second call finds nothing left to bring.
    """
    waiting = not_arrived(out_of).filter(campaign__year__lt=campaign.year).select_for_update(of=("self",), no_key=True)
    return carry_in(list(waiting.select_related("campaign", "beneficiary")), campaign, by=by)
