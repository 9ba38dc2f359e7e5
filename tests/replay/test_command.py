"""`python -m tests.replay`: six years, 410 wishes, every one fulfilled, and what it says of a folder that is none."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HISTORY = ROOT / "tests/data/history"
COUNTS = {
    "wishes", "claimed", "fulfilled", "on_time", "after_reminder", "after_urging", "recalled", "backstop", "messages"
}  # fmt: skip


def command(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return subprocess.run(
        [sys.executable, "-m", "tests.replay", *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_six_years_and_every_wish_fulfilled() -> None:
    done = command(HISTORY, "--json")
    assert done.returncode == 0, done.stderr + done.stdout
    said = json.loads(done.stdout)
    assert set(said) == {"years", "total", "differences"}
    assert said["differences"] == 0
    assert [set(year) for year in said["years"]] == [COUNTS | {"year"}] * 6
    total = said["total"]
    assert set(total) == COUNTS
    assert total["wishes"] == total["claimed"] == total["fulfilled"] == 410
    assert min(total[name] for name in COUNTS - {"messages"}) > 0, "each way a wish can go was gone"
    assert set(total["messages"]) == {"reminder", "urging", "decision", "notice", "handover", "supervision"}
    for name in COUNTS - {"messages"}:
        assert total[name] == sum(year[name] for year in said["years"])


def test_several_seeds_are_several_lives() -> None:
    done = command(HISTORY, "--years", "2016", "--most", "2", "--seed", "1", "2")
    assert done.returncode == 0, done.stderr + done.stdout
    assert [line for line in done.stdout.splitlines() if line.startswith("seed")] == ["seed 1", "seed 2"]
    assert done.stdout.count("0 differences from the model") == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nowhere",), "nowhere is no folder"),
        ((ROOT / "tests",), "There is no file wishes-YEAR.csv"),
        ((HISTORY, "--years", "2015"), "There is no file wishes-2015.csv"),
        ((HISTORY, "--never", "-1"), "cannot be less than 0"),
        ((HISTORY, "--fault", "sloth"), "There is no fault"),
    ],
)
def test_what_cannot_be_played_gets_a_sentence(arguments: tuple[str, ...], sentence: str) -> None:
    done = command(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
