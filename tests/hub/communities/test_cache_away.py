"""Valkey is expendable: a cache whose server is away, halted or full finds nothing, breaks nothing and holds nobody up."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from hub.communities.cache import ForgivingRedisCache

FULL = b"-ERR max number of clients reached\r\n"


@pytest.fixture(params=["away", "halted", "full"])
def cache(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ForgivingRedisCache]:
    path = tmp_path / "valkey.sock"
    listening = socket.socket(socket.AF_UNIX)
    if request.param != "away":
        listening.bind(str(path))
        listening.listen(64)
    if request.param == "full":
        threading.Thread(target=turn_everybody_away, args=(listening,), daemon=True).start()
    yield ForgivingRedisCache(f"unix://{path}", settings.CACHES["default"])
    listening.close()


def turn_everybody_away(listening: socket.socket) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        connection.sendall(FULL)
        connection.close()


ACTS: dict[str, tuple[Callable[[ForgivingRedisCache], Any], Any]] = {
    "get": (lambda cache: cache.get("a", 7), 7),
    "set": (lambda cache: cache.set("a", 1), None),
    "add": (lambda cache: cache.add("a", 1), False),
    "touch": (lambda cache: cache.touch("a", 60), False),
    "has_key": (lambda cache: "a" in cache, False),
    "delete": (lambda cache: cache.delete("a"), False),
    "get_many": (lambda cache: cache.get_many(["a", "b"]), {}),
    "set_many": (lambda cache: cache.set_many({"a": 1, "b": 2}), ["a", "b"]),
    "delete_many": (lambda cache: cache.delete_many(["a", "b"]), None),
    "get_or_set": (lambda cache: cache.get_or_set("a", 5), 5),
    "clear": (lambda cache: cache.clear(), None),
}


@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_found_and_nothing_breaks(cache: ForgivingRedisCache, act: str) -> None:
    begun = time.monotonic()
    ask, nothing = ACTS[act]
    assert ask(cache) == nothing
    # Up to three questions, each given up after half a second.
    assert time.monotonic() - begun < 10


def test_what_is_not_found_is_not_counted_up(cache: ForgivingRedisCache) -> None:
    with pytest.raises(ValueError, match="not found"):
        cache.incr("a")
