"""Giving somebody access: staff of a community, its first administrator, operators and officers."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from hub.accounts.models import Account, Membership, RegionRole, Seat
from hub.accounts.passwords import give_first_password, reset_password
from hub.accounts.seats import (
    OFFICE_ROLES,
    checked_name,
    checked_phone,
    end_sessions,
    record,
    seat_of,
    standing_of,
    take_seat,
)
from hub.actor import ADMINISTRATOR, OPERATOR, SYSTEM, Actor
from hub.communities.models import Community
from hub.communities.regions import can_be_a_region
from hub.language import Text
from hub.refusal import Refusal

ROLE_UNKNOWN = Text(
    zh="这里只能指定“管理员”或“工作人员”；党员由党员名册建立，支部书记由管理员指派。",
    en="Only administrator and staff can be given here: members come from the register, secretaries are appointed.",
)
REGION_NOT_HERE = Text(
    zh="本系统里没有代码为“{given}”的地区。请核对；如果是新的地区，请先建立那里的社区。",
    en="There is no region with the code “{given}” here. Check it; of a new region make the communities first.",
)
PHONE_OF_ANOTHER = Text(
    zh="号码 {phone} 在平台上属于{name}。请核对号码；要重设此人的密码，请用 --reset-password。",
    en="The number {phone} is {name}'s on the platform. Check it; to renew that person's password use --reset-password.",
)
NOBODY_OF_THE_PLATFORM = Text(
    zh="平台上没有号码为 {phone} 的运维员或督导员。",
    en="The platform has no operator or officer with the number {phone}.",
)
REGION_UNKNOWN = Text(
    zh="“{given}”不是省、市、区县或街道镇的代码（2、4、6 或 9 位数字）。",
    en="“{given}” is no code of a province, city, county or town (2, 4, 6 or 9 digits).",
)
ALREADY_HERE = Text(
    zh="这个号码已有本社区的账号。请在账号页里修改其角色。",
    en="This number has an account in this community. Change its roles on the accounts page.",
)


@dataclass(frozen=True)
class Invitation:
    """An account that may log in, and the first password to hand over; none when it has a password here."""

    account: Account
    seat: Seat
    first_password: str | None


def invite(phone: str, name: str, roles: Collection[str], *, community: Community, by: Actor) -> Invitation:
    """Gives a person roles of the office (administrator, staff) in a community, and a first password.

    A member who becomes staff keeps being a member. Raises Refusal: 400 for no number, name or role; 409 for
    somebody who has a role of the office here already.
    """
    e164, name, wanted = checked_phone(phone), checked_name(name), frozenset(roles)
    if not wanted or not wanted <= OFFICE_ROLES:
        raise Refusal("role_unknown", ROLE_UNKNOWN, status=400, field="roles")
    with transaction.atomic():
        seat = take_seat(e164, name, community)
        mine = Membership.objects.filter(account=seat.account, community=community)
        if mine.filter(role__in=OFFICE_ROLES).exists():
            raise Refusal("already_here", ALREADY_HERE, field="phone")
        member_id = mine.filter(member_id__isnull=False).values_list("member_id", flat=True).first()
        Membership.objects.bulk_create(
            Membership(account=seat.account, community=community, role=role, member_id=member_id)
            for role in sorted(wanted)
        )
        record(seat, "invited", by, " ".join(f"+{role}" for role in sorted(wanted)))
        return _with_first_password(seat)


def create_first_administrator(phone: str, name: str, *, community: Community, by: Actor = SYSTEM) -> Invitation:
    """The administrator that a new community begins with. Raises Refusal as `invite` does."""
    return invite(phone, name, {ADMINISTRATOR}, community=community, by=by)


def rescue_administrator(phone: str, name: str, *, community: Community, by: Actor) -> Invitation:
    """An administrator for a community that lost its own: somebody new, or one who is disabled or forgot the password.

    The person is administrator and enabled afterwards, gets a first password in any case, and older sessions end.
    For the platform's operator. Raises Refusal (400) for no number or name.
    """
    e164, name = checked_phone(phone), checked_name(name)
    with transaction.atomic():
        seat = take_seat(e164, name, community)
        if not seat.active:
            seat.active = True
            seat.save(update_fields=["active"])
            Membership.objects.filter(account=seat.account, community=community).update(active=True)
        Membership.objects.get_or_create(account=seat.account, community=community, role=ADMINISTRATOR)
        end_sessions(seat)
        record(seat, "rescued", by, f"+{ADMINISTRATOR}")
        return Invitation(seat.account, seat, give_first_password(seat))


def make_operator(phone: str, name: str, *, by: Actor = SYSTEM) -> Invitation:
    """Gives a person the operator's role on the platform. Doing it again changes nothing.

    Raises Refusal: 400 for a number or name that is none, 409 for a number that is somebody else's there.
    """
    e164, name = checked_phone(phone), checked_name(name)
    _refuse_another(e164, name)
    with transaction.atomic():
        seat = take_seat(e164, name, None)
        if not seat.account.is_operator:
            seat.account.is_operator = True
            seat.account.save(update_fields=["is_operator"])
            record(seat, "roles_changed", by, f"+{OPERATOR}")
        return _with_first_password(seat)


def make_officer(phone: str, name: str, region: str, *, by: Actor = SYSTEM) -> Invitation:
    """Makes a person an officer of the region that the prefix names ("630222": the county).

    Raises Refusal: 400 for a number, name or region that is none, 409 for a number that is somebody else's there.
    """
    e164, name, region = checked_phone(phone), checked_name(name), region.strip()
    if not re.fullmatch(r"[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}", region):
        raise Refusal("region_unknown", REGION_UNKNOWN, status=400, field="region", given=region[:20])
    if not can_be_a_region(region):
        raise Refusal("region_unknown", REGION_NOT_HERE, status=400, field="region", given=region)
    _refuse_another(e164, name)
    with transaction.atomic():
        seat = take_seat(e164, name, None)
        if RegionRole.objects.get_or_create(account=seat.account, region=region)[1]:
            record(seat, "roles_changed", by, f"+officer {region}")
        return _with_first_password(seat)


def renew_on_the_platform(phone: str, name: str = "", *, by: Actor = SYSTEM) -> Invitation:
    """A new first password for an operator or officer who lost the own one; their sessions end.

    A name that is given has to be theirs.

    For the command line: whoever may run it could read the data anyway. Raises Refusal: 400 for no number, 404 for
    nobody of the platform, 409 where the number is somebody else's.
    """
    e164 = checked_phone(phone)
    seat = seat_of(e164, None)
    if seat is None or standing_of(seat) is None:
        raise Refusal("account_unknown", NOBODY_OF_THE_PLATFORM, status=404, phone=e164)
    if name.strip():
        _refuse_another(e164, checked_name(name))
    return Invitation(seat.account, seat, reset_password(seat.account_id, community=None, by=by))


def _refuse_another(phone: str, name: str) -> None:
    held = seat_of(phone, None)
    if held is not None and held.name != name and standing_of(held) is not None:
        raise Refusal("phone_of_another", PHONE_OF_ANOTHER, field="phone", phone=phone, name=held.name)


def _with_first_password(seat: Seat) -> Invitation:
    # A password that was set after a printed code opens a member's pages only: whoever printed it may know it.
    own = seat.has_password and not seat.password_for_member
    return Invitation(seat.account, seat, None if own else give_first_password(seat))
