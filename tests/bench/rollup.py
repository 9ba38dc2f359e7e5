"""How long the figures of one community with 300 wishes take: counted anew and put into the hub."""

import statistics
import time
from typing import Any

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django_tenants.utils import tenant_context

from hub.actor import SYSTEM
from hub.clock import now
from hub.communities.provisioning import create_community
from tenants.claims import delivering, giving_up
from tenants.figures.recounting import recount
from tests.runtime.installation import Installation
from tests.world import S, World, make_world

STATES = {S.COLLECTED: 90, S.VERIFIED: 30, S.ADMITTED: 30, S.OPEN: 90}
FULFILLED = 60
TIMES = 41


def measure(_: Installation) -> dict[str, Any]:
    """Median and slowest of a recount, in milliseconds, and how many statements it takes."""
    community = create_community(slug="rollup", name="统计社区", region_code="639000900004", by=SYSTEM)
    with tenant_context(community):
        world = make_world(community)
        for state, count in STATES.items():
            for _number in range(count):
                world.wish(state)
        for _number in range(FULFILLED):
            _fulfil(world)
        with CaptureQueriesContext(connection) as captured, transaction.atomic():
            recount(now())
        taken = [_recounted() for _ in range(TIMES)]
    wishes = sum(STATES.values()) + FULFILLED
    median = statistics.median(taken)
    return {
        "median_ms": round(median, 1),
        "slowest_ms": round(max(taken), 1),
        "statements": len(captured),
        "wishes": wishes,
        "line": f"median {median:.1f} ms, slowest {max(taken):.1f} ms for {wishes} wishes, {len(captured)} statements",
    }


def _recounted() -> float:
    began = time.perf_counter()
    with transaction.atomic():
        recount(now())
    return (time.perf_counter() - began) * 1000


def _fulfil(world: World) -> None:
    wish = world.wish(S.OPEN)
    giving_up.backstop(wish, reason="无人认领", by=world.assessor)
    delivering.deliver_backstop(wish, evidence="signature", by=world.collector)
    delivering.confirm(wish, by=world.assessor)
