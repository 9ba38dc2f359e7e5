"""What surrounds an installation does not reach into it: a proxy, a language that is not installed, a strange folder."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.runtime.installation import STRANGE_SURROUNDINGS, Installation, wishbridge

SAMPLES = Path(__file__).parents[1] / "data"
FOR_HAIHONG = ("--community", "haihong")
MADE = (
    *("community", "create", "haihong", "--name", "海鸿社区", "--region-code", "630222100001"),
    *("--administrator", "李主任", "--phone", "13900139001"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("surroundings") / "我的 数据 'folder'"


@pytest.fixture(scope="module")
def running(folder: Path) -> Iterator[Installation]:
    with Installation(folder, "--empty", **STRANGE_SURROUNDINGS) as installation:
        yield installation


def says(folder: Path, *words: str | Path) -> None:
    done = wishbridge(*words, "--data", folder, **STRANGE_SURROUNDINGS)
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"


def test_it_starts_and_every_command_works(running: Installation, folder: Path, tmp_path: Path) -> None:
    assert running.is_ready()
    for words in (
        MADE,
        ("community", "list"),
        ("operator", "王运营", "--phone", "13900139009"),
        ("import", "members", SAMPLES / "members.xlsx", *FOR_HAIHONG),
        ("campaign", "start", "2026", *FOR_HAIHONG),
        ("campaign", "list", *FOR_HAIHONG),
        ("import", "wishes", SAMPLES / "wishes-2026.xlsx", *FOR_HAIHONG, "--check"),
        ("form", *FOR_HAIHONG, "--output", tmp_path / "统计 表.xlsx"),
        ("backup", "--all", tmp_path / "备份 all.tar"),
        ("backup", *FOR_HAIHONG, tmp_path / "备份 one.tar"),
        ("backup", "--keys", tmp_path / "钥匙"),
        ("restore", *FOR_HAIHONG, tmp_path / "备份 one.tar", "--replace"),
    ):
        says(folder, *words)
    checked = wishbridge("manage", "--data", folder, "check", **STRANGE_SURROUNDINGS)
    assert checked.returncode == 0, checked.stderr
    elsewhere = tmp_path / "另一个 folder"
    says(elsewhere, "restore", "--all", tmp_path / "备份 all.tar", "--keys", tmp_path / "钥匙")
    listed = wishbridge("community", "list", "--json", "--data", elsewhere, **STRANGE_SURROUNDINGS)
    assert [row["slug"] for row in json.loads(listed.stdout)["communities"]] == ["haihong"]
    says(elsewhere, "reset", "--yes")
