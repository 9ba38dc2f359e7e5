"""The years of a community at the terminal: started, closed, reopened, listed, and refused with a sentence."""

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from tests.runtime.installation import WISHBRIDGE, Installation, clean_environment, wishbridge


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with Installation(tmp_path_factory.mktemp("campaign") / "data", "--empty") as running:
        made = wishbridge(
            "community", "create", "haihong", "--name", "海鸿社区", "--region-code", "630222100001", "--administrator",
            "王桂花", "--phone", "13900999201", "--data", running.data,
        )  # fmt: skip
        assert made.returncode == 0, made.stderr
        yield running


def campaign(installation: Installation, *words: str) -> Any:
    return wishbridge("campaign", *words, "--data", installation.data)


def told(installation: Installation, *words: str) -> dict[str, Any]:
    done = campaign(installation, *words, "--json", "--community", "haihong")
    assert done.returncode == 0, done.stdout + done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_a_year_is_started_closed_reopened_and_listed(installation: Installation) -> None:
    nothing = campaign(installation, "list", "--community", "haihong")
    assert "还没有年度活动" in nothing.stdout
    first = told(installation, "start", "2026", "--title", "2026 年圆梦")
    assert (first["prefix"], first["state"], first["like"]) == ("HH26", "running", None)
    assert told(installation, "close", "2026", "--check")["blockers"] == {}
    closed = told(installation, "close", "2026", "--yes")
    assert (closed["state"], closed["carried_over"], closed["figures"]["in_pool"]) == ("closed", 0, 0)
    assert told(installation, "reopen", "HH26", "--reason", "点错了")["state"] == "running"
    second = told(installation, "start", "2027")
    assert (second["title"], second["like"], second["carried_in"]) == ("2027 年圆梦", 2026, 0)
    assert [row["year"] for row in told(installation, "list")["campaigns"]] == [2026, 2027]
    spoken = campaign(installation, "close", "2026", "--yes", "--community", "haihong")
    assert "2026 年度已结项" in spoken.stdout
    assert "2026 is closed" in spoken.stdout


def test_one_for_an_occasion_is_made_beside_it_started_put_back_and_closed(installation: Installation) -> None:
    made = told(
        installation, "make", "2027", "--occasion", "春节送温暖", "--first-day", "2027-01-20", "--last-day", "2027-02-20"
    )  # fmt: skip
    assert (made["prefix"], made["state"], made["yearly"], made["first_day"]) == (
        "HH27C", "preparing", False, "2027-01-20",
    )  # fmt: skip
    assert told(installation, "start", "hh27c")["state"] == "running"
    assert told(installation, "prepare", "HH27C")["state"] == "preparing"
    assert told(installation, "make", "2027", "--occasion", "重阳", "--code", "HH27CY")["prefix"] == "HH27CY"
    checked = told(installation, "close", "HH27C", "--check")
    assert checked["into"] == "HH27", "the running one of the year is proposed"
    assert told(installation, "close", made["id"], "--into", "later", "--yes")["state"] == "closed"
    listed = campaign(installation, "list", "--community", "haihong").stdout
    assert "HH27C " in listed
    assert "筹备中 preparing" in listed


@pytest.mark.parametrize("answer", ["是\n", "yes\n", "不\n", ""])
def test_closing_asks_before_it_closes(installation: Installation, answer: str) -> None:
    words = ("campaign", "close", "HH27CY", "--community", "haihong", "--data", str(installation.data))
    told(installation, "list")
    done = subprocess.run(
        [WISHBRIDGE, *words], input=answer, capture_output=True, text=True, env=clean_environment(), check=False
    )
    assert "重阳" in done.stderr
    assert "确定结项请输入" in done.stderr
    said_yes = answer.strip() in ("是", "yes")
    assert done.returncode == (0 if said_yes else 1), done.stderr
    states = {row["prefix"]: row["state"] for row in told(installation, "list")["campaigns"]}
    assert (states["HH27CY"] == "closed") == said_yes
    if said_yes:
        told(installation, "reopen", "HH27CY", "--reason", "再试一次")
    else:
        assert "--yes" in done.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("start", "1066", "--community", "haihong"), "1066"),
        (("start", "2030", "--like", "2019", "--community", "haihong"), "2019"),
        (("close", "2031", "--community", "haihong"), "2031"),
        (("close", "HH99", "--community", "haihong"), "HH99"),
        (("start", "HH99", "--community", "haihong"), "HH99"),
        (("prepare", "2031", "--community", "haihong"), "2031"),
        (("make", "2027", "--community", "haihong"), "2027"),
        (("make", "2027", "--occasion", " ", "--community", "haihong"), "活动名称"),
        (("make", "2027", "--occasion", "六一", "--code", "六一", "--community", "haihong"), "HH26C"),
        (("make", "2027", "--occasion", "六一", "--first-day", "六月", "--community", "haihong"), "六月"),
        (("close", "2027", "--into", "2026", "--yes", "--community", "haihong"), "结转"),
        (("close", "2031", "--community", "nowhere"), "nowhere"),
        (("reopen", "2031", "--reason", "x", "--community", "haihong"), "2031"),
        (("reopen", "2031", "--reason", " ", "--community", "haihong"), "2031"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    installation: Installation, words: tuple[str, ...], sentence: str
) -> None:
    refused = campaign(installation, *words)
    assert refused.returncode == 1
    assert sentence in refused.stderr
    assert "Traceback" not in refused.stderr


def test_called_wrongly_it_says_how(installation: Installation) -> None:
    for words in (
        ("start",),
        ("make", "soon", "--community", "haihong"),
        ("reopen", "2026", "--community", "haihong"),
    ):
        assert campaign(installation, *words).returncode == 2
