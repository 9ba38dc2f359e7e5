"""How the rooms' URLs come together on the two kinds of hosts.

A room's urls.py is served below /api/: a tenants' room's on communities' hosts, a hub room's on both, unless it
says so itself with urls_hub.py (the platform's host only) and urls_community.py (communities' hosts only).
"""

from typing import Any, Literal

from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import SpectacularJSONAPIView, SpectacularSwaggerSplitView
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from config.health import readiness
from config.middleware.headers import POLICY
from config.middleware.health import is_on_this_machine
from config.rooms import HUB_ROOMS, TENANT_ROOMS, has_module
from config.singlepage import single_page
from hub.rest.permissions import IsOperator
from hub.rest.problems import not_found
from tenants.claims.short_link import short_link

HostKind = Literal["community", "hub"]


def api_of(kind: HostKind) -> list[URLPattern | URLResolver]:
    """Every room's URLs for this kind of host, below /api/."""
    modules = []
    for room in HUB_ROOMS:
        modules += [f"{room}.{name}" for name in ("urls", f"urls_{kind}") if has_module(room, name)]
    if kind == "community":
        modules += [f"{room}.urls" for room in TENANT_ROOMS if has_module(room, "urls")]
    return [path("api/", include(module)) for module in modules]


class OperatorOrHere(BasePermission):
    """The operator, and whoever sits on this machine: the API's map is of no use to anybody else but an attacker."""

    def has_permission(self, request: Request, view: Any) -> bool:
        return is_on_this_machine(request._request) or IsOperator().has_permission(request, view)


class Readiness(APIView):
    """What /readyz tells on this machine, for the operator's page of health."""

    permission_classes = (IsOperator,)

    def get(self, request: Request) -> Response:
        return Response(readiness())


class Docs(SpectacularSwaggerSplitView):
    """Swagger UI from our own files; its page carries a style element, which the policy allows here alone."""

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().get(request, *args, **kwargs)
        response.headers["Content-Security-Policy"] = POLICY.replace(
            "style-src 'self'", "style-src 'self' 'unsafe-inline'"
        )
        return response


def pages(kind: HostKind) -> list[URLPattern | URLResolver]:
    """The API's description, and the single-page application for everything else."""
    here: dict[str, Any] = {"permission_classes": [OperatorOrHere]}
    operators = [path("api/readiness", Readiness.as_view())] if kind == "hub" else []
    short = [path("w/<str:number>", short_link)] if kind == "community" else []
    return [
        *operators,
        *short,
        path("api/schema", SpectacularJSONAPIView.as_view(urlconf=f"config.urls_{kind}", **here), name="schema"),
        path("api/docs/", Docs.as_view(url_name="schema", **here), name="docs"),
        re_path(r"^api(?:/|$)", not_found),
        re_path(r"^", single_page),
    ]
