"""Communities with steps that fall due on four mornings, and what must be found afterwards."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django_tenants.utils import tenant_context

from hub.accounts.inviting import create_first_administrator, invite
from hub.actor import MEMBER, STAFF, SYSTEM, Actor
from hub.clock import TIME_ZONE, standing_at, today
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.claims.claiming import claim
from tenants.members.branches import create_branch
from tenants.members.models import Member
from tenants.members.register import NewMember, register_member
from tenants.people.consents import record_consents
from tenants.people.models import Beneficiary
from tenants.people.register import Person, register_beneficiary
from tenants.wishes import deciding
from tenants.wishes.collecting import NewWish, collect_wishes
from tenants.wishes.models import Wish
from tenants.wishes.opening import open_wish
from tests.replay.model import events as e
from tests.replay.model.calendar import Calendar
from tests.replay.model.events import Event, Outage, People, Prediction
from tests.replay.model.ladder import Ladder

CALENDAR = Calendar()
DAYS = tuple(datetime.date(2021, 5, day) for day in (17, 18, 19, 20))
"""Monday to Thursday; no holiday is near."""
CLAIMED_BEFORE, COLLECTED_BEFORE = 10, 5
"""Working days: on the first of these days the reminder T-5 is due, on the second the notice to staff."""
STEPS_A_DAY, CLAIMS = 5, 2

ASSESSOR = Actor(None, "李国俊", frozenset({STAFF}))


@dataclass
class Staged:
    """One community and what happened in it, as the model is told it."""

    community: Community
    people: People
    happened: list[Event] = field(default_factory=list)
    outages: list[Outage] = field(default_factory=list)

    def expected(self) -> Prediction:
        """What must have followed by the end of the last day."""
        return Ladder(self.people, self.outages).run(self.happened, until=DAYS[-1])


def staged(count: int) -> Iterator[Staged]:
    """So many communities, each with `STEPS_A_DAY` steps due at nine on each of `DAYS`."""
    for order in range(count):
        community = create_community(
            slug=f"chaos{order}", name=f"第{order}社区", region_code=f"639000{order:06d}", by=SYSTEM
        )
        yield _Making(community, order).made


class _Making:
    def __init__(self, community: Community, order: int) -> None:
        phone = f"139{order:03d}0000"
        create_first_administrator(f"139{order:03d}00001", "王桂花", community=community)
        collector = invite(f"139{order:03d}00002", "马秀兰", {STAFF}, community=community, by=ASSESSOR)
        self.collector = Actor(collector.account.pk, "马秀兰", frozenset({STAFF}))
        self.made = Staged(community, People({}, (f"+86139{order:03d}00002",), ()))
        with standing_at(_at(CALENDAR.after(DAYS[0], -CLAIMED_BEFORE - 1))), tenant_context(community):
            campaign = make_campaign(DAYS[0].year, by=self.collector)
            branch = create_branch("第一党支部")
            members = [
                register_member(NewMember(f"党员{number}", f"{phone}{number}", branch), by=self.collector)
                for number in range(3, 3 + len(DAYS))
            ]
            person = register_beneficiary(
                Person("哈秀兰", phone=f"+86{phone}9", age=76, categories=("senior",)), by=self.collector
            )
            record_consents(person, ["collect", "show", "disclose"], manner="oral", by=self.collector)
        with tenant_context(community):
            for number, day in enumerate(DAYS):
                # Two claims of one member, and three wishes that wait: five steps, and a digest of each kind.
                self._claim(campaign, person, CALENDAR.after(day, -CLAIMED_BEFORE), [members[number]] * CLAIMS)
                self._collect(campaign, person, CALENDAR.after(day, -COLLECTED_BEFORE))

    def _claim(self, campaign: Campaign, person: Beneficiary, day: datetime.date, claimers: Sequence[Member]) -> None:
        with standing_at(_at(day)):
            for wish, member in zip(self._collected(campaign, person, len(claimers)), claimers, strict=True):
                deciding.verify(wish, manner="visit", by=self.collector)
                deciding.admit(wish, by=ASSESSOR)
                open_wish(wish, by=ASSESSOR)
                claim(wish, member=member, by=Actor(None, member.name, frozenset({MEMBER}), member.pk))
                for what in (e.COLLECTED, e.VERIFIED, e.ADMITTED, e.OPENED):
                    self._log(day, what, wish)
                self._log(day, e.CLAIMED, wish, person=member.phone)

    def _collect(self, campaign: Campaign, person: Beneficiary, day: datetime.date) -> None:
        with standing_at(_at(day)):
            for wish in self._collected(campaign, person, STEPS_A_DAY - CLAIMS):
                self._log(day, e.COLLECTED, wish)

    def _collected(self, campaign: Campaign, person: Beneficiary, count: int) -> list[Wish]:
        new = [(person, NewWish("电暖器", kind="appliance", collected_on=today())) for _ in range(count)]
        return collect_wishes(campaign, new, by=self.collector)

    def _log(self, day: datetime.date, what: str, wish: Wish, person: str = "") -> None:
        self.made.happened.append(Event(_at(day), what, wish.number, person=person))


def _at(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(10, 11), TIME_ZONE)
