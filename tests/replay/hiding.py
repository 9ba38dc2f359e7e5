"""Wishes that leave the board while they are open: the person no longer wants them shown, and agrees again weeks later."""

from typing import TYPE_CHECKING

from tenants.people.consents import record_consents, withdraw_consent
from tenants.people.models import Consent
from tenants.wishes.models import Wish
from tests.replay.cases import Case
from tests.replay.model import events as e

if TYPE_CHECKING:
    from tests.replay.playing import Play

SHOW = Consent.Purpose.SHOW


def may_be_hidden(play: "Play", case: Case) -> None:
    """Where nobody else's wish hangs on the consent, and nobody has claimed it by then."""
    if case.random.randint(1, 100) <= play.shares.hidden:
        play.later(case.random.randint(0, 4), case, lambda: hide(play, case))


def hide(play: "Play", case: Case) -> None:
    person = case.wish.beneficiary
    if case.expected != Wish.State.OPEN or case.hidden or Wish.objects.filter(beneficiary=person).count() > 1:
        return
    withdraw_consent(person.consents.get(purpose=SHOW, withdrawn_at=None), by=play.setting.collector)
    play.log(e.OFF_THE_BOARD, case)
    case.hidden = True
    play.later(case.random.choice((3, 9, 13, 18)), case, lambda: show(play, case))


def show(play: "Play", case: Case) -> None:
    record_consents(case.wish.beneficiary, [SHOW], manner=Consent.Manner.ORAL, by=play.setting.collector)
    play.log(e.ON_THE_BOARD, case)
    case.hidden = False
