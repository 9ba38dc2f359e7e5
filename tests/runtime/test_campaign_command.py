"""The years of a community at the terminal: started, closed, reopened, listed, and refused with a sentence."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.runtime.installation import Installation, wishbridge


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
    closed = told(installation, "close", "2026")
    assert (closed["state"], closed["carried_over"], closed["figures"]["in_pool"]) == ("closed", 0, 0)
    assert told(installation, "reopen", "2026", "--reason", "点错了")["state"] == "running"
    second = told(installation, "start", "2027")
    assert (second["title"], second["like"], second["carried_in"]) == ("2027 年圆梦", 2026, 0)
    assert [row["year"] for row in told(installation, "list")["campaigns"]] == [2026, 2027]
    spoken = campaign(installation, "close", "2026", "--community", "haihong")
    assert "2026 年度已结项" in spoken.stdout
    assert "2026 is closed" in spoken.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("start", "1066", "--community", "haihong"), "1066"),
        (("start", "2030", "--like", "2019", "--community", "haihong"), "2019"),
        (("close", "2031", "--community", "haihong"), "2031"),
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
        ("start", "soon", "--community", "haihong"),
        ("reopen", "2026", "--community", "haihong"),
    ):
        assert campaign(installation, *words).returncode == 2
