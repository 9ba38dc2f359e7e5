"""The short private folder that holds the servers' sockets.

A socket's path may have 107 bytes at most (the kernel's `sun_path`), and a data folder may lie deeper than that or
below a folder that the database's user cannot enter. So the folder is a new one in the first place that is short
enough, mode 0700, owned by the user who runs the servers.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from hub.language import Text

from .account import Account
from .trouble import Trouble

LONGEST_SOCKET_PATH = 107
_PREFIX = "wishbridge-"
# PostgreSQL's file beside its socket is the longest name in the folder; mkdtemp adds eight letters.
_LONGEST_NAME = "/wishbridge-abcdefgh/.s.PGSQL.5432.lock"


def places() -> list[Path]:
    """Where a socket folder may lie, best first; `WISHBRIDGE_SOCKET_PLACE` puts one before them all."""
    wanted = [os.environ.get("WISHBRIDGE_SOCKET_PLACE"), os.environ.get("XDG_RUNTIME_DIR"), tempfile.gettempdir()]
    return [Path(place) for place in [*wanted, "/tmp"] if place]  # noqa: S108  the folder made in it is private


def make_socket_folder(account: Account | None, among: Iterable[Path] | None = None) -> Path:
    """A new folder, mode 0700, in which `account` (or we ourselves) can open sockets.

    Raises Trouble where every place is too deep or cannot be written.
    """
    tried = list(places() if among is None else among)
    for place in tried:
        if len(os.fsencode(f"{place}{_LONGEST_NAME}")) > LONGEST_SOCKET_PATH or not _enterable(account, place):
            continue
        try:
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
        except OSError:
            continue
        if account is not None:
            os.chown(folder, account.uid, account.gid)
        return folder
    raise Trouble(
        "socket_path_too_long",
        Text(
            zh=f"找不到可以放置套接字的短路径（{LONGEST_SOCKET_PATH} 字节以内且可写）:{'、'.join(map(str, tried))}。"
            "请把环境变量 WISHBRIDGE_SOCKET_PLACE 设为一个短的、可写的文件夹，例如 /run。",
            en="No folder can be written and is short enough for a socket"
            f" ({LONGEST_SOCKET_PATH} bytes at most): {', '.join(map(str, tried))}."
            " Set WISHBRIDGE_SOCKET_PLACE to a short folder that you may write, /run for example.",
        ),
    )


def renew_socket_folder(note: Path, account: Account | None) -> Path:
    """A new folder as `make_socket_folder` makes it, noted in that file; the one noted before is taken away.

    A start that was killed could not take its sockets away.
    """
    if note.exists():
        remove_socket_folder(Path(note.read_text()))
    folder = make_socket_folder(account)
    note.write_text(str(folder))
    return folder


def _enterable(account: Account | None, place: Path) -> bool:
    """Whether the database's user can pass through `place` to a folder of its own in it."""
    if not place.is_dir():
        return False
    if account is None:
        return os.access(place, os.W_OK | os.X_OK)
    return all(folder.stat().st_mode & 0o1 for folder in [place, *place.resolve().parents])


def forget_socket_folder(note: Path) -> None:
    """Take away the folder that was noted there, and the note."""
    if note.exists():
        remove_socket_folder(Path(note.read_text()))
        note.unlink()


def remove_socket_folder(folder: Path) -> None:
    """Take a folder of ours away with what is left in it; it may be gone already."""
    if folder.name.startswith(_PREFIX):
        shutil.rmtree(folder, ignore_errors=True)
