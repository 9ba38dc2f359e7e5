"""A small pooling proxy for PostgreSQL, faithful in what matters: who gets which server process, and for how long."""

import contextlib
import os
import queue
import socket
import struct
import threading
from pathlib import Path
from typing import Literal

import psycopg

Mode = Literal["session", "transaction"]

_STARTUP_PARAMETERS = {
    "server_version": "18.0",
    "client_encoding": "UTF8",
    "standard_conforming_strings": "on",
    "integer_datetimes": "on",
}


class SmallPoolingProxy:
    """Listens on a socket in `folder` and shares `size` connections to the real server among its clients.

    Like PgBouncer it gives the last one that was returned, and invents the process identifier that a client is told.
    """

    def __init__(self, folder: Path, mode: Mode, real: dict[str, object], size: int = 2) -> None:
        self.mode = mode
        self._free: queue.LifoQueue[socket.socket] = queue.LifoQueue()
        self._servers = [psycopg.connect(**real, autocommit=True) for _ in range(size)]  # type: ignore[arg-type]
        for server in self._servers:
            wire = socket.socket(fileno=os.dup(server.fileno()))
            wire.setblocking(True)
            self._free.put(wire)
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(folder / ".s.PGSQL.5432"))
        self._listening.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Let go of the real server."""
        self._listening.close()
        for server in self._servers:
            server.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        server: socket.socket | None = None
        with contextlib.suppress(OSError, EOFError), client:
            self._greet(client)
            while True:
                asked = kind = b""
                while asked == b"" or kind not in (b"Q", b"S"):
                    kind, message = _message(client)
                    if kind == b"X":
                        raise EOFError
                    asked += message
                server = server or self._free.get(timeout=10)
                server.sendall(asked)
                idle = self._answer(client, server)
                if idle and self.mode == "transaction":
                    self._free.put(server)
                    server = None
        if server is not None:
            self._free.put(server)

    def _greet(self, client: socket.socket) -> None:
        (length,) = struct.unpack("!I", _exactly(client, 4))
        _exactly(client, length - 4)
        answer = _written(b"R", struct.pack("!I", 0))
        for name, value in _STARTUP_PARAMETERS.items():
            answer += _written(b"S", name.encode() + b"\0" + value.encode() + b"\0")
        answer += _written(b"K", struct.pack("!II", 999_999_999, 1))
        client.sendall(answer + _written(b"Z", b"I"))

    def _answer(self, client: socket.socket, server: socket.socket) -> bool:
        while True:
            kind, message = _message(server)
            client.sendall(message)
            if kind == b"Z":
                return message[-1:] == b"I"


def _written(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!I", len(body) + 4) + body


def _message(wire: socket.socket) -> tuple[bytes, bytes]:
    head = _exactly(wire, 5)
    (length,) = struct.unpack("!I", head[1:])
    return head[:1], head + _exactly(wire, length - 4)


def _exactly(wire: socket.socket, length: int) -> bytes:
    got = b""
    while len(got) < length:
        piece = wire.recv(length - len(got))
        if not piece:
            raise EOFError
        got += piece
    return got
