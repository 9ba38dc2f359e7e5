"""An answer for when no view is reached: a sentence in the reader's language, as problem+json or as a page."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.html import format_html

from hub.language import Text
from hub.rest.problems import Problem, problem_response


def sentence(request: HttpRequest, status: int, code: str, text: Text) -> HttpResponse:
    """Answer `text` with this status: problem+json below /api, else a small page in both languages."""
    if request.path.startswith("/api"):
        with translation.override(translation.get_language_from_request(request)):
            return problem_response(Problem(status, code, str(text)))
    page = format_html(
        '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>连心桥 WishBridge</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
        '<body><h1>连心桥 WishBridge</h1><p>{}</p><p lang="en">{}</p></body></html>',
        text.zh,
        text.en,
    )
    return HttpResponse(page, status=status)
