"""The sockets that the web server answers on: opened once, kept for as long as the installation runs."""

import errno
import socket
from collections.abc import Callable

from config.embedded import Trouble
from hub.language import Text


def listen(
    port: int,
    *,
    address: str = "127.0.0.1",
    lan_address: str | None = None,
    again: Callable[[int], str] = "wishbridge up --port {}".format,
) -> list[socket.socket]:
    """Open `port` (0: a free one) on the address, and on the machine's own address in its network if that is given.

    127.0.0.1 comes with ::1 where there is one: browsers may ask for *.localhost there first. `again` writes the
    command that starts the same installation on another port.
    Raises Trouble when the port is taken, may not be used, or is none, and for an address that is not this machine's.
    """
    if not 0 <= port <= 65535:
        raise Trouble(
            "port_out_of_range",
            Text(
                zh=f"没有端口 {port}。请用 1024 到 65535 之间的端口，例如：{again(8000)}",
                en=f"There is no port {port}. Take one from 1024 to 65535, such as: {again(8000)}",
            ),
        )
    sockets = [_open(socket.AF_INET, address, port, again)]
    port = sockets[0].getsockname()[1]
    if lan_address is not None:
        sockets.append(_open(socket.AF_INET, lan_address, port, again))
    if address == "127.0.0.1":
        try:
            sockets.append(_open(socket.AF_INET6, "::1", port, again))
        except (Trouble, OSError):
            return sockets
    return sockets


def _open(family: socket.AddressFamily, address: str, port: int, again: Callable[[int], str]) -> socket.socket:
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((address, port))
        listening.listen(512)
    except (OSError, UnicodeError) as problem:
        listening.close()
        reason = getattr(problem, "errno", None)
        if reason == errno.EADDRINUSE:
            other = again(_free_port(port))
            raise Trouble(
                "port_taken",
                Text(
                    zh=f"端口 {port} 已被别的程序占用。请停止那个程序，或换一个端口：{other}",
                    en=f"Port {port} is taken by another program. Stop that one, or take another port: {other}",
                ),
            ) from problem
        if reason == errno.EACCES:
            raise Trouble(
                "port_not_allowed",
                Text(
                    zh=f"不允许使用端口 {port}。请用 1024 以上的端口，例如：{again(8000)}",
                    en=f"Port {port} may not be used by you. Take one above 1023, such as: {again(8000)}",
                ),
            ) from problem
        raise Trouble(
            "no_such_address",
            Text(
                zh=f"这台机器没有地址“{address}”，无法在那里监听。请用 127.0.0.1、0.0.0.0，或本机的一个 IPv4 地址（--listen）。",
                en=f"This machine has no address “{address}” to listen on. Take 127.0.0.1, 0.0.0.0 or an IPv4 address of its"
                " own (--listen).",
            ),
        ) from problem
    return listening


def _free_port(taken: int) -> int:
    """The next port that nobody listens on just now."""
    for port in range(taken + 1, min(taken + 50, 65536)):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    return 8000


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
                zh="这台机器没有局域网地址，--lan 无法使用。请先连接网络，或去掉 --lan。",
                en="This machine has no address in a network, so --lan cannot work. Connect it first, or leave --lan out.",
            ),
        )
    return address
