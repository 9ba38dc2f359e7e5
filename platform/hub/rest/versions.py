"""`If-Match` at the door of whatever can be edited, and the version as ETag of its answer."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from hub.language import Text
from hub.refusal import Refusal
from hub.versions import Changed

HEADER = "If-Match"

EDITS = {"x-edits": True}
"""For `extend_schema(extensions=EDITS)`: the operation wants `If-Match` and may answer 412 (`hub.rest.openapi`)."""

NOT_SAID = Text(
    zh="这次修改没有说明是对照哪一版改的，没有保存。请刷新页面后再改。",
    en="This change does not say which version it was made from, so nothing was saved. Reload the page, then change it.",
)


class Versioned(serializers.Serializer[Any]):
    """What can be edited. `version` goes into the `If-Match` of the change; it is the answer's ETag too."""

    version = serializers.CharField()


def seen_version(request: Request) -> str:
    """The version that the change was made from. Raises `Refusal` (428) where `If-Match` is missing."""
    said = str(request.headers.get(HEADER, "")).strip()
    if not said:
        raise Refusal("version_missing", NOT_SAID, status=428)
    # A proxy that compresses answers makes an ETag weak or writes its manner behind it; the version stays the same.
    quoted = re.fullmatch(r'(?:W/)?"(.*)"', said)
    return re.sub(r"[-;](?:gzip|br|zstd|deflate)$", "", quoted[1] if quoted else said)


@contextmanager
def shown_as_it_is(answer: Callable[[], Mapping[str, Any]]) -> Iterator[None]:
    """Around the verb that edits: a refusal because somebody else was faster shows the values as they are."""
    try:
        yield
    except Changed as changed:
        changed.current = answer()
        raise


def versioned(answer: Mapping[str, Any], status: int = 200) -> Response:
    """The answer with its `version` as ETag."""
    return Response(answer, status=status, headers={"ETag": etag(answer["version"])})


def etag(version: str) -> str:
    """The version as an HTTP header writes it."""
    return f'"{version}"'
