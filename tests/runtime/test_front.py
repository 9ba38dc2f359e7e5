"""The front takes requests whole: whoever is idle or slow holds no worker, and nobody says who somebody else is."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from config.commands import gunicorn_config
from config.embedded.front import MOST_BODY_BYTES, MOST_UPLOAD_BYTES, Front
from config.embedded.proxies import proxies_before_us
from config.embedded.trouble import Trouble
from tests.rules.source import ROOT
from tests.runtime.installation import Installation, clean_environment, eventually

SLOW_HEAD = b"POST /api/session HTTP/1.1\r\nHost: haihong.localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"


class Stage:
    """One worker behind a front."""

    def __init__(self, folder: Path, *proxies: str, lan: str = "") -> None:
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.network = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port: int = self.listening.getsockname()[1]
        self.network_port: int = self.network.getsockname()[1]
        self.socket = folder / "web.sock"
        sockets = [self.listening.fileno(), *([self.network.fileno()] if lan else [])]
        reached = (self.network.fileno(), lan) if lan else None
        self.front = Front(sockets, self.socket, folder / "front", folder / "front.log", proxies, reached)
        self.processes = [self.front.spawn()]
        self.web = self.start_web()

    def start_web(self) -> "subprocess.Popen[bytes]":
        words = [
            sys.executable,
            "-m",
            "gunicorn",
            "--workers=1",
            f"--limit-request-line={gunicorn_config.limit_request_line}",
            f"--limit-request-field_size={gunicorn_config.limit_request_field_size}",
            f"--limit-request-fields={gunicorn_config.limit_request_fields}",
            f"--bind=unix:{self.socket}",
            "tests.runtime.echo:application",
        ]
        process = subprocess.Popen(words, cwd=ROOT, env=clean_environment(), stderr=subprocess.DEVNULL)
        self.processes.append(process)
        return process

    def ask(
        self, head: str, body: bytes = b"", *, host: str = "here", port: int = 0
    ) -> tuple[int, dict[str, str], bytes]:
        with socket.create_connection(("127.0.0.1", port or self.port), timeout=60) as door:
            door.sendall(f"{head}\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n".encode())
            # It may be refused before it was sent whole.
            with suppress(OSError):
                door.sendall(body)
            said = b""
            while part := door.recv(65536):
                said += part
        first, _, rest = said.partition(b"\r\n\r\n")
        lines = first.decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines[1:])
        return int(lines[0].split()[1]), headers, rest

    def told(self, head: str) -> dict[str, str]:
        _, _, body = self.ask(head)
        found: dict[str, str] = json.loads(body[body.index(b"{") : body.rindex(b"}") + 1])
        return found

    def close(self) -> None:
        for process in self.processes:
            process.terminate()
            process.wait()
        self.listening.close()
        self.network.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory(prefix="wb-front-") as short:
        yield Path(short)


@pytest.fixture
def stage(folder: Path) -> Iterator[Stage]:
    made = Stage(folder)
    yield made
    made.close()


FORGED = "GET /x HTTP/1.1\r\nX-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https"


def test_who_asks_is_what_the_front_sees_and_nobodys_word(stage: Stage) -> None:
    assert stage.told(FORGED) == {"FOR": "127.0.0.1", "PROTO": "http", "scheme": "http", "length": 0}


def test_a_proxy_that_was_named_is_believed_and_what_stands_left_of_its_word_is_not(folder: Path) -> None:
    stage = Stage(folder, "127.0.0.1", "10.0.0.0/8")
    try:
        head = "GET /x HTTP/1.1\r\nX-Forwarded-For: 198.51.100.1, 203.0.113.7, 10.1.2.3\r\nX-Forwarded-Proto: https"
        assert stage.told(head) == {"FOR": "203.0.113.7", "PROTO": "https", "scheme": "https", "length": 0}
    finally:
        stage.close()


def test_every_body_has_a_bound(stage: Stage) -> None:
    assert stage.ask("POST /api/wishes HTTP/1.1", b"x" * MOST_BODY_BYTES)[0] == 200
    for path, most in (("/api/session", MOST_BODY_BYTES), ("/api/imports", MOST_UPLOAD_BYTES)):
        status, headers, body = stage.ask(f"POST {path} HTTP/1.1", b"x" * (most + 1))
        assert status == 413
        assert headers["content-type"] == "application/problem+json"
        assert json.loads(body)["code"] == "too_large"
    assert stage.ask("POST /api/claims/1/delivery HTTP/1.1", b"x" * (MOST_BODY_BYTES + 1))[0] == 200


def refused(answer: tuple[int, dict[str, str], bytes]) -> tuple[int, str]:
    """Status and code of a refusal, which is of one form whoever refuses."""
    status, headers, body = answer
    assert headers["content-type"] == "application/problem+json", body
    problem = json.loads(body)
    assert problem["status"] == status
    assert problem["detail"]
    return status, problem["code"]


def test_an_address_and_a_head_that_are_too_long_are_refused_in_our_words(stage: Stage) -> None:
    ids = ",".join(["0198c0de-0000-7000-8000-000000000000"] * 120)
    assert stage.ask(f"GET /api/cards?ids={ids} HTTP/1.1")[0] == 200
    assert refused(stage.ask(f"GET /api/cards?ids={ids * 4} HTTP/1.1")) == (414, "address_too_long")
    assert stage.ask(f"GET /x?{ids * 4} HTTP/1.1")[1]["content-type"] == "text/html; charset=utf-8"
    assert stage.ask("GET /api/x HTTP/1.1\r\n" + "\r\n".join(f"X-H{n}: {'v' * 300}" for n in range(300)))[0] == 200


def test_what_the_web_server_refuses_itself_is_said_in_our_words(stage: Stage) -> None:
    assert refused(stage.ask("get /api/x HTTP/1.1"))[0] == 400


def test_the_address_of_a_network_is_one_communitys(folder: Path) -> None:
    stage = Stage(folder, lan="192.0.2.7")
    try:
        asked = [stage.ask("GET /api/site HTTP/1.1", host=host, port=stage.network_port)
            for host in ("192.0.2.7", f"192.0.2.7:{stage.network_port}", "haihong.localhost", "wishbridge.localhost", "x")]  # fmt: skip
        assert [status for status, _, _ in asked] == [200, 200, 421, 421, 421]
        assert refused(asked[2]) == (421, "not_at_this_address")
        assert stage.ask("GET /api/site HTTP/1.1", host="haihong.localhost")[0] == 200
    finally:
        stage.close()


def test_it_waits_while_the_web_server_starts_anew(stage: Stage) -> None:
    stage.told(FORGED)
    stage.web.kill()
    stage.web.wait()
    stage.start_web()
    assert stage.ask("GET /x HTTP/1.1")[0] == 200


def test_a_web_server_that_is_away_is_called_unknown_and_to_be_tried_again(stage: Stage) -> None:
    stage.told(FORGED)
    stage.web.terminate()
    stage.web.wait()
    status, headers, body = stage.ask("POST /api/wishes HTTP/1.1")
    assert (status, headers["retry-after"]) == (503, "3")
    assert json.loads(body)["code"] == "outcome_unknown"


def test_a_head_has_ten_seconds_and_a_slow_body_holds_no_worker(stage: Stage) -> None:
    stage.told(FORGED)
    began = time.monotonic()
    with ExitStack() as held:
        for _ in range(50):
            door = held.enter_context(socket.create_connection(("127.0.0.1", stage.port)))
            door.sendall(SLOW_HEAD)
        idle = held.enter_context(socket.create_connection(("127.0.0.1", stage.port), timeout=60))
        idle.sendall(b"GET / HTTP/1.1\r\n")
        assert stage.ask("GET /x HTTP/1.1")[0] == 200
        idle.recv(1)
        assert 9 < time.monotonic() - began < 40


def test_it_listens_and_connects_nowhere_else(stage: Stage) -> None:
    stage.told(FORGED)
    pid = stage.processes[0].pid
    ours = {os.readlink(f"/proc/{pid}/fd/{fd}") for fd in os.listdir(f"/proc/{pid}/fd")}
    ports = set()
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if f"socket:[{fields[9]}]" in ours:
                ports.add(int(fields[1].rpartition(":")[2], 16))
    assert ports == {stage.port}


@pytest.mark.parametrize(
    ("addresses", "count", "code"), [("", "1", "proxies_without_addresses"), ("nginx", "1", "bad_proxy_address")]
)
def test_proxies_that_are_counted_are_named(
    monkeypatch: pytest.MonkeyPatch, addresses: str, count: str, code: str
) -> None:
    monkeypatch.setenv("WISHBRIDGE_PROXY_ADDRESSES", addresses)
    monkeypatch.setenv("WISHBRIDGE_TRUSTED_PROXIES", count)
    with pytest.raises(Trouble) as refused:
        proxies_before_us()
    assert refused.value.code == code


def test_fifty_idle_and_fifty_slow_connections_stop_nobody(tmp_path: Path) -> None:
    with Installation(tmp_path / "data", "--empty") as installation, ExitStack() as held:
        for number in range(100):
            door = held.enter_context(socket.create_connection(("127.0.0.1", installation.port)))
            if number % 2:
                door.sendall(SLOW_HEAD)
        assert eventually(lambda: quick(installation), within=60)
        assert installation.is_ready()


def quick(installation: Installation) -> bool:
    began = time.monotonic()
    return installation.get("/healthz").status == 200 and time.monotonic() - began < 0.5


@pytest.mark.parametrize("body", [b"ZZ\r\n{}\r\n0\r\n\r\n", b"2\r\n{}XX0\r\n\r\n", b"-1\r\n{}\r\n0\r\n\r\n"])
def test_a_body_in_ill_written_pieces_is_the_senders_mistake(stage: Stage, body: bytes) -> None:
    head = "POST /api/session HTTP/1.1\r\nHost: here\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    with socket.create_connection(("127.0.0.1", stage.port), timeout=60) as door:
        door.sendall(head.encode() + body)
        said = b""
        while part := door.recv(65536):
            said += part
    assert said.startswith(b"HTTP/1.1 400"), said[:300]
    assert b"application/problem+json" in said
