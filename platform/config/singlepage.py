"""The single-page application's entry: every address that is no API and no file is a screen of it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

_NOT_BUILT = (
    '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>连心桥 WishBridge</title></head>'
    '<body><p>界面尚未构建：请运行 make setup。</p><p lang="en">The screens are not built yet: run make setup.</p></body></html>'
)


@require_safe
def single_page(request: HttpRequest) -> HttpResponse:
    """index.html, never cached: it names the current build's files, which are cached for ever.

    An address that looks like a file's is 404: a page in place of a missing script would be a riddle.
    """
    if "." in request.path.rpartition("/")[2]:
        return HttpResponse(status=404)
    try:
        page = (settings.WISHBRIDGE_FRONTEND_DIST / "index.html").read_bytes()
    except OSError:
        return HttpResponse(_NOT_BUILT, status=503)
    response = HttpResponse(page, content_type="text/html; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response
