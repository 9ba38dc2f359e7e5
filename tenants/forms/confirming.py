"""The confirmation: every row that can come in does, in one transaction, and none of them ever twice."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from hub.actor import Actor
from hub.clock import now, today
from hub.identifiers import uuid7
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.claims.changing import register_whom_claimers_may_visit
from tenants.forms.batches import demand_checked, enter, kind_of, locked
from tenants.forms.checking import StoredRow, counts_of, judged_again
from tenants.forms.consents import ConsentsGiven, of_stored, record
from tenants.forms.models import ImportBatch, ImportedRow
from tenants.forms.rows.findings import place_of
from tenants.members.branches import branch_named
from tenants.members.models import Branch, Member
from tenants.members.register import NewMember, register_member
from tenants.people.register import Person, check_person
from tenants.wishes.collecting import NewWish, check_content, collect_wishes
from tenants.wishes.models import Wish

_ONE_AT_A_TIME = 7_002_010
"""Key of the advisory lock within a community's schema (the other half is the schema's name)."""


def confirm_import(batch: ImportBatch, *, consents: ConsentsGiven | None = None, by: Actor) -> ImportBatch:
    """Imports the rows that are ready or need attention; duplicates are remembered, rejected rows left out, and rows that
    may be a wish which is there already, as long as nobody has said whether they are.

    Everything is judged once more against what is stored at this moment, behind a lock, so two confirmations of the
    same file bring it in once. Confirming again returns the batch as it is. `consents` are recorded for everybody
    who comes in. Raises Refusal (409) for a discarded import, and when a verb refuses a row (nothing is written).
    """
    with transaction.atomic():
        wait_for_other_imports()
        batch = locked(batch.pk)
        if batch.state == ImportBatch.State.CONFIRMED:
            return batch
        demand_checked(batch)
        if batch.campaign_id:
            # Whoever enters a wish by hand waits as well, so that it is either seen here or comes after.
            batch.campaign = Campaign.objects.select_for_update(no_key=True).get(pk=batch.campaign_id)
        if consents:
            batch.consents = consents.stored()
        rows = judged_again(batch.rows, batch.corrections, kind_of(batch), batch.campaign, batch.about)
        began = uuid7()
        wishes, members = _import(batch, rows, by)
        # What this import has written lies between the two: see `taking_back`.
        batch.about = {**batch.about, "between": [str(began), str(uuid7())]}
        _remember(batch, rows, wishes, members)
        batch.rows = [{**row, "number": wish.number} if (wish := wishes.get(row["serial"])) else row for row in rows]
        batch.counts = counts_of(rows)
        batch.imported = len(wishes) + len(members)
        batch.state, batch.confirmed_at = ImportBatch.State.CONFIRMED, now()
        batch.save(update_fields=["about", "rows", "counts", "consents", "imported", "state", "confirmed_at"])
        enter(batch, "confirmed", {"counts": batch.counts, "imported": batch.imported}, by)
    return batch


def wait_for_other_imports() -> None:
    """Confirmations of a community, and taking one back, go one after the other, until the transaction's end."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(current_schema()))", [_ONE_AT_A_TIME])


def is_unanswered(row: StoredRow) -> bool:
    """Whether a row may be a wish that is there already, and nobody has said yes or no: it does not come in."""
    return row["outcome"] == "attention" and any(reason["code"] == "same_wish_perhaps" for reason in row["reasons"])


def _remember(batch: ImportBatch, rows: list[StoredRow], wishes: dict[int, Wish], members: dict[int, Member]) -> None:
    """Keeps the fingerprints of all rows but those left out: those that repeat a row have come in with it."""
    left_out = {row["serial"] for row in rows if row["outcome"] == "rejected" or is_unanswered(row)}
    mine = [
        (row, bytes.fromhex(row["fingerprint"])) for row in rows if not left_out & {row["serial"], row["duplicate_of"]}
    ]
    known = ImportedRow.objects.filter(campaign=batch.campaign, fingerprint__in=[mark for _, mark in mine])
    there = {bytes(mark) for mark in known.values_list("fingerprint", flat=True)}
    ImportedRow.objects.bulk_create(
        [
            ImportedRow(
                batch=batch,
                campaign=batch.campaign,
                fingerprint=mark,
                wish=wishes.get(row["serial"]) or wishes.get(row["duplicate_of"]),
                member=members.get(row["serial"]) or members.get(row["duplicate_of"]),
            )
            for row, mark in mine
            if mark not in there
        ],
        batch_size=500,
    )


def _import(batch: ImportBatch, rows: list[StoredRow], by: Actor) -> tuple[dict[int, Wish], dict[int, Member]]:
    """The wishes and members that came in, by the serial numbers of their rows."""
    coming = [row for row in rows if row["outcome"] in ("ready", "attention") and not is_unanswered(row)]
    if batch.campaign:
        return _collect(batch.campaign, coming, of_stored(batch.consents), by), {}
    branches: dict[str, Branch] = {}
    members: dict[int, Member] = {}
    for row in coming:
        with _naming(row):
            members[row["serial"]] = _register(row, branches, by)
    return {}, members


@contextmanager
def _naming(row: StoredRow) -> Iterator[None]:
    """A verb's refusal says which row it is about."""
    try:
        yield
    except Refusal as refusal:
        raise Refusal(
            refusal.code,
            Text(
                zh="{place}没有导入：{why}这次什么都没有写入。",
                en="{place} was refused: {why} Nothing was written.",
            ),
            status=409,
            place=place_of(row.get("sheet", ""), row["row"]),
            why=refusal.text,
        ) from refusal


def _collect(campaign: Campaign, rows: list[StoredRow], given: ConsentsGiven | None, by: Actor) -> dict[int, Wish]:
    persons, wishes = [], []
    for row in rows:
        with _naming(row):
            person, wish = _person(row), _wish(row)
            check_person(person)
            check_content(item=wish.item, kind=wish.kind, budget_yuan=wish.budget_yuan, quantity=wish.quantity)
        persons.append(person)
        wishes.append(wish)
    beneficiaries = register_whom_claimers_may_visit(persons, by=by)
    if given:
        record(given, beneficiaries, by=by)
    collected = collect_wishes(campaign, list(zip(beneficiaries, wishes, strict=True)), by=by)
    return {row["serial"]: wish for row, wish in zip(rows, collected, strict=True)}


def _person(row: StoredRow) -> Person:
    said = row["values"]
    return Person(
        name=said["name"],
        phone=said["phone"] or "",
        sex=said["sex"],
        age=said["age"],
        age_on=_day(said["collected_on"]) or today(),
        categories=tuple(said["categories"]),
        address=said["address"],
        situation=said["situation"],
        guardian_name=said["guardian"] or "",
        guardian_relation=said["guardian_relation"][:20],
    )


def _wish(row: StoredRow) -> NewWish:
    said = row["values"]
    return NewWish(
        item=said["item"],
        kind=said["kind"],
        quantity=said["quantity"],
        requirements=tuple(said["requirements"]),
        story=said["remarks"],
        budget_yuan=said["budget_yuan"],
        collector_name=said["collector"],
        collected_on=_day(said["collected_on"]),
        # A batch that was checked before there was this column.
        needed_by=_day(said.get("needed_by")),
        for_batch=tuple(said["for_batch"]),
        missing=tuple(reason["code"] for reason in row["reasons"]),
        warnings=tuple(warning["code"] for warning in row["warnings"]),
        fingerprint=bytes.fromhex(row["fingerprint"]),
    )


def _register(row: StoredRow, branches: dict[str, Branch], by: Actor) -> Member:
    said = row["values"]
    name = said["branch"]
    if name and name not in branches:
        branches[name] = branch_named(name)
    return register_member(
        NewMember(
            name=said["name"],
            phone=said["phone"] or "",
            branch=branches[name] if name else None,
            sex=said["sex"],
            birth_month=said["birth_month"],
            work_unit=said["work_unit"],
            skills=said["skills"],
            # Read by an earlier release, a row may have none.
            duty=said.get("duty", ""),
            note=said["remarks"],
            fingerprint=bytes.fromhex(row["fingerprint"]),
        ),
        by=by,
    )


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
