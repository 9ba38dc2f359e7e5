"""What /api/site tells of the campaigns; named by the setting WISHBRIDGE_SITE_CAMPAIGN."""

from typing import Any

from tenants.campaigns.finding import going_on, main_campaign, running
from tenants.campaigns.models import Campaign


def site_campaign(*, office: bool = False) -> dict[str, Any]:
    """`campaign`: the one that is shown where there is room for one (None before the first); `campaigns`: those that run,
    for the office those that prepare as well. To be called inside a community's block."""
    campaign = main_campaign(office=office)
    shown = going_on() if office else running()
    return {"campaign": _head(campaign) if campaign else None, "campaigns": [_head(each) for each in shown]}


def _head(campaign: Campaign) -> dict[str, Any]:
    names = ("id", "year", "yearly", "title", "state", "prefix", "first_day", "last_day")
    return {name: getattr(campaign, name) for name in names}
