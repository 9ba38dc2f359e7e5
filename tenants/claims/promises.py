"""What was changed of a promise while it was claimed: marked for its claimer until seen, and what follows from it.

A larger promise, or an earlier day, lets the claimer hand back without a trace in their record (domain.md, Claiming,
delivering, confirming).
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from hub.clock import now
from hub.language import Text
from tenants.claims.models import Claim, PromiseChange
from tenants.wishes.sameness import amount_of, core_of

ITEM, QUANTITY, REQUIREMENTS, ADDRESS, BUDGET, NEEDED_BY = (
    "item", "quantity", "requirements", "address", "budget_yuan", "needed_by",
)  # fmt: skip
FIELDS = (ITEM, QUANTITY, REQUIREMENTS, ADDRESS, BUDGET, NEEDED_BY)
"""What a claimer has promised: what, how much of it, where to, for about how much, by when."""

NOTHING = Text(zh="（没有）", en="(none)")


def mark(claim: Claim, was: Mapping[str, Any], is_now: Mapping[str, Any]) -> list[str]:
    """Keeps what differs between two promises (values by `FIELDS`) until the claimer has seen it. Returns the fields.

    A field that is changed again before that keeps what it was at first; changed back, its mark goes.
    """
    differing = [name for name in FIELDS if name in is_now and was.get(name) != is_now[name]]
    for name in differing:
        before, after = _stored(was.get(name)), _stored(is_now[name])
        standing = claim.changes.filter(field=name, seen_at=None).first()
        if standing is None:
            PromiseChange.objects.create(claim=claim, field=name, was=before, became=after)
        elif standing.was == after:
            standing.delete()
        else:
            standing.became, standing.at = after, now()
            standing.save(update_fields=["became", "at"])
    return differing


def unseen(claim: Claim) -> list[PromiseChange]:
    """The changes of a live claim that its claimer has not seen, in the order of `FIELDS`; of `changes` that may be
    prefetched."""
    if claim.ended_at is not None:
        return []
    return sorted(
        (each for each in claim.changes.all() if each.seen_at is None), key=lambda each: FIELDS.index(each.field)
    )


def seen(claim: Claim) -> None:
    """The claimer has seen what was changed so far; what became larger stays larger."""
    claim.changes.filter(seen_at=None).update(seen_at=now())


def is_larger_than_promised(claim: Claim) -> bool:
    """Whether more is asked now than was promised: another item, more of it, a higher budget, an earlier day.

    An item that is written in another way is the same one, and its number may stand in its words or in its quantity.
    """
    first: dict[str, Any] = {ITEM: claim.wish.item, QUANTITY: claim.wish.quantity}
    last: dict[str, Any] = dict(first)
    changed: set[str] = set()
    for change in sorted(claim.changes.all(), key=lambda each: (each.at, each.pk)):
        if change.field not in changed:
            first[change.field] = json.loads(change.was)
        last[change.field] = json.loads(change.became)
        changed.add(change.field)
    if changed & {ITEM, QUANTITY} and _is_more(first, last):
        return True
    return any(_is_larger(name, first[name], last[name]) for name in changed)


def _is_more(promised: Mapping[str, Any], asked: Mapping[str, Any]) -> bool:
    """Whether another item is wanted, or more of the same."""
    if core_of(str(promised[ITEM])) != core_of(str(asked[ITEM])):
        return True
    was, becomes = (amount_of(str(each[ITEM])) * (each[QUANTITY] or 1) for each in (promised, asked))
    return becomes > was


def _is_larger(field: str, promised: Any, asked: Any) -> bool:
    if field == BUDGET:
        return bool(asked is not None and asked > (promised or 0))
    if field == NEEDED_BY:
        return bool(asked is not None and (promised is None or asked < promised))
    return False


def told(field: str, stored: str) -> str:
    """A value as the claimer reads it."""
    value = json.loads(stored)
    if value in (None, "", []):
        return str(NOTHING)
    if field == NEEDED_BY:
        day = date.fromisoformat(value)
        return str(Text(zh=f"{day.year}年{day.month}月{day.day}日", en=f"{day:%-d %b %Y}"))
    if field == BUDGET:
        return str(Text(zh=f"{value} 元", en=f"{value} yuan"))
    return str(Text(zh="、".join(value), en=", ".join(value))) if isinstance(value, list) else str(value)


def _stored(value: Any) -> str:
    return json.dumps(value.isoformat() if isinstance(value, date) else value, ensure_ascii=False)
