"""`wishbridge operator NAME --phone …`: whoever runs the platform, or (`--region`) an officer of a region."""

import argparse

from config.embedded import Trouble
from hub.language import Text

from .refusals import as_trouble
from .say import say, say_json
from .session import installation

MADE = Text(
    zh="{name}，手机 {phone}，首次密码 {password}（首次登录后须修改）",
    en="{name}, telephone {phone}, first password {password} (to be changed at the first login)",
)
KNOWN = Text(zh="已有密码，照旧使用", en="the one that is in use already")

ONE_OR_THE_OTHER = Text(
    zh="--reset-password 只重设密码，不指定地区；--region 指定督导员的地区。请分两次执行。",
    en="--reset-password only renews a password, --region names an officer's region: run one after the other.",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", default="", help="the person's name; not needed with --reset-password")
    parser.add_argument("--phone", required=True, help="the mobile number to log in with")
    parser.add_argument("--region", help="a prefix of the region code (630222): an officer of it, not an operator")
    parser.add_argument("--reset-password", action="store_true", help="a new first password for one who lost the own")


def run(arguments: argparse.Namespace) -> int:
    """Make the account, or give it the part. Raises Trouble with the sentence of the verb that refused."""
    if arguments.reset_password and arguments.region:
        raise Trouble("one_or_the_other", ONE_OR_THE_OTHER)
    with installation(arguments.data, named=True), as_trouble():
        from hub.accounts.inviting import REGION_NOT_HERE, make_officer, make_operator, renew_on_the_platform
        from hub.communities.regions import is_known_region
        from hub.refusal import Refusal

        if arguments.reset_password:
            invitation = renew_on_the_platform(arguments.phone, arguments.name)
        elif arguments.region:
            # By hand a code is mistyped: who looks after a region that has no community here yet makes that one first.
            if arguments.region.isdigit() and not is_known_region(arguments.region):
                raise Refusal(
                    "region_unknown", REGION_NOT_HERE, status=400, field="region", given=arguments.region[:20]
                )
            invitation = make_officer(arguments.phone, arguments.name, arguments.region)
        else:
            invitation = make_operator(arguments.phone, arguments.name)
        name = invitation.seat.name
    password = invitation.first_password
    if arguments.json:
        say_json({"name": name, "phone": arguments.phone, "region": arguments.region, "first_password": password})
    else:
        say(MADE.format(name=name, phone=arguments.phone, password=password or KNOWN))
    return 0
