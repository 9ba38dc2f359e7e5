"""Fills a running installation for looking at its screens; run inside `wishbridge manage shell` (`Installation.inside`).

`man` is a community with a wish in every state, `kong` one with nothing but its administrator.
"""

import datetime
import time

from django_tenants.utils import tenant_context

from hub.accounts.inviting import create_first_administrator, make_officer, make_operator
from hub.accounts.members import issue_member_code
from hub.actor import SYSTEM
from hub.bells.ringing import FIGURES, answer
from hub.clock import TIME_ZONE, now, standing_at, today
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from tenants.campaigns.working_days import add_working_days
from tenants.claims.extending import ask_for_extension
from tenants.figures.recounting import recount
from tenants.wishes.models import Wish
from tests.e2e.logins import with_password
from tests.runtime.installation import report
from tests.world import World, make_world


def community(slug: str, name: str, code: str, phone: str) -> Community:
    made = create_community(slug=slug, name=name, region_code=code, region_names=["青海省"], by=SYSTEM)
    with_password(create_first_administrator(phone, "王桂花", community=made, by=SYSTEM).seat)
    return made


def every_state(world: World) -> dict[str, str]:
    holders = {Wish.State.DELIVERED: world.han, Wish.State.FULFILLED: world.qi}
    return {
        state: str(world.wish(state, item=f"心愿{number}", member=holders.get(state)).pk)
        for number, state in enumerate(Wish.State.values)
    }


def late(world: World) -> None:
    """A claim that wants a decision today, and one whose claimer asks for more time."""
    long_ago = add_working_days(today(), -18)
    with standing_at(datetime.datetime.combine(long_ago, datetime.time(10), TIME_ZONE)):
        world.wish(Wish.State.CLAIMED, item="电暖器", member=world.stranger)
    asking = world.claim_of(world.wish(Wish.State.CLAIMED, item="棉被", member=world.stranger))
    ask_for_extension(asking, days=3, reason="货还没到", by=world.as_member(world.stranger))


def officer(community: Community) -> None:
    """An officer of the county, and of one that has no community yet; two days have been counted."""
    for region in ("630222", "110101"):
        with_password(make_officer("13909990003", "何督导", region, by=SYSTEM).seat)
    with standing_at(now() - datetime.timedelta(days=1)):
        counted(community)
    counted(community)


def counted(community: Community) -> None:
    """Counts the community here and now; while the installation's own worker counts it, nobody else may."""
    for _ in range(300):
        if answer(community, FIGURES, recount):
            return
        time.sleep(0.1)
    raise TimeoutError("Another process has been counting the community for half a minute.")


def main() -> None:
    full = community("man", "满圆社区", "630222100011", "13909990001")
    community("kong", "空山社区", "630222100012", "13909990002")
    with_password(make_operator("13909990000", "运营员", by=SYSTEM).seat)
    with tenant_context(full):
        world = make_world(full)
        wishes = every_state(world)
        claim = world.claim_of(Wish.objects.get(pk=wishes[Wish.State.CLAIMED]))
        late(world)
        code = issue_member_code(
            world.zhang.pk, phone=world.zhang.phone, name=world.zhang.name, community=full, by=SYSTEM
        )
        places = {
            "wishes": wishes,
            "claim": str(claim.pk),
            "person": str(world.elder.pk),
            "member": str(world.zhang.pk),
            "phone": world.zhang.phone,
            "code": code,
            "community": str(full.pk),
        }
    officer(full)
    report(places)


main()
