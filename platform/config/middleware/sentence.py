"""An answer for when no view is reached: a sentence in the reader's language, as problem+json or as a page."""

import sys
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from config.plainpage import NAME, POLICY, RETRY_S, WALL_RETRY_S, is_wall, plain_page
from hub.language import Text
from hub.rest import problems
from hub.rest.problems import Problem, problem_response, request_id

AWAY = Text(zh="系统正在恢复", en="The system is coming back")
AWAY_TEXT = Text(
    zh="数据库暂时连不上。请稍等，这一页会自动重试。已经保存的内容不受影响。",
    en="The database is away for the moment. Please wait: this page tries again by itself. What was saved is safe.",
)
FAULT = Text(zh="这一页出了错", en="Something went wrong on this page")
FAULT_TEXT = Text(
    zh="请再试一次。还不行，请把编号 {request_id} 告诉管理员。",
    en="Try again. If it persists, tell your administrator the number {request_id}.",
)
UNREADABLE = Text(zh="这个网址打不开", en="This address cannot be opened")
UNREADABLE_TEXT = Text(
    zh="请核对网址，或重新扫一次二维码。也可以向社区居委会询问。",
    en="Check the address, or scan the code again. Your residents' committee can help.",
)


def sentence(
    request: HttpRequest,
    status: int,
    code: str,
    title: Text,
    text: Text,
    *,
    name: str = NAME,
    ask: Sequence[str] = (),
    retry_s: int | None = None,
) -> HttpResponse:
    """Answer with this status: problem+json below /api, else a page of our look in both languages.

    `ask`: whom to ask. `retry_s`: the page tries again by itself after so many seconds; the wall always does, since
    nobody stands before it.
    """
    if is_api(request):
        with translation.override(translation.get_language_from_request(request)):
            return problem_response(Problem(status, code, f"{title}{_STOP}{text}"))
    wall = is_wall(request.path)
    page = plain_page(title, [text], name=name, ask=ask, large=wall, again=retry_s is not None)
    response = HttpResponse(page, status=status, headers={"Content-Security-Policy": POLICY})
    response.headers["Cache-Control"] = "no-store"
    if wall or retry_s is not None:
        response.headers["Refresh"] = str(max(retry_s or 0, WALL_RETRY_S) if wall else retry_s)
    return response


_STOP = Text(zh="。", en=". ")


def is_api(request: HttpRequest) -> bool:
    return request.path == "/api" or request.path.startswith("/api/")


def server_error(request: HttpRequest) -> HttpResponse:
    """The URLconf's handler500, called while the exception is handled: a page where a page was asked for."""
    if is_api(request):
        return problems.server_error(request)
    outage = problems.outage_of(sys.exc_info()[1], request.method)
    if outage is None:
        return sentence(request, 500, "unexpected", FAULT, FAULT_TEXT.format(request_id=request_id() or "-"))
    response = sentence(request, 503, outage.code, AWAY, AWAY_TEXT, retry_s=RETRY_S)
    response.headers["Retry-After"] = outage.headers["Retry-After"]
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The URLconf's handler400."""
    if is_api(request):
        return problems.bad_request(request, exception)
    return sentence(request, 400, "unreadable", UNREADABLE, UNREADABLE_TEXT)
