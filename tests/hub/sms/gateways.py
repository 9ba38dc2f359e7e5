"""Gateways that fail in the ways of real providers. What they “sent” is theirs, as at a provider."""

import random
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import ClassVar

from hub.sms.gateways.base import Accepted, Gateway, LookedUp, NotThere, Outcome, Outgoing, Refused, Unknown
from hub.sms.templates import Template


class Provider(Gateway):
    """Takes everything, remembers it by (reference, number), and answers look-ups from that."""

    found_after: ClassVar[timedelta] = timedelta(0)

    def __init__(self) -> None:
        self.taken: list[tuple[uuid.UUID, str]] = []
        self.calls: list[int] = []

    def send(self, template: Template, messages: Sequence[Outgoing]) -> dict[uuid.UUID, Outcome]:
        self.calls.append(len(messages))
        return {message.id: self.take(message) for message in messages}

    def take(self, message: Outgoing) -> Outcome:
        self.taken.append((message.reference, message.phone))
        return Accepted(provider_id=f"serial {len(self.taken)}")

    def look_up(self, message: Outgoing) -> LookedUp:
        return Accepted("found") if (message.reference, message.phone) in self.taken else NotThere()

    def times_sent(self) -> Counter[str]:
        return Counter(phone for _, phone in self.taken)


class Answering(Provider):
    """Says of each message what it is told to, taking it only where that is an acceptance."""

    def __init__(self, say: Callable[[Outgoing], Outcome]) -> None:
        super().__init__()
        self.say = say

    def take(self, message: Outgoing) -> Outcome:
        outcome = self.say(message)
        return super().take(message) if isinstance(outcome, Accepted) else outcome


class Silent(Provider):
    """Takes everything, and the answer is lost on the way."""

    def send(self, template: Template, messages: Sequence[Outgoing]) -> dict[uuid.UUID, Outcome]:
        super().send(template, messages)
        raise TimeoutError("no answer within 20 s")


class Deaf(Provider):
    """The call never reaches it, and nobody can tell."""

    def send(self, template: Template, messages: Sequence[Outgoing]) -> dict[uuid.UUID, Outcome]:
        raise ConnectionResetError


class Blind(Deaf):
    """Nor can it be asked."""

    def look_up(self, message: Outgoing) -> LookedUp:
        raise TimeoutError


class Flaky(Provider):
    """Refuses 5 of a hundred, drops 7 answers, and 7 calls never arrive (promises.md)."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.chance = random.Random(seed)

    def take(self, message: Outgoing) -> Outcome:
        fate = self.chance.random()
        if fate < 0.05:
            return Refused("isv.BUSINESS_LIMIT_CONTROL", "later")
        if fate < 0.12:
            return Unknown("reset")
        outcome = super().take(message)
        return Unknown("timeout") if fate < 0.19 else outcome
