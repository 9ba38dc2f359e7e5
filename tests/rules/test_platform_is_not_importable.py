"""`platform/` is a shelf of ours and a module of the standard library: only the latter may ever be imported."""

import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[2]
STANDARD_LIBRARY = Path(sysconfig.get_path("stdlib"))


def test_the_shelf_is_no_package() -> None:
    assert not (ROOT / "platform" / "__init__.py").exists()


def test_no_test_or_conftest_lies_on_the_shelf() -> None:
    found = [file for pattern in ("test_*.py", "conftest.py") for file in (ROOT / "platform").rglob(pattern)]
    assert not found, "pytest would plant a module named `platform` for these"


def test_the_name_platform_means_the_standard_library() -> None:
    import platform

    assert Path(platform.__file__).parent == STANDARD_LIBRARY


def test_it_means_the_same_when_python_starts_in_the_project_and_in_platform() -> None:
    for folder in (ROOT, ROOT / "platform"):
        said = subprocess.run(
            [sys.executable, "-c", "import platform; print(platform.__file__)"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
        assert Path(said.stdout.strip()).parent == STANDARD_LIBRARY
