"""Every act can be taken back by whoever did it, within a minute; the history keeps both."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from hub.clock import now, standing_at
from hub.refusal import Refusal
from tenants.campaigns.working_days import add_working_days
from tenants.claims import claiming, delivering, extending, following_up, giving_up
from tenants.claims.answers import claims_for_rows
from tenants.claims.changing import change_wish
from tenants.claims.models import Claim, DeliveryPicture, Extension, FollowUp
from tenants.claims.noticing import notices_of
from tenants.claims.pictures.keeping import erase_rejected
from tenants.claims.pictures.reading import Picture
from tenants.claims.undoing import ACTS, undo_act
from tenants.escalation.taking import take_due_steps
from tenants.figures.counting import count
from tenants.forms.statistics.standing import standings
from tenants.people.consents import record_consents
from tenants.people.models import Beneficiary
from tenants.people.register import Person, register_beneficiary
from tenants.wishes import deciding
from tenants.wishes.life import UNDO_AT_ONCE
from tenants.wishes.models import Wish
from tests.world import MONDAY, World, later

S = Wish.State
Act = Callable[[World, Wish], Any]


def claim_of(wish: Wish) -> Claim:
    return wish.claims.get(ended_at=None)


def asked(world: World, wish: Wish) -> Extension:
    claim = claim_of(wish)
    return extending.ask_for_extension(claim, days=5, reason="货没到", by=world.as_member(claim.member))


DISSATISFIED = FollowUp.Outcome.NOT_SATISFIED
CASES: dict[str, tuple[str, str, Act]] = {
    "confirming": ("confirmed", S.DELIVERED, lambda w, x: delivering.confirm(x, by=w.assessor)),
    "not confirming": ("not_confirmed", S.DELIVERED, lambda w, x: delivering.reject(x, reason="没收到", by=w.assessor)),
    "extending": (
        "extended",
        S.CLAIMED,
        lambda w, x: extending.extend(claim_of(x), days=4, reason="在外地", by=w.assessor),
    ),
    "granting": ("extended", S.CLAIMED, lambda w, x: extending.grant(claim_of(x).extensions.get(), by=w.assessor)),
    "refusing": (
        "extension_refused",
        S.CLAIMED,
        lambda w, x: extending.refuse(claim_of(x).extensions.get(), reason="等不了", by=w.assessor),
    ),
    "recording a delivery": (
        "delivered",
        S.CLAIMED,
        lambda w, x: w.deliver(claim_of(x), by=w.assessor, evidence="signature"),
    ),
    "recording a backstop's": (
        "delivered",
        S.BACKSTOPPED,
        lambda w, x: delivering.deliver_backstop(x, evidence="signature", by=w.assessor),
    ),
    "handing back": ("handed_back", S.CLAIMED, lambda w, x: giving_up.hand_back(claim_of(x), by=w.assessor)),
    "recalling": ("recalled", S.CLAIMED, lambda w, x: giving_up.recall(claim_of(x), reason="联系不上", by=w.assessor)),
    "withdrawing a claimed one": (
        "withdrawn",
        S.CLAIMED,
        lambda w, x: giving_up.withdraw(x, reason="moved_away", by=w.assessor),
    ),
    "backstopping an open one": (
        "backstopped",
        S.OPEN,
        lambda w, x: giving_up.backstop(x, reason="无人", by=w.assessor),
    ),
    "backstopping a claimed one": (
        "backstopped",
        S.CLAIMED,
        lambda w, x: giving_up.backstop(x, reason="等不了", by=w.assessor),
    ),
    "going back to the board": (
        "back_to_the_board",
        S.BACKSTOPPED,
        lambda w, x: giving_up.back_to_the_board(x, reason="有人要送", by=w.assessor),
    ),
    "a follow-up": ("followed_up", S.FULFILLED, lambda w, x: w.follow_up(x)),
    "a dissatisfied one": ("reopened", S.FULFILLED, lambda w, x: w.follow_up(x, DISSATISFIED, remark="坏了")),
    "a dissatisfied one, to the claimer": (
        "reopened",
        S.FULFILLED,
        lambda w, x: w.follow_up(x, DISSATISFIED, remark="坏了", claimer_agrees=True),
    ),
    "claiming": ("claimed", S.OPEN, lambda w, x: claiming.claim(x, member=w.zhang, by=w.assessor, channel="hall")),
}


def shot(wish: Wish) -> dict[str, Any]:
    """All that stands of a wish, its claims in the record, its deliveries and answers; not the history."""
    rows = claims_for_rows().filter(wish=wish).order_by("claimed_at")
    told: dict[str, Any] = {
        "wish": Wish.objects.filter(pk=wish.pk).values().get(),
        "claims": [
            {
                f: getattr(c, f)
                for f in ("pk", "deadline", "first_deadline", "counted_from", "counted_days", "slot", "end", "ended_at")
            }
            for c in rows
        ],
        "extensions": list(Extension.objects.filter(claim__wish=wish).order_by("asked_at").values()),
        "deliveries": list(wish.deliveries.values()),
        "follow-ups": list(wish.follow_ups.values()),
        "figures": count(wish.campaign),
    }
    return told


def before(world: World, name: str) -> Wish:
    wish = world.wish(CASES[name][1])
    if name in ("granting", "refusing", "handing back", "recording a delivery"):
        asked(world, wish)
    return wish


@pytest.mark.parametrize("name", CASES)
def test_taken_back_everything_stands_as_before_and_the_history_keeps_both(world: World, name: str) -> None:
    verb, _, act = CASES[name]
    wish = before(world, name)
    stood, entries = shot(wish), wish.history.count()
    with standing_at(now() + UNDO_AT_ONCE / 2):
        act(world, wish)
        assert shot(wish) != stood
        undo_act(wish, verb, by=world.assessor)
        assert shot(wish) == stood
    told = [entry.verb for entry in wish.history.all()][entries:]
    assert told[-2:] == [verb, "undone"]
    assert wish.history.last().actor_name == world.assessor.name


@pytest.mark.parametrize("name", CASES)
def test_only_by_the_same_person_within_a_minute_and_only_once(world: World, name: str) -> None:
    verb, _, act = CASES[name]
    wish = before(world, name)
    act(world, wish)

    def code(**how: Any) -> str:
        with transaction.atomic(), pytest.raises(Refusal) as refused:
            undo_act(wish, verb, **how)
        assert refused.value.status == 409
        return refused.value.code

    assert code(by=world.administrator) == "not_yours"
    with standing_at(now() + UNDO_AT_ONCE * 1.05):
        assert code(by=world.assessor) == "too_late_to_undo"
    undo_act(wish, verb, by=world.assessor)
    assert code(by=world.assessor) == "changed_since"


def test_an_act_that_was_gone_on_from_is_not_taken_back(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    delivering_later = claim_of(wish)
    extending.extend(delivering_later, days=3, reason="在外地", by=world.assessor)
    world.deliver(claim_of(wish))
    with pytest.raises(Refusal, match="changed_since"):
        undo_act(wish, "extended", by=world.assessor)


@pytest.mark.parametrize("act", ["handed_back", "recalled"])
def test_a_claim_that_was_ended_does_not_come_back_where_somebody_has_claimed_meanwhile(world: World, act: str) -> None:
    wish = world.wish(S.CLAIMED)
    if act == "recalled":
        giving_up.recall(claim_of(wish), reason="联系不上", by=world.assessor)
    else:
        giving_up.hand_back(claim_of(wish), by=world.assessor)
    claiming.claim(wish, member=world.qi, by=world.as_member(world.qi))
    with pytest.raises(Refusal) as refused:
        undo_act(wish, act, by=world.assessor)
    assert refused.value.code == "claimed_meanwhile"
    assert world.qi.name in refused.value.text.zh
    assert claim_of(wish).member_id == world.qi.pk


def test_a_claim_that_comes_back_into_full_hands_stands_beyond_the_limit(world: World) -> None:
    first = world.wish(S.CLAIMED)
    giving_up.hand_back(claim_of(first), by=world.assessor)
    for _ in range(world.campaign.live_claims_per_member):
        world.wish(S.CLAIMED)
    undo_act(first, "handed_back", by=world.assessor)
    slots = Claim.objects.filter(member=world.zhang, ended_at=None).values_list("slot", flat=True)
    assert sorted(slots) == list(range(1, world.campaign.live_claims_per_member + 2))


def test_an_extension_after_the_deadline_goes_back_to_the_old_one(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    was = claim_of(wish).deadline
    with standing_at(later(days=40)):
        extending.extend(claim_of(wish), days=4, reason="在外地", by=world.assessor)
        assert claim_of(wish).deadline > was
        undo_act(wish, "extended", by=world.assessor)
    assert claim_of(wish).deadline == was
    assert not claim_of(wish).extensions.exists()


def test_a_claim_that_was_undone_stands_in_no_record_and_no_figure(world: World) -> None:
    wish = world.wish(S.OPEN)
    figures = count(world.campaign)
    member = world.as_member(world.zhang)
    claiming.claim(wish, member=world.zhang, by=member)
    undo_act(wish, "claimed", by=member)
    wish.refresh_from_db()
    assert (wish.state, wish.claims.get().end) == (S.OPEN, Claim.End.UNDONE)
    assert not claims_for_rows().filter(member=world.zhang).exists()
    assert count(world.campaign) == figures
    claiming.claim(wish, member=world.qi, by=world.as_member(world.qi))


def test_a_wish_that_was_recorded_by_mistake_counts_nowhere(world: World) -> None:
    figures, rows = count(world.campaign), len(standings(world.campaign, now().date()))
    wish = world.collect()
    undo_act(wish, "collected", by=world.collector)
    wish.refresh_from_db()
    assert (wish.state, wish.history.last().changes) == (S.WITHDRAWN, {"reason": "entered_by_mistake"})
    assert count(world.campaign) == figures
    assert len(standings(world.campaign, now().date())) == rows
    verified = world.collect()
    deciding.verify(verified, manner="visit", by=world.collector)
    with pytest.raises(Refusal, match="changed_since"):
        undo_act(verified, "collected", by=world.collector)


def test_a_picture_is_erased_only_when_its_rejection_can_no_longer_be_undone(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    photo = Picture("photo", b"a photo", 40, 30)
    made = world.deliver(claim_of(wish), evidence="photo", picture=photo, no_face=True)
    delivering.reject(wish, reason="看不清", by=world.assessor)
    made.refresh_from_db()
    assert not made.has_picture, "nobody looks at it any more"
    assert erase_rejected(now()) is not None
    undo_act(wish, "not_confirmed", by=world.assessor)
    made.refresh_from_db()
    assert (made.has_picture, bytes(made.picture.content)) == (True, b"a photo")
    assert erase_rejected(now() + UNDO_AT_ONCE * 2) is None
    assert made.picture.content


def test_the_ladder_says_nothing_of_an_act_that_can_still_be_undone(world: World) -> None:
    """A late gift that staff did not confirm is late at once: its claimer is told a minute later, or never."""
    wish = world.wish(S.DELIVERED)
    with standing_at(later(days=60).replace(hour=11)):
        take_due_steps(now())
        delivering.reject(wish, reason="没收到", by=world.assessor)
        steps = claim_of(wish).steps.count()
        assert take_due_steps(now()) == now() + UNDO_AT_ONCE
        assert claim_of(wish).steps.count() == steps


def test_every_act_is_taken_back_here() -> None:
    assert {verb for verb, _, _ in CASES.values()} | {"collected"} == set(ACTS)


def test_undone_again_and_again_a_wish_has_stood_where_it_stood_since_it_came_there(world: World) -> None:
    wish = world.wish(S.DELIVERED)
    since = wish.state_since
    for minutes in (60, 120, 180):
        with standing_at(later(minutes=minutes)):
            delivering.confirm(wish, by=world.assessor)
            undo_act(wish, "confirmed", by=world.assessor)
        wish.refresh_from_db()
        assert (wish.state, wish.state_since) == (S.DELIVERED, since)


def test_what_staff_take_back_within_ten_minutes_does_not_begin_its_clock_anew(world: World) -> None:
    wish = world.wish(S.COLLECTED)
    since = wish.state_since
    for minutes in (60, 120):
        with standing_at(later(minutes=minutes)):
            deciding.verify(wish, manner="visit", by=world.collector)
            deciding.undo(wish, by=world.collector)
        wish.refresh_from_db()
        assert (wish.state, wish.state_since) == (S.COLLECTED, since)


def test_after_an_extension_was_undone_the_deadline_is_counted_as_before(world: World) -> None:
    """The day of need had cut it short: once that is put off, the claim has its whole length again."""
    wish = world.wish(S.CLAIMED, needed_by=MONDAY.date() + timedelta(days=7))
    whole = add_working_days(MONDAY.date(), 15)
    with standing_at(later(days=10)):
        change_wish(wish, {"needed_by": MONDAY.date() + timedelta(days=60)}, by=world.assessor)
        extending.extend(claim_of(wish), days=3, reason="在外地", by=world.assessor)
        undo_act(wish, "extended", by=world.assessor)
    claim = claim_of(wish)
    assert (claim.counted_from, claim.counted_days) == (MONDAY.date(), 15)
    with standing_at(later(days=11)):
        extending.extend(claim, days=2, reason="在外地", by=world.assessor)
        second = Claim.objects.get(pk=claim.pk)
        with standing_at(later(days=11, seconds=20)):
            extending.extend(claim, days=4, reason="又晚了", by=world.collector)
            undo_act(wish, "extended", by=world.collector)
        claim.refresh_from_db()
        assert (claim.counted_from, claim.counted_days) == (second.counted_from, second.counted_days)
        assert claim.deadline == second.deadline != whole


def test_what_was_taken_back_is_not_taken_back_again(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    for days in (2, 3):
        extending.extend(claim_of(wish), days=days, reason="在外地", by=world.assessor)
    first = claim_of(wish).extensions.order_by("decided_at", "id").first()
    assert first is not None
    undo_act(wish, "extended", by=world.assessor)
    with pytest.raises(Refusal, match="changed_since"):
        undo_act(wish, "extended", by=world.assessor)
    assert claim_of(wish).deadline == first.deadline_after


def test_a_colleagues_answer_of_a_follow_up_stays_when_an_undo_is_sent_twice(world: World) -> None:
    wish = world.wish(S.FULFILLED)
    world.follow_up(wish)
    following_up.follow_up(wish, outcome="partly", by=world.administrator)
    undo_act(wish, "followed_up", by=world.administrator)
    with pytest.raises(Refusal, match="changed_since"):
        undo_act(wish, "followed_up", by=world.administrator)
    assert wish.follow_ups.count() == 1


def test_a_delivery_recorded_by_a_slip_leaves_no_picture_and_no_notice(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    photo = Picture("photo", b"a photo", 40, 30)
    world.deliver(claim_of(wish), by=world.assessor, evidence="photo", picture=photo, no_face=True)
    assert notices_of(world.zhang.pk).filter(kind="delivered").exists()
    undo_act(wish, "delivered", by=world.assessor)
    assert not DeliveryPicture.objects.exists()
    assert not notices_of(world.zhang.pk).filter(kind__in=("delivered", "not_confirmed")).exists()
    assert claim_of(wish).slot is not None


def test_a_recording_taken_back_leaves_the_person_as_before(world: World) -> None:
    """A slip: the record says what it said, and no consent stands that nobody gave."""
    known = {
        "name": "昌秀英",
        "phone": "+8613900120555",
        "address": "东街1号楼101",
        "age": 70,
        "categories": ("senior",),
    }
    person = register_beneficiary(Person(**known), by=world.assessor)
    stood = Beneficiary.objects.filter(pk=person.pk).values().get()
    told = {**known, "address": "西街2号楼202", "age": 60, "categories": ("disabled",)}
    register_beneficiary(Person(**told), by=world.collector)
    wish = world.collect(person=person)
    record_consents(person, ["collect", "show", "disclose"], manner="oral", by=world.collector)
    undo_act(wish, "collected", by=world.collector)
    assert Beneficiary.objects.filter(pk=person.pk).values().get() == stood
    assert not person.consents.filter(withdrawn_at=None).exists()
    assert {consent.by_mistake for consent in person.consents.all()} == {True}


def test_a_second_recording_taken_back_leaves_what_the_first_one_said(world: World) -> None:
    person = register_beneficiary(Person(name="昌秀英", phone="+8613900120555", age=70), by=world.collector)
    first = world.collect(person=person)
    record_consents(person, ["collect"], manner="oral", by=world.collector)
    second = world.collect("棉被", person=person)
    undo_act(second, "collected", by=world.collector)
    assert person.consents.filter(withdrawn_at=None).count() == 1
    undo_act(first, "collected", by=world.collector)
    assert not person.consents.filter(withdrawn_at=None).exists()
