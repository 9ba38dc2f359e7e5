import pytest

from tenants.campaigns.running import edit_campaign
from tests.world import World


@pytest.fixture
def nobody_is_drawn_for_a_follow_up(world: World) -> None:
    """A follow-up that is still to be made would keep the year open."""
    world.campaign = edit_campaign(world.campaign, {"follow_up_percent": 0}, by=world.administrator)
