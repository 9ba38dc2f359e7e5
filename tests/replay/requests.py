"""Requests for more time: asked for before midnight of the deadline, granted, refused, taken back, or left for weeks."""

from typing import TYPE_CHECKING

from tenants.claims import extending
from tenants.claims.extending import ask_for_extension
from tenants.claims.models import Extension
from tenants.wishes.models import Wish
from tests.replay import claiming, needing
from tests.replay.cases import Case
from tests.replay.model import events as e
from tests.replay.shares import some_time

if TYPE_CHECKING:
    from tests.replay.playing import Play

S = Wish.State


def ask(play: "Play", case: Case) -> None:
    """Before midnight of the deadline; answered before it, after it, or never, and asked again now and then."""
    assert case.claim is not None
    assert case.member is not None
    case.claim.refresh_from_db()
    if play.now.date() > case.claim.deadline or case.claim.extensions.filter(state="open").exists():
        return
    by, days = play.setting.as_member(case.member), case.random.randint(1, 10)
    request = None
    with needing.no_more_time():
        request = ask_for_extension(case.claim, days=days, reason="货还没到", by=by)
    if request is None:
        return
    play.log(e.ASKED, case)
    becomes = play.shares.answer(case.random)
    days = case.random.choice((24, 40)) if becomes == "unanswered" else case.random.choice((0, 1, 2, 4, 8))
    later = "refused" if becomes == "unanswered" else becomes
    # On days off as well: people answer when they do.
    time, any_day = some_time(case.random, 8 * 60, 22 * 60), case.random.random() < 0.4
    play.while_claimed(case, days, lambda: settle(play, case, request, later), time, any_day=any_day)
    play.look_again()


def settle(play: "Play", case: Case, request: Extension, how: str) -> None:
    request.refresh_from_db()
    if request.state != Extension.State.OPEN:
        return
    assert case.member is not None
    if how == "granted":
        days = case.random.randint(1, 10)
        with needing.no_more_time():
            extending.grant(request, days=days, by=play.setting.collector)
            play.log(e.GRANTED, case, days=days)
    elif how == "refused":
        extending.refuse(request, reason="请先送达", by=play.setting.collector)
        play.log(e.REFUSED, case)
    else:
        extending.take_back(request, by=play.setting.as_member(case.member))
        play.log(e.TAKEN_BACK, case)
    play.look_again()
    if case.random.randint(1, 100) <= play.shares.asking_again:
        play.while_claimed(case, case.random.randint(1, 6), lambda: ask(play, case))
    if case.random.random() < 0.4:
        claiming.deliver_in(play, case, case.random.randint(1, 6))
