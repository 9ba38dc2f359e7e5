"""From the survey to the board: a file is imported, wishes are verified, assessed, shared out and opened."""

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import start_campaign
from tenants.campaigns.working_days import add_working_days
from tenants.forms.batches import check_import
from tenants.forms.confirming import confirm_import
from tenants.forms.consents import PURPOSES, ConsentsGiven
from tenants.wishes import allocation, deciding
from tenants.wishes.completeness import what_is_missing
from tenants.wishes.editing import edit_wish
from tenants.wishes.models import Verification, Wish
from tenants.wishes.opening import open_wish
from tests.replay import beside, claiming, needing
from tests.replay.cases import Case
from tests.replay.model import events as e
from tests.replay.model.policy import Policy
from tests.replay.years import row_count, rows_of

if TYPE_CHECKING:
    from tests.replay.playing import Play

VERIFYING, ASSESSING = 7, 7
QUICK = 4
OPENING_DAYS = (1, 2, 4)


Act = Callable[[], None]


def bring_in(play: "Play", year: int, file: Path, most: int | None) -> None:
    """The year's own campaign is made, and the survey's file imported into it, but for the rows of an occasion."""
    rows = range(min(row_count(file), most or sys.maxsize))
    cut = len(rows) - len(rows) * play.shares.beside // 100
    made = make_campaign(year, by=play.setting.administrator, policy={"follow_up_percent": play.shares.follow_up})
    # The years before are not closed: what is made while one runs prepares, until it is started.
    campaign = start_campaign(made, by=play.setting.administrator)
    play.note(e.MADE, campaign.prefix, policy=Policy())
    read(play, campaign, file, rows_of(file, rows[:cut]))
    if rows[cut:]:
        beside.plan(play, year, file, rows[cut:])


def read(play: "Play", campaign: Campaign, file: Path, rows: bytes) -> None:
    """A file comes into a campaign; each wish of it will be verified, and all of them shared out."""
    batch = check_import(
        rows,
        kind="wishes",
        file_name=file.name,
        campaign=campaign,
        consents=ConsentsGiven(tuple(PURPOSES), "written", play.now.date()),
        by=play.setting.collector,
    )
    confirm_import(batch, by=play.setting.collector)
    for wish in (
        Wish.objects.filter(campaign=campaign).select_related("campaign", "beneficiary__household").order_by("serial")
    ):
        case = play.cases[wish.pk] = Case(wish, Random(f"{play.seed} {wish.number}"))
        play.log(e.COLLECTED, case)
        will_be_verified(play, case)
    day = add_working_days(play.now.date(), shared_out_after(play))
    play.at(day, datetime.time(9, 41), lambda: share_out(play, campaign))


def shared_out_after(play: "Play") -> int:
    """In how many working days all that was read is admitted."""
    return 4 + (VERIFYING + ASSESSING if play.shares.slow_staff else 2 * QUICK)


def slowly(play: "Play", case: Case, most: int, quick: int = QUICK) -> int:
    """In how many working days staff get to it."""
    slow = case.random.randint(1, 100) <= play.shares.slow_staff
    return case.random.randint(quick + 2, most) if slow else case.random.randint(0, quick)


def will_be_verified(play: "Play", case: Case) -> None:
    play.later(slowly(play, case, VERIFYING), case, lambda: verify(play, case))


def verify(play: "Play", case: Case) -> None:
    if case.wish.missing:
        complete(play, case)
    manner = case.random.choice(Verification.Manner.values)
    deciding.verify(case.wish, manner=manner, by=play.setting.collector)
    play.log(e.VERIFIED, case)
    play.later(slowly(play, case, ASSESSING), case, lambda: admit(play, case))


def complete(play: "Play", case: Case) -> None:
    """Whoever verifies asks for what the survey forgot."""
    lacking = what_is_missing(case.wish, case.wish.beneficiary)
    person: dict[str, object] = {}
    if any(code.startswith("phone") for code in lacking):
        person["without_phone"] = True
    if any(code.startswith("age") for code in lacking):
        person["age"] = 60
    if "guardian_missing" in lacking:
        person |= {"guardian_name": "马桂英", "guardian_relation": "奶奶"}
    if any(code.startswith("category") for code in lacking):
        person["categories"] = ["low_income"]
    changes = {"collected_on": play.now.date()} if any(code.startswith("date") for code in lacking) else {}
    case.wish = edit_wish(case.wish, changes, person=person, by=play.setting.collector)


def admit(play: "Play", case: Case) -> None:
    deciding.admit(case.wish, by=play.setting.assessor)
    play.log(e.ADMITTED, case)
    if case.arrived:
        # The share-out is over: it is opened to all.
        will_be_opened(play, case)


def share_out(play: "Play", campaign: Campaign) -> None:
    """Over the branches; opened after that, once the campaign runs."""
    campaign.refresh_from_db()
    allocation.confirm(allocation.propose(campaign, by=play.setting.administrator), by=play.setting.administrator)
    for wish in Wish.objects.filter(campaign=campaign).select_related("branch", "campaign", "beneficiary__household"):
        case = play.cases[wish.pk]
        case.wish, case.branch = wish, wish.branch
        assert case.branch is not None, "shared out to branches with members"
        play.log(e.ALLOCATED, case, branch=case.branch.name)
        if campaign.state == Campaign.State.RUNNING:
            will_be_opened(play, case)


def will_be_opened(play: "Play", case: Case) -> None:
    """Soon, or weeks later."""
    late = case.random.randint(1, 100) <= play.shares.late_openings
    days = case.random.randint(12, 26) if late else case.random.choice(OPENING_DAYS)
    # Some on a day off: somebody has a quiet Saturday in the office.
    play.later(days, case, lambda: open_to_claims(play, case), any_day=case.random.random() < 0.3)


def open_to_claims(play: "Play", case: Case) -> None:
    needing.may_have_a_day(play, case)
    case.wish = open_wish(case.wish, by=play.setting.administrator)
    case.alone_until = case.wish.branch_only_until
    play.log(e.OPENED, case)
    claiming.wait_for_a_claimer(play, case)
