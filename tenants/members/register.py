"""The register of members: adding, correcting, leaving, and the first code that lets a member log in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from hub.accounts.members import issue_member_code, member_was_edited, withdraw_member_account
from hub.actor import Actor
from hub.bells.ringing import FIGURES, ring
from hub.communities.current import current
from hub.language import Text
from hub.names import tidy_name
from hub.phones import parse_phone
from hub.refusal import Refusal
from hub.versions import demand_unchanged, version_of
from hub.writing import names_something
from tenants.members.models import Branch, Member, MemberEntry
from tenants.people.register import indexes

MEMBER = "member"
EDITABLE = ("name", "phone", "branch_id", "sex", "birth_month", "work_unit", "skills", "duty", "note")


@dataclass(frozen=True)
class NewMember:
    """What the register tells of a member. `phone` in any writing, or empty; `branch` empty until it is known."""

    name: str
    phone: str = ""
    branch: Branch | None = None
    sex: str = ""
    birth_month: str = ""
    work_unit: str = ""
    skills: str = ""
    duty: str = ""
    note: str = ""
    fingerprint: bytes | None = None


def register_member(new: NewMember, *, by: Actor) -> Member:
    """Adds a member. Raises `Refusal` when the name is missing, the telephone unusable or another member's."""
    stored = {name: getattr(new, name) for name in EDITABLE if name != "branch_id"}
    stored["branch_id"] = new.branch.pk if new.branch else None
    columns = _columns(stored)
    try:
        with transaction.atomic():
            member = Member.objects.create(fingerprint=new.fingerprint, **columns)
            _enter(member, "registered", {}, by)
            ring(FIGURES)
            return member
    except IntegrityError as error:
        raise _phone_taken() from error


def member_version(member: Member) -> str:
    """The version of what can be edited of a member."""
    return version_of(MEMBER, member.pk, _fields(member))


def _fields(member: Member) -> dict[str, Any]:
    return {name: getattr(member, name) for name in EDITABLE}


def edit_member(member: Member, changes: Mapping[str, Any], *, by: Actor, seen: str | None = None) -> list[str]:
    """Changes the named fields (of `EDITABLE`), with old and new in the history. Returns what changed.

    Raises `Changed` (412) when the record is no longer of the version `seen`.
    """
    wanted = {name: value for name, value in changes.items() if name in EDITABLE}
    try:
        with transaction.atomic():
            member = Member.objects.select_for_update(no_key=True).get(pk=member.pk)
            demand_unchanged(seen, MEMBER, member.pk, _fields(member))
            columns = _columns({"name": member.name, "phone": member.phone, **wanted})
            differing = {
                n: [_text(getattr(member, n)), _text(columns[n])] for n in wanted if getattr(member, n) != columns[n]
            }
            if differing:
                Member.objects.filter(pk=member.pk).update(**columns)
                _enter(member, "edited", differing, by)
                _tell_the_account(member.pk, by)
            return list(differing)
    except IntegrityError as error:
        raise _phone_taken() from error


def let_member_leave(member: Member, *, by: Actor, reason: str = "", changes: Mapping[str, Any] | None = None) -> None:
    """The member claims no more and can no longer log in here. Raises `Refusal` when that is so already.

    What the member has claimed is not looked at here: whoever works with people calls `tenants.closing.leaving`, which
    sees to that first. `changes` are what it did, for the history.
    """
    with transaction.atomic():
        if not Member.objects.filter(pk=member.pk, state=Member.State.ACTIVE).update(state=Member.State.LEFT):
            raise Refusal("member_left", Text(zh="这位党员已转出。", en="This member has left already."))
        _enter(member, "left", dict(changes or {}), by, reason)
        ring(FIGURES)
        withdraw_member_account(member.pk, community=current(), by=by)


def let_member_return(member: Member, *, by: Actor) -> None:
    """A member who left claims again; with a telephone on record they can log in as before, or with a first code.

    Raises `Refusal` (409) for an active member, and when the telephone has become another member's meanwhile.
    """
    try:
        with transaction.atomic():
            if not Member.objects.filter(pk=member.pk, state=Member.State.LEFT).update(state=Member.State.ACTIVE):
                raise Refusal("member_active", Text(zh="这位党员没有转出。", en="This member has not left."))
            _enter(member, "returned", {}, by)
            ring(FIGURES)
    except IntegrityError as error:
        raise _phone_taken() from error


def first_code(member: Member, *, by: Actor) -> str:
    """A code that staff print for a member, good for the first login. Raises `Refusal` without a mobile number."""
    phone = parse_phone(member.phone)
    if member.state != Member.State.ACTIVE or phone is None:
        raise Refusal(
            "member_without_phone",
            Text(
                zh="先登记一个手机号码，再打印首次登录码。",
                en="Put a telephone on record first, then print the first code.",
            ),
            field="phone",
        )
    with transaction.atomic():
        code = issue_member_code(
            member.pk, phone=phone.e164, name=member.name, branch_id=member.branch_id, community=current(), by=by
        )
        _enter(member, "first_code", {}, by)
    return code


def _tell_the_account(member_id: Any, by: Actor) -> None:
    member = Member.objects.get(pk=member_id)
    member_was_edited(
        member.pk, phone=member.phone, name=member.name, branch_id=member.branch_id, community=current(), by=by
    )


def _columns(values: Mapping[str, Any]) -> dict[str, Any]:
    columns = dict(values)
    name = tidy_name(str(columns["name"] or ""))
    if not names_something(name):
        raise Refusal("name_missing", Text(zh="请填写姓名。", en="Enter the member's name."), status=400, field="name")
    columns["name"] = name
    written = str(columns.get("phone") or "")
    phone = parse_phone(written)
    if written and phone is None:
        raise Refusal(
            "phone_invalid",
            Text(zh="这不是一个可用的电话号码。", en="Not a usable telephone number."),
            status=400,
            field="phone",
        )
    e164 = phone.e164 if phone else ""
    return {
        **columns,
        "phone": e164,
        **indexes(name, e164),
    }


def _phone_taken() -> Refusal:
    return Refusal(
        "phone_taken",
        Text(
            zh="这个号码已经登记给另一位党员，请核对。",
            en="This telephone is on record for another member: check which is right.",
        ),
        field="phone",
    )


def _text(value: Any) -> Any:
    return value if isinstance(value, str | int | type(None)) else str(value)


def _enter(member: Member, verb: str, changes: dict[str, Any], by: Actor, reason: str = "") -> None:
    MemberEntry.objects.create(
        member=member, actor_id=by.account_id, actor_name=by.name, verb=verb, reason=reason, changes=changes
    )
