from collections.abc import Callable

import pytest
import structlog
from celery import Task
from django.db import connection
from django_tenants.utils import tenant_context

from hub.actor import SYSTEM
from hub.communities.current import current, current_or_none
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from hub.communities.states import archive, suspend
from hub.communities.whereabouts import stand_on
from tenants.members.models import Branch
from workers.celery import app
from workers.task import UnknownCommunity, community_task, hub_task

seen: list[object] = []


@community_task
def note_where(community: Community, word: str = "") -> None:
    seen.append((community.slug, current().slug, connection.schema_name, word))
    seen.append(dict(structlog.contextvars.get_contextvars()))


@community_task
def write_and_fail(community: Community) -> None:
    Branch.objects.create(name="支部")
    raise ZeroDivisionError


@hub_task
def note_hub() -> None:
    seen.append((current_or_none(), connection.schema_name))


@hub_task
def wander(slug: str) -> None:
    """A task that leaves the connection on a community, as none should."""
    stand_on(Community.objects.get(slug=slug))


@pytest.fixture(autouse=True)
def _nothing_seen() -> None:
    app.set_current()
    seen.clear()


@pytest.fixture
def haihong(db: None) -> Community:
    return create_community(slug="haihong", name="海鸿社区", region_code="630222100001", by=SYSTEM)


def work(task: Task, *args: object) -> object:
    """As a worker does it: arguments that went through the broker's JSON, and no ambient community."""
    return task.apply(args=[str(argument) for argument in args], throw=True)


def test_a_task_works_in_the_block_of_the_community_that_its_message_names(haihong: Community) -> None:
    work(note_where, haihong.pk, "word")
    assert seen[0] == ("haihong", "haihong", "c_haihong", "word")
    assert connection.schema_name == "public"


def test_the_logs_of_a_task_name_its_community_and_itself(haihong: Community) -> None:
    work(note_where, haihong.pk)
    context = seen[1]
    assert isinstance(context, dict)
    assert context["community"] == "haihong"
    assert context["task"] == note_where.name
    assert context["task_id"]
    assert structlog.contextvars.get_contextvars() == {}


def test_after_a_task_that_fails_the_connection_is_on_the_hub(haihong: Community) -> None:
    with pytest.raises(ZeroDivisionError):
        work(write_and_fail, haihong.pk)
    assert connection.schema_name == "public"
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        assert cursor.fetchone() == ("public",)


def test_after_a_task_that_wandered_off_the_connection_is_back_on_the_hub(haihong: Community) -> None:
    work(wander, haihong.slug)
    assert connection.schema_name == "public"


def test_a_task_begins_on_the_hub_whatever_the_one_before_left_behind(haihong: Community) -> None:
    connection.set_tenant(haihong)
    work(note_hub)
    assert seen == [(None, "public")]


@pytest.mark.parametrize("identifier", ["01a20998-e6b0-7182-939e-c73027efcee0", "haihong", "", "None"])
@pytest.mark.django_db
def test_a_task_for_no_community_raises_and_runs_nowhere(identifier: str) -> None:
    with pytest.raises(UnknownCommunity):
        work(note_where, identifier)
    assert seen == []


def test_a_task_for_a_deleted_community_raises_and_runs_nowhere(haihong: Community) -> None:
    identifier = haihong.pk
    Community.objects.filter(pk=identifier).delete()
    with pytest.raises(UnknownCommunity, match="deleted"):
        work(note_where, identifier)
    assert seen == []


def test_a_task_for_an_archived_community_raises_and_for_a_suspended_one_works(haihong: Community) -> None:
    suspend(haihong, reason="", by=SYSTEM)
    work(note_where, haihong.pk)
    assert len(seen) == 2
    archive(haihong, reason="", by=SYSTEM)
    with pytest.raises(UnknownCommunity, match="archived"):
        work(note_where, haihong.pk)


def test_a_task_within_another_communitys_block_still_keeps_to_its_own(haihong: Community) -> None:
    binhe = create_community(slug="binhe", name="滨河社区", region_code="630222100002", by=SYSTEM)
    with tenant_context(binhe):
        work(note_where, haihong.pk)
    assert seen[0] == ("haihong", "haihong", "c_haihong", "")
    assert connection.schema_name == "public", "never back in a block that is not the task's"


def test_a_task_takes_no_more_arguments_than_its_function(haihong: Community) -> None:
    run: Callable[..., object] = note_where.apply
    with pytest.raises(TypeError):
        run(args=[str(haihong.pk), "word", "too many"], throw=True)
