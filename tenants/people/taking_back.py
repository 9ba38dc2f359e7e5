"""Taking back what a survey put in the place of an older record, when the survey was a slip."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from hub.actor import Actor
from tenants.people.models import Beneficiary, BeneficiaryEntry
from tenants.people.register import apply_changes

_READ: Mapping[str, Callable[[str], Any]] = {"age_on": date.fromisoformat, "household_id": UUID}


def take_back_survey(beneficiary_id: UUID, *, before: UUID, since: datetime, by: Actor) -> list[str]:
    """Puts back what the caller's own survey replaced: the last word of the person's history before that entry, and not
    older than `since`. Returns the names of what went back: none where the person was new, or is as before."""
    person = Beneficiary.objects.select_for_update(no_key=True).get(pk=beneficiary_id)
    made = person.history.filter(pk__lt=before, at__gte=since).order_by("pk").last()
    if made is None or made.verb != "surveyed" or made.actor_id != by.account_id:
        return []
    return put_back(person, made, by=by)


def put_back(person: Beneficiary, made: BeneficiaryEntry, *, by: Actor) -> list[str]:
    """Puts back what this entry of the history replaced, as far as nobody has changed it again."""
    replaced = {name: (_value(name, old), _value(name, new)) for name, (old, new) in made.changes.items()}
    before = {name: old for name, (old, new) in replaced.items() if getattr(person, name) == new}
    return apply_changes(person, before, verb="survey_taken_back", by=by)


def _value(name: str, kept: Any) -> Any:
    return _READ[name](kept) if name in _READ and kept else kept
