"""`wishbridge reset`: empty the data folder, keys included. What is gone is gone, so it asks first."""

import argparse
import shutil
import sys

from config.embedded import Trouble
from hub.language import Text

from .datafolder import DataFolder, default_path
from .say import say, say_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(arguments: argparse.Namespace) -> int:
    """Remove what an installation has made in its folder. Raises Trouble while an instance runs on it."""
    folder = DataFolder(arguments.data or default_path())
    if not folder.exists:
        if folder.holds_something_else():
            raise Trouble(
                "no_installation",
                Text(
                    zh=f"{folder.path} 中没有 WishBridge，什么也没有删除。请核对 --data。",
                    en=f"There is no WishBridge in {folder.path}, and nothing was deleted. Check --data.",
                ),
            )
    else:
        if not arguments.yes and not _agreed(folder):
            return 1
        with folder.lock():
            for part in (folder.pg, folder.pg.with_name("pg.new"), folder.logs, folder.keys):
                shutil.rmtree(part, ignore_errors=True)
            folder.forget()
        shutil.rmtree(folder.run, ignore_errors=True)
    if arguments.json:
        say_json({"reset": str(folder.path)})
    else:
        say(Text(zh=f"{folder.path} 已清空。", en=f"{folder.path} is empty now."))
    return 0


def _agreed(folder: DataFolder) -> bool:
    if not sys.stdin.isatty():
        raise Trouble(
            "not_agreed",
            Text(
                zh="清空会删除全部数据和密钥。请加上 --yes 确认。",
                en="This deletes all data and keys. Confirm with --yes.",
            ),
        )
    question = f"删除 {folder.path} 中的全部数据和密钥？Delete all data and keys in it? (yes/no) "
    return input(question).strip().lower() in {"yes", "y", "是"}
