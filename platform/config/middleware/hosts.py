"""The host says whose page this is: the platform's, a community's, or nobody's."""

from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django_tenants.utils import tenant_context

from config.middleware.sentence import sentence
from hub.communities.directory import directory
from hub.communities.models import Community
from hub.communities.whereabouts import back_on_the_hub
from hub.language import Text

NOBODY = Text(
    zh="这个网址不属于任何社区。请核对地址，或向社区工作人员询问。",
    en="No community answers at this address. Check it, or ask your community's staff.",
)
SUSPENDED = Text(
    zh="{name}的连心桥已暂停使用。请联系平台运营人员。",
    en="WishBridge of {name} is suspended. Please contact the platform's operator.",
)
ARCHIVED = Text(
    zh="{name}的连心桥已归档，不再提供服务。如需恢复，请联系平台运营人员。",
    en="WishBridge of {name} has been archived. To bring it back, contact the platform's operator.",
)


class Hosts:
    """Puts the request into its community's block, and the connection back on the hub, whatever happens."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        host = split_domain_port(request.get_host())[0].rstrip(".")
        back_on_the_hub()
        try:
            return self._answer(request, host)
        finally:
            back_on_the_hub()

    def _answer(self, request: HttpRequest, host: str) -> HttpResponse:
        community = directory.community_at(host)
        if community is None:
            if host not in settings.WISHBRIDGE_PLATFORM_HOSTS:
                return sentence(request, 404, "no_such_host", NOBODY)
            request.urlconf = settings.URLCONF_OF_THE_HUB
            return self.get_response(request)
        structlog.contextvars.bind_contextvars(community=community.slug)
        if community.state == Community.State.SUSPENDED:
            return sentence(request, 503, "community_suspended", SUSPENDED.format(name=community.name))
        if community.state == Community.State.ARCHIVED:
            return sentence(request, 410, "community_archived", ARCHIVED.format(name=community.name))
        with tenant_context(community):
            return self.get_response(request)
