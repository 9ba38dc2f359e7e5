"""A campaign for an occasion beside the year's own: prepared while that runs, started, closed, and what is left over."""

import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from hub.refusal import Refusal
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import start_campaign
from tenants.campaigns.working_days import add_working_days
from tenants.closing.blocking import what_blocks
from tenants.closing.years import close_campaign
from tenants.wishes.models import Wish
from tenants.wishes.opening import open_wish
from tests.replay import claiming, collecting
from tests.replay.cases import Case
from tests.replay.model import events as e
from tests.replay.model.policy import WAITING_RUNGS, Policy
from tests.replay.years import rows_of

if TYPE_CHECKING:
    from tests.replay.playing import Play

S = Wish.State

MADE_AFTER, TRIED_AFTER, STARTED_AFTER, CLOSED_AFTER = 6, 22, 34, 80
"""Working days after the year's import: what is admitted by then waits for the start, some of it for longer than a notice."""
CLOSED_BY = (9, 20)
"""What is left over must have time to be fulfilled in the year's own; later, whoever is left finds a claimer here."""
TRY_AGAIN = 4

RUNGS = ((-3, "reminder"), (1, "urging"), (2, "decision"), (4, "recall"))
TO = {"reminder": ["claimer"], "urging": ["claimer", "secretary"], "decision": ["staff"], "recall": ["officer"]}
NOTICES = [{"days": 6, "what": "notice", "to": ["secretary"]}, {"days": 9, "what": "notice", "to": ["staff"]}]


def plan(play: "Play", year: int, file: Path, rows: range) -> None:
    """When it is made, started and closed; these rows of the year's file are its wishes."""
    first = play.now.date()

    def on(days: int, time: datetime.time, act: "collecting.Act") -> None:
        play.at(add_working_days(first, days), time, act)

    on(MADE_AFTER, datetime.time(14, 3, 9), lambda: make(play, year, file, rows))
    on(TRIED_AFTER, datetime.time(14, 8, 9), lambda: nothing_is_opened(play, year))
    on(STARTED_AFTER, datetime.time(14, 13, 9), lambda: start(play, year))
    on(CLOSED_AFTER, datetime.time(14, 18, 9), lambda: close(play, year))


def of(year: int) -> Campaign:
    """The year's campaign for an occasion."""
    return Campaign.objects.get(year=year, yearly=False)


def make(play: "Play", year: int, file: Path, rows: range) -> None:
    """It has a policy of its own, and in every other year a smaller or a larger limit of claims than the year's own."""
    limit = 1 + 2 * (year % 2)
    campaign = make_campaign(
        year,
        yearly=False,
        title="重阳敬老",
        policy={
            "claim_length_days": 10,
            "live_claims_per_member": limit,
            "branch_only_days": 2,
            "follow_up_percent": play.shares.follow_up,
            "ladder": {
                "claim": [{"days": days, "what": what, "to": TO[what]} for days, what in RUNGS],
                "open": NOTICES,
                "again_days": 6,
            },
        },
        by=play.setting.administrator,
    )
    assert campaign.state == Campaign.State.PREPARING, "the year's own runs"
    play.note(e.PREPARING, campaign.prefix)
    policy = Policy(
        claim_length=10,
        live_claims=limit,
        alone=2,
        claim_rungs=RUNGS,
        waiting_rungs={**WAITING_RUNGS, "open": ((6, "secretary"), (9, "staff"))},
        again=6,
    )
    play.note(e.MADE, campaign.prefix, policy=policy)
    collecting.read(play, campaign, file, rows_of(file, rows))


def nothing_is_opened(play: "Play", year: int) -> None:
    """Somebody tries to open one of its wishes while it is being prepared."""
    wish = Wish.objects.filter(campaign=of(year), state=S.ADMITTED).order_by("serial").first()
    if wish is None:
        return
    try:
        open_wish(wish, by=play.setting.administrator)
    except Refusal as refusal:
        if refusal.code != "campaign_preparing":
            raise
    else:
        play.log(e.OPENED, play.cases[wish.pk])


def start(play: "Play", year: int) -> None:
    campaign = start_campaign(of(year), by=play.setting.administrator)
    play.note(e.STARTED, campaign.prefix)
    for case in of_campaign(play, campaign):
        case.left_over = case.random.randint(1, 100) <= play.shares.left_over
        if case.branch is not None:
            collecting.will_be_opened(play, case)


def of_campaign(play: "Play", campaign: Campaign) -> list[Case]:
    return [case for case in play.cases.values() if case.wish.campaign_id == campaign.pk]


def close(play: "Play", year: int) -> None:
    """Once nothing keeps it open; what nobody has claimed comes into the year's own, and begins there anew."""
    campaign, today = of(year), play.now.date()
    left = [case for case in of_campaign(play, campaign) if case.left_over and case.expected == S.OPEN]
    if today > datetime.date(year, *CLOSED_BY):
        for case in left:
            case.left_over = False
            claiming.wait_for_a_claimer(play, case)
    elif what_blocks(campaign) or any(
        case not in left for case in of_campaign(play, campaign) if case.expected != S.FULFILLED
    ):
        play.at(add_working_days(today, TRY_AGAIN), datetime.time(14, 18, 9), lambda: close(play, year))
    else:
        close_campaign(campaign, by=play.setting.administrator)
        for case in left:
            arrive(play, case)


def arrive(play: "Play", case: Case) -> None:
    """A wish that was carried over goes on under its new number."""
    again = Wish.objects.select_related("beneficiary__household", "campaign").get(carried_from=case.wish)
    assert again.campaign.yearly, "the running one of the year is proposed"
    play.log(e.CARRIED_OVER, case, into=again.number)
    del play.cases[case.wish.pk]
    fresh = Case(again, Random(f"{play.seed} {again.number}"), arrived=True, needed_by=again.needed_by)
    play.cases[again.pk] = fresh
    if case.needed_by != again.needed_by:
        # A day that is over does not come along.
        play.log(e.NEEDED_BY, fresh, day=again.needed_by)
    collecting.will_be_verified(play, fresh)
