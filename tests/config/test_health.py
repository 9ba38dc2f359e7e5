import json

import pytest
from django.db import connection
from django.test import Client

from hub.communities.models import Community
from hub.pulse.beats import beat
from hub.pulse.models import Pulse

HOSTS = ["haihong.localhost", "wishbridge.localhost", "10.1.2.3:8000", "nobody.example.org"]


@pytest.mark.parametrize("host", HOSTS)
def test_healthz_answers_on_any_host_without_asking_the_database(host: str) -> None:
    answer = Client().get("/healthz", headers={"host": host})
    assert (answer.status_code, answer.json()) == (200, {"status": "alive"})


def ready(host: str = "any.example.org") -> tuple[int, dict[str, dict[str, object]]]:
    answer = Client().get("/readyz", headers={"host": host})
    # Who asks again too soon is told when.
    assert (answer.status_code == 503) == ("Retry-After" in answer.headers)
    return answer.status_code, json.loads(answer.content)


@pytest.mark.parametrize("host", HOSTS)
def test_readyz_names_all_it_depends_on(haihong: Community, host: str) -> None:
    beat("beat")
    status, state = ready(host)
    assert (status, state["status"]) == (200, "ready"), state
    assert state["database"]["ok"] is state["valkey"]["ok"] is True
    assert state["schema"]["version"] == haihong.schema_version
    age = state["beat"]["age_seconds"]
    assert isinstance(age, float)
    assert 0 <= age < 5


def test_a_stranger_is_told_only_whether_it_is_ready(haihong: Community) -> None:
    beat("beat")
    answer = Client(REMOTE_ADDR="203.0.113.9").get("/readyz", headers={"host": "any.example.org"})
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})


def test_a_beat_that_was_never_seen_or_is_late_is_shown(haihong: Community) -> None:
    assert (ready()[1]["status"], ready()[1]["beat"]["age_seconds"]) == ("degraded", None)
    beat("beat")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pulse_pulse SET at = at - interval '2 minutes'")
    status, state = ready()
    assert (status, state["status"], state["beat"]["ok"]) == (200, "degraded", False)
    assert Pulse.objects.count() == 1


def test_requests_are_served_while_valkey_is_away(haihong: Community, settings: object) -> None:
    beat("beat")
    settings.REDIS_URL = "unix:///nowhere/valkey.sock"  # type: ignore[attr-defined]
    status, state = ready()
    assert (status, state["status"], state["valkey"]["ok"]) == (200, "degraded", False)


def test_no_requests_come_to_a_program_that_is_newer_than_its_communities(haihong: Community) -> None:
    Community.objects.update(schema_version="0001-" + "0" * 16)
    status, state = ready()
    assert (status, state["status"], state["schema"]["communities_behind"]) == (503, "unready", 1)
    Community.objects.update(schema_version="9999-" + "0" * 16)
    assert ready()[1]["schema"]["ok"] is True, "a later program's migrations do not stop this one from serving"
    Community.objects.update(state="archived", schema_version="")
    assert ready()[1]["schema"]["ok"] is True, "an archived community is brought up when it is restored"


@pytest.mark.django_db
def test_no_requests_come_to_a_program_that_is_newer_than_the_hub() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'pulse' AND name = '0001_initial'")
    status, state = ready()
    assert (status, state["schema"]["hub_pending"]) == (503, 1)


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_away_is_said_and_raises_nothing(settings: object) -> None:
    connection.close()
    real = connection.settings_dict["HOST"]
    connection.settings_dict["HOST"] = "/nowhere"
    try:
        status, state = ready()
    finally:
        connection.close()
        connection.settings_dict["HOST"] = real
    assert (status, state["status"], state["database"]["ok"]) == (503, "unready", False)
    assert "nowhere" not in json.dumps(state)
