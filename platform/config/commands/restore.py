"""`wishbridge restore`: bring a backup back, the whole installation or one community."""

import argparse
import os
from pathlib import Path

from config.backups import manifest
from config.embedded import Trouble
from hub.envelope import KeyTrouble, read_master_key
from hub.language import Text

from .datafolder import DataFolder, default_path
from .say import say, say_json
from .session import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=Path, help="the folder or .tar file that `wishbridge backup` wrote")
    parser.add_argument("--all", action="store_true", help="the whole installation")
    parser.add_argument("--community", metavar="SLUG", help="this community; the backup must be of it")
    parser.add_argument("--keys", type=Path, metavar="FILE", help="the master key that belongs to the backup")
    parser.add_argument("--replace", action="store_true", help="put the backup in the place of what is here")


def run(arguments: argparse.Namespace) -> int:
    """Restore. Raises Trouble for a damaged backup, another master key, or data that are in the way."""
    with manifest.reading(arguments.source.absolute()) as (folder, described):
        _check_kind(arguments, described)
        master = _named_key(arguments.keys)
        report = {"source": str(arguments.source), "kind": described.kind}
        report |= {"communities": [community["slug"] for community in described.communities]}  # type: ignore[dict-item]
        if described.kind == "installation":
            former = _restore_installation(arguments, folder, described, master)
            report["former_database"] = former or ""
        else:
            with installation(arguments.data, make=True):
                from config.backups import community

                community.restore(folder, described, replace=arguments.replace, master=master)
    if arguments.json:
        say_json(report)
    else:
        count = len(described.communities)
        say(
            Text(
                zh=f"已恢复 {count} 个社区（{described.made_at} 的备份）。",
                en=f"Restored {count} of {described.made_at}.",
            )
        )
    return 0


def _check_kind(arguments: argparse.Namespace, described: manifest.Manifest) -> None:
    slug = described.communities[0]["slug"] if described.kind == "community" else None
    if (described.kind == "installation") == arguments.all and slug == arguments.community:
        return
    what = "--all" if slug is None else f"--community {slug}"
    raise Trouble(
        "name_what_to_restore",
        Text(
            zh=f"请说明恢复什么。这份备份应当这样恢复：wishbridge restore {what} {arguments.source}",
            en=f"Say what to restore. This backup is restored with: wishbridge restore {what} {arguments.source}",
        ),
    )


def _named_key(file: Path | None) -> bytes | None:
    if file is None:
        return None
    try:
        return read_master_key(file)
    except KeyTrouble as problem:
        raise Trouble(
            "unreadable_key",
            Text(zh=f"{file} 不是主密钥文件。", en=f"{file} is no master key file: {problem}"),
        ) from problem


def _restore_installation(
    arguments: argparse.Namespace, folder: Path, described: manifest.Manifest, master: bytes | None
) -> str | None:
    in_environment = arguments.data is None and bool(os.environ.get("DATABASE_URL"))
    data = DataFolder(arguments.data or default_path())
    if not in_environment:
        if data.running() is not None:
            with data.lock():  # raises the sentence about the instance that runs
                return None
        if not data.exists:
            # After a loss: the key comes first, or nothing of what is restored could be read.
            if master is None or manifest.fingerprint(master) != described.key_fingerprint:
                raise manifest.wrong_key()
            data.begin_with(master)
        elif manifest.fingerprint(read_master_key(data.master_key)) != described.key_fingerprint:
            raise manifest.wrong_key()
    with installation(arguments.data, make=True):
        from config.backups import installation as whole
        from hub.envelope import master_key

        if manifest.fingerprint(master_key()) != described.key_fingerprint:
            raise manifest.wrong_key()
        former = whole.restore(folder, described, replace=arguments.replace)
        from .prepare import bring_schema_up_to_date

        bring_schema_up_to_date()
        return former
