"""Making a campaign: its name, year, days and code, and the policy that it goes on with."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from hub.actor import Actor
from hub.clock import now
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.codes import checked_code, free_code, taken
from tenants.campaigns.finding import running
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import check, enter, policy_of

YEARS = range(2000, 2101)


def make_campaign(
    year: int,
    *,
    by: Actor,
    title: str = "",
    yearly: bool = True,
    first_day: datetime.date | None = None,
    last_day: datetime.date | None = None,
    code: str = "",
    prepare: bool = False,
    policy: Mapping[str, Any] | None = None,
    like: Campaign | None = None,
) -> Campaign:
    """Makes a year's own campaign, or (`yearly=False`) one for an occasion beside it; takes nothing of any other away.

    It prepares while another runs; while none does it runs at once, unless told to `prepare`. Days are the year's own
    where none are named, the code is made of the community's initials and the year (海鸿社区, 2026: HH26, an occasion's
    HH26C). `like` is the campaign whose policy (its ladder included), and for a year's own whose title, are gone on
    with; `policy` comes before it. Raises `Refusal` (409) when the year has its own campaign or the code is taken, (400,
    with the field) for what cannot be. What closed campaigns left over comes in with `tenants.closing.years`.
    """
    _check_year(year)
    if not yearly and not title.strip():
        raise Refusal(
            "title_missing",
            Text(zh="请写明活动名称，例如“春节送温暖”。", en="Give the campaign a name: “Spring Festival”, say."),
            status=400,
            field="title",
        )
    if yearly and like is not None:
        title = title or like.title.replace(str(like.year), str(year))
    with transaction.atomic():
        prepares = prepare or running().exists()
        campaign = Campaign(
            year=year,
            yearly=yearly,
            title=title.strip() or f"{year} 年微心愿",
            first_day=first_day or datetime.date(year, 1, 1),
            last_day=last_day or datetime.date(year, 12, 31),
            prefix=checked_code(code) if code else free_code(year, title, yearly=yearly),
            state=Campaign.State.PREPARING if prepares else Campaign.State.RUNNING,
            running_since=None if prepares else now(),
            **{**(policy_of(like) if like else {}), **(policy or {})},
        )
        check(campaign)
        try:
            with transaction.atomic():
                campaign.save(force_insert=True)
        except IntegrityError as error:
            raise taken(error, campaign) from None
        enter(campaign, "made", {"like": like.year} if like else {}, by=by)
        if not prepares:
            enter(campaign, "started", {}, by=by)
    return campaign


def _check_year(year: int) -> None:
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
