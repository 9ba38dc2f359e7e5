"""Branches and partner organisations."""

from django.db import IntegrityError, transaction
from django.db.models import Max

from hub.language import Text
from hub.refusal import Refusal
from hub.versions import demand_unchanged, version_of
from tenants.members.models import Branch

BRANCH = "branch"


def create_branch(name: str, *, kind: str = Branch.Kind.BRANCH) -> Branch:
    """A new branch at the end of the list. Raises `Refusal` when the name is empty or taken."""
    try:
        with transaction.atomic():
            last = Branch.objects.aggregate(last=Max("order"))["last"] or 0
            return Branch.objects.create(name=_checked(name), kind=kind, order=last + 1)
    except IntegrityError:
        raise _taken(name) from None


def branch_version(branch: Branch) -> str:
    """The version of what can be edited of a branch."""
    return version_of(BRANCH, branch.pk, _fields(branch))


def _fields(branch: Branch) -> dict[str, str]:
    return {"name": branch.name, "kind": branch.kind}


def change_branch(
    branch: Branch, *, name: str | None = None, kind: str | None = None, seen: str | None = None
) -> Branch:
    """The same branch under another name, or as the other kind. Raises `Refusal` when the name is empty or taken, and
    `Changed` (412) when it is no longer of the version `seen`."""
    try:
        with transaction.atomic():
            branch = Branch.objects.select_for_update(no_key=True).get(pk=branch.pk)
            demand_unchanged(seen, BRANCH, branch.pk, _fields(branch))
            branch.name = branch.name if name is None else _checked(name)
            branch.kind = kind or branch.kind
            branch.save(update_fields=["name", "kind"])
    except IntegrityError:
        raise _taken(name or branch.name) from None
    return branch


def branch_named(name: str) -> Branch:
    """The branch of this name, made when it is new."""
    return Branch.objects.filter(name=_checked(name)).first() or create_branch(name)


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not 1 <= len(name) <= 60:
        raise Refusal(
            "branch_name",
            Text(zh="支部名称要有 1 到 60 个字。", en="A branch's name has 1 to 60 characters."),
            status=400,
            field="name",
        )
    return name


def _taken(name: str) -> Refusal:
    return Refusal(
        "branch_exists",
        Text(zh="已经有名为“{name}”的支部。", en="There is a branch named “{name}” already."),
        field="name",
        name=name,
    )
