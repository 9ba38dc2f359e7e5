"""What people take back at once: they pressed the wrong thing, or on the wrong wish, and undo it within ten seconds."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hub.actor import Actor
from hub.clock import simulate
from hub.refusal import Refusal
from tenants.claims import delivering, extending, following_up, giving_up
from tenants.claims.claiming import claim
from tenants.claims.models import Claim, Delivery, Extension, FollowUp
from tenants.claims.undoing import undo_act
from tenants.wishes.models import Wish
from tests.replay import claiming, needing
from tests.replay.cases import Case
from tests.replay.model import events as e

if TYPE_CHECKING:
    from tests.replay.playing import Play

S = Wish.State

Did = tuple[str, Actor, str, dict[str, Any]]
"""The verb in the history, whose act it was, and what is written down for the model."""


def may_slip(play: "Play", case: Case) -> None:
    """Now and then somebody presses what nobody meant, some days from now, while the wish stands as it stands."""
    if case.random.randint(1, 100) > play.shares.undone:
        return
    made, state = case.claim, case.expected

    def still() -> None:
        if case.claim is made and case.expected == state:
            slip(play, case)

    play.later(case.random.randint(0, 14), case, still)


def slip(play: "Play", case: Case) -> None:
    """Does it, and takes it back by a move of its own."""
    if play.now.second > 45:
        return  # not over one of the moments at which the house looks
    did = case.random.choice(SLIPS[case.expected])(play, case)
    if did is None:
        return
    verb, by, what, more = did
    play.log(what, case, **more)
    play.look_at_once()
    play.now += datetime.timedelta(seconds=case.random.randint(2, 10))
    simulate(play.now)
    undo_act(case.wish, verb, by=by)
    play.log(e.UNDONE, case)
    play.look_again()


def _extends(play: "Play", case: Case) -> Did | None:
    days = case.random.randint(1, 8)
    assert case.claim is not None
    try:
        extending.extend(case.claim, days=days, reason="约好了再送", by=play.setting.collector)
    except Refusal as refusal:
        if refusal.code != "needed_by_reached":
            raise
        return None
    return "extended", play.setting.collector, e.EXTENDED, {"days": days}


def _refuses(play: "Play", case: Case) -> Did | None:
    assert case.claim is not None
    request = case.claim.extensions.filter(state=Extension.State.OPEN).first()
    if request is None:
        return _extends(play, case)
    extending.refuse(request, reason="请先送达", by=play.setting.collector)
    return "extension_refused", play.setting.collector, e.REFUSED, {}


def _recalls(play: "Play", case: Case) -> Did:
    assert case.claim is not None
    giving_up.recall(case.claim, reason="一直联系不上", by=play.setting.collector)
    return "recalled", play.setting.collector, e.RECALLED, {}


def _hands_back(play: "Play", case: Case) -> Did:
    assert case.claim is not None
    giving_up.hand_back(case.claim, by=play.setting.collector)
    return "handed_back", play.setting.collector, e.HANDED_BACK, {}


def _backstops(play: "Play", case: Case) -> Did:
    giving_up.backstop(case.wish, reason="没有人能办,由社区办理", by=play.setting.administrator)
    return "backstopped", play.setting.administrator, e.BACKSTOPPED, {}


def _claims(play: "Play", case: Case) -> Did | None:
    member = claiming.somebody(play, case)
    if member is None or case.hidden or needing.has_passed(case, play.now.date()):
        return None
    by = play.setting.as_member(member)
    claim(case.wish, member=member, channel=Claim.Channel.ONLINE, by=by)
    branch = play.setting.branches[member.branch_id].name
    return "claimed", by, e.CLAIMED, {"person": member.phone, "branch": branch}


def _confirms(play: "Play", case: Case) -> Did:
    by = play.setting.who_confirms(case.member)
    delivering.confirm(case.wish, by=by)
    wanted = Delivery.objects.get(wish=case.wish, current=True).follow_up_wanted
    return "confirmed", by, e.CONFIRMED, {"wanted": wanted}


def _rejects(play: "Play", case: Case) -> Did:
    delivering.reject(case.wish, reason="送错了人家", by=play.setting.assessor)
    return "not_confirmed", play.setting.assessor, e.REJECTED, {}


def _follows_up(play: "Play", case: Case) -> Did | None:
    by = play.setting.administrator
    if not case.to_be_asked:
        return None
    if case.random.random() < 0.5:
        following_up.follow_up(case.wish, outcome=FollowUp.Outcome.SATISFIED, by=by)
        return "followed_up", by, e.FOLLOWED_UP, {}
    following_up.follow_up(
        case.wish,
        outcome=FollowUp.Outcome.NOT_SATISFIED,
        remark="尺码不对",
        claimer_agrees=case.claim is not None and case.random.random() < 0.5,
        by=by,
    )
    again = Claim.objects.select_related("member").filter(wish=case.wish, ended_at=None).first()
    if again is None:
        return "reopened", by, e.REOPENED, {}
    branch = play.setting.branches[again.branch_id].name if again.branch_id else ""
    return "reopened", by, e.REOPENED, {"person": again.member.phone, "branch": branch}


SLIPS: Mapping[str, Sequence[Callable[["Play", Case], Did | None]]] = {
    S.OPEN: (_claims, _backstops),
    S.CLAIMED: (_extends, _refuses, _recalls, _hands_back, _backstops),
    S.DELIVERED: (_confirms, _rejects),
    S.FULFILLED: (_follows_up,),
}
