"""Which campaign, or which campaigns, are meant (domain.md, Several campaigns beside each other)."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Case, IntegerField, QuerySet, Value, When

from hub.clock import today
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign

S = Campaign.State

GOING_ON = (S.PREPARING, S.RUNNING)

Covered = Campaign | Sequence[Campaign]
"""One campaign, or all campaigns of a year together."""


def running() -> QuerySet[Campaign]:
    """What board, wall and members' pages cover, by first day."""
    return Campaign.objects.filter(state=S.RUNNING).order_by("first_day", "created_at")


def going_on() -> QuerySet[Campaign]:
    """What the office works on: every campaign that is not closed, by first day."""
    return Campaign.objects.exclude(state=S.CLOSED).order_by("first_day", "created_at")


def main_campaign(*, office: bool = True) -> Campaign | None:
    """The one that is shown where there is room for one: a running year's own, another running one, for the office one
    that prepares, else the newest of the closed. None before the first.

    Of two years that run beside each other it is the calendar's: starting the next one early takes no place away."""
    rank = Case(
        When(state=S.RUNNING, yearly=True, then=Value(0)),
        When(state=S.RUNNING, then=Value(1)),
        When(state=S.PREPARING, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    # What prepares is shown to nobody else, and takes nothing away from what was fulfilled before it.
    shown = Campaign.objects.all() if office else Campaign.objects.exclude(state=S.PREPARING)
    other_year = Case(When(year=today().year, then=Value(0)), default=Value(1), output_field=IntegerField())
    return shown.order_by(rank, other_year, "-year", "-yearly", "-first_day").first()


def campaign_of(year: int) -> Campaign:
    """The year's own campaign. Raises `Refusal` (404) when there is none."""
    campaign = Campaign.objects.filter(year=year, yearly=True).first()
    if campaign is None:
        raise Refusal(
            "no_campaign",
            Text(
                zh="还没有 {year} 年度的活动，请先在“年度设置”里新建。",
                en="There is no campaign for {year} yet: make one on the campaign page.",
            ),
            status=404,
            year=year,
        )
    return campaign


def campaigns_of(year: int) -> list[Campaign]:
    """All campaigns of a year, by first day. Raises `Refusal` (404) when there is none."""
    found = list(Campaign.objects.filter(year=year).order_by("first_day", "created_at"))
    return found or [campaign_of(year)]


def covered(of: Covered) -> list[Campaign]:
    """The campaigns that a form, a sheet or an export is of: the one, or these."""
    return [of] if isinstance(of, Campaign) else list(of)


def campaign_named(named: object) -> Campaign:
    """The campaign of an id or a code, or the own campaign of a year. Raises `Refusal` (404) when there is none."""
    text = str(named).strip()
    if text.isascii() and text.isdigit() and len(text) == 4:
        return campaign_of(int(text))
    try:
        campaign = Campaign.objects.filter(pk=UUID(text)).first()
    except ValueError:
        campaign = Campaign.objects.filter(prefix=text.upper()).first()
    if campaign is None:
        raise Refusal(
            "not_found",
            Text(zh="没有“{named}”这个活动。", en="There is no campaign “{named}”."),
            status=404,
            named=text[:40],
        )
    return campaign


def campaigns_meant(named: object = None) -> Sequence[Campaign]:
    """What a list of the office covers: the campaign that is named, else all that are not closed, else the newest.

    Raises `Refusal` (404) where there is none at all.
    """
    if named:
        return [campaign_named(named)]
    meant = list(going_on())
    if not meant and (last := main_campaign()):
        meant = [last]
    if not meant:
        raise _none()
    return meant


def campaign_meant(named: object = None) -> Campaign:
    """The one campaign that something is done with or told of: the one that is named, else the only one not closed,
    else (all are closed) the newest. Raises `Refusal` (400) `campaign_needed` where several are not closed, (404)
    where there is none."""
    meant = campaigns_meant(named)
    if len(meant) > 1:
        raise Refusal(
            "campaign_needed",
            Text(
                zh="现在有 {count} 个活动没有结项（{titles}），请选择是哪一个。",
                en="{count} campaigns are not closed ({titles}): say which one is meant.",
            ),
            status=400,
            field="campaign",
            count=len(meant),
            titles="、".join(campaign.title for campaign in meant),
        )
    return meant[0]


def campaign_for_new(named: object = None) -> Campaign:
    """Where a new wish goes: as `campaign_meant`, but never into a closed one. Raises `Refusal` (404) besides."""
    if not named and not going_on().exists():
        raise Refusal(
            "no_campaign",
            Text(zh="还没有进行中的活动，请先新建。", en="No campaign goes on: make one first."),
            status=404,
        )
    return campaign_meant(named)


def _none() -> Refusal:
    return Refusal(
        "no_campaign",
        Text(zh="还没有年度活动，请先新建。", en="There is no campaign yet: make one first."),
        status=404,
    )
