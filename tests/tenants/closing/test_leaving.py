"""A member who leaves: nothing stays in their hands, all or nothing, whatever else happens in that moment."""

import pytest

from hub.accounts.members import ensure_member_account, members_with_account
from hub.clock import standing_at
from hub.refusal import Refusal
from tenants.claims import claiming, delivering, extending, giving_up
from tenants.claims.models import Claim, Extension
from tenants.closing.leaving import HAND_OVER, RECALL, leave_member
from tenants.members.logging_in import member_by_phone
from tenants.members.models import Member
from tenants.members.register import NewMember, let_member_return, register_member
from tenants.wishes.models import Wish
from tests.world import World, later

S = Wish.State


def in_hand(member: Member) -> list[Claim]:
    return list(Claim.objects.filter(member=member, ended_at=None))


def state_of(wish: Wish) -> str:
    return Wish.objects.values_list("state", flat=True).get(pk=wish.pk)


def test_who_has_nothing_in_hand_just_leaves(world: World) -> None:
    assert leave_member(world.zhang, reason="调到外地", by=world.administrator) == []
    world.zhang.refresh_from_db()
    assert world.zhang.state == Member.State.LEFT
    entry = world.zhang.history.get(verb="left")
    assert (entry.reason, entry.changes, entry.actor_name) == ("调到外地", {}, "王桂花")


def test_with_wishes_in_hand_somebody_has_to_say_what_becomes_of_them(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    for claims, code in ((None, "claims_undecided"), (HAND_OVER, "receiver_missing")):
        with pytest.raises(Refusal) as refused:
            leave_member(world.zhang, claims=claims, by=world.administrator)
        assert refused.value.code == code
    assert "HH26-001" in refused.value.text.zh or refused.value.code == "receiver_missing"
    world.zhang.refresh_from_db()
    assert (world.zhang.state, state_of(wish)) == (Member.State.ACTIVE, S.CLAIMED)


def test_recalled_they_are_all_on_the_board_again(world: World) -> None:
    wishes = [world.wish(S.CLAIMED), world.wish(S.CLAIMED)]
    extending.ask_for_extension(world.claim_of(wishes[0]), days=2, reason="缺货", by=world.as_member(world.zhang))
    ended = leave_member(world.zhang, claims=RECALL, reason="退休", by=world.administrator)
    assert [claim.wish.number for claim in ended] == ["HH26-001", "HH26-002"]
    assert in_hand(world.zhang) == []
    for wish in wishes:
        assert state_of(wish) == S.OPEN
        assert wish.history.filter(verb="recalled").get().reason == "认领人转出：退休"
        claiming.claim(wish, member=world.qi, by=world.as_member(world.qi))
    assert Extension.objects.get().state == Extension.State.LAPSED
    assert world.zhang.history.get(verb="left").changes == {"recalled": ["HH26-001", "HH26-002"]}


def test_a_reason_that_was_not_given_leaves_no_dash(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    leave_member(world.zhang, claims=RECALL, by=world.administrator)
    assert wish.history.filter(verb="recalled").get().reason == "认领人转出"


def test_handed_over_they_are_another_members_with_a_full_claims_length(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    before = world.claim_of(wish)
    with standing_at(later(days=14)):
        leave_member(world.zhang, claims=HAND_OVER, to=world.han, reason="退休", by=world.administrator)
        claim = world.claim_of(wish)
        assert (claim.member, claim.branch, claim.slot) == (world.han, world.office, 1)
        assert claim.deadline > before.deadline
        assert [entry.verb for entry in claim.history.all()] == ["taken_over"]
        before.refresh_from_db()
        assert (before.end, before.slot) == (Claim.End.HANDED_OVER, None)
        assert state_of(wish) == S.CLAIMED
        note = wish.history.get(verb="handed_over")
        assert (note.changes, note.from_state, note.to_state) == ({"member": "韩雪"}, "claimed", "claimed")
        assert world.zhang.history.get(verb="left").changes == {"handed_over": ["HH26-001"], "to": "韩雪"}
        world.deliver(claim)
        delivering.confirm(wish, by=world.assessor)


def test_what_the_other_cannot_take_stays_and_so_does_the_member(world: World) -> None:
    wishes = [world.wish(S.CLAIMED), world.wish(S.CLAIMED)]
    world.wish(S.CLAIMED, member=world.han)
    with pytest.raises(Refusal, match="limit_reached"):
        leave_member(world.zhang, claims=HAND_OVER, to=world.han, by=world.administrator)
    assert len(in_hand(world.zhang)) == 2
    assert [state_of(wish) for wish in wishes] == [S.CLAIMED, S.CLAIMED]
    assert not Claim.objects.filter(end=Claim.End.HANDED_OVER).exists()
    leave_member(world.han, claims=RECALL, by=world.administrator)
    for to, code in ((world.han, "member_left"), (world.zhang, "already_theirs")):
        with pytest.raises(Refusal, match=code):
            leave_member(world.zhang, claims=HAND_OVER, to=to, by=world.administrator)


def test_a_gift_that_waits_for_staffs_word_comes_first_and_stays_the_members(world: World) -> None:
    wish = world.wish(S.DELIVERED)
    with pytest.raises(Refusal) as refused:
        leave_member(world.zhang, claims=RECALL, by=world.administrator)
    assert (refused.value.code, refused.value.params["numbers"]) == ("deliveries_unconfirmed", "HH26-001")
    delivering.confirm(wish, by=world.assessor)
    leave_member(world.zhang, claims=RECALL, by=world.administrator)
    assert Claim.objects.get(end=Claim.End.FULFILLED).member == world.zhang


def test_who_left_logs_in_no_more_and_claims_no_more(world: World) -> None:
    ensure_member_account(world.zhang.pk, world.zhang.phone, world.zhang.name, world.community)
    wish = world.wish(S.OPEN)
    leave_member(world.zhang, by=world.administrator)
    assert members_with_account([world.zhang.pk], community=world.community) == set()
    assert member_by_phone(world.zhang.phone) is None
    with pytest.raises(Refusal, match="member_left"):
        claiming.claim(wish, member=world.zhang, by=world.as_member(world.zhang))
    with pytest.raises(Refusal, match="member_left"):
        leave_member(world.zhang, by=world.administrator)


def test_a_dissatisfied_answer_gives_nothing_back_to_who_left(world: World) -> None:
    wish = world.wish(S.FULFILLED)
    leave_member(world.zhang, by=world.administrator)
    with pytest.raises(Refusal, match="member_left"):
        world.follow_up(wish, "not", remark="坏了", claimer_agrees=True)
    world.follow_up(wish, "not", remark="坏了")
    assert state_of(wish) == S.OPEN


def test_who_left_by_mistake_comes_back_and_what_was_recalled_does_not(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    leave_member(world.zhang, claims=RECALL, by=world.administrator)
    let_member_return(world.zhang, by=world.administrator)
    assert member_by_phone(world.zhang.phone) is not None
    assert state_of(wish) == S.OPEN
    claiming.claim(wish, member=world.zhang, by=world.as_member(world.zhang))
    assert [entry.verb for entry in world.zhang.history.all()] == ["registered", "left", "returned"]
    with pytest.raises(Refusal, match="member_active"):
        let_member_return(world.zhang, by=world.administrator)


def test_who_comes_back_to_a_telephone_that_is_anothers_by_now_is_told_so(world: World) -> None:
    leave_member(world.zhang, by=world.administrator)
    register_member(NewMember(name="张小明", phone=world.zhang.phone, branch=world.office), by=world.administrator)
    with pytest.raises(Refusal, match="phone_taken"):
        let_member_return(world.zhang, by=world.administrator)


def test_what_was_handed_back_a_moment_ago_does_not_stop_the_leaving(world: World) -> None:
    claim = world.claim_of(world.wish(S.CLAIMED))
    giving_up.hand_back(claim, by=world.as_member(world.zhang))
    assert leave_member(world.zhang, claims=RECALL, by=world.administrator) == []
