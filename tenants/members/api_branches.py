"""Branches, for staff; an administrator appoints their secretaries."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.language import Text
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsAdministrator, IsStaff
from hub.rest.serializers import Input
from hub.rest.versions import EDITS, Versioned, seen_version, shown_as_it_is, versioned
from tenants.members.api import found_member
from tenants.members.branches import branch_version, change_branch, create_branch
from tenants.members.models import Branch, Member
from tenants.members.secretaries import name_secretary, proposed, release_secretary, secretaries


class NamedMember(serializers.Serializer[Any]):
    member_id = serializers.UUIDField()
    name = serializers.CharField()


class ProposedSecretary(NamedMember):
    """A member whose duty in the register says that they are the branch's secretary."""

    duty = serializers.CharField()


class BranchAnswer(Versioned):
    id = serializers.UUIDField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=Branch.Kind.choices)
    head_count = serializers.IntegerField()
    secretary = NamedMember(allow_null=True)
    proposed = ProposedSecretary(many=True)


class SecretaryInput(Input):
    member = serializers.UUIDField()


class BranchInput(Input):
    name = serializers.CharField(max_length=60)
    kind = serializers.ChoiceField(choices=Branch.Kind.choices, required=False)


class Branches(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=BranchAnswer(many=True))
    def get(self, request: Request) -> Response:
        return Response(branch_answers())

    @extend_schema(request=BranchInput, responses={201: BranchAnswer})
    def post(self, request: Request) -> Response:
        asked = BranchInput(data=request.data)
        asked.is_valid(raise_exception=True)
        made = create_branch(**asked.validated_data)
        return versioned(branch_answer(made.pk), status=201)


class OneBranch(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=BranchInput, responses=BranchAnswer, extensions=EDITS)
    def patch(self, request: Request, branch_id: UUID) -> Response:
        branch = known_branch(branch_id)
        seen = seen_version(request)
        asked = BranchInput(data=request.data, partial=True)
        asked.is_valid(raise_exception=True)
        with shown_as_it_is(lambda: branch_answer(branch_id)):
            change_branch(branch, **asked.validated_data, seen=seen)
        return versioned(branch_answer(branch_id))


class BranchSecretary(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=SecretaryInput, responses=BranchAnswer)
    def post(self, request: Request, branch_id: UUID) -> Response:
        """Appoints a member of the branch; the account to sign in with is made if needed."""
        branch = known_branch(branch_id)
        asked = SecretaryInput(data=request.data)
        asked.is_valid(raise_exception=True)
        name_secretary(branch, found_member(asked.validated_data["member"]), by=actor_of(request))
        return Response(branch_answer(branch_id))

    @extend_schema(request=None, responses={200: BranchAnswer})
    def delete(self, request: Request, branch_id: UUID) -> Response:
        """The branch has no secretary any more."""
        release_secretary(known_branch(branch_id), by=actor_of(request))
        return Response(branch_answer(branch_id))


def known_branch(branch_id: UUID) -> Branch:
    """The branch of a path, or 404 in the API's manner."""
    branch = Branch.objects.filter(pk=branch_id).first()
    if branch is None:
        raise Refusal("not_found", Text(zh="没有这个支部。", en="There is no such branch."), status=404)
    return branch


def branch_answer(branch_id: UUID) -> dict[str, Any]:
    """One branch as it stands in the list."""
    return next(branch for branch in branch_answers() if branch["id"] == branch_id)


def branch_answers() -> list[dict[str, Any]]:
    """All branches in the list's order, with the number of their active members and who leads them."""
    active = Count("members", filter=Q(members__state=Member.State.ACTIVE))
    held, meant = secretaries(), proposed()
    return [
        {
            "id": branch.pk,
            "name": branch.name,
            "kind": branch.kind,
            "head_count": branch.heads,
            "secretary": held.get(branch.pk),
            "proposed": [] if branch.pk in held else meant.get(branch.pk, []),
            "version": branch_version(branch),
        }
        for branch in Branch.objects.annotate(heads=active).order_by("order", "created_at", "id")
    ]
