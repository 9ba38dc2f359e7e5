"""The backup's own description, and the folder or tar file that holds it together."""

import hashlib
import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from config.embedded import Trouble
from hub.language import Text

FORMAT = 1
NAME = "manifest.json"


@dataclass
class Manifest:
    """What a backup is of, what made it, and a checksum of each of its files.

    key_fingerprint: says which master key opens it, and nothing about the key. communities: id, slug, name,
    region code, schema and its version of each. rows: rows in each table of the hub, to compare with.
    """

    kind: str  # "installation" or "community"
    made_at: str
    wishbridge: str
    postgresql: str
    key_fingerprint: str
    communities: list[dict[str, str]]
    rows: dict[str, int] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    format: int = FORMAT

    def write(self, folder: Path) -> None:
        """Note every file's size and SHA-256, and write the manifest last: a folder without one is no backup."""
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = file.relative_to(folder).as_posix()
            self.files[name] = {"bytes": file.stat().st_size, "sha256": checksum(file)}
        (folder / NAME).write_text(json.dumps(asdict(self), ensure_ascii=False, indent=2), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """The manifest of a backup whose files are all there and unchanged. Raises Trouble."""
        try:
            manifest = cls(**json.loads((folder / NAME).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as problem:
            raise Trouble(
                "no_backup",
                Text(
                    zh=f"{folder} 不是 WishBridge 的备份（缺少可读的 {NAME}）。",
                    en=f"{folder} is no backup of WishBridge (no readable {NAME}).",
                ),
            ) from problem
        if manifest.format != FORMAT:
            raise Trouble(
                "other_backup_format",
                Text(
                    zh=f"备份的格式是 {manifest.format}（由 WishBridge {manifest.wishbridge} 生成），本程序只能读取格式 {FORMAT}。",
                    en=f"The backup has format {manifest.format} (made by WishBridge {manifest.wishbridge});"
                    f" this program reads format {FORMAT}.",
                ),
            )
        for name, noted in manifest.files.items():
            file = folder / name
            if not file.is_file() or file.stat().st_size != noted["bytes"] or checksum(file) != noted["sha256"]:
                raise Trouble(
                    "backup_damaged",
                    Text(
                        zh=f"备份已损坏：{name} 缺失或与清单不符。没有恢复任何数据。请使用另一份备份。",
                        en=f"The backup is damaged: {name} is missing or not what the manifest says."
                        " Nothing was restored. Take another backup.",
                    ),
                )
        return manifest


def checksum(file: Path) -> str:
    """SHA-256 of a file's content, in hex."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def fingerprint(master_key: bytes) -> str:
    """Tells one master key from another; 128 bits of a hash of 256 random bits give none of them away."""
    return hashlib.sha256(b"wishbridge master key fingerprint\0" + master_key).hexdigest()[:32]


@contextmanager
def writing(target: Path) -> Iterator[Path]:
    """A folder to write into, which becomes `target` (packed where its name ends in .tar) when all went well.

    Raises Trouble where the target exists. What fails leaves nothing behind.
    """
    if target.exists():
        raise Trouble(
            "target_exists",
            Text(
                zh=f"{target} 已经存在。请为备份指定一个新的名字。",
                en=f"{target} exists already. Give the backup a new name.",
            ),
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        yield draft
        if target.suffix == ".tar":
            packed = draft / "packed"
            with tarfile.open(packed, "w") as tar:
                for file in sorted(path for path in draft.rglob("*") if path.is_file() and path != packed):
                    tar.add(file, file.relative_to(draft).as_posix())
            packed.chmod(0o600)
            packed.rename(target)
        else:
            draft.rename(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def reading(source: Path) -> Iterator[tuple[Path, Manifest]]:
    """The folder of a backup, unpacked where it is a tar file, with its checked manifest. Raises Trouble."""
    with tempfile.TemporaryDirectory(prefix="wishbridge-restore-") as temporary:
        folder = source
        if source.is_file():
            folder = Path(temporary)
            try:
                with tarfile.open(source) as tar:
                    _unpack(tar, folder)
            except (tarfile.TarError, OSError) as problem:
                raise Trouble(
                    "no_backup",
                    Text(zh=f"无法读取备份 {source}。", en=f"The backup {source} cannot be read."),
                ) from problem
        yield folder, Manifest.read(folder)


def _unpack(tar: tarfile.TarFile, folder: Path) -> None:
    """Writes the files of an archive below a folder. Raises TarError for a link, or a name that leads out of it.

    By hand: `extractall(filter="data")`, which does the same, came with Python 3.11.4, and Debian 12 has 3.11.2.
    """
    for member in tar:
        target = (folder / member.name).resolve()
        content = tar.extractfile(member) if member.isreg() else None
        if content is None or not target.is_relative_to(folder.resolve()):
            raise tarfile.TarError(f"“{member.name}” is no file of a backup.")
        target.parent.mkdir(parents=True, exist_ok=True)
        with content, target.open("wb") as file:
            shutil.copyfileobj(content, file)


def wrong_key() -> Trouble:
    """The sentence for a backup that the master key here does not open."""
    return Trouble(
        "wrong_master_key",
        Text(
            zh="这份备份是用另一把主密钥加密的，恢复后将无法读取任何内容，因此没有恢复。"
            "请用 --keys 指定当时以 wishbridge backup --keys 保存的密钥文件。",
            en="Another master key belongs to this backup; nothing in it could be read, so nothing was restored."
            " Name the key file that `wishbridge backup --keys` wrote then, with --keys.",
        ),
    )
