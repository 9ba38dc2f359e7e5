"""Changing what somebody is in a community, and shutting somebody out of it."""

import uuid
from collections.abc import Collection

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
from django_tenants.utils import tenant_context

from hub.accounts.inviting import ROLE_UNKNOWN
from hub.accounts.models import Membership, Seat
from hub.accounts.passwords import void_password
from hub.accounts.seats import OFFICE_ROLES, end_sessions, lock_roles, locked_seat, record
from hub.actor import ADMINISTRATOR, MEMBER, SECRETARY, Actor
from hub.communities.models import Community
from hub.language import Text
from hub.refusal import Refusal

LAST_ADMINISTRATOR = Text(
    zh="这是本社区唯一的管理员。请先另设一位管理员。",
    en="This is the community's only administrator. Name another one first.",
)
ONESELF = Text(
    zh="不能取消自己的管理员身份，也不能停用自己的账号。请由另一位管理员操作。",
    en="You cannot take the administrator's role from yourself or disable yourself. Ask another administrator.",
)
NO_ROLE_LEFT = Text(
    zh="至少要保留一个角色。如果此人不再使用系统，请停用账号。",
    en="At least one role must remain. To shut somebody out, disable the account.",
)
NO_BRANCH = Text(zh="没有这个支部。", en="There is no such branch.")
NOT_A_MEMBER = Text(
    zh="支部书记须先在党员名册里，并有可以登录的账号。",
    en="A branch secretary has to be in the register of members first, with an account to sign in with.",
)


def change_roles(account_id: uuid.UUID, roles: Collection[str], *, community: Community, by: Actor) -> Seat:
    """Makes these the roles of the office (administrator, staff); those of a member and secretary are not touched.

    A role that was taken away ends the person's sessions. Raises Refusal: 404 for nobody here, 400 for a role that
    cannot be given here or none left, 409 for the last administrator and for oneself.
    """
    wanted = frozenset(roles)
    if not wanted <= OFFICE_ROLES:
        raise Refusal("role_unknown", ROLE_UNKNOWN, status=400, field="roles")
    with transaction.atomic():
        seat = _alone_with(account_id, community)
        mine = Membership.objects.filter(account_id=account_id, community=community)
        held = frozenset(mine.filter(role__in=OFFICE_ROLES).values_list("role", flat=True))
        added, gone = sorted(wanted - held), sorted(held - wanted)
        if not added and not gone:
            return seat
        if not wanted and not mine.exclude(role__in=OFFICE_ROLES).exists():
            raise Refusal("no_role_left", NO_ROLE_LEFT, status=400, field="roles")
        if ADMINISTRATOR in gone:
            _keep_an_administrator(seat, community, by)
        member_id = mine.filter(member_id__isnull=False).values_list("member_id", flat=True).first()
        mine.filter(role__in=gone).delete()
        Membership.objects.bulk_create(
            Membership(account_id=account_id, community=community, role=role, member_id=member_id, active=seat.active)
            for role in added
        )
        if gone:
            end_sessions(seat)
        elif seat.password_for_member:
            # Whoever printed the code may know it; the holder signs in by SMS, or gets a first password.
            void_password(seat, by=by)
        record(seat, "roles_changed", by, " ".join([*(f"+{role}" for role in added), *(f"-{role}" for role in gone)]))
        return seat


def appoint_secretary(member_id: uuid.UUID, branch_id: uuid.UUID, *, community: Community, by: Actor) -> Seat:
    """Makes a member the secretary of a branch; whoever was it before steps down.

    Raises Refusal: 400 for a branch that does not exist, 409 for somebody who has no account as a member.
    """
    exists: str = getattr(settings, "WISHBRIDGE_BRANCH_EXISTS", "")
    if exists:
        with tenant_context(community):
            if not import_string(exists)(branch_id):
                raise Refusal("branch_unknown", NO_BRANCH, status=400, field="branch_id")
    with transaction.atomic():
        lock_roles(community)
        held = Membership.objects.filter(community=community, member_id=member_id, role=MEMBER).first()
        if held is None:
            raise Refusal("not_a_member", NOT_A_MEMBER, field="member_id")
        seat = locked_seat(held.account_id, community)
        secretaries = Membership.objects.filter(community=community, role=SECRETARY)
        if secretaries.filter(account_id=held.account_id, branch_id=branch_id).exists():
            return seat
        for former in secretaries.filter(branch_id=branch_id):
            _step_down(former, community, by)
        secretaries.filter(account_id=held.account_id).delete()
        Membership.objects.create(
            account_id=held.account_id,
            community=community,
            role=SECRETARY,
            member_id=member_id,
            branch_id=branch_id,
            active=seat.active,
        )
        record(seat, "roles_changed", by, f"+{SECRETARY} {branch_id}")
        return seat


def dismiss_secretary(branch_id: uuid.UUID, *, community: Community, by: Actor) -> None:
    """The branch has no secretary any more. Nothing happens where there was none."""
    with transaction.atomic():
        lock_roles(community)
        for former in Membership.objects.filter(community=community, role=SECRETARY, branch_id=branch_id):
            _step_down(former, community, by)


def disable(account_id: uuid.UUID, *, community: Community, by: Actor) -> Seat:
    """Shuts somebody out of this community at once; roles are kept for `enable`. Other communities know nothing.

    Raises Refusal: 404 for nobody here, 409 for the last administrator and for oneself.
    """
    with transaction.atomic():
        seat = _alone_with(account_id, community)
        if seat.active:
            if Membership.objects.filter(account_id=account_id, community=community, role=ADMINISTRATOR).exists():
                _keep_an_administrator(seat, community, by)
            _set_active(seat, False)
            end_sessions(seat)
            record(seat, "disabled", by)
        return seat


def enable(account_id: uuid.UUID, *, community: Community, by: Actor) -> Seat:
    """Lets somebody in again, with the roles of before. Raises Refusal (404) for nobody here."""
    with transaction.atomic():
        seat = _alone_with(account_id, community)
        if not seat.active:
            _set_active(seat, True)
            record(seat, "enabled", by)
        return seat


def _alone_with(account_id: uuid.UUID, community: Community) -> Seat:
    lock_roles(community)
    return locked_seat(account_id, community)


def _set_active(seat: Seat, active: bool) -> None:
    seat.active = active
    seat.save(update_fields=["active"])
    Membership.objects.filter(account=seat.account, community=seat.community).update(active=active)


def _keep_an_administrator(seat: Seat, community: Community, by: Actor) -> None:
    if by.account_id == seat.account_id:
        raise Refusal("oneself", ONESELF)
    others = Membership.objects.filter(
        community=community, role=ADMINISTRATOR, active=True, account__is_active=True
    ).exclude(account_id=seat.account_id)
    if not others.exists():
        raise Refusal("last_administrator", LAST_ADMINISTRATOR)


def _step_down(former: Membership, community: Community, by: Actor) -> None:
    seat = locked_seat(former.account_id, community)
    former.delete()
    end_sessions(seat)
    record(seat, "roles_changed", by, f"-{SECRETARY} {former.branch_id}")
