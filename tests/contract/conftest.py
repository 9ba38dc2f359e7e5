from collections.abc import Iterator

import pytest

from hub.communities.directory import directory
from hub.communities.models import Community
from tests.contract.stage import Stage, make_stage
from tests.world import world_in


@pytest.fixture
def stage(community: Community, other_community: Community) -> Iterator[Stage]:
    """海鸿社区 with its people, and a client for each role (tests/contract/stage.py)."""
    directory.forget()
    with world_in(community) as world:
        yield make_stage(world, other_community)
