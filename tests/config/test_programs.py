"""A copy of a server's programs is whole, tried before it takes its name, and made anew when it fails."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from config.embedded import Trouble, programs
from config.embedded.account import Account, account_for
from config.embedded.postgres import server_programs
from config.embedded.programs import Programs, runnable


def as_root(test: Callable[..., None]) -> Callable[..., None]:
    """For root alone: an ordinary user runs the programs as themself, where they are, and there is nothing to test."""

    def test_nothing() -> None:
        return

    return test if os.geteuid() == 0 else test_nothing


@pytest.fixture
def account(tmp_path: Path) -> Account:
    """Whom root runs servers as."""
    found = account_for(tmp_path / "none")
    assert found is not None
    return found


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only place for copies, which everybody may pass."""
    made = Path(f"/var/tmp/wishbridge-programs-{os.getpid()}")  # noqa: S108  taken away again
    monkeypatch.setattr(programs, "PLACES", (made,))
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def closed(tmp_path: Path) -> Programs:
    """A program in two files, below a folder that only root may enter."""
    home = tmp_path / "home"
    (home / "bin").mkdir(parents=True)
    (home / "beside").mkdir()
    home.chmod(0o700)
    program = home / "bin/server"
    program.write_text('#!/bin/sh\nexec cat "$(dirname "$0")/../beside/library"\n')
    program.chmod(0o700)
    (home / "beside/library").write_text("9.9\n")
    (home / "beside/library").chmod(0o600)
    return Programs("server", home, ("bin/server", "beside", "not there"), (("bin/server", "--version"),))


@as_root
def test_a_copy_holds_all_that_its_program_reads_whatever_the_umask_is(
    closed: Programs, account: Account, place: Path
) -> None:
    before = os.umask(0o077)
    try:
        copy = runnable(closed, account)
    finally:
        os.umask(before)
    assert copy.parent == place
    assert stat.S_IMODE((copy / "beside/library").stat().st_mode) == 0o644
    assert runnable(closed, account) == copy


@as_root
@pytest.mark.parametrize("harm", ["lost", "emptied", "closed"])
def test_a_copy_that_fails_is_made_anew(closed: Programs, account: Account, place: Path, harm: str) -> None:
    library = runnable(closed, account) / "beside/library"
    if harm == "lost":
        library.unlink()
    elif harm == "emptied":
        library.write_text("")
    else:
        library.chmod(0o600)
    copy = runnable(closed, account)
    assert (copy / "beside/library").read_text() == "9.9\n"
    assert stat.S_IMODE((copy / "beside/library").stat().st_mode) == 0o644
    assert list(place.iterdir()) == [copy]


@as_root
def test_a_copy_that_never_runs_takes_no_name_and_the_sentence_says_why(
    closed: Programs, account: Account, place: Path
) -> None:
    (closed.root / "beside/library").unlink()
    with pytest.raises(Trouble) as refused:
        runnable(closed, account)
    assert refused.value.code == "programs_cannot_run"
    assert "library" in refused.value.text.zh
    assert list(place.iterdir()) == []


@as_root
def test_a_place_of_somebody_else_is_not_used(closed: Programs, account: Account, place: Path) -> None:
    place.mkdir()
    os.chown(place, account.uid, account.gid)
    with pytest.raises(Trouble):
        runnable(closed, account)


@as_root
def test_the_database_is_copied_with_the_libraries_beside_it(account: Account, place: Path, tmp_path: Path) -> None:
    whole = server_programs()
    home = tmp_path / "closed"
    home.mkdir(mode=0o700)
    for part in whole.parts:
        if (whole.root / part).is_dir():
            shutil.copytree(whole.root / part, home / part, symlinks=True)
        else:
            (home / part).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(whole.root / part, home / part)
    closed = Programs(whole.name, home, whole.parts, whole.trials)
    assert runnable(closed, account).parent == place
