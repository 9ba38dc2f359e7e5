"""The base of every task: where it runs is never left to chance.

A message names its community; one that is unknown, deleted or archived raises instead of running on the hub, which
is what the usual library does (measured, promises.md).
"""

import uuid
from collections.abc import Callable
from typing import Any

import structlog
from celery import Task, shared_task
from django_tenants.utils import tenant_context

from hub.communities.models import Community
from hub.communities.whereabouts import back_on_the_hub


class UnknownCommunity(LookupError):
    """A task was asked to work for a community that is not there (any more), or is archived."""


class HubTask(Task):
    """Runs on the hub, and leaves the connection there, also after an error. Its logs carry its name and id."""

    abstract = True

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(task=self.name, task_id=self.request.id)
        back_on_the_hub()
        try:
            return self.work(*args, **kwargs)
        finally:
            back_on_the_hub()
            structlog.contextvars.clear_contextvars()

    def work(self, *args: Any, **kwargs: Any) -> Any:
        return self.run(*args, **kwargs)


class CommunityTask(HubTask):
    """Runs in the block of the community whose identifier is the message's first argument.

    The function receives the Community itself. Raises UnknownCommunity.
    """

    abstract = True

    def work(self, community_id: str | uuid.UUID, *args: Any, **kwargs: Any) -> Any:
        community = community_to_work_for(community_id)
        structlog.contextvars.bind_contextvars(community=community.slug)
        with tenant_context(community):
            return self.run(community, *args, **kwargs)


def community_to_work_for(community_id: str | uuid.UUID) -> Community:
    """The community of that identifier. Raises UnknownCommunity when there is none or it is archived."""
    try:
        identifier = uuid.UUID(str(community_id))
    except ValueError as problem:
        raise UnknownCommunity(f"“{community_id}” is no community's identifier.") from problem
    community = Community.objects.filter(pk=identifier).first()
    if community is None:
        raise UnknownCommunity(f"There is no community {identifier}; it was deleted, or the message is not ours.")
    if community.state == Community.State.ARCHIVED:
        raise UnknownCommunity(f"The community {community.slug} is archived; nothing is done for it.")
    return community


def community_task(function: Callable[..., Any]) -> Task:
    """`function(community, …)` as a task that is sent as `task.delay(str(community.pk), …)`."""
    return shared_task(base=CommunityTask)(function)


def hub_task(function: Callable[..., Any]) -> Task:
    """A function that concerns the hub, as a task."""
    return shared_task(base=HubTask)(function)
