"""Where a command works: beside a running `wishbridge up`, or with the servers started for as long as it takes.

Where DATABASE_URL names a database and no data folder is named, the environment is taken as it is (production).
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import django

from config.embedded import EmbeddedServers, Trouble
from hub.language import Text

from .datafolder import DataFolder, default_path


@contextmanager
def installation(data: Path | None, *, make: bool = False) -> Iterator[DataFolder | None]:
    """Inside, Django is set up on the installation and its servers answer.

    data: the data folder named by the caller, or None. make: begin a new installation where there is none.
    Yields the data folder, or None where the environment names the servers.
    Raises Trouble where there is no installation, or it is just starting or stopping.
    """
    # A person at the terminal is told by sentences; what the program logs beside them is for the servers' files.
    os.environ.setdefault("WISHBRIDGE_LOG_LEVEL", "WARNING")
    if data is None and os.environ.get("DATABASE_URL"):
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
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
                zh=f"{folder.path} 中还没有 WishBridge。请先执行 wishbridge up，或用 --data 指定数据文件夹。",
                en=f"There is no WishBridge in {folder.path} yet. Run wishbridge up first, or name its folder with --data.",
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
        os.environ.update(folder.environment(**urls))
        django.setup()
        if running is None:
            from .prepare import bring_schema_up_to_date

            bring_schema_up_to_date()
        yield folder
