"""The whole installation: hub and all communities, of one moment; restored beside the present one, then swapped."""

from pathlib import Path

from psycopg import sql

from config.embedded import Trouble
from hub import envelope
from hub.clock import now
from hub.communities.models import Community
from hub.language import Text

from .dumps import Database, dump_schema, one_moment, restore_dump
from .manifest import Manifest, fingerprint, wrong_key

# Nothing that was on its way when the backup was made is sent by what is restored: it may have gone out since.
HOLD_MESSAGES = (
    "UPDATE sms_message SET state = 'suppressed', why = 'restored', reference = NULL, lease_until = NULL"
    " WHERE state IN ('due', 'sending', 'unknown')"
)


def describe(kind: str, communities: list[Community], version: str) -> Manifest:
    """A manifest without its files."""
    with Database.ours().connect() as connection:
        row = connection.execute("SHOW server_version").fetchone()
    assert row is not None
    return Manifest(
        kind=kind,
        made_at=now().isoformat(timespec="seconds"),
        wishbridge=version,
        postgresql=str(row[0]),
        key_fingerprint=fingerprint(envelope.master_key()),
        communities=[
            {
                "id": str(community.pk),
                "slug": community.slug,
                "name": community.name,
                "region_code": community.region_code,
                "schema": community.schema_name,
                "schema_version": community.schema_version,
            }
            for community in communities
        ],
    )


def back_up(folder: Path, version: str) -> Manifest:
    """Write everything into `folder`: hub.dump and communities/<schema>.dump."""
    database = Database.ours()
    manifest = describe("installation", list(Community.objects.order_by("region_code")), version)
    (folder / "communities").mkdir()
    with one_moment(database) as snapshot:
        dump_schema(database, "public", folder / "hub.dump", snapshot)
        for community in manifest.communities:
            dump_schema(database, community["schema"], folder / f"communities/{community['schema']}.dump", snapshot)
    manifest.write(folder)
    return manifest


def restore(folder: Path, manifest: Manifest, *, replace: bool) -> str | None:
    """Put the backup in the place of what is here. Returns the name under which the former database was kept.

    Everything is restored into a new database first; the present one is only renamed, at the very end. The program
    must not be running. replace: agree to this although communities are here. Raises Trouble.
    """
    if Community.objects.exists() and not replace:
        raise Trouble(
            "not_empty",
            Text(
                zh="这里已有社区数据。若确定要用备份代替它们，请加上 --replace（原来的数据库会改名保留）。",
                en="There are communities here. To put the backup in their place, add --replace"
                " (the present database is kept under another name).",
            ),
        )
    from django.db import connection

    database = Database.ours()
    stamp = now().strftime("%Y%m%d_%H%M%S")
    fresh, former = (
        database.beside(f"{database.name}_restored_{stamp}"),
        database.beside(f"{database.name}_until_{stamp}"),
    )
    fresh.create()
    try:
        with fresh.connect() as admin:
            # The dump brings the schema itself along.
            admin.execute("DROP SCHEMA public CASCADE")
        restore_dump(fresh, folder / "hub.dump")
        for community in manifest.communities:
            restore_dump(fresh, folder / f"communities/{community['schema']}.dump")
        with fresh.connect() as admin:
            _open_a_key(admin.execute("SELECT wrapped_key FROM communities_hubkey").fetchone())
            admin.execute(HOLD_MESSAGES)
    except BaseException:
        fresh.drop()
        raise
    connection.close()
    with database.beside("postgres").connect() as admin:
        for old, new in ((database.name, former.name), (fresh.name, database.name)):
            admin.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new)))
    with database.connect() as admin:
        admin.execute("ANALYZE")
    return former.name


def _open_a_key(row: tuple[object, ...] | None) -> None:
    if row is None:
        return
    try:
        envelope.unwrap(bytes(row[0]), "hub")  # type: ignore[call-overload]  # psycopg gives bytes for bytea
    except envelope.KeyTrouble as problem:
        raise wrong_key() from problem
