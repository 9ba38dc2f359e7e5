"""Accounts of those who stand in a community's register of members (`tenants.members` calls these)."""

import contextlib
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from hub.accounts.codes import OFFICE_TELEPHONE, FirstCode, issue_first_code, newest_first_code
from hub.accounts.models import Account, Membership, Seat
from hub.accounts.seats import (
    checked_name,
    checked_phone,
    end_sessions,
    holds_office,
    lock_roles,
    locked_seat,
    phone_index,
    record,
    seat_of,
    take_seat,
)
from hub.actor import MEMBER, SECRETARY, SYSTEM, Actor
from hub.communities.models import Community
from hub.language import Text
from hub.refusal import Refusal

ANOTHER_MEMBER = Text(
    zh="这个号码的账号已属于另一位党员，请核对号码。",
    en="The account of this number belongs to another member. Check the number.",
)


@dataclass(frozen=True)
class RegisteredMember:
    """What the register of members tells of a number."""

    id: uuid.UUID
    name: str
    branch_id: uuid.UUID | None


def ensure_member_account(
    member_id: uuid.UUID,
    phone: str,
    name: str,
    community: Community,
    *,
    branch_id: uuid.UUID | None = None,
    by: Actor = SYSTEM,
    holder_is_here: bool = False,
) -> Account:
    """The account that the member logs in with, made if needed; an old number's account loses the role.

    The account of a number that has a role of the office becomes the member's only when its holder is here, which is
    at a login: whoever keeps the register must not make a colleague somebody else.
    Raises Refusal: 400 for no number or name, 409 when the number's account is another member's here, or the office's.
    """
    e164, name = checked_phone(phone), checked_name(name)
    with transaction.atomic():
        lock_roles(community)
        seat = take_seat(e164, name, community)
        if not holder_is_here and _is_the_offices(seat, member_id):
            raise Refusal("office_telephone", OFFICE_TELEPHONE, field="phone")
        for old in Membership.objects.filter(community=community, member_id=member_id).exclude(account=seat.account):
            _take_away(locked_seat(old.account_id, community), member_id, by)
        held, fresh = Membership.objects.get_or_create(
            account=seat.account,
            community=community,
            role=MEMBER,
            defaults={"member_id": member_id, "branch_id": branch_id},
        )
        if held.member_id != member_id:
            raise Refusal("phone_taken", ANOTHER_MEMBER, field="phone")
        if held.branch_id != branch_id:
            held.branch_id = branch_id
            held.save(update_fields=["branch_id"])
        if fresh:
            record(seat, "roles_changed", by, f"+{MEMBER}")
        return seat.account


def issue_member_code(
    member_id: uuid.UUID,
    *,
    phone: str,
    name: str,
    community: Community,
    by: Actor,
    branch_id: uuid.UUID | None = None,
) -> str:
    """A code to print for a member's first login; the account is made if needed. Raises Refusal as above."""
    with transaction.atomic():
        account = ensure_member_account(member_id, phone, name, community, branch_id=branch_id, by=by)
        return issue_first_code(account.pk, community=community, by=by)


def member_was_edited(
    member_id: uuid.UUID,
    *,
    phone: str,
    name: str,
    community: Community,
    by: Actor,
    branch_id: uuid.UUID | None = None,
) -> None:
    """Keeps the account of a member, if there is one, in step with the register: whoever holds the old telephone
    is not the member any more. `phone` in E.164, or empty. Raises Refusal as `ensure_member_account` does.
    """
    with transaction.atomic():
        if not Membership.objects.filter(community=community, member_id=member_id, role=MEMBER).exists():
            return
        seat = seat_of(phone, community) if phone else None
        # A number of the office waits for its holder's login; whoever holds the old one is out all the same.
        if phone and not (seat and _is_the_offices(seat, member_id)):
            ensure_member_account(member_id, phone, name, community, branch_id=branch_id, by=by)
        else:
            withdraw_member_account(member_id, community=community, by=by)


def admit_registered(phone: str, community: Community, *, holder_is_here: bool = False) -> None:
    """Makes the account of a member who has never logged in, if the number (E.164) stands in the register.

    An account that has a role of the office becomes the member's only with `holder_is_here`. Nothing happens where the
    account is another member's.

    The register is the tenants'; the setting WISHBRIDGE_MEMBER_BY_PHONE names what looks a number up in it. Making
    accounts with the import would make hundreds that nobody uses.
    """
    look_up: str = getattr(settings, "WISHBRIDGE_MEMBER_BY_PHONE", "")
    known: RegisteredMember | None = import_string(look_up)(phone) if look_up else None
    if known is None:
        return
    held = Membership.objects.filter(
        community=community, member_id=known.id, role=MEMBER, account__phone_blind=phone_index(phone)
    )
    if held.exists():
        return
    with contextlib.suppress(Refusal):
        ensure_member_account(
            known.id, phone, known.name, community, branch_id=known.branch_id, holder_is_here=holder_is_here
        )


def withdraw_member_account(member_id: uuid.UUID, *, community: Community, by: Actor = SYSTEM) -> None:
    """The member can no longer log in as such; other roles of the same person stay. Nothing without an account."""
    with transaction.atomic():
        lock_roles(community)
        for held in Membership.objects.filter(community=community, member_id=member_id, role=MEMBER):
            _take_away(locked_seat(held.account_id, community), member_id, by)


def first_code_of_member(member_id: uuid.UUID, *, community: Community) -> FirstCode | None:
    """When and by whom the member's newest first code was printed; None without one, or without an account."""
    held = Membership.objects.filter(community=community, role=MEMBER, member_id=member_id).first()
    return newest_first_code(held.account_id, community) if held else None


def holder_of(phone: str, community: Community) -> uuid.UUID | None:
    """The account that logs in here with this number (E.164), whoever it is joined to; None without one."""
    seat = seat_of(phone, community) if phone else None
    return seat.account_id if seat else None


def secretaries_of(community: Community) -> dict[uuid.UUID, uuid.UUID]:
    """Branch → the member who is its secretary here."""
    held = Membership.objects.filter(community=community, role=SECRETARY, active=True)
    return {row.branch_id: row.member_id for row in held if row.branch_id is not None and row.member_id is not None}


def members_with_account(member_ids: list[uuid.UUID], *, community: Community) -> set[uuid.UUID]:
    """Which of these members have an account to log in with here."""
    held = Membership.objects.filter(community=community, role=MEMBER, member_id__in=member_ids, active=True)
    return {member_id for member_id in held.values_list("member_id", flat=True) if member_id is not None}


def _is_the_offices(seat: Seat, member_id: uuid.UUID) -> bool:
    """Whether the seat has a role of the office and its holder has not come as this member before."""
    mine = Membership.objects.filter(account=seat.account, community=seat.community, member_id=member_id, role=MEMBER)
    return holds_office(seat) and not mine.exists()


def _take_away(seat: Seat, member_id: uuid.UUID, by: Actor) -> None:
    mine = Membership.objects.filter(account=seat.account, community=seat.community)
    mine.filter(member_id=member_id, role__in=[MEMBER, SECRETARY]).delete()
    mine.filter(member_id=member_id).update(member_id=None)
    if not holds_office(seat):
        # Roles are read with each request; who works in the office goes on with that.
        end_sessions(seat)
    record(seat, "roles_changed", by, f"-{MEMBER}")
