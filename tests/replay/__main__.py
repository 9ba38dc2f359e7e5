"""Six years, 410 wishes, every one fulfilled:

    python -m tests.replay DIR [--json] [--years 2019 2020] [--seed N …] [shares …]

Plays the files wishes-YEAR.csv of the folder in a community of its own, in a throw-away database, by the verbs, bells,
ladder and sender of the product, on the simulated clock. Then it compares every message, step and move with a model of
the ladder that is written from domain.md alone (tests/replay/model). Exit code 1 when anything differs, or when a wish
is not fulfilled; 2 for a folder or an option that cannot be used.

“On time” is: delivered by the first deadline. “After a reminder” are those delivered by the deadline that had been
reminded before; most of them are on time as well. “After an urging” are those delivered later, once they were urged.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tests.replay.shares import add_options, shares_of
from tests.replay.years import years_of
from tests.servers import throw_away_database

if TYPE_CHECKING:
    from tests.replay.result import Result

HEAD = ("year", "wishes", "claimed", "fulfilled", "on time", "reminded", "urged", "recalled", "backstop")
COLUMNS = ("wishes", "claimed", "fulfilled", "on_time", "after_reminder", "after_urging", "recalled", "backstop")
SHOWN = 40


def main(arguments: Sequence[str] | None = None) -> int:
    """Play, print, compare."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.replay", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder with wishes-YEAR.csv")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    parser.add_argument("--years", type=int, nargs="+", metavar="YEAR", help="these years only")
    parser.add_argument("--most", type=int, metavar="N", help="the first N wishes of each year only")
    parser.add_argument(
        "--seed", type=int, nargs="+", default=[2021], metavar="N", help="another seed is another six years (2021)"
    )
    parser.add_argument(
        "--fault", metavar="NAME", help="plant this fault in the product first (tests/replay/faults.py)"
    )
    add_options(parser)
    given = sys.argv[1:] if arguments is None else list(arguments)
    asked = parser.parse_args(given)
    if len(asked.seed) > 1:
        return _each_by_itself(given, asked.seed, as_json=asked.json)
    try:
        return _replay(asked)
    except ValueError as problem:
        sys.stderr.write(f"{problem}\n")
        return 2


def _each_by_itself(given: Sequence[str], seeds: Sequence[int], *, as_json: bool) -> int:
    """Each seed is played in a process and a database of its own; of an option that is given twice the last one counts."""
    documents, worst = {}, 0
    for seed in seeds:
        command = [sys.executable, "-m", "tests.replay", *given, "--seed", str(seed)]
        if not as_json:
            sys.stdout.write(f"seed {seed}\n")
            sys.stdout.flush()
        done = subprocess.run(command, check=False, stdout=subprocess.PIPE if as_json else None)
        worst = max(worst, done.returncode)
        if done.stdout:
            documents[seed] = json.loads(done.stdout)
    if documents:
        sys.stdout.write(json.dumps({"seeds": documents}, indent=2) + "\n")
    return worst


def _replay(asked: argparse.Namespace) -> int:
    shares, files = shares_of(asked), years_of(asked.folder, asked.years)
    with throw_away_database(WISHBRIDGE_SIMULATED_CLOCK="1", WISHBRIDGE_LOG_LEVEL="CRITICAL"):
        # Only now: these know the product, which reads its settings once.
        from tests.replay.faults import planted
        from tests.replay.playing import replay

        began = time.monotonic()
        with planted(asked.fault):
            result = replay(files, shares=shares, seed=asked.seed[0], most=asked.most)
    if asked.json:
        sys.stdout.write(json.dumps(result.document(), indent=2) + "\n")
    else:
        _print(result, time.monotonic() - began)
    return 0 if result.kept else 1


def _print(result: "Result", seconds: float) -> None:
    rows = [*((str(year), figures) for year, figures in result.years.items()), ("all", result.total)]
    sys.stdout.write("".join(f"{name:>10}" for name in HEAD) + "   messages\n")
    for name, figures in rows:
        counts = "".join(f"{getattr(figures, column):>10}" for column in COLUMNS)
        said = ", ".join(f"{kind} {count}" for kind, count in figures.messages.items())
        sys.stdout.write(f"{name:>10}{counts}   {said}\n")
    for line in result.differences[:SHOWN]:
        sys.stdout.write(f"  {line}\n")
    if len(result.differences) > SHOWN:
        sys.stdout.write(f"  … and {len(result.differences) - SHOWN} more\n")
    sys.stdout.write(f"{len(result.differences)} differences from the model, in {seconds:.0f} s\n")


if __name__ == "__main__":
    sys.exit(main())
