from collections.abc import Iterator

import pytest

from hub.communities.models import Community
from tenants.campaigns.running import edit_campaign
from tests.world import World, world_in


@pytest.fixture
def world(community: Community) -> Iterator[World]:
    """海鸿社区 with its few people, its block entered, on a Monday in March (tests/world.py)."""
    with world_in(community) as made:
        yield made


@pytest.fixture
def nobody_is_drawn_for_a_follow_up(world: World) -> None:
    """A follow-up that is still to be made would keep the campaign open."""
    world.campaign = edit_campaign(world.campaign, {"follow_up_percent": 0}, by=world.administrator)
