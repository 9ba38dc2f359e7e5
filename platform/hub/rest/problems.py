"""One format for every error that the API answers with (RFC 9457, application/problem+json)."""

import dataclasses
import functools
import sys
from collections.abc import Callable
from typing import Any

import structlog
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.core.signals import got_request_exception
from django.db import DataError, Error
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from rest_framework import exceptions
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from hub.language import Text
from hub.refusal import Refusal
from hub.rest.outages import AWAY, RETRY_AFTER_S, UNKNOWN, is_outage, nothing_was_done
from hub.rest.rendering import to_bytes
from hub.versions import Changed

CONTENT_TYPE = "application/problem+json"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

log = structlog.get_logger(__name__)

TITLES: dict[int, Text] = {
    400: Text(zh="填写有误", en="Something in the input is wrong"),
    401: Text(zh="请先登录", en="Please sign in"),
    403: Text(zh="没有权限", en="Not allowed"),
    404: Text(zh="没有找到", en="Not found"),
    405: Text(zh="不支持的操作", en="Method not allowed"),
    409: Text(zh="现在不能这样做", en="Not possible now"),
    412: Text(zh="别人刚刚改过", en="Changed meanwhile"),
    413: Text(zh="内容太大", en="Too large"),
    415: Text(zh="不支持的格式", en="Unsupported format"),
    422: Text(zh="无法处理", en="Cannot be processed"),
    428: Text(zh="请刷新后再改", en="Say what you saw"),
    429: Text(zh="操作太频繁", en="Too many attempts"),
    500: Text(zh="系统出错了", en="Something went wrong on our side"),
    503: Text(zh="暂时不可用", en="Unavailable for the moment"),
}

INVALID = Text(zh="有填写项需要修改，请看各项说明。", en="Some fields need correcting; see the note at each.")
NOT_SIGNED_IN = Text(zh="请先登录，再做这一步。", en="Sign in first, then try again.")
NOT_ALLOWED = Text(
    zh="您的角色不能做这一步。如有需要，请联系本社区管理员。",
    en="Your role does not allow this. If you need it, ask your community's administrator.",
)
NOT_FOUND = Text(
    zh="没有找到，可能已被移走，或不对您开放。",
    en="There is nothing here: it was moved, or it is not open to you.",
)
CSRF_FAILED = Text(
    zh="页面放得太久，需要刷新后重试。填写的内容请先复制下来。",
    en="The page has been open too long: copy what you have typed, reload the page and try again.",
)
TOO_LARGE = Text(zh="提交的内容太大，请分批提交。", en="What you sent is too large. Send it in parts.")
ONLY_READ = Text(zh="这个网址只能打开，不能提交内容。", en="This address can only be read.")
UNREADABLE = Text(zh="提交的内容无法识别。", en="What you sent could not be read.")
UNEXPECTED = Text(
    zh="系统出错了，您填写的内容没有保存。请重试；如仍不行，请把编号 {request_id} 告诉管理员。",
    en="Something went wrong and nothing was saved. Try again; if it persists, tell your administrator "
    "the number {request_id}.",
)


_UNREADABLE = (SuspiciousOperation, BadRequest, MultiPartParserError, UnreadablePostError, DataError, OverflowError)
"""What the sender did, whatever view it met. DataError: a NUL byte or a number beyond the column's range came in by a way
that no serializer guards; OverflowError: a day so far away that nothing can be counted from it."""


@dataclasses.dataclass
class Problem:
    """What went wrong, before it is written as JSON. `detail` is the sentence that the person reads."""

    status: int
    code: str
    detail: str
    errors: dict[str, list[str]] = dataclasses.field(default_factory=dict)
    headers: dict[str, str] = dataclasses.field(default_factory=dict)
    more: dict[str, Any] = dataclasses.field(default_factory=dict)

    def body(self) -> dict[str, Any]:
        """The problem as the API answers it, with the request's identifier for whoever looks for it in the log."""
        return {
            "type": f"urn:wishbridge:problem:{self.code}",
            "title": str(TITLES.get(self.status, TITLES[500 if self.status >= 500 else 400])),
            "status": self.status,
            "code": self.code,
            "detail": self.detail,
            "errors": self.errors,
            "request_id": request_id(),
            **self.more,
        }


def request_id() -> str:
    """The identifier that the request's log lines carry, or an empty text outside of a request."""
    return str(structlog.contextvars.get_contextvars().get("request_id", ""))


EMPTY = Text(zh="请填写这一项。", en="Please fill this in.")
LEFT_EMPTY = frozenset({"blank", "null", "required"})
"""REST framework's codes for a field without a value, for which it has a programmer's words."""


def field_errors(detail: Any, at: str = "") -> dict[str, list[str]]:
    """A serializer's nested errors as {"rows.2.phone": ["…"]}; what belongs to no field stands under ""."""
    if isinstance(detail, dict):
        flat: dict[str, list[str]] = {}
        for name, inner in detail.items():
            place = at if name == "non_field_errors" else f"{at}.{name}".strip(".")
            for where, texts in field_errors(inner, place).items():
                flat.setdefault(where, []).extend(texts)
        return flat
    if isinstance(detail, list):
        if any(isinstance(inner, dict | list) for inner in detail):
            return field_errors({str(place): inner for place, inner in enumerate(detail) if inner}, at)
        return {at: [_said(text) for text in detail]}
    return {at: [_said(detail)]}


def _said(detail: Any) -> str:
    return str(EMPTY if getattr(detail, "code", None) in LEFT_EMPTY else detail)


def _at_fields(refusal: Refusal) -> dict[str, list[str]]:
    """The sentence of a refusal at its field, and of what else is wrong with the same input."""
    return {each.field: [str(each.text)] for each in (refusal, *refusal.beside) if each.field}


def problem_of(exc: BaseException) -> Problem | None:
    """The problem that an exception stands for, or None for one that nobody expected."""
    if isinstance(exc, Refusal):
        text = str(exc.text)
        retry_after = exc.params.get("retry_after")
        return Problem(
            exc.status,
            exc.code,
            text,
            errors=_at_fields(exc),
            headers={"Retry-After": str(retry_after)} if retry_after is not None else {},
            more={"changed": exc.fields, "current": exc.current} if isinstance(exc, Changed) else {},
        )
    if isinstance(exc, exceptions.ValidationError):
        return Problem(400, "invalid", str(INVALID), errors=field_errors(exc.detail))
    if isinstance(exc, exceptions.NotAuthenticated | exceptions.AuthenticationFailed):
        return Problem(401, "not_signed_in", str(NOT_SIGNED_IN))
    if isinstance(exc, Http404 | exceptions.NotFound):
        return Problem(404, "not_found", str(NOT_FOUND))
    if isinstance(exc, PermissionDenied):
        return Problem(403, "not_allowed", str(NOT_ALLOWED))
    if isinstance(exc, exceptions.PermissionDenied):
        known = exc.get_codes()
        code = known if isinstance(known, str) and known != "permission_denied" else "not_allowed"
        return Problem(403, code, str(NOT_ALLOWED) if code == "not_allowed" else str(exc.detail))
    if isinstance(exc, exceptions.APIException):
        codes = exc.get_codes()
        wait = getattr(exc, "wait", None)
        return Problem(
            exc.status_code,
            codes if isinstance(codes, str) else "invalid",
            str(exc.detail),
            headers={"Retry-After": f"{wait:.0f}"} if wait else {},
        )
    if isinstance(exc, RequestDataTooBig):
        return Problem(413, "too_large", str(TOO_LARGE))
    if isinstance(exc, _UNREADABLE):
        log.warning("unreadable_input", problem=type(exc).__name__)
        return Problem(400, "unreadable", str(UNREADABLE))
    return None


def outage_of(exc: BaseException | None, method: str | None) -> Problem | None:
    """503 for a database that is away, with what is known of the outcome; None for anything else."""
    if not (is_outage(exc) and isinstance(exc, Error)):
        return None
    log.warning("database_away", problem=type(exc).__name__)
    known = nothing_was_done(exc, unsafe=method not in SAFE)
    code, text = ("database_away", AWAY) if known else ("outcome_unknown", UNKNOWN)
    return Problem(503, code, str(text), headers={"Retry-After": str(RETRY_AFTER_S)})


def unexpected() -> Problem:
    """The problem that stands for a fault of ours."""
    return Problem(500, "unexpected", str(UNEXPECTED.format(request_id=request_id() or "-")))


def exception_handler(exc: Exception, context: dict[str, Any]) -> Response:
    """REST framework's EXCEPTION_HANDLER: every exception of a view becomes a problem, an unexpected one too."""
    asked = context.get("request")
    problem = problem_of(exc) or outage_of(exc, getattr(asked, "method", None))
    if problem is None:
        log.error("unexpected_exception", exc_info=exc)
        # What Django itself sends for an exception that leaves a view: error trackers and the test client listen.
        request = context.get("request")
        got_request_exception.send(sender=None, request=getattr(request, "_request", request))
        problem = unexpected()
    request = context.get("request")
    if request is not None:
        # A file's view may offer nothing but a workbook's media type: its errors are readable all the same.
        request.accepted_renderer, request.accepted_media_type = ProblemRenderer(), CONTENT_TYPE
    return Response(problem.body(), status=problem.status, headers=problem.headers, content_type=CONTENT_TYPE)


class ProblemRenderer(JSONRenderer):
    """Writes a problem whatever the client said it accepts."""

    media_type = CONTENT_TYPE
    charset = None

    def render(self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None) -> bytes:
        return to_bytes(data)


def problem_response(problem: Problem) -> HttpResponse:
    """A problem as an answer of plain Django, for what happens before or outside of a REST view."""
    return HttpResponse(
        to_bytes(problem.body()), status=problem.status, headers=problem.headers, content_type=CONTENT_TYPE
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The URLconf's handler404."""
    return problem_response(Problem(404, "not_found", str(NOT_FOUND)))


def only_read(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a view that is no view of the API: any method but GET and HEAD is refused, in our words."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return not_to_be_read(request) or view(request, *args, **kwargs)

    return guarded


def not_to_be_read(request: HttpRequest) -> HttpResponse | None:
    """The refusal of a request that does more than read, else None."""
    if request.method in ("GET", "HEAD"):
        return None
    return problem_response(Problem(405, "method_not_allowed", str(ONLY_READ), headers={"Allow": "GET, HEAD"}))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The URLconf's handler400: what Django refuses before a view is reached."""
    return problem_response(
        (problem_of(exception) if exception else None) or Problem(400, "unreadable", str(UNREADABLE))
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The URLconf's handler403."""
    return problem_response(Problem(403, "not_allowed", str(NOT_ALLOWED)))


def server_error(request: HttpRequest) -> HttpResponse:
    """The URLconf's handler500, called while the exception is handled."""
    return problem_response(outage_of(sys.exc_info()[1], request.method) or unexpected())


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW."""
    return problem_response(Problem(403, "csrf_failed", str(CSRF_FAILED)))
