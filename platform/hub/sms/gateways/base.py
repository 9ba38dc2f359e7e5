"""What a gateway is. To add a provider: a folder beside `local` with a `gateway.py` that holds a class `Gateway`.

The sender (hub.sms.sender) has committed the messages as `sending` before it calls, holds no transaction meanwhile,
and records what comes back. So a gateway only translates: our messages into the provider's call, the provider's
answer into outcomes. It keeps no state, never retries by itself (a provider without idempotency key would send
twice), and gives up after `CALL_SECONDS`.
"""

import abc
import dataclasses
import datetime
import uuid
from collections.abc import Sequence
from typing import ClassVar, Literal

from hub.sms.templates import Template

CALL_SECONDS = 20
"""Every call ends by then, answered or not: a process that was left waiting must not send after its lease."""


@dataclasses.dataclass(frozen=True)
class Outgoing:
    """One message as a gateway sees it. `reference` and `phone` together are our own id at the provider."""

    id: uuid.UUID
    reference: uuid.UUID
    phone: str
    params: dict[str, str]
    community_id: uuid.UUID | None
    sent_at: datetime.datetime


@dataclasses.dataclass(frozen=True)
class Accepted:
    """The provider has it; `delivered` when it already says so."""

    provider_id: str = ""
    delivered: bool = False


@dataclasses.dataclass(frozen=True)
class Refused:
    """The provider certainly has not taken it.

    `then` says what to do: fail this `message`; send it `later` (a limit, a passing fault); or repair the
    `configuration` (signature, template, rights): the template is suspended, and all of it waits for the operator.
    """

    code: str
    then: Literal["message", "later", "configuration"]


@dataclasses.dataclass(frozen=True)
class Unknown:
    """Nobody can say: a time-out, a connection that was lost, a 5xx after the body was sent."""

    why: str


@dataclasses.dataclass(frozen=True)
class NotThere:
    """Asked by our own id, the provider has never seen it: it may be sent again."""


Outcome = Accepted | Refused | Unknown
LookedUp = Accepted | Refused | NotThere | Unknown


class Gateway(abc.ABC):
    """One provider."""

    batch: ClassVar[int] = 100
    """Most messages of one template in one call. No number stands twice in a batch."""
    found_after: ClassVar[datetime.timedelta] = datetime.timedelta(minutes=2)
    """How long the provider may take to show a message in its look-up; before that, absence says nothing."""

    @abc.abstractmethod
    def send(self, template: Template, messages: Sequence[Outgoing]) -> dict[uuid.UUID, Outcome]:
        """Sends all in one call and says what became of each, by the message's id.

        A message without an outcome counts as unknown, and so do all of them when this raises.
        """

    @abc.abstractmethod
    def look_up(self, message: Outgoing) -> LookedUp:
        """What the provider knows of a message whose call was never answered. Raising counts as unknown."""
