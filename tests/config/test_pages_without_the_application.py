"""Pages that stand without the application: they look like the product, say what to do, and a wall tries again."""

import json
from pathlib import Path

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from hub.actor import SYSTEM
from hub.communities import directory as directory_module
from hub.communities.models import Community
from hub.communities.profile import write_profile
from hub.communities.states import archive, suspend

INDEX = (Path(__file__).parents[2] / "frontend" / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def _built(tmp_path: Path, settings: object) -> None:
    (tmp_path / "index.html").write_text(INDEX)
    (tmp_path / "first-pages.json").write_text(json.dumps({"/": {"scripts": [], "styles": []}}))
    settings.WISHBRIDGE_FRONTEND_DIST = tmp_path  # type: ignore[attr-defined]


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory_module, "STAMP_IS_LOOKED_AT_EVERY_S", 0.0)


def get(address: str, host: str = "haihong.localhost", **headers: str) -> HttpResponse:
    return Client(raise_request_exception=False).get(address, headers={"host": host, **headers})


def is_a_page_of_ours(answer: HttpResponse) -> str:
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/html")
    assert text.count("<main") == 1
    assert '<html lang="zh-Hans">' in text
    assert 'lang="en"' in text
    assert "<style>" in text
    assert "sha256-" in answer["Content-Security-Policy"]
    assert "<script" not in text
    return text


@pytest.mark.usefixtures("_built", "haihong")
@pytest.mark.parametrize(
    ("address", "host", "said"),
    [
        ("/", "haihong.localhost", "微信"),
        ("/portal", "haihong.localhost", "360"),
        ("/wall", "haihong.localhost", "大屏"),
        ("/admin", "wishbridge.localhost", "360"),
        ("/district/630222", "wishbridge.localhost", "360"),
    ],
)
def test_each_face_tells_a_browser_without_scripts_and_an_old_one_what_to_do(
    address: str, host: str, said: str
) -> None:
    text = get(address, host).content.decode()
    without = text[text.index("<noscript>") : text.index("</noscript>")]
    assert "JavaScript" in without
    assert said in without
    assert 'lang="en"' in without
    old = text[text.index('class="boot-old"') : text.index("<noscript>")]
    assert said in old
    assert '<script nomodule src="/old-browser.js">' in text
    assert '<script src="/first.js" defer>' in text


@pytest.mark.usefixtures("_built")
def test_whom_to_ask_stands_on_the_pages_of_a_community_only(haihong: Community) -> None:
    of_the_office = {"telephone": "0972-8512345", "address": "川口镇南大街12号", "hours": "工作日 9:00"}
    write_profile(haihong, of_the_office, by=SYSTEM)
    text = get("/").content.decode()
    assert text.count('<a href="tel:+869728512345">0972-8512345</a>') == 1
    assert text.count("川口镇南大街12号") == 1
    assert "tel:" not in get("/admin", "wishbridge.localhost").content.decode()


@pytest.mark.usefixtures("_at_once")
def test_a_suspended_and_an_archived_community_tell_whom_to_ask(haihong: Community) -> None:
    suspend(haihong, reason="", by=SYSTEM)
    write_profile(haihong, {"telephone": "0972-8512345 转 802"}, by=SYSTEM)
    text = is_a_page_of_ours(get("/"))
    assert "居委会" in text
    assert "运营人员" not in text
    assert 'href="tel:+869728512345"' in text
    archive(haihong, reason="", by=SYSTEM)
    assert "居委会" in is_a_page_of_ours(get("/mine"))


@pytest.mark.usefixtures("_at_once")
def test_the_wall_says_it_large_and_tries_again_by_itself(haihong: Community) -> None:
    suspend(haihong, reason="", by=SYSTEM)
    wall, board = get("/wall"), get("/")
    assert 'class="large"' in is_a_page_of_ours(wall)
    assert int(wall["Refresh"]) >= 10
    assert 'class="large"' not in is_a_page_of_ours(board)
    assert "Refresh" not in board
    assert int(get("/wall", "nobody.localhost")["Refresh"]) >= 10


@pytest.mark.usefixtures("haihong")
def test_an_unknown_host_says_what_to_do() -> None:
    text = is_a_page_of_ours(get("/", "nobody.localhost"))
    assert "二维码" in text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", ["/", "/portal/wishes", "/wall", "/assets/x.js"])
def test_while_the_database_is_away_a_page_is_a_page_that_tries_again(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "PORT", "1")
    monkeypatch.setitem(connection.settings_dict, "HOST", "127.0.0.1")
    answer = get(address)
    problem = get("/api/site")
    connection.close()
    assert answer.status_code == 503
    assert answer["Retry-After"] == "3"
    assert int(answer["Refresh"]) in (10, 30)
    assert "数据库" in is_a_page_of_ours(answer)
    assert problem.status_code == 503
    assert json.loads(problem.content)["code"] == "database_away"


@pytest.mark.django_db
def test_an_address_that_cannot_be_read_is_a_page_and_under_the_api_a_problem() -> None:
    assert get("/", "a host!").status_code == 400
    is_a_page_of_ours(get("/", "a host!"))
    assert get("/api/site", "a host!")["Content-Type"] == "application/problem+json"
