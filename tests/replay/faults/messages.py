"""Faults of digests: how many, of what, when, and whether they are still true."""

import datetime
from dataclasses import replace
from itertools import count
from typing import Any

from hub.rollups import supervision
from hub.sms import sender
from tenants.escalation import digests, taking
from tenants.escalation.digests import Digests
from tests.replay.faults.planting import Change


def digest_doubled() -> list[Change]:
    """Each digest is said twice, by purposes of its own."""
    said, number = Digests.say, count()
    purpose = Digests._purpose

    def twice(self: Digests, moment: datetime.datetime) -> None:
        said(self, moment)
        said(self, moment)

    return [
        (Digests, "say", twice),
        (Digests, "_purpose", lambda self, phone, kind: f"{next(number)} {purpose(self, phone, kind)}"),
    ]


def supervision_doubled() -> list[Change]:
    """An officer hears two counts on one day."""
    right, number = supervision.say, count()

    def wrong(*, purpose: str, **said: Any) -> Any:
        right(purpose=f"{purpose} {next(number)}", **said)
        return right(purpose=f"{purpose} {next(number)}", **said)

    return [(supervision, "say", wrong)]


def second_wish_left_out() -> list[Change]:
    """A digest speaks of the first wish alone."""
    right = Digests.add

    def wrong(self: Digests, listeners: Any, kind: str, *about: Any) -> None:
        right(self, [one for one in listeners if (one.phone, kind) not in self._by_person], kind, *about)

    return [(Digests, "add", wrong)]


def one_wish_unnamed() -> list[Change]:
    """A message about one wish does not say which."""
    right = digests.words

    def wrong(digest: Any, day: datetime.date) -> Any:
        template, said = right(digest, day)
        if template.endswith("_one") and "days" not in said:
            return template.replace("_one", "_many"), {**{k: v for k, v in said.items() if k != "no"}, "count": "1"}
        return template, said

    return [(digests, "words", wrong)]


def own_claims_unnamed() -> list[Change]:
    """A secretary who is late is not told that some of the late claims are their own."""
    right = digests.words

    def wrong(digest: Any, day: datetime.date) -> Any:
        others = [replace(part, audience="secretary") for part in digest.about]
        both = digest.wishes("claimer") and digest.wishes("secretary", "staff")
        return right(replace(digest, about=others) if both else digest, day)

    return [(digests, "words", wrong)]


def told_in_the_same_breath() -> list[Change]:
    """Whoever has had the day's message is left out of what comes later that day, for good."""
    return [(Digests, "said_before", lambda self, listeners, kind: False)]


def sent_though_untrue() -> list[Change]:
    """What waits to be sent is not looked at again."""
    return [(sender, "withdraw_untrue", lambda communities: set())]


def quiet_hours_broken() -> list[Change]:
    """The sender knows no night."""
    return [(sender, "quiet_at", lambda moment: False)]


def told_before_it_can_be_taken_back() -> list[Change]:
    """What a person has just done, and may take back, is told at once."""
    return [(taking, "_just_done", lambda claim, moment: False)]


FAULTS = (
    digest_doubled, supervision_doubled, second_wish_left_out, one_wish_unnamed, own_claims_unnamed,
    told_in_the_same_breath, sent_though_untrue, quiet_hours_broken, told_before_it_can_be_taken_back,
)  # fmt: skip
