"""An installation without the demo gets its operator and its officers by the command."""

import json
from collections.abc import Iterator

import pytest

from tests.runtime.installation import Installation, wishbridge


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with Installation(tmp_path_factory.mktemp("operator") / "data", "--empty") as running:
        yield running


def test_an_operator_gets_a_first_password_once(installation: Installation) -> None:
    words = ("operator", "铁启明", "--phone", "139 0099 9101", "--json", "--data", installation.data)
    first, second = wishbridge(*words), wishbridge(*words)
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    assert json.loads(first.stdout)["first_password"]
    assert json.loads(second.stdout)["name"] == "铁启明"


def test_an_officer_is_one_of_a_region(installation: Installation) -> None:
    made = wishbridge("operator", "何国俊", "--phone", "13900999102", "--region", "630222", "--data", installation.data)
    assert made.returncode == 0, made.stderr
    assert "何国俊" in made.stdout
    wrong = wishbridge("operator", "何国俊", "--phone", "13900999102", "--region", "63022", "--data", installation.data)
    assert wrong.returncode == 1
    assert "63022" in wrong.stderr
