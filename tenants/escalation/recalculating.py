"""The working days of a year are known better than they were: deadlines still to come are worked out again (domain.md),
and so is the day on which a wish that is its branch's alone opens to all.

The work behind a bell of kind `calendar`, which rings when the operator enters or corrects a year's arrangement, and
every night, since an update of the library tells nobody.
"""

import datetime
from datetime import date

from hub.actor import SYSTEM
from hub.bells.ringing import FIGURES, LADDER, has_bell, ring
from hub.calendars.known import calendars
from hub.clock import TIME_ZONE
from hub.communities.current import current
from hub.language import Text
from tenants.campaigns.working_days import add_working_days, after_full_days
from tenants.claims.claiming import enter
from tenants.claims.models import Claim, ClaimNotice
from tenants.claims.needed_by import latest
from tenants.claims.noticing import tell
from tenants.escalation.ladder import REQUEST
from tenants.escalation.models import StepTaken
from tenants.escalation.taking import next_moment
from tenants.wishes.life import note
from tenants.wishes.models import Wish

WHY = Text(zh="放假安排有更新，按工作日重新推算。", en="The year's working days are arranged anew.").kept()


def recalculate_deadlines(moment: datetime.datetime) -> None:
    """Works out again the deadline of every live claim that has not passed, extended ones by their own count.

    To be called inside the community's block and a transaction. What has passed stays; nobody who was told a later day
    becomes late by a correction, so no deadline moves to before today. Steps taken stay taken. Each change is in the
    history of the claim and of the wish. A second call changes nothing.
    """
    calendars.forget()
    today = moment.astimezone(TIME_ZONE).date()
    _recalculate_branch_only(today)
    coming = Claim.objects.filter(ended_at=None, wish__state=Wish.State.CLAIMED, deadline__gte=today).select_related(
        "wish"
    )
    moving = [claim.wish_id for claim in coming if _changes(claim, today)]
    if not moving:
        _wake_the_ladder(moment)
        return
    # As every verb on a claim: the wish is locked first, the claim read afterwards.
    wishes = (
        Wish.objects.filter(pk__in=moving, state=Wish.State.CLAIMED)
        .order_by("serial", "pk")
        .select_for_update(no_key=True)
    )
    by_id = {wish.pk: wish for wish in wishes}
    for claim in coming.filter(wish__in=by_id).order_by("wish__serial"):
        if changes := _changes(claim, today):
            _move(claim, by_id[claim.wish_id], changes)
    ring(LADDER)
    ring(FIGURES)


def _wake_the_ladder(moment: datetime.datetime) -> None:
    """Rungs are counted in working days too, and may come nearer where every deadline stays."""
    following = next_moment(moment)
    if following is not None and not has_bell(current(), LADDER, by=following):
        ring(LADDER, following)


def _recalculate_branch_only(today: date) -> None:
    alone = Wish.objects.filter(state__in=(Wish.State.OPEN, Wish.State.CLAIMED), branch_only_until__gt=today)
    # A claimed one may come back to the board within these days.
    for wish in alone.exclude(branch_only_days=None).order_by("serial", "pk").select_for_update(no_key=True):
        if wish.opened_at is None or wish.branch_only_days is None or wish.branch_only_until is None:
            continue
        opened_on = wish.opened_at.astimezone(TIME_ZONE).date()
        until = max(after_full_days(opened_on, wish.branch_only_days), today)
        if until != wish.branch_only_until:
            told = {"branch_only_until": [wish.branch_only_until.isoformat(), until.isoformat()]}
            Wish.objects.filter(pk=wish.pk).update(branch_only_until=until)
            note(wish, "branch_only_moved", told, by=SYSTEM, reason=WHY)


def _changes(claim: Claim, today: date) -> dict[str, tuple[date, date]]:
    """Which of the claim's two deadlines move, each as (old, new)."""
    counted = add_working_days(claim.counted_from, claim.counted_days)
    deadline = latest(max(counted, today), claim.wish.needed_by, on=today)
    first = claim.first_deadline
    if first >= today:
        claimed_on = claim.claimed_at.astimezone(TIME_ZONE).date()
        counted = add_working_days(claimed_on, claim.policy["claim_length_days"])
        first = latest(max(counted, today), claim.first_needed_by, on=today)
    both = {"deadline": (claim.deadline, deadline), "first_deadline": (claim.first_deadline, first)}
    return {name: (old, new) for name, (old, new) in both.items() if old != new}


def _move(claim: Claim, wish: Wish, changes: dict[str, tuple[date, date]]) -> None:
    Claim.objects.filter(pk=claim.pk).update(**{name: new for name, (_, new) in changes.items()})
    if "deadline" in changes:
        old, new = changes["deadline"]
        # Those of a request count from the day on which it was made, whatever becomes of the deadline.
        steps = StepTaken.objects.filter(claim=claim).exclude(key__startswith=REQUEST)
        taken = steps.filter(counted_from=new).values("key")
        steps.filter(counted_from=old).exclude(key__in=taken).update(counted_from=new)
    told: dict[str, object] = {name: [old.isoformat(), new.isoformat()] for name, (old, new) in changes.items()}
    enter(claim, "deadline_moved", by=SYSTEM, reason=WHY, changes=told)
    if "deadline" in changes:
        tell(claim, ClaimNotice.Kind.DEADLINE_MOVED, by=SYSTEM, deadline=changes["deadline"][1])
    note(wish, "deadline_moved", told, by=SYSTEM, reason=WHY)
