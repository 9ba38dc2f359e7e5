"""Six years lived through: people act by the verbs of real work, each at its moment; the house works by itself."""

import datetime
import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from uuid import UUID

from django_tenants.utils import tenant_context

from hub.clock import TIME_ZONE, simulate
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import start_campaign
from tenants.campaigns.working_days import add_working_days
from tenants.claims import giving_up
from tenants.claims.claiming import claim
from tenants.claims.extending import extend
from tenants.claims.handing_over import hand_over
from tenants.claims.models import Claim
from tenants.forms.batches import check_import
from tenants.forms.confirming import confirm_import
from tenants.forms.consents import PURPOSES, ConsentsGiven
from tenants.members.models import Member
from tenants.wishes import allocation, deciding
from tenants.wishes.completeness import what_is_missing
from tenants.wishes.editing import edit_wish
from tenants.wishes.models import Verification, Wish
from tenants.wishes.opening import open_wish
from tests.replay import bringing, requests
from tests.replay.cases import Case
from tests.replay.model import events as e
from tests.replay.model.events import Event, Outage
from tests.replay.result import Result, result_of
from tests.replay.setting import Setting, make_setting
from tests.replay.shares import Shares, some_time
from tests.replay.working import Working, next_day_of_the_house, something_waits_to_be_sent
from tests.replay.years import rows_of

S = Wish.State

IMPORTED_ON = (4, 1)
"""The surveys of all six years end with March."""
VERIFYING, ASSESSING = 7, 7
SHARED_OUT_AFTER = VERIFYING + ASSESSING + 4
OPENING_DAYS = (1, 2, 4)
PATIENCE = 2
"""How many claims may come to nothing before the community fulfils a wish itself."""
NIGHT, EARLY, BEFORE_NINE, NINE, HALF_PAST, NOON, EVENING, LATE = (
    datetime.time(3, 20), datetime.time(8, 0, 5), datetime.time(8, 59), datetime.time(9), datetime.time(9, 31), datetime.time(12, 30),
    datetime.time(17, 45), datetime.time(21, 30),
)  # fmt: skip
"""When the house looks, on days on which there is anything: right moments and wrong ones, some of them on some days."""

NEXT_KNOCK = datetime.timedelta(seconds=65)
"""The look after something was done: when it can no longer be taken back, and so may be told."""

Act = Callable[[], None]


@dataclass
class Play:
    """Plays one year after the other. What people did stands in `happened`, for the model."""

    setting: Setting
    shares: Shares
    seed: int
    happened: list[Event] = field(default_factory=list)
    outages: list[Outage] = field(default_factory=list)
    cases: dict[UUID, Case] = field(default_factory=dict)
    unfinished: list[str] = field(default_factory=list)
    """Numbers of wishes that nothing would happen to any more, or not before the year's end."""

    def __post_init__(self) -> None:
        self.working = Working(self.outages)
        self._agenda: list[tuple[datetime.datetime, int, Act]] = []
        self._order = count()
        self._hands: dict[UUID, int] = {}
        self.to_be_asked = 0

    # Time

    def year(self, year: int, file: Path, *, most: int | None = None) -> None:
        """One campaign from its import to its last closed wish."""
        random = Random(f"{self.seed} {year}")
        self.cases.clear()
        first = datetime.date(year, *IMPORTED_ON)
        self._plan_outages(first, random)
        self._at(first, datetime.time(10, 12), lambda: self._import(year, file, most))
        day: datetime.date | None = first
        while day is not None and day.year == year:
            self._live(day)
            day = self._next_day(day)
        self.working.tick(self._now + datetime.timedelta(minutes=1), figures=True)
        if not self.cases:
            self.unfinished.append(f"the whole of {year}")
        self.unfinished += [case.number for case in self.cases.values() if case.expected != S.FULFILLED]

    def _plan_outages(self, first: datetime.date, random: Random) -> None:
        """A worker that is away for a morning and for a day and a night, a sender that comes back in the evening."""
        for of, begins, ends, days in (
            ("worker", datetime.time(8, 30), datetime.time(14, 10), 0),
            ("worker", datetime.time(8, 20), datetime.time(8, 40), 1),
            ("sender", datetime.time(8, 50), datetime.time(21, 40), 0),
            ("worker", datetime.time(8, 45), datetime.time(21, 20), 0),
        ):
            day = add_working_days(first, random.randint(20, 60))
            self.outages.append(Outage(of, _moment(day, begins), _moment(day + datetime.timedelta(days=days), ends)))

    def _next_day(self, day: datetime.date) -> datetime.date | None:
        if not self.to_be_asked and all(case.expected == S.FULFILLED for case in self.cases.values()):
            return None
        days = [self._agenda[0][0].date()] if self._agenda else []
        house = next_day_of_the_house()
        days += [house] if house else []
        days += [outage.end.date() for outage in self.outages if outage.end.date() > day]
        return max(min(days), day + datetime.timedelta(days=1)) if days else None

    def _live(self, day: datetime.date) -> None:
        chance = Random(f"{self.seed} {day}")
        looks = [(_moment(day, at), self._tick) for at in (NINE, HALF_PAST)]
        looks += [(_moment(day, at), self._tick) for at in (BEFORE_NINE, NOON, EVENING, LATE) if chance.random() < 0.2]
        looks += [(_moment(day, EARLY), self._tick)] if something_waits_to_be_sent() else []
        looks += [(_moment(day, NIGHT), self.working.night)] if chance.random() < 0.15 else []
        looks += [(outage.end, self._tick) for outage in self.outages if outage.end.date() == day]
        for at, look in sorted(looks, key=lambda entry: entry[0]):
            self._act_until(at)
            look(at)
        self._act_until(_moment(day + datetime.timedelta(days=1), datetime.time()))

    def _act_until(self, at: datetime.datetime) -> None:
        while self._agenda and self._agenda[0][0] < at:
            moment, _, act = heapq.heappop(self._agenda)
            simulate(moment)
            self._now = moment
            with tenant_context(self.setting.community):
                act()

    def _tick(self, at: datetime.datetime) -> None:
        self._now = at
        if self.working.tick(at):
            with tenant_context(self.setting.community):
                self._see_what_was_recalled()

    def _at(self, day: datetime.date, time: datetime.time, act: Act) -> None:
        heapq.heappush(self._agenda, (_moment(day, time), next(self._order), act))

    def _in(
        self, working_days: int, case: Case, act: Act, *, time: datetime.time | None = None, any_day: bool = False
    ) -> None:
        """In so many working days; on the day after, whatever that is, for what people do on `any_day`."""
        day = add_working_days(self._now.date(), working_days) + datetime.timedelta(days=any_day)
        at = time or some_time(case.random)
        if _moment(day, at) <= self._now:
            day = add_working_days(day, 1)
        self._at(day, at, act)

    # Collecting, verifying, assessing, sharing out

    def _import(self, year: int, file: Path, most: int | None) -> None:
        made = make_campaign(year, by=self.setting.administrator, policy={"follow_up_percent": self.shares.follow_up})
        # The years before are not closed: what is made while one runs prepares, until it is started.
        campaign = start_campaign(made, by=self.setting.administrator)
        batch = check_import(
            rows_of(file, most),
            kind="wishes",
            file_name=file.name,
            campaign=campaign,
            consents=ConsentsGiven(tuple(PURPOSES), "written", self._now.date()),
            by=self.setting.collector,
        )
        confirm_import(batch, by=self.setting.collector)
        for wish in Wish.objects.filter(campaign=campaign).select_related("beneficiary__household").order_by("serial"):
            case = self.cases[wish.pk] = Case(wish, Random(f"{self.seed} {wish.number}"))
            self._log(e.COLLECTED, case)
            self._in(self._slowly(case, VERIFYING), case, lambda case=case: self._verify(case))
        self._at(
            add_working_days(self._now.date(), SHARED_OUT_AFTER),
            datetime.time(9, 41),
            lambda: self._share_out(campaign),
        )

    def _slowly(self, case: Case, most: int, quick: int = 4) -> int:
        slow = case.random.randint(1, 100) <= self.shares.slow_staff
        return case.random.randint(quick + 2, most) if slow else case.random.randint(0, quick)

    def _verify(self, case: Case) -> None:
        if case.wish.missing:
            self._complete(case)
        manner = case.random.choice(Verification.Manner.values)
        deciding.verify(case.wish, manner=manner, by=self.setting.collector)
        self._log(e.VERIFIED, case)
        self._in(self._slowly(case, ASSESSING), case, lambda: self._admit(case))

    def _complete(self, case: Case) -> None:
        """Whoever verifies asks for what the survey forgot."""
        lacking = what_is_missing(case.wish, case.wish.beneficiary)
        person: dict[str, object] = {}
        if any(code.startswith("phone") for code in lacking):
            person["without_phone"] = True
        if any(code.startswith("age") for code in lacking):
            person["age"] = 60
        if "guardian_missing" in lacking:
            person |= {"guardian_name": "马桂英", "guardian_relation": "奶奶"}
        if any(code.startswith("category") for code in lacking):
            person["categories"] = ["low_income"]
        changes = {"collected_on": self._now.date()} if any(code.startswith("date") for code in lacking) else {}
        case.wish = edit_wish(case.wish, changes, person=person, by=self.setting.collector)

    def _admit(self, case: Case) -> None:
        deciding.admit(case.wish, by=self.setting.assessor)
        self._log(e.ADMITTED, case)

    def _share_out(self, campaign: Campaign) -> None:
        allocation.confirm(allocation.propose(campaign, by=self.setting.administrator), by=self.setting.administrator)
        for wish in Wish.objects.filter(campaign=campaign).select_related("branch", "beneficiary__household"):
            case = self.cases[wish.pk]
            case.wish, case.branch = wish, wish.branch
            assert case.branch is not None, "shared out to branches with members"
            self._log(e.ALLOCATED, case, branch=case.branch.name)
            late = case.random.randint(1, 100) <= self.shares.late_openings
            days = case.random.randint(12, 26) if late else case.random.choice(OPENING_DAYS)
            self._in(days, case, lambda case=case: self._open(case))

    def _open(self, case: Case) -> None:
        case.wish = open_wish(case.wish, by=self.setting.administrator)
        case.alone_until = case.wish.branch_only_until
        self._log(e.OPENED, case)
        self._wait_for_a_claimer(case)

    # Claiming

    def _wait_for_a_claimer(self, case: Case) -> None:
        case.expected = S.OPEN
        if case.failed > PATIENCE:
            self._in(case.random.randint(1, 12), case, lambda: bringing.backstop(self, case))
            return
        late = case.random.randint(1, 100) <= self.shares.late_claims
        days = case.random.randint(10, 17) if late else case.random.randint(0, 7)
        # People look at the board in the evening as well.
        time = some_time(case.random, 7 * 60, 22 * 60 + 50)
        self._in(days, case, lambda: self._claim(case), time=time, any_day=case.random.random() < 0.3)

    def _claim(self, case: Case) -> None:
        member = self._somebody(case)
        if member is None:
            self._in(1, case, lambda: self._claim(case))
            return
        channel = case.random.choice(Claim.Channel.values)
        by = self.setting.as_member(member) if channel == Claim.Channel.ONLINE else self.setting.collector
        case.claim = claim(case.wish, member=member, channel=channel, by=by)
        self._in_hand(case, member, e.CLAIMED)

    def _in_hand(self, case: Case, member: Member, how: str) -> None:
        """A member has a claim now, and will do with it what they will."""
        assert case.claim is not None
        case.member, case.expected = member, S.CLAIMED
        self._hands[member.pk] = self._hands.get(member.pk, 0) + 1
        branch = self.setting.branches[case.claim.branch_id].name if case.claim.branch_id else ""
        self._log(how, case, person=member.phone, branch=branch)
        getattr(self, f"_will_{self.shares.course(case.random)}")(case)
        if case.random.randint(1, 100) <= self.shares.asking:
            self._on(case, case.random.choice((6, 12, 14, 15)), lambda: requests.ask(self, case))
        self._staff_look(case)

    def _somebody(self, case: Case, *, but: Member | None = None) -> Member | None:
        """A member with a free hand; of the wish's own branch while it is that branch's alone."""
        alone = case.alone_until is not None and self._now.date() < case.alone_until
        pool = [
            member
            for branch, members in self.setting.members.items()
            if case.branch is None or branch == case.branch.pk or not alone
            for member in members
            if self._hands.get(member.pk, 0) < 2 and member != but
        ]
        return case.random.choice(pool) if pool else None

    def _will_in_time(self, case: Case) -> None:
        self._deliver_on(case, case.random.randint(0, 9))

    def _will_after_reminder(self, case: Case) -> None:
        # Some deliver a minute before the reminder would have gone, and hear nothing.
        on_the_brink = case.random.random() < 0.1
        days = 14 if on_the_brink else case.random.randint(10, 15)
        time = datetime.time(8, 57, 30) if on_the_brink else some_time(case.random, 9 * 60 + 20, 21 * 60 + 50)
        self._deliver_on(case, days, time)

    def _will_after_urging(self, case: Case) -> None:
        self._deliver_on(case, case.random.randint(16, 19), some_time(case.random, 9 * 60 + 20, 20 * 60))

    def _will_hand_back(self, case: Case) -> None:
        self._on(case, case.random.randint(1, 17), lambda: self._hand_back(case))

    def _will_hand_over(self, case: Case) -> None:
        # In the evening too: then the new claimer hears of it the next morning.
        time = some_time(case.random, 8 * 60, 22 * 60)
        self._on(case, case.random.randint(0, 17), lambda: self._hand_over(case), time)

    def _will_never(self, case: Case) -> None:
        pass

    def _on(self, case: Case, days: int, act: Act, time: datetime.time | None = None) -> None:
        """Does it so many working days after the claim, if the claim is still the same and waits."""
        made = case.claim

        def still() -> None:
            if case.claim is made and case.expected == S.CLAIMED:
                act()

        self._in(days, case, still, time=time)

    def _deliver_on(self, case: Case, days: int, time: datetime.time | None = None) -> None:
        self._on(case, days, lambda: bringing.deliver(self, case), time)

    def _staff_look(self, case: Case) -> None:
        """Staff find the claim among the late ones, after the decision was wanted and before it is recalled by itself."""
        decision = self.shares.decision(case.random)
        if decision != "leave":
            days = case.random.choice((18, 19))
            self._on(case, days, lambda: self._decide(decision, case))

    def _decide(self, decision: str, case: Case) -> None:
        if decision == "backstop":
            bringing.backstop(self, case)
        else:
            getattr(self, f"_decide_{decision}")(case)

    def _decide_extend(self, case: Case) -> None:
        assert case.claim is not None
        days = case.random.randint(3, 8)
        extend(case.claim, days=days, reason="认领人出差,约好回来就送", by=self.setting.collector)
        self._log(e.EXTENDED, case, days=days)
        self._tick(self._now + NEXT_KNOCK)
        if case.random.random() < 0.6:
            self._on(case, case.random.randint(1, days), lambda: bringing.deliver(self, case))

    def _decide_recall(self, case: Case) -> None:
        assert case.claim is not None
        giving_up.recall(case.claim, reason="一直联系不上", by=self.setting.collector)
        self._log(e.RECALLED, case)
        self._gone(case)

    def _hand_back(self, case: Case) -> None:
        assert case.claim is not None
        assert case.member is not None
        giving_up.hand_back(case.claim, by=self.setting.as_member(case.member))
        self._log(e.HANDED_BACK, case)
        self._gone(case)

    def _hand_over(self, case: Case) -> None:
        assert case.claim is not None
        somebody = self._somebody(case, but=case.member)
        if somebody is None:
            return
        self._hands_free(case)
        case.claim = hand_over(case.claim, to=somebody, reason="原认领人调走", by=self.setting.administrator)
        self._in_hand(case, somebody, e.HANDED_OVER)
        self._tick(self._now + NEXT_KNOCK)

    def _gone(self, case: Case) -> None:
        self._hands_free(case)
        case.claim, case.failed = None, case.failed + 1
        self._wait_for_a_claimer(case)

    def _hands_free(self, case: Case) -> None:
        if case.member is not None:
            self._hands[case.member.pk] -= 1
            case.member = None

    def _see_what_was_recalled(self) -> None:
        """Whoever looks at the board finds what came back to it by itself."""
        held = {pk for pk, case in self.cases.items() if case.expected == S.CLAIMED}
        for pk in Wish.objects.filter(pk__in=held, state=S.OPEN).order_by("serial").values_list("pk", flat=True):
            self._gone(self.cases[pk])

    def _log(self, what: str, case: Case, **more: object) -> None:
        self.happened.append(Event(self._now, what, case.number, **more))  # type: ignore[arg-type]


def _moment(day: datetime.date, time: datetime.time) -> datetime.datetime:
    return datetime.datetime.combine(day, time, TIME_ZONE)


def replay(files: Sequence[tuple[int, Path]], *, shares: Shares, seed: int, most: int | None = None) -> Result:
    """Plays the years in an empty database, and compares. `most` wishes of each year; all by default."""
    play = Play(make_setting(), shares, seed)
    for year, file in files:
        play.year(year, file, most=most)
    return result_of(play.setting, play.happened, play.outages, play.unfinished)
