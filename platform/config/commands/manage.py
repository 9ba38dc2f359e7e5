"""`wishbridge manage …`: Django's commands on the installation. `wishbridge manage --data DIR -- migrate --plan`."""

import argparse
import sys
from pathlib import Path

from .session import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="…", help="the command and its arguments")


def _said(arguments: argparse.Namespace) -> tuple[Path | None, list[str]]:
    """The folder and Django's words. `--data` names the folder behind the words too: another one must never be meant."""
    if arguments.words[:1] == ["--"]:
        return arguments.data, [word for word in arguments.words if word != "--"]
    ours = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    ours.add_argument("--data", type=Path, default=arguments.data)
    found, words = ours.parse_known_args(arguments.words)
    return found.data, words


def run(arguments: argparse.Namespace) -> int:
    """Run one of Django's commands; its exit code is ours."""
    data, words = _said(arguments)
    with installation(data):
        from django.core.management import execute_from_command_line

        try:
            execute_from_command_line(["wishbridge manage", *words])
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 1
    sys.stdout.flush()
    return 0
