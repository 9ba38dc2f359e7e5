from collections.abc import Callable

import pytest

from hub.actor import OPERATOR, Actor
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from hub.identifiers import uuid7

OPERATOR_ACTOR = Actor(uuid7(), "运营员", frozenset({OPERATOR}))


@pytest.fixture
def community_named(db: None) -> Callable[[str], Community]:
    """Makes communities of the demo county, one region code each."""
    made: list[str] = []

    def make(slug: str) -> Community:
        made.append(slug)
        return create_community(
            slug=slug,
            name=f"{slug}社区",
            region_code=f"630222{100 + len(made):03}001",
            region_names=["青海省", "海东市", "民和回族土族自治县", "川口镇"],
            by=OPERATOR_ACTOR,
        )

    return make
