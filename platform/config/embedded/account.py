"""Whose rights the database server has.

PostgreSQL refuses to run as root, so root hands it to an unprivileged user with `setpriv`. That user cannot enter
every folder that root can (/root itself, a private folder above the project), and no parent folder is opened for it:

- a data folder is given to the server as an open directory, `/proc/self/fd/N`, which needs no rights on its parents;
- programs below a closed folder are copied to a place that everybody may read (programs.py).
"""

import os
import pwd
import shutil
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hub.language import Text

from .tether import tied
from .trouble import Trouble

# An own user first. Debian's `postgres` next: it is made for just this. `nobody` is everywhere.
_CANDIDATES = ("wishbridge", "postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """An unprivileged user to run a server as; only root ever needs one."""

    name: str
    uid: int
    gid: int


def account_for(folder: Path) -> Account | None:
    """The user that shall run the server of `folder`, or None where we are an ordinary user and run it ourselves.

    A folder that exists already decides by its owner, so that a second start finds its files.
    Raises Trouble where root has no unprivileged user or no `setpriv` to change to it.
    """
    if os.geteuid() != 0:
        return None
    if shutil.which("setpriv") is None:
        raise Trouble(
            "no_setpriv",
            Text(
                zh="以 root 身份启动时需要命令 setpriv（软件包 util-linux）来降低数据库的权限，但系统中没有。"
                "请安装它，或改用普通用户启动。",
                en="Started as root, the database needs the command setpriv (package util-linux) to give up its rights,"
                " and there is none. Install it, or start as an ordinary user.",
            ),
        )
    if folder.exists() and (uid := folder.stat().st_uid) != 0:
        owner = pwd.getpwuid(uid)
        return Account(owner.pw_name, owner.pw_uid, owner.pw_gid)
    for name in _CANDIDATES:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        if found.pw_uid != 0:
            return Account(found.pw_name, found.pw_uid, found.pw_gid)
    raise Trouble(
        "no_unprivileged_user",
        Text(
            zh="以 root 身份启动时数据库需要一个普通用户，但系统中没有 wishbridge、postgres 或 nobody。"
            "请执行 useradd --system wishbridge。",
            en="Started as root, the database needs an unprivileged user, and there is none of wishbridge, postgres and"
            " nobody. Run: useradd --system wishbridge",
        ),
    )


def spawn_arguments(
    argv: list[str], account: Account | None, parent_gone: signal.Signals = signal.SIGKILL
) -> dict[str, Any]:
    """Arguments for subprocess.Popen that start `argv` as that user, ending with its parent by `parent_gone`."""
    if account is None:
        return {"args": argv, "preexec_fn": tied(parent_gone)}
    rights = [
        "setpriv",
        f"--reuid={account.uid}",
        f"--regid={account.gid}",
        "--clear-groups",
        "--no-new-privs",
    ]
    if sys.platform == "linux":
        rights.append(f"--pdeathsig={parent_gone.name.removeprefix('SIG')}")
    return {"args": [*rights, "--", *argv]}


def reachable_by(account: Account, path: Path) -> bool:
    """Whether that user, a member of no further group, may enter every folder above `path` and read `path`."""
    for folder in [path, *path.resolve().parents]:
        status = folder.stat()
        shift = 6 if status.st_uid == account.uid else 3 if status.st_gid == account.gid else 0
        if (status.st_mode >> shift) & 0o5 not in ((0o5,) if folder is path else (0o1, 0o5)):
            return False
    return True
