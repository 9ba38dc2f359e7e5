"""`wishbridge manage …`: Django's commands on the installation. `wishbridge manage --data DIR -- migrate --plan`."""

import argparse
import sys

from .session import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="…", help="the command and its arguments")


def run(arguments: argparse.Namespace) -> int:
    """Run one of Django's commands; its exit code is ours."""
    words = [word for word in arguments.words if word != "--"] if arguments.words[:1] == ["--"] else arguments.words
    with installation(arguments.data):
        from django.core.management import execute_from_command_line

        try:
            execute_from_command_line(["wishbridge manage", *words])
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 1
    sys.stdout.flush()
    return 0
