"""Putting a resident on record: the person who comes back next year is the person we know."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from hub.actor import Actor
from hub.bells.ringing import FIGURES, ring
from hub.clock import today
from hub.language import Text
from hub.names import tidy_name
from hub.pinyin import initials
from hub.privacy.blind import blind
from hub.refusal import Refusal
from hub.writing import names_something
from tenants.people.categories import CATEGORIES
from tenants.people.households import households_at, plain
from tenants.people.models import Beneficiary, BeneficiaryEntry, Household
from tenants.people.queueing import wait_for_the_register


@dataclass(frozen=True)
class Person:
    """What a survey tells of a resident. `phone` is E.164 or empty; of a child it is the guardian's.

    `age` is in whole years on `age_on`; `categories` are keys of `CATEGORIES`.
    """

    name: str
    phone: str = ""
    sex: str = ""
    age: int | None = None
    age_on: date = field(default_factory=today)
    categories: tuple[str, ...] = ()
    address: str = ""
    situation: str = ""
    guardian_name: str = ""
    guardian_relation: str = ""
    without_phone: bool = False


def indexes(name: str, phone: str) -> dict[str, bytes | None]:
    """The blind indexes of a name and a telephone, by the column that keeps them."""
    return {
        "name_index": blind("name", plain(name)),
        "initials_index": blind("initials", initials(name)),
        "phone_index": blind("phone", phone) if phone else None,
        "phone_last4_index": blind("last4", phone[-4:]) if phone else None,
    }


def check_person(person: Person) -> None:
    """Raises `Refusal` (400) naming the field that cannot be kept."""
    if not names_something(plain(person.name)):
        raise Refusal("name_missing", Text(zh="请填写姓名。", en="Enter the person's name."), status=400, field="name")
    if unknown := [key for key in person.categories if key not in CATEGORIES]:
        raise Refusal(
            "category_unknown",
            Text(
                zh="无法识别的困难类别：{keys}。请从列表中选择。",
                en="Unknown category: {keys}. Choose one from the list.",
            ),
            status=400,
            field="categories",
            keys=", ".join(unknown),
        )
    if person.age is not None and not 0 <= person.age <= 125:
        raise Refusal(
            "age_out_of_range",
            Text(zh="年龄应在 0 到 125 之间。", en="The age must lie between 0 and 125."),
            status=400,
            field="age",
        )


def register_beneficiary(person: Person, *, by: Actor) -> Beneficiary:
    """Finds the resident of this name and telephone (without a telephone: of this name and address), or adds one.

    What the newer survey knows (age, categories, situation, guardian) replaces what stood there; what it does not
    know stays. Raises `Refusal` for a person that cannot be kept.
    """
    return register_beneficiaries([person], by=by)[0]


def known_as(person: Person) -> Beneficiary | None:
    """The resident on record whom this survey tells of, None for somebody new. Looks the household up as above."""
    person = replace(person, name=tidy_name(person.name))
    mark, (household,) = indexes(person.name, person.phone), households_at([person.address])
    identity = _identity(mark["name_index"], mark["phone_index"], household)
    return _known([mark], [household]).get(identity) if identity else None


def register_beneficiaries(persons: Sequence[Person], *, by: Actor) -> list[Beneficiary]:
    """The same for many, in order, with a handful of queries for all who are new."""
    persons = [
        replace(person, name=tidy_name(person.name), guardian_name=tidy_name(person.guardian_name))
        for person in persons
    ]
    for person in persons:
        check_person(person)
    marks = [indexes(person.name, person.phone) for person in persons]
    with transaction.atomic():
        wait_for_the_register()
        households = households_at([person.address for person in persons])
        known = _known(marks, households)
        found: list[Beneficiary] = []
        new: list[Beneficiary] = []
        entries: list[BeneficiaryEntry] = []
        for person, mark, household in zip(persons, marks, households, strict=True):
            identity = _identity(mark["name_index"], mark["phone_index"], household)
            beneficiary = known.get(identity) if identity else None
            if beneficiary is None:
                stored = {key: value for key, value in asdict(person).items() if key != "address"}
                stored["categories"] = list(person.categories)
                beneficiary = Beneficiary(household=household, **stored, **mark)
                new.append(beneficiary)
                entries.append(_entry(beneficiary, "registered", {}, by))
                if identity:
                    known[identity] = beneficiary
            elif beneficiary._state.adding:
                if differing := _set(beneficiary, _newly_told(person, household)):
                    entries.append(_entry(beneficiary, "surveyed", differing, by))
            else:
                apply_changes(beneficiary, _newly_told(person, household), verb="surveyed", by=by)
            found.append(beneficiary)
        Beneficiary.objects.bulk_create(new)
        BeneficiaryEntry.objects.bulk_create(entries)
    return found


_Identity = tuple[bytes, bytes | None, UUID | None]


def _identity(
    name: bytes | memoryview | None, phone: bytes | memoryview | None, household: Household
) -> _Identity | None:
    """What tells residents apart: name and telephone, else name and household where that has an address."""
    if name is None or (phone is None and household.address_index is None):
        return None
    return (bytes(name), bytes(phone), None) if phone is not None else (bytes(name), None, household.pk)


def _known(marks: Sequence[dict[str, bytes | None]], households: Sequence[Household]) -> dict[_Identity, Beneficiary]:
    names = {mark["name_index"] for mark in marks}
    phones = {mark["phone_index"] for mark in marks if mark["phone_index"] is not None}
    stored = Beneficiary.objects.filter(name_index__in=names).filter(
        Q(phone_index__in=phones) | Q(phone_index=None, household__in={household.pk for household in households})
    )
    known: dict[_Identity, Beneficiary] = {}
    for beneficiary in stored.select_related("household").order_by("-created_at"):
        if identity := _identity(beneficiary.name_index, beneficiary.phone_index, beneficiary.household):
            known[identity] = beneficiary  # of several the oldest, which comes last
    return known


def _newly_told(person: Person, household: Household) -> dict[str, Any]:
    changes = {
        name: value
        for name, value in asdict(person).items()
        if name not in ("name", "phone", "address", "without_phone") and value not in (None, "", ())
    }
    if person.age is None:
        # The day belongs to the age: a survey that did not ask must not make an old one younger.
        changes.pop("age_on")
    if household.address_index is not None:
        changes["household_id"] = household.pk
    return changes


def apply_changes(beneficiary: Beneficiary, changes: Mapping[str, Any], *, verb: str, by: Actor) -> list[str]:
    """Writes what differs, with one history entry that keeps old and new. Returns the names of what changed."""
    differing = _set(beneficiary, changes)
    if differing:
        beneficiary.save(update_fields=[*columns_of(differing), *_indexes_touched(beneficiary, differing)])
        _entry(beneficiary, verb, differing, by).save(force_insert=True)
        if "categories" in differing:
            ring(FIGURES)
    return list(differing)


def columns_of(names: Iterable[str]) -> list[str]:
    """The columns that hold what is known by these names: the relation to a guardian still has two."""
    return [
        column
        for name in names
        for column in (("relation_sealed", "relation_in_plain") if name == "guardian_relation" else (name,))
    ]


def _set(beneficiary: Beneficiary, changes: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Puts the values into the object alone; returns old and new of what differs."""
    differing: dict[str, list[Any]] = {}
    for name, value in changes.items():
        value = list(value) if isinstance(value, tuple) else value
        if getattr(beneficiary, name) != value:
            differing[name] = [_plain_value(getattr(beneficiary, name)), _plain_value(value)]
            setattr(beneficiary, name, value)
    return differing


def _indexes_touched(beneficiary: Beneficiary, names: Iterable[str]) -> list[str]:
    if not {"name", "phone"} & set(names):
        return []
    found = indexes(beneficiary.name, beneficiary.phone)
    for column, value in found.items():
        setattr(beneficiary, column, value)
    return list(found)


def _plain_value(value: Any) -> Any:
    return value if isinstance(value, str | int | bool | list | type(None)) else str(value)


def _entry(beneficiary: Beneficiary, verb: str, changes: dict[str, list[Any]], by: Actor) -> BeneficiaryEntry:
    return BeneficiaryEntry(
        beneficiary=beneficiary, actor_id=by.account_id, actor_name=by.name, verb=verb, changes=changes
    )
