"""Taking back one's own act of a moment ago, by a move of its own (domain.md, Life of a wish). The history keeps both."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.clock import TIME_ZONE, now, today
from hub.language import Text
from hub.refusal import Refusal
from tenants.claims.changing import addresses_watched, caught_up
from tenants.claims.claiming import enter
from tenants.claims.extending import lapse
from tenants.claims.giving_up import BY_RECALL
from tenants.claims.models import Claim, Delivery, DeliveryPicture, Extension
from tenants.claims.needed_by import latest
from tenants.claims.noticing import take_back
from tenants.claims.slots import back_in_a_slot, close_ranks
from tenants.people.models import Consent
from tenants.people.queueing import wait_for_the_register
from tenants.people.taking_back import take_back_survey
from tenants.wishes.consenting import end_consents
from tenants.wishes.leaving import ENTERED_BY_MISTAKE
from tenants.wishes.life import STATE_NAMES, UNDO_AT_ONCE, UNDONE, move, note, stood_since
from tenants.wishes.models import Wish, WishEntry

S = Wish.State

BEGINNING_ELSEWHERE = (
    "extended",
    "extension_refused",
    "followed_up",
    "extension_asked",
    "extension_taken_back",
    "handed_over",
    UNDONE,
)
"""Entries that move no wish and change what an undo would go back to. What was taken back is not taken back again."""


def undo_act(wish: Wish, verb: str, *, by: Actor) -> Wish:
    """Takes back what `verb` (of `ACTS`) did to the wish: the caller's own, the last that happened, within a minute.

    Raises `Refusal` (409): `nothing_to_undo`, `not_yours`, `too_late_to_undo`, `claimed_meanwhile`, `changed_since`.
    """
    with transaction.atomic():
        if verb == "collected":
            # Its person may move back: that lock comes before any wish's.
            wait_for_the_register()
        wish = Wish.objects.select_for_update(of=("self",), no_key=True).select_related("campaign").get(pk=wish.pk)
        last = wish.history.filter(
            ~Q(from_state=F("to_state")) | Q(verb__in=(*BEGINNING_ELSEWHERE, "collected"))
        ).last()
        if last is None or last.verb != verb or last.to_state != wish.state:
            raise _gone_on(wish, verb)
        if last.actor_id != by.account_id:
            raise Refusal(
                "not_yours",
                Text(
                    zh="只能撤销自己的操作，这一步是{name}做的。",
                    en="You can undo your own step only: this one is {name}'s.",
                ),
                name=last.actor_name,
            )
        if now() - last.at > UNDO_AT_ONCE:
            raise Refusal(
                "too_late_to_undo",
                Text(zh="已超过一分钟，不能撤销。", en="More than a minute has passed: it can no longer be undone."),
            )
        ACTS[verb](wish, last, by)
        take_back(wish, [BY_RECALL if verb == "backstopped" else verb], since=last.at - _ONE_ACT)
        wish.refresh_from_db()
    return wish


def _back(wish: Wish, last: WishEntry, by: Actor, *, to: str = "") -> Wish:
    """The move back, into the state of before and the day since which it stood in it: its clocks go on."""
    to = to or last.from_state
    return move(
        wish,
        to,
        verb=UNDONE,
        by=by,
        came_from=wish.state,
        undo=True,
        changes={"undone": last.verb},
        state_since=stood_since(wish, to, before=last),
    )


def _confirmed(wish: Wish, last: WishEntry, by: Actor) -> None:
    _back(wish, last, by)
    delivery = wish.deliveries.get(current=True)
    columns: dict[str, object] = {
        "confirmed_at": None,
        "confirmed_by_id": None,
        "confirmed_by_name": "",
        "follow_up_wanted": False,
    }
    day = last.changes.get("delivered_on")
    if isinstance(day, list) and day[0]:
        # The day that staff set with their word goes back with it.
        columns["delivered_on"] = date.fromisoformat(str(day[0]))
    Delivery.objects.filter(pk=delivery.pk).update(**columns)
    if delivery.claim is not None:
        _alive_again(delivery.claim, by, in_hand=False)


def _not_confirmed(wish: Wish, last: WishEntry, by: Actor) -> None:
    _back(wish, last, by)
    delivery = wish.deliveries.filter(rejected_at__isnull=False).order_by("rejected_at").last()
    if delivery is None:
        raise _gone_on(wish, last.verb)
    kept = DeliveryPicture.objects.filter(delivery=delivery).exists()
    Delivery.objects.filter(pk=delivery.pk).update(current=True, rejected_at=None, rejected_reason="", has_picture=kept)
    if delivery.claim is not None:
        Claim.objects.filter(pk=delivery.claim.pk).update(slot=None)
        close_ranks(delivery.claim.member_id)
        enter(delivery.claim, "undone", by=by, changes={"undone": last.verb})


def _delivered(wish: Wish, last: WishEntry, by: Actor) -> None:
    """A delivery that was recorded by a slip is none: it is gone with its picture, and the claim goes on as it was."""
    delivery = wish.deliveries.select_related("claim").filter(current=True).first()
    if delivery is None or delivery.by_id != by.account_id:
        raise _gone_on(wish, last.verb)
    _back(wish, last, by)
    DeliveryPicture.objects.filter(delivery=delivery).delete()
    Delivery.objects.filter(pk=delivery.pk).delete()
    if (claim := delivery.claim) is not None:
        back_in_a_slot(claim)
        _ask_again(claim, last.at - _ONE_ACT)
        enter(claim, "undone", by=by, changes={"undone": last.verb})
        caught_up(claim, since=delivery.at, by=by)


def _handed_back(wish: Wish, last: WishEntry, by: Actor) -> None:
    _alive_again(_ended_with(wish, last), by)
    _back(wish, last, by)


def _backstopped(wish: Wish, last: WishEntry, by: Actor) -> None:
    if not last.changes.get(BY_RECALL):
        _back(wish, last, by)
        return
    recalled = wish.history.filter(verb="recalled", at__lte=last.at).last()
    _alive_again(_ended_with(wish, recalled or last), by)
    _back(wish, last, by, to=S.CLAIMED)


def _back_on_the_board(wish: Wish, last: WishEntry, by: Actor) -> None:
    _back(wish, last, by)


def _answered(wish: Wish, last: WishEntry, by: Actor) -> None:
    """A request that was granted or refused stands open again; an extension that nobody had asked for is gone."""
    claim = wish.claims.filter(ended_at=None).first()
    if claim is None:
        raise _gone_on(wish, last.verb)
    given = claim.extensions.filter(decided_by_id=by.account_id).order_by("decided_at", "id").last()
    if given is None or claim.extensions.filter(state=Extension.State.OPEN).exists():
        raise _gone_on(wish, last.verb)
    changes: dict[str, object] = {"undone": last.verb}
    if given.state == Extension.State.GRANTED:
        if claim.deadline != given.deadline_after or given.deadline_before is None:
            raise _gone_on(wish, last.verb)
        changes["deadline"] = [claim.deadline.isoformat(), given.deadline_before.isoformat()]
        _deadline_of_before(claim, given)
    if given.by_claimer:
        Extension.objects.filter(pk=given.pk).update(
            state=Extension.State.OPEN,
            decided_at=None,
            decided_by_id=None,
            decided_by_name="",
            answer="",
            granted_days=None,
            deadline_before=None,
            deadline_after=None,
        )
    else:
        given.delete()
    enter(claim, "undone", by=by, changes=changes)
    note(wish, "undone", changes, by=by)
    ring(LADDER)
    ring(FIGURES)


def _deadline_of_before(claim: Claim, given: Extension) -> None:
    before = given.deadline_before
    assert before is not None
    # Counted again from the claim and what was given before, since the day of need or a corrected calendar may have cut
    # the deadline shorter than the count.
    claim.counted_from = claim.claimed_at.astimezone(TIME_ZONE).date()
    claim.counted_days = int(claim.policy["claim_length_days"])
    earlier = claim.extensions.filter(state=Extension.State.GRANTED).exclude(pk=given.pk)
    for one in earlier.order_by("decided_at", "id"):
        assert one.decided_at is not None
        assert one.deadline_before is not None
        day = one.decided_at.astimezone(TIME_ZONE).date()
        if day <= one.deadline_before:
            claim.counted_days += one.granted_days or 0
        else:
            claim.counted_from, claim.counted_days = day, one.granted_days or 0
    claim.deadline = latest(before, claim.wish.needed_by, on=today())
    claim.save(update_fields=["counted_from", "counted_days", "deadline"])


def _followed_up(wish: Wish, last: WishEntry, by: Actor) -> None:
    """The answer is struck, and what it reopened goes back."""
    struck = wish.follow_ups.order_by("at", "id").last()
    if struck is None or struck.by_id != by.account_id:
        raise _gone_on(wish, last.verb)
    if wish.state != S.FULFILLED:
        again = wish.claims.filter(ended_at=None).first()
        if again is not None:
            _end_as_undone(again, by)
        day = last.changes.get("needed_by")
        if isinstance(day, list) and day[0]:
            Wish.objects.filter(pk=wish.pk).update(needed_by=date.fromisoformat(str(day[0])))
        _back(wish, last, by)
        delivery = wish.deliveries.filter(confirmed_at__isnull=False, current=False).order_by("confirmed_at").last()
        if delivery is not None:
            Delivery.objects.filter(pk=delivery.pk).update(current=True)
    else:
        note(wish, "undone", {"undone": last.verb, "outcome": struck.outcome}, by=by, reason=struck.remark)
        ring(FIGURES)
    struck.delete()


def _collected(wish: Wish, last: WishEntry, by: Actor) -> None:
    """What was recorded of the person in the same act goes back with it: a slip leaves no consent that nobody gave."""
    # What one act writes lies side by side: identifiers are in the order of time.
    person = wish.beneficiary_id
    later = WishEntry.objects.filter(wish__beneficiary=person, verb="collected", pk__gt=last.pk).order_by("pk").first()
    given = Consent.objects.filter(beneficiary=person, recorded_by_id=by.account_id, pk__gt=last.pk, withdrawn_at=None)
    end_consents(given.filter(pk__lt=later.pk) if later else given, by=by)
    with addresses_watched(by=by):
        take_back_survey(person, before=last.pk, since=last.at - _ONE_ACT, by=by)
    move(
        wish,
        S.WITHDRAWN,
        verb="withdrawn",
        by=by,
        came_from=S.COLLECTED,
        changes={"reason": ENTERED_BY_MISTAKE},
    )


def _claimed(wish: Wish, last: WishEntry, by: Actor) -> None:
    _end_as_undone(wish.claims.get(ended_at=None), by)
    _back(wish, last, by)


def _withdrawn(wish: Wish, last: WishEntry, by: Actor) -> None:
    """The wish goes back to where it stood; where it was claimed, its claim with deadline and slot comes with it."""
    if last.from_state == S.CLAIMED:
        _alive_again(_ended_with(wish, last), by)
    _back(wish, last, by)


ACTS: Mapping[str, Callable[[Wish, WishEntry, Actor], None]] = {
    "delivered": _delivered,
    "confirmed": _confirmed,
    "not_confirmed": _not_confirmed,
    "extended": _answered,
    "extension_refused": _answered,
    "handed_back": _handed_back,
    "recalled": _handed_back,
    "backstopped": _backstopped,
    "back_to_the_board": _back_on_the_board,
    "followed_up": _followed_up,
    "reopened": _followed_up,
    "collected": _collected,
    "claimed": _claimed,
    "withdrawn": _withdrawn,
}
"""Verb of the entry → how it is taken back. Verifying, assessing, opening, and, for ten
minutes, withdrawing what nobody had claimed: see `tenants.wishes.deciding`."""


def _ended_with(wish: Wish, last: WishEntry) -> Claim:
    """The claim that the act ended. The one that ended last, not long before the entry was written."""
    claim = (
        wish.claims.filter(end__in=(Claim.End.HANDED_BACK, Claim.End.RELEASED, Claim.End.RECALLED, Claim.End.WITHDRAWN))
        .order_by("ended_at")
        .last()
    )
    if claim is None or claim.ended_at is None or claim.ended_at > last.at or last.at - claim.ended_at > _ONE_ACT:
        raise _gone_on(wish, last.verb)
    return claim


_ONE_ACT = timedelta(seconds=30)


def _alive_again(claim: Claim, by: Actor, *, in_hand: bool = True) -> None:
    """The same claim with its deadline; `in_hand` it takes a slot, which a gift that was delivered leaves to others."""
    ended_at, end = claim.ended_at, claim.end
    alive: dict[str, object] = {"ended_at": None, "end": ""}
    if in_hand:
        back_in_a_slot(claim, **alive)
        _ask_again(claim, ended_at)
    else:
        Claim.objects.filter(pk=claim.pk).update(**alive)
    enter(claim, "undone", by=by, changes={"undone": end})
    if in_hand and ended_at is not None:
        caught_up(claim, since=ended_at, by=by)


def _ask_again(claim: Claim, ended_at: datetime | None) -> None:
    """A request for more time that was void with the claim's end is open as before."""
    void = claim.extensions.filter(state=Extension.State.LAPSED, decided_at__gte=ended_at).last()
    if void is not None:
        Extension.objects.filter(pk=void.pk).update(state=Extension.State.OPEN, decided_at=None)


def _end_as_undone(claim: Claim, by: Actor) -> None:
    Claim.objects.filter(pk=claim.pk, ended_at=None).update(ended_at=now(), end=Claim.End.UNDONE, slot=None)
    lapse(claim)
    enter(claim, Claim.End.UNDONE, by=by)
    close_ranks(claim.member_id)


def _gone_on(wish: Wish, verb: str) -> Refusal:
    taken = wish.claims.filter(ended_at=None).select_related("member").first()
    moves = wish.history.exclude(from_state=F("to_state")).last()
    somebody_else = moves is not None and moves.verb == "claimed"
    if (
        taken is not None
        and somebody_else
        and verb in ("handed_back", "recalled", "backstopped", "back_to_the_board", "reopened")
    ):
        return Refusal(
            "claimed_meanwhile",
            Text(
                zh="心愿 {number} 刚刚被{name}认领，不能再撤销。",
                en="Wish {number} has been claimed by {name} meanwhile: it can no longer be undone.",
            ),
            number=wish.number,
            name=taken.member.name,
        )
    return Refusal(
        "changed_since",
        Text(
            zh="心愿 {number} 现在是“{state}”，这一步已经不能撤销。请刷新后再看。",
            en="Wish {number} is “{state}” now, so this step can no longer be undone. Reload the page to see.",
        ),
        number=wish.number,
        state=STATE_NAMES[Wish.State(wish.state)],
    )


def claim_of_caller(wish_id: UUID, member_id: UUID) -> bool:
    """Whether the wish's live claim is this member's."""
    return Claim.objects.filter(wish=wish_id, member=member_id, ended_at=None).exists()
