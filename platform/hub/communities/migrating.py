"""Bring communities to the current version of the script: the missing sections, many communities a transaction.

The ledger is `Community.schema_version`, written in the transaction that changes the schema: whatever kills the
run, the next one goes on with those that are left. Communities keep serving meanwhile, so migrations are
expand-then-contract, and `lock_timeout` gives way to a long request rather than make everybody queue behind us.
"""

import dataclasses
import uuid

import structlog
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django_tenants.utils import quote_schema_name

from hub.communities.compiled import Compiled, compiled
from hub.communities.models import Community

# A schema of ours has some 100 tables and indexes; PostgreSQL's default lock table holds 64 x 100 of them.
BATCH = 20
LOCK_TIMEOUT = "3s"

log = structlog.get_logger(__name__)


@dataclasses.dataclass
class Migrated:
    """How many were brought up, and the slugs of those that could not be (busy, or a failing statement)."""

    done: int = 0
    left: dict[str, str] = dataclasses.field(default_factory=dict)


def behind(script: Compiled) -> QuerySet[Community]:
    """The communities whose schema is older than the script.

    One that a later program has migrated already is not: migrations are expand-then-contract, so this program
    works with it, for as long as a rolling upgrade takes.
    """
    return Community.objects.filter(schema_version__lt=script.first_later_version).exclude(
        schema_version=script.version
    )


def migrate_communities(*, only: str | None = None, script: Compiled | None = None, batch: int = BATCH) -> Migrated:
    """Migrate every community that is behind, archived ones included, or the one with slug `only`.

    A batch that fails is repeated one by one, so that one busy community holds up no other.
    """
    script = script or compiled()
    wanted = behind(script) if only is None else behind(script).filter(slug=only)
    ids = list(wanted.order_by("pk").values_list("pk", flat=True))
    result = Migrated()
    for start in range(0, len(ids), batch):
        chunk = ids[start : start + batch]
        if _tried(chunk, script, result) or len(chunk) == 1:
            continue
        for one in chunk:
            _tried([one], script, result)
    return result


def _tried(ids: list[uuid.UUID], script: Compiled, result: Migrated) -> bool:
    try:
        done = bring_up(ids, script)
    except DatabaseError as problem:
        if len(ids) == 1:
            slug = Community.objects.values_list("slug", flat=True).get(pk=ids[0])
            result.left[slug] = type(problem.__cause__ or problem).__name__
            log.warning("community.not_migrated", community=slug, problem=result.left[slug])
        return False
    result.done += done
    return True


@transaction.atomic
def bring_up(ids: list[uuid.UUID], script: Compiled) -> int:
    """Migrate those of these communities that are behind, in one transaction; returns how many that were.

    Raises DatabaseError: a lock not to be had in time, a statement that fails.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
        # A second run at the same time waits here, finds these done and leaves them out.
        communities = list(behind(script).select_for_update(no_key=True).filter(pk__in=ids))
        for community in communities:
            schema = quote_schema_name(community.schema_name)
            cursor.execute(f"SET LOCAL search_path = {schema}")
            cursor.execute("SELECT app || '.' || name FROM django_migrations")
            applied = {name for (name,) in cursor.fetchall()}
            missing = [text for name, text in script.sections.items() if name not in applied | {"django_migrations"}]
            for statements in missing:
                cursor.execute(statements)
            # Deferred constraint triggers would forbid the next section to alter their table.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET LOCAL search_path = public")
        Community.objects.filter(pk__in=[community.pk for community in communities]).update(
            schema_version=script.version
        )
    return len(communities)
