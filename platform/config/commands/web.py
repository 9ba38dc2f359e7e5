"""The program as the web server loads it before it forks: with its URLs, and so with every view.

Django loads them with the first request. Each worker would do that for itself, and its first reader would wait.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.urls import get_resolver

from config.wsgi import application as program

_AT_ONCE = 64 * 1024
LOADED = [get_resolver(urlconf).url_patterns for urlconf in (settings.ROOT_URLCONF, settings.URLCONF_OF_THE_HUB)]

__all__ = ["application"]


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The program behind our own front, which alone reaches our socket: the one address it names is who asks.

    On a socket there is no address of a peer, and a header that is gone cannot be believed by mistake. What a view left
    of a body is read to its end: a socket that is closed over unread bytes takes the answer with it, and the front could
    only say that the outcome is unknown.
    """
    seen = environ.pop("HTTP_X_FORWARDED_FOR", "")
    if not environ.get("REMOTE_ADDR") and seen:
        environ["REMOTE_ADDR"] = seen
    answer = program(environ, start_response)
    body = environ["wsgi.input"]
    while body.read(_AT_ONCE):
        pass
    return answer
