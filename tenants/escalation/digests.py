"""Messages are digests by nature: at most one for a person, kind and day (domain.md, Escalation ladder)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from hub.clock import TIME_ZONE
from hub.communities.current import current
from hub.privacy.blind import blind
from hub.sms.models import Message
from hub.sms.send import say
from hub.sms.templates import LONGEST_VARIABLE
from tenants.campaigns.working_days import working_days_between
from tenants.escalation.audience import Listener
from tenants.escalation.ladder import CLAIMER, DECISION, HANDOVER, NOTICE, REMINDER, SECRETARY, URGING
from tenants.escalation.models import StepMessage, StepTaken
from tenants.wishes.models import Wish

SAID_FOR_DAYS = {REMINDER: 2, URGING: 2, DECISION: 3, NOTICE: 3, HANDOVER: 3}
"""How many days a message is worth sending when the sender was away; a reminder never after its deadline's end."""


@dataclass
class Digest:
    """What one person hears of one kind on one day."""

    listener: Listener
    kind: str
    about: list[tuple[StepTaken, Wish, date | None]] = field(default_factory=list)


class Digests:
    """Collects what a run of the ladder has to say, and says it at its end."""

    def __init__(self, day: date) -> None:
        self.day = day
        self._by_person: dict[tuple[str, str], Digest] = {}
        self._said: dict[tuple[str, str], bool] = {}

    def add(self, listeners: Iterable[Listener], kind: str, step: StepTaken, wish: Wish, deadline: date | None) -> None:
        """One more wish in the digest of each listener. Who claims and is secretary too hears it once."""
        hearing: dict[str, Listener] = {}
        for listener in listeners:
            if listener.phone not in hearing or listener.audience == CLAIMER:
                hearing[listener.phone] = listener
        for phone, listener in hearing.items():
            digest = self._by_person.setdefault((phone, kind), Digest(listener, kind))
            if digest.listener.audience == CLAIMER:
                # Others' wishes beside one's own: the text must not call them all one's own.
                digest.listener = listener
            digest.about.append((step, wish, deadline))

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
            digest.about = [entry for entry in digest.about if entry[1].pk != wish.pk]

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
                StepMessage(
                    step=step,
                    purpose=purpose,
                    audience=digest.listener.audience,
                    member_id=digest.listener.member_id,
                )
                for step, _, _ in digest.about
            )

    def _worth_saying_until(self, digest: Digest) -> datetime.datetime:
        last = self.day + datetime.timedelta(days=SAID_FOR_DAYS[digest.kind] - 1)
        if digest.kind == REMINDER:
            # Those of its wishes whose deadline passes earlier are taken out of it (rechecking).
            last = min(last, max(deadline for _, _, deadline in digest.about if deadline is not None))
        return datetime.datetime.combine(last + datetime.timedelta(days=1), datetime.time(), TIME_ZONE)


def words(digest: Digest, day: date) -> tuple[str, dict[str, str]]:
    """The template and the parameters that say what a digest of the day is about."""
    org = current().name[:LONGEST_VARIABLE]
    # Two steps of one wish, taken together after the worker was away, are still one wish.
    wishes = list({wish.pk: wish for _, wish, _ in digest.about}.values())
    deadlines = [deadline for _, _, deadline in digest.about if deadline is not None]
    one = {"no": wishes[0].number, "org": org}
    several = {"count": str(len(wishes)), "org": org}
    if digest.kind in (REMINDER, HANDOVER):
        first = min(deadlines)
        several["date"] = one["date"] = f"{first.month}月{first.day}日"
        name = digest.kind
    elif digest.kind == URGING and digest.listener.audience == CLAIMER:
        # As on the screens; at least one, should a day off have been arranged since.
        one["days"] = str(max(working_days_between(deadlines[0], day), 1))
        name = "urging"
    elif digest.kind == URGING:
        name = "urging_secretary"
    elif digest.kind == DECISION:
        name = "decision"
    else:
        name = "notice_secretary" if digest.listener.audience == SECRETARY else "notice_staff"
    return (f"{name}_one", one) if len(wishes) == 1 else (f"{name}_many", several)
