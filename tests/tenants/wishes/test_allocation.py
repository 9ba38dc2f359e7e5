from collections.abc import Callable

import pytest

from hub.clock import standing_at
from hub.refusal import Refusal
from tenants.claims import claiming
from tenants.members.branches import create_branch
from tenants.members.models import Member
from tenants.members.register import let_member_leave
from tenants.people.consents import withdraw_consent
from tenants.wishes import allocation
from tenants.wishes.editing import edit_person
from tenants.wishes.holding import hold, let_go
from tenants.wishes.leaving import withdraw
from tenants.wishes.models import Balancing, BalancingPlace, Wish
from tests.tenants.claims.racing import at_once
from tests.world import World, later

S = Wish.State


def placed(balancing: Balancing) -> dict[object, object]:
    return dict(BalancingPlace.objects.filter(balancing=balancing).values_list("wish", "branch"))


def branches_of(wishes: list[Wish]) -> list[object]:
    return list(Wish.objects.filter(pk__in=[w.pk for w in wishes]).order_by("serial").values_list("branch", flat=True))


def test_a_proposal_moves_nothing_and_shows_its_arithmetic(world: World) -> None:
    wishes = [world.wish(S.ADMITTED) for _ in range(8)]
    made = allocation.propose(world.campaign, by=world.assessor)
    assert branches_of(wishes) == [None] * 8
    lines = {
        line.branch_id: (line.head_count, str(line.exact), str(line.remainder), line.share) for line in made.lines.all()
    }
    assert lines == {
        world.office.pk: (2, "4.0000", "0.0000", 4),
        world.school.pk: (1, "2.0000", "0.0000", 2),
        world.clinic.pk: (1, "2.0000", "0.0000", 2),
        world.organisation.pk: (0, "0.0000", "0.0000", 0),
    }
    assert sorted(map(str, placed(made).values())) == sorted(
        map(str, [world.office.pk] * 4 + [world.school.pk] * 2 + [world.clinic.pk] * 2)
    )


def test_confirming_gives_each_wish_its_branch_with_an_entry_and_undoing_takes_it_back(world: World) -> None:
    wishes = [world.wish(S.ADMITTED) for _ in range(4)]
    made = allocation.propose(world.campaign, by=world.assessor)
    assert allocation.confirm(made, by=world.administrator) == 4
    assert dict(Wish.objects.values_list("pk", "branch")) == placed(made)
    assert [e.actor_name for e in wishes[0].history.filter(verb="allocated")] == ["王桂花"]
    assert allocation.undo(made, by=world.administrator) == 4
    assert branches_of(wishes) == [None] * 4
    for decide in (allocation.confirm, allocation.undo, allocation.discard):
        with pytest.raises(Refusal, match="balancing_decided"):
            decide(made, by=world.administrator)


def test_what_is_claimed_or_gone_meanwhile_is_left_alone_by_confirming_and_by_undoing(world: World) -> None:
    claimed, withdrawn, stays = (world.wish(S.OPEN) for _ in range(3))
    made = allocation.propose(world.campaign, by=world.assessor)
    claiming.claim(claimed, member=world.stranger, by=world.as_member(world.stranger))
    withdraw(withdrawn, reason="deceased", by=world.assessor)
    assert allocation.confirm(made, by=world.assessor) == 1
    claimed.refresh_from_db()
    assert claimed.branch_id is None
    own = Member.objects.filter(branch=Wish.objects.get(pk=stays.pk).branch_id).first()
    assert own is not None
    claiming.claim(stays, member=own, by=world.as_member(own))
    before = branches_of([stays])
    assert allocation.undo(made, by=world.assessor) == 0
    assert branches_of([stays]) == before


def test_claimed_wishes_are_no_part_of_a_proposal(world: World) -> None:
    world.wish(S.CLAIMED)
    free = world.wish(S.ADMITTED)
    assert list(placed(allocation.propose(world.campaign, by=world.assessor))) == [free.pk]


def test_a_wish_is_moved_by_hand_with_a_reason_that_stands_in_the_history(world: World) -> None:
    wish = world.wish(S.ADMITTED)
    made = allocation.propose(world.campaign, by=world.assessor)
    with pytest.raises(Refusal) as refused:
        allocation.place_by_hand(made, wish, world.clinic, reason=" ", by=world.assessor)
    assert (refused.value.status, refused.value.field) == (400, "reason")
    allocation.place_by_hand(made, wish, world.organisation, reason="供销社自愿", by=world.assessor)
    entry = made.history.get(verb="moved")
    assert (entry.reason, entry.changes[wish.number][1]) == ("供销社自愿", "供销社")
    allocation.confirm(made, by=world.assessor)
    assert branches_of([wish]) == [world.organisation.pk]
    assert wish.history.get(verb="allocated").reason == "供销社自愿"
    with pytest.raises(Refusal, match="balancing_decided"):
        allocation.place_by_hand(made, wish, world.office, reason="再换", by=world.assessor)


def test_a_wish_or_branch_that_the_proposal_does_not_know_is_refused(world: World) -> None:
    inside = world.wish(S.ADMITTED)
    made = allocation.propose(world.campaign, by=world.assessor)
    with pytest.raises(Refusal, match="not_in_proposal"):
        allocation.place_by_hand(made, world.wish(S.ADMITTED), world.office, reason="x", by=world.assessor)
    with pytest.raises(Refusal, match="branch_unknown"):
        allocation.place_by_hand(made, inside, create_branch("新支部"), reason="x", by=world.assessor)


def test_a_newer_proposal_discards_the_older_one(world: World) -> None:
    world.wish(S.ADMITTED)
    first = allocation.propose(world.campaign, by=world.assessor)
    allocation.propose(world.campaign, by=world.assessor)
    with pytest.raises(Refusal, match="balancing_decided"):
        allocation.confirm(first, by=world.assessor)


def test_a_proposal_that_was_replaced_is_reinstated_with_what_was_moved_by_hand(world: World) -> None:
    wish = world.wish(Wish.State.ADMITTED)
    first = allocation.propose(world.campaign, by=world.assessor)
    allocation.place_by_hand(first, wish, world.clinic, reason="同住一楼", by=world.assessor)
    second = allocation.propose(world.campaign, by=world.assessor)
    allocation.reinstate(first, by=world.assessor)
    states = dict(Balancing.objects.values_list("pk", "state"))
    assert (states[first.pk], states[second.pk]) == ("proposed", "discarded")
    assert first.places.get().branch == world.clinic
    with pytest.raises(Refusal, match="balancing_decided"):
        allocation.reinstate(first, by=world.assessor)


def test_a_balancing_with_a_newer_one_after_it_is_not_undone(world: World) -> None:
    world.wish(S.ADMITTED)
    first = allocation.propose(world.campaign, by=world.assessor)
    allocation.confirm(first, by=world.assessor)
    with standing_at(later(minutes=5)):
        second = allocation.propose(world.campaign, by=world.assessor)
        allocation.confirm(second, by=world.assessor)
        with pytest.raises(Refusal, match="newer_balancing"):
            allocation.undo(first, by=world.assessor)
        allocation.undo(second, by=world.assessor)
        allocation.undo(first, by=world.assessor)


def test_a_wish_bound_to_a_branch_stays_there_also_when_it_was_bound_after_the_proposal(world: World) -> None:
    bound, late = world.wish(S.ADMITTED), world.wish(S.ADMITTED)
    for _ in range(6):
        world.wish(S.ADMITTED)
    Wish.objects.filter(pk=bound.pk).update(branch=world.clinic, branch_fixed=True)
    made = allocation.propose(world.campaign, by=world.assessor)
    assert placed(made)[bound.pk] == world.clinic.pk
    elsewhere = next(b for b in (world.office, world.school) if b.pk != placed(made)[late.pk])
    Wish.objects.filter(pk=late.pk).update(branch=elsewhere, branch_fixed=True)
    allocation.confirm(made, by=world.assessor)
    assert branches_of([bound, late]) == [world.clinic.pk, elsewhere.pk]


def test_nothing_to_share_out_or_nobody_to_share_it_out_to_is_a_sentence(world: World) -> None:
    with pytest.raises(Refusal, match="nothing_to_balance"):
        allocation.propose(world.campaign, by=world.assessor)
    world.wish(S.ADMITTED)
    for member in Member.objects.all():
        let_member_leave(member, by=world.administrator)
    with pytest.raises(Refusal, match="no_members"):
        allocation.propose(world.campaign, by=world.assessor)


def test_what_could_not_be_opened_is_left_out_and_named(world: World) -> None:
    able = world.wish(S.ADMITTED)
    unshown = world.wish(S.ADMITTED, person=world.neighbour)
    still = world.wish(S.OPEN, person=world.neighbour)
    told = world.wish(S.ADMITTED, public_text="马福山想要")
    lacking = world.wish(S.ADMITTED, person=world.child)
    edit_person(world.child, {"guardian_name": ""}, by=world.collector)
    withdraw_consent(world.neighbour.consents.get(purpose="show"), by=world.collector)
    made = allocation.propose(world.campaign, by=world.assessor)
    assert list(placed(made)) == [able.pk]
    assert {wish: codes for wish, codes in made.left_out} == {
        str(unshown.pk): ["no_consent_to_show"],
        str(still.pk): ["no_consent_to_show"],
        str(told.pk): ["tells_name"],
        str(lacking.pk): ["guardian_missing"],
    }
    withdraw_consent(world.elder.consents.get(purpose="collect"), by=world.collector)
    with pytest.raises(Refusal, match="nothing_to_balance") as refused:
        allocation.propose(world.campaign, by=world.assessor)
    assert "展示同意" in refused.value.text.zh


def moved_to_the_organisation(world: World) -> tuple[Wish, Balancing]:
    wish = world.wish(S.ADMITTED)
    made = allocation.propose(world.campaign, by=world.assessor)
    allocation.place_by_hand(made, wish, world.organisation, reason="供销社自愿", by=world.assessor)
    return wish, made


def test_what_a_hand_moved_stays_there_in_every_later_balancing_until_it_lets_go(world: World) -> None:
    wish, made = moved_to_the_organisation(world)
    allocation.confirm(made, by=world.assessor)
    for _ in range(3):
        world.wish(S.ADMITTED)
        again = allocation.propose(world.campaign, by=world.assessor)
        assert placed(again)[wish.pk] == world.organisation.pk
        assert again.places.get(wish=wish).by_hand
        allocation.confirm(again, by=world.assessor)
    wish.refresh_from_db()
    assert wish.branch_by_hand
    let_go(wish, by=world.administrator)
    assert wish.history.filter(verb="let_go").exists()
    with pytest.raises(Refusal, match="not_by_hand"):
        let_go(wish, by=world.administrator)
    last = allocation.propose(world.campaign, by=world.assessor)
    assert placed(last)[wish.pk] != world.organisation.pk, "nobody is there to bring it"
    allocation.confirm(last, by=world.assessor)
    wish.refresh_from_db()
    assert not wish.branch_by_hand


def test_a_move_lasts_when_the_proposal_is_made_anew_before_it_was_confirmed(world: World) -> None:
    wish, _ = moved_to_the_organisation(world)
    again = allocation.propose(world.campaign, by=world.assessor)
    place = again.places.get(wish=wish)
    assert (place.branch_id, place.moved_reason, place.by_hand) == (world.organisation.pk, "供销社自愿", True)
    allocation.discard(again, by=world.assessor)
    assert not allocation.propose(world.campaign, by=world.assessor).places.get(wish=wish).by_hand


def test_a_move_of_this_proposal_that_is_let_go_is_back_where_the_arithmetic_had_put_it(world: World) -> None:
    wish = world.wish(S.ADMITTED)
    made = allocation.propose(world.campaign, by=world.assessor)
    planned = placed(made)[wish.pk]
    with pytest.raises(Refusal, match="not_by_hand"):
        allocation.let_go_in(made, wish, by=world.assessor)
    allocation.place_by_hand(made, wish, world.organisation, reason="自愿", by=world.assessor)
    allocation.let_go_in(made, wish, by=world.assessor)
    place = made.places.get(wish=wish)
    assert (place.branch_id, place.moved_reason, place.by_hand) == (planned, "", False)
    allocation.confirm(made, by=world.assessor)
    assert not Wish.objects.get(pk=wish.pk).branch_by_hand


def test_undoing_a_balancing_takes_its_hand_off_too_and_puts_an_earlier_one_back(world: World) -> None:
    wish, made = moved_to_the_organisation(world)
    allocation.confirm(made, by=world.assessor)
    allocation.undo(made, by=world.assessor)
    wish.refresh_from_db()
    assert (wish.branch_id, wish.branch_by_hand) == (None, False)
    with standing_at(later(minutes=5)):
        again = allocation.propose(world.campaign, by=world.assessor)
        allocation.confirm(again, by=world.assessor)
        wish.refresh_from_db()
        hold(wish, reason="同住一楼", by=world.assessor)
    kept = wish.branch_id
    with standing_at(later(minutes=9)):
        third = allocation.propose(world.campaign, by=world.assessor)
        allocation.place_by_hand(third, wish, world.organisation, reason="自愿", by=world.assessor)
        allocation.confirm(third, by=world.assessor)
        allocation.undo(third, by=world.assessor)
    wish.refresh_from_db()
    assert (wish.branch_id, wish.branch_by_hand) == (kept, True)


def test_a_hand_that_came_after_the_proposal_is_the_stronger_one(world: World) -> None:
    wish = world.wish(S.ADMITTED, branch=world.clinic)
    for _ in range(5):
        world.wish(S.ADMITTED)
    made = allocation.propose(world.campaign, by=world.assessor)
    hold(wish, reason="同住一楼", by=world.assessor)
    allocation.confirm(made, by=world.assessor)
    wish.refresh_from_db()
    assert (wish.branch_id, wish.branch_by_hand) == (world.clinic.pk, True)


@pytest.mark.django_db(transaction=True)
def test_proposals_confirmations_and_claims_at_once_end_without_an_error(world: World) -> None:
    wishes = [world.wish(S.OPEN) for _ in range(6)]
    made = allocation.propose(world.campaign, by=world.assessor)

    def confirm_the_newest() -> int:
        newest = Balancing.objects.order_by("created_at").last()
        assert newest is not None
        return allocation.confirm(newest, by=world.assessor)

    doings: list[Callable[[], object]] = [lambda: allocation.confirm(made, by=world.assessor)] * 2
    doings += [lambda: allocation.propose(world.campaign, by=world.assessor)] * 3
    doings += [confirm_the_newest] * 3
    for wish, member in zip(wishes, (world.zhang, world.han, world.qi) * 2, strict=True):
        doings.append(lambda w=wish, m=member: claiming.claim(w, member=m, by=world.as_member(m)))
    at_once(world.community, doings)
    assert Balancing.objects.filter(state=Balancing.State.PROPOSED).count() <= 1
    for wish in Wish.objects.filter(state=S.CLAIMED):
        entries = [e.verb for e in wish.history.all()]
        assert "allocated" not in entries[entries.index("claimed") :], "a claimed wish was moved"
