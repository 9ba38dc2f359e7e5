"""From the delivery to the follow-up, and what the community fulfils itself."""

import datetime
from typing import TYPE_CHECKING

from tenants.claims import delivering, following_up, giving_up
from tenants.claims.models import Delivery, FollowUp
from tenants.wishes.models import Wish
from tests.replay.cases import Case
from tests.replay.model import events as e

if TYPE_CHECKING:
    from tests.replay.playing import Play

S, NEXT_KNOCK = Wish.State, datetime.timedelta(seconds=65)


def backstop(play: "Play", case: Case) -> None:
    giving_up.backstop(case.wish, reason="没有人能办,由社区办理", by=play.setting.administrator)
    play._log(e.BACKSTOPPED, case)
    play._hands_free(case)
    case.claim, case.expected = None, S.BACKSTOPPED
    if case.random.randint(1, 100) <= play.shares.given_back:
        play._in(case.random.randint(1, 7), case, lambda: give_back(play, case))
        return
    slow = case.random.randint(1, 100) <= play.shares.slow_backstops
    play._in(
        case.random.randint(8, 32) if slow else case.random.randint(1, 4),
        case,
        lambda: deliver_backstop(play, case),
    )


def give_back(play: "Play", case: Case) -> None:
    giving_up.back_to_the_board(case.wish, reason="有党员想认领", by=play.setting.administrator)
    play._log(e.BACK_TO_THE_BOARD, case)
    case.failed = 0
    play._wait_for_a_claimer(case)


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
    play._log(e.DELIVERED, case)
    case.expected = S.DELIVERED
    play._in(play._slowly(case, 6, quick=2), case, lambda: look_at_delivery(play, case))


def look_at_delivery(play: "Play", case: Case) -> None:
    if case.random.randint(1, 100) > play.shares.not_confirmed:
        delivering.confirm(case.wish, by=play.setting.assessor)
        wanted = Delivery.objects.get(wish=case.wish, current=True).follow_up_wanted
        play._log(e.CONFIRMED, case, wanted=wanted)
        play._hands_free(case)
        case.expected = S.FULFILLED
        if wanted:
            play.to_be_asked += 1
            play._in(case.random.choice((1, 3, 9, 14, 25)), case, lambda: follow_up(play, case))
        return
    delivering.reject(case.wish, reason="送错了人家", by=play.setting.assessor)
    play._log(e.REJECTED, case)
    if case.claim is None:
        case.expected = S.BACKSTOPPED
        play._in(1, case, lambda: deliver_backstop(play, case))
    else:
        case.expected = S.CLAIMED
        play._deliver_on(case, case.random.randint(0, 1))
    play._tick(play._now + NEXT_KNOCK)


def follow_up(play: "Play", case: Case) -> None:
    play.to_be_asked -= 1
    following_up.follow_up(case.wish, outcome=FollowUp.Outcome.SATISFIED, by=play.setting.administrator)
    play._log(e.FOLLOWED_UP, case)
