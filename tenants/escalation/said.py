"""What was said to whom: the ladder's messages as the ledger tells them, beside the wishes that they spoke of."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from hub.communities.current import current
from hub.sms.models import Message
from hub.sms.said import Said, said, said_for
from tenants.escalation.models import StepMessage, Visit
from tenants.members.models import Member
from tenants.wishes.models import Wish


@dataclass
class SaidAbout:
    """One message: to whom and as what, about which wishes, and the visit that made up for it."""

    said: Said
    audience: str = ""
    member: Member | None = None
    wishes: dict[UUID, Wish] = field(default_factory=dict)
    visit: Visit | None = None


def about_wish(wish: Wish) -> list[SaidAbout]:
    """What was said about a wish, the newest first."""
    return _of_purposes(StepMessage.objects.filter(step__wish=wish).values_list("purpose", flat=True))


def to_member(member: Member) -> list[SaidAbout]:
    """What was said to a member, as claimer or as secretary, the newest first."""
    return _of_purposes(StepMessage.objects.filter(member_id=member.pk).values_list("purpose", flat=True))


def with_context(messages: Iterable[Message]) -> list[SaidAbout]:
    """Messages of the community's ledger, in their order, each with its person and its wishes."""
    return _joined([said(message) for message in messages])


def _of_purposes(purposes: Iterable[str]) -> list[SaidAbout]:
    found = said_for(set(purposes), current())
    return _joined(sorted(found.values(), key=lambda each: (each.at, each.id), reverse=True))


def _joined(messages: list[Said]) -> list[SaidAbout]:
    by_purpose = {each.purpose: SaidAbout(each) for each in messages}
    parts = list(StepMessage.objects.filter(purpose__in=list(by_purpose)).select_related("step__wish"))
    members = Member.objects.select_related("branch").in_bulk({part.member_id for part in parts if part.member_id})
    for part in sorted(parts, key=lambda part: part.step.wish.serial):
        about = by_purpose[part.purpose]
        about.audience = part.audience
        about.member = members.get(part.member_id) if part.member_id else None
        about.wishes[part.step.wish_id] = part.step.wish
    for visit in Visit.objects.filter(purpose__in=list(by_purpose)):
        by_purpose[visit.purpose].visit = visit
    return list(by_purpose.values())
