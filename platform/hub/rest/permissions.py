"""Who may call a view, by role. `request.actor` holds the roles that count on this host (hub.accounts.middleware).

Whoever is not signed in gets 401, whoever is signed in without the role gets 403.
"""

from typing import Any, ClassVar

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from hub.actor import ADMINISTRATOR, MEMBER, OFFICER, OPERATOR, SECRETARY, STAFF
from hub.rest.asking import actor_or_none


class SignedIn(BasePermission):
    """Anybody with a session on this host."""

    roles: ClassVar[frozenset[str]] = frozenset()
    """One of these is needed; none named: any."""

    def has_permission(self, request: Request, view: Any) -> bool:
        actor = actor_or_none(request)
        return actor is not None and (not self.roles or not self.roles.isdisjoint(actor.roles))


class IsStaff(SignedIn):
    """The community's staff and administrators."""

    roles = frozenset({ADMINISTRATOR, STAFF})


class IsAdministrator(SignedIn):
    """The community's administrators."""

    roles = frozenset({ADMINISTRATOR})


class IsMember(SignedIn):
    """Whoever stands in the register of members, whatever else they are."""

    roles = frozenset({MEMBER, SECRETARY})

    def has_permission(self, request: Request, view: Any) -> bool:
        actor = actor_or_none(request)
        return super().has_permission(request, view) and actor is not None and actor.member_id is not None


class IsStaffOrMember(SignedIn):
    """Anybody who works or claims in the community."""

    roles = frozenset({ADMINISTRATOR, STAFF, SECRETARY, MEMBER})


class IsStaffOrSecretary(SignedIn):
    """The community's staff, and whoever looks after a branch; the view shows a secretary the own branch only."""

    roles = frozenset({ADMINISTRATOR, STAFF, SECRETARY})


class IsOperator(SignedIn):
    """The operator of the installation."""

    roles = frozenset({OPERATOR})


class IsOfficer(SignedIn):
    """An officer of a region."""

    roles = frozenset({OFFICER})
