"""`wishbridge up` as a person meets it: it starts, it stops, it survives, and it leaves nothing behind."""

import contextlib
import json
import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.embedded.sockets import LONGEST_SOCKET_PATH
from tests.runtime.installation import Installation, alive, all_gone, begin, eventually, wishbridge

SAMPLES = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    # Deeper than a socket's path may be, and as root below folders that the database's user cannot enter.
    deep = tmp_path_factory.mktemp("up") / ("a folder with a long name " * 4).strip() / "数据"
    assert len(str(deep)) > LONGEST_SOCKET_PATH
    with Installation(deep, "--empty") as installation:
        yield installation


def child(installation: Installation, word: str) -> int:
    """The direct child of the supervisor whose command holds the word; 0 where there is none just now."""
    for pid in installation.tree()[1:]:
        status = dict(line.split(":\t", 1) for line in read(f"/proc/{pid}/status").splitlines() if ":\t" in line)
        if status.get("PPid") == str(installation.report["pid"]) and word in read(f"/proc/{pid}/cmdline"):
            return pid
    return 0


def read(path: str) -> str:
    """A file of a process, or nothing when the process has just ended."""
    try:
        return Path(path).read_text(errors="replace")
    except OSError:
        return ""


def open_files(pid: int) -> Iterator[str]:
    """What the process holds open. It goes on working meanwhile: what is closed before we have looked is left out."""
    try:
        for fd in os.listdir(f"/proc/{pid}/fd"):
            with contextlib.suppress(FileNotFoundError):
                yield os.readlink(f"/proc/{pid}/fd/{fd}")
    except (FileNotFoundError, ProcessLookupError):
        return


def test_all_parts_answer(running: Installation) -> None:
    state = running.get("/readyz").json()
    assert state["status"] == "ready"
    assert all(state[part]["ok"] for part in ("database", "schema", "valkey", "beat"))


def test_nothing_but_the_web_server_listens_on_a_port(running: Installation) -> None:
    ours = {open_file for pid in running.tree() for open_file in open_files(pid)}
    ports = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in ours:
                ports.add(int(fields[1].rpartition(":")[2], 16))
    assert ports == {running.port}


def test_keys_are_for_their_owner_alone(running: Installation) -> None:
    assert stat.S_IMODE((running.data / "keys").stat().st_mode) == 0o700
    for file in (running.data / "keys").iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
    assert stat.S_IMODE((running.data / "run/state.json").stat().st_mode) == 0o600


def test_a_second_instance_is_refused_with_a_sentence(running: Installation) -> None:
    said = wishbridge("up", "--data", running.data, "--port", "0")
    assert said.returncode == 1
    assert "已有一个 WishBridge 在运行" in said.stderr
    assert str(running.report["pid"]) in said.stderr


def test_commands_join_a_running_instance(running: Installation) -> None:
    made = wishbridge(
        *("community", "create", "haihong", "--json", "--data", running.data),
        *("--name", "海鸿社区", "--region-code", "630222100001"),
        *("--administrator", "李主任", "--phone", "13900139001"),
    )
    assert made.returncode == 0, made.stderr
    report = json.loads(made.stdout)
    assert len(report["administrator"]["first_password"]) >= 10
    assert running.get("/api/site", "haihong.localhost").json()["name"] == "海鸿社区"
    listed = json.loads(wishbridge("community", "list", "--json", "--data", running.data).stdout)
    assert [row["slug"] for row in listed["communities"]] == ["haihong"]


def test_no_folder_above_the_data_was_opened_for_the_database(running: Installation) -> None:
    for folder in [running.data, running.data.parent, running.data.parent.parent]:
        assert stat.S_IMODE(folder.stat().st_mode) & 0o007 in (0, 0o005)
    assert stat.S_IMODE((running.data / "pg").stat().st_mode) == 0o700


def test_an_import_is_checked_and_made_from_the_terminal(running: Installation) -> None:
    words = ("import", "members", SAMPLES / "members.xlsx", "--community", "haihong", "--json", "--data", running.data)
    expected = json.loads((SAMPLES / "members.expected.json").read_text())

    checked = json.loads(wishbridge(*words, "--check").stdout)
    made = json.loads(wishbridge(*words).stdout)
    again = json.loads(wishbridge(*words, "--check").stdout)

    assert checked["counts"] == expected["counts"]
    assert made["imported"] == expected["counts"]["ready"] + expected["counts"]["attention"]
    assert again["counts"].keys() == {"duplicate"}


def test_a_verb_that_refuses_says_why(running: Installation) -> None:
    said = wishbridge(
        *("community", "create", "haihong", "--data", running.data, "--name", "x", "--region-code", "12"),
        *("--administrator", "x", "--phone", "13900139001"),
    )
    assert said.returncode == 1
    assert "12" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize("part", ["caddy", "gunicorn", "worker_process", "postgres", "valkey-server"])
def test_a_part_that_is_killed_comes_back(running: Installation, part: str) -> None:
    victim = child(running, part)
    assert victim
    os.kill(victim, signal.SIGKILL)
    assert eventually(lambda: victim not in alive(running.tree()))
    assert eventually(running.is_ready), running.logs()
    assert eventually(lambda: child(running, part) not in (0, victim))


def test_nothing_is_left_when_the_supervisor_is_killed(running: Installation) -> None:
    tree = running.tree()
    # A part that cannot be asked any more must go too.
    os.kill(child(running, "worker_process"), signal.SIGSTOP)
    os.kill(running.report["pid"], signal.SIGKILL)
    assert all_gone(tree)
    # And what it left on disk keeps nobody from starting again, who also clears it away.
    sockets = Path((running.data / "run/sockets").read_text())
    assert sockets.exists()
    listed = wishbridge("community", "list", "--json", "--data", running.data)
    assert [row["slug"] for row in json.loads(listed.stdout)["communities"]] == ["haihong"], listed.stderr
    assert not sockets.exists()


def test_ctrl_c_and_sigterm_end_everything_and_the_data_stay(tmp_path: Path) -> None:
    data = tmp_path / "data"
    begin(data)
    made = wishbridge(
        *("community", "create", "binhe", "--data", data, "--name", "滨河社区", "--region-code", "630222100002"),
        *("--administrator", "王主任", "--phone", "13900139002"),
    )
    assert made.returncode == 0, made.stderr
    with Installation(data, "--empty") as installation:
        tree = installation.tree()
        assert installation.get("/api/site", "binhe.localhost").status == 200
        assert installation.stop(signal.SIGINT) == 0
    assert all_gone(tree)

    with Installation(data, "--empty") as installation:
        tree = installation.tree()
        assert installation.get("/api/site", "binhe.localhost").status == 200
        for part in ("gunicorn", "worker_process"):
            os.kill(child(installation, part), signal.SIGSTOP)
        assert installation.stop(signal.SIGTERM) == 0
    assert all_gone(tree)
