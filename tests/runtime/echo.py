"""A program behind the front that answers what it was told, for tests of the front."""

import json
from collections.abc import Callable, Iterable
from typing import Any


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The headers that a proxy writes, the scheme, and how long the body was."""
    length = len(environ["wsgi.input"].read())
    told = {name: environ.get(f"HTTP_X_FORWARDED_{name}", "") for name in ("FOR", "PROTO")}
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps({**told, "scheme": environ["wsgi.url_scheme"], "length": length}).encode()]
