"""Editing what may be claimed: a promise does not change in silence (domain.md, Claiming, delivering, confirming)."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from tenants.claims.claiming import enter
from tenants.claims.models import Claim
from tenants.claims.needed_by import follow
from tenants.people.models import Beneficiary
from tenants.people.queueing import wait_for_the_register
from tenants.people.register import Person, register_beneficiaries
from tenants.wishes.editing import edit_person, edit_wish
from tenants.wishes.life import note
from tenants.wishes.models import Wish

PROMISED = ("item", "quantity", "requirements", "budget_yuan", "needed_by")
"""What a claimer has promised to bring, and by when; beside it stands where to."""


def change_wish(
    wish: Wish,
    changes: Mapping[str, Any],
    *,
    by: Actor,
    person: Mapping[str, Any] | None = None,
    seen: str | None = None,
) -> Wish:
    """`edit_wish`, and what it means for a claim: a deadline follows the day by which the wish is needed.

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
    with transaction.atomic():
        # Addresses change behind this lock alone.
        wait_for_the_register()
        before = _promises(_claimed(), ("beneficiary__household",))
        found = register_beneficiaries(persons, by=by)
        _tell_what_changed(before, _promises(_claimed(), ("beneficiary__household",)), by)
    return found


@contextmanager
def _promises_of(person: UUID, *, by: Actor) -> Iterator[None]:
    """Around an edit of a resident's wishes or address. Locks in the order of the verbs within: person, then wishes."""
    Beneficiary.objects.select_for_update(no_key=True).only("pk").filter(pk=person).first()
    claimed = _claimed().filter(beneficiary=person)
    list(Wish.objects.filter(beneficiary=person).order_by("serial", "pk").only("pk").select_for_update(no_key=True))
    fields = (*PROMISED, "beneficiary__household")
    before = _promises(claimed, fields)
    yield
    _tell_what_changed(before, _promises(claimed, fields), by)


def _claimed() -> QuerySet[Wish]:
    return Wish.objects.filter(state=Wish.State.CLAIMED)


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
    claim = Claim.objects.select_related("wish").filter(wish=wish_id, ended_at=None).first()
    if claim is None:
        return
    if was.get("needed_by") != promise.get("needed_by") and (moved := follow(claim, claim.wish)):
        told: dict[str, object] = {"deadline": [day.isoformat() for day in moved]}
        enter(claim, "deadline_moved", by=by, changes=told)
        note(claim.wish, "deadline_moved", told, by=by)
        ring(LADDER)
        ring(FIGURES)
