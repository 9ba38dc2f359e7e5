"""Browsers in which somebody has logged in before: strangers' failures do not lock these out.

The cookie is signed and says as which seats the browser logged in, and when. It opens nothing. It only makes attempts
for those very seats count apart from everybody's (limits), so that ten wrong tries of a stranger, or a hundred of a
neighbour behind the same address, do not keep an administrator from their own computer.
"""

import datetime
import secrets
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from hub.accounts.models import Seat
from hub.clock import now

COOKIE = "known_browser"
PATH = "/api/session"
"""The browser sends it with attempts to log in, and with nothing else."""
LASTS = datetime.timedelta(days=180)
MOST_SEATS = 8
"""Of one browser: a computer in an office is shared by a few."""
_SALT = "hub.accounts.known_browsers"


def known_browser(request: HttpRequest, seat: Seat | None) -> str | None:
    """What attempts for the seat are counted by in this browser; None where nobody logged in as it for 180 days."""
    browser, seats = _read(request)
    return f"{browser} {seat.pk}" if seat is not None and seat.pk.hex in seats else None


def remember_browser(request: HttpRequest, response: HttpResponseBase, seat: Seat) -> None:
    """Has the browser keep that somebody logged in as the seat."""
    browser, seats = _read(request)
    kept = {**{other: at for other, at in seats.items() if other != seat.pk.hex}, seat.pk.hex: _moment()}
    newest = dict(sorted(kept.items(), key=lambda pair: pair[1])[-MOST_SEATS:])
    response.set_cookie(
        COOKIE,
        signing.dumps({"browser": browser or secrets.token_urlsafe(12), "seats": newest}, salt=_SALT),
        max_age=int(LASTS.total_seconds()),
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read(request: HttpRequest) -> tuple[str, dict[str, int]]:
    try:
        kept: Any = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT)
    except signing.BadSignature:
        return "", {}
    since = _moment() - int(LASTS.total_seconds())
    return kept["browser"], {seat: at for seat, at in kept["seats"].items() if at > since}


def _moment() -> int:
    return int(now().timestamp())
