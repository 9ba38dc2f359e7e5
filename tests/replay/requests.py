"""Requests for more time: asked for before midnight of the deadline, granted, refused, taken back, or left for weeks."""

import datetime
from typing import TYPE_CHECKING

from tenants.claims import extending
from tenants.claims.extending import ask_for_extension
from tenants.claims.models import Extension
from tenants.wishes.models import Wish
from tests.replay import bringing
from tests.replay.cases import Case
from tests.replay.model import events as e
from tests.replay.shares import some_time

if TYPE_CHECKING:
    from tests.replay.playing import Act, Play

S, NEXT_KNOCK = Wish.State, datetime.timedelta(seconds=65)


def ask(play: "Play", case: Case) -> None:
    """Before midnight of the deadline; answered before it, after it, or never, and asked again now and then."""
    assert case.claim is not None
    assert case.member is not None
    case.claim.refresh_from_db()
    if play._now.date() > case.claim.deadline or case.claim.extensions.filter(state="open").exists():
        return
    request = ask_for_extension(
        case.claim, days=case.random.randint(1, 10), reason="货还没到", by=play.setting.as_member(case.member)
    )
    play._log(e.ASKED, case)
    becomes = play.shares.answer(case.random)
    days = case.random.choice((24, 40)) if becomes == "unanswered" else case.random.choice((0, 1, 2, 4, 8))
    later = "refused" if becomes == "unanswered" else becomes
    on_day(play, case, days, lambda: settle(play, case, request, later))
    play._tick(play._now + NEXT_KNOCK)


def settle(play: "Play", case: Case, request: Extension, how: str) -> None:
    request.refresh_from_db()
    if request.state != Extension.State.OPEN:
        return
    assert case.member is not None
    if how == "granted":
        days = case.random.randint(1, 10)
        extending.grant(request, days=days, by=play.setting.collector)
        play._log(e.GRANTED, case, days=days)
    elif how == "refused":
        extending.refuse(request, reason="请先送达", by=play.setting.collector)
        play._log(e.REFUSED, case)
    else:
        extending.take_back(request, by=play.setting.as_member(case.member))
        play._log(e.TAKEN_BACK, case)
    play._tick(play._now + NEXT_KNOCK)
    if case.random.random() < 0.4:
        play._on(case, case.random.randint(1, 6), lambda: ask(play, case))
    if case.random.random() < 0.4:
        play._on(case, case.random.randint(1, 6), lambda: bringing.deliver(play, case))


def on_day(play: "Play", case: Case, days: int, act: "Act") -> None:
    """As `_on`, and on days off as well: people answer when they do."""
    made = case.claim

    def still() -> None:
        if case.claim is made and case.expected == S.CLAIMED:
            act()

    play._in(days, case, still, time=some_time(case.random, 8 * 60, 22 * 60), any_day=case.random.random() < 0.4)
