"""JSON by orjson: the serializer is the cost of a list (architecture.md, measurements)."""

import decimal
from collections.abc import Mapping
from typing import Any

import orjson
from django.utils.functional import Promise
from rest_framework.renderers import JSONRenderer

from hub.language import Text


def _other(value: Any) -> Any:
    # orjson leaves subclasses of tuple to us, so a bilingual Text arrives here and not as a list of two.
    if isinstance(value, Text | Promise | decimal.Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if hasattr(value, "tolist"):
        return value.tolist()
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


def to_bytes(data: Any) -> bytes:
    """`data` as UTF-8 JSON. Times end in Z; decimals are texts; a bilingual Text is the reader's sentence."""
    return orjson.dumps(data, default=_other, option=orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS)


class Renderer(JSONRenderer):
    """The API's only renderer."""

    charset = None

    def render(self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None) -> bytes:
        return b"" if data is None else to_bytes(data)
