"""Stored rows are read anew when the rules of reading have changed: texts cleaned as they would be today, blind indexes
worked out from them, what stood in plain encrypted.

The work behind a bell of kind `reading`, which rings after an upgrade, after a restore, and every night while something
waits. A batch is one transaction and says how far it came, so that a worker can be killed and the next one goes on.
Until a row's turn has come, readers take it as it is.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from hub.clock import now
from hub.names import tidy_name
from hub.writing import clean, tidy
from tenants.members.models import Branch, Member
from tenants.people.households import address_mark
from tenants.people.models import Beneficiary, Household, StoredReading
from tenants.people.places import place_marks
from tenants.people.register import indexes
from tenants.wishes.models import Wish

EDITION = 2
"""Of the rules of reading. Raising it has every row read once more."""

BATCH = 500


def reread(moment: datetime.datetime) -> datetime.datetime | None:
    """Reads the next rows of the current community. Returns `moment` while more are left, None when all are read.

    To be called inside the community's block and a transaction. Any number of calls ends in the same rows.
    """
    for model in READERS:
        reading = StoredReading.objects.filter(model=model._meta.label_lower).first()
        if reading is None or reading.edition != EDITION:
            reading = StoredReading(model=model._meta.label_lower, edition=EDITION)
        elif reading.done_at is not None:
            continue
        _read_on(model, reading)
        return moment
    return None


def reading_waits() -> bool:
    """Whether rows of the current community were not yet read by the rules of today."""
    done = StoredReading.objects.filter(edition=EDITION).exclude(done_at=None)
    return set(done.values_list("model", flat=True)) != {model._meta.label_lower for model in READERS}


def _read_on(model: type[Model], reading: StoredReading) -> None:
    left = model._default_manager.order_by("pk")
    if reading.after is not None:
        left = left.filter(pk__gt=reading.after)
    rows: list[Any] = list(left.select_for_update(no_key=True)[:BATCH])
    for row in rows:
        differing = [name for name, value in READERS[model](row).items() if _put(row, name, value)]
        if differing:
            row.save(update_fields=differing)
    if rows:
        reading.after = rows[-1].pk
    if len(rows) < BATCH:
        reading.done_at = now()
    reading.save()


def _put(row: Any, name: str, value: Any) -> bool:
    """Sets the value; whether it is another one than before."""
    before = getattr(row, name)
    if isinstance(before, memoryview):
        before = bytes(before)
    elif isinstance(before, list):
        before = [bytes(one) if isinstance(one, memoryview) else one for one in before]
    setattr(row, name, value)
    return bool(before != value)


def _person(row: Beneficiary) -> Mapping[str, Any]:
    relation = {"relation_sealed": clean(row.guardian_relation), "relation_in_plain": ""}
    if row.erased_at is not None:
        return relation
    name = tidy_name(row.name)
    return {
        "name": name,
        "guardian_name": tidy_name(row.guardian_name),
        "situation": clean(row.situation),
        **relation,
        **indexes(name, row.phone),
    }


def _household(row: Household) -> Mapping[str, Any]:
    address = clean(row.address).strip()
    return {"address": address, "address_index": address_mark(address), "place_marks": place_marks(address)}


def _branch(row: Branch) -> Mapping[str, Any]:
    name = tidy(clean(row.name))
    # Two branches that were told apart by what nobody sees stay two: staff put their members together.
    return {} if not name or Branch.objects.exclude(pk=row.pk).filter(name=name).exists() else {"name": name}


def _member(row: Member) -> Mapping[str, Any]:
    name = tidy_name(row.name)
    texts = {field: clean(getattr(row, field)) for field in ("work_unit", "skills", "note")}
    return {"name": name, **texts, **indexes(name, row.phone)}


def _wish(row: Wish) -> Mapping[str, Any]:
    return {
        "item": clean(row.item),
        "requirements": [clean(one) for one in row.requirements],
        "public_text": clean(row.public_text),
        "story": clean(row.story),
        "collector_name": tidy_name(row.collector_name),
    }


READERS: Mapping[type[Model], Callable[[Any], Mapping[str, Any]]] = {
    Beneficiary: _person,
    Household: _household,
    Branch: _branch,
    Member: _member,
    Wish: _wish,
}
"""What of a stored row is read, and how it stands afterwards."""
