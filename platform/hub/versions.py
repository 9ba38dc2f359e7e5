"""The version of what people edit: a keyed hash over its editable fields, so that nobody's change is lost unseen."""

import base64
import hmac
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from hub.language import Text
from hub.privacy.keys import Scope, keys_for
from hub.refusal import Refusal

_WHOLE, _MARK = 18, 3
"""Bytes of the hash that decides, and of each field's mark that only tells which of them changed."""

CHANGED = Text(
    zh="别人刚刚改过这里，您的修改还没有保存。请看过对方的改动，再点一次“保存”。",
    en="Somebody else has just changed this; yours is not saved yet. Look at what they changed, then save again.",
)


class Changed(Refusal):
    """412: what is to be edited is no longer as it was seen. `fields` names those that changed meanwhile; `current` is
    the answer as it is now, which the view adds (`hub.rest.versions`)."""

    def __init__(self, fields: list[str]) -> None:
        super().__init__("changed_meanwhile", CHANGED, status=412)
        self.fields = fields
        self.current: Mapping[str, Any] | None = None


def version_of(kind: str, key: UUID | str | int, fields: Mapping[str, Any], scope: Scope = "community") -> str:
    """The version of what `kind` and `key` name, by its editable `fields`: the same until one of them changes.

    Sixty signs and more that URLs and ETags take. It tells nothing of the values to whoever has not the key. After the
    hash that decides stand short marks of the single fields, in their order, from which a refusal names what changed.
    """
    secret = keys_for(scope).blinding
    told = {name: json.dumps(value, default=str, sort_keys=True, ensure_ascii=False) for name, value in fields.items()}
    whole = _mac(secret, kind, key, json.dumps(told, ensure_ascii=False))[:_WHOLE]
    marks = b"".join(_mac(secret, kind, key, name, value)[:_MARK] for name, value in told.items())
    return base64.urlsafe_b64encode(whole + marks).decode().rstrip("=")


def demand_unchanged(
    seen: str | None, kind: str, key: UUID | str | int, fields: Mapping[str, Any], scope: Scope = "community"
) -> None:
    """Raises `Changed` unless `seen` is the version of these fields. None asks nothing: for verbs without a page.

    To be called with the row locked, so that what is compared is what will be written over.
    """
    if seen is None:
        return
    current = version_of(kind, key, fields, scope)
    if not hmac.compare_digest(seen.encode(), current.encode()):
        raise Changed(_apart(seen, current, list(fields)))


def _apart(seen: str, current: str, names: list[str]) -> list[str]:
    before, now = _marks(seen), _marks(current)
    if len(before) != len(now):
        return names
    return [name for name, was, is_now in zip(names, before, now, strict=True) if was != is_now] or names


def _marks(version: str) -> list[bytes]:
    try:
        raw = base64.urlsafe_b64decode(version + "=" * (-len(version) % 4))[_WHOLE:]
    except ValueError:
        return []
    return [raw[at : at + _MARK] for at in range(0, len(raw), _MARK)]


def _mac(secret: bytes, *parts: object) -> bytes:
    return hmac.digest(secret, b"\x00".join([b"version", *(str(part).encode() for part in parts)]), "sha256")
