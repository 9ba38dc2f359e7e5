"""Accounts and their seats: finding, making, what roles they carry, and ending their sessions."""

import uuid
from dataclasses import dataclass

from django.db import transaction
from django.http import HttpRequest

from hub.accounts.models import Account, AccountEvent, Membership, RegionRole, Seat, Session
from hub.actor import ADMINISTRATOR, MEMBER, OFFICER, OPERATOR, SECRETARY, STAFF, Actor
from hub.communities.models import Community
from hub.language import Text
from hub.phones import parse_phone
from hub.privacy.blind import blind
from hub.refusal import Refusal

NO_PHONE = Text(
    zh="“{given}”不是有效的电话号码。请填 11 位手机号，或带区号的固定电话。",
    en="“{given}” is not a valid telephone number. Give a mobile number of 11 digits or a landline with its area code.",
)
NO_NAME = Text(zh="请填写姓名（1 到 40 个字）。", en="A name is needed (1 to 40 characters).")
OFFICE_ROLES = frozenset({ADMINISTRATOR, STAFF})
MEMBER_ROLES = frozenset({MEMBER, SECRETARY})

NO_ACCOUNT = Text(zh="没有找到这个账号。", en="There is no such account.")


@dataclass(frozen=True)
class Standing:
    """What somebody is on one host, now."""

    seat: Seat
    roles: frozenset[str]
    member_id: uuid.UUID | None = None
    branch_id: uuid.UUID | None = None

    @property
    def actor(self) -> Actor:
        """The same as verbs take it."""
        return Actor(self.seat.account_id, self.seat.name, self.roles, self.member_id)


def standing_in(request: HttpRequest) -> Standing | None:
    """What the middleware found the request's session to be worth on this host; None for the public."""
    standing = getattr(request, "standing", None)
    return standing if isinstance(standing, Standing) else None


def checked_phone(text: str) -> str:
    """The number in E.164. Raises Refusal (400) for anything else."""
    phone = parse_phone(text)
    if phone is None:
        raise Refusal("phone_invalid", NO_PHONE, status=400, field="phone", given=text[:40])
    return phone.e164


def checked_name(text: str) -> str:
    """The name without blanks around it. Raises Refusal (400) for an empty or very long one."""
    name = " ".join(text.split())
    if not 1 <= len(name) <= 40:
        raise Refusal("name_invalid", NO_NAME, status=400, field="name")
    return name


def phone_index(phone: str) -> bytes:
    """What an account is found by, from a number in E.164."""
    return blind("account phone", phone, scope="hub")


def seat_of(phone: str, community: Community | None) -> Seat | None:
    """The seat of a number (E.164) on a host, whether it may be used or not."""
    return (
        Seat.objects.select_related("account")
        .filter(account__phone_blind=phone_index(phone), community=community)
        .first()
    )


def take_seat(phone: str, name: str, community: Community | None) -> Seat:
    """The seat of a number (E.164), made if it is new; locked until the transaction ends.

    The name is kept anew, but not of a seat with an office role: its holder is known by it in every history. Two who
    invite the same number at once get the same seat.
    """
    index = phone_index(phone)
    Account.objects.bulk_create([Account(phone=phone, phone_blind=index)], ignore_conflicts=True)
    account = Account.objects.select_for_update(no_key=True).get(phone_blind=index)
    seat, fresh = Seat.objects.get_or_create(account=account, community=community, defaults={"name": name})
    seat.account = account
    if not fresh and seat.name != name and not holds_office(seat):
        seat.name = name
        seat.save(update_fields=["name"])
    return seat


def holds_office(seat: Seat) -> bool:
    """Whether the seat has a role that sees residents' data or runs the installation, disabled or not."""
    if seat.community_id is None:
        return seat.account.is_operator or RegionRole.objects.filter(account_id=seat.account_id).exists()
    return Membership.objects.filter(
        account_id=seat.account_id, community_id=seat.community_id, role__in=OFFICE_ROLES
    ).exists()


def office_accounts(community: Community) -> int:
    """How many people have an account of the office here that may be used: with one alone nothing has four eyes."""
    held = Membership.objects.filter(community=community, role__in=OFFICE_ROLES, active=True, account__is_active=True)
    return held.values("account").distinct().count()


def locked_seat(account_id: uuid.UUID, community: Community | None) -> Seat:
    """The seat, its account locked until the transaction ends. Raises Refusal (404) when there is none here."""
    account = Account.objects.select_for_update(no_key=True).filter(pk=account_id).first()
    seat = Seat.objects.filter(account=account, community=community).first() if account else None
    if account is None or seat is None:
        raise Refusal("account_unknown", NO_ACCOUNT, status=404)
    seat.account = account
    return seat


def lock_roles(community: Community) -> None:
    """Role changes of one community happen one after another: two administrators cannot remove each other, and two
    members who swap their telephones do not wait for each other for ever. Call it before any account is locked.
    """
    Community.objects.select_for_update(no_key=True).get(pk=community.pk)


def standing_of(seat: Seat) -> Standing | None:
    """What the seat is worth now; None when its account or itself is disabled, or no role is left."""
    if not seat.active or not seat.account.is_active:
        return None
    if seat.community_id is None:
        return _standing_on_the_platform(seat)
    held = {
        row.role: row
        for row in Membership.objects.filter(account_id=seat.account_id, community_id=seat.community_id, active=True)
    }
    if not held:
        return None
    member, secretary = held.get(MEMBER), held.get(SECRETARY)
    member_id = next((row.member_id for row in (member, secretary, *held.values()) if row and row.member_id), None)
    branch_id = next((row.branch_id for row in (secretary, member) if row and row.branch_id), None)
    return Standing(seat, frozenset(held), member_id, branch_id)


def _standing_on_the_platform(seat: Seat) -> Standing | None:
    roles = {OPERATOR} if seat.account.is_operator else set()
    if RegionRole.objects.filter(account_id=seat.account_id).exists():
        roles.add(OFFICER)
    return Standing(seat, frozenset(roles)) if roles else None


def end_sessions(seat: Seat, *, but: str | None = None) -> None:
    """Ends the seat's sessions at once, except the one of this digest (whoever changes the own password stays)."""
    Session.objects.filter(seat=seat).exclude(session_key=but or "").delete()


def record(seat: Seat, verb: str, by: Actor, detail: str = "") -> None:
    """One entry of the account's history. Call it in the transaction of the change."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("An account's history is written together with the change.")
    AccountEvent.objects.create(
        account_id=seat.account_id,
        community_id=seat.community_id,
        verb=verb,
        detail=detail[:120],
        actor_id=by.account_id,
        actor_name=by.name,
    )
