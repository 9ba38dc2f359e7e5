"""One PostgreSQL and one Valkey for the session, started by the same code as `wishbridge up` (see tests/servers.py).

How a test is kept apart from the next one:

- `@pytest.mark.django_db` rolls back, communities that were made in the test included (a schema is transactional);
- `@pytest.mark.django_db(transaction=True)` commits, and gets a fresh copy of the database afterwards (some 30 ms):
  no table is truncated, so schemas, sequences and the regions' names are as they were;
- Valkey is emptied after either, and each test begins on the hub's schema.
"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import django
import pytest
from hypothesis import HealthCheck, settings

from tests.servers import TestServers, migrate

if TYPE_CHECKING:
    from hub.communities.models import Community

# Before anything imports Django's settings: they are read from the environment once.
SERVERS = TestServers()
os.environ.update(SERVERS.environment())


# At once: the conftests of folders named on the command line are imported before pytest_configure, with their models.
django.setup()

# How long an example takes is the machine's doing. The same examples each time: what a new one would find is looked for
# with `pytest --hypothesis-profile=explore`, and must not stop a change that has nothing to do with it.
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("house", settings.get_profile("explore"), derandomize=True)
settings.load_profile("house")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    # The processes that run the tests get servers of their own: they must not read settings from our environment first.
    del os.environ["DJANGO_SETTINGS_MODULE"]


LONGEST_FIRST = ("e2e/test_accessibility", "e2e/", "replay/test_command", "chaos/", "runtime/")
"""Files that take a minute or more and mostly wait: begun first, so that none is left to run alone at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def place(item: pytest.Item) -> int:
        return next((n for n, name in enumerate(LONGEST_FIRST) if f"tests/{name}" in item.nodeid), len(LONGEST_FIRST))

    items.sort(key=place)


def pytest_unconfigure() -> None:
    SERVERS.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker) -> Iterator[None]:  # type: ignore[no-untyped-def]
    """Takes the place of pytest-django's: our own database instead of Django's test database."""
    from django.db import connections
    from django.test import TransactionTestCase

    def leave_a_fresh_database(_: TransactionTestCase) -> None:
        connections.close_all()
        SERVERS.renew_database()

    with django_db_blocker.unblock():
        SERVERS.start()
        SERVERS.make_database(migrate)
        # Django would truncate every table it knows, and knows none of the communities' schemas.
        TransactionTestCase._fixture_teardown = leave_a_fresh_database  # type: ignore[attr-defined]
        yield
        connections.close_all()


@pytest.fixture(autouse=True)
def _begin_on_the_hub_and_leave_valkey_empty(request: pytest.FixtureRequest) -> Iterator[None]:
    from django.db import connection

    from hub.calendars.known import calendars
    from hub.communities.directory import directory
    from hub.privacy.keys import forget_keys

    connection.set_schema_to_public()
    # What the process remembers of the database belongs to the test before.
    forget_keys()
    directory.forget()
    calendars.forget()
    yield
    if SERVERS.started:
        SERVERS.flush_valkey()


@pytest.fixture
def community(db: None) -> "Community":
    """海鸿社区, the community that a test is about: active, empty, on haihong.localhost."""
    return _make("haihong", "海鸿社区", "630222100001")


@pytest.fixture
def other_community(db: None) -> "Community":
    """滨河社区: the one that must never be seen or touched from the first."""
    return _make("binhe", "滨河社区", "630222100002")


def _make(slug: str, name: str, region_code: str) -> "Community":
    from hub.actor import SYSTEM
    from hub.communities.provisioning import create_community

    names = ["青海省", "海东市", "民和回族土族自治县", "川口镇"]
    return create_community(slug=slug, name=name, region_code=region_code, region_names=names, by=SYSTEM)
