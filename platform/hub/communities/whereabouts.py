"""On which schema the connection stands: the few calls to django-tenants' own connection, in one place."""

from typing import Any

from django.db import connection

# The stubs know Django's connection; what django-tenants adds to it they do not.
_connection: Any = connection


def back_on_the_hub() -> None:
    """Leave whatever block the connection was in. For the beginning and the end of requests and tasks."""
    _connection.set_schema_to_public()


def schema_here() -> str:
    """The schema of the block that runs: "c_haihong", or "public" on the hub."""
    return str(_connection.schema_name)


def tenant_here() -> object:
    """What the connection was last set to: a Community, or a stand-in that knows a schema's name only."""
    return _connection.tenant


def stand_on(tenant: object, *, hub_too: bool = True) -> None:
    """Put the connection on a tenant, without the hub's tables in reach when `hub_too` is false."""
    _connection.set_tenant(tenant, include_public=hub_too)
