import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

from hub.pooling import PoolingProxy, refuse_pooling_proxy
from tests.hub.pooling_proxy import Mode, SmallPoolingProxy

pytestmark = pytest.mark.django_db


@pytest.fixture
def behind(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Mode], None]]:
    """Puts a proxy between the program and the session's PostgreSQL."""
    real = {
        name: value
        for name, value in connection.get_connection_params().items()
        if name in {"dbname", "user", "password", "host", "port"} and value
    }
    proxies: list[SmallPoolingProxy] = []
    # The path of a socket has at most 107 bytes, which a test's own folder exceeds.
    with tempfile.TemporaryDirectory(prefix="wb-") as folder:

        def put(mode: Mode) -> None:
            proxies.append(SmallPoolingProxy(Path(folder), mode, real))
            monkeypatch.setitem(connection.settings_dict, "HOST", folder)

        yield put
        for proxy in proxies:
            proxy.close()


def test_a_plain_postgresql_is_accepted() -> None:
    refuse_pooling_proxy()


def test_a_proxy_that_pools_transactions_is_refused_with_a_way_out(behind: Callable[[Mode], None]) -> None:
    behind("transaction")
    with pytest.raises(PoolingProxy, match="pool_mode = session"):
        refuse_pooling_proxy()


def test_a_proxy_that_pools_sessions_is_accepted(behind: Callable[[Mode], None]) -> None:
    behind("session")
    refuse_pooling_proxy()
