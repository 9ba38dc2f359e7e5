"""Taking the steps that are due in one community: the work behind a bell of kind `ladder`."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from hub.actor import SYSTEM
from hub.clock import TIME_ZONE
from hub.communities.current import current
from hub.language import Text
from hub.rollups.supervision import supervise
from tenants.campaigns.models import Campaign
from tenants.campaigns.working_days import add_working_days
from tenants.claims.giving_up import recall
from tenants.claims.handing_over import taken_over
from tenants.claims.models import Claim, Extension
from tenants.escalation.audience import Audience, Listener
from tenants.escalation.digests import Digests
from tenants.escalation.ladder import (
    DEFAULT,
    HANDOVER,
    OFFICER,
    RECALL,
    WAITING_STATES,
    Step,
    claim_steps,
    due_steps,
    next_day,
    still_true,
    waiting_steps,
)
from tenants.escalation.models import StepTaken
from tenants.wishes.life import UNDO_AT_ONCE
from tenants.wishes.models import Wish

OPENS, CLOSES = datetime.time(9), datetime.time(21)
"""Steps are taken from nine o'clock in the community's time zone, none at night (domain.md): a claim that would be
recalled in the evening is recalled in the morning, when its message can go too."""

GRANTED = Extension.State.GRANTED
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
    audience, digests = Audience(), Digests(today)
    recalled, held = 0, False
    days: list[date | None] = []
    _keep_still()
    tomorrow = today + datetime.timedelta(days=1)
    over = taken_over()
    for claim in live_claims():
        waits, kept_back = _just_done(claim, moment), False
        steps, taken = _steps_of(claim, over), _taken(claim.steps.all(), claim.deadline)
        for step in due_steps(steps, today=today, taken=taken):
            if waits and step.what != HANDOVER:
                held = kept_back = True
                continue
            taken.add(step.key)
            listeners = _listeners(audience, step, claim, claim.branch_id)
            if digests.said_before(listeners, step.what):
                days.append(tomorrow)
            else:
                recalled += _take_for_claim(claim, step, today, listeners, digests)
        if not kept_back:
            days.append(next_day(steps, today=today, taken=taken))
    for wish in waiting_wishes():
        since = wish.state_since.astimezone(TIME_ZONE).date()
        steps = waiting_steps(policy_of(wish.campaign), state=wish.state, since=since, add=add_working_days)
        taken = _taken(wish.steps.all(), since)
        for step in due_steps(steps, today=today, taken=taken):
            taken.add(step.key)
            listeners = _listeners(audience, step, None, wish.branch_id)
            if digests.said_before(listeners, step.what):
                days.append(tomorrow)
            else:
                digests.add(listeners, step.what, _row(wish, None, step, since), wish, None)
        days.append(next_day(steps, today=today, taken=taken))
    digests.say(moment)
    if recalled:
        supervise(current(), today, recalled)
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
    # Every verb on a claim locks its wish first. So does this, and reads the claims afterwards: else a claimer who
    # hands back and the ladder that recalls would each wait for the other's row.
    claimed = Wish.objects.filter(state=Wish.State.CLAIMED).order_by("serial").only("pk")
    list(claimed.select_for_update(no_key=True))


def live_claims() -> QuerySet[Claim]:
    """Claims whose gift is awaited, with what the ladder reads."""
    return (
        Claim.objects.filter(ended_at=None, wish__state=Wish.State.CLAIMED)
        .select_related("wish__campaign", "member")
        .prefetch_related("steps", "extensions")
        .order_by("deadline", "claimed_at", "id")
    )


def waiting_wishes() -> QuerySet[Wish]:
    """Wishes of running campaigns in a state that may take too long."""
    return (
        Wish.objects.filter(state__in=WAITING_STATES)
        .exclude(campaign__state=Campaign.State.CLOSED)
        .select_related("campaign")
        .prefetch_related("steps")
        .order_by("serial")
    )


def policy_of(campaign: Campaign) -> Mapping[str, Any]:
    """The ladder of a campaign's policy: its own rungs where it has some, the default's for the rest."""
    return {**DEFAULT, **campaign.ladder}


def next_moment(moment: datetime.datetime) -> datetime.datetime | None:
    """When the next step is due by the community's rows; what the sweep compares with the bells. Changes nothing."""
    today = moment.astimezone(TIME_ZONE).date()
    over = taken_over()
    days = [next_day(_steps_of(c, over), today=today, taken=_taken(c.steps.all(), c.deadline)) for c in live_claims()]
    for wish in waiting_wishes():
        since = wish.state_since.astimezone(TIME_ZONE).date()
        steps = waiting_steps(policy_of(wish.campaign), state=wish.state, since=since, add=add_working_days)
        days.append(next_day(steps, today=today, taken=_taken(wish.steps.all(), since)))
    return _at_nine(min((day for day in days if day is not None), default=None), moment)


def _steps_of(claim: Claim, over: Collection[UUID]) -> list[Step]:
    # The policy is frozen on the claim: what was agreed when it was made holds to its end.
    policy = {**DEFAULT, **claim.policy.get("ladder", {})}
    # Nobody is reminded of a deadline that was agreed upon a moment ago, by claiming or by an extension.
    granted = [extension.decided_at for extension in claim.extensions.all() if extension.state == GRANTED]
    agreed_at = max(moment for moment in (claim.claimed_at, *granted) if moment is not None)
    return claim_steps(
        policy,
        claimed_on=agreed_at.astimezone(TIME_ZONE).date(),
        deadline=claim.deadline,
        add=add_working_days,
        taken_over_on=claim.claimed_at.astimezone(TIME_ZONE).date() if claim.pk in over else None,
    )


def _taken(rows: Iterable[StepTaken], counted_from: date) -> set[str]:
    # That somebody took a claim over is said once, whatever becomes of its deadline.
    return {row.key for row in rows if row.counted_from == counted_from or row.key == HANDOVER}


def _listeners(audience: Audience, step: Step, claim: Claim | None, branch_id: UUID | None) -> list[Listener]:
    # An officer hears of it as a count, from the hub (supervision).
    names = [name for name in step.to if name != OFFICER]
    return [listener for name in names for listener in audience.of(name, claim=claim, branch_id=branch_id)]


def _take_for_claim(claim: Claim, step: Step, today: date, listeners: list[Listener], digests: Digests) -> bool:
    """Takes one step of a claim. Returns whether the claim was recalled by it."""
    row = _row(claim.wish, claim, step, claim.deadline)
    if not still_true(step, today=today, deadline=claim.deadline):
        StepTaken.objects.filter(pk=row.pk).update(void=True)
        return False
    if step.what == RECALL:
        if not {**DEFAULT, **claim.policy.get("ladder", {})}["recall_by_itself"]:
            return True
        recall(claim, reason=NOT_DECIDED.kept(), by=SYSTEM)
        digests.forget(claim.wish)
        return True
    digests.add(listeners, step.what, row, claim.wish, claim.deadline)
    return False


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
