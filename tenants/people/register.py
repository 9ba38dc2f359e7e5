"""Putting a resident on record: the person who comes back next year is the person we know."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from hub.actor import Actor
from hub.clock import today
from hub.language import Text
from hub.pinyin import initials
from hub.privacy.blind import blind
from hub.refusal import Refusal
from tenants.people.households import household_at, plain
from tenants.people.models import CATEGORIES, Beneficiary, BeneficiaryEntry


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
    if not plain(person.name):
        raise Refusal("name_missing", Text(zh="请填写姓名。", en="Enter the person's name."), status=400, field="name")
    if unknown := [key for key in person.categories if key not in CATEGORIES]:
        raise Refusal(
            "category_unknown",
            Text(
                zh="不认识的困难类别:{keys}。请从列表中选择。", en="Unknown category: {keys}. Choose one from the list."
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
    check_person(person)
    found = indexes(person.name, person.phone)
    with transaction.atomic():
        household = household_at(person.address)
        known = Beneficiary.objects.filter(name_index=found["name_index"])
        if person.phone:
            known = known.filter(phone_index=found["phone_index"])
        else:
            known = known.filter(phone_index=None, household=household, household__address_index__isnull=False)
        beneficiary = known.order_by("created_at").first()
        if beneficiary is None:
            stored = {key: value for key, value in asdict(person).items() if key != "address"}
            stored["categories"] = list(person.categories)
            beneficiary = Beneficiary.objects.create(household=household, **stored, **found)
            _enter(beneficiary, "registered", {}, by)
            return beneficiary
        changes = {
            name: value
            for name, value in asdict(person).items()
            if name not in ("name", "phone", "address", "without_phone") and value not in (None, "", ())
        }
        if household.address_index is not None:
            changes["household_id"] = household.pk
        apply_changes(beneficiary, changes, verb="surveyed", by=by)
        return beneficiary


def apply_changes(beneficiary: Beneficiary, changes: Mapping[str, Any], *, verb: str, by: Actor) -> list[str]:
    """Writes what differs, with one history entry that keeps old and new. Returns the names of what changed."""
    differing: dict[str, list[Any]] = {}
    for name, value in changes.items():
        value = list(value) if isinstance(value, tuple) else value
        if getattr(beneficiary, name) != value:
            differing[name] = [_plain_value(getattr(beneficiary, name)), _plain_value(value)]
            setattr(beneficiary, name, value)
    if differing:
        beneficiary.save(update_fields=[*differing, *_indexes_touched(beneficiary, differing)])
        _enter(beneficiary, verb, differing, by)
    return list(differing)


def _indexes_touched(beneficiary: Beneficiary, names: Iterable[str]) -> list[str]:
    if not {"name", "phone"} & set(names):
        return []
    found = indexes(beneficiary.name, beneficiary.phone)
    for column, value in found.items():
        setattr(beneficiary, column, value)
    return list(found)


def _plain_value(value: Any) -> Any:
    return value if isinstance(value, str | int | bool | list | type(None)) else str(value)


def _enter(beneficiary: Beneficiary, verb: str, changes: dict[str, list[Any]], by: Actor) -> None:
    BeneficiaryEntry.objects.create(
        beneficiary=beneficiary, actor_id=by.account_id, actor_name=by.name, verb=verb, changes=changes
    )
