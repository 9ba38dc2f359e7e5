"""Each thing that can be wrong at the start has its sentence: what, to what, what to do. Never a traceback."""

import json
import os
import socket
import subprocess
from pathlib import Path

import pytest

from config.commands.datafolder import FORMAT
from config.embedded import Trouble
from config.embedded.sockets import make_socket_folder
from tests.runtime.installation import WISHBRIDGE, clean_environment, wishbridge


def complaint(*words: str | Path, **environment: str) -> dict[str, str]:
    """The error that `up --json` reports, which must be a sentence in both languages."""
    said = wishbridge("up", "--json", "--empty", *words, **environment)
    assert said.returncode == 1
    assert "Traceback" not in said.stderr
    error: dict[str, str] = json.loads(said.stdout)["error"]
    assert error["zh"]
    assert error["en"]
    return error


def test_a_busy_port(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        error = complaint("--data", tmp_path / "data", "--port", str(port))
    assert error["code"] == "port_taken"
    assert str(port) in error["zh"]


def test_a_busy_port_is_answered_with_a_command_for_the_same_folder(tmp_path: Path) -> None:
    folder = tmp_path / "我的 数据"
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        by_hand = complaint("--data", folder, "--port", port, MAKELEVEL="")
        by_make = complaint("--data", folder, "--port", port, MAKELEVEL="1")
    assert f"wishbridge up --data '{folder}' --port " in by_hand["zh"]
    assert f"make run ARGS=\"--data '{folder}' --port " in by_make["en"]


def test_a_data_folder_of_another_version(tmp_path: Path) -> None:
    (tmp_path / "installation.json").write_text(json.dumps({"format": FORMAT + 1, "wishbridge": "9.9"}))
    error = complaint("--data", tmp_path)
    assert error["code"] == "other_version"
    assert "9.9" in error["zh"]


def test_a_database_of_another_major_version(tmp_path: Path) -> None:
    (tmp_path / "installation.json").write_text(json.dumps({"format": FORMAT, "wishbridge": "0.1.0"}))
    (tmp_path / "pg").mkdir()
    (tmp_path / "pg/PG_VERSION").write_text("14\n")
    error = complaint("--data", tmp_path, "--port", "0")
    assert error["code"] == "other_database_version"
    assert "14" in error["zh"]


def test_a_folder_that_is_something_else(tmp_path: Path) -> None:
    (tmp_path / "pg").mkdir()
    assert complaint("--data", tmp_path)["code"] == "not_a_data_folder"
    assert list(tmp_path.joinpath("pg").iterdir()) == []


def test_a_folder_that_cannot_be_written() -> None:
    # Not even root can make a folder there.
    error = complaint("--data", "/proc/wishbridge")
    assert error["code"] == "cannot_write"
    assert "/proc/wishbridge" in error["zh"]


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert complaint("--data", tmp_path / "data")["code"] == "not_a_data_folder"


def test_only_one_of_both_servers_named(tmp_path: Path) -> None:
    error = complaint("--data", tmp_path / "data", "--port", "0", DATABASE_URL="postgresql://x@/x")
    assert error["code"] == "half_named_servers"


def test_a_full_disk(tmp_path: Path) -> None:
    # A file system of 20 MB, mounted where only this command and its children see it.
    script = f'mount -t tmpfs -o size=20m none "{tmp_path}" && exec "{WISHBRIDGE}" up --json --data "{tmp_path}/data"'
    said = subprocess.run(
        ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"]), "sh", "-c", script],
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert json.loads(said.stdout)["error"]["code"] == "disk_full", said.stderr


def test_no_place_short_enough_for_a_socket(tmp_path: Path) -> None:
    deep = tmp_path / ("a" * 60) / ("b" * 60)
    deep.mkdir(parents=True)
    with pytest.raises(Trouble) as refused:
        make_socket_folder(None, among=[deep])
    assert refused.value.code == "socket_path_too_long"
    assert str(deep) in refused.value.text.zh


def test_a_command_without_an_installation(tmp_path: Path) -> None:
    said = wishbridge("community", "list", "--json", "--data", tmp_path)
    assert said.returncode == 1
    assert json.loads(said.stdout)["error"]["code"] == "no_installation"


def test_a_command_that_is_called_wrongly(tmp_path: Path) -> None:
    """Chinese first, like every sentence; a program that said `--json` gets a document."""
    told = wishbridge("import", "wishes", tmp_path / "a.xlsx")
    assert told.returncode == 2
    assert told.stderr.startswith("还缺少：--community。\n写法：wishbridge import wishes ")
    as_json = wishbridge("up", "--port", "eighty", "--json")
    assert as_json.returncode == 2
    error = json.loads(as_json.stdout)["error"]
    assert error["code"] == "called_wrongly"
    assert error["zh"].startswith("--port 要填一个整数，不能是 'eighty'。")
    assert error["en"].startswith("Argument --port: invalid int value")
    assert wishbridge("nothing").stderr.startswith("COMMAND 不能是 'nothing'，可以是：'up', ")


def test_a_backup_of_nothing_in_particular(tmp_path: Path) -> None:
    said = wishbridge("backup", "--json", tmp_path / "backup")
    assert json.loads(said.stdout)["error"]["code"] == "name_what_to_back_up"


def test_a_folder_of_something_else_is_neither_taken_nor_emptied(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs/theirs.log").write_text("theirs")
    (tmp_path / "thesis.docx").write_text("theirs")
    assert complaint("--data", tmp_path, "--port", "0")["code"] == "not_a_data_folder"
    said = wishbridge("reset", "--yes", "--json", "--data", tmp_path)
    assert said.returncode == 1
    assert json.loads(said.stdout)["error"]["code"] == "no_installation"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["logs", "theirs.log", "thesis.docx"]


def test_nothing_is_emptied_twice(tmp_path: Path) -> None:
    assert wishbridge("reset", "--yes", "--data", tmp_path / "never").returncode == 0


@pytest.mark.parametrize("address", ["192.0.2.7", "no-such-name.invalid", "::1", "999.1.1.1", "a..b"])
def test_an_address_that_is_not_this_machines(tmp_path: Path, address: str) -> None:
    error = complaint("--data", tmp_path / "data", "--port", "0", "--listen", address)
    assert error["code"] == "no_such_address"
    assert address in error["zh"]
