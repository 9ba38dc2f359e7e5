"""Who works with the community's data: for its administrators."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.accounts.inviting import invite
from hub.accounts.models import Membership, Seat
from hub.accounts.passwords import reset_password
from hub.accounts.roles import appoint_secretary, change_roles, disable, dismiss_secretary, enable
from hub.accounts.seats import NO_ACCOUNT, OFFICE_ROLES, lock_roles
from hub.actor import MEMBER, SECRETARY, Actor
from hub.communities.current import current
from hub.language import Text
from hub.privacy.masking import mask_phone
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsAdministrator
from hub.rest.serializers import Input, PhoneField
from hub.rest.versions import EDITS, Versioned, seen_version, shown_as_it_is, versioned
from hub.versions import demand_unchanged, version_of

ROLES = Membership.Role.choices
ACCOUNT = "account"

BRANCH_NOT_WANTED = Text(
    zh="只有支部书记才有支部。请同时选上“支部书记”。",
    en="Only a branch secretary has a branch: choose that role, too.",
)
BRANCH_MISSING = Text(zh="请指定书记所在的支部。", en="Say which branch the secretary is for.")


class AccountRow(Versioned):
    """An account as its community sees it; the telephone is masked."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    phone = serializers.CharField()
    roles = serializers.ListField(child=serializers.ChoiceField(choices=ROLES))
    member_id = serializers.UUIDField(allow_null=True)
    branch_id = serializers.UUIDField(allow_null=True)
    active = serializers.BooleanField()
    must_change_password = serializers.BooleanField()
    last_login = serializers.DateTimeField(allow_null=True)


class InvitedAccount(AccountRow):
    """`first_password` is shown this once; null when the person has a password here already."""

    first_password = serializers.CharField(allow_null=True)


class FirstPasswordAnswer(serializers.Serializer[Any]):
    first_password = serializers.CharField()


class InvitationInput(Input):
    phone = PhoneField()
    name = serializers.CharField(max_length=40)
    roles = serializers.ListField(
        child=serializers.ChoiceField(choices=sorted(OFFICE_ROLES)), min_length=1, max_length=2
    )


class AccountInput(Input):
    """`roles` are all that the account shall have beside being a member; a secretary's needs a `branch_id`."""

    roles = serializers.ListField(child=serializers.ChoiceField(choices=ROLES), required=False, max_length=4)
    branch_id = serializers.UUIDField(required=False, allow_null=True)
    active = serializers.BooleanField(required=False)


def account_rows(seats: Iterable[Seat]) -> list[dict[str, Any]]:
    """The fields of `AccountRow` for seats of one community with their accounts selected; two queries at most."""
    seats = list(seats)
    held: dict[UUID, list[Membership]] = {seat.account_id: [] for seat in seats}
    for row in Membership.objects.filter(community=current(), account_id__in=held):
        held[row.account_id].append(row)
    rows = [
        {
            "id": seat.account_id,
            "name": seat.name,
            "phone": mask_phone(seat.account.phone),
            "roles": sorted(row.role for row in held[seat.account_id]),
            "member_id": next((row.member_id for row in held[seat.account_id] if row.member_id), None),
            "branch_id": next((row.branch_id for row in held[seat.account_id] if row.role == SECRETARY), None),
            "active": seat.active and seat.account.is_active,
            "must_change_password": seat.must_change_password,
            "last_login": seat.last_login_at,
        }
        for seat in seats
    ]
    return [{**row, "version": version_of(ACCOUNT, row["id"], _editable(row))} for row in rows]


def _editable(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("roles", "branch_id", "active")}


def _seats() -> Any:
    return Seat.objects.filter(community=current()).select_related("account")


def _row_of(account_id: UUID) -> dict[str, Any]:
    seat = _seats().filter(account_id=account_id).first()
    if seat is None:
        raise Refusal("account_unknown", NO_ACCOUNT, status=404)
    return account_rows([seat])[0]


class Accounts(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(
        responses=AccountRow(many=True),
        parameters=[OpenApiParameter("role", str, enum=Membership.Role.values), OpenApiParameter("q", str)],
    )
    def get(self, request: Request) -> Response:
        """Accounts of the office and of secretaries; `role=member` gives the members'. `q` is part of a name."""
        role, part = request.query_params.get("role"), request.query_params.get("q", "").strip()
        rows = [
            row
            for row in account_rows(_seats())
            if row["roles"] and part in row["name"] and (role in row["roles"] if role else row["roles"] != [MEMBER])
        ]
        return Response(sorted(rows, key=lambda row: (not row["active"], row["roles"], row["id"])))

    @extend_schema(request=InvitationInput, responses={201: InvitedAccount})
    def post(self, request: Request) -> Response:
        """Gives a person roles of the office and a first password, which is shown this once."""
        given = InvitationInput(data=request.data)
        given.is_valid(raise_exception=True)
        made = invite(**given.validated_data, community=current(), by=actor_of(request))
        return Response({**_row_of(made.account.pk), "first_password": made.first_password}, status=201)


class OneAccount(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=AccountRow)
    def get(self, request: Request, id: UUID) -> Response:
        return versioned(_row_of(id))

    @extend_schema(request=AccountInput, responses=AccountRow, extensions=EDITS)
    def patch(self, request: Request, id: UUID) -> Response:
        """Changes roles, appoints or dismisses a branch's secretary, disables or enables."""
        _row_of(id)
        seen = seen_version(request)
        given = AccountInput(data=request.data)
        given.is_valid(raise_exception=True)
        wanted = given.validated_data
        with shown_as_it_is(lambda: _row_of(id)), transaction.atomic():
            lock_roles(current())
            demand_unchanged(seen, ACCOUNT, id, _editable(_row_of(id)))
            if "roles" in wanted or "branch_id" in wanted:
                _set_roles(id, wanted, actor_of(request))
            if wanted.get("active") is True:
                enable(id, community=current(), by=actor_of(request))
            if wanted.get("active") is False:
                disable(id, community=current(), by=actor_of(request))
        return versioned(_row_of(id))


class FirstPassword(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses=FirstPasswordAnswer)
    def post(self, request: Request, id: UUID) -> Response:
        """A new first password for somebody who lost the own one; the person's sessions here end."""
        return Response({"first_password": reset_password(id, community=current(), by=actor_of(request))})


def _set_roles(account_id: UUID, given: Mapping[str, Any], by: Actor) -> None:
    """A branch named alone moves a secretary to it; nobody else has one. No branch alone dismisses the secretary."""
    row = _row_of(account_id)
    held = frozenset(row["roles"])
    branch_id = given.get("branch_id")
    unsaid = held if branch_id is not None else held - {SECRETARY}
    wanted = frozenset(given["roles"]) if "roles" in given else unsaid
    if SECRETARY not in wanted and branch_id is not None:
        raise Refusal("branch_not_wanted", BRANCH_NOT_WANTED, status=400, field="branch_id")
    if SECRETARY in wanted:
        branch_id = branch_id or row["branch_id"]
        if branch_id is None:
            raise Refusal("branch_missing", BRANCH_MISSING, status=400, field="branch_id")
        # Somebody without a place in the register gets the refusal that says so.
        appoint_secretary(row["member_id"] or account_id, branch_id, community=current(), by=by)
    elif row["branch_id"] is not None:
        dismiss_secretary(row["branch_id"], community=current(), by=by)
    change_roles(account_id, wanted & OFFICE_ROLES, community=current(), by=by)
