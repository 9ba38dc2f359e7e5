"""海鸿社区: the office's own workbooks, last year's fulfilled, this year's in the middle of it, one for winter beside it."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from django.db import transaction
from django_tenants.utils import tenant_context

from config.demo import logins, occasion
from config.demo.campaigning import Campaigning, Case
from config.demo.county import DATA, YEAR, Place
from config.demo.courses import STAGES, Step, course_after_collecting, shared_out
from config.demo.days import Days
from config.demo.offices import Claimers, Office, open_office, seat_with_password
from hub.accounts.members import ensure_member_account
from hub.accounts.roles import appoint_secretary
from hub.clock import standing_at, today
from hub.communities.models import Community
from hub.privacy.blind import blind
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.claims.following_up import follow_up, to_follow_up
from tenants.closing.years import begin_campaign, close_campaign
from tenants.forms.batches import check_import
from tenants.forms.confirming import confirm_import
from tenants.forms.consents import PURPOSES, ConsentsGiven
from tenants.forms.models import ImportBatch
from tenants.forms.tables.columns import Kind
from tenants.members.models import Member
from tenants.wishes.models import Wish

END_OF_LAST_YEAR = datetime.date(YEAR - 1, 7, 18)
AFTER_THE_CALLS = datetime.timedelta(days=1)

_CERTAIN_ROWS: Mapping[int, Sequence[Step]] = {
    # Rows that came in incomplete. Two were completed since; the others wait.
    13: (),
    47: (),
    63: (),
    65: (),
    61: (Step(3, "complete", {"wish": {"collected_on": datetime.date(YEAR, 3, 15)}}),),
    11: (
        Step(44, "complete", {"person": {"phone": "13900121077"}}),
        Step(43, "verify", {"manner": "visit"}),
        Step(41, "admit"),
        Step(34, "open"),
        Step(6, "claim"),
    ),
    # An electric tricycle for 6,800 yuan, and a wish that is none.
    42: (
        Step(43, "verify", {"manner": "visit"}),
        Step(40, "refer", {"channel": "县总工会困难职工帮扶中心"}),
    ),
    72: (
        Step(43, "verify", {"manner": "telephone"}),
        Step(40, "decline", {"reason": "心愿不够具体：请本人说一件想要的东西或一次帮忙，再登记。"}),
    ),
}
"""What becomes of certain rows of the workbook, by their serial number."""

_FATES = {
    "to_verify": 1, "sent_back": 2, "verified_lately": 4, "consent_withdrawn": 1, "admitted_lately": 2, "not_opened": 2,
    "open": 3, "opened_lately": 5, "held": 5, "asks_for_time": 1, "due_today": 2, "due_tomorrow": 2, "overdue": 3,
    "to_decide": 1, "delivered": 4, "backstopped": 1,
    "fulfilled_by_backstop": 1, "withdrawn": 2, "late": 2, "followed_up": 13, "to_follow_up": 3, "reopened": 1,
    "not_confirmed_at_first": 1, "handed_back": 1, "recalled": 1, "claimed_again": 1,
}  # fmt: skip
"""And of the rest. In the order of the day: what waits, what is on its way, what is done."""

_THE_MEMBERS = ("due_tomorrow", "followed_up")
_THE_SECRETARYS = ("held",)
"""The fates of the wishes that the two with a login have claimed; each has a hand free."""


@dataclass(frozen=True)
class _Sample:
    place: Place
    community: Community
    office: Office
    random: Random


def settle_sample(place: Place, community: Community, passwords: Mapping[str, str]) -> int:
    """Everything haihong holds, in one transaction. Returns the number of its wishes, of both years."""
    random = Random(f"wishbridge {place.slug}")
    last_year = Days(random, END_OF_LAST_YEAR)
    with transaction.atomic():
        with standing_at(last_year.moment(90)):
            office = open_office(place, community, random, passwords)
        for name, phone in (logins.MEMBER, logins.SECRETARY):
            seat_with_password(phone, name, community, passwords)
        sample = _Sample(place, community, office, random)
        with tenant_context(community):
            return _last_year(sample, last_year) + _this_year(sample, Days(random))


def _last_year(sample: _Sample, days: Days) -> int:
    stage = STAGES["last_year"]
    with standing_at(days.moment(80)):
        imported(DATA / "members.xlsx", "members", None, sample.office)
        _give_logins(sample)
        campaign = make_campaign(YEAR - 1, by=sample.office.administrator)
    with standing_at(days.moment(stage.collected[0])):
        batch = imported(DATA / f"wishes-{YEAR - 1}-gb18030.csv", "wishes", campaign, sample.office)
    wishes = list(_by_serial(batch).values())
    fates = shared_out(stage.fates, len(wishes))
    sample.random.shuffle(fates)
    cases = [
        Case(course_after_collecting(fate, stage, sample.random, stage.collected[0]), wish=wish)
        for fate, wish in zip(fates, wishes, strict=True)
    ]
    _campaigning(sample, campaign, days).play(cases, balanced=61)
    _close(sample, campaign, days)
    return len(cases)


def _close(sample: _Sample, campaign: Campaign, days: Days) -> None:
    """The year's last days: whoever was drawn for a follow-up is called, and the year is closed."""
    with standing_at(days.moment(0)):
        for wish in to_follow_up(Wish.objects.filter(campaign=campaign)).order_by("serial"):
            follow_up(wish, outcome="satisfied", remark="已回访，满意", by=sample.office.assessor)
    with standing_at(days.moment(0) + AFTER_THE_CALLS):
        close_campaign(campaign, by=sample.office.administrator)


def _this_year(sample: _Sample, days: Days) -> int:
    stage = STAGES["this_year"]
    with standing_at(days.moment(60)):
        # A small office calls everybody afterwards.
        last = Campaign.objects.get(year=YEAR - 1, yearly=True)
        campaign = begin_campaign(YEAR, like=last, by=sample.office.administrator, policy={"follow_up_percent": 100})
    with standing_at(days.moment(stage.collected[0])):
        batch = imported(DATA / f"wishes-{YEAR}.xlsx", "wishes", campaign, sample.office)
    wishes = _by_serial(batch)
    campaigning = _campaigning(sample, campaign, days)
    cases = [Case(steps, wish=wishes.pop(serial)) for serial, steps in _CERTAIN_ROWS.items()]
    fates = shared_out(_FATES, len(wishes))
    sample.random.shuffle(fates)
    theirs = {fate: logins.MEMBER for fate in _THE_MEMBERS} | {fate: logins.SECRETARY for fate in _THE_SECRETARYS}
    for fate, wish in zip(fates, wishes.values(), strict=True):
        claimer = theirs.pop(fate, None)
        steps = course_after_collecting(fate, stage, sample.random, stage.collected[0])
        cases.append(Case(steps, wish=wish, claimer=_member(claimer).pk if claimer else None))
    beside, winters = occasion.winter(sample.place, sample.office, campaigning.claimers)
    campaigning.play(
        cases,
        balanced=35,
        ladder_since=stage.collected[0],
        beside=beside.steps(winters, balanced=occasion.BALANCED),
    )
    return len(cases) + len(winters)


def imported(file: Path, kind: Kind, campaign: Campaign | None, office: Office) -> ImportBatch:
    """The file, checked and confirmed as it stands; with a workbook of wishes came the signed forms of consent."""
    given = ConsentsGiven(tuple(PURPOSES), "written", today()) if kind == "wishes" else None
    batch = check_import(
        file.read_bytes(), kind=kind, file_name=file.name, campaign=campaign, consents=given, by=office.collector
    )
    return confirm_import(batch, by=office.collector)


def _by_serial(batch: ImportBatch) -> dict[int, Wish]:
    """The wishes that came in, by the serial numbers of their rows."""
    by_number = {wish.number: wish for wish in Wish.objects.filter(campaign=batch.campaign)}
    return {row["serial"]: by_number[row["number"]] for row in batch.rows if row.get("number")}


def _campaigning(sample: _Sample, campaign: Campaign, days: Days) -> Campaigning:
    able = Member.objects.filter(state=Member.State.ACTIVE, branch__isnull=False, phone_index__isnull=False)
    claimers = Claimers(
        sample.community,
        # By what the file says: identifiers differ from one first start to the next.
        sorted(able, key=lambda member: (member.name, member.phone)),
        campaign.live_claims_per_member,
        sample.random,
        sample.office.administrator,
        kept_free=frozenset({_member(logins.MEMBER).pk, _member(logins.SECRETARY).pk}),
    )
    return Campaigning(campaign, sample.office, claimers, days, sample.random)


def _give_logins(sample: _Sample) -> None:
    for who in (logins.MEMBER, logins.SECRETARY):
        member = _member(who)
        ensure_member_account(
            member.pk,
            member.phone,
            member.name,
            sample.community,
            branch_id=member.branch_id,
            by=sample.office.administrator,
        )
    secretary = _member(logins.SECRETARY)
    assert secretary.branch_id is not None, "the sample's register names the branch"
    appoint_secretary(secretary.pk, secretary.branch_id, community=sample.community, by=sample.office.administrator)


def _member(who: tuple[str, str]) -> Member:
    return Member.objects.get(phone_index=blind("phone", f"+86{who[1]}"))
