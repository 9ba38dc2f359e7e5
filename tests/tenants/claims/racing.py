"""Many at once, for tests: real threads, each with a connection of its own, let go in the same moment."""

import contextvars
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from django.db import connection
from django_tenants.utils import tenant_context

from hub.communities.models import Community
from hub.refusal import Refusal


def at_once(community: Community, doings: Sequence[Callable[[], object]], *, threads: int = 25) -> list[object]:
    """What each doing gave, in order; a `Refusal` is given back, anything else that was raised comes out here.

    The clock of the test holds in the threads. At most `threads` of them hold a connection at the same time.
    """
    gate = threading.Barrier(min(threads, len(doings)))
    at_the_gate = threading.local()

    def one(doing: Callable[[], object], context: contextvars.Context) -> object:
        return context.run(_inside, doing)

    def _inside(doing: Callable[[], object]) -> object:
        try:
            with tenant_context(community):
                if not getattr(at_the_gate, "passed", False):
                    at_the_gate.passed = True
                    connection.ensure_connection()
                    gate.wait(30)
                try:
                    return doing()
                except Refusal as refusal:
                    return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(min(threads, len(doings))) as pool:
        futures = [pool.submit(one, doing, contextvars.copy_context()) for doing in doings]
        return [future.result(60) for future in futures]


def codes(results: Sequence[object]) -> list[str]:
    """The codes of the refusals among the results, sorted."""
    return sorted(result.code for result in results if isinstance(result, Refusal))


def won(results: Sequence[object]) -> list[object]:
    """The results that are no refusals."""
    return [result for result in results if not isinstance(result, Refusal)]
