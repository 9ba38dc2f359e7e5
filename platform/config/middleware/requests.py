"""Every request has an identifier and one line in the log."""

import re
import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

from hub.identifiers import uuid7

HEADER = "X-Request-ID"
_ACCEPTED = re.compile(r"[A-Za-z0-9_.-]{8,64}")

log = structlog.get_logger("wishbridge.request")


class RequestContext:
    """Takes the proxy's X-Request-ID or makes one, gives it back, and binds it to all logs of the request.

    The log line has the path without its query: a search for a name would stand there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get(HEADER, "")
        request_id = given if _ACCEPTED.fullmatch(given) else uuid7().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        request.request_id = request_id  # type: ignore[attr-defined]
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            response.headers[HEADER] = request_id
            log.info(
                "request",
                method=request.method,
                path=request.path,
                status=response.status_code,
                ms=round((time.perf_counter() - started) * 1000, 1),
            )
            return response
        finally:
            structlog.contextvars.clear_contextvars()
