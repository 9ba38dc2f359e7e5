"""A small world of a few people with meaning, and a wish in whatever state a test needs.

海鸿社区 on Monday, 9 March 2026, ten in the morning. Two branches have members, the stranger's branch has one, and a
partner organisation has nobody. 马秀兰 collects, 李国俊 assesses, 王桂花 administers. Three residents: an elder with a
telephone, a child whose telephone is the mother's, and a neighbour without one.

Everything is made by the verbs that real work uses; nothing here writes a row by itself.
"""

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django_tenants.utils import tenant_context

from hub.actor import ADMINISTRATOR, MEMBER, STAFF, Actor
from hub.clock import TIME_ZONE, standing_at
from hub.communities.models import Community
from hub.identifiers import uuid7
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.claims import claiming, delivering, following_up, giving_up
from tenants.claims.models import Claim, Delivery, FollowUp
from tenants.members.branches import create_branch
from tenants.members.models import Branch, Member
from tenants.members.register import NewMember, register_member
from tenants.people.consents import record_consents
from tenants.people.models import Beneficiary, Consent
from tenants.people.register import Person, register_beneficiary
from tenants.wishes import deciding
from tenants.wishes.carrying import carry_over
from tenants.wishes.collecting import NewWish, collect_wish
from tenants.wishes.models import Verification, Wish
from tenants.wishes.opening import open_wish

S = Wish.State

MONDAY = datetime.datetime(2026, 3, 9, 10, 0, tzinfo=TIME_ZONE)
"""A working day with four more after it and no holiday near."""


def member_actor(member: Member) -> Actor:
    """The member, logged in as nothing but a member."""
    return Actor(uuid7(), member.name, frozenset({MEMBER}), member.pk)


@dataclass
class World:
    """Who is there. `wish` brings a new wish of the elder (or another) to a state by the verbs that lead there."""

    community: Community
    campaign: Campaign
    collector: Actor
    assessor: Actor
    administrator: Actor
    office: Branch
    school: Branch
    clinic: Branch
    organisation: Branch
    zhang: Member
    han: Member
    qi: Member
    stranger: Member
    elder: Beneficiary
    child: Beneficiary
    neighbour: Beneficiary
    actors: dict[Any, Actor] = field(default_factory=dict)

    def as_member(self, member: Member) -> Actor:
        """The same actor each time for a member."""
        return self.actors.setdefault(member.pk, member_actor(member))

    def collect(self, item: str = "电饭锅", *, person: Beneficiary | None = None, **values: Any) -> Wish:
        """A wish in state `collected`, complete, collected by 马秀兰."""
        new = {
            "kind": "appliance",
            "budget_yuan": 180,
            "collector_name": self.collector.name,
            "collector_id": self.collector.account_id,
            "collected_on": datetime.date(2026, 3, 2),
        }
        return collect_wish(
            self.campaign, person or self.elder, NewWish(item=item, **{**new, **values}), by=self.collector
        )

    def wish(
        self,
        state: str = S.COLLECTED,
        *,
        item: str = "电饭锅",
        person: Beneficiary | None = None,
        branch: Branch | None = None,
        member: Member | None = None,
        **values: Any,
    ) -> Wish:
        """A new wish in this state. `member` (张建国) claims it where the state needs a claim."""
        wish = self.collect(item, person=person, **values)
        for step in self._way_to(state, branch, member or self.zhang):
            step(wish)
            wish.refresh_from_db()
        assert wish.state == state, f"the world brought it to {wish.state} instead of {state}"
        return wish

    def claim_of(self, wish: Wish) -> Claim:
        """The live claim of a wish."""
        return wish.claims.get(ended_at=None)

    def _way_to(self, state: str, branch: Branch | None, member: Member) -> list[Callable[[Wish], object]]:
        verify = lambda w: deciding.verify(w, manner=Verification.Manner.VISIT, by=self.collector)  # noqa: E731
        admit = lambda w: deciding.admit(w, by=self.assessor)  # noqa: E731

        def give_branch(wish: Wish) -> None:
            if branch is not None:
                Wish.objects.filter(pk=wish.pk).update(branch=branch)

        opened = [verify, admit, give_branch, lambda w: open_wish(w, by=self.assessor)]
        claimed = [*opened, lambda w: claiming.claim(w, member=member, by=self.as_member(member))]
        delivered = [*claimed, lambda w: self.deliver(self.claim_of(w))]
        ways: dict[str, list[Callable[[Wish], object]]] = {
            S.COLLECTED: [],
            S.VERIFIED: [verify],
            S.ADMITTED: [verify, admit, give_branch],
            S.DECLINED: [verify, lambda w: deciding.decline(w, reason="超出微心愿范围", by=self.assessor)],
            S.REFERRED: [verify, lambda w: deciding.refer(w, channel="民政救助", by=self.assessor)],
            S.OPEN: opened,
            S.CLAIMED: claimed,
            S.DELIVERED: delivered,
            S.FULFILLED: [*delivered, lambda w: delivering.confirm(w, by=self.assessor)],
            S.BACKSTOPPED: [*opened, lambda w: giving_up.backstop(w, reason="无人认领", by=self.assessor)],
            S.WITHDRAWN: [lambda w: giving_up.withdraw(w, reason="own_wish", by=self.assessor)],
            S.CARRIED_OVER: [verify, admit, lambda w: carry_over([w], by=self.assessor)],
        }
        return ways[state]

    def next_campaign(self) -> Campaign:
        """The campaign of 2027, started when it is first asked for."""
        return Campaign.objects.filter(year=2027).first() or make_campaign(2027, by=self.administrator)

    def deliver(self, claim: Claim, **values: Any) -> Delivery:
        """The claimer brings it and shows the household's code."""
        claim.wish.refresh_from_db()
        code = claim.wish.beneficiary.household.code
        by = values.pop("by", self.as_member(claim.member))
        return delivering.deliver(claim, **{"evidence": Delivery.Evidence.CODE, "code": code, "by": by, **values})

    def follow_up(self, wish: Wish, outcome: str = FollowUp.Outcome.SATISFIED, **values: Any) -> FollowUp:
        """李国俊 calls and asks."""
        return following_up.follow_up(wish, outcome=outcome, by=self.assessor, **values)


def make_world(community: Community) -> World:
    """Fills an empty community. To be called inside its block."""
    collector = Actor(uuid7(), "马秀兰", frozenset({STAFF}))
    assessor = Actor(uuid7(), "李国俊", frozenset({STAFF}))
    administrator = Actor(uuid7(), "王桂花", frozenset({ADMINISTRATOR}))
    office, school, clinic = (create_branch(name) for name in ("机关支部", "学校支部", "卫生院支部"))
    organisation = create_branch("供销社", kind=Branch.Kind.ORGANISATION)

    def member(name: str, phone: str, branch: Branch) -> Member:
        return register_member(NewMember(name=name, phone=phone, branch=branch), by=administrator)

    asked = [Consent.Purpose.COLLECT, Consent.Purpose.SHOW, Consent.Purpose.DISCLOSE]
    elder = register_beneficiary(
        Person(
            name="马福山", phone="+8613900120422", sex="male", age=82, categories=("senior", "lonely_elderly"),
            address="滨河小区4号楼2单元501室", situation="独居,腿脚不便",
        ),
        by=collector,
    )  # fmt: skip
    child = register_beneficiary(
        Person(
            name="马小花", phone="+8613900120423", sex="female", age=9, categories=("left_behind_child",),
            address="东村三社12号", guardian_name="马桂英", guardian_relation="母亲",
        ),
        by=collector,
    )  # fmt: skip
    neighbour = register_beneficiary(
        Person(
            name="祁永寿", age=70, categories=("low_income",), address="东村三社14号", without_phone=True, sex="male"
        ),
        by=collector,
    )
    for person in (elder, child, neighbour):
        record_consents(person, asked, manner=Consent.Manner.WRITTEN, by=collector)
    return World(
        community=community,
        campaign=make_campaign(2026, by=administrator),
        collector=collector,
        assessor=assessor,
        administrator=administrator,
        office=office,
        school=school,
        clinic=clinic,
        organisation=organisation,
        zhang=member("张建国", "13909720001", office),
        han=member("韩雪", "13909720002", office),
        qi=member("祁文斌", "13909720003", school),
        stranger=member("白玉兰", "13909720004", clinic),
        elder=elder,
        child=child,
        neighbour=neighbour,
    )


@contextmanager
def world_in(community: Community) -> Iterator[World]:
    """The world inside its community's block, on Monday."""
    with standing_at(MONDAY), tenant_context(community):
        yield make_world(community)


def later(**how_much: float) -> datetime.datetime:
    """Monday and some time (`timedelta`'s arguments): `with standing_at(later(minutes=11))`."""
    return MONDAY + datetime.timedelta(**how_much)
