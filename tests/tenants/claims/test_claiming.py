import dataclasses
import datetime

import pytest

from hub.accounts.inviting import invite
from hub.actor import STAFF, SYSTEM, Actor
from hub.clock import standing_at
from hub.refusal import Refusal
from tenants.campaigns.running import edit_campaign
from tenants.claims import claiming, delivering, following_up, giving_up
from tenants.claims.models import Claim, Delivery
from tenants.members.register import let_member_leave
from tenants.wishes.models import Wish
from tests.world import MONDAY, World, later

S = Wish.State


def take(world: World, wish: Wish, member: object = None, **values: object) -> Claim:
    who = member or world.zhang
    return claiming.claim(wish, member=who, by=world.as_member(who), **values)  # type: ignore[arg-type]


def test_a_claim_has_its_deadline_in_working_days_and_the_policy_of_its_day(world: World) -> None:
    edit_campaign(world.campaign, {"claim_length_days": 5}, by=world.administrator)
    claim = take(world, world.wish(S.OPEN))
    assert claim.deadline == claim.first_deadline == datetime.date(2026, 3, 16)
    assert claim.policy["claim_length_days"] == 5
    assert claim.branch_id == world.office.pk


def test_in_its_first_days_a_wish_is_its_branchs_alone_and_then_everybodys(world: World) -> None:
    wish = world.wish(S.OPEN, branch=world.office)
    with pytest.raises(Refusal) as refused:
        take(world, wish, world.stranger)
    assert refused.value.code == "branch_only"
    assert "机关支部" in refused.value.text.zh
    assert "2026-03-12" in refused.value.text.en
    with standing_at(later(days=2)), pytest.raises(Refusal, match="branch_only"):
        take(world, wish, world.stranger)
    with standing_at(later(days=3)):
        assert take(world, wish, world.stranger).branch_id == world.clinic.pk


def test_the_own_branch_claims_in_the_first_days(world: World) -> None:
    assert take(world, world.wish(S.OPEN, branch=world.office)).wish.state == S.CLAIMED


def test_the_limit_is_the_campaigns_and_the_sentence_names_it(world: World) -> None:
    edit_campaign(world.campaign, {"live_claims_per_member": 3}, by=world.administrator)
    for _ in range(3):
        take(world, world.wish(S.OPEN))
    with pytest.raises(Refusal) as refused:
        take(world, world.wish(S.OPEN))
    assert (refused.value.code, "3" in refused.value.text.zh, "3" in refused.value.text.en) == (
        "limit_reached",
        True,
        True,
    )


def test_who_lost_is_told_that_another_was_faster(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    with pytest.raises(Refusal) as refused:
        take(world, wish, world.qi)
    assert refused.value.code == "already_claimed"
    assert wish.number in refused.value.text.zh


def test_staff_enter_a_claim_from_paper_and_the_history_has_both(world: World) -> None:
    claim = claiming.claim(
        world.wish(S.OPEN), member=world.han, by=world.assessor, channel="paper", manner="joint", partners="张建国"
    )
    entry = claim.wish.history.get(verb="claimed")
    assert (entry.actor_name, entry.changes["member"], claim.channel) == ("李国俊", "韩雪", "paper")


def test_handing_back_needs_no_reason_and_the_wish_is_claimable_at_once(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    claim = world.claim_of(wish)
    giving_up.hand_back(claim, by=world.as_member(world.zhang))
    claim.refresh_from_db()
    assert (claim.end, claim.slot, claim.ended_at is not None) == ("handed_back", None, True)
    assert take(world, Wish.objects.get(pk=wish.pk), world.qi)


def test_somebody_elses_claim_is_not_there_for_a_member_and_staff_may_hand_it_back(world: World) -> None:
    claim = world.claim_of(world.wish(S.CLAIMED))
    for verb in (lambda: giving_up.hand_back(claim, by=world.as_member(world.qi)),
                 lambda: world.deliver(claim, by=world.as_member(world.qi))):  # fmt: skip
        with pytest.raises(Refusal) as refused:
            verb()
        assert refused.value.status == 404
    assert giving_up.hand_back(claim, by=world.assessor).state == S.OPEN


def test_an_ended_claim_ends_once(world: World) -> None:
    claim = world.claim_of(world.wish(S.CLAIMED))
    giving_up.recall(claim, reason="联系不上", by=world.assessor)
    for verb in (giving_up.hand_back, giving_up.recall):
        with pytest.raises(Refusal, match="claim_ended"):
            verb(claim, by=world.assessor, **({"reason": "再收"} if verb is giving_up.recall else {}))


@pytest.mark.parametrize("verb", [giving_up.recall, giving_up.backstop, delivering.reject])
def test_what_staff_take_away_has_a_reason(world: World, verb: object) -> None:
    wish = world.wish(S.DELIVERED if verb is delivering.reject else S.CLAIMED)
    subject = world.claim_of(wish) if verb is giving_up.recall else wish
    with pytest.raises(Refusal) as refused:
        verb(subject, reason="  ", by=world.assessor)  # type: ignore[operator]
    assert (refused.value.status, refused.value.field) == (400, "reason")


def test_withdrawing_a_claimed_wish_ends_its_claim(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    claim = world.claim_of(wish)
    giving_up.withdraw(wish, reason="moved_away", by=world.assessor)
    claim.refresh_from_db()
    assert claim.end == "withdrawn"
    with pytest.raises(Refusal) as refused:
        giving_up.withdraw(world.wish(S.OPEN), reason="boredom", by=world.assessor)
    assert (refused.value.status, refused.value.field) == (400, "reason")


def test_a_delivery_is_of_the_day_it_was_recorded_and_staff_may_set_an_earlier_one(world: World) -> None:
    claim = world.claim_of(world.wish(S.CLAIMED))
    with standing_at(later(days=2)):
        assert world.deliver(claim).delivered_on == datetime.date(2026, 3, 11)
    with standing_at(later(days=4)):
        for day, reason, code in (
            (datetime.date(2026, 3, 8), "当天送到", "day_before_claim"),
            (datetime.date(2026, 3, 12), "当天送到", "day_after_recording"),
            (datetime.date(2026, 3, 10), " ", "reason_missing"),
        ):
            with pytest.raises(Refusal, match=code):
                delivering.confirm(claim.wish, by=world.assessor, delivered_on=day, reason=reason)
        wish = delivering.confirm(
            claim.wish, by=world.assessor, delivered_on=datetime.date(2026, 3, 10), reason="家里没有信号"
        )
    assert wish.deliveries.get().delivered_on == datetime.date(2026, 3, 10)
    last = wish.history.last()
    assert last is not None
    assert (last.reason, last.changes) == ("家里没有信号", {"delivered_on": ["2026-03-11", "2026-03-10"]})


def test_a_backstop_is_not_delivered_before_it_was_backstopped(world: World) -> None:
    wish = world.wish(S.BACKSTOPPED)
    with standing_at(later(days=2)):
        delivering.deliver_backstop(wish, evidence="signature", by=world.collector)
        with pytest.raises(Refusal, match="day_before_backstop"):
            delivering.confirm(wish, by=world.assessor, delivered_on=datetime.date(2026, 3, 8), reason="更早")
        delivering.confirm(wish, by=world.assessor, delivered_on=datetime.date(2026, 3, 9), reason="当天送到")


def test_one_person_never_claims_witnesses_confirms_and_follows_up(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    claim = world.claim_of(wish)
    both = dataclasses.replace(world.assessor, member_id=claim.member_id)
    with pytest.raises(Refusal, match="witness_is_claimer"):
        world.deliver(claim, by=both, evidence="witness")
    world.deliver(claim, by=world.collector, evidence="witness")
    for who, code in ((both, "claimer_confirms"), (world.collector, "witness_confirms")):
        with pytest.raises(Refusal, match=code):
            delivering.confirm(wish, by=who)
    delivering.confirm(wish, by=world.assessor)
    for who in (both, world.collector):
        with pytest.raises(Refusal, match="deliverer_follows_up"):
            following_up.follow_up(wish, outcome="satisfied", by=who)
    following_up.follow_up(wish, outcome="satisfied", by=world.administrator)


def test_an_account_that_is_not_yet_joined_to_its_member_is_the_claimer_by_its_telephone(world: World) -> None:
    claim = world.claim_of(world.wish(S.CLAIMED))
    seat = invite(claim.member.phone, world.assessor.name, {STAFF}, community=world.community, by=SYSTEM).seat
    same = Actor(seat.account_id, world.assessor.name, frozenset({STAFF}))
    with pytest.raises(Refusal, match="witness_is_claimer"):
        world.deliver(claim, by=same, evidence="witness")
    world.deliver(claim, by=world.collector, evidence="signature")
    with pytest.raises(Refusal, match="claimer_confirms"):
        delivering.confirm(claim.wish, by=same)
    delivering.confirm(claim.wish, by=world.assessor)
    with pytest.raises(Refusal, match="deliverer_follows_up"):
        following_up.follow_up(claim.wish, outcome="satisfied", by=same)


def test_whoever_recorded_a_signature_may_confirm_it(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    world.deliver(world.claim_of(wish), by=world.assessor, evidence="signature")
    assert delivering.confirm(wish, by=world.assessor).state == S.FULFILLED


def test_a_delivery_on_an_ended_claim_says_so_and_costs_no_try(world: World) -> None:
    claim = world.claim_of(world.wish(S.CLAIMED))
    giving_up.recall(claim, reason="联系不上", by=world.assessor)
    with pytest.raises(Refusal, match="illegal_move") as refused:
        world.deliver(claim, code="0000")
    assert "已经结束" in refused.value.text.zh
    claim.refresh_from_db()
    assert claim.code_attempts == 0


def test_right_codes_are_not_counted_and_wrong_ones_tell_how_many_tries_are_left(world: World) -> None:
    claim = world.claim_of(world.wish(S.CLAIMED))
    wrong = "0000" if claim.wish.beneficiary.household.code != "0000" else "1111"
    with pytest.raises(Refusal) as refused:
        world.deliver(claim, code=wrong)
    assert (refused.value.status, refused.value.field, refused.value.params["left"]) == (400, "code", 4)
    world.deliver(claim)
    claim.refresh_from_db()
    assert claim.code_attempts == 1


def test_a_follow_up_is_by_another_than_who_recorded_the_delivery(world: World) -> None:
    wish = world.wish(S.CLAIMED)
    world.deliver(world.claim_of(wish), by=world.assessor, evidence="signature")
    delivering.confirm(wish, by=world.collector)
    with pytest.raises(Refusal, match="deliverer_follows_up"):
        world.follow_up(wish, "satisfied")


def test_nobody_was_asked_before_the_gift_was_there(world: World) -> None:
    wish = world.wish(S.FULFILLED)
    with pytest.raises(Refusal) as refused:
        world.follow_up(wish, on=MONDAY.date() - datetime.timedelta(days=1))
    assert (refused.value.status, refused.value.code, refused.value.field) == (400, "day_before_delivery", "on")
    assert world.follow_up(wish, on=MONDAY.date()).on == MONDAY.date()


def test_a_complaint_with_the_claimers_agreement_goes_back_to_their_hands_with_a_new_deadline(world: World) -> None:
    wish = world.wish(S.FULFILLED)
    with standing_at(later(days=7)):
        world.follow_up(wish, "not", remark="型号不对", claimer_agrees=True)
        again = world.claim_of(wish)
    assert (again.member_id, again.deadline) == (world.zhang.pk, datetime.date(2026, 4, 7))
    assert not Delivery.objects.filter(wish=wish, current=True).exists()


def test_a_complaint_without_the_agreement_goes_to_the_board(world: World) -> None:
    wish = world.wish(S.FULFILLED)
    world.follow_up(wish, "not", remark="型号不对")
    wish.refresh_from_db()
    assert wish.state == S.OPEN
    with pytest.raises(Refusal) as refused:
        world.follow_up(world.wish(S.FULFILLED), "not", remark=" ")
    assert refused.value.field == "remark"


def test_nobody_who_has_left_gets_a_wish_back_by_agreement(world: World) -> None:
    wish = world.wish(S.FULFILLED)
    let_member_leave(world.zhang, by=world.administrator)
    with pytest.raises(Refusal, match="member_left"):
        world.follow_up(wish, "not", remark="坏了", claimer_agrees=True)


def test_the_policys_share_of_deliveries_is_drawn_for_a_follow_up(world: World) -> None:
    for percent in (0, 100):
        edit_campaign(world.campaign, {"follow_up_percent": percent}, by=world.administrator)
        wish = world.wish(S.FULFILLED)
        assert wish.deliveries.get().follow_up_wanted is (percent == 100)
