"""`make run` where nobody else may enter: a home of mode 0700, the usual place of a clone.

As root the database's user cannot reach its programs there; a copy of them must be whole. /var/cache is an empty one
of the test's own, so that the copy is made anew and nothing of it stays on the machine.
"""

import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rules.source import ROOT
from tests.runtime.clones import MakeRun, clone, environment, link, open_to_all
from tests.runtime.installation import STRANGE_SURROUNDINGS, all_gone

AS_ROOT = os.geteuid() == 0  # only root becomes another user
PYTHON = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
NOBODY = pwd.getpwnam("nobody")
SOMEBODY_ELSE = NOBODY.pw_uid - 1


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody may pass (pytest's own lies in a closed one)."""
    made = Path(tempfile.mkdtemp(prefix="wishbridge-closed-"))
    made.chmod(0o755)
    ours = os.umask(0o022)
    yield made
    os.umask(ours)
    shutil.rmtree(made)


def starts_and_stops(run: MakeRun) -> None:
    with run:
        tree = run.tree()
        assert run.is_ready()
    assert run.process.returncode == 0
    assert all_gone(tree)


def test_root_runs_it_in_a_home_that_is_closed(place: Path) -> None:
    if not AS_ROOT:
        return
    home = place / "root"
    home.mkdir(mode=0o700)
    folder = clone(home / "连心桥 clone", PYTHON)
    # As closed as it can be: what root makes is root's alone.
    alone = ("unshare", "--mount", "sh", "-c", 'mount -t tmpfs none /var/cache && umask 077 && exec "$@"', "sh")
    run = MakeRun(folder, PYTHON, prefix=alone, **STRANGE_SURROUNDINGS)
    starts_and_stops(run)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert (run.data / "pg").stat().st_uid != 0


def test_root_runs_it_below_a_closed_folder_of_somebody_else(place: Path) -> None:
    if not AS_ROOT:
        return
    home = place / "somebody"
    home.mkdir(mode=0o700)
    folder = clone(home / "wishbridge", PYTHON)
    os.chown(home, SOMEBODY_ELSE, SOMEBODY_ELSE)
    alone = ("unshare", "--mount", "sh", "-c", 'mount -t tmpfs none /var/cache && exec "$@"', "sh")
    starts_and_stops(MakeRun(folder, PYTHON, prefix=alone))


def test_a_user_runs_it_in_a_home_that_is_closed(place: Path) -> None:
    """As root: another user, without any right of root's, below a folder of a third that it may pass and not read."""
    if not AS_ROOT:
        place.chmod(0o700)
        starts_and_stops(MakeRun(clone(place / "wishbridge", PYTHON), PYTHON))
        return
    above = place / "somebody"
    above.mkdir()
    python = python_for_all(place)
    folder = clone(above / "微心愿 clone", python)
    os.chown(folder, NOBODY.pw_uid, NOBODY.pw_gid)
    folder.chmod(0o700)
    os.chown(above, SOMEBODY_ELSE, SOMEBODY_ELSE)
    above.chmod(0o711)
    run = MakeRun(folder, python, prefix=become_nobody(), HOME=str(folder), **STRANGE_SURROUNDINGS)
    starts_and_stops(run)
    assert (run.data / "pg").stat().st_uid == NOBODY.pw_uid


def test_a_user_who_may_not_enter_a_folder_above_is_told_which(place: Path) -> None:
    if not AS_ROOT:
        return
    above = place / "somebody"
    folder = above / "wishbridge"
    shutil.copytree(ROOT / "deploy", folder / "deploy")
    shutil.copy2(ROOT / "Makefile", folder / "Makefile")
    open_to_all(folder)
    above.chmod(0o700)
    # The shell that has come here already (`su` in a folder of root's) stays in it.
    said = subprocess.run(
        [*become_nobody(), "make", "run"],
        cwd=folder,
        env=environment(python_for_all(place)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode != 0
    assert "Traceback" not in said.stderr
    assert str(above) in said.stderr
    assert "不能进入" in said.stderr


def become_nobody() -> tuple[str, ...]:
    return ("setpriv", f"--reuid={NOBODY.pw_uid}", f"--regid={NOBODY.pw_gid}", "--clear-groups", "--no-new-privs", "--")


def python_for_all(place: Path) -> Path:
    """Our Python where everybody can run it: it may lie in root's closed home."""
    # By a shell, which has no right of root's left when it looks for the program.
    if subprocess.run([*become_nobody(), "sh", "-c", f'test -x "{PYTHON}"'], check=False).returncode == 0:
        return PYTHON
    library = f"lib/{PYTHON.name}"
    left_out = shutil.ignore_patterns("site-packages", "test", "__pycache__")
    shutil.copytree(f"{sys.base_prefix}/{library}", place / library, copy_function=link, ignore=left_out)
    (place / library / "site-packages").mkdir()
    for shared in Path(sys.base_prefix, "lib").glob("libpython*"):
        link(str(shared), str(place / "lib" / shared.name))
    (place / "bin").mkdir()
    for name in (PYTHON.name, "python3"):
        link(str(PYTHON), str(place / "bin" / name))
    return place / "bin" / PYTHON.name
