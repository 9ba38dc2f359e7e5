"""Taking the steps that are due in one community: the work behind a bell of kind `ladder`."""

import datetime
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from hub.actor import SYSTEM
from hub.clock import TIME_ZONE
from hub.communities.current import current
from hub.language import Text
from hub.rollups.supervision import supervise
from tenants.campaigns.working_days import add_working_days
from tenants.claims import clock
from tenants.claims.giving_up import recall
from tenants.claims.handing_over import taken_over
from tenants.claims.models import Claim
from tenants.escalation.audience import Audience, Listener
from tenants.escalation.digests import Digests
from tenants.escalation.ladder import (
    HANDOVER,
    RECALL,
    SUPERVISION,
    Step,
    claim_steps,
    due_steps,
    next_day,
    still_true,
    waiting_steps,
)
from tenants.escalation.models import StepTaken
from tenants.escalation.policy import ladder_of_claim
from tenants.escalation.waiting import Waits, all_that_waits
from tenants.wishes.life import UNDO_AT_ONCE
from tenants.wishes.models import Wish

OPENS, CLOSES = datetime.time(9), datetime.time(21)
"""Steps are taken from nine o'clock in the community's time zone, none at night (domain.md): a claim that would be
recalled in the evening is recalled in the morning, when its message can go too."""

NOT_DECIDED = Text(
    zh="逾期后社区没有决定，按规则自动收回。", en="Overdue, and staff did not decide: recalled by the policy."
)


def take_due_steps(moment: datetime.datetime) -> datetime.datetime | None:
    """Takes every step that is due at the moment, by the rows as they are now; says what is to be said, as digests.

    To be called inside the community's block and a transaction. Returns when the next step is due, or None. A second
    call takes nothing twice: a step taken is a row with a unique key, a message has a purpose of its own.
    """
    if not OPENS <= moment.astimezone(TIME_ZONE).time() < CLOSES:
        return next_moment(moment)
    today = moment.astimezone(TIME_ZONE).date()
    digests = Digests(today)
    supervised: set[UUID] = set()
    held = False
    days: list[date | None] = []
    _keep_still()
    tomorrow = today + datetime.timedelta(days=1)
    over, claims = taken_over(), list(live_claims())
    audience = Audience(claim for claim in claims if clock.is_overdue(claim, on=today))
    for claim in claims:
        waits_a_minute, kept_back = _just_done(claim, moment), False
        steps, taken = _steps_of(claim, over), _taken(claim.steps.all(), clock.rungs_count_from(claim))
        for step in due_steps(steps, today=today, taken=taken):
            if waits_a_minute and step.what != HANDOVER:
                held = kept_back = True
                continue
            taken.add(step.key)
            listeners = audience.of_step(step, claim=claim, branch_id=claim.branch_id)
            # A recall waits for nobody's message.
            if step.what != RECALL and digests.said_before(listeners, step.what):
                days.append(tomorrow)
            else:
                _take_for_claim(claim, step, today, listeners, digests, supervised)
        if not kept_back:
            days.append(next_day(steps, today=today, taken=taken))
    for waits in all_that_waits(today):
        steps, taken = _steps_of_waiting(waits, today), _taken(waits.taken, waits.since)
        for step in due_steps(steps, today=today, taken=taken):
            taken.add(step.key)
            listeners = audience.of_step(step, claim=None, branch_id=waits.wish.branch_id, claimable=waits.claimable)
            if digests.said_before(listeners, step.what):
                days.append(tomorrow)
                continue
            row = _row(waits.wish, waits.claim, step, waits.since)
            digests.add(listeners, step.what, row, waits.wish, None)
            if step.what == SUPERVISION:
                supervised.add(waits.wish.pk)
        days.append(next_day(steps, today=today, taken=taken))
    digests.say(moment)
    if supervised:
        supervise(current(), today, len(supervised))
    following = _at_nine(min((day for day in days if day is not None), default=None), moment)
    again = moment + UNDO_AT_ONCE
    return min(following or again, again) if held else following


def _just_done(claim: Claim, moment: datetime.datetime) -> bool:
    """Whether somebody can still take back what brought the claim here (a gift that was not confirmed, a request that
    was answered): nobody is told of it, and nothing is recalled, before that is over."""
    came_back = [claim.wish.state_since] if claim.claimed_at < claim.wish.state_since else []
    answered = [each.decided_at for each in claim.extensions.all()]
    return any(each is not None and moment - UNDO_AT_ONCE < each <= moment for each in (*came_back, *answered))


def _keep_still() -> None:
    # Before the claims are read: as every verb on a claim, this one locks its wish first, and reads the claims afterwards:
    # else a claimer who hands back and the ladder that recalls would each wait for the other's row.
    claimed = Wish.objects.filter(state=Wish.State.CLAIMED).order_by("serial", "pk").only("pk")
    list(claimed.select_for_update(no_key=True))


def live_claims() -> QuerySet[Claim]:
    """Claims whose gift is awaited, with what the ladder reads."""
    return (
        clock.waiting_for_the_gift(Claim.objects.all())
        .select_related("wish__campaign", "member")
        .prefetch_related("steps", "extensions")
        .order_by("deadline", "claimed_at", "id")
    )


def next_moment(moment: datetime.datetime) -> datetime.datetime | None:
    """When the next step is due by the community's rows; what the sweep compares with the bells. Changes nothing."""
    today = moment.astimezone(TIME_ZONE).date()
    over = taken_over()
    days = [
        next_day(_steps_of(claim, over), today=today, taken=_taken(claim.steps.all(), clock.rungs_count_from(claim)))
        for claim in live_claims()
    ]
    days += [
        next_day(_steps_of_waiting(waits, today), today=today, taken=_taken(waits.taken, waits.since))
        for waits in all_that_waits(today)
    ]
    return _at_nine(min((day for day in days if day is not None), default=None), moment)


def _steps_of(claim: Claim, over: Collection[UUID]) -> list[Step]:
    # The ladder stands on the claim: what was agreed when it was made holds to its end.
    return claim_steps(
        ladder_of_claim(claim),
        agreed_on=clock.agreed_on(claim),
        deadline=clock.rungs_count_from(claim),
        add=add_working_days,
        taken_over_on=claim.claimed_at.astimezone(TIME_ZONE).date() if claim.pk in over else None,
        stopped=clock.stops_the_clock(claim),
    )


def _steps_of_waiting(waits: Waits, today: date) -> list[Step]:
    return waiting_steps(
        waits.wish.campaign.ladder, scope=waits.scope, since=waits.since, today=today, add=add_working_days
    )


def _taken(rows: Iterable[StepTaken], counted_from: date) -> set[str]:
    # That somebody took a claim over is said once, whatever becomes of its deadline.
    return {row.key for row in rows if row.counted_from == counted_from or row.key == HANDOVER}


def _take_for_claim(
    claim: Claim, step: Step, today: date, listeners: list[Listener], digests: Digests, supervised: set[UUID]
) -> None:
    """Takes one step of a claim; what is recalled by it, or would be, an officer hears of."""
    row = _row(claim.wish, claim, step, clock.rungs_count_from(claim))
    if not still_true(step, today=today, deadline=claim.deadline):
        StepTaken.objects.filter(pk=row.pk).update(void=True)
        return
    if step.what == RECALL:
        supervised.add(claim.wish_id)
        if ladder_of_claim(claim)["recall_by_itself"]:
            recall(claim, reason=NOT_DECIDED.kept(), by=SYSTEM)
            digests.forget(claim.wish)
        digests.add(listeners, SUPERVISION, row, claim.wish, None)
        return
    digests.add(listeners, step.what, row, claim.wish, claim.deadline)


def _row(wish: Wish, claim: Claim | None, step: Step, counted_from: date) -> StepTaken:
    return StepTaken.objects.create(
        wish=wish, claim=claim, key=step.key, what=step.what, counted_from=counted_from, day=step.day
    )


def _at_nine(day: date | None, moment: datetime.datetime) -> datetime.datetime | None:
    if day is None:
        return None
    local = moment.astimezone(TIME_ZONE)
    if local.time() >= CLOSES:
        day = max(day, local.date() + datetime.timedelta(days=1))
    return max(datetime.datetime.combine(day, OPENS, TIME_ZONE), moment)
