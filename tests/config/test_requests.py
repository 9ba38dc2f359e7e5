import io
import json
import logging
from collections.abc import Callable, Iterator

import pytest
import structlog
from django.db import DataError, connection
from django.test import Client
from structlog.stdlib import ProcessorFormatter

from config.logging import without_values
from hub.communities.models import Community

NAME, NUMBER = "马秀兰", "13900120422"


@pytest.fixture
def written() -> Iterator[Callable[[], str]]:
    """What the log's own handler writes."""
    stream = io.StringIO()
    root = logging.getLogger()
    ours = next(handler for handler in root.handlers if isinstance(handler.formatter, ProcessorFormatter))
    listener = logging.StreamHandler(stream)
    listener.setFormatter(ours.formatter)
    root.addHandler(listener)
    yield stream.getvalue
    root.removeHandler(listener)


def test_a_request_has_one_line_with_community_and_request_and_no_query(
    haihong: Community, written: Callable[[], str]
) -> None:
    Client().get("/api/nothing?q=马秀兰", headers={"host": "haihong.localhost", "x-request-id": "from-the-proxy"})
    lines = [json.loads(line) for line in written().splitlines()]
    (line,) = [line for line in lines if line["event"] == "request"]
    assert line["community"] == "haihong"
    assert line["request_id"] == "from-the-proxy"
    assert (line["method"], line["path"], line["status"]) == ("GET", "/api/nothing", 404)
    assert "马秀兰" not in json.dumps(line, ensure_ascii=False)


def test_the_proxys_request_id_comes_back_and_a_forged_one_does_not(haihong: Community) -> None:
    def answered(given: str) -> str:
        return str(Client().get("/", headers={"host": "haihong.localhost", "x-request-id": given})["X-Request-ID"])

    assert answered("from-the-proxy-1") == "from-the-proxy-1"
    for forged in ("", "short", "x" * 65, 'a"} {"b', "行号行号行号行号"):
        assert answered(forged) != forged
        assert len(answered(forged)) == 32


@pytest.mark.django_db
def test_the_context_of_one_request_does_not_reach_the_next() -> None:
    Client().get("/", headers={"host": "localhost"})
    assert structlog.contextvars.get_contextvars() == {}


@pytest.mark.django_db
def test_what_the_database_quotes_of_a_value_does_not_reach_the_log(written: Callable[[], str]) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s::integer", [f"{NAME} {NUMBER}"])
    except DataError:
        logging.getLogger("anything").exception("it broke")
    assert "it broke" in written()
    assert NUMBER not in written()
    assert NAME not in written()


def test_a_quoted_detail_is_left_out() -> None:
    error = "duplicate key value\nDETAIL:  Key (phone)=(13900120422) already exists.\n"
    assert "13900120422" not in str(without_values(None, "", {"exception": error})["exception"])
