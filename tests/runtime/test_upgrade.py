"""Backups of an earlier release (tests/data/before) are restored by this one, upgraded, and serve."""

import json
import shutil
from pathlib import Path

import pytest

from tests.runtime.installation import Installation, eventually, wishbridge

BEFORE = Path(__file__).parents[1] / "data/before"


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The master key as the program wants it: readable by its owner only, which a checkout does not keep."""
    file = tmp_path_factory.mktemp("key") / "master.key"
    shutil.copy(BEFORE / "master.key", file)
    file.chmod(0o600)
    return file


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory: pytest.TempPathFactory, key: Path) -> Path:
    """A data folder with the earlier installation restored into it."""
    data = tmp_path_factory.mktemp("upgraded") / "data"
    words = ("restore", BEFORE / "installation.tar", "--all", "--keys", key, "--json", "--data", data)
    restored = wishbridge(*words)
    assert restored.returncode == 0, restored.stdout + restored.stderr
    return data


def test_an_earlier_installation_is_upgraded_with_its_communities(upgraded: Path) -> None:
    with Installation(upgraded, "--empty") as running:
        assert eventually(running.is_ready)
        assert eventually(lambda: not running.inside("tests.runtime.upgraded")["waiting"])
        found = running.inside("tests.runtime.upgraded")
    assert found["in_plain"] == 0
    assert found["schemas"] == {"haihong": True, "kong": True, "man": True}
    assert found["states"] == {
        "collected": 1,
        "verified": 1,
        "admitted": 1,
        "open": 2,
        "claimed": 3,
        "delivered": 1,
        "fulfilled": 1,
        "declined": 1,
        "referred": 1,
        "backstopped": 1,
        "withdrawn": 1,
        "carried_over": 1,
    }
    own = ["2026-01-01", "2026-12-31"]
    assert found["campaigns"] == [[2026, True, "MY26", "running", *own, True]], "each is its year's own, code kept"
    assert found["wishes"]["haihong"] >= 70
    assert "李小宝" in found["names"]
    assert found["relations"] == ["母亲", "爷爷"]


def test_a_communitys_earlier_backup_is_restored_into_an_installation_of_today(upgraded: Path, key: Path) -> None:
    words = ("restore", BEFORE / "community.tar", "--community", "man", "--keys", key, "--replace", "--json")
    restored = wishbridge(*words, "--data", upgraded)
    assert restored.returncode == 0, restored.stdout + restored.stderr
    with Installation(upgraded, "--empty") as running:
        assert eventually(lambda: not running.inside("tests.runtime.upgraded")["waiting"])
        found = running.inside("tests.runtime.upgraded")
    assert (found["in_plain"], found["relations"]) == (0, ["母亲", "爷爷"])
    assert found["schemas"]["man"] is True
    assert sum(found["states"].values()) == 15
    assert json.loads(restored.stdout)["communities"] == ["man"]
