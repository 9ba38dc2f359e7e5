"""One record of a register of wishes."""

import datetime
import re
from typing import Any

from tenants.forms.cells.ages import read_age
from tenants.forms.cells.amounts import read_amount, read_quantity
from tenants.forms.cells.categories import read_categories
from tenants.forms.cells.dates import read_date
from tenants.forms.cells.guardians import Guardian, guardian_named, read_guardian
from tenants.forms.cells.kinds import read_kind
from tenants.forms.cells.telephones import Telephones, read_telephones
from tenants.forms.cells.text import bare, half_width, is_blank, of_person, tidy
from tenants.forms.rows.findings import Finding
from tenants.forms.rows.reading import Cells, Reading, phone_finding, sex_of
from tenants.people.models import CHILD_UNDER

LONGEST_NAME, LONGEST_ITEM = 40, 120
_CLAUSES = re.compile(r"[,,;;。、\n]+")


def read_wish(cells: Cells, *, year: int, today: datetime.date, budget_limit: int) -> Reading:
    """`year` is the campaign's, `budget_limit` its policy's in yuan; `today` counts for ages by date of birth."""
    rejecting: list[Finding] = []
    lacking: list[Finding] = []
    warnings: list[Finding] = []

    name = "" if is_blank(cells.get("name", "")) else of_person(cells["name"])
    if not name:
        rejecting.append(Finding("name_missing", "name"))
    elif len(name) > LONGEST_NAME:
        rejecting.append(Finding("name_too_long", "name"))
    item = _item(cells)
    if not item:
        rejecting.append(Finding("wish_missing", "item"))
    elif len(item) > LONGEST_ITEM:
        rejecting.append(Finding("wish_too_long", "item"))

    collected_on, date_findings = _date(cells, year)
    age, age_findings = _age(cells, collected_on or today)
    is_child = age is not None and age < CHILD_UNDER
    guardian = _guardian(cells)
    telephones = _telephones(cells, is_child=is_child)
    if telephones.phone is None:
        written = telephones.written
        lacking.append(phone_finding(cells.get("phone", "")) if written else Finding("phone_missing", "phone"))
    lacking += age_findings
    if is_child and guardian is None:
        lacking.append(Finding("guardian_missing", "guardian" if "guardian" in cells else "remarks"))
    lacking += date_findings
    categories, unknown = read_categories(cells.get("categories", ""))
    if not categories:
        lacking.append(Finding("category_unknown" if unknown else "category_missing", "categories"))

    budget, budget_findings = _budget(cells, budget_limit)
    warnings += budget_findings
    if telephones.phone and telephones.phone.kind == "landline":
        warnings.append(Finding("landline_takes_no_sms", "phone"))

    values: dict[str, Any] = {
        "name": name,
        "phone": telephones.phone.e164 if telephones.phone else None,
        "other_phones": list(telephones.others),
        "sex": sex_of(cells.get("sex", "")),
        "age": age,
        "categories": categories,
        "address": tidy(cells.get("address", "")),
        "item": item,
        "kind": read_kind(item, cells.get("kind", "")),
        "quantity": read_quantity(cells.get("quantity", "")),
        "requirements": ["清真"] if "清真" in item + cells.get("remarks", "") else [],
        "budget_yuan": budget,
        "collector": of_person(cells.get("collector", "")),
        "collected_on": collected_on.isoformat() if collected_on else None,
        "guardian": guardian.name if guardian else None,
        "guardian_relation": guardian.relation if guardian else "",
        "situation": tidy(cells.get("situation", "")),
        "remarks": _remarks(cells, guardian),
    }
    return Reading(
        values=values,
        rejecting=tuple(rejecting),
        lacking=tuple(lacking),
        warnings=tuple(warnings),
        person=bare(name),
        phone=values["phone"] or (f"@{bare(values['address'])}" if values["address"] else ""),
        what=bare(item),
        holder=bare(guardian.name) if is_child and guardian else bare(name),
    )


def _item(cells: Cells) -> str:
    item = "" if is_blank(cells.get("item", "")) else tidy(cells["item"])
    spec = "" if is_blank(cells.get("spec", "")) else tidy(cells["spec"])
    return f"{item}({spec})" if item and spec and spec not in item else item


def _date(cells: Cells, year: int) -> tuple[datetime.date | None, list[Finding]]:
    try:
        day = read_date(cells.get("collected_on", ""), year=year)
    except (ValueError, OverflowError):
        return None, [Finding("date_unreadable", "collected_on", params={"year": year})]
    return day, [] if day else [Finding("date_missing", "collected_on")]


def _age(cells: Cells, on: datetime.date) -> tuple[int | None, list[Finding]]:
    for key in ("age", "birth"):
        if is_blank(cells.get(key, "")):
            continue
        try:
            return read_age(cells[key], on=on), []
        except (ValueError, OverflowError):
            return None, [Finding("age_unreadable", key)]
    return None, [Finding("age_missing", "age")]


def _guardian(cells: Cells) -> Guardian | None:
    if not is_blank(cells.get("guardian", "")):
        return guardian_named(cells["guardian"], half_width(cells.get("guardian_relation", "")))
    return read_guardian(cells.get("remarks", ""))


def _telephones(cells: Cells, *, is_child: bool) -> Telephones:
    """The person's own; a child's is the guardian's, who may have a column for it or stand with it in the remarks."""
    own = (cells.get("phone", ""), cells.get("phone_2", ""))
    guardian = cells.get("guardian_phone", "")
    found = read_telephones(guardian, *own) if is_child else read_telephones(*own, guardian)
    if is_child and not found.written:
        remarked = read_telephones(cells.get("guardian", ""), cells.get("remarks", ""))
        return remarked if remarked.phone else found
    return found


def _budget(cells: Cells, limit: int) -> tuple[int | None, list[Finding]]:
    try:
        budget = read_amount(cells.get("budget", ""))
    except ValueError:
        return None, [Finding("budget_unreadable", "budget")]
    over = budget is not None and budget > limit
    return budget, [Finding("budget_over_limit", "budget", params={"limit": limit})] if over else []


def _remarks(cells: Cells, guardian: Guardian | None) -> str:
    """The remarks without the clause that names the guardian, who has a place of its own."""
    remarks = "" if is_blank(cells.get("remarks", "")) else tidy(cells["remarks"])
    if guardian is None:
        return remarks
    return ",".join(
        clause.strip() for clause in _CLAUSES.split(remarks) if clause.strip() and guardian.name not in clause
    )
