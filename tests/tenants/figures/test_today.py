import datetime

import pytest

from hub.clock import TIME_ZONE, standing_at
from tenants.campaigns.working_days import add_working_days
from tenants.claims import delivering
from tenants.claims.extending import ask_for_extension, grant
from tenants.claims.models import Delivery
from tenants.figures.today import ROWS, branches, claim_sections, delivery_sections, wish_sections
from tenants.people.consents import record_consents, withdraw_consent
from tenants.people.models import Consent
from tenants.people.register import Person, register_beneficiary
from tenants.wishes.models import Wish
from tests.world import MONDAY, World, later

S = Wish.State


def in_sections(world: World) -> dict[str, list[str]]:
    """Section → numbers of its wishes."""
    campaign = [world.campaign]
    told = {**claim_sections(campaign), **wish_sections(campaign), **delivery_sections(campaign)}
    return {
        name: [row["wish"]["number"] if "wish" in row else row["number"] for row in section["rows"]]
        for name, section in told.items()
        if section["count"]
    }


def test_each_wish_that_needs_staff_stands_in_its_section_and_in_no_other(world: World) -> None:
    lacking = register_beneficiary(Person(name="马小龙", age=8), by=world.collector)
    unshown = register_beneficiary(
        Person(name="马老三", age=80, categories=("senior",), phone="+8613900120777"), by=world.collector
    )
    record_consents(unshown, ["collect"], manner="oral", by=world.collector)
    expected = {
        "to_complete": world.wish(S.COLLECTED, person=lacking),
        "to_verify": world.wish(S.COLLECTED),
        "to_assess": world.wish(S.VERIFIED),
        "to_consent": world.wish(S.ADMITTED, person=unshown),
        "to_balance": world.wish(S.ADMITTED),
        "to_open": world.wish(S.ADMITTED, branch=world.office),
        "backstopped": world.wish(S.BACKSTOPPED),
        "to_confirm": world.wish(S.DELIVERED),
    }
    for state in (S.OPEN, S.CLAIMED, S.DECLINED, S.REFERRED, S.WITHDRAWN):
        world.wish(state, member=world.qi)
    assert in_sections(world) == {name: [wish.number] for name, wish in expected.items()}


@pytest.mark.parametrize(("days", "section"), [(17, None), (18, "due_soon"), (21, "due_soon"), (22, "overdue")])
def test_a_claim_is_due_soon_a_working_day_ahead_and_overdue_the_day_after(
    world: World, days: int, section: str | None
) -> None:
    claim = world.claim_of(world.wish(S.CLAIMED))
    assert claim.deadline.isoformat() == "2026-03-30"
    with standing_at(later(days=days)):
        assert list(in_sections(world)) == ([section] if section else [])


def test_a_section_shows_the_longest_waiting_first_and_counts_them_all(world: World) -> None:
    numbers = []
    for n in range(ROWS + 2):
        with standing_at(later(minutes=-n)):
            numbers.append(world.collect().number)
    section = wish_sections([world.campaign])["to_verify"]
    assert section["count"] == ROWS + 2
    assert [row["number"] for row in section["rows"]] == numbers[::-1][:ROWS]


def test_a_delivery_drawn_for_a_follow_up_waits_until_somebody_asked(world: World) -> None:
    wish = world.wish(S.FULFILLED)
    Delivery.objects.filter(wish=wish).update(follow_up_wanted=True)
    assert in_sections(world) == {"to_follow_up": [wish.number]}
    world.follow_up(wish, "satisfied")
    assert in_sections(world) == {}


def test_a_wish_fulfilled_anew_after_a_complaint_is_asked_about_again(world: World) -> None:
    wish = world.wish(S.FULFILLED)
    world.follow_up(wish, "not", remark="坏了", claimer_agrees=True)
    with standing_at(later(days=1)):
        world.deliver(world.claim_of(wish))
        wish.refresh_from_db()
        delivering.confirm(wish, by=world.assessor)
        Delivery.objects.filter(wish=wish, current=True).update(follow_up_wanted=True)
        assert in_sections(world) == {"to_follow_up": [wish.number]}


def test_a_branch_has_done_what_its_own_members_fulfilled_of_its_wishes(world: World) -> None:
    world.wish(S.FULFILLED, branch=world.office)
    world.wish(S.OPEN, branch=world.office)
    world.wish(S.WITHDRAWN)
    twice = world.wish(S.FULFILLED, branch=world.school, member=world.qi)
    world.follow_up(twice, "not", remark="坏了", claimer_agrees=True)
    with standing_at(later(days=1)):
        world.deliver(world.claim_of(twice))
        delivering.confirm(twice, by=world.assessor)
    told = {row["name"]: (row["done"], row["total"]) for row in branches([world.campaign])}
    assert told == {"机关支部": (1, 2), "学校支部": (1, 1), "卫生院支部": (0, 0), "供销社": (0, 0)}


def test_a_wish_whose_consent_was_withdrawn_waits_for_a_new_one(world: World) -> None:
    wish = world.wish(S.ADMITTED)
    withdraw_consent(Consent.objects.get(beneficiary=world.elder, purpose="show"), by=world.collector)
    assert in_sections(world) == {"to_consent": [wish.number]}


@pytest.mark.parametrize(
    ("after", "section"), [(0, "due_soon"), (1, "overdue"), (2, "overdue"), (3, "to_decide"), (4, "to_decide")]
)
def test_an_overdue_claim_wants_a_decision_from_the_ladders_day_on(world: World, after: int, section: str) -> None:
    claim = world.claim_of(world.wish(S.CLAIMED))
    with standing_at(on(add_working_days(claim.deadline, after))):
        assert list(in_sections(world)) == [section]
        [row] = claim_sections([world.campaign])[section]["rows"]
    assert (row["days_left"], row["recalled_on"]) == (-after, add_working_days(claim.deadline, 5))


def test_who_asks_for_more_time_stands_apart_until_staff_decided(world: World) -> None:
    claim = world.claim_of(world.wish(S.CLAIMED))
    asked = ask_for_extension(claim, days=3, reason="货没到", by=world.as_member(world.zhang))
    assert list(in_sections(world)) == ["extensions"]
    with standing_at(on(add_working_days(claim.deadline, 1))):
        assert list(in_sections(world)) == ["extensions"], "overdue meanwhile, it is still the request that waits"
        [row] = claim_sections([world.campaign])["extensions"]["rows"]
        assert (row["extension"]["reason"], len(row["if_extended"])) == ("货没到", 10)
    with standing_at(on(add_working_days(claim.deadline, 3))):
        assert list(in_sections(world)) == ["extensions"], "nothing is decided before the answer"
    grant(asked, by=world.assessor)
    assert in_sections(world) == {}


@pytest.mark.parametrize(
    ("state", "section", "most"),
    [(S.COLLECTED, "to_verify", 5), (S.VERIFIED, "to_assess", 5), (S.DELIVERED, "to_confirm", 3)],
)
def test_what_waits_longer_than_the_ladders_first_notice_is_marked(
    world: World, state: str, section: str, most: int
) -> None:
    world.wish(state)

    def told(days: int) -> tuple[int, bool]:
        with standing_at(on(add_working_days(MONDAY.date(), days))):
            [row] = {**wish_sections([world.campaign]), **delivery_sections([world.campaign])}[section]["rows"]
        return row["waiting_days"], row["too_long"]

    assert [told(most), told(most + 1)] == [(most, False), (most + 1, True)]


def test_an_open_wish_is_listed_once_it_waits_too_long(world: World) -> None:
    wish = world.wish(S.OPEN)
    with standing_at(on(add_working_days(MONDAY.date(), 10))):
        assert in_sections(world) == {}
    with standing_at(on(add_working_days(MONDAY.date(), 11))):
        assert in_sections(world) == {"open_long": [wish.number]}


def on(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(10), TIME_ZONE)
