"""The house's own Python, read as trees, for the rules that are about how it is written."""

import ast
import dataclasses
import functools
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHELVES = ("platform/config", "platform/hub", "tenants", "workers")


@dataclasses.dataclass(frozen=True)
class Module:
    """One file of ours."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The file's place in the project."""
        return self.path.relative_to(ROOT).as_posix()

    def at(self, node: ast.AST) -> str:
        """Where something stands, as an editor understands it."""
        return f"{self.name}:{getattr(node, 'lineno', 1)}"


def module(text: str, name: str = "planted.py") -> Module:
    """A text as a module, for planting a fault."""
    return Module(ROOT / name, text, ast.parse(text))


@functools.cache
def modules() -> tuple[Module, ...]:
    """Every Python file of the product, migrations left out."""
    found = [file for shelf in SHELVES for file in sorted((ROOT / shelf).rglob("*.py"))]
    return tuple(
        Module(file, text, ast.parse(text))
        for file in found
        if "migrations" not in file.parts
        for text in [file.read_text(encoding="utf-8")]
    )


def called(node: ast.AST) -> str:
    """The dotted name that a call, decorator or attribute ends in: `a.b.c(…)` gives "a.b.c"."""
    if isinstance(node, ast.Call):
        return called(node.func)
    if isinstance(node, ast.Attribute):
        return f"{called(node.value)}.{node.attr}".lstrip(".")
    return node.id if isinstance(node, ast.Name) else ""


def nodes(of: Module, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
    """The module's nodes of these kinds."""
    return (node for node in ast.walk(of.tree) if isinstance(node, kinds))


@functools.cache
def tracked_texts() -> tuple[tuple[str, str], ...]:
    """Name and text of every file under version control that is text, third parties' licences and locks apart."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = []
    for name in sorted(filter(None, listed.split("\0"))):
        path = ROOT / name
        if not path.is_file() or name == "LICENSE":
            continue
        try:
            found.append((name, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return tuple(found)
