"""Living through a campaign: the steps of all its wishes in the order of time, each one verb at its own moment."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any
from uuid import UUID

from config.demo.courses import Step
from config.demo.days import Days
from config.demo.offices import Claimers, Office
from config.demo.people import Resident
from config.demo.sayings import SAYINGS
from config.demo.wants import Want, public_text_of
from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, answer
from hub.clock import standing_at, today
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.claims import delivering, following_up, giving_up
from tenants.claims.claiming import claim
from tenants.claims.extending import ask_for_extension
from tenants.claims.models import Claim
from tenants.escalation.taking import take_due_steps
from tenants.figures.recounting import recount
from tenants.people.consents import record_consents, withdraw_consent
from tenants.people.register import Person, register_beneficiary
from tenants.wishes import allocation, deciding
from tenants.wishes.collecting import NewWish, collect_wish
from tenants.wishes.editing import edit_wish
from tenants.wishes.kinds import kind_of
from tenants.wishes.models import Wish
from tenants.wishes.opening import open_wish

CONSENTS = ("collect", "show", "disclose")
BETWEEN_STEPS = datetime.timedelta(minutes=7)
COUNTED_EVERY = 3
"""Working days from one count of the past to the next: enough for a trend, and a quick first start."""


@dataclass
class Case:
    """One wish on its way. `wish` is empty until it is collected; `claimer` is set where it must be a certain member."""

    steps: Sequence[Step]
    wish: Wish | None = None
    want: Want | None = None
    resident: Resident | None = None
    claimer: UUID | None = None
    claim: Claim | None = None
    online: bool = False

    @property
    def made(self) -> Wish:
        assert self.wish is not None, "collected before anything else"
        return self.wish


@dataclass(frozen=True)
class Event:
    """One thing that happens at one moment; of several in the same moment the lower `order` comes first."""

    moment: datetime.datetime
    order: int
    happens: Callable[[], None]


class Campaigning:
    """One campaign of one community. `play` does everything that its cases hold."""

    def __init__(self, campaign: Campaign, office: Office, claimers: Claimers, days: Days, random: Random) -> None:
        self.campaign = campaign
        self.office = office
        self.claimers = claimers
        self.days = days
        self.random = random
        self.branches: dict[UUID, tuple[UUID | None, datetime.date | None]] = {}

    def play(
        self,
        cases: Sequence[Case],
        *,
        balanced: int | None = None,
        ladder_since: int | None = None,
        beside: Sequence[Event] = (),
    ) -> None:
        """Every step at its moment, in the order of time; wishes are shared out on the day `balanced`.

        From the day `ladder_since` on the ladder is climbed at nine in the morning, as the worker would. Every few
        evenings the community is counted, so that the district has a trend. `beside` are the `steps` of another campaign
        of the community that is lived through at the same time.
        """
        events = [*self.steps(cases, balanced=balanced), *beside]
        for day in range(ladder_since or 0, 0, -1):
            events.append(Event(self.days.nine(day), -1, self._climb_ladder))
        begun = max((step.day for case in cases for step in case.steps), default=0)
        for day in range(begun, 0, -COUNTED_EVERY):
            events.append(Event(self.days.evening(day), -1, self._count))
        for event in sorted(events, key=lambda event: (event.moment, event.order)):
            with standing_at(event.moment):
                event.happens()

    def steps(self, cases: Sequence[Case], *, balanced: int | None = None) -> list[Event]:
        """What happens to these wishes, each at its moment; they are shared out on the day `balanced`."""
        events = []
        for order, case in enumerate(cases):
            last = None
            for step in case.steps:
                moment = self.days.moment(step.day)
                last = moment if last is None else max(moment, last + BETWEEN_STEPS)
                events.append(Event(last, order, partial(getattr(self, f"_{step.verb}"), case, step.details)))
        if balanced is not None:
            events.append(Event(self.days.moment(balanced), -1, self._share_out))
        return events

    def _climb_ladder(self) -> None:
        answer(self.claimers.community, LADDER, take_due_steps)

    def _count(self) -> None:
        answer(self.claimers.community, FIGURES, recount)

    def _share_out(self) -> None:
        """What is admitted goes to the branches; one wish is moved by hand, where there is somewhere to move it."""
        proposal = allocation.propose(self.campaign, by=self.office.administrator)
        places = list(proposal.places.select_related("wish").order_by("wish__serial"))
        elsewhere = [line.branch for line in proposal.lines.select_related("branch") if line.head_count]
        place = places[self.random.randrange(len(places))]
        others = [branch for branch in elsewhere if branch.pk != place.branch_id]
        if others:
            allocation.place_by_hand(
                proposal,
                place.wish,
                self.random.choice(others),
                reason="支部有党员住在同一楼栋",
                by=self.office.administrator,
            )
        allocation.confirm(proposal, by=self.office.administrator)

    def _collect(self, case: Case, details: Mapping[str, Any]) -> None:
        resident, want = case.resident, case.want
        assert resident is not None, "a case that is collected here knows who wishes"
        assert want is not None, "and for what"
        incomplete = details["incomplete"]
        person = Person(
            name=resident.name,
            phone="" if incomplete else f"+86{resident.phone}",
            sex=resident.sex,
            age=resident.age,
            categories=resident.categories,
            address=resident.address,
            situation=resident.situation,
            guardian_name=resident.guardian_name,
            guardian_relation=resident.guardian_relation,
        )
        by = self.office.collector
        beneficiary = register_beneficiary(person, by=by)
        case.wish = collect_wish(
            self.campaign,
            beneficiary,
            NewWish(
                item=want.item,
                kind=kind_of(want.item),
                requirements=want.requirements,
                public_text=want.public_text,
                budget_yuan=want.yuan,
                collector_name=by.name,
                collector_id=by.account_id,
                collected_on=today(),
                needed_by=details.get("needed_by"),
            ),
            by=by,
        )
        purposes = CONSENTS if details["consents"] else CONSENTS[:1]
        manner = "written" if self.random.random() < 0.7 else "oral"
        record_consents(beneficiary, purposes, manner=manner, by=by)

    def _verify(self, case: Case, details: Mapping[str, Any]) -> None:
        manner = details["manner"]
        deciding.verify(case.made, manner=manner, opinion=self._say(f"verify_{manner}"), by=self.office.collector)

    def _admit(self, case: Case, details: Mapping[str, Any]) -> None:
        if not case.made.public_text and (text := public_text_of(case.made.item)):
            edit_wish(case.made, {"public_text": text}, by=self.office.collector)
        deciding.admit(case.made, opinion=self._say("admit"), by=self.office.assessor)

    def _decline(self, case: Case, details: Mapping[str, Any]) -> None:
        reason = details.get("reason") or self._say("decline")
        deciding.decline(case.made, reason=reason, by=self.office.assessor)

    def _refer(self, case: Case, details: Mapping[str, Any]) -> None:
        channel = details.get("channel") or self._say("refer")
        deciding.refer(case.made, channel=channel, opinion="本人符合条件", by=self.office.assessor)

    def _send_back(self, case: Case, details: Mapping[str, Any]) -> None:
        deciding.send_back(case.made, reason=self._say("send_back"), by=self.office.assessor)

    def _complete(self, case: Case, details: Mapping[str, Any]) -> None:
        edit_wish(case.made, details.get("wish", {}), person=details.get("person"), by=self.office.collector)

    def _withdraw_consent(self, case: Case, details: Mapping[str, Any]) -> None:
        consent = case.made.beneficiary.consents.get(purpose="show", withdrawn_at=None)
        withdraw_consent(consent, by=self.office.collector)

    def _open(self, case: Case, details: Mapping[str, Any]) -> None:
        opened = open_wish(case.made, by=self.office.administrator)
        self.branches[opened.pk] = (opened.branch_id, opened.branch_only_until)

    def _withdraw(self, case: Case, details: Mapping[str, Any]) -> None:
        reason = details.get("reason") or self.random.choice(("solved_elsewhere", "moved_away", "own_wish"))
        giving_up.withdraw(case.made, reason=reason, remark=self._say(f"withdraw_{reason}"), by=self.office.collector)

    def _claim(self, case: Case, details: Mapping[str, Any]) -> None:
        branch_id, until = self.branches[case.made.pk]
        if case.claimer is not None:
            member = next(member for member in self.claimers.members if member.pk == case.claimer)
        else:
            member = self.claimers.choose(branch_id, alone=until is not None and today() < until)
        case.online = case.claimer is not None or self.random.random() < 0.5
        joint = not case.online and self.random.random() < 0.2
        try:
            case.claim = claim(
                case.made,
                member=member,
                by=self.claimers.actor(member) if case.online else self.office.collector,
                channel="online" if case.online else self.random.choice(("paper", "hall")),
                manner="joint" if joint else "single",
                partners="同支部两位党员" if joint else "",
            )
        except Refusal:
            # A branch with all hands full: the wish stays on the board, and its further steps fall away.
            case.claim = None
            return
        self.claimers.in_hand[member.pk] += 1

    def _ask_for_time(self, case: Case, details: Mapping[str, Any]) -> None:
        if case.claim is not None:
            by = self.claimers.actor(case.claim.member)
            ask_for_extension(case.claim, days=5, reason=self._say("ask_for_time"), by=by)

    def _hand_back(self, case: Case, details: Mapping[str, Any]) -> None:
        if case.claim is not None:
            giving_up.hand_back(case.claim, by=self._claimer(case))
            self._put_down(case.claim)

    def _recall(self, case: Case, details: Mapping[str, Any]) -> None:
        if case.claim is not None:
            giving_up.recall(case.claim, reason=self._say("recall"), by=self.office.administrator)
            self._put_down(case.claim)

    def _deliver(self, case: Case, details: Mapping[str, Any]) -> None:
        if case.claim is None:
            return
        if case.online:
            code = case.made.beneficiary.household.code
            delivering.deliver(case.claim, evidence="code", code=code, by=self._claimer(case))
        else:
            evidence = self.random.choice(("signature", "signature", "witness"))
            delivering.deliver(case.claim, evidence=evidence, carried_by="both", by=self.office.collector)
        self._put_down(case.claim)

    def _reject(self, case: Case, details: Mapping[str, Any]) -> None:
        if case.claim is not None:
            delivering.reject(case.made, reason=self._say("reject"), by=self.office.assessor)
            self.claimers.in_hand[case.claim.member_id] += 1

    def _confirm(self, case: Case, details: Mapping[str, Any]) -> None:
        if case.claim is not None or details.get("backstop"):
            delivering.confirm(case.made, by=self.office.assessor)

    def _follow_up(self, case: Case, details: Mapping[str, Any]) -> None:
        if case.claim is None and not details.get("backstop"):
            return
        outcome = details["outcome"]
        following_up.follow_up(
            case.made,
            outcome=outcome,
            remark=self._say(f"follow_up_{outcome}"),
            claimer_agrees=outcome == "not",
            by=self.office.assessor,
        )
        if outcome == "not" and case.claim is not None:
            self.claimers.in_hand[case.claim.member_id] += 1

    def _backstop(self, case: Case, details: Mapping[str, Any]) -> None:
        giving_up.backstop(case.made, reason=self._say("backstop"), by=self.office.administrator)

    def _deliver_backstop(self, case: Case, details: Mapping[str, Any]) -> None:
        delivering.deliver_backstop(case.made, evidence="signature", by=self.office.collector)

    def _claimer(self, case: Case) -> Actor:
        assert case.claim is not None, "asked for a claimed wish only"
        return self.claimers.actor(case.claim.member) if case.online else self.office.collector

    def _put_down(self, ended: Claim) -> None:
        self.claimers.in_hand[ended.member_id] -= 1

    def _say(self, what: str) -> str:
        return self.random.choice(SAYINGS[what])
