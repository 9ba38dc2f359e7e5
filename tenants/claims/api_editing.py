"""Entering and correcting wishes and residents, where it touches what claimers have promised. The views are those of the
room of wishes, and served here."""

from collections.abc import Mapping
from typing import Any

from hub.actor import Actor
from tenants.claims.changing import change_person, change_wish, register_whom_claimers_may_visit
from tenants.people.models import Beneficiary
from tenants.people.register import Person
from tenants.wishes.api_list import OneWish, Wishes
from tenants.wishes.api_people import OnePerson
from tenants.wishes.models import Wish


class EntryOfWishes(Wishes):
    def put_on_record(self, person: Person, *, by: Actor) -> Beneficiary:
        return register_whom_claimers_may_visit([person], by=by)[0]


class EditOfWish(OneWish):
    def edit(self, wish: Wish, changes: Mapping[str, Any], *, by: Actor, person: Mapping[str, Any], seen: str) -> None:
        change_wish(wish, changes, by=by, person=person, seen=seen)


class EditOfPerson(OnePerson):
    def edit(self, person: Beneficiary, changes: Mapping[str, Any], *, by: Actor, seen: str) -> None:
        change_person(person, changes, by=by, seen=seen)
