"""What stands between the web server and the program."""

import io

import pytest
from django.test import RequestFactory


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["DELETE", "POST", "GET", "PATCH"])
def test_a_body_that_no_view_reads_is_read_to_its_end(method: str) -> None:
    from config.commands.web import application  # it asks the database when it is loaded

    body = io.BytesIO(b"x" * 300_000)
    environ = {
        **RequestFactory()._base_environ(),
        "REQUEST_METHOD": method,
        "PATH_INFO": "/api/stops/1",
        "CONTENT_TYPE": "text/plain",
        "CONTENT_LENGTH": "300000",
        "wsgi.input": body,
    }
    list(application(environ, lambda *_: None))
    assert body.tell() == 300_000
