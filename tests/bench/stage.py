"""What the figures over HTTP need: a community with open wishes, and members with sessions."""

from django_tenants.utils import tenant_context

from hub.accounts.inviting import invite
from hub.accounts.members import ensure_member_account
from hub.accounts.models import Seat
from hub.accounts.session_store import SessionStore
from hub.actor import ADMINISTRATOR, SYSTEM
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from tenants.members.models import Member
from tenants.members.register import NewMember, register_member
from tests.world import S, World, make_world

ITEMS = ("电饭锅", "取暖器", "棉被一床", "米面油一套", "书包文具", "血压计", "羽绒服", "小学课外书")


def make_stage(slug: str, region_code: str, wishes: int) -> tuple[Community, list[str]]:
    """A community with so many wishes open to everybody. Returns it with the wishes' identifiers."""
    community = create_community(slug=slug, name=f"{slug}社区", region_code=region_code, by=SYSTEM)
    with tenant_context(community):
        world = make_world(community)
        opened = [_open(world, number) for number in range(wishes)]
    return community, opened


def _open(world: World, number: int) -> str:
    item = ITEMS[number % len(ITEMS)]
    wish = world.wish(S.OPEN, item=item, budget_yuan=60 + 10 * (number % 30))
    return str(wish.pk)


def make_members(community: Community, count: int) -> list[str]:
    """So many members, each signed in. Returns the keys of their sessions."""
    sessions = []
    with tenant_context(community):
        members = [
            register_member(NewMember(name=f"党员{number}", phone=f"137{number:08d}"), by=SYSTEM)
            for number in range(count)
        ]
    for member in members:
        sessions.append(_sign_in(member, community))
    return sessions


def make_staff(community: Community) -> str:
    """An administrator who has chosen a password, signed in. Returns the key of the session."""
    seat = invite("13909739001", "王桂花", {ADMINISTRATOR}, community=community, by=SYSTEM).seat
    Seat.objects.filter(pk=seat.pk).update(must_change_password=False)
    return _session_of(seat)


def _sign_in(member: Member, community: Community) -> str:
    """A session as the login makes it; 200 logins from one address would rightly be refused."""
    with tenant_context(community):
        phone = member.phone
    account = ensure_member_account(member.pk, phone, member.name, community)
    return _session_of(Seat.objects.get(account=account, community=community))


def _session_of(seat: Seat) -> str:
    session = SessionStore()
    session["seat"] = str(seat.pk)
    session["opened_by"] = "sms"
    session.create()
    assert session.session_key is not None
    return session.session_key
