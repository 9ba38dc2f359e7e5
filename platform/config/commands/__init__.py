"""The command `wishbridge`: one file a subcommand, each with `add_arguments(parser)` and `run(arguments) -> exit code`."""

import argparse
import codecs
import io
import locale
import os
import sys
from importlib import import_module
from importlib.metadata import version

from config.embedded import Trouble
from hub.language import Text

from .called_wrongly import Parser
from .options import add_common_options
from .say import say_trouble

VERSION = version("wishbridge")

# name: (module, what it does)
COMMANDS = {
    "up": ("up", "start everything on one data folder, until Ctrl-C"),
    "community": ("community", "make a community, or list them"),
    "operator": ("operator", "make an operator of the platform, or an officer of a region"),
    "campaign": ("campaign", "make, start, prepare, close, reopen or list the campaigns of a community"),
    "import": ("importing", "check and import a workbook of wishes or members"),
    "form": ("form", "write a campaign's statistics form as a workbook"),
    "backup": ("backup", "write the installation or one community into a folder"),
    "restore": ("restore", "bring a backup back"),
    "clock": ("clock", "read or set the simulated clock of a trial installation"),
    "reset": ("reset", "empty the data folder"),
    "manage": ("manage", "Django's own commands"),
}


def main(argv: list[str] | None = None) -> int:
    """Run one command. 0: done; 1: refused or failed, with a sentence; 2: called wrongly."""
    if argv is None:
        _speak_utf8()
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A terminal that lacks a character gets its number, and the rest of the sentence.
                stream.reconfigure(errors="backslashreplace")
    words = sys.argv[1:] if argv is None else argv
    try:
        arguments = _parser().parse_args(words)
    except Trouble as trouble:
        say_trouble(trouble, as_json="--json" in words)
        return 2
    try:
        code: int = import_module(f"config.commands.{COMMANDS[arguments.command][0]}").run(arguments)
    except Trouble as trouble:
        say_trouble(trouble, as_json=arguments.json)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read us has read enough (| head): what was asked for is done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as problem:
        if problem.filename is None:
            raise
        say_trouble(_of_a_file(problem), as_json=arguments.json)
        return 1
    return code


def _of_a_file(problem: OSError) -> Trouble:
    """A file or folder that is not there, may not be read or written, or finds no room."""
    return Trouble(
        "no_access",
        Text(
            zh=f"无法读写 {problem.filename}：{problem.strerror}。请核对路径和权限。",
            en=f"{problem.filename} cannot be read or written: {problem.strerror}. Check the path and its permissions.",
        ),
    )


def _speak_utf8() -> None:
    """Begin anew in UTF-8 where the terminal's language is not installed: paths and sentences are Chinese.

    What we start inherits it.
    """
    encodings = (sys.getfilesystemencoding(), sys.stdout.encoding, locale.getpreferredencoding(False))
    if sys.flags.utf8_mode or all(codecs.lookup(name).name == "utf-8" for name in encodings):
        return
    os.environ["PYTHONUTF8"] = "1"
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  ourselves


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="wishbridge", description="连心桥 WishBridge")
    parser.add_argument("--version", action="version", version=f"wishbridge {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (module, purpose) in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose)
        command.set_defaults(data=None, json=False)
        add_common_options(command)
        import_module(f"config.commands.{module}").add_arguments(command)
    return parser
