"""Wishes that are needed by a day: set before they are opened, moved while they are claimed, set anew once it has passed."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hub.refusal import Refusal
from tenants.claims.changing import change_wish
from tenants.wishes.models import Wish
from tests.replay.cases import Case
from tests.replay.model import events as e

if TYPE_CHECKING:
    from tests.replay.playing import Play


def may_have_a_day(play: "Play", case: Case) -> None:
    """Some wishes are needed by a day, working day or not; of those some too soon for most of their claimers."""
    if has_passed(case, play.now.date()) or case.random.randint(1, 100) <= play.shares.needed:
        set_day(play, case, play.now.date() + datetime.timedelta(days=case.random.randint(9, 34)))


def set_day(play: "Play", case: Case, day: datetime.date) -> None:
    """By staff, as any other correction of a wish."""
    case.wish = Wish.objects.select_related("campaign", "beneficiary__household").get(pk=case.wish.pk)
    case.wish = change_wish(case.wish, {"needed_by": day}, by=play.setting.collector)
    case.needed_by = day
    play.log(e.NEEDED_BY, case, day=day)


def has_passed(case: Case, today: datetime.date) -> bool:
    """Whether nobody can claim it any more."""
    return case.needed_by is not None and case.needed_by < today


def look(play: "Play", case: Case) -> None:
    """Staff see on their list that the day has passed, and set another one; some days later than they should."""
    if has_passed(case, play.now.date()) and case.random.random() < 0.6:
        set_day(play, case, play.now.date() + datetime.timedelta(days=case.random.randint(12, 40)))


def may_be_needed_earlier(play: "Play", case: Case) -> None:
    """While it is claimed, its day comes nearer now and then, or is put off."""
    if case.needed_by is not None and case.random.randint(1, 100) <= play.shares.needed_earlier:
        ahead = case.random.choice((1, 2, 4, 7, 30))
        play.while_claimed(
            case,
            case.random.randint(1, 8),
            lambda: set_day(play, case, play.now.date() + datetime.timedelta(days=ahead)),
        )


@contextmanager
def no_more_time() -> Iterator[None]:
    """Around asking for time and giving it: where the wish is needed by then, there is none."""
    try:
        yield
    except Refusal as refusal:
        if refusal.code != "needed_by_reached":
            raise
