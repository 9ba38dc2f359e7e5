import pytest

from hub.actor import SYSTEM
from hub.communities.directory import directory
from hub.communities.models import Community
from hub.communities.provisioning import create_community


@pytest.fixture(autouse=True)
def _a_directory_that_remembers_nothing() -> None:
    directory.forget()


@pytest.fixture
def haihong(db: None) -> Community:
    return create_community(slug="haihong", name="海鸿社区", region_code="630222100001", by=SYSTEM)


@pytest.fixture
def binhe(db: None) -> Community:
    return create_community(slug="binhe", name="滨河社区", region_code="630222100002", by=SYSTEM)
