import json

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django_tenants.utils import tenant_context

from config.middleware.hosts import Hosts
from hub.actor import SYSTEM
from hub.communities import directory as directory_module
from hub.communities.current import current_or_none
from hub.communities.models import Community
from hub.communities.states import archive, resume, suspend
from hub.communities.whereabouts import stand_on
from tenants.members.models import Branch


def where(request: HttpRequest) -> HttpResponse:
    """Says whose request it is, and whose rows it sees."""
    community = current_or_none()
    names = list(Branch.objects.values_list("name", flat=True)) if community else []
    return HttpResponse(json.dumps({"slug": community.slug if community else None, "branches": names}))


def fails(request: HttpRequest) -> HttpResponse:
    list(Branch.objects.all())
    raise ZeroDivisionError


def wanders(request: HttpRequest) -> HttpResponse:
    """A view that leaves the connection on a community, as none should."""
    stand_on(Community.objects.get())
    return HttpResponse()


urlpatterns = [path("where", where), path("fails", fails), path("wanders", wanders)]


@pytest.fixture
def client(settings: object) -> Client:
    settings.ROOT_URLCONF = settings.URLCONF_OF_THE_HUB = __name__  # type: ignore[attr-defined]
    return Client(raise_request_exception=False)


def get(client: Client, host: str, address: str = "/where", **headers: str) -> HttpResponse:
    return client.get(address, headers={"host": host, **headers})


def search_path() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW search_path")
        row = cursor.fetchone()
    assert row is not None
    return str(row[0])


def test_a_request_sees_the_rows_of_the_community_of_its_host(
    client: Client, haihong: Community, binhe: Community
) -> None:
    for community in (haihong, binhe):
        with tenant_context(community):
            Branch.objects.create(name=f"{community.slug} 支部")
    for slug in ("haihong", "binhe", "haihong"):
        answer = json.loads(get(client, f"{slug}.localhost").content)
        assert answer == {"slug": slug, "branches": [f"{slug} 支部"]}


@pytest.mark.parametrize("host", ["HAIHONG.localhost", "haihong.localhost:8000", "haihong.localhost.:8000"])
def test_a_host_in_other_writing_is_the_same_host(client: Client, haihong: Community, host: str) -> None:
    assert json.loads(get(client, host).content)["slug"] == "haihong"


@pytest.mark.parametrize("host", ["wishbridge.localhost", "127.0.0.1:8000", "localhost"])
@pytest.mark.django_db
def test_the_platforms_hosts_are_on_the_hub(client: Client, host: str) -> None:
    assert json.loads(get(client, host).content)["slug"] is None


@pytest.mark.parametrize("host", ["nobody.localhost", "haihong.example.org", "evil.haihong.localhost"])
def test_an_unknown_host_is_404_in_both_languages(client: Client, haihong: Community, host: str) -> None:
    page = get(client, host)
    assert page.status_code == 404
    assert "不属于任何社区" in page.content.decode()
    assert "No community answers" in page.content.decode()

    problem = get(client, host, "/api/site", **{"accept-language": "en"})
    assert problem.status_code == 404
    assert problem["Content-Type"] == "application/problem+json"
    body = json.loads(problem.content)
    assert body["code"] == "no_such_host"
    assert "No community answers" in body["detail"]
    assert body["request_id"] == problem["X-Request-ID"]
    assert "不属于任何社区" in json.loads(get(client, host, "/api/site").content)["detail"]


@pytest.mark.django_db
def test_a_host_that_is_none_is_a_bad_request_and_no_fault(client: Client) -> None:
    assert get(client, "a host!").status_code == 400


def test_a_suspended_and_an_archived_community_answer_with_a_sentence_and_nothing_else(
    client: Client, haihong: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory_module, "STAMP_IS_LOOKED_AT_EVERY_S", 0.0)
    suspend(haihong, reason="", by=SYSTEM)
    answer = get(client, "haihong.localhost")
    assert (answer.status_code, "海鸿社区的连心桥已暂停使用" in answer.content.decode()) == (503, True)
    assert json.loads(get(client, "haihong.localhost", "/api/site").content)["code"] == "community_suspended"

    resume(haihong, by=SYSTEM)
    assert get(client, "haihong.localhost").status_code == 200

    archive(haihong, reason="", by=SYSTEM)
    assert get(client, "haihong.localhost").status_code == 410


def test_after_a_request_the_connection_is_back_on_the_hub(client: Client, haihong: Community) -> None:
    get(client, "haihong.localhost")
    assert (connection.schema_name, search_path()) == ("public", "public")


def test_after_a_request_that_fails_the_connection_is_back_on_the_hub(client: Client, haihong: Community) -> None:
    assert get(client, "haihong.localhost", "/fails").status_code == 500
    assert (connection.schema_name, search_path()) == ("public", "public")


@pytest.mark.parametrize("host", ["localhost", "haihong.localhost"])
def test_after_a_view_that_wandered_off_the_connection_is_back_on_the_hub(
    client: Client, haihong: Community, host: str
) -> None:
    assert get(client, host, "/wanders").status_code == 200
    assert (connection.schema_name, search_path()) == ("public", "public")


def test_after_an_exception_that_leaves_the_middleware_the_connection_is_back_on_the_hub(haihong: Community) -> None:
    def broken(request: HttpRequest) -> HttpResponse:
        raise SystemExit

    request = HttpRequest()
    request.META["HTTP_HOST"] = "haihong.localhost"
    with pytest.raises(SystemExit):
        Hosts(broken)(request)
    assert (connection.schema_name, search_path()) == ("public", "public")


def test_a_request_begins_on_its_own_host_whatever_the_one_before_left_behind(
    client: Client, haihong: Community, binhe: Community
) -> None:
    connection.set_tenant(binhe)
    assert json.loads(get(client, "localhost").content)["slug"] is None
    connection.set_tenant(binhe)
    assert json.loads(get(client, "haihong.localhost").content)["slug"] == "haihong"
