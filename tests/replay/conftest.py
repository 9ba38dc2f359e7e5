"""The replay inside a test: on the simulated clock, without chatter, and with a hasher that costs nothing."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from hub.clock import simulate
from workers.celery import app


@pytest.fixture
def simulated_clock_and_no_chatter(settings: Any) -> Iterator[None]:
    settings.WISHBRIDGE_SIMULATED_CLOCK = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    logging.disable(logging.INFO)
    yield
    logging.disable(logging.NOTSET)
    simulate(None)
    app.conf.task_always_eager = False
