"""`wishbridge operator NAME --phone …`: whoever runs the platform, or (`--region`) an officer of a region."""

import argparse

from hub.language import Text

from .refusals import as_trouble
from .say import say, say_json
from .session import installation

MADE = Text(
    zh="{name}，手机 {phone}，初始密码 {password}（首次登录后须修改）",
    en="{name}, telephone {phone}, first password {password} (to be changed at the first login)",
)
KNOWN = Text(zh="已有密码，照旧使用", en="the one that is in use already")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="the person's name")
    parser.add_argument("--phone", required=True, help="the mobile number to log in with")
    parser.add_argument("--region", help="a prefix of the region code (630222): an officer of it, not an operator")


def run(arguments: argparse.Namespace) -> int:
    """Make the account, or give it the part. Raises Trouble with the sentence of the verb that refused."""
    with installation(arguments.data, make=True), as_trouble():
        from hub.accounts.inviting import make_officer, make_operator

        if arguments.region:
            invitation = make_officer(arguments.phone, arguments.name, arguments.region)
        else:
            invitation = make_operator(arguments.phone, arguments.name)
    password = invitation.first_password
    if arguments.json:
        say_json(
            {"name": arguments.name, "phone": arguments.phone, "region": arguments.region, "first_password": password}
        )
    else:
        say(MADE.format(name=arguments.name, phone=arguments.phone, password=password or KNOWN))
    return 0
