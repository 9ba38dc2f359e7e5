"""A community whose year runs, with work in every corner; run inside `wishbridge manage shell` (`Installation.inside`).

An administrator, a colleague who assesses, and a member can log in.
"""

from django_tenants.utils import tenant_context

from hub.accounts.inviting import create_first_administrator, invite
from hub.accounts.members import ensure_member_account
from hub.accounts.models import Seat
from hub.actor import STAFF, SYSTEM
from hub.communities.provisioning import create_community
from tenants.campaigns.running import edit_campaign
from tests.e2e.logins import with_password
from tests.runtime.installation import report
from tests.world import S, make_world


def main() -> None:
    community = create_community(
        slug="linyuan", name="临园社区", region_code="630222100031", region_names=["青海省"], by=SYSTEM
    )
    with_password(create_first_administrator("13909740001", "王桂花", community=community, by=SYSTEM).seat)
    with_password(invite("13909740002", "李国俊", {STAFF}, community=community, by=SYSTEM).seat)
    with tenant_context(community):
        world = make_world(community)
        edit_campaign(world.campaign, {"branch_only_days": 0}, by=world.administrator)
        world.campaign.refresh_from_db()
        for state, item in (
            (S.OPEN, "电饭锅"),
            (S.OPEN, "棉被"),
            (S.COLLECTED, "台灯"),
            (S.VERIFIED, "书包"),
            (S.ADMITTED, "水壶"),
            (S.CLAIMED, "电暖器"),
            (S.DELIVERED, "米面油"),
        ):
            world.wish(state, item=item, member=world.han if state == S.DELIVERED else None)
        account = ensure_member_account(
            world.qi.pk, world.qi.phone, world.qi.name, community, branch_id=world.qi.branch_id, by=SYSTEM
        )
        with_password(Seat.objects.get(account=account, community=community))
        report({"member": world.qi.phone, "year": str(world.campaign.pk)})


main()
