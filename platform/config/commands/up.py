"""`wishbridge up`: the whole installation as one process tree on one data folder, until Ctrl-C."""

import argparse
import json
import os
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import Any

from config.embedded import START_WITHIN, EmbeddedServers, Trouble
from config.embedded.proxies import proxies_before_us
from config.embedded.sockets import forget_socket_folder, renew_socket_folder
from config.embedded.tether import tied
from hub.language import Text

from . import VERSION
from .children import Children
from .datafolder import DataFolder, Running, default_path
from .listening import listen, machine_address
from .say import say, say_json
from .tree import Tree

ANSWER_WITHIN = 90.0  # seconds for web, worker and beat together
# What we say to ourselves obeys no proxy: http_proxy, and a desktop's setting on macOS, name a way out of the machine.
_AT_HOME = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="port of the web server; 0 takes a free one (8000)")
    parser.add_argument("--listen", metavar="ADDRESS", default="127.0.0.1", help="where to (127.0.0.1; 0.0.0.0: all)")
    parser.add_argument("--empty", action="store_true", help="do not fill an empty installation with the demo county")
    parser.add_argument("--lan", metavar="SLUG", help="give this machine's network address to that community")
    for part in ("web", "worker", "beat"):
        parser.add_argument(f"--no-{part}", dest=part, action="store_false", help=f"do not start the {part}")


def run(arguments: argparse.Namespace) -> int:
    """Start everything, tell where it is, keep it running, stop it. Returns the exit code."""
    folder = DataFolder(arguments.data or default_path())
    folder.make(VERSION)
    tree = Tree(say=_tell_of_an_end)
    tree.listen()
    with folder.lock():
        lan_address = machine_address() if arguments.lan else None
        listening = []
        if arguments.web:
            listening = listen(
                arguments.port,
                address=arguments.listen,
                lan_address=lan_address,
                again=lambda port: _again(arguments, port),
            )
        try:
            return _Start(arguments, folder, tree, listening, lan_address).run()
        finally:
            for opened in listening:
                opened.close()


def _again(arguments: argparse.Namespace, port: int) -> str:
    """The command that starts the same installation on another port, as the person called it: without its `--data`
    another would be begun in the default folder."""
    options = [f"--port {port}"]
    if arguments.data is not None:
        options.insert(0, f"--data {shlex.quote(str(arguments.data))}")
    if arguments.empty:
        options.append("--empty")
    # The words of a Makefile's variable stand in double quotes, and a newcomer has no `wishbridge` on the path.
    words = " ".join(options)
    return f'make run ARGS="{words}"' if os.environ.get("MAKELEVEL") else f"wishbridge up {words}"


class _Start:
    def __init__(
        self,
        arguments: argparse.Namespace,
        folder: DataFolder,
        tree: Tree,
        listening: list[socket.socket],
        lan_address: str | None,
    ) -> None:
        self.arguments = arguments
        self.folder = folder
        self.tree = tree
        self.listening = listening
        self.lan_address = lan_address
        self.proxies = proxies_before_us() if arguments.web else []
        self.port: int = listening[0].getsockname()[1] if listening else 0

    def run(self) -> int:
        began = time.monotonic()
        servers = self._own_servers()
        try:
            if servers is not None:
                self._start_servers(servers)
                database_url, redis_url = servers.postgres.url(), servers.valkey.url()
            else:
                database_url, redis_url = os.environ["DATABASE_URL"], os.environ["REDIS_URL"]
            environment = self.folder.environment(database_url=database_url, redis_url=redis_url)
            children = Children(self.folder.logs, self.folder.run, environment)
            if not self._prepare(environment):
                return 130 if self.tree.asked_to_stop else 1
            self._start_programs(children)
            if self.arguments.web and not self._answers():
                return 130
            clock = os.environ.get("WISHBRIDGE_SIMULATED_CLOCK", "")
            # Only now: what was refused, or never came to answer, shall not be what the next start goes by.
            self.folder.remember()
            self.folder.announce(Running(os.getpid(), self.port, database_url, redis_url, clock))
            self._tell(time.monotonic() - began)
            self.tree.watch()
            if not self.arguments.json:
                say(Text(zh="正在停止……", en="Stopping …"))
            return 0
        finally:
            self.tree.stop()
            forget_socket_folder(self.folder.run / "web-socket")
            if servers is not None:
                servers.stop()

    def _own_servers(self) -> EmbeddedServers | None:
        """Ours, unless the environment names others for both."""
        named = [name for name in ("DATABASE_URL", "REDIS_URL") if os.environ.get(name)]
        if len(named) == 1:
            raise Trouble(
                "half_named_servers",
                Text(
                    zh=f"只设置了 {named[0]}。请把 DATABASE_URL 和 REDIS_URL 都设置，或都不设置（使用内置的服务器）。",
                    en=f"Only {named[0]} is set. Set both DATABASE_URL and REDIS_URL, or neither (built-in servers).",
                ),
            )
        return None if named else EmbeddedServers(self.folder.path)

    def _start_servers(self, servers: EmbeddedServers) -> None:
        children = Children(self.folder.logs, self.folder.run, {})
        children.turn_logs()
        servers.postgres.prepare()
        database = self.tree.start(children.postgres(servers.postgres))
        valkey = self.tree.start(children.valkey(servers.valkey))
        servers.await_answers({database.name: database.process, valkey.name: valkey.process}, START_WITHIN)

    def _prepare(self, environment: dict[str, str]) -> bool:
        """Schema and demo, in a process of its own, so that the supervisor stays small. False when it failed."""
        argv = [sys.executable, "-m", "config.commands.prepare"]
        argv += ["--empty"] if self.arguments.empty else []
        argv += ["--lan", self.arguments.lan, str(self.lan_address)] if self.arguments.lan else []
        output = sys.stderr if self.arguments.json else None
        process = subprocess.Popen(
            argv,
            preexec_fn=tied(signal.SIGKILL),
            env={**os.environ, **environment},
            stdout=output,
            start_new_session=True,
        )
        while process.poll() is None:
            if self.tree.asked_to_stop:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return False
            self.tree.nap(0.2)
            self.tree.look()
        return process.returncode == 0

    def _start_programs(self, children: Children) -> None:
        if self.arguments.web:
            socket_of_web = renew_socket_folder(self.folder.run / "web-socket", None) / "web.sock"
            self.tree.start(children.web(socket_of_web))
            listening = [opened.fileno() for opened in self.listening]
            # Everybody in the network reaches that socket: it is one community's, and no way to the platform or another.
            lan = (listening[1], self.lan_address) if self.lan_address else None
            self.tree.start(children.front(listening, socket_of_web, self.proxies, lan))
        if self.arguments.worker:
            self.tree.start(children.worker())
        if self.arguments.beat:
            self.tree.start(children.beat())

    def _answers(self) -> bool:
        """Wait until /readyz says that all answer. False when somebody asked to stop meanwhile."""
        deadline = time.monotonic() + ANSWER_WITHIN
        last: dict[str, Any] = {}
        while time.monotonic() < deadline:
            if self.tree.asked_to_stop:
                return False
            self.tree.look()
            last = self._readiness() or last
            whole = self.arguments.worker and self.arguments.beat
            if last.get("status") in (("ready",) if whole else ("ready", "degraded")):
                return True
            self.tree.nap(0.25)
        parts = ", ".join(name for name, part in last.items() if isinstance(part, dict) and not part.get("ok")) or "web"
        raise Trouble(
            "does_not_answer",
            Text(
                zh=f"启动后 {ANSWER_WITHIN:.0f} 秒内没有全部就绪（{parts}）。详情见 {self.folder.logs}。",
                en=f"Not everything answered within {ANSWER_WITHIN:.0f} seconds ({parts}). More in {self.folder.logs}.",
            ),
        )

    def _readiness(self) -> dict[str, Any] | None:
        try:
            with _AT_HOME.open(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                state: dict[str, Any] = json.load(answer)
        except urllib.error.HTTPError as answer:
            return _json_or_none(answer.read())
        except (OSError, ValueError):
            return None
        return state

    def _tell(self, seconds: float) -> None:
        """Addresses, logins, the outbox, how to stop."""
        addresses = self._addresses()
        logins = self.folder.logins()
        if self.arguments.json:
            say_json({"addresses": addresses, "logins": logins, "pid": os.getpid(), "seconds": round(seconds, 1)})
            return
        say(Text(zh=f"\nWishBridge 连心桥已就绪（{seconds:.0f} 秒）。", en=f"WishBridge is ready ({seconds:.0f} s)."))
        for address in addresses:
            print(f"  {address['url']:<42} {address['what']}")
        if logins:
            say(
                Text(
                    zh="\n演示账号（密码为本机随机生成）:",
                    en="Demo logins (passwords made at random for this installation):",
                )
            )
            for login in logins:
                print(
                    "  " + "  ".join(str(login.get(key, "")) for key in ("host", "role", "name", "phone", "password"))
                )
            say(Text(zh=f"  也保存在 {self.folder.demo_logins}", en=f"  kept in {self.folder.demo_logins}"))
        elif addresses and self.arguments.empty:
            data = shlex.quote(str(self.folder.path))
            say(
                Text(
                    zh=f"还没有任何账号？先建运维员：wishbridge operator 姓名 --phone 手机号 --data {data}",
                    en=f"No account yet? Make the operator: wishbridge operator NAME --phone NUMBER --data {data}",
                )
            )
        if self.folder.remembered().get("WISHBRIDGE_SMS_GATEWAY", "local") == "local" and addresses:
            outbox = f"{addresses[0]['url']}/outbox"
            say(
                Text(
                    zh=f"短信不会真的发出，可在 {outbox} 查看。",
                    en=f"No SMS leaves this machine: read them at {outbox}",
                )
            )
        say(Text(zh="按 Ctrl-C 停止；数据会保留。", en="Ctrl-C stops it; the data stays."))
        sys.stdout.flush()

    def _url(self, host: str) -> str:
        if self.folder.remembered().get("WISHBRIDGE_ENV") == "production":
            # What people open is the proxy that ends TLS.
            return f"https://{host}"
        return f"http://{host}:{self.port}"

    def _addresses(self) -> list[dict[str, str]]:
        if not self.arguments.web:
            return []
        hosts: list[dict[str, str]] = json.loads((self.folder.run / "hosts.json").read_text())
        return [{"url": self._url(entry["host"]), "what": entry["what"]} for entry in hosts]


def _tell_of_an_end(name: str, code: int, delay: float) -> None:
    print(f"{name}：exit {code}，{delay:.1f} s → restart / 重新启动", file=sys.stderr, flush=True)


def _json_or_none(body: bytes) -> dict[str, Any] | None:
    try:
        state: dict[str, Any] = json.loads(body)
    except ValueError:
        return None
    return state
