"""A person who is known already, and a later row that says something else of them."""

import dataclasses
import datetime
from typing import Any

from tenants.forms.cells.text import bare
from tenants.forms.rows.findings import Finding

PersonKey = tuple[str, str]
"""Person and telephone, as `Reading` gives them."""


@dataclasses.dataclass(frozen=True)
class PersonOnRecord:
    """What stands of somebody; empty where nobody knows. `age` was true in `age_year`."""

    address: str = ""
    guardian: str = ""
    guardian_relation: str = ""
    sex: str = ""
    age: int | None = None
    age_year: int = 0
    categories: tuple[str, ...] = ()

    @classmethod
    def of(cls, values: dict[str, Any], known: "PersonOnRecord | None") -> "PersonOnRecord":
        """What will stand of a person after a row with these values has come in."""
        before = known or cls()
        has_age = values["age"] is not None
        return cls(
            address=values["address"] or before.address,
            guardian=values["guardian"] or before.guardian,
            guardian_relation=values["guardian_relation"] or before.guardian_relation,
            sex=values["sex"] or before.sex,
            age=values["age"] if has_age else before.age,
            age_year=_year(values) if has_age else before.age_year,
            categories=tuple(categories_beside(before, values)),
        )


def categories_beside(known: PersonOnRecord, values: dict[str, Any]) -> list[str]:
    """Those on record and the row's: a list of one kind of people says nothing against the other kinds of somebody."""
    return list(dict.fromkeys([*known.categories, *values["categories"]]))


def kept_as(known: PersonOnRecord, values: dict[str, Any]) -> tuple[dict[str, Any], list[Finding]]:
    """A row's values with what is on record where they differ, and a finding for each difference.

    What the row says stays in its remarks. Ages a year apart are the same age: nobody's birthday is known.
    """
    kept, findings, said = dict(values), list[Finding](), list[str]()
    for field, word in (("address", "住址"), ("guardian", "监护人"), ("sex", "性别")):
        old, new = getattr(known, field), values[field] or ""
        if old and new and bare(old) != bare(new):
            kept[field] = old
            findings.append(Finding("person_differs", field, f"person_differs_{field}", {"known": old}))
            if field != "sex":
                said.append(f"表上{word}：{new}")
    if kept["guardian"] == known.guardian and known.guardian:
        kept["guardian_relation"] = (
            values["guardian_relation"] if values["guardian"] == known.guardian else known.guardian_relation
        )
    if known.age is not None and values["age"] is not None:
        now = known.age + (_year(values) - known.age_year)
        if abs(now - values["age"]) > 1:
            kept["age"] = now
            findings.append(Finding("person_differs", "age", "person_differs_age", {"known": now}))
            said.append(f"表上年龄：{values['age']}")
    if said:
        kept["remarks"] = "；".join(part for part in (values["remarks"], *said) if part)
    return kept, findings


def _year(values: dict[str, Any]) -> int:
    day = values["collected_on"]
    return datetime.date.fromisoformat(day).year if day else values["year"]
