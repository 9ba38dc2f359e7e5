"""The community whose block the code runs in."""

from hub.communities.models import Community
from hub.communities.whereabouts import tenant_here


class OutsideCommunity(RuntimeError):
    """Something asked for the current community where there is none: a fault of the program."""


def current() -> Community:
    """The community of the surrounding `tenant_context`. Raises OutsideCommunity outside of one."""
    tenant = tenant_here()
    if not isinstance(tenant, Community):
        raise OutsideCommunity("This runs outside of a community: wrap it in `with tenant_context(community):`.")
    return tenant


def current_or_none() -> Community | None:
    """The community of the surrounding `tenant_context`, or None on the hub."""
    tenant = tenant_here()
    return tenant if isinstance(tenant, Community) else None
