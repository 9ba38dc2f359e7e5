"""A campaign while it goes on: starting it, editing it, and the numbers that its wishes get."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.clock import now
from hub.language import Text
from hub.refusal import Refusal
from hub.versions import demand_unchanged, version_of
from tenants.campaigns.codes import checked_code, taken
from tenants.campaigns.default_ladder import whole_ladder
from tenants.campaigns.models import Campaign, CampaignEntry

POLICY = (
    "claim_length_days",
    "live_claims_per_member",
    "branch_only_days",
    "budget_limit_yuan",
    "follow_up_percent",
    "extension_days",
    "needed_soon_days",
    "erase_after_months",
)
CAMPAIGN = "campaign"
EDITABLE = ("title", "first_day", "last_day", "prefix", *POLICY, "ladder")

S = Campaign.State


def start_campaign(campaign: Campaign, *, by: Actor) -> Campaign:
    """`preparing` → `running`: from now on its wishes can be opened. Takes nothing of any other campaign away.

    Starting one that runs changes nothing. Raises `Refusal` (409) for a closed one.
    """
    with transaction.atomic():
        campaign = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
        if campaign.state == S.CLOSED:
            raise closed(campaign)
        if campaign.state == S.PREPARING:
            campaign.state, campaign.running_since = S.RUNNING, now()
            campaign.save(update_fields=["state", "running_since"])
            enter(campaign, "started", {}, by=by)
            ring(LADDER)
            ring(FIGURES)
    return campaign


def campaign_version(campaign: Campaign) -> str:
    """The version of what can be edited of a campaign on its page: title and policy; a ladder has its own."""
    return version_of(CAMPAIGN, campaign.pk, campaign_fields(campaign))


def campaign_fields(campaign: Campaign) -> dict[str, Any]:
    """What can be edited of a campaign, by name."""
    return {name: getattr(campaign, name) for name in EDITABLE if name != "ladder"}


def edit_campaign(campaign: Campaign, changes: Mapping[str, Any], *, by: Actor, seen: str | None = None) -> Campaign:
    """Changes title, days, code or policy, old and new kept. What is claimed already keeps the policy it was claimed
    under. The code can be changed until the first number is given, and is unique for ever.

    A ladder is to be checked before it comes here (`tenants.escalation.policy.set_ladder`). Raises `Changed` (412) when
    the campaign is no longer of the version `seen`.
    """
    with transaction.atomic():
        campaign = Campaign.objects.select_for_update().get(pk=campaign.pk)
        if campaign.state == S.CLOSED:
            raise closed(campaign)
        demand_unchanged(seen, CAMPAIGN, campaign.pk, campaign_fields(campaign))
        if "prefix" in changes:
            changes = {**changes, "prefix": checked_code(changes["prefix"])}
        differing = {}
        for name in EDITABLE:
            if name in changes and getattr(campaign, name) != changes[name]:
                differing[name] = [getattr(campaign, name), changes[name]]
                setattr(campaign, name, changes[name])
        if "prefix" in differing and campaign.last_number:
            raise Refusal(
                "code_in_use",
                Text(
                    zh="已经有心愿用了 {prefix} 编号，编号前缀不能再改。",
                    en="Wishes have numbers of {prefix} already: the code stays.",
                ),
                field="prefix",
                prefix=differing["prefix"][0],
            )
        check(campaign)
        if differing:
            try:
                with transaction.atomic():
                    campaign.save(update_fields=list(differing))
            except IntegrityError as error:
                raise taken(error, campaign) from None
            enter(campaign, "edited", _told(differing), by=by)
    return campaign


def _told(differing: Mapping[str, list[Any]]) -> dict[str, Any]:
    days = ("first_day", "last_day")
    return {name: [each.isoformat() for each in pair] if name in days else pair for name, pair in differing.items()}


def next_serial(campaign: Campaign) -> int:
    """The next number within the campaign. To be called inside the verb's transaction."""
    return next_serials(campaign)[0]


def next_serials(campaign: Campaign, count: int = 1) -> range:
    """The next numbers within the campaign, counted by the database. To be called inside the verb's transaction.

    The campaign's code is read with them, since it can be changed until the first number is given. Raises `Refusal`
    (409) for a campaign that is closed, or was closed a moment ago: a number is how a wish begins.
    """
    going_on = Campaign.objects.filter(pk=campaign.pk).exclude(state=S.CLOSED)
    if not going_on.update(last_number=F("last_number") + count):
        raise closed(campaign)
    last, campaign.prefix = Campaign.objects.values_list("last_number", "prefix").get(pk=campaign.pk)
    return range(last - count + 1, last + 1)


def closed(campaign: Campaign) -> Refusal:
    """What whoever wants to change something of a closed campaign is told."""
    return Refusal(
        "campaign_closed",
        Text(
            zh="“{title}”已经结项，不能再改。新的心愿请登记到没有结项的活动；确需更正的，由管理员在“结项”页重新打开。",
            en="“{title}” is closed and stays as it is. Record new wishes in a campaign that goes on; an"
            " administrator can reopen it on its closing page.",
        ),
        title=campaign.title,
        year=campaign.year,
    )


def demand_not_closed(campaign_id: UUID) -> None:
    """Raises `Refusal` (409) for a closed campaign. For verbs that hold a wish of it locked: a campaign is closed with
    all its wishes locked, so it is closed by now or cannot be before the verb is done."""
    campaign = Campaign.objects.filter(pk=campaign_id, state=S.CLOSED).first()
    if campaign is not None:
        raise closed(campaign)


def demand_running(campaign_id: UUID) -> None:
    """Raises `Refusal` (409) unless the campaign runs: while one prepares, nothing of it is opened or shown. For verbs
    that hold a wish of it locked: it goes back to preparing with all its wishes locked."""
    demand_not_closed(campaign_id)
    preparing = Campaign.objects.filter(pk=campaign_id, state=S.PREPARING).first()
    if preparing is not None:
        raise Refusal(
            "campaign_preparing",
            Text(
                zh="“{title}”还在筹备，不能公布心愿。请管理员先在“年度设置”里启动活动。",
                en="“{title}” is still preparing: no wish of it is opened. An administrator starts it first.",
            ),
            title=preparing.title,
        )


def policy_of(campaign: Campaign) -> dict[str, Any]:
    """The policy as it is frozen on a claim, its ladder included."""
    return {**{name: getattr(campaign, name) for name in POLICY}, "ladder": campaign.ladder}


def check(campaign: Campaign) -> None:
    """Raises `Refusal` (400, with the field) for a value that a campaign cannot have."""
    # A policy may name the parts of a ladder that differ; what is kept is whole.
    campaign.ladder = {**whole_ladder(), **campaign.ladder}
    if campaign.last_day < campaign.first_day:
        raise Refusal(
            "days_reversed",
            Text(zh="最后一天不能早于第一天。", en="The last day cannot come before the first."),
            status=400,
            field="last_day",
        )
    if not campaign.first_day.year <= campaign.year <= campaign.last_day.year:
        raise Refusal(
            "days_outside_the_year",
            Text(
                zh="起止日期与 {year} 年不符：活动至少要有一天在这一年里。",
                en="The days do not touch {year}: a campaign lies in its year with one day at least.",
            ),
            status=400,
            field="first_day",
            year=campaign.year,
        )
    try:
        campaign.clean_fields()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise Refusal(
            "policy_out_of_range",
            Text(zh="{setting}：{why}", en="{setting}: {why}"),
            status=400,
            field=field,
            setting=field,
            why=" ".join(messages),
        ) from None


def enter(campaign: Campaign, verb: str, changes: dict[str, Any], *, by: Actor, reason: str = "") -> None:
    """One entry of the campaign's history."""
    CampaignEntry.objects.create(
        campaign=campaign, actor_id=by.account_id, actor_name=by.name, verb=verb, reason=reason, changes=changes
    )
