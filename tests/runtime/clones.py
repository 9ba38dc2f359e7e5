"""A clone of this project in a folder of its own, ready for `make run` without a network.

What `make setup` would fetch is taken from here: the packages of our .venv (linked, not copied, where the disk allows)
and the built front end, with the marks that say so.
"""

import os
import shutil
import stat
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.rules.source import ROOT
from tests.runtime.installation import Installation, clean_environment

NOT_TO_INHERIT = ("MAKELEVEL", "MAKEFLAGS", "MFLAGS", "VIRTUAL_ENV", "PYTHONPATH")


def clone(into: Path, python: Path) -> Path:
    """Make the folder `into` a clone, its .venv made by that Python. Returns it."""
    # What the last build was made from may have changed since.
    subprocess.run([sys.executable, ROOT / "deploy/install.py", "--tests"], check=True, env=environment(python))
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, os.fsdecode(listed.stdout).split("\0")):
        if (ROOT / name).is_file():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, into / name)
    _give_packages(into, python)
    shutil.copytree(ROOT / "frontend/dist", into / "frontend/dist", copy_function=link)
    (into / "frontend/node_modules").mkdir()
    shutil.copy2(ROOT / "frontend/node_modules/.installed", into / "frontend/node_modules/.installed")
    # All that the lock names is there, so pip only looks; the project itself is installed as in every clone.
    done = subprocess.run(
        ["make", "setup"],
        cwd=into,
        env=environment(python) | {"PIP_NO_INDEX": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    open_to_all(into)
    return into


def open_to_all(folder: Path) -> None:
    """Let everybody read what the folder holds: whose clone it is to be is not who made it, and ours may have been
    made for one alone (umask 077). A file that is ours too becomes one of its own before."""
    for at, _, names in os.walk(folder):
        Path(at).chmod(0o755)
        for file in (Path(at, name) for name in names):
            mode = file.lstat().st_mode
            if stat.S_ISREG(mode) and mode & 0o444 != 0o444:
                own = file.with_name(f"{file.name}.own")
                shutil.copy2(file, own)
                own.chmod(0o755 if mode & 0o100 else 0o644)
                own.replace(file)


def _give_packages(into: Path, python: Path) -> None:
    venv = into / ".venv"
    _say([python, "-m", "venv", "--without-pip", venv], python)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(venv), "platbase": str(venv)}))
    shutil.rmtree(packages)
    shutil.copytree(
        sysconfig.get_path("purelib"),
        packages,
        symlinks=True,
        copy_function=link,
        ignore=lambda folder, names: [name for name in names if "wishbridge" in name],
    )
    # The one program of a wheel that lies beside Python and not among the packages.
    link(str(Path(sys.executable).with_name("caddy")), str(venv / "bin/caddy"))
    maker = _say([python, "-c", "import sys; print(sys.version, sys.base_prefix, sep='\\n', end='')"], python)
    (venv / "made-with").write_text(maker)


def link(source: str, target: str) -> None:
    """The same file once more, or a copy of it on another disk."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _say(argv: list[str | Path], python: Path) -> str:
    done = subprocess.run([*map(str, argv)], env=environment(python), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{argv}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def environment(python: Path) -> dict[str, str]:
    """A person's who has just opened a terminal, in which that Python is the first one found."""
    kept = {name: value for name, value in clean_environment().items() if name not in NOT_TO_INHERIT}
    # A Python that was put elsewhere finds its own library there.
    kept |= (
        {"LD_LIBRARY_PATH": str(python.parent.parent / "lib")} if python.parent.parent != Path(sys.base_prefix) else {}
    )
    return kept | {"PATH": f"{python.parent}{os.pathsep}{kept.get('PATH', os.defpath)}"}


class MakeRun(Installation):
    """`make run` in a clone, with nothing but the folder that it chooses itself; without the demo, on a free port."""

    def __init__(self, folder: Path, python: Path, *, prefix: tuple[str, ...] = (), **more: str) -> None:
        super().__init__(folder / ".data", prefix=prefix, **(environment(python) | more))
        self.folder = folder

    def command(self) -> list[str]:
        return [*self.prefix, "make", "--no-print-directory", "run", "ARGS=--json --empty --port 0"]
