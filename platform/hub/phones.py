"""Telephone numbers in every writing that offices use, brought to one form."""

import dataclasses
import re
from typing import Literal

import phonenumbers

from hub.writing import half_width

_MOBILE_TYPES = {phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE}
_BROKEN = re.compile(r"[0-9][^0-9]*[^\W\d_][^0-9]*[0-9]")
"""Letters or words between digits: 139001204a22 is a slip of the hand, and no number without it."""
_MAINLAND_MOBILE = re.compile(r"1[3-9]\d{9}")


@dataclasses.dataclass(frozen=True)
class Phone:
    """A telephone number: E.164 ("+8613900120422"), and whether it can receive a text message."""

    e164: str
    kind: Literal["mobile", "landline"]


def parse_phone(text: str | None, *, area_code: str = "") -> Phone | None:
    """The number in `text`, or None when there is no valid one.

    Full-width digits, spaces, dashes, brackets, +86, 0086 and 86 are understood. `area_code` ("0972") is put
    before a landline written without one. A number of mainland China is meant unless it says otherwise.
    """
    written = half_width(str(text or ""))
    written = re.sub(r"\.0+$", "", written)  # a spreadsheet's number that was read as a fraction
    if _BROKEN.search(written):
        return None
    digits = re.sub(r"\D", "", written)
    if not digits or len(digits) > 20:
        return None
    bare = re.sub(r"^(0086|86)(?=\d{10,})", "", digits)
    if _MAINLAND_MOBILE.fullmatch(bare):
        # New mobile ranges are given out before the library knows them: 11 digits from 13 to 19 are enough.
        return Phone(f"+86{bare}", "mobile")
    foreign = written.startswith("+") and not digits.startswith("86")
    candidates = [written] if foreign else [bare, f"{area_code}{bare}"] if area_code else [bare]
    for candidate in candidates:
        try:
            number = phonenumbers.parse(candidate, "CN")
        except phonenumbers.NumberParseException:
            continue
        if not phonenumbers.is_valid_number(number):
            continue
        kind: Literal["mobile", "landline"] = (
            "mobile" if phonenumbers.number_type(number) in _MOBILE_TYPES else "landline"
        )
        return Phone(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), kind)
    return None
