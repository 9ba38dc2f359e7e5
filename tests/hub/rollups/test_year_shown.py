"""Which year an officer sees first."""

import pytest

from hub.actor import SYSTEM
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from hub.rollups.asked import year_shown
from hub.rollups.models import CommunityYear

pytestmark = pytest.mark.django_db

NAMES = ["青海省", "海东市", "民和回族土族自治县", "川口镇"]


def line(community: Community, year: int, state: str) -> None:
    CommunityYear.objects.create(
        community=community, year=year, region_code=community.region_code, campaign_state=state
    )


def test_the_first_to_start_the_next_year_does_not_turn_the_page(
    community: Community, other_community: Community
) -> None:
    third = create_community(slug="third", name="第三社区", region_code="630222100003", region_names=NAMES, by=SYSTEM)
    for each in (community, other_community):
        line(each, 2026, "running")
    line(third, 2026, "closed")
    line(third, 2027, "running")
    assert year_shown("630222") == 2026
    assert year_shown(third.region_code) == 2027


def test_once_all_have_closed_the_newest_is_shown(community: Community) -> None:
    assert year_shown("630222") is None
    line(community, 2025, "closed")
    line(community, 2026, "closed")
    assert year_shown("630222") == 2026
