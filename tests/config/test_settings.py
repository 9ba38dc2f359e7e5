"""Production refuses what is unsafe; each refusal is a sentence that says what to do."""

import base64
import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment

SECRET = "vJ8r2mQxT0kLw7sYbN4eHcZfU1pGdA6iWnXoE9qBtR3yKuMhCzPl5VjSgDa"


@pytest.fixture
def master_key(tmp_path: Path) -> Path:
    path = tmp_path / "master.key"
    path.write_bytes(base64.b64encode(os.urandom(32)))
    path.chmod(0o600)
    return path


@pytest.fixture
def safe(master_key: Path) -> dict[str, str]:
    """An environment that production starts in."""
    return {
        "WISHBRIDGE_ENV": "production",
        "WISHBRIDGE_SECRET_KEY": SECRET,
        "WISHBRIDGE_MASTER_KEY_FILE": str(master_key),
        "WISHBRIDGE_SMS_GATEWAY": "local",
        "WISHBRIDGE_BASE_DOMAIN": "wish.example.org",
        "WISHBRIDGE_PLATFORM_HOSTS": "wish.example.org",
        "DATABASE_URL": "postgresql://wishbridge:pw@db.example.org/wishbridge",
        "REDIS_URL": "redis://valkey.example.org/0",
        "WISHBRIDGE_TRUSTED_PROXIES": "1",
    }


def start(variables: dict[str, str]) -> tuple[bool, str]:
    """Import the settings in a process of their own; True and the settings as JSON, or False and what it said."""
    program = (
        "import json, config.settings as s; "
        "print(json.dumps({n: getattr(s, n) for n in dir(s) if n.isupper()}, default=str))"
    )
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", program], env={**kept, **variables}, capture_output=True, text=True, check=False
    )
    return done.returncode == 0, done.stdout or done.stderr


def test_production_starts_with_safe_values_and_sends_cookies_over_tls_only(safe: dict[str, str]) -> None:
    started, said = start(safe)
    assert started, said
    settings = json.loads(said)
    assert settings["DEBUG"] is False
    assert settings["SESSION_COOKIE_SECURE"] is True
    assert settings["CSRF_COOKIE_SECURE"] is True
    assert settings["SECURE_HSTS_SECONDS"] > 0
    assert settings["SECRET_KEY"] == SECRET


def test_production_is_what_runs_when_nobody_says_otherwise(safe: dict[str, str]) -> None:
    del safe["WISHBRIDGE_ENV"]
    del safe["WISHBRIDGE_SECRET_KEY"]
    started, said = start(safe)
    assert not started
    assert "does not start in production" in said


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("WISHBRIDGE_SECRET_KEY", "", "WISHBRIDGE_SECRET_KEY is missing or weak"),
        ("WISHBRIDGE_SECRET_KEY", "short", "WISHBRIDGE_SECRET_KEY is missing or weak"),
        ("WISHBRIDGE_SECRET_KEY", "x" * 80, "WISHBRIDGE_SECRET_KEY is missing or weak"),
        ("WISHBRIDGE_DEBUG", "1", "WISHBRIDGE_DEBUG is on"),
        ("WISHBRIDGE_DEBUG", "maybe", "write 1 or 0"),
        ("WISHBRIDGE_MASTER_KEY_FILE", "", "WISHBRIDGE_MASTER_KEY_FILE is missing"),
        ("WISHBRIDGE_MASTER_KEY_FILE", "/nowhere/master.key", "cannot be used"),
        ("WISHBRIDGE_SMS_GATEWAY", "", "WISHBRIDGE_SMS_GATEWAY is not chosen"),
        ("WISHBRIDGE_PLATFORM_HOSTS", "", "WISHBRIDGE_PLATFORM_HOSTS is missing"),
        ("WISHBRIDGE_PLATFORM_HOSTS", "*", "WISHBRIDGE_PLATFORM_HOSTS is missing"),
        ("WISHBRIDGE_BASE_DOMAIN", "", "WISHBRIDGE_BASE_DOMAIN is missing"),
        ("WISHBRIDGE_BASE_DOMAIN", "localhost", "WISHBRIDGE_BASE_DOMAIN is missing"),
        ("WISHBRIDGE_BASE_DOMAIN", "LOCALHOST", "WISHBRIDGE_BASE_DOMAIN is missing"),
        ("WISHBRIDGE_BASE_DOMAIN", "Localhost.", "WISHBRIDGE_BASE_DOMAIN is missing"),
        ("WISHBRIDGE_BASE_DOMAIN", "wish.localhost", "no domain on a network"),
        ("WISHBRIDGE_BASE_DOMAIN", ".example.org", "no domain on a network"),
        ("WISHBRIDGE_BASE_DOMAIN", "10.0.0.7", "no domain on a network"),
        ("WISHBRIDGE_PLATFORM_HOSTS", "localhost", "no host on a network"),
        ("WISHBRIDGE_PLATFORM_HOSTS", "wish.example.org,LOCALHOST", "no host on a network"),
        ("WISHBRIDGE_PLATFORM_HOSTS", ".x", "no host on a network"),
        ("WISHBRIDGE_PLATFORM_HOSTS", "*.example.org", "no host on a network"),
        ("WISHBRIDGE_PLATFORM_HOSTS", "127.0.0.1", "no host on a network"),
        ("WISHBRIDGE_SMS_GATEWAY", "carrier-pigeon", "WISHBRIDGE_SMS_GATEWAY is “carrier-pigeon”; there is local."),
        ("WISHBRIDGE_SMS_GATEWAY", "pigeon", "WISHBRIDGE_SMS_GATEWAY is “pigeon”; there is local."),
        ("WISHBRIDGE_SECRET_KEY", "0123456789" * 6, "WISHBRIDGE_SECRET_KEY is missing or weak"),
        ("WISHBRIDGE_SECRET_KEY", "kR7!vT2@" * 8, "WISHBRIDGE_SECRET_KEY is missing or weak"),
        ("WISHBRIDGE_SECRET_KEY", "please-change-me-to-something-long-and-random-before-use", "is missing or weak"),
        ("WISHBRIDGE_SECRET_KEY", f"django-insecure-{SECRET}", "WISHBRIDGE_SECRET_KEY is missing or weak"),
        ("DATABASE_URL", "", "DATABASE_URL is missing"),
        ("DATABASE_URL", "postgresql://u:secret-pw@h:notaport/%zz", "DATABASE_URL is not a PostgreSQL address"),
        ("REDIS_URL", "", "REDIS_URL is missing"),
        ("WISHBRIDGE_TRUSTED_PROXIES", "", "WISHBRIDGE_TRUSTED_PROXIES is not said"),
        ("WISHBRIDGE_TRUSTED_PROXIES", "one", "write a whole number"),
        ("WISHBRIDGE_ENV", "staging", "WISHBRIDGE_ENV is “staging”"),
    ],
)
def test_an_unsafe_value_is_refused_with_a_sentence(
    safe: dict[str, str], variable: str, value: str, sentence: str
) -> None:
    started, said = start({**safe, variable: value})
    assert not started
    assert sentence in said


def test_all_that_is_unsafe_is_said_at_once(safe: dict[str, str]) -> None:
    _, said = start({"WISHBRIDGE_ENV": "production"})
    assert said.count("\n- ") >= 7


def test_a_trial_needs_none_of_it() -> None:
    started, said = start({"WISHBRIDGE_ENV": "local"})
    assert started, said


def refused(**changes: object) -> str:
    given: dict[str, object] = {
        "secret_key": SECRET,
        "debug": False,
        "simulated_clock": False,
        "master_key_file": "",
        "sms_gateway": "local",
        "platform_hosts": ["wish.example.org"],
        "base_domain": "example.org",
        "database_url": "postgresql:///x",
        "redis_url": "redis://x",
        "trusted_proxies": "0",
    }
    with pytest.raises(ImproperlyConfigured) as refusal:
        environment.refuse_unsafe_production(**{**given, **changes})  # type: ignore[arg-type]
    return str(refusal.value)


def test_a_simulated_clock_is_refused() -> None:
    assert "WISHBRIDGE_SIMULATED_CLOCK" in refused(simulated_clock=True)


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o620, 0o640, 0o666])
def test_a_master_key_that_others_can_read_or_write_is_refused(master_key: Path, mode: int) -> None:
    master_key.chmod(mode)
    assert "chmod 600" in refused(master_key_file=str(master_key))


@pytest.mark.parametrize(
    "key",
    [
        bytes(32),
        b"\xff" * 32,
        bytes(range(32)),
        bytes(range(0, 96, 3)),
        b"correct horse battery staple 001",
        b"ab\x00\x80" * 8,
    ],
)
def test_a_master_key_that_nobody_drew_is_refused(master_key: Path, key: bytes) -> None:
    master_key.write_bytes(base64.b64encode(key))
    assert "was not drawn at random" in refused(master_key_file=str(master_key))


def test_keys_that_a_machine_drew_are_taken(master_key: Path) -> None:
    for _ in range(200):
        master_key.write_bytes(base64.b64encode(os.urandom(32)))
        assert "drawn at random" not in refused(master_key_file=str(master_key), redis_url="")
        assert not environment.is_guessable(secrets.token_urlsafe(48))
        assert not environment.is_guessable(secrets.token_hex(32))


def test_a_gateway_that_does_not_exist_stops_a_trial_too() -> None:
    started, said = start({"WISHBRIDGE_ENV": "local", "WISHBRIDGE_SMS_GATEWAY": "pigeon"})
    assert not started
    assert "there is local" in said


def test_a_master_key_inside_the_databases_folder_is_refused(master_key: Path) -> None:
    (master_key.parent / "PG_VERSION").write_text("18\n")
    assert "inside the database's folder" in refused(master_key_file=str(master_key))
    inner = master_key.parent / "base"
    inner.mkdir()
    moved = master_key.rename(inner / "master.key")
    assert "inside the database's folder" in refused(master_key_file=str(moved))


def test_a_master_key_that_is_none_is_refused_without_quoting_it(master_key: Path) -> None:
    master_key.write_text("c2hvcnQ=")
    said = refused(master_key_file=str(master_key))
    assert "5 bytes instead of 32" in said
    assert "c2hvcnQ=" not in said


@pytest.mark.parametrize(
    ("given", "host", "name"),
    [
        ("postgresql://u:p%40ss@/wb?host=/run/pg", "/run/pg", "wb"),
        ("postgresql://u:p@db.example.org:6543/wb", "db.example.org", "wb"),
    ],
)
def test_a_database_address_may_name_a_socket(given: str, host: str, name: str) -> None:
    entry = environment.database(given)
    assert (entry["HOST"], entry["NAME"]) == (host, name)
    assert entry["PASSWORD"] in {"p@ss", "p"}


@pytest.mark.parametrize(
    ("given", "broker"),
    [
        ("unix:///run/valkey.sock", "redis+socket:///run/valkey.sock?virtual_host=0"),
        ("unix:///run/valkey.sock?db=7", "redis+socket:///run/valkey.sock?virtual_host=7"),
        ("redis://valkey.example.org:6379/2", "redis://valkey.example.org:6379/2"),
    ],
)
def test_the_broker_is_the_same_valkey_in_celerys_writing(given: str, broker: str) -> None:
    assert environment.broker_url(given) == broker
