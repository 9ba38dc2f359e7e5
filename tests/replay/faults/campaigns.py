"""Faults of several campaigns beside each other, and of the limit that a member's claims have over all of them."""

from typing import Any

from tenants.campaigns.models import Campaign
from tenants.claims import claiming, delivering, giving_up, slots
from tenants.escalation import waiting
from tenants.figures import lines, recounting
from tenants.wishes import opening
from tests.replay.faults.planting import Change


def opened_while_it_is_prepared() -> list[Change]:
    """A wish can be opened before its campaign is started."""
    return [(opening, "demand_running", lambda campaign_id: None)]


def waits_before_its_campaign_runs() -> list[Change]:
    """Staff hear that nobody opens what must not be opened yet."""
    right = waiting.waits_since

    def wrong(wish: Any, today: Any) -> Any:
        return waiting._day(wish.state_since) if wish.state == "admitted" else right(wish, today)

    return [(waiting, "waits_since", wrong)]


def limit_beside_the_point() -> list[Change]:
    """A member may take one wish more than the campaign's limit."""
    right = claiming.in_a_slot

    def wrong(member_id: Any, write: Any, *, limit: int | None) -> Any:
        return right(member_id, write, limit=None if limit is None else limit + 1)

    return [(claiming, "in_a_slot", wrong)]


def gap_in_the_slots() -> list[Change]:
    """A slot that becomes free stays empty though the member has claims beyond it."""
    return [(place, "close_ranks", lambda member_id: None) for place in (slots, giving_up, delivering)]


def year_is_its_own_campaign() -> list[Change]:
    """The figures of a year are those of its own campaign alone."""
    right = recounting.line_of_year

    def wrong(campaigns: Any) -> Any:
        return right([each for each in campaigns if each.yearly] or campaigns)

    return [(recounting, "line_of_year", wrong)]


def carried_over_counts_twice() -> list[Change]:
    """What was carried over within the year counts where it came from as well."""
    return [(lines, "counted_twice", lambda campaigns: {})]


def policy_of_the_years_own() -> list[Change]:
    """A claim is agreed under the policy of the year's own campaign, whichever its wish is of."""
    right = claiming.policy_of

    def wrong(campaign: Campaign) -> Any:
        return right(Campaign.objects.get(year=campaign.year, yearly=True))

    return [(claiming, "policy_of", wrong)]


FAULTS = (
    opened_while_it_is_prepared, waits_before_its_campaign_runs, limit_beside_the_point, gap_in_the_slots,
    year_is_its_own_campaign, carried_over_counts_twice, policy_of_the_years_own,
)  # fmt: skip
