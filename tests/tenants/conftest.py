from collections.abc import Iterator

import pytest

from hub.communities.models import Community
from tests.world import World, world_in


@pytest.fixture
def world(community: Community) -> Iterator[World]:
    """海鸿社区 with its few people, its block entered, on a Monday in March (tests/world.py)."""
    with world_in(community) as made:
        yield made
