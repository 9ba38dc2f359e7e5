"""The sockets that the web server answers on: opened once, kept for as long as the installation runs."""

import errno
import socket

from config.embedded import Trouble
from hub.language import Text


def listen(port: int, *, address: str = "127.0.0.1", lan_address: str | None = None) -> list[socket.socket]:
    """Open `port` (0: a free one) on the address, and on the machine's own address in its network if that is given.

    127.0.0.1 comes with ::1 where there is one: browsers may ask for *.localhost there first.
    Raises Trouble when the port is taken, may not be used, or is none.
    """
    if not 0 <= port <= 65535:
        raise Trouble(
            "port_out_of_range",
            Text(
                zh=f"没有端口 {port}。请用 1024 到 65535 之间的端口，例如：wishbridge up --port 8000",
                en=f"There is no port {port}. Take one from 1024 to 65535, such as: wishbridge up --port 8000",
            ),
        )
    sockets = [_open(socket.AF_INET, address, port)]
    port = sockets[0].getsockname()[1]
    if lan_address is not None:
        sockets.append(_open(socket.AF_INET, lan_address, port))
    if address == "127.0.0.1":
        try:
            sockets.append(_open(socket.AF_INET6, "::1", port))
        except (Trouble, OSError):
            return sockets
    return sockets


def _open(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((address, port))
        listening.listen(512)
    except OSError as problem:
        listening.close()
        if problem.errno == errno.EADDRINUSE:
            raise Trouble(
                "port_taken",
                Text(
                    zh=f"端口 {port} 已被别的程序占用。请停止那个程序，或换一个端口：wishbridge up --port {port + 1}",
                    en=f"Port {port} is taken by another program. Stop that one, or take another port:"
                    f" wishbridge up --port {port + 1}",
                ),
            ) from problem
        if problem.errno == errno.EACCES:
            raise Trouble(
                "port_not_allowed",
                Text(
                    zh=f"不允许使用端口 {port}。请用 1024 以上的端口，例如：wishbridge up --port 8000",
                    en=f"Port {port} may not be used by you. Take one above 1023, such as: wishbridge up --port 8000",
                ),
            ) from problem
        raise
    return listening


def machine_address() -> str:
    """The address by which other machines in the same room reach this one. Raises Trouble where there is none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Sends nothing: the kernel only chooses the way it would send (192.0.2.1 is reserved for examples).
            probe.connect(("192.0.2.1", 9))
            address: str = probe.getsockname()[0]
        except OSError:
            address = ""
    if not address or address.startswith("127."):
        raise Trouble(
            "no_network",
            Text(
                zh="这台机器没有局域网地址,--lan 无法使用。请先连接网络，或去掉 --lan。",
                en="This machine has no address in a network, so --lan cannot work. Connect it first, or leave --lan out.",
            ),
        )
    return address
