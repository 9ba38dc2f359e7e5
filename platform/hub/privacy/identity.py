"""Identity-card numbers: found however they are written, and never kept (domain.md, Privacy rules).

A number is one if 15 or 18 signs hold a possible birth date. The check digit is not asked for. Letters that look like a
digit stand for it (O for 0, l and I for 1), as people type them and as a photo of a card is read.
"""

import calendar
import datetime
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from hub.clock import today
from hub.language import Text

IDENTITY_REMOVED = "[身份证号未保存]"
"""Stands where an identity-card number stood."""

NOT_KEPT = Text(
    zh="这里像是身份证号。系统不保存身份证号，请删去后再提交。",
    en="This looks like an identity-card number. Such numbers are not stored: take it out and send it again.",
)

_CHINESE = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")} | {
    sign: str(value) for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")
} | {"〇": "0", "○": "0", "幺": "1"}  # fmt: skip
_ALIKE = {"O": "0", "L": "1", "I": "1", "|": "1"} | dict.fromkeys("ОΟՕ", "0") | dict.fromkeys("ІΙӀı", "1")
"""Letters of several scripts, as `_sign` gives them, that stand for a digit."""
_TOKEN = re.compile(rf"[0-9X{''.join(_ALIKE)}]+")
_LITRES = re.compile(r"[0-9]{1,3}L")
_WORD = re.compile(r"(?![OОΟՕ]+$)[^0-9]{2,}")
_PIECE = re.compile(r"[0-9X]+")
_LETTER_OR_DIGIT = re.compile(r"[A-Z0-9À-ɏͰ-ӿ]")
FEWEST_DIGITS = 10
"""So many signs of a number with letters in it are digits, so that no word of letters is one."""
_RUN = re.compile(r"[0-9](?:(?:[^\w]|_){0,8}[0-9X])*")
_GROUP = re.compile(r"(?<![0-9])[0-9]{17}X(?![0-9])|[0-9]+|X")
_CROSSED = re.compile(r"(?<![0-9])(?:(?:[0-9]{4,8}X){1,4}[0-9]{2,4}|(?:[0-9]X){14,17}[0-9])X?(?![0-9])")
"""Parts with × between them, or a single sign each. Shorter parts are the sizes of something."""
_SCIENTIFIC = re.compile(r"[0-9]\.[0-9]{9,}E\+?1[47]")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_MOBILES = re.compile(r"(?:1[3-9][0-9]{9})+")
_PROVINCES = frozenset(
    str(code)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for code in range(first, last + 1)
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def holds_identity(text: str) -> bool:
    """Whether an identity-card number stands in the text."""
    return any(True for _ in _found(text))


def without_identity(text: str) -> str:
    """The text with every identity-card number taken out; the same text where there is none."""
    kept: list[str] = []
    at = 0
    for start, end, _ in _found(text):
        kept += [text[at:start], IDENTITY_REMOVED]
        at = end
    return "".join([*kept, text[at:]]) if kept else text


def birth_of_identity(text: str) -> str:
    """The date of birth inside an identity-card number, as 1950-03-06; empty when there is no such number."""
    return next((born.isoformat() for _, _, born in _found(text)), "")


def signs_of(text: str) -> str:
    """The text, sign for sign, with digits of every script and width as 0 to 9; all else as it looks half-width.

    As long as the text itself, so that a place found here is a place there.
    """
    return "".join(map(_sign, text))


def _sign(character: str) -> str:
    if character.isascii():
        return character.upper()
    if character in _CHINESE:
        return _CHINESE[character]
    plain = unicodedata.normalize("NFKC", character)
    if len(plain) == 1 and plain.isdigit():
        return str(unicodedata.digit(plain))
    if plain in ("х", "Х", "×", "Ⅹ", "ⅹ"):
        return "X"
    if unicodedata.category(character) in ("Cf", "Pd", "Zs"):
        return "-"
    return plain.upper() if len(plain) == 1 and len(plain.upper()) == 1 else character


def _found(text: str) -> Iterator[tuple[int, int, datetime.date]]:
    """Start, end and date of birth of each number, from left to right, none overlapping another."""
    if len(text) < 15:
        return
    signs = signs_of(text)
    hits = [*_found_in(signs), *_found_crossed(signs)]
    for start, end, _ in hits:
        signs = f"{signs[:start]}{'。' * (end - start)}{signs[end:]}"
    yield from sorted([*hits, *_found_with_letters(signs)])


def _found_crossed(signs: str) -> Iterator[tuple[int, int, datetime.date]]:
    """The numbers whose parts are joined by ×, which elsewhere is the X at the end of one."""
    for crossed in _CROSSED.finditer(signs):
        whole = re.sub(r"X(?=[0-9])", "", crossed.group())
        for number in (whole, whole.removesuffix("X")):
            if number[:2] in _PROVINCES and (born := _born(number)):
                yield *crossed.span(), born
                break


def _found_with_letters(signs: str) -> Iterator[tuple[int, int, datetime.date]]:
    """The numbers in which letters stand for digits: of a real province, and most of their signs are digits."""
    read = _letters_read(signs)
    if read == signs:
        return
    for start, end, born in _found_in(read):
        pieces = _PIECE.findall(read[start:end])
        if end - start == 15 and _MOBILE.search(signs, start, end):
            continue
        digits = sum(sign.isdecimal() for sign in signs[start:end])
        if "".join(pieces)[:2] in _PROVINCES and digits >= FEWEST_DIGITS and _are_of_one_number(pieces):
            yield start, end, born


def _are_of_one_number(pieces: list[str]) -> bool:
    """Whether these stand beside each other as the parts of a number of 18 signs do, and not as sizes, days and times."""
    if len(pieces) == 1:
        return True
    by_sign = all(len(piece) == 1 for piece in pieces)
    return sum(map(len, pieces)) == 18 and (by_sign or all(len(piece) >= 3 for piece in pieces[:-1]))


def _letters_read(signs: str) -> str:
    """The signs with digits for the letters that stand between digits; letters of words and of litres stay."""
    read = list(signs)
    for token in _TOKEN.finditer(signs):
        around = signs[max(token.start() - 1, 0) : token.start()] + signs[token.end() : token.end() + 1]
        if _LETTER_OR_DIGIT.search(around) or _LITRES.fullmatch(token.group()) or _WORD.fullmatch(token.group()):
            continue
        for at in range(*token.span()):
            read[at] = _ALIKE.get(read[at], read[at])
    return "".join(read)


def _found_in(signs: str) -> Iterator[tuple[int, int, datetime.date]]:
    at = 0
    for run in _RUN.finditer(signs):
        while run.end() > at and (hit := _first_in(signs, max(run.start(), at), run.end())):
            yield hit
            at = hit[1]


def _first_in(signs: str, start: int, end: int) -> tuple[int, int, datetime.date] | None:
    piece = signs[start:end]
    scientific = _SCIENTIFIC.search(signs, start, min(end + 4, len(signs)))
    if scientific and (born := _born(_whole(scientific.group()))):
        return scientific.start(), scientific.end(), born
    groups = [(start + group.start(), start + group.end(), group.group()) for group in _GROUP.finditer(piece)]
    if len(groups) > 1 and _MOBILES.fullmatch("".join(group for _, _, group in groups)):
        return None
    for first, (begin, _, _) in enumerate(groups):
        number = ""
        for _, until, group in groups[first:]:
            number += group
            if len(number) > 18 or _MOBILE.fullmatch(group):
                break
            # In pieces, only a number of a real province is one: telephones and prices stand beside each other too.
            if (number == group or number[:2] in _PROVINCES) and (born := _born(number)):
                return begin, until, born
    return next((hit for group in groups if len(group[2]) > 18 for hit in _inside(*group)), None)


def _inside(begin: int, end: int, group: str) -> Iterator[tuple[int, int, datetime.date]]:
    """In digits that run on (a telephone right behind the number), a number whose check digit is right."""
    for at in range(len(group) - 17):
        number = group[at : at + 18]
        if number[:2] in _PROVINCES and (born := _born(number)) and _checks(number):
            yield begin + at, begin + at + 18, born


def _checks(number: str) -> bool:
    return "10X98765432"[sum(int(d) * w for d, w in zip(number[:17], _WEIGHTS, strict=True)) % 11] == number[17]


def _whole(scientific: str) -> str:
    """6.3222195003061E+17 as the digits that are known, filled with noughts."""
    try:
        return str(int(Decimal(scientific)))
    except InvalidOperation:
        return ""


def _born(number: str) -> datetime.date | None:
    """The birth date that 15 or 18 signs hold, or None."""
    if len(number) == 18 and number[:17].isdecimal():
        year, month, day = int(number[6:10]), int(number[10:12]), int(number[12:14])
    elif len(number) == 15 and number.isdecimal():
        year, month, day = 1900 + int(number[6:8]), int(number[8:10]), int(number[10:12])
    else:
        return None
    if not 1880 <= year <= today().year or not 1 <= month <= 12:
        return None
    return datetime.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None
