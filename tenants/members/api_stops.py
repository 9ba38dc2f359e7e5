"""The stop list as staff see it: their own members on it."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.communities.current import current
from hub.privacy.masking import mask_phone
from hub.rest.asking import actor_of
from hub.rest.permissions import IsStaff
from hub.rest.serializers import Input
from hub.sms.models import Stop
from tenants.members.api import found_member
from tenants.members.stopping import resume_messages, stop_messages, stopped_members


class StopAnswer(serializers.Serializer[Any]):
    """`ours` is one that this community noted down and may lift; a reply's or the operator's is not."""

    origin = serializers.ChoiceField(choices=Stop.Source.choices)
    reason = serializers.CharField(allow_blank=True)
    at = serializers.DateTimeField()
    by = serializers.CharField(allow_blank=True)
    ours = serializers.BooleanField()


class StopRow(StopAnswer):
    """A member who gets no messages."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    phone = serializers.CharField()
    branch_name = serializers.CharField(allow_blank=True)


class StopInput(Input):
    reason = serializers.CharField(max_length=200)


def stop_answer(stop: Stop) -> dict[str, Any]:
    """A stop for this community's staff; who works elsewhere is not named."""
    ours = stop.community_id == current().pk
    return {
        "origin": stop.source,
        "reason": stop.reason if ours else "",
        "at": stop.at,
        "by": stop.by_name if ours else "",
        "ours": ours,
    }


class Stops(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(operation_id="stops_list", responses=StopRow(many=True))
    def get(self, request: Request) -> Response:
        """Members whose number is on the stop list, the newest first."""
        return Response(
            [
                {
                    "id": each.member.pk,
                    "name": each.member.name,
                    "phone": mask_phone(each.member.phone),
                    "branch_name": each.member.branch.name if each.member.branch else "",
                    **stop_answer(each.stop),
                }
                for each in stopped_members()
            ]
        )


class MemberStop(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=StopInput, responses={201: StopAnswer})
    def post(self, request: Request, member_id: UUID) -> Response:
        """The member said “no more texts”: this community sends none to the number, one-time codes aside."""
        asked = StopInput(data=request.data)
        asked.is_valid(raise_exception=True)
        stop = stop_messages(found_member(member_id), reason=asked.validated_data["reason"], by=actor_of(request))
        return Response(stop_answer(stop), status=201)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, member_id: UUID) -> Response:
        """The member gets messages again."""
        resume_messages(found_member(member_id), by=actor_of(request))
        return Response(status=204)
