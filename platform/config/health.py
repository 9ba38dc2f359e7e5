"""Whether this process can serve: database, schema, Valkey, and the age of the last beat."""

import time
from typing import Any

import redis
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from hub.communities.compiled import compiled
from hub.communities.migrating import behind
from hub.communities.models import Community
from hub.communities.whereabouts import back_on_the_hub
from hub.pulse.beats import age_seconds
from hub.sms.gateways.chosen import chosen_gateway

BEAT_IS_LATE_AFTER_S = 30.0
_VALKEY_TIMEOUT_S = 1.0


def readiness() -> dict[str, Any]:
    """What /readyz says.

    "unready": no database, or its schema is not this program's: send no requests here. "degraded": requests
    are served, but Valkey is away or the beat is late, so what happens by itself waits.
    """
    back_on_the_hub()
    database = _timed(_ask_database)
    schema = _timed(_schema) if database["ok"] else {"ok": False}
    valkey = _timed(_ask_valkey)
    beat = _timed(_beat) if schema["ok"] else {"ok": False, "age_seconds": None}
    gateway = {"ok": _has_gateway()}
    status = "ready" if valkey["ok"] and beat["ok"] and gateway["ok"] else "degraded"
    if not (database["ok"] and schema["ok"]):
        status = "unready"
    return {
        "status": status,
        "database": database,
        "schema": schema,
        "valkey": valkey,
        "beat": beat,
        "gateway": gateway,
    }


def _timed(ask: Any) -> dict[str, Any]:
    started = time.perf_counter()
    try:
        answer = ask()
    except (DatabaseError, redis.RedisError, OSError) as problem:
        # The text could quote an address or a value; the kind says enough here.
        answer = {"ok": False, "problem": type(problem).__name__}
    return {**answer, "ms": round((time.perf_counter() - started) * 1000, 1)}


def _ask_database() -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return {"ok": True}


def _ask_valkey() -> dict[str, Any]:
    with redis.Redis.from_url(
        settings.REDIS_URL, socket_timeout=_VALKEY_TIMEOUT_S, socket_connect_timeout=_VALKEY_TIMEOUT_S
    ) as client:
        client.ping()
    return {"ok": True}


def _schema() -> dict[str, Any]:
    """Versions of the hub's migrations and of the communities' compiled script, against what is there."""
    loader = MigrationLoader(connection)
    hub_labels = {name.rpartition(".")[2] for name in settings.SHARED_APPS}
    pending = [
        key for key in loader.disk_migrations if key[0] in hub_labels and key not in (loader.applied_migrations or {})
    ]
    late = 0
    if not pending:
        late = behind(compiled()).exclude(state=Community.State.ARCHIVED).count()
    return {
        "ok": not pending and not late,
        "version": compiled().version,
        "hub_pending": len(pending),
        "communities_behind": late,
    }


def _has_gateway() -> bool:
    # A worker without one fails at every message while all else looks well.
    try:
        chosen_gateway()
    except ImproperlyConfigured:
        return False
    return True


def _beat() -> dict[str, Any]:
    age = age_seconds("beat")
    return {"ok": age is not None and age <= BEAT_IS_LATE_AFTER_S, "age_seconds": age}
