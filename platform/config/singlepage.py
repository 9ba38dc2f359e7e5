"""The single-page application's entry: every address that is no API and no file is a screen of it."""

import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from config.contact import contact_lines
from config.middleware.sentence import sentence
from config.plainpage import RETRY_S, whom_to_ask
from config.skeleton import ASK, HERE, skeleton
from hub.communities.current import current_or_none
from hub.language import Text
from hub.rest.problems import not_found, only_read

_ASK = ASK.encode()

_NOT_BUILT = Text(zh="界面尚未构建", en="The screens are not built yet")
_BUILD = Text(zh="请运行 make setup，再刷新这一页。", en="Run make setup and reload this page.")


@only_read
def single_page(request: HttpRequest) -> HttpResponse:
    """index.html, never cached: it names the current build's files, which are cached for ever.

    An address that looks like a file's is 404: a page in place of a missing script would be a riddle.
    """
    if "." in request.path.rpartition("/")[2]:
        return not_found(request)
    dist: Path = settings.WISHBRIDGE_FRONTEND_DIST
    try:
        page = _page(
            dist, (dist / "index.html").stat().st_mtime_ns, *_face_of(request.path), current_or_none() is not None
        )
    except OSError:
        return sentence(request, 503, "not_built", _NOT_BUILT, _BUILD, retry_s=RETRY_S)
    page = page.replace(_ASK, whom_to_ask(contact_lines(current_or_none())).encode())
    response = HttpResponse(page, content_type="text/html; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response


def _face_of(path: str) -> tuple[str, bool]:
    """The first part of an address tells the face; what is no face of its own belongs to the one at “/”. And whether it
    is another page than the face's first, which does without what only that one shows.
    """
    parts = path.strip("/").split("/")
    return f"/{parts[0]}", len(parts) > 1


@lru_cache(maxsize=32)
def _page(dist: Path, _built: int, face: str, deeper: bool, of_community: bool) -> bytes:
    """index.html with the files of the face's first page named in its head: a slow line fetches them all at once
    instead of one after another as each is read. Raises OSError where nothing is built.

    A community's page also asks where and who at once, which every face does first. Not the platform's: its name is told
    in the reader's language, and of that the head knows nothing.
    """
    page = (dist / "index.html").read_text(encoding="utf-8")
    firsts = json.loads((dist / "first-pages.json").read_text(encoding="utf-8"))
    files = (deeper and firsts.get(f"{face}/*")) or firsts.get(face) or firsts["/"]
    links = [f'<link rel="modulepreload" crossorigin href="/{name}">' for name in files["scripts"]]
    links += [f'<link rel="stylesheet" crossorigin href="/{name}">' for name in files["styles"]]
    fresh = [link for link in links if link.split('href="')[1] not in page]
    if of_community:
        # The way that the application asks: own origin, own cookies. Asked otherwise it would be asked twice.
        fresh.insert(0, '<link rel="preload" as="fetch" crossorigin href="/api/site">')
    page = page.replace(HERE, skeleton(face))
    return page.replace("</head>", "".join(fresh) + "</head>").encode()
