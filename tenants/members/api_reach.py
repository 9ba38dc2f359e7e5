"""Whom messages reach, for staff who have opened a campaign."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.rest.permissions import IsStaff
from tenants.members.reaching import LANDLINE, NO_PHONE, STOP_LIST, reach


class UnreachedMember(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    branch_name = serializers.CharField(allow_blank=True)
    why = serializers.ChoiceField(choices=[NO_PHONE, LANDLINE, STOP_LIST])


class ReachAnswer(serializers.Serializer[Any]):
    """Of the active `members` those in `unreached` get no message; `without_login` have no account yet."""

    members = serializers.IntegerField()
    without_login = serializers.IntegerField()
    unreached = UnreachedMember(many=True)


class MemberReach(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(operation_id="members_reach", responses=ReachAnswer)
    def get(self, request: Request) -> Response:
        told = reach()
        unreached = [
            {
                "id": member.pk,
                "name": member.name,
                "branch_name": member.branch.name if member.branch else "",
                "why": why,
            }
            for member, why in told.unreached
        ]
        return Response({"members": told.members, "without_login": told.without_login, "unreached": unreached})
