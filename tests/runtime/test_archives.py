"""An archive that was not made by us writes nothing outside the folder it is unpacked into."""

import io
import tarfile
from pathlib import Path

import pytest

from config.backups import manifest
from config.embedded.trouble import Trouble


def file(name: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size = 4
    return member


def link(name: str, to: str, kind: bytes) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, to
    return member


@pytest.mark.parametrize(
    "member",
    [
        file("../out.txt"),
        file("inner/../../out.txt"),
        link("manifest.json", "../out.txt", tarfile.SYMTYPE),
        link("manifest.json", "/etc/hostname", tarfile.LNKTYPE),
        link("pipe", "", tarfile.FIFOTYPE),
    ],
    ids=["up", "up by a detour", "symbolic link", "hard link", "pipe"],
)
def test_an_archive_with_a_member_that_is_no_file_of_a_backup_is_refused(
    tmp_path: Path, member: tarfile.TarInfo
) -> None:
    archive = tmp_path / "all.tar"
    with tarfile.open(archive, "w") as tar:
        tar.addfile(member, io.BytesIO(b"evil") if member.isreg() else None)
    with pytest.raises(Trouble) as refused, manifest.reading(archive):
        pass
    assert refused.value.code == "no_backup"
    assert not list(tmp_path.parent.rglob("out.txt"))


def test_an_absolute_name_is_refused(tmp_path: Path) -> None:
    archive, target = tmp_path / "all.tar", tmp_path / "elsewhere" / "out.txt"
    with tarfile.open(archive, "w") as tar:
        tar.addfile(file(str(target)), io.BytesIO(b"evil"))
    with pytest.raises(Trouble), manifest.reading(archive):
        pass
    assert not target.exists()
