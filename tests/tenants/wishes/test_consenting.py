"""Consents decide about a wish's steps, and a withdrawn one takes effect at once (domain.md, Privacy rules)."""

import pytest

from hub.refusal import Refusal
from tenants.claims import claiming, giving_up
from tenants.claims.answers import contact_answer
from tenants.claims.board import OpenCards, may_be_shown, wall
from tenants.claims.delivering import confirm
from tenants.figures.today import wish_sections
from tenants.people.consents import consented, record_consents
from tenants.people.models import Beneficiary, Consent
from tenants.people.register import Person, register_beneficiary
from tenants.wishes import deciding
from tenants.wishes.consenting import end_consent
from tenants.wishes.models import Wish
from tenants.wishes.opening import open_wish
from tests.tenants.claims.racing import at_once
from tests.world import World

S = Wish.State


def never_asked(world: World, **values: object) -> Beneficiary:
    known = {"name": "马老三", "age": 80, "categories": ("senior",), "without_phone": True, **values}
    return register_beneficiary(Person(**known), by=world.collector)  # type: ignore[arg-type]


def end(world: World, person: Beneficiary, purpose: str) -> None:
    end_consent(person.consents.get(purpose=purpose, withdrawn_at=None), by=world.assessor)


def on_todays_list(world: World) -> list[str]:
    return [row["number"] for row in wish_sections([world.campaign])["consent_withdrawn"]["rows"]]


def test_verifying_wants_the_consent_to_collecting_and_names_it(world: World) -> None:
    wish = world.collect(person=never_asked(world))
    with pytest.raises(Refusal, match="no_consent_to_collect") as refused:
        deciding.verify(wish, manner="visit", by=world.assessor)
    assert "征集登记" in refused.value.text.zh
    with pytest.raises(Refusal, match="no_consent_to_collect"):
        deciding.verify(wish, manner="visit", by=world.assessor, consents=["show"])
    assert consented([wish.beneficiary_id], "show") == set(), "what is refused records nothing"


@pytest.mark.parametrize(("manner", "how"), [("visit", "oral"), ("telephone", "telephone")])
def test_verifying_records_what_was_consented_to_in_the_same_act(world: World, manner: str, how: str) -> None:
    wish = world.collect(person=never_asked(world))
    deciding.verify(wish, manner=manner, by=world.assessor, consents=["collect", "disclose"])
    given = wish.beneficiary.consents
    assert {(each.purpose, each.manner) for each in given.all()} == {("collect", how), ("disclose", how)}
    assert Wish.objects.get(pk=wish.pk).state == S.VERIFIED


def test_undoing_the_verification_takes_the_consents_back_that_came_with_it_and_no_other(world: World) -> None:
    person = never_asked(world)
    record_consents(person, ["show"], manner="written", by=world.collector)
    wish = world.collect(person=person)
    deciding.verify(wish, manner="visit", by=world.assessor, consents=["collect", "show"], consented="written")
    deciding.undo(wish, by=world.assessor)
    assert list(person.consents.filter(withdrawn_at=None).values_list("purpose", flat=True)) == ["show"]
    # Nobody has withdrawn anything: it simply was not given.
    assert on_todays_list(world) == []
    assert wish_sections([world.campaign])["to_verify"]["count"] == 1


def test_a_childs_consent_in_the_verification_is_the_guardians(world: World) -> None:
    world.child.consents.all().delete()
    wish = world.collect(person=world.child)
    deciding.verify(wish, manner="visit", by=world.assessor, consents=["collect"])
    assert world.child.consents.get().given_by_guardian
    orphan = never_asked(world, age=8, name="马小龙")
    lacking = world.collect(person=orphan)
    with pytest.raises(Refusal):
        deciding.verify(lacking, manner="visit", by=world.assessor, consents=["collect"])
    assert not orphan.consents.exists()


def test_wishes_that_had_passed_the_step_before_stay(world: World) -> None:
    wishes = {state: world.wish(state, member=world.qi) for state in (S.VERIFIED, S.ADMITTED, S.OPEN, S.CLAIMED)}
    Consent.objects.filter(purpose=Consent.Purpose.COLLECT).delete()
    deciding.admit(wishes[S.VERIFIED], by=world.assessor)
    open_wish(wishes[S.ADMITTED], by=world.assessor)
    assert {row["id"] for row in OpenCards()[:]} == {wishes[S.OPEN].pk, wishes[S.ADMITTED].pk}
    claiming.claim(wishes[S.OPEN], member=world.zhang, by=world.as_member(world.zhang))
    assert on_todays_list(world) == []


STEPS = {
    S.COLLECTED: lambda w, x: deciding.verify(x, manner="visit", by=w.assessor),
    S.VERIFIED: lambda w, x: deciding.admit(x, by=w.assessor),
    S.ADMITTED: lambda w, x: open_wish(x, by=w.assessor),
    S.OPEN: lambda w, x: claiming.claim(x, member=w.zhang, by=w.as_member(w.zhang)),
}


@pytest.mark.parametrize("state", list(STEPS))
def test_without_the_consent_to_be_on_record_a_wish_stands_still(world: World, state: str) -> None:
    wish = world.wish(state)
    end(world, world.elder, "collect")
    with pytest.raises(Refusal) as refused:
        STEPS[state](world, wish)
    assert refused.value.code in ("consent_withdrawn", "no_consent_to_collect", "no_consent_to_show")
    assert (list(OpenCards()[:]), may_be_shown().count(), wall()["open"]) == ([], 0, 0)
    assert on_todays_list(world) == [wish.number]
    assert sum(section["count"] for section in wish_sections([world.campaign]).values()) == 1, "and in no other section"
    assert wish.history.filter(verb="consent_withdrawn").exists()
    record_consents(world.elder, ["collect"], manner="oral", by=world.assessor)
    assert on_todays_list(world) == []
    STEPS[state](world, wish)


def test_staff_withdraw_a_wish_that_stands_still(world: World) -> None:
    for state in (S.COLLECTED, S.VERIFIED, S.ADMITTED, S.OPEN, S.CLAIMED, S.BACKSTOPPED):
        wish = world.wish(state)
        end(world, world.elder, "collect")
        assert on_todays_list(world) == [wish.number], state
        giving_up.withdraw(wish, reason="own_wish", by=world.assessor)
        assert on_todays_list(world) == [], state
        record_consents(world.elder, ["collect"], manner="oral", by=world.assessor)


def test_without_the_consent_to_be_shown_a_wish_leaves_board_wall_and_counts(world: World) -> None:
    wish = world.wish(S.OPEN)
    end(world, world.elder, "show")
    assert (OpenCards().count(), wall()["open"], wall()["cards"]) == (0, 0, [])
    assert on_todays_list(world) == [wish.number]
    with pytest.raises(Refusal, match="no_consent_to_show"):
        claiming.claim(wish, member=world.zhang, by=world.as_member(world.zhang))
    record_consents(world.elder, ["show"], manner="oral", by=world.assessor)
    assert (OpenCards().count(), on_todays_list(world)) == (1, [])


@pytest.mark.parametrize("purpose", ["disclose", "collect"])
def test_the_claimer_no_longer_sees_the_address_and_keeps_the_claim(world: World, purpose: str) -> None:
    wish = world.wish(S.CLAIMED)
    claim = world.claim_of(wish)
    assert contact_answer(claim)["address"]  # type: ignore[index]
    end(world, world.elder, purpose)
    answer = contact_answer(claim)
    assert answer is not None
    assert answer["withheld"]
    assert not any(answer[name] for name in ("name", "phone", "address", "guardian_name"))
    assert on_todays_list(world) == [wish.number]
    assert Wish.objects.get(pk=wish.pk).state == S.CLAIMED, "it stays claimed until staff decide"
    world.deliver(claim)
    wish.refresh_from_db()
    confirm(wish, by=world.assessor)
    assert on_todays_list(world) == []


@pytest.mark.django_db(transaction=True)
def test_a_claim_and_a_withdrawal_at_once_end_claimed_or_still_and_never_on_the_board(world: World) -> None:
    for _ in range(5):
        wish = world.wish(S.OPEN)
        claims = lambda wish=wish: claiming.claim(wish, member=world.zhang, by=world.as_member(world.zhang))  # noqa: E731
        at_once(world.community, [claims, lambda: end(world, world.elder, "collect")])
        wish.refresh_from_db()
        assert wish.state in (S.OPEN, S.CLAIMED)
        assert OpenCards().count() == 0
        giving_up.withdraw(wish, reason="own_wish", by=world.assessor)
        record_consents(world.elder, ["collect"], manner="oral", by=world.assessor)
