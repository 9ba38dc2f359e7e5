"""What /api/site tells of the campaign; named by the setting WISHBRIDGE_SITE_CAMPAIGN."""

from typing import Any

from tenants.campaigns.models import Campaign
from tenants.campaigns.running import current_campaign


def site_campaign() -> dict[str, Any] | None:
    """The campaign that is worked on, else the last one that was closed, as {id, year, title, state, prefix}; None
    before the first. To be called inside a community's block."""
    campaign = current_campaign() or Campaign.objects.first()
    if campaign is None:
        return None
    return {name: getattr(campaign, name) for name in ("id", "year", "title", "state", "prefix")}
