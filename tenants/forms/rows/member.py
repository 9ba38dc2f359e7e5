"""One record of the register of members."""

import re
from collections.abc import Collection
from typing import Any

from hub.names import tidy_name
from tenants.forms.cells.telephones import read_telephones
from tenants.forms.cells.text import bare, half_width, is_blank, tidy
from tenants.forms.rows.findings import Finding
from tenants.forms.rows.reading import Cells, Reading, identity_findings, phone_finding, sex_of

LONGEST_NAME, LONGEST_BRANCH, LONGEST_UNIT, LONGEST_SKILLS = 40, 60, 80, 120
_BORN = re.compile(
    r"((?:19|20)[0-9]{2})\s*[-./年]?\s*(0[1-9]|1[0-2]|[1-9])(?![0-9]).*|((?:19|20)[0-9]{2})([01][0-9])[0-9]{2}"
)


def read_member(cells: Cells, by_hand: Collection[str] = ()) -> Reading:
    """Name, telephone and branch are what a member must have; without the latter two the row waits."""
    rejecting: list[Finding] = []
    lacking: list[Finding] = []
    warnings: list[Finding] = []
    name = "" if is_blank(cells.get("name", "")) else tidy_name(cells["name"])
    if not name:
        rejecting.append(Finding("name_missing", "name"))
    elif len(name) > LONGEST_NAME:
        rejecting.append(Finding("name_too_long", "name"))
    telephones = read_telephones(cells.get("phone", ""), cells.get("phone_2", ""))
    if telephones.phone is None:
        lacking.append(
            phone_finding(cells.get("phone", "")) if telephones.written else Finding("phone_missing", "phone")
        )
    elif telephones.phone.kind == "landline":
        warnings.append(Finding("landline_takes_no_sms", "phone"))
    branch = "" if is_blank(cells.get("branch", "")) else tidy_name(cells["branch"])[:LONGEST_BRANCH]
    if not branch:
        lacking.append(Finding("branch_missing", "branch"))
    phone = telephones.phone.e164 if telephones.phone else None
    birth = half_width(cells.get("birth", ""))
    if doubtful := re.fullmatch(r"([0-9]{4})\.1/[0-9]{4}\.10", birth):
        warnings.append(Finding("month_unclear", "birth", params={"year": doubtful[1]}))
        birth = ""
    warnings += identity_findings(cells)
    values: dict[str, Any] = {
        "name": name,
        "phone": phone,
        "branch": branch or None,
        "sex": sex_of(cells.get("sex", "")),
        "birth_month": _month(birth),
        "work_unit": "" if is_blank(cells.get("work_unit", "")) else tidy(cells["work_unit"])[:LONGEST_UNIT],
        "skills": "" if is_blank(cells.get("skills", "")) else tidy(cells["skills"])[:LONGEST_SKILLS],
        "duty": "" if is_blank(cells.get("duty", "")) else tidy(cells["duty"])[:LONGEST_BRANCH],
        "remarks": "" if is_blank(cells.get("remarks", "")) else tidy(cells["remarks"]),
    }
    return Reading(
        values=values,
        rejecting=tuple(rejecting),
        lacking=tuple(lacking),
        warnings=tuple(warnings),
        person=bare(name),
        phone=phone or "",
        what="",
        holder=bare(name),
    )


def _month(text: str) -> str:
    """Year and month of birth as 1993-06, else as written."""
    found = _BORN.fullmatch(half_width(text))
    return f"{found[1] or found[3]}-{int(found[2] or found[4]):02d}" if found else half_width(text)
