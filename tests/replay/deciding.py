"""What changes for all: a new policy, a new default of the program, a working day that becomes a day off."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING, Any, cast

from hub.actor import OPERATOR, Actor
from hub.calendars.arranging import arrange
from hub.calendars.known import calendars
from hub.calendars.year import Holiday
from tenants.campaigns import default_ladder
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import edit_campaign
from tenants.campaigns.working_days import add_working_days
from tenants.escalation.policy import set_ladder
from tests.replay.model import events as e
from tests.replay.model.policy import Policy

if TYPE_CHECKING:
    from tests.replay.playing import Play

NEW_POLICY_AFTER, RELEASED_AFTER, CORRECTED_AFTER = 40, 34, (29, 37, 46)
"""Working days after the import: claims of before and of after stand beside each other. The year is corrected again and
again, so that each time somebody has been reminded of a deadline that moves."""

NEW_RUNGS = ((-4, "reminder"), (-1, "reminder"), (2, "urging"), (3, "decision"), (6, "recall"))
TO = {"reminder": ["claimer"], "urging": ["claimer", "secretary"], "decision": ["staff"], "recall": ["officer"]}


def plan(play: "Play", first: datetime.date, random: Random) -> None:
    """When these come, in the year whose first day this is."""
    time = datetime.time(11, 17, 20)
    play.at(add_working_days(first, RELEASED_AFTER), time, release)
    play.at(add_working_days(first, NEW_POLICY_AFTER), time, lambda: new_policy(play, first.year))
    for after in CORRECTED_AFTER:
        off = add_working_days(first, after + random.randint(1, 8))
        while off.weekday() >= 5:
            off = add_working_days(off, 1)
        play.at(add_working_days(first, after), time, lambda off=off: a_day_off(play, off))


def new_policy(play: "Play", year: int) -> None:
    """An administrator gives less time and later urgings: to claims that are made from now on."""
    campaign = Campaign.objects.get(year=year, yearly=True)
    campaign = edit_campaign(campaign, {"claim_length_days": 13}, by=play.setting.administrator)
    rungs = [{"days": days, "what": what, "to": TO[what]} for days, what in NEW_RUNGS]
    set_ladder(campaign, {"claim": rungs}, by=play.setting.administrator)
    play.note(e.MADE, campaign.prefix, policy=Policy(claim_length=13, claim_rungs=NEW_RUNGS))


def a_day_off(play: "Play", day: datetime.date) -> None:
    """The notice of the year is corrected: the operator enters one more day off."""
    known = calendars.of(day.year)
    arrange(
        day.year,
        holidays=[*known.holidays, Holiday("临时放假", day, day)],
        make_up_days=known.made_up,
        by=Actor(None, "运维", frozenset({OPERATOR})),
    )
    play.note(e.DAY_OFF, day=day)
    play.working.look_at_the_calendar()
    # A deadline that has come nearer may have a rung due today.
    play.look_again()


def release() -> None:
    """A new version of the program has another default ladder."""
    default = cast("dict[str, Any]", default_ladder.DEFAULT)
    rungs = default["claim"]
    default |= {
        "claim": [{**rung, "days": rung["days"] + (1 if rung["days"] > 0 else -1)} for rung in rungs],
        "open": [{"days": 4, "what": "notice", "to": ["staff"]}],
        "delivered": [{"days": 2, "what": "notice", "to": ["staff"]}],
        "again_days": 3,
        "recall_by_itself": False,
    }


@contextmanager
def default_put_back() -> Iterator[None]:
    """Each year begins with the default of domain.md."""
    default = cast("dict[str, Any]", default_ladder.DEFAULT)
    before = dict(default)
    try:
        yield
    finally:
        default.clear()
        default.update(before)
