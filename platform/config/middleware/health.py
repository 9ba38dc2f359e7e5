"""/healthz and /readyz answer on every host, before anybody asks whose host it is."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

from config.health import readiness


class Health:
    """/healthz: the process answers. /readyz: what it needs answers too; 503 when it cannot serve."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/healthz":
            return JsonResponse({"status": "alive"})
        if request.path == "/readyz":
            state = readiness()
            return JsonResponse(state, status=503 if state["status"] == "unready" else 200)
        return self.get_response(request)
