"""The community of the replay: its office, its branches with their secretaries, its members. All of them invented."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django_tenants.utils import tenant_context

from hub.accounts.inviting import create_first_administrator, invite, make_officer
from hub.accounts.members import ensure_member_account
from hub.accounts.roles import appoint_secretary
from hub.actor import ADMINISTRATOR, MEMBER, STAFF, SYSTEM, Actor
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from tenants.members.branches import create_branch
from tenants.members.models import Branch, Member
from tenants.members.register import NewMember, register_member
from tests.replay.model.events import People

BRANCHES = {"第一党支部": 14, "第二党支部": 11, "退役军人党支部": 8, "离退休干部党支部": 6, "两新组织联合党支部": 5}
"""Branch → number of members. The last has no secretary, and the first's works in the office too."""
WITHOUT_SECRETARY = "两新组织联合党支部"
ADMINISTRATORS_PHONE, COLLECTORS_PHONE, OFFICERS_PHONE = "13900980001", "13900980002", "13900980009"
FAMILY, GIVEN = "马李王张刘陈杨赵周吴郭林何高罗韩白丁苏沙哈冶喇祁", "永清文军生莲凤英兰香素芳海龙红霞桂玉梅建国志强"


@dataclass(frozen=True)
class Setting:
    """Who acts. `members` by branch; a member's actor is logged in as nothing else."""

    community: Community
    administrator: Actor
    collector: Actor
    assessor: Actor
    branches: Mapping[UUID, Branch]
    members: Mapping[UUID, list[Member]]
    people: People

    def as_member(self, member: Member) -> Actor:
        return Actor(None, member.name, frozenset({MEMBER}), member.pk)

    def who_confirms(self, claimer: Member | None) -> Actor:
        """Whoever assesses; somebody else where they claimed it themselves, as the first branch's secretary."""
        themselves = claimer is not None and claimer.phone == self.people.staff[0]
        return self.administrator if themselves else self.assessor


def make_setting(*, officer: bool = True, members: int = 99) -> Setting:
    """Makes the community, as an operator and its administrator would; its town has an officer or has none, its branches
    have so many members at most."""
    community = create_community(
        slug="haihong",
        name="海鸿社区",
        region_code="630222100001",
        region_names=["青海省", "海东市", "民和回族土族自治县", "川口镇"],
        by=SYSTEM,
    )
    first = create_first_administrator(ADMINISTRATORS_PHONE, "李国俊", community=community)
    administrator = Actor(first.account.pk, "李国俊", frozenset({ADMINISTRATOR}))
    if officer:
        make_officer(OFFICERS_PHONE, "韩主任", community.region_code[:9])
    with tenant_context(community):
        branches = [create_branch(name) for name in BRANCHES]
        registered = {
            branch.pk: _register(branch, order, members, administrator) for order, branch in enumerate(branches)
        }
        secretaries = {}
        for branch in branches:
            if branch.name != WITHOUT_SECRETARY:
                secretary = registered[branch.pk][0]
                ensure_member_account(
                    secretary.pk, secretary.phone, secretary.name, community, branch_id=branch.pk, by=administrator
                )
                appoint_secretary(secretary.pk, branch.pk, community=community, by=administrator)
                secretaries[branch.name] = secretary.phone
        both = registered[branches[0].pk][0]
    staff = [
        (both.phone, invite(both.phone, both.name, {STAFF}, community=community, by=administrator), both.name),
        (
            f"+86{COLLECTORS_PHONE}",
            invite(COLLECTORS_PHONE, "周海宁", {STAFF}, community=community, by=administrator),
            "周海宁",
        ),
    ]
    assessor, collector = (Actor(made.account.pk, name, frozenset({STAFF})) for _, made, name in staff)
    return Setting(
        community,
        administrator,
        collector,
        assessor,
        {branch.pk: branch for branch in branches},
        registered,
        People(secretaries, tuple(phone for phone, _, _ in staff), (f"+86{OFFICERS_PHONE}",) if officer else ()),
    )


def _register(branch: Branch, order: int, most: int, by: Actor) -> list[Member]:
    return [
        register_member(
            NewMember(
                name=FAMILY[(number * 7 + order) % len(FAMILY)]
                + GIVEN[(number * 5 + order * 3) % len(GIVEN)]
                + GIVEN[(number * 3 + order) % len(GIVEN)],
                phone=f"1390097{order:02d}{number:02d}",
                branch=branch,
            ),
            by=by,
        )
        for number in range(min(BRANCHES[branch.name], most))
    ]
