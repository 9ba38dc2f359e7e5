"""The replay's model of the ladder is written from domain.md, and shares not a line with what it judges."""

import ast
import sys
from pathlib import Path

import pytest

MODEL = Path(__file__).parents[1] / "replay/model"
OWN = "tests.replay.model"


def foreign(tree: ast.Module) -> list[str]:
    """The modules that a file imports beyond the standard library and the model itself; importlib is none of ours."""
    named = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    named += [f"{'.' * node.level}{node.module or ''}" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    named += [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "__import__"]
    return [
        name
        for name in named
        if not (name == OWN or name.startswith(f"{OWN}."))
        and (name.partition(".")[0] not in sys.stdlib_module_names or name.startswith("importlib"))
    ]


def test_the_model_imports_nothing_of_the_product() -> None:
    files = sorted(MODEL.rglob("*.py"))
    assert len(files) >= 4
    assert {file.name: found for file in files if (found := foreign(ast.parse(file.read_text())))} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "from tenants.escalation import ladder",
        "import hub.clock",
        "def f():\n    from config import settings",
        "from holidays import country_holidays",
        "from tests.replay import setting",
        "from . import working",
        "import importlib",
        "__import__('tenants')",
    ],
)
def test_an_import_that_was_planted_is_found(planted: str) -> None:
    assert foreign(ast.parse(planted))
