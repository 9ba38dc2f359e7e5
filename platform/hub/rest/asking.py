"""Who asks, for views that only a signed-in person reaches."""

from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request

from hub.actor import Actor


def actor_of(request: Request) -> Actor:
    """The actor of the request's session on this host. Raises NotAuthenticated (401) without one."""
    actor = actor_or_none(request)
    if actor is None:
        raise NotAuthenticated
    return actor


def actor_or_none(request: Request) -> Actor | None:
    """The actor of the request's session on this host, or None for the public."""
    actor = getattr(request, "actor", None)
    return actor if isinstance(actor, Actor) else None
