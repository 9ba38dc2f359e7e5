"""Consents that were given with a survey, recorded for everybody whom an import brings in."""

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Any

from hub.actor import Actor
from hub.language import Text
from hub.refusal import Refusal
from tenants.people.consents import demand_given_by_today, record_everybodys_consents
from tenants.people.models import Beneficiary, Consent

PURPOSES = (Consent.Purpose.COLLECT, Consent.Purpose.SHOW, Consent.Purpose.DISCLOSE)
"""What a survey's form asks consent for. Photo and publicity are asked for when there is a photo or a text."""


@dataclasses.dataclass(frozen=True)
class ConsentsGiven:
    """For which purposes, in what manner and on which day. Raises Refusal (400) for what cannot be recorded."""

    purposes: tuple[str, ...]
    manner: str
    given_on: datetime.date

    def __post_init__(self) -> None:
        if not self.purposes or set(self.purposes) - set(PURPOSES):
            raise Refusal(
                "purpose_unknown",
                Text(
                    zh="导入时只能登记收集、展示、告知三项同意。",
                    en="An import records consents to collect, show, disclose.",
                ),
                status=400,
                field="consents",
            )
        if self.manner not in Consent.Manner.values:
            raise Refusal(
                "manner_unknown",
                Text(
                    zh="请选择同意的方式：书面、当面口头或电话。",
                    en="Choose how consent was given: in writing, orally, by telephone.",
                ),
                status=400,
                field="consents",
            )
        demand_given_by_today(self.given_on, field="consents")

    def stored(self) -> dict[str, Any]:
        """As it is kept in a batch."""
        return {"purposes": list(self.purposes), "manner": self.manner, "given_on": self.given_on.isoformat()}


def of_stored(stored: dict[str, Any]) -> ConsentsGiven | None:
    """What was kept in a batch, or None."""
    if not stored:
        return None
    day = datetime.date.fromisoformat(stored["given_on"])
    return ConsentsGiven(tuple(stored["purposes"]), stored["manner"], day)


def record(given: ConsentsGiven, beneficiaries: Iterable[Beneficiary], *, by: Actor) -> None:
    """Records them for these people. For a child whose guardian is not on record nobody has consented yet."""
    able = [person for person in beneficiaries if not person.is_child or person.guardian_name]
    record_everybodys_consents(able, given.purposes, manner=given.manner, given_on=given.given_on, by=by)
