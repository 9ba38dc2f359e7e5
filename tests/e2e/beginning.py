"""Begins the second half's story in a running installation; run inside `wishbridge manage shell`
(`Installation.inside`).

Monday, 9 March 2026, ten o'clock by the simulated clock: three wishes of three residents are open to everybody, three
members can log in, and so can staff, an operator, and an officer of the county.
"""

from django_tenants.utils import tenant_context

from hub.accounts.inviting import create_first_administrator, make_officer, make_operator
from hub.accounts.members import ensure_member_account
from hub.accounts.models import Seat
from hub.actor import SYSTEM
from hub.clock import simulate
from hub.communities.provisioning import create_community
from tenants.campaigns.running import edit_campaign
from tests.e2e.logins import with_password
from tests.runtime.installation import report
from tests.world import MONDAY, S, make_world

NAMES = ["青海省", "海东市", "民和县", "川口镇"]


def main() -> None:
    simulate(MONDAY)
    community = create_community(
        slug="dongyuan", name="东垣社区", region_code="630222100021", region_names=NAMES, by=SYSTEM
    )
    with_password(create_first_administrator("13909730001", "王桂花", community=community, by=SYSTEM).seat)
    with_password(make_operator("13909730002", "运营员", by=SYSTEM).seat)
    with_password(make_officer("13909730003", "县里的祁科长", "630222", by=SYSTEM).seat)
    with tenant_context(community):
        world = make_world(community)
        edit_campaign(world.campaign, {"branch_only_days": 0}, by=world.administrator)
        world.campaign.refresh_from_db()
        people = {"late": world.elder, "reminded": world.child, "gone": world.neighbour}
        items = {"late": "电饭锅", "reminded": "书包", "gone": "棉被"}
        wishes = {who: world.wish(S.OPEN, item=items[who], person=person) for who, person in people.items()}
        members = {"late": world.zhang, "reminded": world.han, "gone": world.qi}
        for member in members.values():
            account = ensure_member_account(
                member.pk, member.phone, member.name, community, branch_id=member.branch_id, by=SYSTEM
            )
            with_password(Seat.objects.get(account=account, community=community))
        beginning = {
            who: {
                "number": wishes[who].number,
                "phone": members[who].phone,
                "code": people[who].household.code,
            }
            for who in people
        }
    report(beginning)


main()
