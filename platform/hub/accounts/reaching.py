"""Telephones of those who have a part in a community, for what the ladder has to tell them."""

import uuid

from django.db.models import QuerySet

from hub.accounts.models import Membership, RegionRole, Seat
from hub.actor import ADMINISTRATOR, SECRETARY, STAFF
from hub.communities.models import Community


def phones_of_secretaries(community: Community) -> dict[uuid.UUID, list[tuple[str, uuid.UUID | None]]]:
    """Branch → telephone (E.164) and member of its secretary."""
    found: dict[uuid.UUID, list[tuple[str, uuid.UUID | None]]] = {}
    for held in _held(community).filter(role=SECRETARY, branch_id__isnull=False).select_related("account"):
        if held.branch_id is not None:
            found.setdefault(held.branch_id, []).append((held.account.phone, held.member_id))
    return found


def phones_of_staff(community: Community) -> list[str]:
    """Telephones (E.164) of the staff; of the administrators where a community has no other staff."""
    staff = _held(community).filter(role=STAFF).select_related("account").order_by("created_at", "id")
    chosen = list(staff) or list(
        _held(community).filter(role=ADMINISTRATOR).select_related("account").order_by("created_at", "id")
    )
    return list(dict.fromkeys(held.account.phone for held in chosen))


def phones_of_officers(town: str) -> list[str]:
    """Telephones of the officers of a town (its nine digits), of the county where the town has none."""
    for prefix in (town[:9], town[:6]):
        roles = RegionRole.objects.filter(region=prefix, account__is_active=True).select_related("account")
        if found := list(dict.fromkeys(role.account.phone for role in roles.order_by("created_at"))):
            return found
    return []


def _held(community: Community) -> QuerySet[Membership]:
    seated = Seat.objects.filter(community=community, active=True).values("account")
    return Membership.objects.filter(community=community, active=True, account__in=seated, account__is_active=True)
