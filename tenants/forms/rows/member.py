"""One record of the register of members."""

import re
from collections.abc import Collection
from typing import Any

from hub.names import tidy_name
from tenants.forms.cells.telephones import Telephones, as_dialled, read_telephones
from tenants.forms.cells.text import bare, half_width, is_blank, tidy
from tenants.forms.rows.findings import Finding
from tenants.forms.rows.reading import Cells, Reading, identity_findings, name_of, phone_finding, sex_of
from tenants.forms.tables.columns import title_of

LONGEST_BRANCH, LONGEST_UNIT, LONGEST_SKILLS = 60, 80, 120
_BORN = re.compile(
    r"((?:19|20)[0-9]{2})\s*[-./年]?\s*(0[1-9]|1[0-2]|[1-9])(?![0-9]).*|((?:19|20)[0-9]{2})([01][0-9])[0-9]{2}"
)


def read_member(cells: Cells, by_hand: Collection[str] = ()) -> Reading:
    """Name, telephone and branch are what a member must have; without the latter two the row waits."""
    rejecting: list[Finding] = []
    lacking: list[Finding] = []
    warnings: list[Finding] = []
    name, name_findings = name_of(cells, by_hand)
    rejecting += name_findings
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
        "remarks": _remarks(cells, telephones),
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


def _remarks(cells: Cells, telephones: Telephones) -> str:
    """The remarks as they were written, and what no other place keeps: more telephones, no telephone, longer texts."""
    kept = [] if is_blank(cells.get("remarks", "")) else [tidy(cells["remarks"])]
    if telephones.others:
        kept.append(f"其他电话：{'、'.join(map(as_dialled, telephones.others))}")
    if telephones.written and telephones.phone is None:
        kept.append(f"联系电话：{tidy(' '.join(cells.get(key, '') for key in ('phone', 'phone_2')))}")
    for key, longest in (("branch", LONGEST_BRANCH), ("work_unit", LONGEST_UNIT), ("skills", LONGEST_SKILLS)):
        if len(text := tidy(cells.get(key, ""))) > longest:
            kept.append(f"{title_of(key, 'members').zh}：{text}")
    return "；".join(kept)


def _month(text: str) -> str:
    """Year and month of birth as 1993-06, else as written."""
    found = _BORN.fullmatch(half_width(text))
    return f"{found[1] or found[3]}-{int(found[2] or found[4]):02d}" if found else half_width(text)
