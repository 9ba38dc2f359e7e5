"""Blocks, requests, tasks, caches, failures and lost connections in any order: nobody reads another community's rows."""

import itertools
import json
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django_tenants.utils import tenant_context
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from hub.actor import SYSTEM
from hub.communities.current import current
from hub.communities.directory import directory
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from tenants.members.models import Branch
from workers.task import community_task

SLUGS = ("haihong", "binhe")
communities: dict[str, Community] = {}
numbers = itertools.count(1)
slugs = st.sampled_from(SLUGS)


def names() -> list[str]:
    return list(Branch.objects.values_list("name", flat=True))


def ours(request: HttpRequest) -> HttpResponse:
    """Answers with the names of the host's branches."""
    return HttpResponse(json.dumps([current().slug, names()]))


def fails(request: HttpRequest) -> HttpResponse:
    """Reads, and fails inside a transaction."""
    with transaction.atomic():
        names()
        raise ZeroDivisionError


urlpatterns = [path("ours", ours), path("fails", fails)]
read_by_task: list[tuple[str, list[str]]] = []


@community_task
def read(community: Community, then: str) -> None:
    read_by_task.append((community.slug, names()))
    if then == "fail":
        raise ZeroDivisionError


class Readers(RuleBasedStateMachine):
    """Two communities whose branches' names begin with their own slug."""

    def __init__(self) -> None:
        super().__init__()
        self.client = Client(raise_request_exception=False)

    def seen(self, slug: str, found: list[str]) -> None:
        """What was read within a community is all of that community, and of nobody else."""
        assert found, "the community has rows, so an empty answer is somebody else's"
        assert {name.partition(" ")[0] for name in found} == {slug}, (slug, found)

    @rule(slug=slugs)
    def write(self, slug: str) -> None:
        with tenant_context(communities[slug]):
            Branch.objects.create(name=f"{slug} {next(numbers)}")

    @rule(way=st.lists(slugs, min_size=1, max_size=4), failing=st.booleans())
    def nested_blocks(self, way: list[str], failing: bool) -> None:
        def enter(rest: list[str]) -> None:
            if not rest:
                if failing:
                    raise ZeroDivisionError
                return
            with tenant_context(communities[rest[0]]):
                self.seen(rest[0], names())
                try:
                    enter(rest[1:])
                finally:
                    self.seen(rest[0], names())

        try:
            enter(way)
        except ZeroDivisionError:
            assert failing

    @rule(outer=slugs, inner=slugs)
    def a_rollback_within(self, outer: str, inner: str) -> None:
        with tenant_context(communities[outer]):
            with pytest.raises(ZeroDivisionError):
                write_read_and_fail(self, inner)
            self.seen(outer, names())

    @rule(before=slugs, slug=slugs)
    def a_rollback_of_the_first_statement(self, before: str, slug: str) -> None:
        """The search path is set with the first statement; rolling that back brings the one before to life again."""
        with tenant_context(communities[before]):
            names()
        with tenant_context(communities[slug]):
            with pytest.raises(ZeroDivisionError):
                read_and_fail(self, slug)
            self.seen(slug, names())

    @rule(slug=slugs, address=st.sampled_from(["/ours", "/fails", "/ours", "/nowhere"]))
    def a_request(self, slug: str, address: str) -> None:
        answer = self.client.get(address, headers={"host": f"{slug}.localhost"})
        if answer.status_code == 200:
            said, found = json.loads(answer.content)
            assert said == slug
            self.seen(slug, found)

    @rule(slug=slugs, ambient=st.none() | slugs, then=st.sampled_from(["end", "fail"]))
    def a_task(self, slug: str, ambient: str | None, then: str) -> None:
        if ambient:
            with tenant_context(communities[ambient]):
                read.apply(args=[str(communities[slug].pk), then])
        else:
            read.apply(args=[str(communities[slug].pk), then])
        said, found = read_by_task.pop()
        assert said == slug
        self.seen(slug, found)

    @rule(slug=slugs)
    def the_cache(self, slug: str) -> None:
        with tenant_context(communities[slug]):
            kept = cache.get("names")
            if kept is not None:
                self.seen(slug, kept)
            cache.set("names", names())

    @rule()
    def a_lost_connection(self) -> None:
        connection.close()

    @invariant()
    def the_connection_is_on_the_hub(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_schema()")
            assert cursor.fetchone() == ("public",)


def write_read_and_fail(readers: Readers, slug: str) -> None:
    with transaction.atomic(), tenant_context(communities[slug]):
        Branch.objects.create(name=f"{slug} {next(numbers)}")
        readers.seen(slug, names())
        raise ZeroDivisionError


def read_and_fail(readers: Readers, slug: str) -> None:
    with transaction.atomic():
        readers.seen(slug, names())
        raise ZeroDivisionError


@pytest.mark.django_db(transaction=True)
def test_no_reader_sees_another_community(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ROOT_URLCONF = settings.URLCONF_OF_THE_HUB = __name__
    directory.forget()
    for number, slug in enumerate(SLUGS):
        made = create_community(slug=slug, name=slug, region_code=f"63022210000{number + 1}", by=SYSTEM)
        monkeypatch.setitem(communities, slug, made)
        with tenant_context(made):
            Branch.objects.create(name=f"{slug} 0")
    run_state_machine_as_test(Readers, settings=TRIALS)
    directory.forget()


TRIALS = settings(
    max_examples=50,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
