"""Everything is lost but a backup and the key that was kept apart from it; then everything is there again."""

import json
import tarfile
from pathlib import Path

import pytest

from config.commands.datafolder import DataFolder
from tests.runtime.installation import begin, wishbridge

SAMPLES = Path(__file__).parents[1] / "data"


def create(data: Path, slug: str, name: str, code: str, phone: str) -> None:
    made = wishbridge(
        *("community", "create", slug, "--data", data, "--name", name, "--region-code", code),
        *("--administrator", "李主任", "--phone", phone),
    )
    assert made.returncode == 0, made.stderr


def communities(data: Path) -> list[str]:
    listed = wishbridge("community", "list", "--json", "--data", data)
    assert listed.returncode == 0, listed.stderr
    return [row["slug"] for row in json.loads(listed.stdout)["communities"]]


def members_known(data: Path, slug: str) -> int:
    """How many of the sample's members the community knows already: read with its key, so the key is the right one."""
    words = ("import", "members", SAMPLES / "members.xlsx", "--community", slug, "--check", "--json", "--data", data)
    checked = wishbridge(*words)
    assert checked.returncode == 0, checked.stderr
    return int(json.loads(checked.stdout)["counts"].get("duplicate", 0))


def error_of(*words: str | Path) -> str:
    said = wishbridge(*words, "--json")
    assert said.returncode == 1, said.stdout
    assert "Traceback" not in said.stderr
    code: str = json.loads(said.stdout)["error"]["code"]
    return code


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `data`, its backup `all.tar`, its key `master.key`, and what was there: two communities."""
    folder = tmp_path_factory.mktemp("backup")
    data = folder / "data"
    begin(data)
    create(data, "haihong", "海鸿社区", "630222100001", "13900139001")
    create(data, "binhe", "滨河社区", "630222100002", "13900139002")
    imported = wishbridge("import", "members", SAMPLES / "members.xlsx", "--community", "haihong", "--data", data)
    assert imported.returncode == 0, imported.stderr
    done = wishbridge("backup", "--all", folder / "all.tar", "--keys", folder / "master.key", "--json", "--data", data)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["communities"] == ["haihong", "binhe"]
    return folder


def test_after_a_total_loss_backup_and_key_bring_everything_back(kept: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    restored = wishbridge("restore", kept / "all.tar", "--all", "--keys", kept / "master.key", "--json", "--data", new)
    assert restored.returncode == 0, restored.stderr
    assert communities(new) == ["haihong", "binhe"]
    assert members_known(new, "haihong") == 92


def test_without_the_key_nothing_is_begun(kept: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    assert error_of("restore", kept / "all.tar", "--all", "--data", new) == "wrong_master_key"
    assert not new.exists()


def test_with_another_installations_key_nothing_is_touched(kept: Path, tmp_path: Path) -> None:
    other = DataFolder(tmp_path / "other")
    other.make("test")
    key = other.master_key.read_bytes()
    assert error_of("restore", kept / "all.tar", "--all", "--replace", "--data", other.path) == "wrong_master_key"
    assert other.master_key.read_bytes() == key
    assert not other.pg.exists()


def test_present_data_are_replaced_only_when_that_is_said_and_kept_beside(kept: Path) -> None:
    data = kept / "data"
    create(data, "new", "新社区", "630222103001", "13900139004")
    words = ("restore", kept / "all.tar", "--all", "--data", data)
    assert error_of(*words) == "not_empty"
    done = wishbridge(*words, "--replace", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["former_database"].startswith("wishbridge_until_")
    assert communities(data) == ["haihong", "binhe"]


def test_the_backup_holds_no_key(kept: Path) -> None:
    key = (kept / "master.key").read_bytes().strip()
    assert key == (kept / "data/keys/master.key").read_bytes().strip()
    with tarfile.open(kept / "all.tar") as tar:
        names = tar.getnames()
    assert "manifest.json" in names
    assert not [name for name in names if "key" in name]
    assert key not in (kept / "all.tar").read_bytes()
