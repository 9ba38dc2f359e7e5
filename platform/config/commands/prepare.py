"""What happens between "the database answers" and "the programs start": schema, demo, address in the network.

    python -m config.commands.prepare [--empty] [--lan SLUG ADDRESS]

A process of its own, so that the supervisor never holds Django or a connection.
"""

import argparse
import json
import sys
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from config.embedded import Trouble
from hub.language import Text

from .say import say, say_trouble


def bring_schema_up_to_date() -> None:
    """Migrate the hub, then the communities. Raises Trouble for a database that a newer program has changed."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    from hub.bells.ringing import READING, ring_everywhere
    from hub.communities.migrating import migrate_communities

    loader = MigrationLoader(connection)
    ours = {label for label, _ in loader.disk_migrations}
    newer = sorted(
        ".".join(key) for key in loader.applied_migrations if key not in loader.disk_migrations and key[0] in ours
    )
    if newer:
        raise Trouble(
            "newer_schema",
            Text(
                zh=f"数据库已由更新版本的 WishBridge 升级（{newer[-1]}），本程序无法使用它。请安装那个版本。",
                en=f"A newer WishBridge has changed the database ({newer[-1]}), so this one cannot use it."
                " Install that version.",
            ),
        )
    call_command("migrate_schemas", shared=True, verbosity=0)
    migrated = migrate_communities()
    if migrated.done:
        # What an earlier program stored may be kept otherwise by this one.
        ring_everywhere(READING)
    if left := migrated.left:
        raise Trouble(
            "communities_not_migrated",
            Text(
                zh=f"有 {len(left)} 个社区的数据没能升级（{'、'.join(left)}）。请停止仍在使用数据库的程序，再启动一次。",
                en=f"{len(left)} communities could not be brought up to date ({', '.join(left)})."
                " Stop what still uses the database and start again.",
            ),
        )


def main() -> int:
    """0: ready for the programs. 1: a sentence was printed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--empty", action="store_true")
    parser.add_argument("--lan", nargs=2, metavar=("SLUG", "ADDRESS"))
    arguments = parser.parse_args()
    # session.py itself calls this module: not at its head.
    from .session import set_up

    try:
        set_up()
        _refuse_unknown_gateway()
        bring_schema_up_to_date()
        if not arguments.empty:
            _fill_with_demo()
        _give_address(*(arguments.lan or (None, None)))
        _write_hosts()
    except Trouble as trouble:
        say_trouble(trouble, as_json=False)
        return 1
    return 0


def _refuse_unknown_gateway() -> None:
    # Found by the worker only, it would leave pages that work and messages that never go.
    from hub.sms.gateways.chosen import chosen_gateway

    try:
        chosen_gateway()
    except ImproperlyConfigured as problem:
        raise Trouble(
            "gateway_unknown",
            Text(
                zh=f"没有名为“{settings.WISHBRIDGE_SMS_GATEWAY}”的短信通道。请核对 WISHBRIDGE_SMS_GATEWAY；试用请填 local。",
                en=str(problem),
            ),
        ) from problem


def _fill_with_demo() -> None:
    """The demo county, when nothing is here yet, or what an earlier start did not finish of it."""
    from config.demo import fill

    keys = _data() / "keys"
    if settings.WISHBRIDGE_ENV == "local" and fill.is_wanted(keys):
        say(Text(zh="正在准备演示数据（一个县、40 个社区）……", en="Filling in the demo county (40 communities) …"))
        fill.fill(keys, report=lambda line: print(f"  {line}", flush=True))


def _give_address(slug: str | None, address: str | None) -> None:
    """This machine's address belongs to the community named now, and to none that was named at an earlier start."""
    from hub.communities.models import Community, Domain

    kept = _data() / "run" / "lan-address"
    former = kept.read_text().strip() if kept.exists() else ""
    if former and former != address:
        Domain.objects.filter(domain=former).delete()
        kept.unlink()
    if slug is None or address is None:
        return
    community = Community.objects.filter(slug=slug).first()
    if community is None:
        raise Trouble(
            "unknown_community",
            Text(zh=f"没有社区“{slug}”。", en=f"There is no community “{slug}”."),
        )
    Domain.objects.update_or_create(domain=address, defaults={"tenant": community, "is_primary": False})
    kept.write_text(address)


def _write_hosts() -> None:
    """The addresses that `up` prints: the platform, and the first communities."""
    from hub.communities.models import Domain

    hosts = [{"host": settings.WISHBRIDGE_PLATFORM_HOSTS[0], "what": "平台 platform"}]
    domains = Domain.objects.select_related("tenant").order_by("tenant__created_at", "domain")
    interesting = [d for d in domains if d.tenant.slug in ("haihong", "binhe") or not d.is_primary]
    for domain in interesting or domains[:5]:
        hosts.append({"host": domain.domain, "what": f"{domain.tenant.name} {domain.tenant.slug}"})
    (_data() / "run" / "hosts.json").write_text(json.dumps(hosts, ensure_ascii=False))


def _data() -> Path:
    return Path(settings.WISHBRIDGE_DATA)


if __name__ == "__main__":
    sys.exit(main())
