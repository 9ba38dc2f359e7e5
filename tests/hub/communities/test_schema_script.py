from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, models
from django_tenants.utils import tenant_context

from hub.communities.compiled import NotCompiled, compiled, parse
from hub.communities.compiling import NotCompilable, _refuse_what_sql_cannot_repeat, compile_tenant_schema
from hub.communities.models import Community
from tests.hub.communities.catalog import catalog_of


@pytest.fixture
def made_by_django(db: None) -> Community:
    community = Community(
        slug="made-by-django",
        name="参照社区",
        region_code="630222999001",
        schema_name="c_made_by_django",
        wrapped_key=b"",
        schema_version="",
    )
    Community.objects.bulk_create([community])
    community.create_schema(verbosity=0)
    return community


def test_a_community_from_the_script_has_the_catalog_that_djangos_migrations_make(
    community_named: Callable[[str], Community], made_by_django: Community
) -> None:
    from_script = catalog_of(community_named("from-script").schema_name)
    from_django = catalog_of(made_by_django.schema_name)

    assert from_script["tables"], "the script made no table at all"
    for kind, expected in from_django.items():
        assert from_script[kind] == expected, f"{kind} differ"


def test_a_community_from_the_script_knows_the_migrations_of_every_tenants_room(
    community_named: Callable[[str], Community], made_by_django: Community
) -> None:
    labels = {name.rpartition(".")[2] for name in settings.TENANT_APPS}

    def applied(community: Community) -> set[tuple[str, str]]:
        with tenant_context(community), connection.cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            return {(app, name) for app, name in cursor.fetchall() if app in labels}

    assert applied(community_named("from-script")) == applied(made_by_django) != set()


def test_migrations_leave_no_rows_behind_that_a_script_of_definitions_would_miss(made_by_django: Community) -> None:
    with tenant_context(made_by_django), connection.cursor() as cursor:
        for name, *_ in catalog_of(made_by_django.schema_name)["tables"]:
            if name != "django_migrations":
                cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}")
                assert cursor.fetchone() == (0,), name


@pytest.mark.django_db
def test_the_committed_script_is_what_the_migrations_compile_to() -> None:
    assert compile_tenant_schema() == compiled().script, "run: wishbridge manage compile_tenant_schema"


@pytest.mark.django_db
def test_compiling_leaves_no_schema_behind_and_the_connection_where_it_was() -> None:
    before = connection.tenant
    compile_tenant_schema()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'scratch_%'")
        assert cursor.fetchone() == (0,)
        cursor.execute("SHOW search_path")
        assert cursor.fetchone() == ('"public"',) or connection.tenant is before


@pytest.mark.django_db
def test_the_check_passes_on_the_committed_script() -> None:
    call_command("compile_tenant_schema", check=True, verbosity=0)


def test_a_migration_that_runs_python_is_refused() -> None:
    from django.db.migrations import Migration, RunPython

    class Backfill(Migration):
        operations = (RunPython(lambda apps, editor: None),)

    with pytest.raises(NotCompilable, match="runs Python"):
        _refuse_what_sql_cannot_repeat(Backfill("0002_backfill", "wishes"))


def test_a_text_that_is_no_script_is_refused() -> None:
    with pytest.raises(NotCompiled, match="no compiled script"):
        parse("SELECT 1;")


def test_no_table_of_a_tenants_room_refers_to_the_hub() -> None:
    assert " public." not in compiled().script
    assert issubclass(Community, models.Model)
    assert '"communities_' not in compiled().script
    assert '"accounts_' not in compiled().script
