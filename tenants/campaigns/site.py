"""What /api/site tells of the campaign; named by the setting WISHBRIDGE_SITE_CAMPAIGN."""

from typing import Any

from tenants.campaigns.running import current_campaign


def site_campaign() -> dict[str, Any] | None:
    """The running campaign as {id, year, title, state, prefix}, or None. To be called inside a community's block."""
    campaign = current_campaign()
    if campaign is None:
        return None
    return {name: getattr(campaign, name) for name in ("id", "year", "title", "state", "prefix")}
