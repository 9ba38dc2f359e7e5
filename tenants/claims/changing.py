"""Editing what may be claimed: a promise does not change in silence (domain.md, Claiming, delivering, confirming)."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.clock import now
from tenants.claims import promises
from tenants.claims.claiming import enter
from tenants.claims.models import Claim, ClaimNotice
from tenants.claims.needed_by import follow
from tenants.claims.noticing import tell
from tenants.people.models import Beneficiary, Household
from tenants.people.queueing import wait_for_the_register
from tenants.people.register import Person, register_beneficiaries
from tenants.wishes.editing import edit_person, edit_wish
from tenants.wishes.life import UNDO_AT_ONCE, note
from tenants.wishes.models import Wish

_OF_THE_WISH = tuple(name for name in promises.FIELDS if name != promises.ADDRESS)
_HOME = "beneficiary__household"


def change_wish(
    wish: Wish,
    changes: Mapping[str, Any],
    *,
    by: Actor,
    person: Mapping[str, Any] | None = None,
    seen: str | None = None,
) -> Wish:
    """`edit_wish`, and what it means for a claim: the change is marked for its claimer and told, and a deadline follows
    the day by which the wish is needed.

    Raises what `edit_wish` raises.
    """
    with transaction.atomic():
        if person and "address" in person:
            wait_for_the_register()
        with _promises_of(wish.beneficiary_id, by=by):
            return edit_wish(wish, changes, by=by, person=person, seen=seen)


def change_person(
    beneficiary: Beneficiary, changes: Mapping[str, Any], *, by: Actor, seen: str | None = None
) -> Beneficiary:
    """`edit_person` in the same manner, for all claimed wishes of the resident."""
    with transaction.atomic():
        if "address" in changes:
            wait_for_the_register()
        with _promises_of(beneficiary.pk, by=by):
            return edit_person(beneficiary, changes, by=by, seen=seen)


def register_whom_claimers_may_visit(persons: Sequence[Person], *, by: Actor) -> list[Beneficiary]:
    """`register_beneficiaries`; a survey that meets somebody again may bring another address of a claimed wish."""
    with transaction.atomic(), addresses_watched(by=by):
        return register_beneficiaries(persons, by=by)


@contextmanager
def addresses_watched(*, by: Actor) -> Iterator[None]:
    """Around whatever moves many residents, inside its transaction: claimers of their wishes are told."""
    # Addresses change behind this lock alone.
    wait_for_the_register()
    before = _promises(_promised(), [_HOME])
    yield
    _tell_what_changed(before, _promises(_promised(), [_HOME]), by)


@contextmanager
def _promises_of(person: UUID, *, by: Actor) -> Iterator[None]:
    """Around an edit of a resident's wishes or address. Locks in the order of the verbs within: person, then wishes."""
    Beneficiary.objects.select_for_update(no_key=True).only("pk").filter(pk=person).first()
    promised = _promised().filter(beneficiary=person)
    list(Wish.objects.filter(beneficiary=person).order_by("serial", "pk").only("pk").select_for_update(no_key=True))
    fields = [*_OF_THE_WISH, _HOME]
    before = _promises(promised, fields)
    yield
    _tell_what_changed(before, _promises(promised, fields), by)


def caught_up(claim: Claim, *, since: datetime, by: Actor) -> None:
    """For a claim that is alive again (its delivery was not confirmed, its end was undone): what was changed `since` of
    its promise is told now, and the deadline follows a day of need that was set meanwhile."""
    changed = [change.field for change in claim.changes.filter(at__gte=since)]
    fields = [name for name in promises.FIELDS if name in changed]
    if fields:
        claim = Claim.objects.select_related("wish").get(pk=claim.pk)
        moved = follow(claim, claim.wish) if promises.NEEDED_BY in fields else None
        _tell(claim, fields, moved, free=promises.is_larger_than_promised(claim), by=by)


def _promised() -> QuerySet[Wish]:
    """Wishes that are claimed, and those whose claim may come back: delivered and not confirmed yet, or ended so short a
    time ago that it can be undone."""
    several = Claim.objects.filter(Q(ended_at=None) | Q(ended_at__gt=now() - UNDO_AT_ONCE)).values("wish")
    return Wish.objects.filter(pk__in=several)


def _promises(wishes: QuerySet[Wish], fields: Sequence[str]) -> dict[UUID, dict[str, Any]]:
    return {row.pop("pk"): row for row in wishes.order_by("serial", "pk").values("pk", *fields)}


def _tell_what_changed(
    before: Mapping[UUID, Mapping[str, Any]], after: Mapping[UUID, Mapping[str, Any]], by: Actor
) -> None:
    for wish_id, promise in after.items():
        was = before.get(wish_id, promise)
        if was != promise:
            _changed(wish_id, was, promise, by)


def _changed(wish_id: UUID, was: Mapping[str, Any], promise: Mapping[str, Any], by: Actor) -> None:
    of_wish = Claim.objects.select_related("wish").filter(wish=wish_id)
    claim = of_wish.filter(ended_at=None).first() or of_wish.order_by("ended_at").last()
    if claim is None:
        return
    if claim.ended_at is not None or claim.wish.state != Wish.State.CLAIMED:
        # It is not to be brought now. Should it be again, this is what was changed meanwhile (`caught_up`).
        promises.mark(claim, _with_address(was), _with_address(promise))
        return
    moved = follow(claim, claim.wish) if was.get("needed_by") != promise.get("needed_by") else None
    was_free = promises.is_larger_than_promised(claim)
    fields = promises.mark(claim, _with_address(was), _with_address(promise))
    if fields or moved:
        _tell(claim, fields, moved, free=not was_free and promises.is_larger_than_promised(claim), by=by)


def _tell(claim: Claim, fields: list[str], moved: tuple[date, date] | None, *, free: bool, by: Actor) -> None:
    told: dict[str, object] = {"promise": fields}
    if moved:
        told["deadline"] = [day.isoformat() for day in moved]
        note(claim.wish, "deadline_followed", {"deadline": told["deadline"]}, by=by)
        ring(LADDER)
        ring(FIGURES)
    enter(claim, "promise_changed", by=by, changes=told)
    tell(
        claim,
        ClaimNotice.Kind.CHANGED,
        by=by,
        fields=fields,
        deadline=moved[1] if moved else None,
        free=free,
    )


def _with_address(promise: Mapping[str, Any]) -> dict[str, Any]:
    """The promise with the address in the place of the household."""
    known = {name: value for name, value in promise.items() if name != _HOME}
    home = Household.objects.filter(pk=promise[_HOME]).first()
    return {**known, promises.ADDRESS: home.address if home else ""}
