"""Correcting what stands of a resident."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from hub.actor import Actor
from hub.clock import today
from hub.language import Text
from hub.names import tidy_name
from hub.phones import parse_phone
from hub.refusal import Refusal
from hub.versions import version_of
from tenants.people.households import household_at
from tenants.people.models import Beneficiary
from tenants.people.queueing import wait_for_the_register
from tenants.people.register import Person, apply_changes, check_person

PERSON = "person"
EDITABLE = (
    "name",
    "phone",
    "without_phone",
    "sex",
    "age",
    "categories",
    "address",
    "situation",
    "guardian_name",
    "guardian_relation",
)


def person_fields(beneficiary: Beneficiary) -> dict[str, Any]:
    """What can be edited of a resident and of the household, by name in the order of `EDITABLE`."""
    values = {name: getattr(beneficiary, name) for name in EDITABLE if name not in ("address", "age")}
    values["address"] = beneficiary.household.address
    # With its year: an age grows with the calendar, and nobody has changed it then.
    values["age"] = None if beneficiary.age is None else [beneficiary.age, beneficiary.age_on.year]
    return {name: values[name] for name in EDITABLE}


def person_version(beneficiary: Beneficiary) -> str:
    """The version of a resident as the page of the resident edits it."""
    return version_of(PERSON, beneficiary.pk, person_fields(beneficiary))


def edit_beneficiary(beneficiary: Beneficiary, changes: Mapping[str, Any], *, by: Actor) -> list[str]:
    """Changes the named fields (of `EDITABLE`) and keeps old and new in the history.

    A telephone may be written in any manner and is stored as E.164; a new address moves the person to the
    household there. Returns the names of what changed. Raises `Refusal` (400) naming the field.
    """
    changes = {
        name: tidy_name(value) if name in ("name", "guardian_name") else value
        for name, value in changes.items()
        if name in EDITABLE
    }
    if changes.get("phone"):
        phone = parse_phone(changes["phone"])
        if phone is None:
            raise Refusal(
                "phone_invalid",
                Text(
                    zh="这不是一个可用的电话号码：手机 11 位，座机带区号。",
                    en="Not a usable telephone number: 11 digits for a mobile, area code for a landline.",
                ),
                status=400,
                field="phone",
            )
        changes["phone"] = phone.e164
        changes["without_phone"] = False
    check_person(
        Person(
            name=changes.get("name", beneficiary.name),
            age=changes.get("age", beneficiary.age),
            categories=tuple(changes.get("categories", beneficiary.categories)),
        )
    )
    with transaction.atomic():
        if "address" in changes:
            wait_for_the_register()
        beneficiary = Beneficiary.objects.select_for_update(no_key=True).get(pk=beneficiary.pk)
        if "age" in changes:
            # A survey's whole years grow with the calendar, so the age is kept with the day it was true on.
            changes = _aged(beneficiary, changes)
        if "address" in changes:
            changes["household_id"] = household_at(changes.pop("address")).pk
        return apply_changes(beneficiary, changes, verb="edited", by=by)


def _aged(beneficiary: Beneficiary, changes: dict[str, Any]) -> dict[str, Any]:
    if changes["age"] == beneficiary.age_now:
        return {name: value for name, value in changes.items() if name != "age"}
    return {**changes, "age_on": today()}
