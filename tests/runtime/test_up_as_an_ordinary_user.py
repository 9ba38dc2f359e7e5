"""Nobody needs to be root: the database then runs as the person who started it, and asks for no setpriv."""

import contextlib
import json
import os
import pwd
from collections.abc import Iterator
from pathlib import Path

from tests.runtime.installation import Installation, all_gone, wishbridge


def test_an_ordinary_user_can_do_everything(tmp_path: Path) -> None:
    user, prefix, home = ordinary_user(tmp_path)
    data = home / "data"
    with Installation(data, "--empty", prefix=prefix, HOME=str(home)) as installation:
        tree = installation.tree()
        assert {owner for pid in tree for owner in owners(pid)} == {user}
        assert installation.is_ready()
        made = wishbridge(
            *("community", "create", "haihong", "--json", "--data", data, "--name", "海鸿社区"),
            *("--region-code", "630222100001", "--administrator", "李主任", "--phone", "13900139001"),
            prefix=prefix,
        )
        assert json.loads(made.stdout)["slug"] == "haihong", made.stderr
    assert all_gone(tree)
    assert (data / "pg").stat().st_uid == user


def owners(pid: int) -> Iterator[int]:
    """As whom the process runs; nobody where it has just ended, as the database's helpers do."""
    with contextlib.suppress(FileNotFoundError):
        yield Path(f"/proc/{pid}").stat().st_uid


def ordinary_user(tmp_path: Path) -> tuple[int, tuple[str, ...], Path]:
    """A user other than root, how to become it, and a folder of its own.

    As root that is `nobody`, with the one privilege to read: the interpreter may lie below root's closed folder. Without
    the security bit the kernel forgets the privilege when a program only asks whether it may read, as initdb does.
    """
    if os.geteuid() != 0:
        return os.geteuid(), (), tmp_path
    nobody = pwd.getpwnam("nobody")
    home = tmp_path / "home"
    home.mkdir()
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    prefix = ("setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups")
    prefix = (*prefix, "--securebits=+no_setuid_fixup")
    return nobody.pw_uid, (*prefix, "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search", "--"), home
