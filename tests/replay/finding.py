"""What the product did, as its rows say: ledger and outbox, steps, histories, deadlines, figures."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import QuerySet

from hub.clock import TIME_ZONE
from hub.communities.models import Community
from hub.rollups.models import CommunityYear
from hub.sms.models import Message, OutboxEntry
from tenants.claims.models import Claim, Delivery
from tenants.escalation.models import StepMessage, StepTaken
from tenants.wishes.models import Wish, WishEntry
from tests.replay.model.events import Figures, Move, Sent, Taken

KINDS = ("reminder", "urging", "decision", "notice", "handover", "supervision")
WITHDRAWN = (Message.State.SUPPRESSED, "no_longer_true")
S = Wish.State


def sent(messages: Iterable[Message]) -> list[Sent]:
    """Each message of the ledger that went out, as what its telephone showed."""
    return [
        Sent(
            _local(message.sending_at).date(),
            message.phone or "",
            message.template.partition("_")[0],
            int(message.params.get("count", 1)) + int(message.params.get("own", 0)),
            message.params.get("no", ""),
            _detail(message.params),
        )
        for message in messages
        if message.sending_at is not None and message.state in (Message.State.ACCEPTED, Message.State.DELIVERED)
    ]


def _detail(params: Mapping[str, str]) -> str:
    if "own" in params:
        return f"own {params['own']}"
    return params.get("date", params.get("days", ""))


def strays(messages: Iterable[Message]) -> list[str]:
    """What no message may be: unsent at the end unless it was no longer true, sent at night, not in the outbox once."""
    found = []
    # Whether it was right not to send these is said by the comparison of what was sent.
    messages = [
        message
        for message in messages
        if message.state != Message.State.EXPIRED and (message.state, message.why) != WITHDRAWN
    ]
    entries = list(OutboxEntry.objects.all())
    outbox = Counter((entry.reference, entry.phone) for entry in entries)
    for message in messages:
        if message.state not in (Message.State.ACCEPTED, Message.State.DELIVERED):
            found.append(f"{message.purpose}: {message.state} {message.why}")
        elif not datetime.time(9) <= _local(message.created_at).time() < datetime.time(21):
            found.append(f"{message.purpose}: written at {_local(message.created_at):%H:%M}")
        if (times := outbox.pop((message.reference, message.phone), 0)) != 1:
            found.append(f"{message.purpose}: {times} times in the outbox")
    found += [f"in the outbox and not in the ledger: {phone}" for _, phone in outbox]
    found += [
        f"at {_local(entry.at):%H:%M} in the outbox: {entry.text}"
        for entry in entries
        if not datetime.time(8) <= _local(entry.at).time() < datetime.time(21)
    ]
    return found


def taken() -> list[Taken]:
    """Each step that was taken in time to be true."""
    return [
        Taken(_local(step.taken_at).date(), step.wish.number, step.key, step.day)
        for step in StepTaken.objects.filter(void=False).select_related("wish")
    ]


def at_wrong_hours() -> list[str]:
    """Steps that were taken while nobody wants to hear of them (domain.md: from nine, nothing from 21:00 on)."""
    return [
        f"{step.wish.number} {step.key} taken at {_local(step.taken_at):%Y-%m-%d %H:%M}"
        for step in StepTaken.objects.select_related("wish")
        if not datetime.time(9) <= _local(step.taken_at).time() < datetime.time(21)
    ]


def moves() -> list[Move]:
    """Each move of a wish's history after its collecting."""
    entries = WishEntry.objects.select_related("wish").exclude(verb="collected").order_by("at", "id")
    return [
        Move(
            _local(entry.at).date(),
            entry.wish.number,
            entry.to_state,
            entry.actor_id is None and entry.verb == "recalled",
        )
        for entry in entries
        if entry.from_state != entry.to_state
    ]


def deadlines() -> list[tuple[str, datetime.date]]:
    """Each claim's first deadline."""
    return list(Claim.objects.values_list("wish__number", "first_deadline"))


def alone() -> list[tuple[str, datetime.date]]:
    """From which day on each wish of a branch is open to all."""
    opened = Wish.objects.exclude(branch_only_until=None)
    return list(opened.values_list("number", "branch_only_until"))


def figures(year: int, messages: Iterable[Message]) -> Figures:
    """One year of the replay, counted from the rows of all its campaigns, and from those messages that were written in it.

    A claim of December may be reminded in January.
    """
    of_year = Claim.objects.filter(wish__campaign__year=year)
    wishes = Wish.objects.filter(campaign__year=year).exclude(state=S.CARRIED_OVER)
    # A claim that was undone at once stands in no record.
    claims = of_year.filter(wish__in=wishes).exclude(end=Claim.End.UNDONE)
    delivered = Delivery.objects.filter(wish__in=wishes.filter(state=S.FULFILLED), current=True).select_related("claim")
    heard = _heard(of_year, messages)
    found = Figures(
        wishes=wishes.count(),
        claimed=claims.values("wish").distinct().count(),
        fulfilled=wishes.filter(state=S.FULFILLED).count(),
        recalled=of_year.filter(end=Claim.End.RECALLED).count(),
    )
    for delivery in delivered:
        of = delivery.claim
        if of is None:
            found.backstop += 1
            continue
        heard_of = {what for what, at in heard.get(of.pk, ()) if at < delivery.at}
        in_time = delivery.delivered_on <= of.deadline
        found.on_time += delivery.delivered_on <= of.first_deadline
        found.after_reminder += in_time and "reminder" in heard_of
        found.after_urging += not in_time and "urging" in heard_of
    written = [message for message in messages if message.sending_at and _local(message.not_before).year == year]
    kinds = Counter(message.template.partition("_")[0] for message in written)
    found.messages = {kind: kinds[kind] for kind in KINDS if kinds[kind]}
    return found


def _heard(claims: QuerySet[Claim], messages: Iterable[Message]) -> dict[UUID, list[tuple[str, datetime.datetime]]]:
    """Claim → what its claimer was sent because of it, and when."""
    sent_at = {message.purpose: message.sending_at for message in messages if message.sending_at is not None}
    found: dict[UUID, list[tuple[str, datetime.datetime]]] = {}
    for part in StepMessage.objects.filter(step__claim__in=claims).select_related("step__claim"):
        of = part.step.claim
        if of is not None and part.member_id == of.member_id and part.purpose in sent_at:
            found.setdefault(of.pk, []).append((part.step.what, sent_at[part.purpose]))
    return found


def kept_figures(community: Community, year: int) -> tuple[int, ...]:
    """In the pool, fulfilled, on time and by backstop, as the levels above see them."""
    counts = CommunityYear.objects.get(community=community, year=year).counts
    return tuple(counts[name] for name in ("in_pool", "fulfilled", "on_time", "by_backstop"))


def ladder_messages() -> list[Message]:
    """The ledger's messages of the ladder, as they were written."""
    rows = Message.objects.order_by("not_before", "id")
    return [row for row in rows if row.template.partition("_")[0] in KINDS]


def _local(moment: datetime.datetime | None) -> datetime.datetime:
    assert moment is not None
    return moment.astimezone(TIME_ZONE)
