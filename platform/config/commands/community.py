"""`wishbridge community create|list`: make a community with its first administrator, or list those there are."""

import argparse
from typing import Any

from hub.language import Text

from .options import add_common_options
from .refusals import as_trouble
from .say import say, say_json
from .session import installation

MADE = Text(zh="已建立{name}：{host}", en="{name} is made: {host}")
LOGIN = Text(
    zh="管理员 {name}，手机 {phone}，首次密码 {password}（首次登录后须修改）",
    en="Administrator {name}, telephone {phone}, first password {password} (to be changed at the first login)",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="create|list")
    create = verbs.add_parser("create", help="make a community and its first administrator")
    create.add_argument("slug", help="its name in addresses, such as haihong")
    create.add_argument("--name", required=True, help="such as 海鸿社区")
    create.add_argument("--region-code", required=True, help="the 12-digit code of the community")
    create.add_argument(
        "--region-name",
        action="append",
        default=[],
        dest="region_names",
        help="names of province, city, county and town, in this order (give it up to four times)",
    )
    create.add_argument("--host", action="append", default=[], dest="hosts", help="a further host it answers on")
    create.add_argument("--administrator", required=True, help="name of the first administrator")
    create.add_argument("--phone", required=True, help="the administrator's mobile number, to log in with")
    for verb in (create, verbs.add_parser("list", help="all communities")):
        add_common_options(verb)


def run(arguments: argparse.Namespace) -> int:
    """Carry out the verb. Raises Trouble with the sentence of the verb that refused."""
    return _create(arguments) if arguments.verb == "create" else _list(arguments)


def _create(arguments: argparse.Namespace) -> int:
    with installation(arguments.data, named=True), as_trouble():
        from django.db import transaction

        from hub.accounts.inviting import create_first_administrator
        from hub.actor import SYSTEM
        from hub.communities.provisioning import create_community

        # One transaction: a community that nobody can log in to never remains.
        with transaction.atomic():
            community = create_community(
                slug=arguments.slug,
                name=arguments.name,
                region_code=arguments.region_code,
                region_names=arguments.region_names,
                hosts=arguments.hosts,
                by=SYSTEM,
            )
            invitation = create_first_administrator(
                arguments.phone, arguments.administrator, community=community, by=SYSTEM
            )
        made = _as_row(community) | {
            "administrator": {
                "name": invitation.seat.name,
                "phone": arguments.phone,
                "first_password": invitation.first_password,
            }
        }
    if arguments.json:
        say_json(made)
        return 0
    say(MADE.format(name=made["name"], host=made["hosts"][0]))
    say(LOGIN.format(name=arguments.administrator, phone=arguments.phone, password=invitation.first_password or "-"))
    return 0


def _list(arguments: argparse.Namespace) -> int:
    with installation(arguments.data, named=True):
        from hub.communities.models import Community

        rows = [
            _as_row(community) for community in Community.objects.order_by("region_code").prefetch_related("domains")
        ]
    if arguments.json:
        say_json({"communities": rows})
        return 0
    for row in rows:
        print(f"{row['region_code']}  {row['slug']:<24} {row['state']:<10} {row['name']}  {' '.join(row['hosts'])}")
    return 0


def _as_row(community: Any) -> dict[str, Any]:
    return {
        "id": str(community.id),
        "slug": community.slug,
        "name": community.name,
        "region_code": community.region_code,
        "state": str(community.state),
        "hosts": [d.domain for d in sorted(community.domains.all(), key=lambda d: (not d.is_primary, d.domain))],
    }
