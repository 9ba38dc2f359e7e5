"""The ladder in one community, on the real database."""

import datetime
from collections.abc import Iterator

import pytest
from django_tenants.utils import tenant_context

from hub.accounts.members import ensure_member_account
from hub.accounts.roles import appoint_secretary
from hub.actor import STAFF, Actor
from hub.bells.models import Bell
from hub.bells.ringing import LADDER, answer, due
from hub.clock import TIME_ZONE, standing_at
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from hub.identifiers import uuid7
from hub.sms.models import Message
from tenants.campaigns.making import make_campaign
from tenants.campaigns.working_days import add_working_days
from tenants.claims.claiming import claim
from tenants.claims.delivering import deliver, reject
from tenants.claims.extending import extend
from tenants.claims.giving_up import hand_back
from tenants.claims.models import Claim
from tenants.escalation.models import StepTaken
from tenants.escalation.taking import take_due_steps
from tenants.members.branches import create_branch
from tenants.members.models import Member
from tenants.members.register import NewMember, register_member
from tenants.people.consents import record_consents
from tenants.people.register import Person, register_beneficiary
from tenants.wishes import deciding
from tenants.wishes.collecting import NewWish, collect_wish
from tenants.wishes.models import Wish
from tenants.wishes.opening import open_wish

pytestmark = pytest.mark.django_db

COLLECTOR = Actor(uuid7(), "马秀兰", frozenset({STAFF}))
ASSESSOR = Actor(uuid7(), "李国俊", frozenset({STAFF}))
MONDAY = datetime.date(2026, 5, 11)


def at(day: datetime.date, hour: int = 10) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour), TIME_ZONE)


@pytest.fixture
def community() -> Iterator[Community]:
    made = create_community(slug="haihong", name="海鸿社区", region_code="630222100001", by=COLLECTOR)
    with tenant_context(made):
        yield made


@pytest.fixture
def member(community: Community) -> Member:
    made = register_member(NewMember("王晓东", "13900342968", create_branch("第一党支部")), by=COLLECTOR)
    ensure_member_account(made.pk, made.phone, made.name, community)
    return made


def open_one(item: str = "电暖器", phone: str = "13900120422") -> Wish:
    from tenants.campaigns.models import Campaign

    campaign = Campaign.objects.first() or make_campaign(2026, by=COLLECTOR)
    person = register_beneficiary(Person("哈秀兰", phone=f"+86{phone}", age=76, categories=("senior",)), by=COLLECTOR)
    record_consents(person, ["collect", "show", "disclose"], manner="oral", by=COLLECTOR)
    wish = collect_wish(campaign, person, NewWish(item, collector_name="马秀兰", collected_on=MONDAY), by=COLLECTOR)
    deciding.verify(wish, manner="visit", by=COLLECTOR)
    deciding.admit(wish, by=ASSESSOR)
    return open_wish(wish, by=ASSESSOR)


def live_through(community: Community, first: datetime.date, last: datetime.date) -> None:
    """Each day at ten, as the worker would: answer the bell when it rings."""
    day = first
    while day <= last:
        with standing_at(at(day)):
            if community.pk in due().get(LADDER, []):
                answer(community, LADDER, take_due_steps)
        day += datetime.timedelta(days=1)


def said() -> list[tuple[str, datetime.date]]:
    rows = Message.objects.order_by("not_before", "template")
    return [(row.template, row.not_before.astimezone(TIME_ZONE).date()) for row in rows]


def test_a_claim_that_nobody_looks_after_goes_up_the_whole_ladder(community: Community, member: Member) -> None:
    with standing_at(at(MONDAY)):
        made = claim(open_one(), member=member, by=Actor(None, "x", member_id=member.pk))
    t = made.deadline
    assert t == add_working_days(MONDAY, 15)
    live_through(community, MONDAY, add_working_days(t, 6))
    assert said() == [
        ("reminder_one", add_working_days(t, -5)),
        ("reminder_one", add_working_days(t, -1)),
        ("urging_one", add_working_days(t, 1)),
    ]
    made.refresh_from_db()
    assert made.end == Claim.End.RECALLED
    assert Wish.objects.get(pk=made.wish_id).state == Wish.State.OPEN
    assert Message.objects.filter(template="urging_one").get().params["days"] == "1"


def test_a_claim_that_was_handed_back_hears_nothing_more(community: Community, member: Member) -> None:
    by = Actor(None, "x", member_id=member.pk)
    with standing_at(at(MONDAY)):
        made = claim(open_one(), member=member, by=by)
    with standing_at(at(add_working_days(made.deadline, -6))):
        hand_back(made, by=by)
    live_through(community, MONDAY, made.deadline)
    assert [template for template, _ in said() if template.startswith("reminder")] == []


def test_several_wishes_of_one_member_make_one_message_a_day(community: Community, member: Member) -> None:
    by = Actor(None, "x", member_id=member.pk)
    with standing_at(at(MONDAY)):
        one = claim(open_one(), member=member, by=by)
        claim(open_one("棉被", "13900126886"), member=member, by=by)
    live_through(community, MONDAY, one.deadline)
    assert [template for template, _ in said()] == ["reminder_many", "reminder_many"]


def test_a_second_look_takes_nothing_twice(community: Community, member: Member) -> None:
    with standing_at(at(MONDAY)):
        made = claim(open_one(), member=member, by=Actor(None, "x", member_id=member.pk))
    with standing_at(at(add_working_days(made.deadline, -5))):
        take_due_steps(at(add_working_days(made.deadline, -5)))
        before = StepTaken.objects.count(), Message.objects.count()
        take_due_steps(at(add_working_days(made.deadline, -5)))
        assert (StepTaken.objects.count(), Message.objects.count()) == before


def test_nothing_happens_before_nine(community: Community, member: Member) -> None:
    with standing_at(at(MONDAY)):
        made = claim(open_one(), member=member, by=Actor(None, "x", member_id=member.pk))
    day = add_working_days(made.deadline, -5)
    with standing_at(at(day, 8)):
        assert take_due_steps(at(day, 8)) == at(day, 9)
        assert said() == []


def test_a_worker_that_was_away_for_weeks_sends_no_stale_reminder(community: Community, member: Member) -> None:
    with standing_at(at(MONDAY)):
        made = claim(open_one(), member=member, by=Actor(None, "x", member_id=member.pk))
    live_through(community, add_working_days(made.deadline, 1), add_working_days(made.deadline, 1))
    assert [template for template, _ in said()] == ["urging_one"]
    assert StepTaken.objects.filter(void=True).count() == 2


def test_the_bell_that_is_left_is_the_next_step(community: Community, member: Member) -> None:
    with standing_at(at(MONDAY)):
        made = claim(open_one(), member=member, by=Actor(None, "x", member_id=member.pk))
        answer(community, LADDER, take_due_steps)
    assert [bell.due_at for bell in Bell.objects.filter(kind=LADDER)] == [at(add_working_days(made.deadline, -5), 9)]


@pytest.mark.parametrize("hour", [21, 23])
def test_nothing_happens_in_the_evening_but_the_next_morning(community: Community, member: Member, hour: int) -> None:
    with standing_at(at(MONDAY)):
        made = claim(open_one(), member=member, by=Actor(None, "x", member_id=member.pk))
    overdue = add_working_days(made.deadline, 5)
    with standing_at(at(overdue, hour)):
        assert take_due_steps(at(overdue, hour)) == at(overdue + datetime.timedelta(days=1), 9)
        assert said() == []
        assert Claim.objects.get(pk=made.pk).end == ""


def test_what_comes_after_the_days_message_is_spoken_of_tomorrow(community: Community, member: Member) -> None:
    by = Actor(None, "x", member_id=member.pk)
    with standing_at(at(MONDAY)):
        one = claim(open_one(), member=member, by=by)
        other = claim(open_one("棉被", "13900126886"), member=member, by=by)
        deliver(other, evidence="witness", by=ASSESSOR)
    day = add_working_days(one.deadline, 1)
    live_through(community, MONDAY, day)
    with standing_at(at(day, 14)):
        reject(other.wish, reason="家里没有人", by=COLLECTOR)
        assert answer(community, LADDER, take_due_steps)
        assert sum(template.startswith("urging") for template, _ in said()) == 1
    live_through(community, day + datetime.timedelta(days=1), day + datetime.timedelta(days=1))
    urgings = Message.objects.filter(template__startswith="urging").order_by("not_before")
    assert [message.params["no"] for message in urgings] == [one.wish.number, other.wish.number]


def test_two_steps_of_one_wish_taken_together_are_one_wish(community: Community, member: Member) -> None:
    with standing_at(at(MONDAY)):
        made = claim(open_one(), member=member, by=Actor(None, "x", member_id=member.pk))
    live_through(community, made.deadline, made.deadline)
    assert said() == [("reminder_one", made.deadline)]


def test_a_reminder_is_worth_sending_until_the_deadline_ends(community: Community, member: Member) -> None:
    with standing_at(at(MONDAY)):
        made = claim(open_one(), member=member, by=Actor(None, "x", member_id=member.pk))
    live_through(community, made.deadline, made.deadline)
    assert Message.objects.get().expires_at == at(made.deadline + datetime.timedelta(days=1), 0)


def secretary_of(member: Member, community: Community) -> None:
    assert member.branch_id is not None
    ensure_member_account(member.pk, member.phone, member.name, community, branch_id=member.branch_id)
    appoint_secretary(member.pk, member.branch_id, community=community, by=COLLECTOR)


def test_a_secretary_hears_of_one_wish_by_its_number_and_of_several_by_their_count(
    community: Community, member: Member
) -> None:
    secretary = register_member(NewMember("李书记", "13900342969", member.branch), by=COLLECTOR)
    secretary_of(secretary, community)
    with standing_at(at(MONDAY)):
        one = claim(open_one(), member=member, by=Actor(None, "x", member_id=member.pk))
    with standing_at(at(add_working_days(MONDAY, 1))):
        for item, phone in (("棉被", "13900126886"), ("台灯", "13900126887")):
            other = register_member(NewMember(f"党员{phone[-2:]}", f"1390034{phone[-4:]}", member.branch), by=COLLECTOR)
            claim(open_one(item, phone), member=other, by=Actor(None, "x", member_id=other.pk))
    live_through(community, MONDAY, add_working_days(one.deadline, 2))
    heard = Message.objects.filter(template__startswith="urging_secretary").order_by("not_before")
    assert [(row.template, row.params.get("no") or row.params["count"]) for row in heard] == [
        ("urging_secretary_one", one.wish.number),
        ("urging_secretary_many", "2"),
    ]


def test_a_secretary_who_is_late_too_is_not_told_that_all_the_wishes_are_her_own(
    community: Community, member: Member
) -> None:
    secretary_of(member, community)
    other = register_member(NewMember("韩雪", "13900342970", member.branch), by=COLLECTOR)
    with standing_at(at(MONDAY)):
        one = claim(open_one(), member=member, by=Actor(None, "x", member_id=member.pk))
        claim(open_one("棉被", "13900126886"), member=other, by=Actor(None, "x", member_id=other.pk))
    live_through(community, MONDAY, add_working_days(one.deadline, 1))
    heard = {
        row.phone: (row.template, row.params.get("own"), row.params.get("count"))
        for row in Message.objects.filter(template__startswith="urging")
    }
    assert heard == {member.phone: ("urging_both", "1", "1"), other.phone: ("urging_one", None, None)}


def test_nobody_is_reminded_of_an_extension_that_was_granted_a_moment_ago(community: Community, member: Member) -> None:
    with standing_at(at(MONDAY)):
        made = claim(open_one(), member=member, by=Actor(None, "x", member_id=member.pk))
    late = add_working_days(made.deadline, 3)
    live_through(community, MONDAY, late)
    heard = len(said())
    with standing_at(at(late, 14)):
        granted = extend(made, days=3, reason="出差", by=COLLECTOR)
        answer(community, LADDER, take_due_steps)
    live_through(community, late + datetime.timedelta(days=1), add_working_days(late, 4))
    assert granted.deadline_after == add_working_days(late, 3)
    assert said()[heard:] == [
        ("reminder_one", add_working_days(late, 2)),
        ("urging_one", add_working_days(late, 4)),
    ]
