import json
import os
import re
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from config.middleware.headers import POLICY

INDEX = '<!doctype html><head><script type="module" crossorigin src="/assets/index-abc.js"></script></head>'
FIRST_PAGES = {
    "/": {"scripts": ["assets/index-abc.js", "assets/member-abc.js"], "styles": ["assets/member-abc.css"]},
    "/portal": {"scripts": ["assets/index-abc.js", "assets/portal-abc.js", "assets/today-abc.js"], "styles": []},
    "/portal/*": {"scripts": ["assets/index-abc.js", "assets/portal-abc.js"], "styles": []},
}


@pytest.fixture
def built(tmp_path: Path, settings: object) -> Path:
    """A front end as its build leaves it."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text(INDEX)
    (tmp_path / "first-pages.json").write_text(json.dumps(FIRST_PAGES))
    (tmp_path / "assets" / "index-abc.js").write_bytes(b"export {}")
    (tmp_path / "assets" / "index-abc.js.gz").write_bytes(b"\x1f\x8b gz")
    (tmp_path / "heart.svg").write_bytes(b"<svg/>")
    settings.WISHBRIDGE_FRONTEND_DIST = settings.WHITENOISE_ROOT = tmp_path  # type: ignore[attr-defined]
    return tmp_path


def get(address: str, host: str = "haihong.localhost", **headers: str) -> HttpResponse:
    return Client().get(address, headers={"host": host, **headers})


@pytest.mark.usefixtures("built", "haihong")
@pytest.mark.parametrize("address", ["/", "/wishes", "/wishes/0198?state=open", "/login", "/apiary"])
@pytest.mark.parametrize("host", ["haihong.localhost", "wishbridge.localhost"])
def test_every_screen_is_the_single_page_and_is_never_cached(address: str, host: str) -> None:
    answer = get(address, host)
    assert answer.status_code == 200
    assert INDEX.removesuffix("</head>") in answer.content.decode()
    assert answer["Cache-Control"] == "no-cache"
    assert answer["Content-Security-Policy"] == POLICY


@pytest.mark.usefixtures("built", "haihong")
def test_a_communitys_page_asks_at_once_who_is_here_and_the_platforms_does_not() -> None:
    asked = '<link rel="preload" as="fetch" crossorigin href="/api/site">'
    for address in ("/", "/portal", "/wall", "/wishes/0198"):
        assert get(address).content.decode().count(asked) == 1
    assert asked not in get("/admin", "wishbridge.localhost").content.decode()


@pytest.mark.usefixtures("built", "haihong")
@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("/", ["member-abc.js", "member-abc.css"]),
        ("/mine/0198", ["member-abc.js", "member-abc.css"]),
        ("/portal", ["portal-abc.js", "today-abc.js"]),
        ("/portal/", ["portal-abc.js", "today-abc.js"]),
        ("/portal/wishes?state=open", ["portal-abc.js"]),
    ],
)
def test_a_page_names_the_files_of_its_face_and_each_once(address: str, named: list[str]) -> None:
    page = get(address).content.decode()
    assert re.findall(r'(?:src|href)="/assets/([^"]+)"', page) == ["index-abc.js", *named]


@pytest.mark.usefixtures("haihong")
def test_a_new_build_is_served_without_a_restart(built: Path) -> None:
    assert "index-abc.js" in get("/").content.decode()
    (built / "index.html").write_text(INDEX.replace("abc", "xyz"))
    os.utime(built / "index.html", (1, 1))
    assert "index-xyz.js" in get("/").content.decode()


@pytest.mark.usefixtures("built", "haihong")
def test_a_built_file_is_cached_for_ever_and_sent_compressed_to_who_can_read_it() -> None:
    answer = get("/assets/index-abc.js")
    assert b"".join(answer.streaming_content) == b"export {}"
    assert "immutable" in answer["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in answer
    assert get("/assets/index-abc.js", **{"accept-encoding": "gzip"})["Content-Encoding"] == "gzip"
    assert "immutable" not in get("/heart.svg")["Cache-Control"]


@pytest.mark.usefixtures("built", "haihong")
@pytest.mark.parametrize("address", ["/assets/gone.js", "/favicon.ico", "/static/gone.css", "/../../etc/passwd.txt"])
def test_a_file_that_is_not_there_is_404_and_no_page(address: str) -> None:
    answer = get(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.usefixtures("built", "haihong")
def test_a_page_takes_no_post() -> None:
    assert Client().post("/wishes", headers={"host": "haihong.localhost"}).status_code == 405


@pytest.mark.usefixtures("haihong")
def test_before_the_front_end_is_built_a_sentence_says_so(tmp_path: Path, settings: object) -> None:
    settings.WISHBRIDGE_FRONTEND_DIST = tmp_path / "nothing"  # type: ignore[attr-defined]
    answer = get("/")
    assert answer.status_code == 503
    assert "make setup" in answer.content.decode()


@pytest.mark.usefixtures("haihong")
@pytest.mark.parametrize("address", ["/api", "/api/", "/api/nothing", "/api/nothing/at/all"])
def test_an_address_of_the_api_that_is_none_is_a_problem(address: str) -> None:
    answer = get(address)
    assert (answer.status_code, json.loads(answer.content)["code"]) == (404, "not_found")


def test_the_policy_allows_no_inline_script_and_no_other_host() -> None:
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert "default-src 'none'" in POLICY


@pytest.mark.usefixtures("haihong")
@pytest.mark.parametrize("host", ["haihong.localhost", "wishbridge.localhost"])
def test_the_apis_page_needs_nobody_elses_files(host: str) -> None:
    answer = get("/api/docs/", host)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "script-src 'self';" in answer["Content-Security-Policy"]
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert addresses
    for address in addresses:
        assert address.startswith("/"), address
        assert get(address, host).status_code == 200, address
    assert "<script>" not in page, "an inline script would be refused by the policy"


@pytest.mark.usefixtures("haihong")
@pytest.mark.parametrize("host", ["haihong.localhost", "wishbridge.localhost"])
@pytest.mark.parametrize("path", ["/api/docs/", "/api/schema"])
def test_the_apis_map_is_for_operators_and_this_machine(host: str, path: str) -> None:
    answer = Client(REMOTE_ADDR="203.0.113.9").get(path, headers={"host": host})
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("haihong")
def test_each_host_describes_its_own_api() -> None:
    community, hub = get("/api/schema").json(), get("/api/schema", "wishbridge.localhost").json()
    assert "/api/wishes" in community["paths"]
    assert "/api/wishes" not in hub["paths"]
    assert "/api/communities" in hub["paths"]
    assert "/api/communities" not in community["paths"]


@pytest.mark.usefixtures("built", "haihong")
@pytest.mark.parametrize("address", ["/", "/portal", "/wall", "/w/HH26-001", "/assets/gone.js", "/healthz", "/readyz"])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO"])
def test_what_can_only_be_read_says_so(address: str, method: str) -> None:
    answer = Client().generic(method, address, b"x", content_type="text/plain", headers={"host": "haihong.localhost"})
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json"), answer.content
    assert answer["Allow"] == "GET, HEAD"
