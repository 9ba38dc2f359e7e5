"""Compile the migrations of the tenants' rooms into tenants/schema.sql.

The migrations are really run, in a scratch schema whose transaction is rolled back, and what they execute is
written down: only so do operations that look a constraint's name up in the database come out right.
"""

import hashlib
import uuid
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.migrations import Migration, RunPython
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations.base import Operation
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState
from django_tenants.postgresql_backend.base import FakeTenant

from hub.communities.compiled import SECTION, VERSION
from hub.communities.whereabouts import stand_on, tenant_here

_HEAD = """\
-- The schema of one community, compiled from the migrations of the rooms in tenants/.
-- Written by `wishbridge manage compile_tenant_schema`; do not edit.
"""


# PostgreSQL's own, which the stubs of the general backend do not know.
_operations: Any = connection.ops


class NotCompilable(RuntimeError):
    """A migration does what a script of SQL cannot repeat."""


class _Scratch(Exception):
    """Ends the transaction of the scratch schema."""


class _Recorder(DatabaseSchemaEditor):
    """Executes as Django does, and writes down each statement with its values in it."""

    def __init__(self) -> None:
        super().__init__(connection, atomic=False)
        self.statements: list[str] = []

    def execute(self, sql: Any, params: Any = ()) -> None:
        statement = str(sql) if params is None else _operations.compose_sql(str(sql), params)
        self.statements.append(statement.rstrip().rstrip(";") + ";")
        super().execute(statement, None)


def compile_tenant_schema() -> str:
    """The script's text. Raises NotCompilable for a migration that runs Python, or runs outside a transaction."""
    schema = f"scratch_{uuid.uuid4().hex}"
    before = tenant_here()
    sections: list[str] = []
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f'CREATE SCHEMA "{schema}"')
            # Without public in the search path, a reference that leaves the schema fails here.
            stand_on(FakeTenant(schema), hub_too=False)
            sections = _sections()
            raise _Scratch
    except _Scratch:
        pass
    finally:
        stand_on(before)
    body = "\n".join(sections)
    # The number first: who is ahead of whom shows in the version itself.
    version = f"{len(sections):04d}-{hashlib.sha256(body.encode()).hexdigest()[:16]}"
    return f"{_HEAD}{VERSION}{version}\n\n{body}"


def _sections() -> list[str]:
    with _Recorder() as editor:
        editor.create_model(MigrationRecorder.Migration)
    sections = [_section("django_migrations", editor.statements)]
    labels = {apps.get_app_config(name.rpartition(".")[2]).label for name in settings.TENANT_APPS}
    executor = MigrationExecutor(connection)
    targets = [key for key in executor.loader.graph.leaf_nodes() if key[0] in labels]
    state = ProjectState(real_apps=executor.loader.unmigrated_apps)
    for migration, _ in executor.migration_plan(targets, clean_start=True):
        if migration.app_label not in labels:
            state = migration.mutate_state(state, preserve=False)
            continue
        _refuse_what_sql_cannot_repeat(migration)
        with _Recorder() as editor:
            state = migration.apply(state, editor)
        row = _operations.compose_sql(
            "INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, now());",
            [migration.app_label, migration.name],
        )
        sections.append(_section(f"{migration.app_label}.{migration.name}", [*editor.statements, row]))
    return sections


def _section(name: str, statements: list[str]) -> str:
    return "\n".join([f"{SECTION}{name}", *statements, ""])


def _refuse_what_sql_cannot_repeat(migration: Migration) -> None:
    if not migration.atomic:
        raise NotCompilable(f"{migration} has atomic = False; communities are migrated inside a transaction.")
    for operation in _flat(migration.operations):
        if isinstance(operation, RunPython) and operation.code is not RunPython.noop:
            raise NotCompilable(f"{migration} runs Python; write it as RunSQL, or as a verb that is run afterwards.")


def _flat(operations: Any) -> list[Operation]:
    return [inner for operation in operations for inner in (operation, *getattr(operation, "database_operations", ()))]
