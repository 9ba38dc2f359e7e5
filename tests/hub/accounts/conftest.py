from typing import Any

import pytest

from tests.hub.accounts.office import binhe, haihong, li, ma, operator, signed_in, wang

__all__ = ["binhe", "haihong", "li", "ma", "operator", "signed_in", "wang"]


@pytest.fixture(autouse=True)
def _fast_hashes(request: pytest.FixtureRequest, settings: Any) -> None:
    """A hash that is meant to be slow takes a fifth of a second for each login; tests about its time ask for it."""
    if request.node.get_closest_marker("slow_hashes") is None:
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
