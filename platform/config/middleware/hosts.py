"""The host says whose page this is: the platform's, a community's, or nobody's."""

from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django_tenants.utils import tenant_context

from config.contact import contact_lines
from config.middleware.sentence import sentence
from hub.communities.directory import directory
from hub.communities.models import Community
from hub.communities.whereabouts import back_on_the_hub
from hub.language import Text

NOBODY = Text(zh="这个网址不属于任何社区", en="No community answers at this address")
NOBODY_TEXT = Text(
    zh="网址可能打错了，或已经更换。请重新扫一次卡片上的二维码，或向您的社区居委会询问正确的网址。",
    en="It may be mistyped or out of use. Scan the card's code again, or ask your residents' committee for the right one.",
)
SUSPENDED = Text(zh="{name}的连心桥已暂停使用", en="WishBridge of {name} is suspended")
ARCHIVED = Text(zh="{name}的连心桥已归档，不再提供服务", en="WishBridge of {name} has been archived")
ASK_THEM = Text(
    zh="已经认领的心愿仍然算数。想了解何时恢复，或要送达心愿，请直接联系{name}居委会。",
    en="Wishes that were claimed still count. To learn when it returns, or to deliver one, ask the residents' committee of"
    " {name}.",
)
GONE = Text(
    zh="想认领心愿或了解以往的活动，请直接联系{name}居委会。",
    en="To help, or to learn about past campaigns, ask the residents' committee of {name}.",
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
                return sentence(request, 404, "no_such_host", NOBODY, NOBODY_TEXT)
            request.urlconf = settings.URLCONF_OF_THE_HUB
            return self.get_response(request)
        structlog.contextvars.bind_contextvars(community=community.slug)
        if community.state == Community.State.SUSPENDED:
            return _closed(request, community, 503, "community_suspended", SUSPENDED, ASK_THEM)
        if community.state == Community.State.ARCHIVED:
            return _closed(request, community, 410, "community_archived", ARCHIVED, GONE)
        with tenant_context(community):
            return self.get_response(request)


def _closed(
    request: HttpRequest, community: Community, status: int, code: str, title: Text, text: Text
) -> HttpResponse:
    name = community.name
    ask = contact_lines(community)
    return sentence(request, status, code, title.format(name=name), text.format(name=name), name=name, ask=ask)
