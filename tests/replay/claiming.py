"""Who claims what, what becomes of the claim, and what staff decide when nothing does."""

import datetime
from typing import TYPE_CHECKING

from hub.refusal import Refusal
from tenants.claims import clock, giving_up
from tenants.claims.claiming import claim
from tenants.claims.extending import extend
from tenants.claims.handing_over import hand_over
from tenants.claims.models import Claim
from tenants.figures.counting import count
from tenants.members.models import Member
from tenants.wishes.models import Wish
from tests.replay import bringing, hiding, needing, requests, undoing
from tests.replay.cases import Case
from tests.replay.model import events as e
from tests.replay.shares import some_time

if TYPE_CHECKING:
    from tests.replay.playing import Play

S = Wish.State

PATIENCE = 2
"""How many claims may come to nothing before the community fulfils a wish itself."""

TURNED_AWAY = ("branch_only", "limit_reached", "needed_by_passed", "no_consent_to_show")
"""What people are told who claim without looking first."""


def wait_for_a_claimer(play: "Play", case: Case) -> None:
    case.expected = S.OPEN
    if case.left_over:
        return
    hiding.may_be_hidden(play, case)
    undoing.may_slip(play, case)
    if case.failed > PATIENCE:
        play.later(case.random.randint(1, 12), case, lambda: bringing.backstop(play, case))
        return
    late = case.random.randint(1, 100) <= play.shares.late_claims
    days = case.random.randint(10, 17) if late else case.random.randint(0, 7)
    # Nothing is drawn where nobody does so: all else stays as it was.
    if play.shares.same_day and case.random.randint(1, 100) <= play.shares.same_day:
        days = 0
    # People look at the board in the evening as well.
    time = some_time(case.random, 7 * 60, 22 * 60 + 50)
    play.later(days, case, lambda: try_to_claim(play, case), time=time, any_day=case.random.random() < 0.3)


def try_to_claim(play: "Play", case: Case) -> None:
    """By somebody who may; by anybody now and then, whom the product then turns away or not."""
    heedless = case.random.randint(1, 100) <= play.shares.heedless
    member = case.random.choice(everybody(play)) if heedless else somebody(play, case)
    if member is None:
        play.later(1, case, lambda: try_to_claim(play, case))
        return
    needing.look(play, case)
    channel = case.random.choice(Claim.Channel.values)
    by = play.setting.as_member(member) if channel == Claim.Channel.ONLINE else play.setting.collector
    try:
        case.claim = claim(case.wish, member=member, channel=channel, by=by)
    except Refusal as refusal:
        if refusal.code not in TURNED_AWAY:
            raise
        play.log(e.TURNED_AWAY, case, person=member.phone, branch=play.setting.branches[member.branch_id].name)
        play.later(1, case, lambda: try_to_claim(play, case))
        return
    in_hand(play, case, member, e.CLAIMED)


def in_hand(play: "Play", case: Case, member: Member, how: str) -> None:
    """A member has a claim now, and will do with it what they will."""
    assert case.claim is not None
    case.member, case.expected, case.in_hand_since = member, S.CLAIMED, play.now.date()
    play.hands_full(member.pk)
    branch = play.setting.branches[case.claim.branch_id].name if case.claim.branch_id else ""
    play.log(how, case, person=member.phone, branch=branch)
    COURSES[play.shares.course(case.random)](play, case)
    undoing.may_slip(play, case)
    if case.random.randint(1, 100) <= play.shares.asking:
        play.while_claimed(case, case.random.choice((6, 12, 14, 15)), lambda: requests.ask(play, case))
    needing.may_be_needed_earlier(play, case)
    staff_look(play, case)
    if case.random.randint(1, 100) <= play.shares.looked_up:
        # The day after the deadline, whatever day that is, and another one.
        for days in (1, case.random.randint(2, 9)):
            day = case.claim.deadline + datetime.timedelta(days=days)
            play.at(day, some_time(case.random, 12 * 60, 12 * 60 + 50), lambda: look_up(play))


def look_up(play: "Play") -> None:
    """Somebody looks at what is overdue: list, figures and each claim's own sentence say the same."""
    listed = sorted(clock.overdue(Claim.objects.all()).values_list("wish__number", flat=True))
    play.overdue += [(play.now, number) for number in listed]
    live = (
        clock.waiting_for_the_gift(Claim.objects.all()).select_related("wish__campaign").prefetch_related("extensions")
    )
    said = sorted(one.wish.number for one in live if clock.standing_to_deadline(one)[0] == clock.Standing.OVERDUE)
    late = sorted(one.wish.number for one in live if clock.is_overdue(one))
    counted = sum(count(campaign).overdue for campaign in {one.wish.campaign for one in live})
    if not said == late == listed or counted != len(listed):
        play.wrong.append(f"{play.now:%Y-%m-%d %H:%M} overdue: listed {listed}, said {said}, counted {counted}")
    play.note(e.COUNTED)


def everybody(play: "Play") -> list[Member]:
    return [member for members in play.setting.members.values() for member in members]


def somebody(play: "Play", case: Case, *, but: Member | None = None) -> Member | None:
    """A member with a free hand; of the wish's own branch while it is that branch's alone."""
    alone = case.alone_until is not None and play.now.date() < case.alone_until
    pool = [
        member
        for branch, members in play.setting.members.items()
        if case.branch is None or branch == case.branch.pk or not alone
        for member in members
        if play.hands(member.pk) < case.wish.campaign.live_claims_per_member and member != but
    ]
    return case.random.choice(pool) if pool else None


def _in_time(play: "Play", case: Case) -> None:
    deliver_in(play, case, case.random.randint(0, 9))


def _after_reminder(play: "Play", case: Case) -> None:
    # Some deliver a minute before the reminder would have gone, and hear nothing.
    on_the_brink = case.random.random() < 0.1
    days = 14 if on_the_brink else case.random.randint(10, 15)
    time = datetime.time(8, 57, 30) if on_the_brink else some_time(case.random, 9 * 60 + 20, 21 * 60 + 50)
    deliver_in(play, case, days, time)


def _after_urging(play: "Play", case: Case) -> None:
    deliver_in(play, case, case.random.randint(16, 19), some_time(case.random, 9 * 60 + 20, 20 * 60))


def _hand_back(play: "Play", case: Case) -> None:
    play.while_claimed(case, case.random.randint(1, 17), lambda: hands_back(play, case))


def _hand_over(play: "Play", case: Case) -> None:
    # In the evening too: then the new claimer hears of it the next morning.
    time = some_time(case.random, 8 * 60, 22 * 60)
    play.while_claimed(case, case.random.randint(0, 17), lambda: hands_over(play, case), time)


def _never(play: "Play", case: Case) -> None:
    pass


COURSES = {
    "in_time": _in_time,
    "after_reminder": _after_reminder,
    "after_urging": _after_urging,
    "hand_back": _hand_back,
    "hand_over": _hand_over,
    "never": _never,
}


def deliver_in(play: "Play", case: Case, days: int, time: datetime.time | None = None) -> None:
    play.while_claimed(case, days, lambda: bringing.deliver(play, case), time)


def staff_look(play: "Play", case: Case) -> None:
    """Staff find the claim among the late ones, after the decision was wanted and before it is recalled by itself."""
    decision = play.shares.decision(case.random)
    if decision != "leave":
        decided = {"backstop": bringing.backstop, "extend": extends, "recall": recalls}[decision]
        play.while_claimed(case, case.random.choice((18, 19)), lambda: decided(play, case))


def extends(play: "Play", case: Case) -> None:
    assert case.claim is not None
    days = case.random.randint(3, 8)
    with needing.no_more_time():
        extend(case.claim, days=days, reason="认领人出差,约好回来就送", by=play.setting.collector)
        play.log(e.EXTENDED, case, days=days)
    play.look_again()
    if case.random.random() < 0.6:
        deliver_in(play, case, case.random.randint(1, days))


def recalls(play: "Play", case: Case) -> None:
    assert case.claim is not None
    giving_up.recall(case.claim, reason="一直联系不上", by=play.setting.collector)
    play.log(e.RECALLED, case)
    gone(play, case)


def hands_back(play: "Play", case: Case) -> None:
    assert case.claim is not None
    assert case.member is not None
    giving_up.hand_back(case.claim, by=play.setting.as_member(case.member))
    play.log(e.HANDED_BACK, case)
    gone(play, case)


def hands_over(play: "Play", case: Case) -> None:
    assert case.claim is not None
    other = somebody(play, case, but=case.member)
    if other is None or needing.has_passed(case, play.now.date()):
        return
    play.hands_free(case)
    case.claim = hand_over(case.claim, to=other, reason="原认领人调走", by=play.setting.administrator)
    in_hand(play, case, other, e.HANDED_OVER)
    play.look_again()


def gone(play: "Play", case: Case) -> None:
    play.hands_free(case)
    case.claim, case.failed = None, case.failed + 1
    wait_for_a_claimer(play, case)


def see_what_was_recalled(play: "Play") -> None:
    """Whoever looks at the board finds what came back to it by itself."""
    held = {pk for pk, case in play.cases.items() if case.expected == S.CLAIMED}
    for pk in Wish.objects.filter(pk__in=held, state=S.OPEN).order_by("serial").values_list("pk", flat=True):
        gone(play, play.cases[pk])
