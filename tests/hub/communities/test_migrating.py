from collections.abc import Callable, Iterator

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from hub.actor import SYSTEM
from hub.communities import migrating, states
from hub.communities.compiled import Compiled, compiled
from hub.communities.migrating import behind, migrate_communities
from hub.communities.models import Community
from hub.communities.states import archive, restore
from tests.hub.communities.catalog import table_names

Make = Callable[[str], Community]

pytestmark = pytest.mark.django_db(transaction=True)


def with_section(name: str, statements: str) -> Compiled:
    """The next version of the script: the committed one and one migration more."""
    app, _, migration = name.partition(".")
    row = f"INSERT INTO django_migrations (app, name, applied) VALUES ('{app}', '{migration}', now());\n"
    whole = compiled()
    return Compiled(
        f"{len(whole.sections) + 1:04d}-{'f' * 16}", whole.script, {**whole.sections, name: statements + "\n" + row}
    )


NEXT = with_section("wishes.9999_next", "CREATE TABLE wishes_next (id bigint PRIMARY KEY);")


def versions() -> dict[str, str]:
    return dict(Community.objects.values_list("slug", "schema_version"))


@pytest.fixture
def busy() -> Iterator[Callable[[Community], None]]:
    """Holds a lock on a table of a community, as a long request would."""
    parameters = connection.get_connection_params()
    wanted = {key: parameters[key] for key in ("dbname", "user", "password", "host", "port") if parameters.get(key)}
    with psycopg.connect(**wanted) as session:

        def hold(community: Community) -> None:
            session.execute(f'LOCK TABLE "{community.schema_name}".wishes_wish IN ACCESS SHARE MODE')

        yield hold
        session.rollback()


def test_communities_that_are_behind_get_the_missing_sections_and_only_those(community_named: Make) -> None:
    one, two = community_named("one"), community_named("two")
    result = migrate_communities(script=NEXT)
    assert (result.done, result.left) == (2, {})
    for community in (one, two):
        assert "wishes_next" in table_names(community.schema_name)
    assert set(versions().values()) == {NEXT.version}
    assert migrate_communities(script=NEXT).done == 0


def test_a_community_that_a_later_program_has_migrated_is_left_alone(community_named: Make) -> None:
    community_named("one")
    migrate_communities(script=NEXT)
    assert list(behind(compiled())) == []
    assert migrate_communities().done == 0
    assert versions() == {"one": NEXT.version}


def test_an_archived_community_is_brought_up_when_it_is_restored(
    community_named: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = community_named("one")
    archive(one, reason="", by=SYSTEM)
    monkeypatch.setattr(states, "compiled", lambda: NEXT)
    restore(one, by=SYSTEM)
    assert versions() == {"one": NEXT.version}
    assert "wishes_next" in table_names(one.schema_name)


def test_one_community_can_be_migrated_alone(community_named: Make) -> None:
    community_named("one"), community_named("two")
    assert migrate_communities(script=NEXT, only="two").done == 1
    assert versions() == {"one": compiled().version, "two": NEXT.version}


def test_a_busy_community_is_left_for_the_next_run_and_holds_up_no_other(
    community_named: Make, busy: Callable[[Community], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrating, "LOCK_TIMEOUT", "200ms")
    one, _ = community_named("one"), community_named("two")
    altered = with_section("wishes.9999_alter", "ALTER TABLE wishes_wish ADD COLUMN later integer;")
    busy(one)
    result = migrate_communities(script=altered)
    assert (result.done, result.left) == (1, {"one": "LockNotAvailable"})
    assert versions() == {"one": compiled().version, "two": altered.version}


def test_a_section_that_fails_leaves_its_community_as_it_was(community_named: Make) -> None:
    one = community_named("one")
    broken = with_section("wishes.9999_broken", "CREATE TABLE wishes_next (id bigint); SELECT 1 / 0;")
    result = migrate_communities(script=broken)
    assert (result.done, result.left) == (0, {"one": "DivisionByZero"})
    assert "wishes_next" not in table_names(one.schema_name)
    assert versions() == {"one": compiled().version}


def test_the_connection_is_on_the_hub_after_migrating(community_named: Make) -> None:
    community_named("one")
    migrate_communities(script=NEXT)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        assert cursor.fetchone() == ("public",)


def test_the_command_names_its_community_or_all_or_fails(community_named: Make) -> None:
    community_named("one")
    with pytest.raises(CommandError, match="--all"):
        call_command("migrate_communities")
    call_command("migrate_communities", "--all", verbosity=0)
