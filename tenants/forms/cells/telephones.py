"""Telephones as cells hold them: in every writing, and several in one cell."""

import dataclasses
import re

from hub.phones import Phone, parse_phone
from tenants.forms.cells.text import half_width, is_blank

_MOBILE = re.compile(r"(?<![0-9])(?:\+?(?:00)?86[-\s]*)?1[3-9][0-9][-\s.]?[0-9]{4}[-\s.]?[0-9]{4}(?![0-9])")
_LANDLINE = re.compile(r"(?<![0-9])[(]?0[0-9]{2,3}[)]?[-\s—]*[0-9]{7,8}(?![0-9])")
_NOBODY = re.compile(
    r"(?:本人)?(?:无|没有|暂无)(?:手机|电话|联系方式|号码|联系电话)+|不详|不清楚|未提供|待补充?|无法联系"
)

_CALLED = re.compile(
    r"(?:本人|联系|移动|固定|家庭|家里|常用|备用)?(?:电话|手机号?|座机|固话|号码|方式)(?:号码|[0-9一二](?![0-9]))?|(?:转|分机)[0-9]+|本人"
    r"|tel|phone",
    re.IGNORECASE,
)
_SIGNS_AT_THE_ENDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")


@dataclasses.dataclass(frozen=True)
class Telephones:
    """What a cell says: the number to use, the others, and whether there was anything written at all."""

    written: bool
    phone: Phone | None = None
    others: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every number that was found, in E.164."""
        return (self.phone.e164, *self.others) if self.phone else ()


def read_telephones(*cells: str) -> Telephones:
    """The telephones of these cells: the first mobile, else the first landline; the others in E.164."""
    found: dict[str, Phone] = {}
    written = False
    for cell in cells:
        text = half_width(cell)
        if is_blank(text) or _NOBODY.fullmatch(text):
            continue
        written = True
        pieces = sorted([*_MOBILE.finditer(text), *_LANDLINE.finditer(text)], key=lambda piece: piece.start())
        for piece in [piece.group() for piece in pieces] or [text]:
            if phone := parse_phone(piece):
                found.setdefault(phone.e164, phone)
    first = next((phone for phone in found.values() if phone.kind == "mobile"), next(iter(found.values()), None))
    return Telephones(written, first, tuple(e164 for e164 in found if first and e164 != first.e164))


def words_beside(cell: str) -> str:
    """What a cell says beside its numbers: whose they are, when to call. Empty where it only calls them numbers."""
    text = half_width(cell)
    if is_blank(text) or _NOBODY.fullmatch(text):
        return ""
    return _SIGNS_AT_THE_ENDS.sub("", _CALLED.sub("", _LANDLINE.sub("", _MOBILE.sub("", text))))


def as_dialled(e164: str) -> str:
    """A number of the mainland as people write it: 13900120422, 09728521234. Another country's stays as it is."""
    national = e164.removeprefix("+86")
    return national if national == e164 or (len(national) == 11 and national.startswith("1")) else f"0{national}"
