"""`wishbridge backup`: everything, or one community, into a folder or a .tar file; the keys apart, into a file."""

import argparse
import os
import sys
from pathlib import Path

from config.backups import manifest
from config.embedded import Trouble
from hub.language import Text

from .chosen import chosen_community
from .say import say, say_json
from .session import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", type=Path, nargs="?", help="a new folder, or a new file that ends in .tar")
    parser.add_argument("--all", action="store_true", help="the whole installation")
    parser.add_argument("--community", metavar="SLUG", help="this community alone")
    parser.add_argument("--keys", type=Path, metavar="FILE", help="write the master key into FILE; keep it apart")


def run(arguments: argparse.Namespace) -> int:
    """Write what was asked for. Raises Trouble when neither --all nor a community nor --keys is named."""
    if arguments.keys is None or arguments.target is not None:
        _check(arguments)
    report: dict[str, object] = {}
    with installation(arguments.data, named=True):
        from . import VERSION

        if arguments.keys is not None:
            _write_keys(arguments.keys)
            report["keys"] = str(arguments.keys)
        if arguments.target is not None:
            from config.backups import community
            from config.backups import installation as whole

            os.umask(0o077)
            with manifest.writing(arguments.target.absolute()) as folder:
                if arguments.all:
                    made = whole.back_up(folder, VERSION)
                else:
                    made = community.back_up(folder, chosen_community(arguments.community), VERSION)
            report |= {
                "target": str(arguments.target),
                "kind": made.kind,
                "communities": [described["slug"] for described in made.communities],
                "bytes": sum(int(noted["bytes"]) for noted in made.files.values()),
                "key_fingerprint": made.key_fingerprint,
            }
    _tell(report, as_json=arguments.json)
    return 0


def _check(arguments: argparse.Namespace) -> None:
    if arguments.target is None or arguments.all == bool(arguments.community):
        raise Trouble(
            "name_what_to_back_up",
            Text(
                zh="请说明备份什么、放在哪里：wishbridge backup --all 目标，或 wishbridge backup --community 社区 目标。",
                en="Say what to back up and where to: wishbridge backup --all TARGET,"
                " or wishbridge backup --community SLUG TARGET.",
            ),
        )


def _write_keys(file: Path) -> None:
    """The master key in base64, as WISHBRIDGE_MASTER_KEY_FILE has it, into a new file that only we can read."""
    from django.conf import settings

    text = Path(settings.WISHBRIDGE_MASTER_KEY_FILE).read_text(encoding="ascii")
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as problem:
        raise Trouble(
            "target_exists",
            Text(zh=f"{file} 已经存在，没有覆盖。", en=f"{file} exists already and was not overwritten."),
        ) from problem
    with os.fdopen(handle, "w") as stream:
        stream.write(text)


def _tell(report: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        say_json(report)
        return
    if "target" in report:
        size = f"{int(str(report['bytes'])) / 1e6:.1f} MB"
        say(Text(zh=f"备份完成：{report['target']}({size})。", en=f"Backed up into {report['target']} ({size})."))
    if "keys" in report:
        say(
            Text(
                zh=f"主密钥已写入 {report['keys']}。请与备份分开保管：没有它，任何备份都无法读取。",
                en=f"The master key is in {report['keys']}. Keep it apart from the backups: without it none can be read.",
            )
        )
    else:
        say(
            Text(
                zh="备份中不含主密钥。若尚未保存，请执行：wishbridge backup --keys 文件",
                en="The master key is not inside. If it is not kept yet: wishbridge backup --keys FILE",
            )
        )
    sys.stdout.flush()
