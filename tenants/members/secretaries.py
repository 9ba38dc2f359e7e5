"""Branches and their secretaries: whom the register proposes, who is appointed, which branch has nobody."""

import re
from typing import Any
from uuid import UUID

from django.db import transaction

from hub.accounts.members import ensure_member_account, secretaries_of
from hub.accounts.roles import appoint_secretary, dismiss_secretary
from hub.actor import Actor
from hub.communities.current import current
from hub.language import Text
from hub.refusal import Refusal
from hub.writing import half_width
from tenants.members.models import Branch, Member

_BETWEEN = re.compile(r"[、,，;；/|()\s]+|兼任?|和|及")
_SECRETARY = re.compile(r"(?:.{0,12}(?:支部|总支|党委|党组|村|社区))?(?:第一|专职|常务)?书记")
_ANOTHER = re.compile(r"^(?:原|前|曾任|拟任|历任)|团|副|纪")

OF_ANOTHER_BRANCH = Text(
    zh="{name}不在{branch}的名册里，不能任命为它的书记。",
    en="{name} does not stand in the register of {branch} and cannot be its secretary.",
)
NO_TELEPHONE = Text(
    zh="{name}还没有登记手机号码，登录不了。请先补上号码，再任命。",
    en="{name} has no telephone on record and could not sign in. Put one on record first.",
)


def names_a_secretary(duty: str) -> bool:
    """Whether a duty as offices write it is a branch's secretary: 支部书记, 书记、主任; not 副书记, 团支部书记, 书记员."""
    parts = (part for part in _BETWEEN.split(half_width(duty)) if part)
    return any(_SECRETARY.fullmatch(part) and not _ANOTHER.search(part) for part in parts)


def secretaries() -> dict[UUID, dict[str, Any]]:
    """Branch → its secretary, as {member_id, name}."""
    held = secretaries_of(current())
    names = {member.pk: member.name for member in Member.objects.filter(pk__in=held.values()).only("name")}
    return {branch: {"member_id": member, "name": names[member]} for branch, member in held.items() if member in names}


def proposed() -> dict[UUID, list[dict[str, Any]]]:
    """Branch → active members whose duty in the register says that they are its secretary."""
    found: dict[UUID, list[dict[str, Any]]] = {}
    for member in Member.objects.filter(state=Member.State.ACTIVE, branch__isnull=False).only(
        "name", "duty", "branch_id"
    ):
        if member.duty and member.branch_id and names_a_secretary(member.duty):
            found.setdefault(member.branch_id, []).append(
                {"member_id": member.pk, "name": member.name, "duty": member.duty}
            )
    return found


def without_secretary() -> list[Branch]:
    """Branches of members whom nobody urges but the office: the ladder's words to a secretary go there."""
    held = secretaries()
    branches = Branch.objects.filter(kind=Branch.Kind.BRANCH, members__state=Member.State.ACTIVE).distinct()
    return [branch for branch in branches.order_by("order", "created_at") if branch.pk not in held]


def name_secretary(branch: Branch, member: Member, *, by: Actor) -> None:
    """Makes a member of the branch its secretary, with an account to sign in with. Whoever was it steps down.

    Raises Refusal: 409 for a member of another branch, one who left, one without a telephone, or whose telephone is the
    office's.
    """
    if member.branch_id != branch.pk or member.state != Member.State.ACTIVE:
        raise Refusal("of_another_branch", OF_ANOTHER_BRANCH, field="member", name=member.name, branch=branch.name)
    if not member.phone:
        raise Refusal("member_without_phone", NO_TELEPHONE, field="member", name=member.name)
    with transaction.atomic():
        ensure_member_account(member.pk, member.phone, member.name, current(), branch_id=branch.pk, by=by)
        appoint_secretary(member.pk, branch.pk, community=current(), by=by)


def release_secretary(branch: Branch, *, by: Actor) -> None:
    """The branch has no secretary any more."""
    dismiss_secretary(branch.pk, community=current(), by=by)
