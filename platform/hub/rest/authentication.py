"""Who asks, as REST framework sees it; and the CSRF check, which nobody is spared."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from hub.rest.problems import CSRF_FAILED


class _CsrfCheck(CsrfViewMiddleware):
    """Django's own check; a failed one gives its reason instead of a page."""

    def _reject(self, request: HttpRequest, reason: str) -> str:  # the hook that REST framework uses as well
        return reason


def _no_view(request: HttpRequest) -> HttpResponse:
    raise AssertionError("the CSRF check calls no view")


class CookieSession(BaseAuthentication):
    """The middleware has found the account; this enforces CSRF on every unsafe request, the login included.

    REST framework exempts its views from the CSRF middleware and checks signed-in users only, which leaves
    the login open to being done in somebody else's name.
    """

    def authenticate(self, request: Request) -> tuple[Any, None] | None:
        """(account, None) or None. Raises PermissionDenied with the code `csrf_failed`."""
        plain = request._request
        check = _CsrfCheck(_no_view)
        check.process_request(plain)
        if check.process_view(plain, _no_view, (), {}):
            raise PermissionDenied(str(CSRF_FAILED), code="csrf_failed")
        account = getattr(plain, "account", None)
        return None if account is None else (account, None)

    def authenticate_header(self, request: Request) -> str:
        """Makes a missing session 401; a scheme that no browser opens a dialog for."""
        return 'Session realm="WishBridge"'
