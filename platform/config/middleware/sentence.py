"""An answer for when no view is reached: a sentence in the reader's language, as problem+json or as a page."""

import structlog
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.html import format_html
from django.utils.translation import get_language_from_request

from hub.language import Text


def sentence(request: HttpRequest, status: int, code: str, text: Text) -> HttpResponse:
    """Answer `text` with this status: problem+json below /api, else a small page in both languages."""
    if request.path.startswith("/api"):
        english = get_language_from_request(request).startswith("en")
        chosen = text.en if english else text.zh
        return JsonResponse(
            {
                "type": "about:blank",
                "title": chosen,
                "status": status,
                "code": code,
                "detail": chosen,
                "errors": {},
                "request_id": structlog.contextvars.get_contextvars().get("request_id", ""),
            },
            status=status,
            content_type="application/problem+json",
            json_dumps_params={"ensure_ascii": False},
        )
    page = format_html(
        '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>连心桥 WishBridge</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
        '<body><h1>连心桥 WishBridge</h1><p>{}</p><p lang="en">{}</p></body></html>',
        text.zh,
        text.en,
    )
    return HttpResponse(page, status=status)
