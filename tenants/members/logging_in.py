"""What the hub asks the register when somebody logs in or is appointed; named in the settings."""

import uuid

from hub.accounts.members import RegisteredMember
from hub.privacy.blind import blind
from tenants.members.models import Branch, Member


def member_by_phone(phone: str) -> RegisteredMember | None:
    """The active member of the current community whose telephone (E.164) this is."""
    member = Member.objects.filter(phone_index=blind("phone", phone), state=Member.State.ACTIVE).first()
    return RegisteredMember(member.pk, member.name, member.branch_id) if member else None


def branch_exists(branch_id: uuid.UUID) -> bool:
    """True for a branch of the current community."""
    return Branch.objects.filter(pk=branch_id).exists()
