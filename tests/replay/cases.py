"""One wish on its way through the replay."""

import datetime
from dataclasses import dataclass
from random import Random

from tenants.claims.models import Claim
from tenants.members.models import Branch, Member
from tenants.wishes.models import Wish

S = Wish.State


@dataclass
class Case:
    """One wish on its way, and what its people will do."""

    wish: Wish
    random: Random
    branch: Branch | None = None
    claim: Claim | None = None
    member: Member | None = None
    failed: int = 0
    alone_until: datetime.date | None = None
    expected: str = S.COLLECTED

    @property
    def number(self) -> str:
        return self.wish.number
