"""The day by which a wish is needed (domain.md, Several campaigns beside each other): which it can be, when it is near,
when it has passed."""

import datetime
from collections.abc import Iterable

from django.db.models import Q

from hub.clock import today
from hub.days import demand_not_after, demand_not_before
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.campaigns.working_days import add_working_days
from tenants.wishes.models import Wish

FURTHEST = datetime.timedelta(days=731)
"""How far ahead such a day can lie: beyond two years it is a slip of the pen."""

CLAIMED_BY_NOBODY = (Wish.State.COLLECTED, Wish.State.VERIFIED, Wish.State.ADMITTED, Wish.State.OPEN)

NEAR, PASSED = "near", "passed"


def demand_to_come(day: datetime.date | None) -> None:
    """Raises `Refusal` (400, field `needed_by`) for a day that is over, or absurdly far ahead."""
    if day is None:
        return
    demand_not_before(
        day,
        today(),
        "needed_by_over",
        Text(
            zh="{day} 已经过了。请填今天或以后的日子，不限日子就留空。",
            en="{day} is over. Enter today or a later day, or leave it empty.",
        ),
        field="needed_by",
    )
    demand_not_after(
        day,
        today() + FURTHEST,
        "needed_by_too_far",
        Text(zh="{day} 太远了，请核对年份。", en="{day} lies more than two years ahead: check the year."),
        field="needed_by",
    )


def has_passed(wish: Wish) -> bool:
    """Whether the day by which it was needed is over: nobody claims it until staff have set another."""
    return wish.needed_by is not None and wish.needed_by < today()


def still_wanted() -> Q:
    """Wishes without such a day, or whose day is not over."""
    return Q(needed_by=None) | Q(needed_by__gte=today())


def near_its_day(campaigns: Iterable[Campaign]) -> Q:
    """Wishes of these campaigns that nobody has claimed and whose day is near, by each campaign's policy, or over."""
    found = Q(pk__in=[])
    for campaign in campaigns:
        near = add_working_days(today(), campaign.needed_soon_days)
        found |= Q(campaign=campaign, needed_by__lte=near)
    return found & Q(state__in=CLAIMED_BY_NOBODY)


def standing_to_its_day(wish: Wish) -> str:
    """`near` or `passed` for a wish that nobody has claimed, else empty."""
    if wish.needed_by is None or wish.state not in CLAIMED_BY_NOBODY:
        return ""
    if has_passed(wish):
        return PASSED
    return NEAR if wish.needed_by <= add_working_days(today(), wish.campaign.needed_soon_days) else ""


def needed_by_passed(wish: Wish) -> Refusal:
    """What whoever wants to open, claim or take over such a wish is told."""
    return Refusal(
        "needed_by_passed",
        Text(
            zh="心愿 {number} 要在 {day} 前用到，这一天已经过了。请社区另定日子、撤回或兜底办理。",
            en="Wish {number} was needed by {day}, and that day is over: staff set another day, withdraw or backstop it.",
        ),
        number=wish.number,
        day=wish.needed_by.isoformat() if wish.needed_by else "",
    )
