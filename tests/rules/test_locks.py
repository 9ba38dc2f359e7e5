"""The locks name versions and hashes, no host; and they hold what pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)", re.M)


def pins(lock: str) -> dict[str, str]:
    return {canonicalize_name(found["name"]): found["version"] for found in PIN.finditer((ROOT / lock).read_text())}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert not re.search(r"^\s*-", re.sub(r"--hash=sha256:[0-9a-f]{64}", "", text), re.M)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    blocks = re.split(r"^(?=\S)", (ROOT / lock).read_text(), flags=re.M)
    assert [block.split("==")[0] for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    for lock, wanted in (
        (LOCKS[0], project["dependencies"]),
        (LOCKS[1], project["dependencies"] + project["optional-dependencies"]["dev"]),
    ):
        pinned = pins(lock)
        for requirement in map(Requirement, wanted):
            version = pinned.get(canonicalize_name(requirement.name), "")
            assert version, f"{requirement} is missing: run make lock"
            assert requirement.specifier.contains(version, prereleases=True), f"{requirement}: {version}"


def test_both_locks_agree() -> None:
    both = pins(LOCKS[1])
    assert {name: version for name, version in pins(LOCKS[0]).items() if both.get(name) != version} == {}


def test_the_front_ends_lock_names_no_address() -> None:
    assert "resolved" not in (ROOT / "frontend/package-lock.json").read_text()
