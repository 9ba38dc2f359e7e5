"""A campaign from its first day on: starting it and setting its policy."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F

from hub.actor import Actor
from hub.communities.current import current
from hub.language import Text
from hub.pinyin import initials
from hub.refusal import Refusal
from hub.versions import demand_unchanged, version_of
from tenants.campaigns.default_ladder import whole_ladder
from tenants.campaigns.models import Campaign, CampaignEntry

POLICY = (
    "claim_length_days",
    "live_claims_per_member",
    "branch_only_days",
    "budget_limit_yuan",
    "follow_up_percent",
    "extension_days",
    "erase_after_months",
)
CAMPAIGN = "campaign"
EDITABLE = ("title", *POLICY, "ladder")


YEARS = range(2000, 2101)


def current_campaign() -> Campaign | None:
    """The campaign that is worked on: the newest that is not closed."""
    return Campaign.objects.exclude(state=Campaign.State.CLOSED).order_by("-year").first()


def campaign_of(year: int) -> Campaign:
    """The campaign of this year. Raises `Refusal` (404) when there is none."""
    campaign = Campaign.objects.filter(year=year).first()
    if campaign is None:
        raise Refusal(
            "no_campaign",
            Text(
                zh="还没有 {year} 年度的活动，请先在“年度设置”里新建。",
                en="There is no campaign for {year} yet: start one on the campaign page.",
            ),
            status=404,
            year=year,
        )
    return campaign


def campaign_meant(year: int | None) -> Campaign:
    """The campaign of this year; where none is named the current one, else the newest. Raises `Refusal` (404)."""
    if year is not None:
        return campaign_of(year)
    campaign = current_campaign() or Campaign.objects.first()
    if campaign is None:
        raise Refusal(
            "no_campaign",
            Text(zh="还没有年度活动，请先新建。", en="There is no campaign yet: start one first."),
            status=404,
        )
    return campaign


def start_campaign(
    year: int,
    *,
    by: Actor,
    title: str = "",
    policy: Mapping[str, Any] | None = None,
    like: Campaign | None = None,
) -> Campaign:
    """Starts the campaign of a year, with the defaults of domain.md where neither the policy nor `like` says more.

    `like` is the campaign whose policy (its ladder included) and title are gone on with; `policy` comes before it.
    Wishes are numbered with the community's initials and the year: 海鸿社区, 2026 gives HH26-001.
    Raises `Refusal` when the year has a campaign already or a value of the policy is out of range. What an earlier
    year left over comes in with `tenants.closing.next_year`, which is how people start a year.
    """
    if year not in YEARS:
        raise Refusal(
            "year_out_of_range",
            Text(
                zh="年度应在 {first} 到 {last} 之间，不能是 {year}。",
                en="A year lies between {first} and {last}: {year} does not.",
            ),
            status=400,
            field="year",
            first=YEARS[0],
            last=YEARS[-1],
            year=year,
        )
    if like is not None:
        title = title or like.title.replace(str(like.year), str(year))
    campaign = Campaign(
        year=year,
        title=title or f"{year} 年微心愿",
        prefix=_prefix(current().name, year),
        state=Campaign.State.RUNNING,
        **{**(policy_of(like) if like else {}), **(policy or {})},
    )
    _check(campaign)
    try:
        with transaction.atomic():
            campaign.save(force_insert=True)
            enter(campaign, "started", {"like": like.year} if like else {}, by=by)
    except IntegrityError:
        raise Refusal(
            "campaign_exists",
            Text(zh="{year} 年度的活动已经有了。", en="There is a campaign for {year} already."),
            field="year",
            year=year,
        ) from None
    return campaign


def campaign_version(campaign: Campaign) -> str:
    """The version of what can be edited of a campaign on its page: title and policy; a ladder has its own."""
    return version_of(CAMPAIGN, campaign.pk, campaign_fields(campaign))


def campaign_fields(campaign: Campaign) -> dict[str, Any]:
    """What can be edited of a campaign, by name."""
    return {name: getattr(campaign, name) for name in EDITABLE if name != "ladder"}


def edit_campaign(campaign: Campaign, changes: Mapping[str, Any], *, by: Actor, seen: str | None = None) -> Campaign:
    """Changes title or policy, old and new kept. What is claimed already keeps the policy it was claimed under.

    A ladder is to be checked before it comes here (`tenants.escalation.policy.set_ladder`). Raises `Changed` (412) when
    the campaign is no longer of the version `seen`.
    """
    with transaction.atomic():
        campaign = Campaign.objects.select_for_update().get(pk=campaign.pk)
        if campaign.state == Campaign.State.CLOSED:
            raise closed(campaign.year)
        demand_unchanged(seen, CAMPAIGN, campaign.pk, campaign_fields(campaign))
        differing = {}
        for name in EDITABLE:
            if name in changes and getattr(campaign, name) != changes[name]:
                differing[name] = [getattr(campaign, name), changes[name]]
                setattr(campaign, name, changes[name])
        _check(campaign)
        if differing:
            campaign.save(update_fields=list(differing))
            enter(campaign, "edited", differing, by=by)
    return campaign


def next_serial(campaign: Campaign) -> int:
    """The next number within the campaign. To be called inside the verb's transaction."""
    return next_serials(campaign)[0]


def next_serials(campaign: Campaign, count: int = 1) -> range:
    """The next numbers within the campaign, counted by the database. To be called inside the verb's transaction.

    Raises `Refusal` (409) for a campaign that is closed, or was closed a moment ago: a number is how a wish begins.
    """
    going_on = Campaign.objects.filter(pk=campaign.pk).exclude(state=Campaign.State.CLOSED)
    if not going_on.update(last_number=F("last_number") + count):
        raise closed(campaign.year)
    last: int = Campaign.objects.values_list("last_number", flat=True).get(pk=campaign.pk)
    return range(last - count + 1, last + 1)


def closed(year: int) -> Refusal:
    """What whoever wants to change something of a closed year is told."""
    return Refusal(
        "campaign_closed",
        Text(
            zh="{year} 年度已经结项，不能再改。新的心愿请登记到本年度；确需更正的，由管理员在“结项”页重新打开。",
            en="The campaign of {year} is closed and stays as it is. Record new wishes in this year's campaign; an"
            " administrator can reopen the year on its closing page.",
        ),
        year=year,
    )


def demand_not_closed(campaign_id: UUID) -> None:
    """Raises `Refusal` (409) for a closed campaign. For verbs that hold a wish of it locked: a year is closed with all
    its wishes locked, so it is closed by now or cannot be before the verb is done."""
    year = Campaign.objects.filter(pk=campaign_id, state=Campaign.State.CLOSED).values_list("year", flat=True).first()
    if year is not None:
        raise closed(year)


def policy_of(campaign: Campaign) -> dict[str, Any]:
    """The policy as it is frozen on a claim, its ladder included."""
    return {**{name: getattr(campaign, name) for name in POLICY}, "ladder": campaign.ladder}


def _prefix(name: str, year: int) -> str:
    for ending in ("社区", "村委会", "居委会", "村"):
        name = name.removesuffix(ending)
    return f"{(initials(name) or 'w').upper()[:4]}{year % 100:02d}"


def _check(campaign: Campaign) -> None:
    # A policy may name the parts of a ladder that differ; what is kept is whole.
    campaign.ladder = {**whole_ladder(), **campaign.ladder}
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
