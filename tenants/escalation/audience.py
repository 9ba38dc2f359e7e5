"""Who hears of a step: telephones of claimers, secretaries and staff, each person once."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from hub.accounts.reaching import phones_of_secretaries, phones_of_staff
from hub.communities.current import current
from tenants.claims.models import Claim
from tenants.escalation.ladder import CLAIMER, SECRETARY, STAFF


@dataclass(frozen=True)
class Listener:
    """A telephone in E.164, as what it hears of a step, and the member behind it where it is one."""

    phone: str
    audience: str
    member_id: UUID | None = None


class Audience:
    """The listeners of one community, looked up once for a whole run of the ladder."""

    @cached_property
    def _secretaries(self) -> dict[UUID, list[tuple[str, UUID | None]]]:
        # Only when somebody is asked for: most looks take no step.
        return phones_of_secretaries(current())

    @cached_property
    def _staff(self) -> list[str]:
        return phones_of_staff(current())

    def of(self, audience: str, *, claim: Claim | None, branch_id: UUID | None) -> list[Listener]:
        """Who is meant by an audience of the policy. Nobody, where nobody has that part or a telephone."""
        if audience == CLAIMER and claim is not None and claim.member.phone:
            return [Listener(claim.member.phone, CLAIMER, claim.member_id)]
        if audience == SECRETARY and branch_id is not None:
            return [Listener(phone, SECRETARY, member) for phone, member in self._secretaries.get(branch_id, [])]
        if audience == STAFF:
            return [Listener(phone, STAFF) for phone in self._staff]
        return []
