"""Who hears of a step: telephones of claimers, secretaries and staff, each person once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from hub.accounts.reaching import phones_of_officers, phones_of_secretaries, phones_of_staff
from hub.communities.current import current
from tenants.claims.models import Claim
from tenants.escalation.ladder import CLAIMER, OFFICER, SECRETARY, STAFF, Step


@dataclass(frozen=True)
class Listener:
    """A telephone in E.164, as what it hears of a step, and the member behind it where it is one."""

    phone: str
    audience: str
    member_id: UUID | None = None


class Audience:
    """The listeners of one community, looked up once for a whole run of the ladder. `late` are its overdue claims."""

    def __init__(self, late: Iterable[Claim] = ()) -> None:
        self._late: dict[UUID | None, set[UUID]] = {}
        for claim in late:
            self._late.setdefault(claim.branch_id, set()).add(claim.member_id)

    @cached_property
    def _secretaries(self) -> dict[UUID, list[tuple[str, UUID | None]]]:
        # Only when somebody is asked for: most looks take no step.
        return phones_of_secretaries(current())

    @cached_property
    def _staff(self) -> list[Listener]:
        return [Listener(phone, STAFF) for phone in phones_of_staff(current())]

    @cached_property
    def _has_officer(self) -> bool:
        return bool(phones_of_officers(current().region_code[:9]))

    def of_step(
        self, step: Step, *, claim: Claim | None, branch_id: UUID | None, claimable: bool = True
    ) -> list[Listener]:
        """Who is told of a step. Where a listener of the policy is not there, staff hear it instead (domain.md): of a wish
        that is not `claimable` too, since no secretary can find somebody for it.

        An officer hears of it as a count, from the hub (supervision). A claimer without a telephone stands on the list
        of visits.
        """
        found: list[Listener] = []
        for name in step.to:
            if name == CLAIMER and claim is not None and claim.member.phone:
                found.append(Listener(claim.member.phone, CLAIMER, claim.member_id))
            elif name == SECRETARY:
                found += self._secretaries_of(branch_id, claim) if claimable else self._staff
            elif name == STAFF or (name == OFFICER and not self._has_officer):
                found += self._staff
        return found

    def _secretaries_of(self, branch_id: UUID | None, claim: Claim | None) -> list[Listener]:
        found = self._secretaries.get(branch_id, []) if branch_id is not None else []
        there = [Listener(phone, SECRETARY, member) for phone, member in found]
        if not there or claim is None:
            return there or self._staff
        # A secretary who is late is a claimer like others, and not asked to call themself.
        others = [each for each in there if not _is(each, claim)]
        if others:
            return others
        theirs = {each.member_id for each in there} | {claim.member_id}
        return self._staff if self._late.get(branch_id, set()) <= theirs else []


def _is(listener: Listener, claim: Claim) -> bool:
    return claim.member_id == listener.member_id or claim.member.phone == listener.phone
