"""Run by `Installation.inside`: does work in a community, reports how many seconds the hub took to know of each change.

A real beat, dispatcher and worker are at work beside it; nothing here counts.
"""

import time

from django_tenants.utils import tenant_context

from hub.actor import SYSTEM
from hub.communities.provisioning import create_community
from hub.rollups.models import CommunityYear
from tenants.claims import claiming, giving_up
from tests.runtime.installation import PATIENCE_S, report
from tests.world import S, make_world


def seconds_until(community: object, name: str, number: int) -> float:
    """How long until the community's line says so."""
    began = time.perf_counter()
    while time.perf_counter() - began < PATIENCE_S:
        line = CommunityYear.objects.filter(community=community, year=2026).first()
        if line is not None and line.counts[name] == number:
            return time.perf_counter() - began
        time.sleep(0.05)
    raise TimeoutError(f"{name} did not become {number}")


def main() -> None:
    community = create_community(slug="xianhua", name="鲜花社区", region_code="630222100021", by=SYSTEM)
    with tenant_context(community):
        world = make_world(community)
        wish = world.wish(S.OPEN)
    took = [seconds_until(community, "open", 1)]
    with tenant_context(community):
        claiming.claim(wish, member=world.zhang, by=world.as_member(world.zhang))
    took.append(seconds_until(community, "held", 1))
    with tenant_context(community):
        wish.refresh_from_db()
        giving_up.withdraw(wish, reason="moved_away", by=world.assessor)
    took.append(seconds_until(community, "left_the_pool", 1))
    report(took)


main()
