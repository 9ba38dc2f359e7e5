"""The servers' programs, where the user that runs them can read and run them.

Root often keeps the project in a folder that nobody else may enter (its home has mode 0700). No parent is opened for
the database's user: the programs are copied once to a place that everybody may read. A copy is named after what is in
it, holds all that its programs load, is tried as that user before it takes its name, and is made anew when it fails.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hub.language import Text

from .account import Account, reachable_by, spawn_arguments
from .trouble import Trouble

# Two, since a hardened machine runs no program below /var. Root's alone to write: what lies there is run.
PLACES = (Path("/var/cache/wishbridge"), Path("/usr/local/lib/wishbridge"))
_TRIAL_WITHIN = 60.0  # seconds; a busy machine with a cold disk


@dataclass(frozen=True)
class Programs:
    """What a server needs to run.

    root: the folder that holds it all, since programs find their libraries by the way from one to the other.
    parts: files and folders below it; one that is not there is left out (not every wheel brings libraries beside).
    trials: program below root and its words; each must end with 0 as the user that runs the server.
    """

    name: str
    root: Path
    parts: tuple[str, ...]
    trials: tuple[tuple[str, ...], ...]


def runnable(programs: Programs, account: Account | None) -> Path:
    """The folder from which `account` can run them: their own root, or a whole copy of it that was tried.

    Raises Trouble `programs_cannot_run` with what the last trial said where no place will do.
    """
    if account is None:
        return programs.root
    parts = [programs.root / part for part in programs.parts]
    if all(reachable_by(account, part) for part in parts if part.exists()) and not _fails(
        programs, programs.root, account
    ):
        return programs.root
    name = f"{programs.name}-{_digest(programs, programs.root)}"
    why = "?"
    for place in PLACES:
        try:
            _make_place(place)
            copy = place / name
            if _is_whole(programs, copy) and not _fails(programs, copy, account):
                return copy
            why = _make_copy(programs, copy, account)
            if not why:
                return copy
        except OSError as problem:
            why = str(problem)
    raise Trouble(
        "programs_cannot_run",
        Text(
            zh=f"用户 {account.name} 不能运行 {programs.name} 的程序：{why}。程序在 {programs.root}，"
            f"也试过复制到 {'、'.join(map(str, PLACES))}。请确认其中一处可写、可执行（没有 noexec），再重新启动。",
            en=f"The user {account.name} cannot run the programs of {programs.name}: {why}. They lie in {programs.root};"
            f" copies in {' and '.join(map(str, PLACES))} were tried too. See that one of these can be written and"
            " allows programs to run (no noexec), and start again.",
        ),
    )


def _make_place(place: Path) -> None:
    """Our own folder, readable by all whatever our umask is. Raises OSError where another user could put things there."""
    place.mkdir(parents=True, exist_ok=True)
    status = place.lstat()
    if place.is_symlink() or status.st_uid != os.geteuid():
        raise PermissionError(f"{place} belongs to somebody else")
    place.chmod(0o755)


def _make_copy(programs: Programs, copy: Path, account: Account) -> str:
    """Copy beside, try, and only then give it its name in place of what was there. What the trial said, or ""."""
    draft = copy.with_name(f"{copy.name}.{os.getpid()}")
    try:
        for part in programs.parts:
            source, target = programs.root / part, draft / part
            if not source.exists():
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, symlinks=True)
            else:
                shutil.copy2(source, target)
        for file in [draft, *draft.rglob("*")]:
            if not file.is_symlink():
                file.chmod(0o755 if file.is_dir() or file.stat().st_mode & 0o100 else 0o644)
        if why := _fails(programs, draft, account):
            return why
        _take_the_place(draft, copy)
        return ""
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _take_the_place(draft: Path, copy: Path) -> None:
    aside = draft.with_name(f"{draft.name}.former")
    if copy.exists():
        copy.rename(aside)
    try:
        draft.rename(copy)
    except OSError:
        # Another start was quicker; what it made has been tried as ours has.
        if not copy.exists():
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _fails(programs: Programs, root: Path, account: Account) -> str:
    """What the first program that does not run there says, or "" where all run."""
    for program, *words in programs.trials:
        try:
            done = subprocess.run(
                [*spawn_arguments([str(root / program), *words], account)["args"]],
                cwd="/",
                env={"LC_ALL": "C", "PATH": os.environ.get("PATH", os.defpath)},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_TRIAL_WITHIN,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as problem:
            return str(problem)
        if done.returncode:
            return (done.stderr or done.stdout).strip() or f"{program}: exit {done.returncode}"
    return ""


def _is_whole(programs: Programs, copy: Path) -> bool:
    try:
        return copy.name.endswith(_digest(programs, copy))
    except OSError:
        return False


def _digest(programs: Programs, root: Path) -> str:
    """16 digits over names and contents of all parts that are there."""
    told = hashlib.sha256()
    for file in _files(programs, root):
        told.update(f"{file.relative_to(root)}\0".encode())
        if file.is_symlink():
            told.update(os.fsencode(file.readlink()))
        else:
            told.update(hashlib.sha256(file.read_bytes()).digest())
    return told.hexdigest()[:16]


def _files(programs: Programs, root: Path) -> Iterator[Path]:
    for part in sorted(programs.parts):
        found = root / part
        if found.is_dir():
            yield from sorted(file for file in found.rglob("*") if file.is_symlink() or file.is_file())
        elif found.exists():
            yield found
