"""A command acts on the installation that was meant, by its settings, or refuses with a sentence."""

import json
import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from config.commands.datafolder import DataFolder
from config.embedded import Trouble
from tests.runtime.installation import PATIENCE_S, WISHBRIDGE, Installation, clean_environment, wishbridge

GUIDE = (Path(__file__).parents[2] / "deploy" / "README.md").read_text()
COUNTY = dict(re.findall(r"^export (\w+)=(\S+)", GUIDE, re.MULTILINE))
"""What the README of deploy/ says to set for a county on one machine."""
THEN = re.findall(r"^wishbridge ((?:operator|community) .+?) --data /srv/wishbridge", GUIDE, re.MULTILINE)
"""Its commands for another shell."""
MAKE = ("--name", "海鸿社区", "--region-code", "630222100001", "--administrator", "李主任", "--phone", "13900120401")


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with Installation(tmp_path_factory.mktemp("county") / "data", **COUNTY) as running:
        yield running


def test_production_runs_on_one_folder_and_speaks_of_no_demo(county: Installation) -> None:
    assert county.report["logins"] == []
    assert county.report["addresses"][0]["url"] == "https://wish.example.org"
    site = county.get("/api/site", host="wish.example.org").json()
    assert (site["kind"], site["demo"]) == ("platform", False)


def test_a_command_in_another_shell_keeps_the_domain_and_names_the_installation(county: Installation) -> None:
    made = wishbridge("community", "create", "haihong", *MAKE, "--json", "--data", county.data)
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["hosts"] == ["haihong.wish.example.org"]
    assert str(county.data) in made.stderr
    assert "https://wish.example.org" in made.stderr
    assert county.get("/api/site", host="haihong.wish.example.org").json()["slug"] == "haihong"
    other = wishbridge("community", "list", "--json", "--data", county.data, WISHBRIDGE_BASE_DOMAIN="else.example.org")
    assert "else.example.org" not in other.stdout


def test_a_lost_password_is_renewed_and_nobodys_telephone_taken(county: Installation) -> None:
    words = ("operator", "铁启明", "--phone", "13900999101", "--json", "--data", county.data)
    first = json.loads(wishbridge(*words).stdout)["first_password"]
    again = wishbridge("operator", "--phone", "13900999101", "--reset-password", "--json", "--data", county.data)
    assert json.loads(again.stdout)["name"] == "铁启明"
    assert json.loads(again.stdout)["first_password"] not in (None, first)

    for refused, what in (
        (("别人", "--phone", "13900999101"), "铁启明"),
        (("别人", "--phone", "13900999101", "--region", "63"), "铁启明"),
        (("何国俊", "--phone", "13900999102", "--region", "999999"), "999999"),
        (("--phone", "13900999103", "--reset-password"), "13900999103"),
        (("别人", "--phone", "13900999101", "--reset-password"), "铁启明"),
        (("铁启明", "--phone", "13900999101", "--reset-password", "--region", "63"), "--region"),
    ):
        said = wishbridge("operator", *refused, "--data", county.data)
        assert said.returncode == 1
        assert what in said.stderr
        assert "Traceback" not in said.stderr


def test_the_guides_commands_do_what_it_says(county: Installation) -> None:
    assert len(THEN) == 4
    for command in THEN:
        # The community of the guide is there already: made by the test of the other shell.
        words = shlex.split(command.replace("haihong", "linhai").replace("630222100001", "630222100002"))
        done = wishbridge(*words, "--data", county.data)
        assert done.returncode == 0, f"{command}: {done.stderr}"
    assert "linhai.wish.example.org" in wishbridge("community", "list", "--json", "--data", county.data).stdout


@pytest.mark.parametrize(
    "words",
    [
        ("operator", "铁启明", "--phone", "13900999101"),
        ("community", "create", "haihong", *MAKE),
        ("community", "list"),
        ("campaign", "list", "--community", "haihong"),
        ("backup", "--all", "backup.tar"),
    ],
)
def test_a_command_makes_no_second_installation(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [WISHBRIDGE, *words], cwd=tmp_path, env=clean_environment(), capture_output=True, text=True, timeout=PATIENCE_S,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout
    assert str(tmp_path / ".data") in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        ("WISHBRIDGE_BASE_DOMAIN", "WISHBRIDGE_BASE_DOMAIN"),
        ("WISHBRIDGE_SMS_GATEWAY", "WISHBRIDGE_SMS_GATEWAY"),
        ("WISHBRIDGE_TRUSTED_PROXIES", "WISHBRIDGE_TRUSTED_PROXIES"),
    ],
)
def test_production_without_what_it_needs_is_a_sentence(tmp_path: Path, missing: str, named: str) -> None:
    told = {name: value for name, value in COUNTY.items() if name != missing}
    done = wishbridge("up", "--port", "0", "--data", tmp_path / "data", **told)
    assert done.returncode == 1
    assert named in done.stderr
    assert "设置不完整" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_gateway_that_does_not_exist_does_not_start(tmp_path: Path) -> None:
    done = wishbridge("up", "--empty", "--port", "0", "--data", tmp_path / "data", WISHBRIDGE_SMS_GATEWAY="aliyum")
    assert done.returncode == 1
    assert "aliyum" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_was_refused_is_not_remembered(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert wishbridge("up", "--empty", "--port", "0", "--data", data, WISHBRIDGE_SMS_GATEWAY="aliyum").returncode == 1
    assert DataFolder(data).remembered() == {}
    told = {name: value for name, value in COUNTY.items() if name != "WISHBRIDGE_BASE_DOMAIN"}
    assert wishbridge("up", "--port", "0", "--data", data, **told).returncode == 1
    told = {name: value for name, value in COUNTY.items() if name != "WISHBRIDGE_TRUSTED_PROXIES"}
    done = wishbridge("up", "--port", "0", "--data", data, **told)
    assert done.returncode == 1
    assert "WISHBRIDGE_TRUSTED_PROXIES" in done.stderr


def test_somebody_elses_folder_is_a_sentence(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    folder.make("0")
    with shut_out_of(folder.path), pytest.raises(Trouble, match="sudo") as said:
        folder.exists  # noqa: B018
    assert said.value.code == "cannot_read"


@contextmanager
def shut_out_of(folder: Path) -> Iterator[None]:
    """Root becomes nobody, for whom the folder is closed; another user closes it for themselves."""
    if os.geteuid() == 0:
        os.seteuid(65534)
    else:
        folder.chmod(0)
    try:
        yield
    finally:
        os.seteuid(os.getuid())
        folder.chmod(0o700)


@pytest.mark.parametrize(
    ("words", "surroundings"),
    [
        (("community", "list"), {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}),
        (("campaign", "list", "--community", "haihong"), {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}),
        (("backup", "--keys", "/nonexistent/folder/key"), {}),
        (("backup", "--all", "/proc/nowhere/backup.tar"), {}),
        (("restore", "--all", "/nonexistent/nowhere.tar", "--replace"), {}),
        (("form", "--community", "haihong", "--output", "/proc/form.xlsx"), {}),
        (("import", "wishes", "/proc/self/mem", "--community", "haihong"), {}),
    ],
)
def test_no_command_ends_in_a_traceback(
    county: Installation, words: tuple[str, ...], surroundings: dict[str, str]
) -> None:
    done = wishbridge(*words, "--data", county.data, **surroundings)
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stdout + done.stderr


@pytest.mark.parametrize("words", [("--data", "{}", "--", "check"), ("check", "--data", "{}"), ("check", "--data={}")])
def test_djangos_commands_act_on_the_folder_that_is_named_wherever_it_is_named(
    county: Installation, tmp_path: Path, words: tuple[str, ...]
) -> None:
    there = wishbridge("manage", *(word.format(county.data) for word in words))
    assert there.returncode == 0, there.stderr
    nowhere = wishbridge("manage", *(word.format(tmp_path) for word in words))
    assert nowhere.returncode == 1
    assert str(tmp_path) in nowhere.stderr


def test_whoever_reads_only_the_beginning_gets_no_traceback(county: Installation) -> None:
    piped = f"'{WISHBRIDGE}' community list --json --data '{county.data}' | head -c 1"
    done = subprocess.run(["bash", "-c", piped], env=clean_environment(), capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
