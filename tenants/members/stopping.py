"""“No more texts, please”: what a member told the office, noted down for this community's messages (hub.sms.stop_list)."""

from dataclasses import dataclass

from django.db import transaction

from hub.actor import Actor
from hub.communities.current import current
from hub.language import Text
from hub.refusal import Refusal
from hub.sms.models import Stop
from hub.sms.stop_list import lift, put_on, stop_of, stops_for
from tenants.members.models import Member, MemberEntry


@dataclass(frozen=True)
class StoppedMember:
    """A member whose telephone gets no messages of this community, and the stop that keeps them back."""

    member: Member
    stop: Stop


def stop_messages(member: Member, *, reason: str, by: Actor) -> Stop:
    """Puts the member's number on the stop list of this community. Twice changes nothing.

    Raises `Refusal` (409) for a member without a telephone, (400) for a reason that is missing.
    """
    if not member.phone:
        raise Refusal(
            "member_without_phone",
            Text(
                zh="这位党员没有登记电话，本来就收不到短信。",
                en="No telephone is on record: no message goes out anyway.",
            ),
        )
    with transaction.atomic():
        before = stop_of(member.phone, current())
        stop = put_on(member.phone, source=Stop.Source.STAFF, reason=reason, community=current(), by=by)
        if before is None or before.pk != stop.pk:
            _enter(member, "messages_stopped", by, reason)
    return stop


def resume_messages(member: Member, *, by: Actor) -> None:
    """The member gets messages again. Raises `Refusal` (409) where no stop is, and for one that is not the community's."""
    with transaction.atomic():
        stop = stop_of(member.phone, current()) if member.phone else None
        if stop is None:
            raise Refusal("not_stopped", Text(zh="这个号码没有停收短信。", en="This number is not on the stop list."))
        lift(stop, by=by, community=current())
        _enter(member, "messages_resumed", by, "")


def stopped_members() -> list[StoppedMember]:
    """Every active member whose number is on the list, by the newest stop."""
    members = {m.phone: m for m in Member.objects.filter(state=Member.State.ACTIVE).select_related("branch") if m.phone}
    found = [StoppedMember(members[phone], stop) for phone, stop in stops_for(members, current()).items()]
    return sorted(found, key=lambda each: each.stop.at, reverse=True)


def _enter(member: Member, verb: str, by: Actor, reason: str) -> None:
    MemberEntry.objects.create(member=member, actor_id=by.account_id, actor_name=by.name, verb=verb, reason=reason)
