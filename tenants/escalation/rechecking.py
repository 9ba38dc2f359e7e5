"""Looks at the digests that wait to be sent, whether what they say is still true (hub.sms.withdrawing calls this).

The verbs that end a claim need not know of messages: the question is asked once, right before sending, by the rows as
they are then. A digest none of whose wishes needs it any more is withdrawn; one of whose wishes some do not is written
again with the others, since a count or a wish's number in it would be false. Whoever has another telephone now is told
there, and nobody at the old one.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from hub.clock import TIME_ZONE, today
from hub.communities.models import Community
from hub.sms.withdrawing import readdress, restate, waiting_words, withdraw
from tenants.claims import clock
from tenants.claims.board import off_the_board
from tenants.claims.models import Claim
from tenants.escalation.digests import Digest, Part, words
from tenants.escalation.ladder import (
    AFTER_THE_DEADLINE,
    CLAIMER,
    FOLLOW_UP,
    HANDOVER,
    RECALL,
    REMINDER,
    REQUEST,
    SECRETARY,
    SUPERVISION,
)
from tenants.escalation.models import StepMessage, StepTaken
from tenants.escalation.waiting import confirmed_on, open_requests, waits_since, wanted_follow_ups
from tenants.members.models import Member
from tenants.wishes.models import Wish

NAMING_A_DAY = (REMINDER, HANDOVER)
"""What these say names a deadline, and that may have moved: by a corrected calendar, or for whoever took a claim over."""


def withdraw_untrue(community: Community) -> None:
    """Withdraws or writes again what waits and is no longer true. To be called inside the community's block."""
    waiting = waiting_words(community)
    parts: dict[str, list[StepMessage]] = {}
    for part in (
        StepMessage.objects.filter(purpose__in=waiting)
        .select_related("step__wish__campaign", "step__claim")
        .order_by("step__taken_at", "step_id")
    ):
        parts.setdefault(part.purpose, []).append(part)
    phones = _phones_of_claimers(parts.values())
    void: list[str] = []
    for purpose, spoken_of in parts.items():
        true = [part for part in spoken_of if holds(part.step) and not _cannot_be_claimed(part)]
        if not true:
            void.append(purpose)
        elif len(true) < len(spoken_of) or true[0].step.what in NAMING_A_DAY:
            said = template, params = words(_digest(true), _day_of(purpose))
            if said == waiting[purpose] or restate(purpose, template=template, params=params):
                # The wishes that are left out were never spoken of: their pages must not say that somebody was told.
                StepMessage.objects.filter(pk__in=[part.pk for part in spoken_of if part not in true]).delete()
        if true and (member := _claimer_of(spoken_of)) in phones:
            # The old number may be somebody else's by now.
            readdress(purpose, phones[member])
    withdraw(void)


def _claimer_of(parts: list[StepMessage]) -> UUID | None:
    """The member whom a digest speaks to as claimer: the others are reached by their account's telephone."""
    return next((part.member_id for part in parts if part.audience == CLAIMER), None)


def _phones_of_claimers(messages: Iterable[list[StepMessage]]) -> dict[UUID | None, str]:
    """Member → the telephone that the register has now, "" for none."""
    found = {member for parts in messages if (member := _claimer_of(parts)) is not None}
    return {member.pk: member.phone or "" for member in Member.objects.filter(pk__in=found)}


def holds(step: StepTaken) -> bool:
    """Whether what a step said is still so: the same claim is alive with the same deadline, or the wish, the follow-up or
    the request still waits, and since the day that the step counted from. Nobody is reminded of a deadline that has
    passed, or urged while more time is asked for. That a claim was recalled stays so."""
    wish, claim, scope = step.wish, step.claim, step.key.partition("+")[0]
    if step.what == RECALL:
        return True
    if scope == REQUEST:
        return claim is not None and step.counted_from in _days_asked(claim)
    if claim is not None:
        alive = claim.ended_at is None and wish.state == Wish.State.CLAIMED
        too_late = step.what == REMINDER and today() > claim.deadline
        as_said = clock.rungs_count_from(claim) == step.counted_from or step.what == HANDOVER
        stopped = step.what in AFTER_THE_DEADLINE and clock.stops_the_clock(claim)
        return alive and as_said and not too_late and not stopped
    if scope == FOLLOW_UP:
        wanted = wanted_follow_ups().filter(pk=wish.pk).first()
        return wanted is not None and confirmed_on(wanted) == step.counted_from
    return wish.state == scope and waits_since(wish, today()) == step.counted_from


def _cannot_be_claimed(part: StepMessage) -> bool:
    """Whether a secretary would be asked to find somebody for a wish that has left the board meanwhile."""
    if part.audience != SECRETARY or part.step.claim is not None:
        return False
    return Wish.objects.filter(off_the_board(), pk=part.step.wish_id, state=Wish.State.OPEN).exists()


def _days_asked(claim: Claim) -> set[date]:
    asked = open_requests().filter(claim=claim).values_list("asked_at", flat=True)
    return {moment.astimezone(TIME_ZONE).date() for moment in asked}


def _digest(parts: Iterable[StepMessage]) -> Digest:
    parts = list(parts)
    what = parts[0].step.what
    return Digest(
        SUPERVISION if what == RECALL else what,
        [
            Part(
                part.step,
                part.step.wish,
                part.step.claim.deadline if part.step.claim else None,
                part.audience,
                part.member_id,
            )
            for part in parts
        ],
    )


def _day_of(purpose: str) -> date:
    return date.fromisoformat(purpose.rpartition(" ")[2])
