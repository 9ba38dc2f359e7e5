"""Write requirements.lock and requirements-dev.lock from pyproject.toml: exact versions and hashes, no address of any index.

`hatchling` and `editables` are in both: the project itself is installed with what is pinned here, not with whatever
an isolated build would fetch.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = "hatchling\neditables\n"
OPTIONS = [
    "--universal",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--python-version=3.11",
]


def compile_lock(name: str, *more: str) -> None:
    """One lock, checked for addresses; the former one keeps its versions where they still fit."""
    argv = ["uv", "pip", "compile", "--quiet", *OPTIONS, *more, "pyproject.toml", "-", "--output-file", name]
    subprocess.run(argv, cwd=ROOT, input=BUILD, text=True, check=True)
    if "://" in (ROOT / name).read_text():
        sys.exit(f"{name} names an address; it must hold only names, versions and hashes.")


compile_lock("requirements.lock", *sys.argv[1:])
# Everything both have in common stands at the same version.
compile_lock("requirements-dev.lock", "--extra=dev", "--constraints=requirements.lock", *sys.argv[1:])
