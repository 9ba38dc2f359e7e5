"""What one record says by itself, before it is compared with others."""

import dataclasses
import json
import re
from collections.abc import Collection, Mapping
from typing import Any

from hub.names import LONGEST_NAME, are_surely_several, is_shaped_like_a_name, tidy_name
from hub.writing import names_something
from tenants.forms.cells.text import IDENTITY_REMOVED, bare, is_blank
from tenants.forms.rows.findings import Finding

Cells = Mapping[str, str]

_TOLD_APART = re.compile(r"(?:[0-9]{1,4}|\([大小男女老]\))$")
_NO_NAME = re.compile(r"[,;/、|&+?!*=<>]|[0-9]{7}|^(?:同上|同前|上同|无名|不详|本人|户主|待定|姓名)$")

NOT_SAID = frozenset({"reference", "identity", "on_record", "again"})
"""What stands beside a row and is none of its cells: its mark, that an identity-card number was taken out, and the answers
that staff gave about it."""


@dataclasses.dataclass(frozen=True)
class Reading:
    """`values` are those of the report and of the verbs, in JSON's types.

    `rejecting` findings keep the record out, `lacking` ones let it in incomplete. `person`, `phone` and `what` tell
    records apart (`core` is the wish without its number, for those that may be one); in place of a telephone stands "@"
    and the address, where there is one: so the register of residents knows people without a telephone. `holder` is whose
    telephone it is (a child's is the guardian's).
    """

    values: dict[str, Any]
    rejecting: tuple[Finding, ...]
    lacking: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    person: str
    phone: str
    what: str
    holder: str
    core: str = ""


def canonical(cells: Cells) -> str:
    """The record without order, white space and width (a record's cells hold no serial number): equal for equal content alone."""
    said = {key: bare(text) for key, text in cells.items() if key not in NOT_SAID}
    return json.dumps({key: text for key, text in said.items() if text}, sort_keys=True, ensure_ascii=False)


def name_of(cells: Cells, by_hand: Collection[str] = ()) -> tuple[str, list[Finding]]:
    """Whose row it is, and why it cannot come in when nobody's name stands there.

    What is no name of one person (*, 13900120422, 张三、李四, 张三 李四) is asked about; what staff typed themselves counts.
    """
    written = cells.get("name", "").replace(IDENTITY_REMOVED, " ")
    name = "" if is_blank(written) else tidy_name(written)
    if not name or not names_something(name):
        return "", [Finding("name_missing", "name")]
    if len(name) > LONGEST_NAME:
        return name, [Finding("name_too_long", "name")]
    # A single sign may be all that an office writes of somebody; more are a name or are not (石一（已搬走）). Two of one
    # name are told apart by a figure or a word behind it (张伟2, 张伟（小）).
    alone = _TOLD_APART.sub("", name)
    unclear = (
        _NO_NAME.search(name) or (len(alone) > 1 and not is_shaped_like_a_name(alone)) or are_surely_several(written)
    )
    if "name" not in by_hand and unclear:
        return name, [Finding("name_missing", "name", "name_unclear", {"text": name})]
    return name, []


def sex_of(text: str) -> str:
    """male, female, or empty."""
    word = bare(text)
    return "male" if word[:1] in ("男", "m") else "female" if word[:1] in ("女", "f") else ""


def phone_finding(written: str) -> Finding:
    """What to say of a telephone that is none: how many digits it is short, where that is plain."""
    digits = sum(character.isdigit() for character in written)
    if bare(written)[:1] in ("1", "+") and 5 <= digits < 11:
        return Finding("phone_invalid", "phone", "phone_short", {"count": 11 - digits})
    return Finding("phone_invalid", "phone")


def identity_findings(cells: Cells) -> list[Finding]:
    """Where an identity-card number was taken out when the file was read: the row says so."""
    return [Finding("identity_taken_out", key) for key, text in cells.items() if IDENTITY_REMOVED in text]
