"""No state without a clock: what waits for somebody is told to staff, again and again, and to the town in the end."""

import datetime
from collections.abc import Callable
from datetime import date

import pytest
from django_tenants.utils import tenant_context

from hub.accounts.inviting import invite, make_officer
from hub.accounts.members import ensure_member_account
from hub.accounts.roles import appoint_secretary
from hub.actor import STAFF
from hub.clock import TIME_ZONE, standing_at
from hub.rollups.models import Supervision
from hub.rollups.supervision import tell_officers
from hub.sms.models import Message
from hub.sms.sender import send_due
from tenants.campaigns.making import make_campaign
from tenants.campaigns.running import start_campaign
from tenants.campaigns.working_days import add_working_days
from tenants.claims import giving_up
from tenants.claims.delivering import confirm
from tenants.claims.models import Claim, Delivery
from tenants.escalation.models import StepTaken
from tenants.escalation.taking import take_due_steps
from tenants.figures.counting import count, longest_waits
from tenants.figures.today import wish_sections
from tenants.members.models import Member
from tenants.people.consents import withdraw_consent
from tenants.wishes.collecting import NewWish, collect_wish
from tenants.wishes.editing import edit_person, edit_wish
from tenants.wishes.models import Wish
from tests.world import MONDAY, World

S = Wish.State
STAFFS_PHONE = "13900980002"
FIRST = MONDAY.date()


def on(day: date, hour: int = 10) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour), TIME_ZONE)


def live(days: int) -> None:
    day = FIRST
    while day <= add_working_days(FIRST, days):
        with standing_at(on(day)):
            take_due_steps(on(day))
        day += datetime.timedelta(days=1)


def taken(wish: Wish) -> list[tuple[str, date]]:
    return [(row.key, row.day) for row in StepTaken.objects.filter(wish=wish, claim=None).order_by("day")]


def rungs(scope: str, *days: int) -> list[tuple[str, date]]:
    return [(f"{scope}+{n}", add_working_days(FIRST, n)) for n in days]


def staff_of(world: World) -> str:
    with tenant_context(world.community):
        return invite(STAFFS_PHONE, "周海宁", {STAFF}, community=world.community, by=world.administrator).account.phone


def secretary(world: World, member: Member) -> None:
    ensure_member_account(
        member.pk, member.phone, member.name, world.community, branch_id=member.branch_id, by=world.administrator
    )
    appoint_secretary(member.pk, member.branch_id, community=world.community, by=world.administrator)


@pytest.mark.parametrize(
    ("state", "days"),
    [
        (S.COLLECTED, (5, 15, 25)),
        (S.VERIFIED, (5, 15, 25)),
        (S.ADMITTED, (10, 20)),
        (S.OPEN, (10, 15, 25)),
        (S.DELIVERED, (3, 8, 13, 23)),
        (S.BACKSTOPPED, (5, 10, 15, 20)),
    ],
)
def test_what_waits_is_told_by_its_rungs_and_the_last_notice_again(
    world: World, state: str, days: tuple[int, ...]
) -> None:
    wish = world.wish(state)
    live(26)
    assert taken(wish) == rungs(state, *days)


def test_what_is_admitted_waits_at_the_earliest_from_the_day_its_campaign_runs(world: World) -> None:
    campaign = make_campaign(2026, title="春节慰问", yearly=False, prepare=True, by=world.administrator)
    prepared = collect_wish(campaign, world.elder, NewWish(item="棉被", collected_on=FIRST), by=world.collector)
    Wish.objects.filter(pk=prepared.pk).update(state=S.ADMITTED, admitted_at=MONDAY)
    live(12)
    assert taken(prepared) == []
    starts = on(add_working_days(FIRST, 13))
    with standing_at(starts):
        start_campaign(campaign, by=world.administrator)
        campaign.refresh_from_db()
        assert (count(campaign).late_admitted, longest_waits(campaign)["late_admitted"]) == (0, 0)
        row = wish_sections([campaign])["to_balance"]["rows"][0]
        assert (row["waiting_days"], row["too_long"]) == (0, False)
    live(33)
    assert taken(prepared) == [
        ("admitted+10", add_working_days(FIRST, 23)),
        ("admitted+20", add_working_days(FIRST, 33)),
    ]
    with standing_at(on(add_working_days(FIRST, 25))):
        assert (count(campaign).late_admitted, longest_waits(campaign)["late_admitted"]) == (1, 2)


def test_a_wanted_follow_up_counts_from_the_confirmation(world: World) -> None:
    wish = world.wish(S.DELIVERED)
    with standing_at(on(add_working_days(FIRST, 2))):
        confirm(wish, by=world.assessor)
    Delivery.objects.update(follow_up_wanted=True)
    live(23)
    assert [key for key, _ in taken(wish)] == ["follow_up+10", "follow_up+20"]
    assert taken(wish)[0][1] == add_working_days(FIRST, 12)
    with standing_at(on(add_working_days(FIRST, 14))):
        assert count(world.campaign).late_follow_up == 1
        assert longest_waits(world.campaign)["late_follow_up"] == 2
        world.follow_up(wish)
        assert count(world.campaign).late_follow_up == 0


def test_the_town_hears_one_count_a_day_of_all_kinds_together(world: World) -> None:
    make_officer("13900980009", "韩主任", world.community.region_code[:9])
    with standing_at(MONDAY):
        world.wish(S.BACKSTOPPED)
    with standing_at(on(add_working_days(FIRST, 7))):
        world.wish(S.DELIVERED, member=world.han)
    live(15)
    assert [(row.day, row.count) for row in Supervision.objects.all()] == [(add_working_days(FIRST, 15), 2)]
    with standing_at(on(add_working_days(FIRST, 15), 11)):
        tell_officers()
    assert Message.objects.get(template="supervision").params["count"] == "2"


def test_where_no_officer_is_staff_hear_the_supervision(world: World) -> None:
    phone = staff_of(world)
    world.wish(S.BACKSTOPPED)
    live(15)
    assert [row.phone for row in Message.objects.filter(template="supervision_staff_one")] == [phone]


def test_where_a_branch_has_no_secretary_staff_hear_of_its_late_claims_and_of_what_nobody_claims(world: World) -> None:
    phone = staff_of(world)
    claim = world.claim_of(world.wish(S.CLAIMED))
    world.wish(S.OPEN, branch=world.school, item="棉被")
    live(16)
    heard = [(row.template, row.phone) for row in Message.objects.exclude(template__startswith="reminder")]
    assert ("urging_staff_one", phone) in heard
    assert ("urging_one", claim.member.phone) in heard
    assert [key for key, _ in taken(Wish.objects.get(item="棉被"))] == ["open+10", "open+15"]
    assert heard.count(("notice_staff_one", phone)) == 2, "that of the secretary and their own"


def without_showing(world: World, wish: Wish) -> None:
    withdraw_consent(world.elder.consents.get(purpose="show"), by=world.collector)


def without_collecting(world: World, wish: Wish) -> None:
    withdraw_consent(world.elder.consents.get(purpose="collect"), by=world.collector)


def with_words_that_tell(world: World, wish: Wish) -> None:
    # The record changes under the words: the person's name is what stands on the card now.
    edit_person(world.elder, {"name": "马电饭"}, by=world.collector)


def needed_by_a_day_that_passes(world: World, wish: Wish) -> None:
    edit_wish(wish, {"needed_by": FIRST + datetime.timedelta(days=3)}, by=world.collector)


@pytest.mark.parametrize(
    "leaves", [without_showing, without_collecting, with_words_that_tell, needed_by_a_day_that_passes]
)
def test_of_an_open_wish_that_has_left_the_board_staff_hear_and_no_secretary(
    world: World, leaves: Callable[[World, Wish], None]
) -> None:
    phone = staff_of(world)
    secretary(world, world.zhang)
    wish = world.wish(S.OPEN, branch=world.zhang.branch, item="送给马电饭的锅")
    leaves(world, wish)
    live(16)
    assert taken(wish) == rungs("open", 10, 15)
    assert [(row.template, row.phone) for row in Message.objects.all()] == [("notice_staff_one", phone)] * 2
    listed = wish_sections([world.campaign])
    assert any(listed[name]["count"] for name in ("consent_withdrawn", "kept_off", "near_day")), "and it is on the list"


def test_a_secretary_is_not_asked_for_a_claimer_of_what_leaves_the_board_before_the_message_goes(world: World) -> None:
    staff_of(world)
    secretary(world, world.zhang)
    wish = world.wish(S.OPEN, branch=world.zhang.branch)
    live(10)
    assert [row.template for row in Message.objects.all()] == ["notice_secretary_one"]
    with standing_at(on(add_working_days(FIRST, 10), 11)):
        without_showing(world, wish)
        send_due()
    assert [(row.state, row.why) for row in Message.objects.all()] == [("suppressed", "no_longer_true")]


def test_a_late_secretary_is_urged_as_a_claimer_and_staff_hear_the_secretarys_part(world: World) -> None:
    phone = staff_of(world)
    secretary(world, world.zhang)
    world.wish(S.CLAIMED)
    live(16)
    heard = {row.phone: row.template for row in Message.objects.filter(template__startswith="urging")}
    assert heard == {world.zhang.phone: "urging_one", phone: "urging_staff_one"}


def test_own_late_claims_of_a_secretary_stand_before_the_branchs_in_one_message(world: World) -> None:
    staff_of(world)
    secretary(world, world.zhang)
    world.wish(S.CLAIMED)
    world.wish(S.CLAIMED, item="电热毯")
    world.wish(S.CLAIMED, member=next(m for m in Member.objects.filter(branch=world.zhang.branch) if m != world.zhang))
    live(16)
    [said] = [row for row in Message.objects.filter(template__startswith="urging") if row.phone == world.zhang.phone]
    assert (said.template, said.params["own"], said.params["count"]) == ("urging_both", "2", "1")
    assert not Message.objects.filter(template__startswith="urging_staff").exists()


def test_what_a_community_fulfils_itself_can_go_back_to_the_board_or_be_withdrawn(world: World) -> None:
    one, other = world.wish(S.BACKSTOPPED), world.wish(S.BACKSTOPPED, item="棉被")
    assert giving_up.back_to_the_board(one, reason="有党员想认领", by=world.assessor).state == S.OPEN
    assert giving_up.withdraw(other, reason="solved_elsewhere", by=world.assessor).state == S.WITHDRAWN
    assert not Claim.objects.filter(ended_at=None).exists()
