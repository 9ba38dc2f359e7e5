"""`make bench`: the figures that the product is held to, on a real installation of their own, in one run.

    python -m tests.bench [provisioning] [race] [board] [import] [vitals] [district] [ticks] [rollup] [balancing] [--json]

Nothing here is a promise of a machine: ratios are what can be compared, and all come from the same minutes.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

from config.commands.datafolder import DataFolder
from tests.runtime.installation import Installation

FIGURES = ("provisioning", "race", "board", "import", "vitals", "district", "ticks", "rollup", "balancing")


def main() -> int:
    """Print a line a figure, or one JSON document. 1 when a promise among them was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("figures", nargs="*", choices=[*FIGURES, []], help="which of them (all)")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    results: dict[str, Any] = {}
    # More web processes than cores would only measure their quarrel.
    settings = {"WISHBRIDGE_WEB_PROCESSES": "2", "WISHBRIDGE_WEB_REQUESTS": "0"}
    with (
        tempfile.TemporaryDirectory(prefix="wishbridge-bench-") as temporary,
        Installation(Path(temporary) / "data", "--empty", **settings) as installation,
    ):
        _join(installation)
        for name in arguments.figures or FIGURES:
            results[name] = _figure(name)(installation)
            if not arguments.json:
                sys.stdout.write(f"{name:<13} {results[name]['line']}\n")
                sys.stdout.flush()
    if arguments.json:
        sys.stdout.write(json.dumps(results, indent=2) + "\n")
    return 0 if all(result.get("kept", True) for result in results.values()) else 1


def _figure(name: str) -> Callable[[Installation], dict[str, Any]]:
    from tests.bench import balancing, board, district, importing, provisioning, race, rollup, ticks, vitals

    figures = {
        "provisioning": provisioning,
        "race": race,
        "board": board,
        "import": importing,
        "vitals": vitals,
        "district": district,
        "ticks": ticks,
        "rollup": rollup,
        "balancing": balancing,
    }
    return figures[name].measure


def _join(installation: Installation) -> None:
    """Let this process work on the installation's database, as the commands do."""
    folder = DataFolder(installation.data)
    running = folder.running()
    assert running is not None
    os.environ.update(folder.environment(database_url=running.database_url, redis_url=running.redis_url))
    os.environ["WISHBRIDGE_LOG_LEVEL"] = "ERROR"
    django.setup()


if __name__ == "__main__":
    sys.exit(main())
