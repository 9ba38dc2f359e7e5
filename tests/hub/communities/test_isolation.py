"""The ways in which one community's rows reach another, each planted on purpose and caught (promises.md)."""

import threading
from collections.abc import Callable

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import ProgrammingError, connection, connections, transaction
from django_tenants.utils import schema_context, tenant_context

from hub.communities.current import OutsideCommunity, current, current_or_none
from hub.communities.models import Community
from tenants.members.models import Branch
from tests.hub.communities.catalog import table_names

Make = Callable[[str], Community]


@pytest.fixture
def one(community_named: Make) -> Community:
    return community_named("one")


@pytest.fixture
def other(one: Community, community_named: Make) -> Community:
    return community_named("other")


def names() -> list[str]:
    return list(Branch.objects.order_by("name").values_list("name", flat=True))


@pytest.fixture
def branches(one: Community, other: Community) -> None:
    for community in (one, other):
        with tenant_context(community):
            Branch.objects.create(name=f"{community.slug} 支部")


def read_and_fail() -> None:
    names()
    raise ZeroDivisionError


@pytest.mark.usefixtures("branches")
def test_a_block_sees_its_own_rows_and_leaves_the_connection_where_it_was(one: Community, other: Community) -> None:
    with tenant_context(one):
        with tenant_context(other):
            assert names() == ["other 支部"]
        assert names() == ["one 支部"]
    assert connection.schema_name == "public"


@pytest.mark.usefixtures("branches")
def test_a_block_that_fails_leaves_the_connection_where_it_was(one: Community, other: Community) -> None:
    with tenant_context(one):
        with pytest.raises(ZeroDivisionError), tenant_context(other):
            read_and_fail()
        assert names() == ["one 支部"]


@pytest.mark.usefixtures("branches")
def test_a_transaction_that_is_rolled_back_inside_a_block_does_not_leave_the_community(
    one: Community, other: Community
) -> None:
    """A SET of the search path is undone by a rollback; TENANT_LIMIT_SET_CALLS must not believe in it then."""
    with tenant_context(one):
        with pytest.raises(ZeroDivisionError), transaction.atomic(), tenant_context(other):
            read_and_fail()
        assert names() == ["one 支部"]
    assert connection.schema_name == "public"


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("branches")
def test_a_first_statement_that_is_rolled_back_does_not_bring_the_block_before_to_life(
    one: Community, other: Community
) -> None:
    with tenant_context(other):
        names()
    with tenant_context(one):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            read_and_fail()
        assert names() == ["one 支部"]


@pytest.mark.usefixtures("branches")
def test_a_lazy_queryset_that_leaves_its_block_is_caught(one: Community) -> None:
    with tenant_context(one):
        lazy = Branch.objects.all()
    with pytest.raises(ProgrammingError, match="does not exist"), transaction.atomic():
        list(lazy)


def test_the_cache_of_one_community_is_not_that_of_another(one: Community, other: Community) -> None:
    with tenant_context(one):
        cache.set("today", "one's")
    with tenant_context(other):
        assert cache.get("today") is None
        cache.set("today", "other's")
    with tenant_context(one):
        assert cache.get("today") == "one's"
    assert cache.get("today") is None


def test_every_cache_of_the_settings_puts_the_community_into_its_keys() -> None:
    for alias, cache_settings in settings.CACHES.items():
        assert cache_settings.get("KEY_FUNCTION") == "hub.communities.cache.key_with_community", alias


def test_outside_of_a_block_there_is_no_current_community(one: Community) -> None:
    with pytest.raises(OutsideCommunity):
        current()
    with schema_context(one.schema_name), pytest.raises(OutsideCommunity):
        current()
    with tenant_context(one):
        assert current() is one
    assert current_or_none() is None


def test_no_table_name_stands_on_both_sides(one: Community) -> None:
    assert table_names("public") & table_names(one.schema_name) <= {"django_migrations"}


def test_a_table_on_both_sides_would_be_found(one: Community) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE TABLE "{one.schema_name}".communities_region (code text)')
    with pytest.raises(AssertionError):
        test_no_table_name_stands_on_both_sides(one)


def test_every_model_has_its_table_on_its_own_side(one: Community) -> None:
    hub, community = table_names("public"), table_names(one.schema_name)
    for model in apps.get_models():
        name = model._meta.app_config.name
        assert model._meta.db_table in (community if name in settings.TENANT_APPS else hub), model
        assert model._meta.db_table not in (hub if name in settings.TENANT_APPS else community), model


@pytest.mark.django_db(transaction=True)
def test_nested_blocks_in_threads_each_keep_to_their_own_community(community_named: Make) -> None:
    """The faulty form, `with community:`, keeps its stack on the class: threads restore each other's (promises.md)."""
    communities = [community_named("one"), community_named("other")]
    for community in communities:
        with tenant_context(community):
            Branch.objects.create(name=f"{community.slug} 支部")
    wrong: list[str] = []
    start = threading.Barrier(4)

    def work(outer: Community, inner: Community) -> None:
        try:
            start.wait(timeout=20)
            for _ in range(50):
                with tenant_context(outer):
                    with tenant_context(inner):
                        wrong.extend(name for name in names() if name != f"{inner.slug} 支部")
                    wrong.extend(name for name in names() if name != f"{outer.slug} 支部")
                if connection.schema_name != "public":
                    wrong.append("not back on the hub")
        except Exception as problem:  # a thread's exception would be lost
            wrong.append(repr(problem))
            raise
        finally:
            connections.close_all()

    pairs = [communities, communities[::-1], communities, communities[::-1]]
    threads = [threading.Thread(target=work, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_the_faulty_form_of_a_block_is_refused(one: Community) -> None:
    with pytest.raises(TypeError, match="tenant_context"), one:
        pass
