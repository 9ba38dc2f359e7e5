"""What is to become of each record: ready, attention, duplicate or rejected."""

import dataclasses
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Literal

from tenants.forms.rows.findings import Finding
from tenants.forms.rows.person import PersonKey, PersonOnRecord, categories_beside, kept_as
from tenants.forms.rows.reading import Cells, Reading, canonical
from tenants.forms.tables.columns import Kind
from tenants.forms.tables.finding import Record

Outcome = Literal["ready", "attention", "duplicate", "rejected"]
OUTCOMES: tuple[Outcome, ...] = ("ready", "attention", "duplicate", "rejected")

_IDENTIFYING = {"name", "phone", "phone_2", "guardian_phone", "item", "spec"}
"""The cells that say who wants what. Whoever corrects one of them says that the row is another wish."""

Fingerprint = bytes
Reader = Callable[[Cells, Collection[str]], Reading]
"""Reads a record's cells; the second names those that staff typed by hand."""


@dataclasses.dataclass(frozen=True)
class Known:
    """What is stored already, as far as these records can touch it.

    `rows` are fingerprints of original rows that were imported; `wishes` gives the number of a wish by person,
    telephone and wish (of a member: an empty text by person, telephone and nothing); `phones` the persons of a
    telephone, or those who hold it for a child; `people` what is on record of them by person and telephone; `cores`
    number and item of a wish by person, telephone and the wish without its number. With `several_sheets` a row's number
    alone does not name it.
    """

    rows: frozenset[Fingerprint] = frozenset()
    wishes: Mapping[tuple[str, str, str], str] = dataclasses.field(default_factory=dict)
    phones: Mapping[str, frozenset[str]] = dataclasses.field(default_factory=dict)
    people: Mapping[PersonKey, PersonOnRecord] = dataclasses.field(default_factory=dict)
    cores: Mapping[tuple[str, str, str], tuple[str, str]] = dataclasses.field(default_factory=dict)
    several_sheets: bool = False


@dataclasses.dataclass(frozen=True)
class Original:
    """A record with its fingerprint and what staff corrected in it on the check page."""

    record: Record
    fingerprint: Fingerprint
    corrections: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def cells(self) -> dict[str, str]:
        return {**self.record.cells, **self.corrections}


@dataclasses.dataclass(frozen=True)
class Judged:
    """A record and its outcome. `existing` is the number of the stored wish that it repeats, or empty."""

    record: Record
    outcome: Outcome
    reasons: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    duplicate_of: int | None
    existing: str
    values: dict[str, Any]


def fingerprints(records: Sequence[Record], blind: Callable[[str], Fingerprint]) -> list[Fingerprint]:
    """A fingerprint for each record, the same in whatever order they come.

    Records of quite the same content are told apart by counting them, so that staff who make two wishes out of
    two equal rows find both again. A row of a workbook that we gave back carries the fingerprint it had.
    """
    seen: dict[str, int] = {}
    given: set[str] = set()
    found: list[Fingerprint] = []
    for record in records:
        reference = record.cells.get("reference", "")
        if len(reference) == 64 and reference not in given and set(reference) <= set("0123456789abcdef"):
            given.add(reference)
            found.append(bytes.fromhex(reference))
            continue
        content = canonical(record.cells)
        seen[content] = seen.get(content, 0) + 1
        found.append(blind(content if seen[content] == 1 else f"{content}#{seen[content]}"))
    return found


def judge(
    originals: Sequence[Original],
    readings: Sequence[Reading],
    read: Reader,
    known: Known,
    kind: Kind,
) -> list[Judged]:
    """The outcome of each record, in order. `readings` are those of the records as corrected."""
    judging = _Judging(known, kind, read)
    return [judging.judge(original, reading) for original, reading in zip(originals, readings, strict=True)]


class _Judging:
    def __init__(self, known: Known, kind: Kind, read: Reader) -> None:
        self.known = known
        self.kind = kind
        self.read = read
        self.earlier: dict[object, Record] = {}
        self.holders: dict[str, tuple[str, Record, str]] = {}
        self.people: dict[PersonKey, PersonOnRecord] = dict(known.people)
        self.cores: dict[tuple[str, str, str], tuple[Record, str]] = {}

    def judge(self, original: Original, reading: Reading) -> Judged:
        if reading.rejecting and original.fingerprint not in self.known.rows:
            return self._judged(original, reading, "rejected", (*reading.rejecting, *reading.lacking))
        marks = self._marks(original, reading)
        again = next((self.earlier[mark] for mark in marks if mark in self.earlier), None)
        for mark in (*marks, *self._marks_before_correction(original)):
            self.earlier.setdefault(mark, original.record)
        if again is not None:
            reason = Finding(self._same, "name" if self.kind == "members" else "item", params=self._place(again))
            return self._judged(original, reading, "duplicate", (reason,), duplicate_of=again.serial)
        if original.fingerprint in self.known.rows:
            return self._judged(original, reading, "duplicate", (Finding("already_imported", "name"),))
        if (number := self.known.wishes.get(_key(reading))) is not None:
            reason = Finding(self._same, "name", f"{self._same}_before", {"number": number})
            return self._judged(original, reading, "duplicate", (reason,), existing=number)
        return self._new(original, reading)

    @property
    def _same(self) -> str:
        return "same_person" if self.kind == "members" else "same_person_and_wish"

    def _marks(self, original: Original, reading: Reading) -> list[object]:
        """By what a later record is known to repeat this one."""
        marks: list[object] = [canonical(original.cells)]
        if reading.phone:
            marks.append(_key(reading))
        if original.corrections and not _IDENTIFYING & original.corrections.keys():
            marks += self._marks_before_correction(original)
        return marks

    def _marks_before_correction(self, original: Original) -> list[object]:
        if not original.corrections:
            return []
        before = self.read(original.record.cells, ())
        return [canonical(original.record.cells), *([_key(before)] if before.phone else [])]

    def _new(self, original: Original, reading: Reading) -> Judged:
        lacking, warnings = list(reading.lacking), list(reading.warnings)
        values = reading.values
        if self.kind == "wishes" and reading.phone:
            alike = self._alike(original, reading)
            if alike and original.corrections.get("again") == "no":
                return self._judged(
                    original, reading, "duplicate", (alike,), existing=str(alike.params.get("number", ""))
                )
            if alike and original.corrections.get("again") != "yes":
                lacking.append(alike)
            values, differing = self._as_on_record(original, reading)
            lacking += differing
        if shared := self._telephone_of_another(original, reading):
            if self.kind == "members":
                lacking.append(shared)
                values = {**values, "phone": None}
                warnings = [warning for warning in warnings if warning.field != "phone"]
            else:
                warnings.append(shared)
        outcome: Outcome = "attention" if lacking else "ready"
        return self._judged(
            original, dataclasses.replace(reading, values=values, warnings=tuple(warnings)), outcome, tuple(lacking)
        )

    def _telephone_of_another(self, original: Original, reading: Reading) -> Finding | None:
        phone = reading.values["phone"]
        if phone is None:
            return None
        code = "phone_taken" if self.kind == "members" else "phone_shared"
        holder, record, name = self.holders.setdefault(phone, (reading.holder, original.record, reading.values["name"]))
        if holder != reading.holder:
            return Finding(code, "phone", params={**self._place(record), "name": name})
        if (stored := self.known.phones.get(phone)) and reading.holder not in stored:
            return Finding(code, "phone", f"{code}_before")
        return None

    def _place(self, record: Record) -> dict[str, str | int]:
        sheet: dict[str, str | int] = {"sheet": record.sheet} if self.known.several_sheets else {}
        return {"row": record.row, **sheet}

    def _alike(self, original: Original, reading: Reading) -> Finding | None:
        """A wish of this person that may be this one, written in another way."""
        key = (reading.person, reading.phone, reading.core)
        earlier = self.cores.setdefault(key, (original.record, reading.values["item"]))
        if earlier[0] is not original.record:
            return Finding("same_wish_perhaps", "item", params={**self._place(earlier[0]), "item": earlier[1]})
        if stored := self.known.cores.get(key):
            return Finding("same_wish_perhaps", "item", params={"number": stored[0], "item": stored[1]})
        return None

    def _as_on_record(self, original: Original, reading: Reading) -> tuple[dict[str, Any], list[Finding]]:
        """The values as they are to be stored, and what is asked: a later row changes a known person only when told to."""
        key = (reading.person, reading.phone)
        known = self.people.get(key)
        values, findings = reading.values, list[Finding]()
        answer = original.corrections.get("on_record")
        if known is not None:
            values = {**values, "categories": categories_beside(known, values)}
            if answer != "update":
                values, findings = kept_as(known, values)
                findings = [] if answer == "keep" else findings
        self.people[key] = PersonOnRecord.of(values, known)
        return values, findings

    @staticmethod
    def _judged(
        original: Original,
        reading: Reading,
        outcome: Outcome,
        reasons: tuple[Finding, ...],
        *,
        duplicate_of: int | None = None,
        existing: str = "",
    ) -> Judged:
        counted = outcome in ("ready", "attention")
        return Judged(
            original.record,
            outcome,
            reasons,
            reading.warnings if counted else (),
            duplicate_of,
            existing,
            reading.values,
        )


def _key(reading: Reading) -> tuple[str, str, str]:
    return reading.person, reading.phone, reading.what
