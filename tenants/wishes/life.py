"""The life of a wish: which moves there are, and the one way to make one (domain.md, Life of a wish)."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.clock import now
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import demand_not_closed
from tenants.people.consents import standing_still
from tenants.wishes.models import Wish, WishEntry

S = Wish.State

MOVES: Mapping[str, frozenset[str]] = {
    S.COLLECTED: frozenset({S.VERIFIED, S.DECLINED, S.WITHDRAWN}),
    S.VERIFIED: frozenset({S.ADMITTED, S.DECLINED, S.REFERRED, S.WITHDRAWN, S.COLLECTED}),
    S.ADMITTED: frozenset({S.OPEN, S.WITHDRAWN, S.CARRIED_OVER}),
    S.OPEN: frozenset({S.CLAIMED, S.WITHDRAWN, S.CARRIED_OVER, S.BACKSTOPPED}),
    S.CLAIMED: frozenset({S.DELIVERED, S.OPEN, S.WITHDRAWN}),
    S.DELIVERED: frozenset({S.FULFILLED, S.CLAIMED, S.BACKSTOPPED}),
    S.BACKSTOPPED: frozenset({S.DELIVERED, S.OPEN, S.WITHDRAWN}),
    S.FULFILLED: frozenset({S.CLAIMED, S.OPEN}),
    S.DECLINED: frozenset(),
    S.REFERRED: frozenset(),
    S.WITHDRAWN: frozenset(),
    S.CARRIED_OVER: frozenset(),
}
"""Every move of a wish's life. Undoing one's own decision is beside it: see `undoing`."""

UNDONE = "undone"
"""The verb of a move back."""

UNDO_AT_ONCE = timedelta(seconds=60)
"""How long the server lets people take an act back; pages offer it for ten seconds. Messages that the act would cause
wait as long."""

UNDOABLE: Mapping[tuple[str, str], frozenset[str]] = {
    ("verified", S.VERIFIED): frozenset({S.COLLECTED}),
    ("admitted", S.ADMITTED): frozenset({S.VERIFIED}),
    ("declined", S.DECLINED): frozenset({S.COLLECTED, S.VERIFIED}),
    ("referred", S.REFERRED): frozenset({S.VERIFIED}),
    ("sent_back", S.COLLECTED): frozenset({S.VERIFIED}),
    ("opened", S.OPEN): frozenset({S.ADMITTED}),
    # A claimed one within a minute, by a verb of `claims`: its claim comes back with it.
    ("withdrawn", S.WITHDRAWN): frozenset({S.COLLECTED, S.VERIFIED, S.ADMITTED, S.OPEN, S.BACKSTOPPED, S.CLAIMED}),
    # Within a minute, by a verb of `claims` that sees to claim, delivery and pictures as well.
    ("confirmed", S.FULFILLED): frozenset({S.DELIVERED}),
    ("not_confirmed", S.CLAIMED): frozenset({S.DELIVERED}),
    ("not_confirmed", S.BACKSTOPPED): frozenset({S.DELIVERED}),
    ("delivered", S.DELIVERED): frozenset({S.CLAIMED, S.BACKSTOPPED}),
    ("handed_back", S.OPEN): frozenset({S.CLAIMED}),
    ("recalled", S.OPEN): frozenset({S.CLAIMED}),
    ("backstopped", S.BACKSTOPPED): frozenset({S.OPEN, S.CLAIMED}),
    ("back_to_the_board", S.OPEN): frozenset({S.BACKSTOPPED}),
    ("reopened", S.CLAIMED): frozenset({S.FULFILLED}),
    ("reopened", S.OPEN): frozenset({S.FULFILLED}),
    ("claimed", S.CLAIMED): frozenset({S.OPEN}),
}
"""(verb of the entry, state it led to) → the states that an undo brings back: the one the entry came from, if it is
among these."""

ENDS_WHAT_STANDS_STILL = frozenset({S.COLLECTED, S.DECLINED, S.WITHDRAWN, S.CARRIED_OVER})
"""Where a wish can go whose person withdrew the consent to being on record. One that is claimed or delivered is staff's to
decide, and goes its way meanwhile."""

UNDER_WAY = (
    Wish.State.COLLECTED,
    Wish.State.VERIFIED,
    Wish.State.ADMITTED,
    Wish.State.OPEN,
    Wish.State.CLAIMED,
    Wish.State.BACKSTOPPED,
    Wish.State.DELIVERED,
)
"""Wishes that have not come to an end."""

STATE_NAMES = {
    S.COLLECTED: Text(zh="待核查", en="waiting for verification"),
    S.VERIFIED: Text(zh="待评估", en="waiting for assessment"),
    S.ADMITTED: Text(zh="已入库", en="admitted"),
    S.OPEN: Text(zh="待认领", en="open"),
    S.CLAIMED: Text(zh="已认领", en="claimed"),
    S.DELIVERED: Text(zh="已送达", en="delivered"),
    S.BACKSTOPPED: Text(zh="兜底办理", en="backstopped"),
    S.FULFILLED: Text(zh="已办结", en="fulfilled"),
    S.DECLINED: Text(zh="不予受理", en="declined"),
    S.REFERRED: Text(zh="已转介", en="referred"),
    S.WITHDRAWN: Text(zh="已撤回", en="withdrawn"),
    S.CARRIED_OVER: Text(zh="已结转", en="carried over"),
}


def move(
    wish: Wish,
    to: str,
    *,
    verb: str,
    by: Actor,
    came_from: str | tuple[str, ...],
    reason: str = "",
    changes: Mapping[str, Any] | None = None,
    undo: bool = False,
    **columns: Any,
) -> Wish:
    """Moves a wish by a conditional UPDATE that only one of many can win, and writes the history entry.

    `came_from` names the state, or the states, that the verb starts from: several verbs lead to `open`, and opening is
    not handing back. `columns` are written in the same UPDATE. To be called inside the verb's transaction. Returns the
    same object, brought up to date. Raises `Refusal` (409) when the wish stands elsewhere, the move is not one of
    `MOVES`, or somebody else was faster, and for every wish of a closed campaign.
    """
    start = wish.state
    legal = {back for (_, at), several in UNDOABLE.items() if at == start for back in several} if undo else MOVES[start]
    if to not in legal or start not in ((came_from,) if isinstance(came_from, str) else came_from):
        raise illegal(wish, start, to)
    moment = now()
    columns = {"state": to, "state_since": moment, **columns}
    if not _of_years_going_on().filter(pk=wish.pk, state=start).update(**columns):
        demand_not_closed(wish.campaign_id)
        wish.refresh_from_db(fields=["state"])
        raise illegal(wish, wish.state, to)
    # Behind the UPDATE: whoever withdraws a consent locks the wishes first, so here it is seen or comes later.
    if not undo:
        demand_going_on(wish, start, to)
    for name, value in columns.items():
        setattr(wish, name, value)
    WishEntry.objects.create(
        wish=wish,
        at=moment,
        actor_id=by.account_id,
        actor_name=by.name,
        verb=verb,
        from_state=start,
        to_state=to,
        reason=reason,
        changes=dict(changes or {}),
    )
    # The ladder and the figures work out for themselves what this means for them.
    ring(LADDER)
    ring(FIGURES)
    return wish


def demand_going_on(wish: Wish, start: str, to: str) -> None:
    """Raises `Refusal` (409) for a wish that stands still: its person withdrew the consent to being on record."""
    if start in (S.CLAIMED, S.DELIVERED, S.FULFILLED) or to in ENDS_WHAT_STANDS_STILL:
        return
    if standing_still().filter(beneficiary=wish.beneficiary_id).exists():
        raise Refusal(
            "consent_withdrawn",
            Text(
                zh="心愿 {number} 的本人已撤回“征集登记”的同意，心愿停办。请撤回心愿，或重新登记同意。",
                en="The person has withdrawn the consent to collecting: wish {number} stands still. Withdraw it, or record"
                " the consent anew.",
            ),
            number=wish.number,
        )


def move_all(
    wishes: Sequence[Wish], to: str, *, verb: str, by: Actor, came_from: tuple[str, ...], changes: Mapping[str, Any]
) -> None:
    """The same move for many wishes of one campaign, all or none of them, with a handful of queries for all."""
    for wish in wishes:
        if to not in MOVES[wish.state] or wish.state not in came_from:
            raise illegal(wish, wish.state, to)
    moment = now()
    standing = _of_years_going_on().filter(pk__in=[wish.pk for wish in wishes], state__in=came_from)
    if standing.update(state=to, state_since=moment) != len(wishes):
        demand_not_closed(wishes[0].campaign_id)
        raise illegal(wishes[0], wishes[0].state, to)
    entries = [noted(wish, verb, changes, by=by) for wish in wishes]
    for wish, entry in zip(wishes, entries, strict=True):
        wish.state, wish.state_since = to, moment
        entry.to_state, entry.at = to, moment
    WishEntry.objects.bulk_create(entries)
    ring(LADDER)
    ring(FIGURES)


def _of_years_going_on() -> QuerySet[Wish]:
    # In the UPDATE's own condition, so that it costs no further question; the state stands beside it and not in the
    # inner query, since only what stands on the row itself is looked at again when somebody else was faster.
    return Wish.objects.exclude(campaign__in=Campaign.objects.filter(state=Campaign.State.CLOSED).values("pk"))


def stood_since(wish: Wish, state: str, *, before: WishEntry) -> datetime:
    """Since when the wish had stood in this state when the entry was made: an undo goes back to that, so that its clocks
    go on and do not begin anew. What was undone before did not interrupt it."""
    entered = wish.history.filter(to_state=state, pk__lt=before.pk).exclude(from_state=state, to_state=state)
    last = entered.exclude(verb=UNDONE).last()
    return last.at if last else wish.created_at


def note(wish: Wish, verb: str, changes: Mapping[str, Any], *, by: Actor, reason: str = "") -> None:
    """A history entry for something that happened to a wish without moving it."""
    noted(wish, verb, changes, by=by, reason=reason).save(force_insert=True)


def noted(wish: Wish, verb: str, changes: Mapping[str, Any], *, by: Actor, reason: str = "") -> WishEntry:
    """The same entry, not stored yet: for verbs over many wishes."""
    return WishEntry(
        wish=wish,
        actor_id=by.account_id,
        actor_name=by.name,
        verb=verb,
        from_state=wish.state,
        to_state=wish.state,
        reason=reason,
        changes=dict(changes),
    )


def illegal(wish: Wish, start: str, to: str) -> Refusal:
    """The sentence for a move that is not possible from where the wish stands; that somebody made it already is said so."""
    if start == to:
        return Refusal(
            "illegal_move",
            Text(
                zh="心愿 {number} 刚有人办过了，现在已经是“{to}”。",
                en="Somebody has just done that: wish {number} is “{to}” already.",
            ),
            number=wish.number,
            to=STATE_NAMES[Wish.State(to)],
        )
    return Refusal(
        "illegal_move",
        Text(
            zh="心愿 {number} 现在是“{start}”，不能变为“{to}”。请刷新后再看。",
            en="Wish {number} is “{start}” now and cannot become “{to}”. Reload the page to see where it stands.",
        ),
        number=wish.number,
        start=STATE_NAMES[Wish.State(start)],
        to=STATE_NAMES[Wish.State(to)],
    )
