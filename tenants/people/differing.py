"""A survey that says something else of a resident than the record: it asks before it replaces a colleague's word."""

from django.db import transaction

from hub.language import Text
from hub.refusal import Refusal
from tenants.people.households import plain
from tenants.people.models import Beneficiary
from tenants.people.queueing import wait_for_the_register
from tenants.people.register import Person, known_as

WORDS = {
    "address": Text(zh="住址", en="address"),
    "age": Text(zh="年龄", en="age"),
    "sex": Text(zh="性别", en="sex"),
    "categories": Text(zh="困难类别", en="categories"),
    "guardian_name": Text(zh="监护人", en="guardian"),
    "guardian_relation": Text(zh="监护关系", en="guardian's relation"),
}


def demand_as_on_record(person: Person) -> None:
    """Raises `Refusal` (409, naming the first field) where this survey would replace what is on record of somebody.

    What nobody knew yet is no difference, nor are ages a year apart: nobody's birthday is known. The refusal names what
    differs and not what stands there, which only an access that is written down may show.
    """
    with transaction.atomic():
        wait_for_the_register()
        known = known_as(person)
        differing = _differing(known, person) if known else []
    if differing:
        raise Refusal(
            "known_otherwise",
            Text(
                zh="这位居民已在册，册上的{what}与这里填的不同。请核对；确实变了，再点一次保存，册上会改成这里填的。",
                en="This person is on record with another {what}. Check it; if it has changed, save again, and the "
                "record will say what stands here.",
            ),
            field=f"person.{differing[0]}",
            what=Text(
                zh="、".join(WORDS[name].zh for name in differing), en=", ".join(WORDS[name].en for name in differing)
            ),
        )


def _differing(known: Beneficiary, person: Person) -> list[str]:
    found = []
    at = known.household.address
    if person.address and at and plain(person.address) != plain(at):
        found.append("address")
    if person.age is not None and known.age is not None:
        expected = known.age + person.age_on.year - known.age_on.year
        if abs(expected - person.age) > 1:
            found.append("age")
    if person.sex and known.sex and person.sex != known.sex:
        found.append("sex")
    if person.categories and set(known.categories) - set(person.categories):
        found.append("categories")
    for name in ("guardian_name", "guardian_relation"):
        old, new = getattr(known, name), getattr(person, name)
        if old and new and plain(old) != plain(new):
            found.append(name)
    return found
