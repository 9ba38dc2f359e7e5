"""Which address a limit counts."""

from typing import Any

import pytest
from django.test import RequestFactory

from hub.accounts.addresses import address_of


@pytest.mark.parametrize(
    ("proxies", "passed", "seen"),
    [
        (0, "198.51.100.7", "10.0.0.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.9, 198.51.100.7, 10.0.0.2", "198.51.100.7"),
        (2, "198.51.100.7", "198.51.100.7"),
        (1, "198.51.100.7:4711", "198.51.100.7"),
        (1, "[2001:db8:1:2:3::7]:4711", "2001:db8:1:2::/64"),
        (1, "2001:db8:1:2:ffff::9", "2001:db8:1:2::/64"),
        (1, "::ffff:198.51.100.7", "198.51.100.7"),
        (1, "whatever", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_the_address_is_what_the_outermost_trusted_proxy_saw(
    settings: Any, proxies: int, passed: str, seen: str
) -> None:
    settings.WISHBRIDGE_TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=passed)

    assert address_of(request) == seen


def test_a_request_over_a_socket_without_a_proxys_word_has_an_address_all_the_same(settings: Any) -> None:
    settings.WISHBRIDGE_TRUSTED_PROXIES = 1
    assert address_of(RequestFactory().get("/", REMOTE_ADDR="")) == "unknown"
