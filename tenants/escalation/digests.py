"""Messages are digests by nature: at most one for a person, kind and day (domain.md, Escalation ladder)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from hub.clock import TIME_ZONE
from hub.communities.current import current
from hub.privacy.blind import blind
from hub.sms.models import Message
from hub.sms.naming import named_in_full
from hub.sms.send import say
from hub.sms.templates import LONGEST_VARIABLE
from tenants.claims.clock import working_days_late
from tenants.escalation.audience import Listener
from tenants.escalation.ladder import (
    CLAIMER,
    DECISION,
    HANDOVER,
    NOTICE,
    REMINDER,
    SECRETARY,
    STAFF,
    SUPERVISION,
    URGING,
)
from tenants.escalation.models import StepMessage, StepTaken
from tenants.wishes.models import Wish

SAID_FOR_DAYS = {REMINDER: 2, URGING: 2, DECISION: 3, NOTICE: 3, HANDOVER: 3, SUPERVISION: 3}
"""How many days a message is worth sending when the sender was away; a reminder never after its deadline's end."""


@dataclass(frozen=True)
class Part:
    """One wish of a digest, and as what its reader hears of it: claimer, secretary, staff."""

    step: StepTaken
    wish: Wish
    deadline: date | None
    audience: str
    member_id: UUID | None = None


@dataclass
class Digest:
    """What one person hears of one kind on one day."""

    kind: str
    about: list[Part] = field(default_factory=list)

    def wishes(self, *audiences: str) -> list[Wish]:
        """The wishes that are spoken of to one of these audiences. Two steps of one wish, taken together after the
        worker was away, are still one wish."""
        return list({part.wish.pk: part.wish for part in self.about if part.audience in audiences}.values())


class Digests:
    """Collects what a run of the ladder has to say, and says it at its end."""

    def __init__(self, day: date) -> None:
        self.day = day
        self._by_person: dict[tuple[str, str], Digest] = {}
        self._said: dict[tuple[str, str], bool] = {}

    def add(self, listeners: Iterable[Listener], kind: str, step: StepTaken, wish: Wish, deadline: date | None) -> None:
        """One more wish in the digest of each listener. Who hears of it in two parts hears it once, as claimer before
        all: others' wishes beside one's own are not called one's own."""
        hearing: dict[str, Listener] = {}
        for listener in listeners:
            if listener.phone not in hearing or listener.audience == CLAIMER:
                hearing[listener.phone] = listener
        for phone, listener in hearing.items():
            digest = self._by_person.setdefault((phone, kind), Digest(kind))
            digest.about.append(Part(step, wish, deadline, listener.audience, listener.member_id))

    def said_before(self, listeners: Iterable[Listener], kind: str) -> bool:
        """Whether one of them has had the day's message of this kind from an earlier run: it cannot speak of another
        wish any more, so the step waits for tomorrow's and nobody is left out."""
        asked = {
            purpose: key
            for key in {(listener.phone, kind) for listener in listeners}
            if key not in self._said and (purpose := self._purpose(*key))
        }
        if asked:
            there = set(Message.objects.filter(purpose__in=asked).values_list("purpose", flat=True))
            self._said.update({key: purpose in there for purpose, key in asked.items()})
        return any(self._said[listener.phone, kind] for listener in listeners)

    def _purpose(self, phone: str, kind: str) -> str:
        person = blind("person", phone, scope="hub")[:12].hex()
        return f"{kind} {current().slug} {person} {self.day}"

    def forget(self, wish: Wish) -> None:
        """What was collected about a wish is void: it has been recalled in the same run."""
        for digest in self._by_person.values():
            digest.about = [part for part in digest.about if part.wish.pk != wish.pk]

    def say(self, moment: datetime.datetime) -> None:
        """Writes a message row for each digest whose purpose is new, and which steps it speaks of."""
        community = current()
        for (phone, kind), digest in self._by_person.items():
            if not digest.about:
                continue
            purpose = self._purpose(phone, kind)
            template, params = words(digest, self.day)
            say(
                purpose=purpose,
                template=template,
                phone=phone,
                params=params,
                community=community,
                not_before=moment,
                expires_at=self._worth_saying_until(digest),
            )
            StepMessage.objects.bulk_create(
                StepMessage(step=part.step, purpose=purpose, audience=part.audience, member_id=part.member_id)
                for part in digest.about
            )

    def _worth_saying_until(self, digest: Digest) -> datetime.datetime:
        last = self.day + datetime.timedelta(days=SAID_FOR_DAYS[digest.kind] - 1)
        if digest.kind == REMINDER:
            # Those of its wishes whose deadline passes earlier are taken out of it (rechecking).
            last = min(last, max(part.deadline for part in digest.about if part.deadline is not None))
        return datetime.datetime.combine(last + datetime.timedelta(days=1), datetime.time(), TIME_ZONE)


def words(digest: Digest, day: date) -> tuple[str, dict[str, str]]:
    """The template and the parameters that say what a digest of the day is about, and whom to ask."""
    template, params = _words(digest, day)
    return template, named_in_full(current(), template, params)


def _words(digest: Digest, day: date) -> tuple[str, dict[str, str]]:
    org = current().name[:LONGEST_VARIABLE]
    own, others = digest.wishes(CLAIMER), digest.wishes(SECRETARY, STAFF)
    if digest.kind == URGING and own and others:
        # Own claims first, then those that the reader is to look after.
        name = "urging_both_staff" if digest.wishes(STAFF) else "urging_both"
        return name, {"own": str(len(own)), "count": str(len(others)), "org": org}
    wishes = own or others
    deadlines = [part.deadline for part in digest.about if part.deadline is not None]
    one = {"no": wishes[0].number, "org": org}
    several = {"count": str(len(wishes)), "org": org}
    if digest.kind in (REMINDER, HANDOVER):
        first = min(deadlines)
        several["date"] = one["date"] = f"{first.month}月{first.day}日"
        name = digest.kind
    elif digest.kind == URGING and own:
        # As on the screens; at least one, should a day off have been arranged since.
        one["days"] = str(max(working_days_late(deadlines[0], day), 1))
        name = "urging"
    elif digest.kind == URGING:
        name = "urging_staff" if digest.wishes(STAFF) else "urging_secretary"
    elif digest.kind == DECISION:
        name = "decision"
    elif digest.kind == SUPERVISION:
        name = "supervision_staff"
    else:
        name = "notice_staff" if digest.wishes(STAFF) else "notice_secretary"
    return (f"{name}_one", one) if len(wishes) == 1 else (f"{name}_many", several)
