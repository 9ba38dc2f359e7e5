from collections.abc import Callable

import pytest
from django.db import connection

from hub.communities import directory as module
from hub.communities.directory import Directory
from hub.communities.models import Community, Domain
from hub.communities.provisioning import add_host
from hub.communities.states import suspend
from tests.hub.communities.conftest import OPERATOR_ACTOR

Make = Callable[[str], Community]


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> Directory:
    """A directory that looks at the stamp every time, as one does whose second is over."""
    monkeypatch.setattr(module, "STAMP_IS_LOOKED_AT_EVERY_S", 0.0)
    return Directory()


def test_a_host_leads_to_its_community_and_a_strangers_to_none(community_named: Make) -> None:
    one = community_named("one")
    directory = Directory()
    assert directory.community_at("one.localhost") == one
    assert directory.community_at("two.localhost") is None


def test_a_known_host_costs_no_query_within_the_second(
    community_named: Make, django_assert_num_queries: Callable[[int], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "STAMP_IS_LOOKED_AT_EVERY_S", 60.0)
    community_named("one")
    directory = Directory()
    directory.community_at("one.localhost")
    with django_assert_num_queries(0):
        directory.community_at("one.localhost")


def test_the_look_up_notices_a_suspension(community_named: Make, eager: Directory) -> None:
    one = community_named("one")
    assert eager.community_at("one.localhost").state == "active"
    suspend(one, reason="", by=OPERATOR_ACTOR)
    assert eager.community_at("one.localhost").state == "suspended"


def test_the_look_up_notices_a_new_host_and_one_that_was_taken_away(community_named: Make, eager: Directory) -> None:
    one = community_named("one")
    assert eager.community_at("192.168.1.20") is None
    add_host(one, "192.168.1.20", by=OPERATOR_ACTOR)
    assert eager.community_at("192.168.1.20") == one
    Domain.objects.filter(domain="192.168.1.20").delete()
    assert eager.community_at("192.168.1.20") is None


def test_the_look_up_notices_what_is_written_by_hand(community_named: Make, eager: Directory) -> None:
    community_named("one")
    eager.community_at("one.localhost")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE communities_community SET name = '改名社区'")
    assert eager.community_at("one.localhost").name == "改名社区"


def test_strangers_hosts_are_not_kept(community_named: Make, eager: Directory) -> None:
    for number in range(20):
        eager.community_at(f"stranger-{number}.localhost")
    assert eager._found == {}
