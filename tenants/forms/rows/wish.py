"""One record of a register of wishes."""

import dataclasses
import datetime
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from hub.names import is_surely_a_name, tidy_name
from tenants.forms.cells.ages import read_age
from tenants.forms.cells.amounts import read_amount, read_quantity
from tenants.forms.cells.categories import read_categories
from tenants.forms.cells.dates import read_date
from tenants.forms.cells.guardians import Guardian, guardians_named, read_guardians
from tenants.forms.cells.kinds import read_kind
from tenants.forms.cells.needed_days import names_no_day, read_needed_by
from tenants.forms.cells.telephones import Telephones, as_dialled, read_telephones, words_beside
from tenants.forms.cells.text import IDENTITY_REMOVED, bare, half_width, is_blank, is_error, tidy
from tenants.forms.rows.findings import Finding
from tenants.forms.rows.reading import Cells, Reading, identity_findings, name_of, phone_finding, sex_of
from tenants.forms.tables.columns import title_of
from tenants.people.models import CHILD_UNDER
from tenants.wishes.collecting_days import is_old
from tenants.wishes.needed_days import FURTHEST
from tenants.wishes.sameness import gist_of

LONGEST_ITEM = 120
_WITH_WORDS = ("phone", "phone_2", "guardian_phone", "guardian_phone_2")
"""Cells from which numbers are read, while people write beside them whose they are and when to call."""
_MORE_SAID = re.compile(r"[,，;；。、(（\s][\u4e00-\u9fff]{3,}")
"""Behind an amount or a count: 180元，最好是旧的."""
_UNREAD = frozenset(
    {
        "age_unreadable",
        "phone_invalid",
        "date_unreadable",
        "needed_by_unclear",
        "budget_unreadable",
        "quantity_unreadable",
    }
)
"""Findings of a cell that holds something and was not read: what stands there stays in the remarks."""
_TWO_MONTHS = re.compile(r"([0-9]{4})\.1/[0-9]{4}\.10")
_HALAL = re.compile(r"(?<![不非无])(?<!不需)(?<!无需)(?<!不要)(?<!不用)(?<!不必)(?<!没有)(?<!不需要)(?<!无需要)清真")


def read_wish(
    cells: Cells,
    *,
    year: int,
    today: datetime.date,
    budget_limit: int,
    last_day: datetime.date | None = None,
    words: Mapping[str, str] | None = None,
    by_hand: Collection[str] = (),
    for_batch: Mapping[str, str] | None = None,
    old_days: bool = False,
) -> Reading:
    """`year` is the campaign's, `last_day` its last (31 December where none is given), `budget_limit` its policy's in
    yuan; `today` counts for ages by date of birth.

    `words` are the community's own for categories; `by_hand` names the cells that staff typed on the check page.
    `for_batch` has what was said once for columns that the whole list lacks, empty while nobody said it; `old_days` says
    that old days of collecting are meant.
    """
    said = {key: text for key, text in (for_batch or {}).items() if text and is_blank(cells.get(key, ""))}
    cells = {**cells, **said}
    rejecting: list[Finding] = []
    lacking: list[Finding] = []
    warnings: list[Finding] = []

    name, name_findings = name_of(cells, by_hand)
    rejecting += name_findings
    item = _item(cells)
    if not item:
        rejecting.append(Finding("wish_missing", "item"))
    elif len(item) > LONGEST_ITEM:
        rejecting.append(Finding("wish_too_long", "item"))

    if IDENTITY_REMOVED in item:
        lacking.append(Finding("item_unsure", "item"))

    collected_on, date_findings = _date(
        cells,
        year,
        today,
        last_day or datetime.date(year, 12, 31),
        old_days=old_days,
        lacking_everywhere=for_batch is not None and "collected_on" not in said,
    )
    age, age_findings = _age(cells, collected_on or today)
    is_child = age is not None and age < CHILD_UNDER
    guardians = _guardians(cells, by_hand)
    guardian = guardians[0] if guardians else None
    telephones = _telephones(cells, is_child=is_child)
    if telephones.phone is None:
        written = telephones.written
        lacking.append(phone_finding(cells.get("phone", "")) if written else Finding("phone_missing", "phone"))
    lacking += age_findings
    if is_child and guardian is None:
        lacking.append(_guardian_missing(cells))
    if is_child and len(guardians) > 1:
        others = "、".join(other.name for other in guardians[1:])
        warnings.append(Finding("guardians_several", "guardian", params={"name": guardians[0].name, "others": others}))
    lacking += date_findings
    needed_by, needed_findings = _needed_by(cells, year, today)
    lacking += needed_findings
    categories, unknown = read_categories(cells.get("categories", ""), words)
    if not categories:
        lacking.append(Finding("category_unknown" if unknown else "category_missing", "categories"))
    elif unknown:
        warnings.append(Finding("category_word_unknown", "categories", params={"words": "、".join(unknown)[:60]}))

    rejecting, lacking = _telling_errors(cells, rejecting), _telling_errors(cells, lacking)
    warnings += [
        Finding("error_value", key, params={"text": tidy(text)})
        for key, text in cells.items()
        if is_error(text) and not any(finding.field == key for finding in (*rejecting, *lacking))
    ]
    budget, budget_findings = _budget(cells, budget_limit)
    warnings += budget_findings
    quantity, quantity_findings = _quantity(cells)
    warnings += [*quantity_findings, *(each for each in identity_findings(cells) if each.field != "item" or not item)]
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
        "quantity": quantity,
        "requirements": ["清真"] if _HALAL.search(f"{item} {cells.get('remarks', '')}") else [],
        "budget_yuan": budget,
        "collector": tidy_name(cells.get("collector", "").replace(IDENTITY_REMOVED, " ")),
        "collected_on": collected_on.isoformat() if collected_on else None,
        "needed_by": needed_by.isoformat() if needed_by else None,
        "for_batch": sorted(said),
        "year": year,
        "guardian": guardian.name if guardian else None,
        "guardian_relation": guardian.relation if guardian else "",
        "situation": tidy(cells.get("situation", "")),
        "remarks": _remarks(cells, guardians, telephones, unknown, (*lacking, *warnings)),
    }
    return Reading(
        values=values,
        rejecting=tuple(rejecting),
        lacking=tuple(lacking),
        warnings=tuple(warnings),
        person=bare(name),
        phone=values["phone"] or (f"@{bare(values['address'])}" if values["address"] else ""),
        what=bare(item),
        core=gist_of(item),
        holder=bare(guardian.name) if is_child and guardian else bare(name),
    )


def _item(cells: Cells) -> str:
    item = "" if is_blank(cells.get("item", "")) else tidy(cells["item"])
    spec = "" if is_blank(cells.get("spec", "")) else tidy(cells["spec"])
    return f"{item}({spec})" if item and spec and spec not in item else item


def _telling_errors(cells: Cells, findings: list[Finding]) -> list[Finding]:
    """The findings, of which those about a failed formula say so."""
    return [
        dataclasses.replace(finding, sentence="error_value_wanted", params={"text": tidy(cells[finding.field])})
        if is_error(cells.get(finding.field, ""))
        else finding
        for finding in findings
    ]


def _date(
    cells: Cells, year: int, today: datetime.date, last_day: datetime.date, *, old_days: bool, lacking_everywhere: bool
) -> tuple[datetime.date | None, list[Finding]]:
    try:
        day = read_date(cells.get("collected_on", ""), year=year)
    except (ValueError, OverflowError):
        return None, [Finding("date_unreadable", "collected_on", params={"year": year})]
    if day is None:
        sentence = "date_missing_everywhere" if lacking_everywhere else ""
        return None, [Finding("date_missing", "collected_on", sentence)]
    if day > today:
        return None, [Finding("date_ahead", "collected_on", params={"day": day.isoformat()})]
    if is_old(day, last_day) and not old_days:
        return None, [Finding("date_old", "collected_on", params={"day": day.isoformat()})]
    return day, []


def _needed_by(cells: Cells, year: int, today: datetime.date) -> tuple[datetime.date | None, list[Finding]]:
    """The day by which it is needed, where the list has one; what names no day that is to come is asked about."""
    text = cells.get("needed_by", "")
    try:
        day = read_needed_by(text, year=year)
    except (ValueError, OverflowError):
        return None, [Finding("needed_by_unclear", "needed_by", params={"year": year})]
    if day is not None and day < today:
        return None, [Finding("needed_by_over", "needed_by", params={"day": day.isoformat()})]
    if day is not None and day > today + FURTHEST:
        return None, [Finding("needed_by_unclear", "needed_by", params={"year": year})]
    return day, []


def _age(cells: Cells, on: datetime.date) -> tuple[int | None, list[Finding]]:
    for key in ("age", "birth"):
        text = cells.get(key, "")
        if is_blank(text):
            continue
        try:
            if key == "birth" and (found := _TWO_MONTHS.fullmatch(text)):
                younger, older = read_age(f"{found[1]}-10", on=on), read_age(f"{found[1]}-01", on=on)
                if younger != older:
                    return None, [Finding("month_doubtful", key, params={"year": found[1]})]
                return older, []
            return read_age(text, on=on), []
        except (ValueError, OverflowError):
            return None, [Finding("age_unreadable", key)]
    return None, [Finding("age_missing", "age")]


def _guardians(cells: Cells, by_hand: Collection[str]) -> list[Guardian]:
    if is_blank(cells.get("guardian", "")) and not is_blank(cells.get("guardian_2", "")):
        cells = {**cells, "guardian": cells["guardian_2"], "guardian_relation": ""}
    if not is_blank(cells.get("guardian", "")):
        relation = "" if is_blank(cells.get("guardian_relation", "")) else half_width(cells["guardian_relation"])
        if found := guardians_named(cells["guardian"], relation, by_hand="guardian" in by_hand):
            return found
    if said := words_beside(cells.get("guardian_phone", "")):
        # 监护人姓名及电话 in one column.
        if is_surely_a_name(said):
            return [Guardian(tidy_name(said), half_width(cells.get("guardian_relation", "")))]
        if found := read_guardians(said):
            return found
    return read_guardians(cells.get("remarks", ""))


def _guardian_missing(cells: Cells) -> Finding:
    """What is asked for, and what was written in the place of a name."""
    field = "guardian" if "guardian" in cells else "remarks"
    if not is_blank(cells.get("guardian", "")):
        return Finding("guardian_missing", field, "guardian_no_name", {"text": tidy(cells["guardian"])[:30]})
    remarks = cells.get("remarks", "")
    if "监护人" in remarks and (phone := read_telephones(remarks).phone):
        return Finding("guardian_missing", field, "guardian_telephone_only", {"phone": as_dialled(phone.e164)})
    return Finding("guardian_missing", field)


def _telephones(cells: Cells, *, is_child: bool) -> Telephones:
    """The person's own; a child's is the guardian's, who may have a column for it or stand with it in the remarks."""
    own = (cells.get("phone", ""), cells.get("phone_2", ""))
    guardian = (cells.get("guardian_phone", ""), cells.get("guardian_phone_2", ""))
    if not is_child:
        return read_telephones(*own, *guardian)
    remarked = (cells.get("guardian", ""), cells.get("guardian_2", ""), cells.get("remarks", ""))
    found = read_telephones(*guardian, *own)
    if not found.phone:
        elsewhere = read_telephones(*remarked)
        return elsewhere if elsewhere.phone else found
    more = [phone for phone in read_telephones(*remarked).all if phone not in (found.phone.e164, *found.others)]
    return dataclasses.replace(found, others=(*found.others, *more))


def _budget(cells: Cells, limit: int) -> tuple[int | None, list[Finding]]:
    try:
        budget = read_amount(cells.get("budget", ""))
    except ValueError:
        return None, [Finding("budget_unreadable", "budget")]
    over = budget is not None and budget > limit
    return budget, [Finding("budget_over_limit", "budget", params={"limit": limit})] if over else []


def _quantity(cells: Cells) -> tuple[int, list[Finding]]:
    try:
        return read_quantity(cells.get("quantity", "")), []
    except ValueError:
        return 1, [Finding("quantity_unreadable", "quantity", params={"text": tidy(cells["quantity"])[:30]})]


def _remarks(
    cells: Cells, guardians: list[Guardian], telephones: Telephones, unknown: list[str], findings: Sequence[Finding]
) -> str:
    """The remarks as they were written, always whole, whatever was understood from them; and what no other place keeps.

    That is a guardian's cell that says more than one name, telephones beyond the first, words for a category that
    are none, and what was written where no number and no day could be read from it.
    """
    remarks = "" if is_blank(cells.get("remarks", "")) else tidy(cells["remarks"])
    kept = [remarks] if remarks else []
    cell = "" if is_blank(cells.get("guardian", "")) else tidy(cells["guardian"])
    if cell and (len(guardians) != 1 or tidy_name(cell) not in (guardians[0].name, guardians[0].relation)):
        kept.append(f"监护人：{cell}")
    other = "" if is_blank(cells.get("guardian_2", "")) else tidy(cells["guardian_2"])
    if other and not (len(guardians) == 1 and tidy_name(other) == guardians[0].name):
        kept.append(f"另一位监护人：{other}")
    said = re.sub(r"[^0-9]", "", half_width(remarks))
    others = [number for e164 in telephones.others if (number := as_dialled(e164)) not in said]
    if others:
        kept.append(f"其他电话：{'、'.join(others)}")
    when = cells.get("needed_by", "")
    if not is_blank(when) and names_no_day(when):
        kept.append(f"何时需要：{tidy(when)}")
    if unknown:
        kept.append(f"人员类别：{'、'.join(unknown)}")
    unread = {finding.field: cells.get(finding.field, "") for finding in findings if finding.code in _UNREAD}
    whole = [key for key, text in unread.items() if not is_blank(text.replace(IDENTITY_REMOVED, ""))]
    named = ("", *(each.name for each in guardians))
    whole += [key for key in _WITH_WORDS if key not in unread and words_beside(cells.get(key, "")) not in named]
    whole += [key for key in ("budget", "quantity") if key not in unread and _MORE_SAID.search(cells.get(key, ""))]
    kept += [f"{title_of(key, 'wishes').zh}：{tidy(cells[key])}" for key in whole]
    return "；".join(kept)
