"""Whose request this is: `request.seat`, `request.account`, `request.actor`, `request.standing`, or None each."""

from collections.abc import Callable
from typing import Any

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from hub.accounts.models import Seat
from hub.accounts.reach import within_reach
from hub.accounts.seats import Standing, standing_in, standing_of
from hub.communities.current import current_or_none
from hub.language import Text
from hub.rest.problems import Problem, problem_response

MUST_CHANGE = Text(
    zh="这是首次密码，请先设置自己的密码。",
    en="This is a first password. Set one of your own first.",
)


class ActorMiddleware:
    """Finds the seat that the session belongs to and what it is worth now: roles are read with every request.

    A session of another host is no session here. Until a first password has been changed, nothing of the API is
    open but what changing it needs.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        standing = _standing(request)
        asked: Any = request
        asked.standing = standing
        asked.seat = standing.seat if standing else None
        asked.account = standing.seat.account if standing else None
        asked.actor = standing.actor if standing else None
        if standing:
            structlog.contextvars.bind_contextvars(account=str(standing.seat.account_id))
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        standing = standing_in(request)
        if standing is None or not standing.seat.must_change_password or not request.path.startswith("/api/"):
            return None
        if getattr(getattr(view, "cls", None), "open_to_first_password", False):
            return None
        return problem_response(Problem(403, "must_change_password", str(MUST_CHANGE)))


def _standing(request: HttpRequest) -> Standing | None:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.path.startswith("/api/"):
        return None
    seat_id = request.session.get("seat")
    if not seat_id:
        return None
    community = current_or_none()
    seat = Seat.objects.select_related("account").filter(pk=seat_id, community=community).first()
    if seat is None:
        return None
    seat.community = community
    return within_reach(standing_of(seat), request.session)
