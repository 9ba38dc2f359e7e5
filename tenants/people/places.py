"""Finding a place by what people say of it: the estate, the building, the street with its number, a unit of it.

Addresses are encrypted, so a part of one cannot be looked up. Each household keeps blind marks of every run of parts
that follow each other in its address: 滨河小区, 4号楼, 滨河小区4号楼, 4号楼2单元 …
"""

import re

from hub.privacy.blind import blind
from hub.writing import bare, chinese_to_digits

MOST_PARTS = 8
MARK_BYTES = 12
"""Enough that two places of a community never share a mark by chance; a household keeps some dozens."""

_BUILDING = re.compile(r"(?<=[0-9a-z])(?:号楼|#楼|#|幢|座)")
_DASHED = re.compile(r"(?<![0-9a-z-])([0-9]+[a-z]?)-([0-9]+)-([0-9]+)(?:室|号|户)?(?![0-9-])")
_DASHED_SHORT = re.compile(r"(?<![0-9a-z-])([0-9]+[a-z]?)-([0-9]+)(?:室|号|户)?$")
_PARTS = re.compile(
    r".+?(?:小区|社区|单元|胡同|栋|路|街|巷|弄|道|村|社|组|队|庄|里|坊|院|苑|园|号|室|户|层|楼|区)|.+$", re.DOTALL
)
_DOOR = re.compile(r"(?<=[0-9])[室号户]$")


def written(text: str) -> str:
    """One writing of a place: half-width, numbers in digits, one word for a building, 4-2-501 spelt out."""
    plain = chinese_to_digits(re.sub(r"[,，。、;；·_（）()]+", "", bare(text)))
    plain = _BUILDING.sub("栋", plain)
    plain = _DASHED.sub(r"\1栋\2单元\3室", plain)
    return _DASHED_SHORT.sub(r"\1栋\2室", plain)


def said_of(address: str) -> set[str]:
    """Everything that somebody may type to find this address, as `asked_for` brings it to one form."""
    parts = _PARTS.findall(written(address))[:MOST_PARTS]
    runs = {"".join(parts[at:end]) for at in range(len(parts)) for end in range(at + 1, len(parts) + 1)}
    return {short for run in runs if (short := _short(run)) and _tells(short)}


def asked_for(query: str) -> str | None:
    """What is looked for, in the same form; None for what names no place (a number alone is one of a wish)."""
    short = _short(written(query))
    return short if _tells(short) else None


def place_marks(address: str) -> list[bytes]:
    """The blind marks of an address, sorted; none where there is no address."""
    return sorted(mark_of(text) for text in said_of(address))


def mark_of(text: str) -> bytes:
    """The mark that a household at such a place keeps."""
    return blind("place", text)[:MARK_BYTES]


def _short(run: str) -> str:
    # 滨河4号楼 is 滨河小区4号楼, and 501 is 501室.
    return _DOOR.sub("", run.replace("小区", ""))


def _tells(text: str) -> bool:
    return len(text) >= 2 and not text.isdigit()
