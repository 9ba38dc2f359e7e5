"""From the delivery to the follow-up, and what the community fulfils itself."""

import datetime
from typing import TYPE_CHECKING

from tenants.claims import delivering, following_up, giving_up
from tenants.claims.models import Claim, Delivery, FollowUp
from tenants.wishes.models import Wish
from tests.replay import claiming, collecting, undoing
from tests.replay.cases import Case
from tests.replay.model import events as e

if TYPE_CHECKING:
    from tests.replay.playing import Play

S = Wish.State


def backstop(play: "Play", case: Case) -> None:
    giving_up.backstop(case.wish, reason="没有人能办,由社区办理", by=play.setting.administrator)
    play.log(e.BACKSTOPPED, case)
    play.hands_free(case)
    case.claim, case.expected, case.in_hand_since = None, S.BACKSTOPPED, play.now.date()
    if case.random.randint(1, 100) <= play.shares.given_back:
        play.later(case.random.randint(1, 7), case, lambda: give_back(play, case))
        return
    slow = case.random.randint(1, 100) <= play.shares.slow_backstops
    play.later(
        case.random.randint(8, 32) if slow else case.random.randint(1, 4),
        case,
        lambda: deliver_backstop(play, case),
    )


def give_back(play: "Play", case: Case) -> None:
    giving_up.back_to_the_board(case.wish, reason="有党员想认领", by=play.setting.administrator)
    play.log(e.BACK_TO_THE_BOARD, case)
    case.failed = 0
    claiming.wait_for_a_claimer(play, case)


def deliver_backstop(play: "Play", case: Case) -> None:
    delivering.deliver_backstop(case.wish, evidence=Delivery.Evidence.SIGNATURE, by=play.setting.collector)
    delivered(play, case)


def deliver(play: "Play", case: Case) -> None:
    assert case.claim is not None
    assert case.member is not None
    if case.random.random() < 0.6:
        code = case.wish.beneficiary.household.code
        by = play.setting.as_member(case.member)
        delivering.deliver(case.claim, evidence=Delivery.Evidence.CODE, code=code, by=by)
    else:
        delivering.deliver(case.claim, evidence=Delivery.Evidence.WITNESS, by=play.setting.collector)
    delivered(play, case)


def delivered(play: "Play", case: Case) -> None:
    play.log(e.DELIVERED, case)
    case.expected = S.DELIVERED
    undoing.may_slip(play, case)
    play.later(collecting.slowly(play, case, 6, quick=2), case, lambda: look_at_delivery(play, case))


def look_at_delivery(play: "Play", case: Case) -> None:
    if case.random.randint(1, 100) > play.shares.not_confirmed:
        day = staff_say_earlier(play, case)
        reason = "当天已送到，补录晚了" if day else ""
        by = play.setting.who_confirms(case.member)
        delivering.confirm(case.wish, by=by, delivered_on=day, reason=reason)
        wanted = Delivery.objects.get(wish=case.wish, current=True).follow_up_wanted
        play.log(e.CONFIRMED, case, wanted=wanted, day=day)
        play.hands_free(case)
        case.expected = S.FULFILLED
        if wanted:
            play.to_be_asked += 1
            case.to_be_asked = True
            undoing.may_slip(play, case)
            play.later(case.random.choice((1, 3, 9, 14, 25)), case, lambda: follow_up(play, case))
        return
    delivering.reject(case.wish, reason="送错了人家", by=play.setting.assessor)
    play.log(e.REJECTED, case)
    if case.claim is None:
        case.expected = S.BACKSTOPPED
        play.later(1, case, lambda: deliver_backstop(play, case))
    else:
        case.expected = S.CLAIMED
        claiming.deliver_in(play, case, case.random.randint(0, 1))
    play.look_again()


def follow_up(play: "Play", case: Case) -> None:
    play.to_be_asked -= 1
    case.to_be_asked = False
    if case.random.randint(1, 100) <= play.shares.dissatisfied:
        reopen(play, case)
        return
    following_up.follow_up(case.wish, outcome=FollowUp.Outcome.SATISFIED, by=play.setting.administrator)
    play.log(e.FOLLOWED_UP, case)


def reopen(play: "Play", case: Case) -> None:
    """It was the wrong size: whoever brought it tries again, or somebody else claims it."""
    agrees = case.claim is not None and case.random.random() < 0.5
    following_up.follow_up(
        case.wish,
        outcome=FollowUp.Outcome.NOT_SATISFIED,
        remark="尺码不对",
        claimer_agrees=agrees,
        by=play.setting.administrator,
    )
    case.claim = Claim.objects.select_related("member").filter(wish=case.wish, ended_at=None).first()
    case.needed_by = Wish.objects.values_list("needed_by", flat=True).get(pk=case.wish.pk)
    if case.claim is None:
        play.log(e.REOPENED, case)
        claiming.wait_for_a_claimer(play, case)
    else:
        claiming.in_hand(play, case, case.claim.member, e.REOPENED)


def staff_say_earlier(play: "Play", case: Case) -> datetime.date | None:
    """The day on which it was there, where whoever recorded it was late; never before the claim, or the backstop."""
    if case.random.randint(1, 100) > play.shares.recorded_late or case.in_hand_since is None:
        return None
    delivered_on = Delivery.objects.get(wish=case.wish, current=True).delivered_on
    day = max(delivered_on - datetime.timedelta(days=case.random.randint(1, 9)), case.in_hand_since)
    return day if day < delivered_on else None
