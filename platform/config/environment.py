"""What the environment says, read with sentences for whoever set it wrong."""

import importlib.util
import ipaddress
import itertools
import os
import re
import stat
import zlib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

from hub.envelope import KeyTrouble, read_master_key

ENVIRONMENTS = ("production", "local", "test")
_SHORTEST_SECRET = 50
_GUESSABLE = re.compile(
    r"change|secret|passw|example|insecure|please|default|production|wishbridge|lianxinqiao|testing|trial|qwert"
    r"|random|replace|(.)\1{7}|01234567|12345678|abcdefgh",
    re.IGNORECASE,
)
"""Words of five letters and more that stand in instructions, and rows of a keyboard: chance brings none of them into a
random text of a hundred characters once in ten thousand times."""
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])")
_FEWEST_DIFFERENT_BYTES = 16
"""Thirty-two random bytes have some thirty different ones; fewer than this come about by hand."""


def text(name: str, default: str = "") -> str:
    """The value without blanks around it; the default when unset or empty."""
    return os.environ.get(name, "").strip() or default


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list, without empty entries."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def yes(name: str, *, default: bool = False) -> bool:
    """1/true/yes/on or 0/false/no/off. Raises ImproperlyConfigured for anything else."""
    value = text(name).lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is “{value}”; write 1 or 0.")


def number(name: str, default: int) -> int:
    """A whole number. Raises ImproperlyConfigured for anything else."""
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is “{value}”; write a whole number, such as {default}.")
    return int(value)


def is_file(path: Path) -> bool:
    """Whether the file is there, as far as this user may look."""
    try:
        return path.is_file()
    except OSError:
        return False


def signature(name: str, default: str) -> str:
    """The signature of short messages, without its brackets. Raises ImproperlyConfigured unless it has 2 to 12 signs."""
    value = text(name, default)
    if not 2 <= len(value) <= 12 or set(value) & set("【】[]"):
        raise ImproperlyConfigured(f"{name} is “{value}”; a signature has 2 to 12 characters, without brackets.")
    return value


def environment() -> str:
    """Which of the three environments this is; production when nobody said otherwise."""
    value = text("WISHBRIDGE_ENV", "production")
    if value not in ENVIRONMENTS:
        raise ImproperlyConfigured(f"WISHBRIDGE_ENV is “{value}”; it is one of {', '.join(ENVIRONMENTS)}.")
    return value


def database(url: str) -> dict[str, Any]:
    """Django's DATABASES entry for a libpq address; host may be the folder of a socket."""
    try:
        parts = conninfo_to_dict(url)
    except psycopg.Error as problem:
        # libpq's own message can quote the password.
        raise ImproperlyConfigured(
            "DATABASE_URL is not a PostgreSQL address such as postgresql://user:password@host:5432/name."
        ) from problem
    options = {key: value for key, value in parts.items() if key not in {"dbname", "user", "password", "host", "port"}}
    return {
        "ENGINE": "django_tenants.postgresql_backend",
        "NAME": parts.get("dbname", "wishbridge"),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": str(parts.get("port", "")),
        "OPTIONS": options,
    }


def broker_url(redis_url: str) -> str:
    """The same server as Celery writes it: a socket is redis+socket:// there and unix:// elsewhere."""
    parts = urlsplit(redis_url)
    if parts.scheme != "unix":
        return redis_url
    number = parse_qs(parts.query).get("db", ["0"])[0]
    return f"redis+socket://{parts.path}?virtual_host={number}"


def refuse_unsafe_production(
    *,
    secret_key: str,
    debug: bool,
    simulated_clock: bool,
    master_key_file: str,
    sms_gateway: str,
    platform_hosts: list[str],
    base_domain: str,
    database_url: str,
    redis_url: str,
    trusted_proxies: str,
) -> None:
    """Raise ImproperlyConfigured with one sentence for each value that production must not run with."""
    sentences = []
    if is_guessable(secret_key):
        sentences.append(
            f"WISHBRIDGE_SECRET_KEY is missing or weak: give it at least {_SHORTEST_SECRET} random characters, drawn by a"
            " program such as `openssl rand -base64 48`."
        )
    if debug:
        sentences.append("WISHBRIDGE_DEBUG is on: it shows residents' data in error pages. Remove it.")
    if simulated_clock:
        sentences.append("WISHBRIDGE_SIMULATED_CLOCK is on: deadlines and messages would follow it. Remove it.")
    if not database_url:
        sentences.append("DATABASE_URL is missing: name the PostgreSQL database.")
    if not redis_url:
        sentences.append("REDIS_URL is missing: name the Valkey or Redis server.")
    sentences += _troubles_of_master_key_file(master_key_file)
    if not sms_gateway:
        sentences.append(
            "WISHBRIDGE_SMS_GATEWAY is not chosen: name the provider, or “local” to keep an outbox and send nothing."
        )
    if not platform_hosts or "*" in platform_hosts:
        sentences.append("WISHBRIDGE_PLATFORM_HOSTS is missing or “*”: list the hosts of the platform's own pages.")
    sentences += [
        f"WISHBRIDGE_PLATFORM_HOSTS names “{host}”, which is no host on a network: write it like wish.example.org."
        for host in platform_hosts
        if host != "*" and not is_host(host)
    ]
    if not base_domain or base_domain.lower().rstrip(".") == "localhost":
        sentences.append("WISHBRIDGE_BASE_DOMAIN is missing: name the domain that communities' hosts end in.")
    elif not is_host(base_domain):
        sentences.append(
            f"WISHBRIDGE_BASE_DOMAIN is “{base_domain}”, which is no domain on a network: write it like wish.example.org."
        )
    if not trusted_proxies:
        # Guessing 0 would count every visitor as the proxy: one stranger's failures would lock out everybody.
        sentences.append(
            "WISHBRIDGE_TRUSTED_PROXIES is not said: how many proxies before it write X-Forwarded-For (0 if none)."
        )
    if sentences:
        raise ImproperlyConfigured(
            "WishBridge does not start in production like this:\n- "
            + "\n- ".join(sentences)
            + "\n(For a trial on one machine, `wishbridge up` sets all of this.)"
        )


def is_guessable(secret: str) -> bool:
    """Whether a secret is too short, repeats itself, or holds words that people and instructions write."""
    if len(secret) < _SHORTEST_SECRET or len(set(secret)) < 12 or _GUESSABLE.search(secret):
        return True
    # What repeats itself packs well; a random text of 64 characters or fewer kinds does not go below half.
    return len(zlib.compress(secret.encode(), 9)) < len(secret) * 0.5


def is_host(name: str) -> bool:
    """Whether others on a network can reach this name: labels with a dot between, no address, nothing of this machine's own."""
    lowered = name.lower()
    if lowered == "localhost" or lowered.endswith((".localhost", ".local", ".invalid")):
        return False
    try:
        ipaddress.ip_address(lowered)
    except ValueError:
        return _HOST.fullmatch(lowered) is not None
    return False


def gateway(name: str) -> str:
    """The name of a gateway for SMS that there is, or an empty text. Raises ImproperlyConfigured for any other."""
    if name and (not name.isidentifier() or importlib.util.find_spec(f"hub.sms.gateways.{name}") is None):
        there = importlib.util.find_spec("hub.sms.gateways")
        folders = [Path(place) for place in (there.submodule_search_locations or [])] if there else []
        known = sorted(file.parent.name for folder in folders for file in folder.glob("*/gateway.py"))
        raise ImproperlyConfigured(f"WISHBRIDGE_SMS_GATEWAY is “{name}”; there is {', '.join(known)}.")
    return name


def _is_drawn(key: bytes) -> bool:
    """Whether 32 bytes look as if a machine had drawn them: many different ones, not a text, not a row."""
    steps = {(later - earlier) % 256 for earlier, later in itertools.pairwise(key)}
    return len(set(key)) >= _FEWEST_DIFFERENT_BYTES and len(steps) > 4 and not all(32 <= byte < 127 for byte in key)


def _troubles_of_master_key_file(name: str) -> list[str]:
    if not name:
        return ["WISHBRIDGE_MASTER_KEY_FILE is missing: name the file that holds the master key."]
    path = Path(name)
    try:
        mode = path.stat().st_mode
        key = read_master_key(path)
    except (OSError, KeyTrouble) as problem:
        return [f"WISHBRIDGE_MASTER_KEY_FILE cannot be used: {problem}"]
    sentences = []
    if not _is_drawn(key):
        sentences.append(
            f"The master key in {path} was not drawn at random, so it can be guessed. Make another with"
            " `openssl rand -base64 32` before anything is encrypted with it."
        )
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        sentences.append(
            f"The master key file {path} can be read by others (mode {stat.S_IMODE(mode):04o}): run chmod 600 on it."
        )
    if any((folder / "PG_VERSION").exists() for folder in path.resolve().parents):
        sentences.append(
            f"The master key file {path} lies inside the database's folder, so whoever copies one has both: move it."
        )
    return sentences
