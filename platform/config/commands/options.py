"""Options that every command understands, before and after the name of its verb."""

import argparse
from pathlib import Path


def add_common_options(parser: argparse.ArgumentParser) -> None:
    """--data and --json; the values that hold without them are set once, by the command's own parser."""
    suppress = argparse.SUPPRESS
    parser.add_argument("--data", type=Path, default=suppress, help="the data folder (WISHBRIDGE_DATA, else .data)")
    parser.add_argument("--json", action="store_true", default=suppress, help="report as one JSON document")
