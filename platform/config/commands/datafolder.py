"""The data folder: everything of one installation that is not the program.

installation.json   which format, and which version of the program made it
keys/   0700        master.key, secret.key, the database's passwords, the demo's logins (each 0600)
pg/                 PostgreSQL's own; as root it belongs to an unprivileged user
logs/   0700        one file a process
run/    0700        lock, state of the running instance, beat's schedule
settings.json       what `up` was last told in its environment (domain, hosts, gateway …): commands in another shell, and
                    the next `up`, go by it
"""

import base64
import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from config.embedded import Trouble
from config.embedded.postgres import disk_full
from hub.language import Text

FORMAT = 1
REMEMBERED = (
    "WISHBRIDGE_ENV",
    "WISHBRIDGE_BASE_DOMAIN",
    "WISHBRIDGE_PLATFORM_HOSTS",
    "WISHBRIDGE_SMS_GATEWAY",
    "WISHBRIDGE_SMS_SIGNATURE",
    "WISHBRIDGE_SMS_A_NUMBER_AND_DAY",
    "WISHBRIDGE_SMS_A_COMMUNITY_AND_DAY",
    "WISHBRIDGE_SMS_A_COMMUNITY_AND_YEAR",
    "WISHBRIDGE_TRUSTED_PROXIES",
    "WISHBRIDGE_BEHIND_TLS_PROXY",
)
"""Settings that make an installation what it is: forgotten, a command would make a host that answers 404, and a county's
installation would start as a trial."""
LEAST_FREE_BYTES = 300 * 1024 * 1024


@dataclass(frozen=True)
class Running:
    """What a running `wishbridge up` says of itself, so that other commands can join it."""

    pid: int
    port: int
    database_url: str
    redis_url: str
    simulated_clock: str = ""
    """WISHBRIDGE_SIMULATED_CLOCK as it was started with: who joins it must not live at another time."""


def default_path() -> Path:
    """WISHBRIDGE_DATA, or `.data` in the current folder."""
    return Path(os.environ.get("WISHBRIDGE_DATA") or ".data")


_OURS = frozenset({"installation.json", "settings.json", "keys", "logs", "run", "pg", "pg.new", "lost+found"})


class DataFolder:
    """One data folder. Nothing is made or changed before `make`."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self.keys = self.path / "keys"
        self.logs = self.path / "logs"
        self.run = self.path / "run"
        self.pg = self.path / "pg"
        self.master_key = self.keys / "master.key"
        self.demo_logins = self.keys / "demo-logins.json"
        self._sign = self.path / "installation.json"
        self._state = self.run / "state.json"
        self._settings = self.path / "settings.json"

    @property
    def exists(self) -> bool:
        """Whether an installation was begun here. Raises Trouble where this user may not even look."""
        try:
            return self._sign.exists()
        except OSError as problem:
            raise cannot_read(self.path, problem) from problem

    def make(self, version: str) -> None:
        """Make what is missing, keys included, and check what is there.

        Raises Trouble for a folder that cannot be written, is not ours, or belongs to another version, and for a disk
        that is nearly full.
        """
        self._check_sign()
        if not self.exists and self.holds_something_else():
            raise self._not_ours()
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            for folder in (self.keys, self.logs, self.run):
                folder.mkdir(mode=0o700, exist_ok=True)
            if shutil.disk_usage(self.path).free < LEAST_FREE_BYTES:
                raise disk_full(self.path)
            if not self.exists:
                if self.pg.exists():
                    raise self._not_ours()
                _write_once(self._sign, json.dumps({"format": FORMAT, "wishbridge": version}) + "\n", mode=0o644)
            _write_once(self.master_key, base64.b64encode(secrets.token_bytes(32)).decode() + "\n")
            _write_once(self.keys / "secret.key", secrets.token_urlsafe(64))
        except OSError as problem:
            raise cannot_write(self.path, problem) from problem

    def holds_something_else(self) -> bool:
        """Whether there are files that no installation makes: somebody else's folder, or a slip of the hand."""
        try:
            names = [entry.name for entry in self.path.iterdir()]
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as problem:
            raise cannot_read(self.path, problem) from problem
        # Whoever starts us may have our output written there.
        return any(name not in _OURS and not name.startswith(".") and not name.endswith(".log") for name in names)

    def begin_with(self, master_key: bytes) -> None:
        """Lay a master key into a folder where no installation was begun; `make` keeps it."""
        self.keys.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_once(self.master_key, base64.b64encode(master_key).decode() + "\n")

    def _check_sign(self) -> None:
        try:
            sign = json.loads(self._sign.read_text())
            found = int(sign["format"])
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError) as problem:
            raise self._not_ours() from problem
        if found != FORMAT:
            raise Trouble(
                "other_version",
                Text(
                    zh=f"数据文件夹 {self.path} 由 WishBridge {sign.get('wishbridge', '?')} 建立（格式 {found}），"
                    f"而本程序使用格式 {FORMAT}。请用那个版本启动，或换一个数据文件夹（--data）。",
                    en=f"The data folder {self.path} was made by WishBridge {sign.get('wishbridge', '?')} (format {found});"
                    f" this program uses format {FORMAT}. Start it with that version, or take another folder (--data).",
                ),
            )

    def _not_ours(self) -> Trouble:
        return Trouble(
            "not_a_data_folder",
            Text(
                zh=f"{self.path} 不是 WishBridge 的数据文件夹（缺少可读的 installation.json）。请换一个文件夹（--data）。",
                en=f"{self.path} is no data folder of WishBridge (no readable installation.json). Choose another (--data).",
            ),
        )

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Be the only one who runs servers in this folder. Raises Trouble when another instance is.

        The kernel gives the lock back when its holder ends, however it ends.
        """
        handle = self._take_lock()
        if handle is None:
            raise Trouble(
                "second_instance",
                Text(
                    zh=f"数据文件夹 {self.path} 已有一个 WishBridge 在运行（进程 {self._holder()}）。"
                    "请先停止它（在它的终端按 Ctrl-C），或换一个数据文件夹（--data）。",
                    en=f"Another WishBridge runs on the data folder {self.path} (process {self._holder()})."
                    " Stop it first (Ctrl-C in its terminal), or take another folder (--data).",
                ),
            )
        try:
            yield
        finally:
            self._state.unlink(missing_ok=True)
            handle.close()

    def _take_lock(self) -> IO[str] | None:
        try:
            handle = (self.run / "lock").open("a+")
        except OSError as problem:
            raise cannot_read(self.path, problem) from problem
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.close()
            return None
        handle.truncate(0)
        handle.write(f"{os.getpid()}\n")
        handle.flush()
        return handle

    def _holder(self) -> str:
        return (self.run / "lock").read_text().strip() or "?"

    def announce(self, running: Running) -> None:
        """Tell other commands how to join; holds passwords, so 0600."""
        draft = self._state.with_suffix(".new")
        draft.unlink(missing_ok=True)
        _write_once(draft, json.dumps(asdict(running)))
        draft.rename(self._state)

    def running(self) -> Running | None:
        """The instance that runs on this folder and is ready to be joined, if there is one."""
        if not self.run.is_dir():
            return None
        handle = self._take_lock()
        if handle is not None:
            handle.close()
            return None
        try:
            return Running(**json.loads(self._state.read_text()))
        except FileNotFoundError:
            return None

    def remember(self) -> None:
        """Write down what this environment says of the installation, beside what was said before."""
        said = {name: value for name in REMEMBERED if (value := os.environ.get(name, "").strip())}
        draft = self._settings.with_suffix(".new")
        draft.unlink(missing_ok=True)
        _write_once(draft, json.dumps(self.remembered() | said, indent=2) + "\n")
        draft.rename(self._settings)

    def remembered(self) -> dict[str, str]:
        """What `up` was last told of this installation."""
        try:
            kept = json.loads(self._settings.read_text())
        except FileNotFoundError:
            return {}
        except OSError as problem:
            raise cannot_read(self.path, problem) from problem
        except ValueError as problem:
            raise self._not_ours() from problem
        return {name: str(value) for name, value in kept.items() if name in REMEMBERED}

    def environment(self, *, database_url: str, redis_url: str, running: bool = False) -> dict[str, str]:
        """The settings of this installation, but for the servers.

        What the caller's environment says beats what was remembered; beside a `running` installation it does not: a
        command must not live in another place than the pages that show what it did. A trial has defaults beside; a
        county's installation (production) has to say what it is.
        """
        said = {name: value for name, value in os.environ.items() if name.startswith("WISHBRIDGE_") and value.strip()}
        settings = said | self.remembered() if running else self.remembered() | said
        own = {
            "WISHBRIDGE_SECRET_KEY": _read_key(self, "secret.key"),
            "WISHBRIDGE_MASTER_KEY_FILE": str(self.master_key),
        }
        trial = {"WISHBRIDGE_ENV": "local", "WISHBRIDGE_SMS_GATEWAY": "local", "WISHBRIDGE_BASE_DOMAIN": "localhost"}
        defaults = {} if settings.get("WISHBRIDGE_ENV") == "production" else trial
        settings = {"DJANGO_SETTINGS_MODULE": "config.settings"} | defaults | own | settings
        return settings | {"WISHBRIDGE_DATA": str(self.path), "DATABASE_URL": database_url, "REDIS_URL": redis_url}

    def forget(self) -> None:
        """Take the sign away: from now on no installation is here."""
        self._sign.unlink(missing_ok=True)

    def logins(self) -> list[dict[str, Any]]:
        """The demo's logins, as they were made for this installation."""
        try:
            logins: list[dict[str, Any]] = json.loads(self.demo_logins.read_text())
        except FileNotFoundError:
            return []
        return logins


def cannot_read(path: Path, problem: OSError) -> Trouble:
    """The sentence for a data folder of somebody else."""
    return Trouble(
        "cannot_read",
        Text(
            zh=f"无法读取数据文件夹 {path}：{problem.strerror}。请用启动 WishBridge 的那个用户执行（例如 sudo -u 用户名）。",
            en=f"The data folder {path} cannot be read: {problem.strerror}."
            " Run this as the user who started WishBridge (with sudo -u NAME, say).",
        ),
    )


def _read_key(folder: DataFolder, name: str) -> str:
    try:
        return (folder.keys / name).read_text().strip()
    except OSError as problem:
        raise cannot_read(folder.path, problem) from problem


def cannot_write(path: Path, problem: OSError) -> Trouble:
    """The sentence for a folder that the person may not write, or for a full disk."""
    if problem.errno == 28:  # ENOSPC
        return disk_full(path)
    return Trouble(
        "cannot_write",
        Text(
            zh=f"无法写入数据文件夹 {path}：{problem.strerror}。请检查权限，或用 --data 换一个您可以写入的文件夹。",
            en=f"The data folder {path} cannot be written: {problem.strerror}."
            " Check its permissions, or name one that you may write with --data.",
        ),
    )


def _write_once(file: Path, text: str, mode: int = 0o600) -> None:
    """Write a file that does not exist yet, with its mode from the first moment; leave one that does."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except FileExistsError:
        return
    with os.fdopen(handle, "w") as stream:
        stream.write(text)
