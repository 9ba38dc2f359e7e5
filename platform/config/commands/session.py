"""Where a command works: beside a running `wishbridge up`, or with the servers started for as long as it takes.

Where DATABASE_URL names a database and no data folder is named, the environment is taken as it is (production).
"""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured

from config.embedded import EmbeddedServers, Trouble
from hub.language import Text

from .datafolder import DataFolder, default_path


@contextmanager
def installation(data: Path | None, *, make: bool = False, named: bool = False) -> Iterator[DataFolder | None]:
    """Inside, Django is set up on the installation and its servers answer.

    data: the data folder named by the caller, or None. make: begin a new installation where there is none, which only
    a restore may: any other command that made one would say that it succeeded, somewhere where nobody looks. named: say
    on standard error which installation this is, and its address.
    Yields the data folder, or None where the environment names the servers.
    Raises Trouble where there is no installation, it is just starting or stopping, is somebody else's, or its settings
    are refused.
    """
    # A person at the terminal is told by sentences; what the program logs beside them is for the servers' files.
    os.environ.setdefault("WISHBRIDGE_LOG_LEVEL", "WARNING")
    if data is None and os.environ.get("DATABASE_URL"):
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        set_up()
        if named:
            _name(None, 0)
        yield None
        return
    folder = DataFolder(data or default_path())
    if make:
        from . import VERSION

        folder.make(VERSION)
    elif not folder.exists:
        raise Trouble(
            "no_installation",
            Text(
                zh=f"{folder.path} 中还没有 WishBridge，什么也没有做。请先执行 wishbridge up，或用 --data 指定数据文件夹。",
                en=f"There is no WishBridge in {folder.path}, and nothing was done. Run wishbridge up first, or name"
                " its folder with --data.",
            ),
        )
    with ExitStack() as stack:
        running = folder.running()
        if running is not None:
            urls = {"database_url": running.database_url, "redis_url": running.redis_url}
            if running.simulated_clock:
                os.environ.setdefault("WISHBRIDGE_SIMULATED_CLOCK", running.simulated_clock)
        else:
            stack.enter_context(folder.lock())
            servers = stack.enter_context(EmbeddedServers(folder.path))
            urls = {"database_url": servers.postgres.url(), "redis_url": servers.valkey.url()}
        os.environ.update(folder.environment(**urls, running=running is not None))
        set_up()
        if running is None:
            from .prepare import bring_schema_up_to_date

            bring_schema_up_to_date()
        if named:
            _name(folder, running.port if running else 0)
        yield folder


def set_up() -> None:
    """django.setup(). Raises Trouble with the sentences of settings that are refused."""
    try:
        django.setup()
    except ImproperlyConfigured as problem:
        raise Trouble(
            "settings_refused",
            Text(
                zh=f"设置不完整或不安全，WishBridge 不能这样运行（请按下面的英文说明逐项补上）：\n{problem}",
                en="The settings are incomplete or unsafe (each is named above)."
                " deploy/README.md says what each of them means.",
            ),
        ) from problem


def address(port: int) -> str:
    """Where the installation's platform answers; `port` of a running trial, 0 where it is not known."""
    from django.conf import settings

    host = settings.WISHBRIDGE_PLATFORM_HOSTS[0]
    if settings.WISHBRIDGE_ENV == "production":
        return f"https://{host}"
    return f"http://{host}:{port}" if port else f"http://{host}"


def _name(folder: DataFolder | None, port: int) -> None:
    said = Text(zh="安装：{where}  网址：{address}", en="Installation: {where}  Address: {address}")
    servers = Text(zh="环境变量所指的服务器", en="the servers that the environment names")
    where = Text(zh=str(folder.path), en=str(folder.path)) if folder else servers
    named = said.format(where=where, address=address(port))
    print(f"{named.zh}\n{named.en}", file=sys.stderr, flush=True)
