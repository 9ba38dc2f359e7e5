"""/healthz and /readyz answer on every host, before anybody asks whose host it is."""

import ipaddress
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

from config.health import readiness
from config.plainpage import RETRY_S
from hub.accounts.login import address_of
from hub.rest.problems import not_to_be_read


class Health:
    """/healthz: the process answers. /readyz: what it needs answers too; 503 when it cannot serve.

    What exactly is away is told on this machine only: versions and addresses help a stranger. An operator reads the same at
    /api/readiness.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path in ("/healthz", "/readyz") and (refused := not_to_be_read(request)):
            return refused
        if request.path == "/healthz":
            return JsonResponse({"status": "alive"})
        if request.path == "/readyz":
            state = readiness()
            told = state if is_on_this_machine(request) else {"status": state["status"]}
            unready = state["status"] == "unready"
            again = {"Retry-After": str(RETRY_S)} if unready else {}
            return JsonResponse(told, status=503 if unready else 200, headers={"Cache-Control": "no-store", **again})
        return self.get_response(request)


def is_on_this_machine(request: HttpRequest) -> bool:
    """Whether whoever asks sits on this machine, as the proxies in front saw it."""
    try:
        return ipaddress.ip_address(address_of(request)).is_loopback
    except ValueError:
        return False
