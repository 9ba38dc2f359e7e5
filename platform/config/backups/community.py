"""One community: its schema and what the hub knows about it. Restored beside, then swapped; no other is touched."""

import base64
import json
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django_tenants.utils import tenant_context
from psycopg import sql

from config.embedded import Trouble
from hub import envelope
from hub.actor import SYSTEM
from hub.bells.ringing import FIGURES, LADDER, READING, ring
from hub.communities.compiled import compiled
from hub.communities.migrating import migrate_communities
from hub.communities.models import Community, CommunityEvent, Domain
from hub.language import Text
from hub.privacy.keys import keys_of, owner_of

from .dumps import Database, dump_schema, restore_dump
from .hubrows import read_rows, write_rows
from .installation import describe
from .manifest import Manifest, fingerprint, wrong_key

ON_THEIR_WAY = ("due", "sending", "unknown")


def back_up(folder: Path, community: Community, version: str) -> Manifest:
    """Write the community into `folder`: schema.dump and hub.jsonl, both of the same moment."""
    manifest = describe("community", [community], version)
    with _snapshot() as snapshot:
        dump_schema(Database.ours(), community.schema_name, folder / "schema.dump", snapshot)
        manifest.rows = write_rows(folder / "hub.jsonl", community, keys_of(community))
    manifest.write(folder)
    return manifest


@contextmanager
def _snapshot() -> Iterator[str]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]


def restore(folder: Path, manifest: Manifest, *, replace: bool, master: bytes | None) -> Community:
    """Bring the community back, also while the program runs.

    replace: agree that what the community has now is thrown away. master: the master key of the installation that
    made the backup, where it is not the one here. Raises Trouble; then nothing has changed.
    """
    described = manifest.communities[0]
    present = Community.objects.filter(pk=described["id"]).first()
    if present is not None and not replace:
        raise Trouble(
            "community_exists",
            Text(
                zh=f"社区“{described['slug']}”已存在。若确定要用备份代替它现在的数据，请加上 --replace。",
                en=f"The community “{described['slug']}” exists. To put the backup in the place of what it has now,"
                " add --replace.",
            ),
        )
    wrapped = _rewrapped(folder, manifest, master)
    rows = read_rows(folder / "hub.jsonl", keys_of(Community(pk=described["id"], wrapped_key=wrapped)))
    restored: Any = rows["communities.Community"][0]
    restored.wrapped_key = wrapped
    if present is None:
        _look_for_a_stranger(restored)
    aside = f"{restored.schema_name}__restored"
    try:
        _lay_beside(folder / "schema.dump", restored.schema_name, aside)
        with transaction.atomic():
            _put_rows(restored, rows)
            _swap(restored.schema_name, aside)
    except BaseException:
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(aside)))
        raise
    migrate_communities(only=restored.slug)
    back = Community.objects.get(pk=restored.pk)
    with tenant_context(back):
        for kind in (LADDER, FIGURES, READING):
            ring(kind)
    return back


def _rewrapped(folder: Path, manifest: Manifest, master: bytes | None) -> bytes:
    """The community's key, wrapped with the master key here."""
    here = envelope.master_key()
    theirs = master or here
    if fingerprint(theirs) != manifest.key_fingerprint:
        raise wrong_key()
    owner = owner_of(uuid.UUID(manifest.communities[0]["id"]))
    with (folder / "hub.jsonl").open(encoding="utf-8") as stream:
        first = json.loads(stream.readline())
    data_key = envelope.unwrap(base64.b64decode(first["fields"]["wrapped_key"]), owner, master=theirs)
    return envelope.wrap(data_key, owner)


def _look_for_a_stranger(restored: Community) -> None:
    """Another community with the same name in addresses or the same code stands in the way."""
    stranger = Community.objects.filter(
        models.Q(slug=restored.slug) | models.Q(region_code=restored.region_code)
    ).first()
    if stranger is not None:
        raise Trouble(
            "another_community_in_the_way",
            Text(
                zh=f"这里已有另一个社区“{stranger.slug}”({stranger.region_code})，与备份中的社区同名或同代码，因此没有恢复。",
                en=f"Another community “{stranger.slug}” ({stranger.region_code}) has this name or code here,"
                " so nothing was restored.",
            ),
        )


def _lay_beside(dump: Path, schema: str, aside: str) -> None:
    """The dump's schema under another name in our database. It gets that name in a scratch database first."""
    database = Database.ours()
    with database.scratch() as scratch, tempfile.TemporaryDirectory(prefix="wishbridge-restore-") as temporary:
        restore_dump(scratch, dump)
        with scratch.connect() as admin:
            admin.execute(sql.SQL("ALTER SCHEMA {} RENAME TO {}").format(sql.Identifier(schema), sql.Identifier(aside)))
            _check_versions(admin.execute(sql.SQL("SELECT app || '.' || name FROM {}.django_migrations").format(
                sql.Identifier(aside))).fetchall())  # fmt: skip
        renamed = Path(temporary) / "renamed.dump"
        dump_schema(scratch, aside, renamed)
        with database.connect() as admin:
            # Left by a restore that was killed.
            admin.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(aside)))
        restore_dump(database, renamed)


def _check_versions(applied: list[tuple[Any, ...]]) -> None:
    unknown = sorted({name for (name,) in applied} - set(compiled().sections))
    if unknown:
        raise Trouble(
            "newer_backup",
            Text(
                zh=f"备份由更新版本的 WishBridge 生成（{unknown[-1]}）。请先升级本程序。",
                en=f"A newer WishBridge made the backup ({unknown[-1]}). Bring this one up to date first.",
            ),
        )


def _swap(schema: str, aside: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema)))
        cursor.execute(sql.SQL("ALTER SCHEMA {} RENAME TO {}").format(sql.Identifier(aside), sql.Identifier(schema)))


def _put_rows(restored: Any, rows: dict[str, list[Any]]) -> None:
    """The hub's rows: places and roles as in the backup; logs and messages only ever gain rows."""
    Community.objects.bulk_create(
        [restored],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[field.name for field in Community._meta.concrete_fields if not field.primary_key],
    )
    _put_domains(restored, rows["communities.Domain"])
    ids = _put_accounts(rows["accounts.Account"])
    for label in ("accounts.Seat", "accounts.Membership", "accounts.AccountEvent"):
        for row in rows[label]:
            row.account_id = ids.get(row.account_id, row.account_id)
    for label in ("accounts.Seat", "accounts.Membership"):
        model = apps.get_model(label)
        model.objects.filter(community=restored).delete()
        model.objects.bulk_create(rows[label])
    for label in ("rollups.CommunityYear", "rollups.CommunityDay"):
        model = apps.get_model(label)
        model.objects.filter(community=restored).delete()
        for row in rows[label]:
            row.pk = None  # a number of the former installation's own
        model.objects.bulk_create(rows[label])
    for row in rows["sms.Message"]:
        if row.state in ON_THEIR_WAY:
            row.state, row.why, row.reference, row.lease_until = "suppressed", "restored", None, None
    for label in (
        "communities.Region",
        "communities.CommunityEvent",
        "accounts.AccountEvent",
        "privacy.AccessLog",
        "sms.Message",
    ):
        apps.get_model(label).objects.bulk_create(rows[label], ignore_conflicts=True)
    CommunityEvent.objects.create(community=restored, verb="restore_backup", actor_id=SYSTEM.account_id)


def _put_domains(restored: Community, domains: list[Any]) -> None:
    """Its hosts: the first one is named after this installation, the others come along where they are free."""
    Domain.objects.filter(tenant=restored).delete()
    main = f"{restored.slug}.{settings.WISHBRIDGE_BASE_DOMAIN}"
    hosts = {main: True} | {
        domain.domain: False for domain in domains if not domain.is_primary and domain.domain != main
    }
    taken = set(Domain.objects.filter(domain__in=hosts).values_list("domain", flat=True))
    Domain.objects.bulk_create(
        Domain(domain=host, tenant=restored, is_primary=first) for host, first in hosts.items() if host not in taken
    )


def _put_accounts(accounts: list[Any]) -> dict[Any, Any]:
    """Make accounts that are not here. Returns which present account stands for one of the backup.

    An account is a telephone number: one that is known here under another identifier is the same person.
    """
    model = apps.get_model("accounts.Account")
    here = set(model.objects.filter(pk__in=[account.pk for account in accounts]).values_list("pk", flat=True))
    blinds = [account.phone_blind for account in accounts]
    by_phone = {
        bytes(index): pk for pk, index in model.objects.filter(phone_blind__in=blinds).values_list("pk", "phone_blind")
    }
    ids = {}
    for account in accounts:
        if account.pk in here:
            continue
        if account.phone_blind in by_phone:
            ids[account.pk] = by_phone[account.phone_blind]
        else:
            # What somebody may do on the platform is decided here, never by a backup.
            account.is_operator = False
            model.objects.bulk_create([account])
    return ids
