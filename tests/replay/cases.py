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
    needed_by: datetime.date | None = None
    in_hand_since: datetime.date | None = None
    """Since when somebody is to bring it: its claimer, or the community."""
    left_over: bool = False
    """Nobody claims it until its campaign is closed."""
    arrived: bool = False
    """It was carried over, and is no branch's."""
    hidden: bool = False
    """The person does not want it shown."""
    to_be_asked: bool = False
    """A follow-up is wanted and not made."""

    @property
    def number(self) -> str:
        return self.wish.number
