"""Who does something. A verb takes `by: Actor`, and history keeps its identifier and its name of that day."""

import dataclasses
import uuid

from hub.language import Text

ADMINISTRATOR = "administrator"
STAFF = "staff"
SECRETARY = "branch_secretary"
MEMBER = "member"
OFFICER = "officer"
OPERATOR = "operator"


@dataclasses.dataclass(frozen=True)
class Actor:
    """A person, as seen from one host: the roles are those that count here.

    `account_id` is None only for WishBridge itself. No key of a community's schema points at an account
    (a schema can be moved to another machine alone), so this is all that is ever stored of one.
    """

    account_id: uuid.UUID | None
    name: str
    roles: frozenset[str] = frozenset()
    member_id: uuid.UUID | None = None

    def has(self, *roles: str) -> bool:
        """True when the actor holds at least one of these roles here."""
        return not self.roles.isdisjoint(roles)


ITSELF = Text(zh="系统自动", en="WishBridge")
"""How a history names the one who did it, where no person did."""


def name_told(account_id: uuid.UUID | None, name: str) -> str:
    """The name that stands beside a step in a history, in the reader's language."""
    return name if account_id or name != SYSTEM.name else str(ITSELF)


SYSTEM = Actor(None, "WishBridge", frozenset())
