"""A wish's short address, `/w/HH26-012`: what a QR code on the wall holds, so that its squares are large."""

import re

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from hub.rest.problems import only_read
from tenants.claims.board import ON_ITS_WAY, may_be_shown

_NUMBER = re.compile(r"[A-Z0-9-]{3,40}")


@only_read
def short_link(request: HttpRequest, number: str) -> HttpResponse:
    """Leads on to the wish's page; where there is none to be shown, to the board, as if there never was one."""
    written = number.strip().upper()
    known = may_be_shown().filter(number=written, state__in=ON_ITS_WAY) if _NUMBER.fullmatch(written) else None
    wish = known.values("pk").first() if known is not None else None
    response = HttpResponseRedirect(f"/wish/{wish['pk']}" if wish else "/")
    response.headers["Cache-Control"] = "no-store"
    return response
