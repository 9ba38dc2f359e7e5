"""The operator's page of the stop list, and the local outbox's way to play an answer."""

from typing import Any
from uuid import UUID

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.phones import parse_phone
from hub.privacy.masking import mask_phone
from hub.rest.asking import actor_of
from hub.rest.pagination import Page
from hub.rest.permissions import IsOperator
from hub.rest.serializers import Input, PhoneField
from hub.sms.api.outbox import CommunityName, community_name, only_with_local_gateway
from hub.sms.inbound import receive
from hub.sms.models import OutboxEntry, Stop
from hub.sms.stop_list import lift, phone_index, put_on


class StopOfNumber(serializers.Serializer[Any]):
    """A number on the stop list, masked. Without a community it holds everywhere. What staff noted is theirs to read."""

    id = serializers.UUIDField()
    phone = serializers.CharField()
    community = CommunityName(allow_null=True)
    origin = serializers.ChoiceField(choices=Stop.Source.choices)
    reason = serializers.CharField(allow_blank=True)
    at = serializers.DateTimeField()
    by = serializers.CharField(allow_blank=True)
    lifted_at = serializers.DateTimeField(allow_null=True)


class NumberInput(Input):
    phone = PhoneField()
    reason = serializers.CharField(max_length=200)


class ReplyInput(Input):
    text = serializers.CharField(max_length=200)


class Understood(serializers.Serializer[Any]):
    stopped = serializers.BooleanField()


class StopList(APIView):
    permission_classes = (IsOperator,)
    pagination_class = Page

    @extend_schema(
        operation_id="stop_list",
        responses=StopOfNumber(many=True),
        parameters=[OpenApiParameter("q", str, description="A whole telephone number.")],
    )
    def get(self, request: Request) -> Response:
        """Numbers that get no messages, the newest first; those that were lifted within the last 30 days too."""
        stops = Stop.objects.select_related("community").order_by("-at", "-id")
        if asked := request.query_params.get("q", "").strip():
            number = parse_phone(asked)
            stops = stops.filter(phone_blind=phone_index(number.e164)) if number else stops.none()
        page = Page()
        return page.get_paginated_response([_row(stop) for stop in page.paginate_queryset(stops, request)])

    @extend_schema(request=NumberInput, responses={201: StopOfNumber})
    def post(self, request: Request) -> Response:
        """Keeps every community's messages from a number, one-time codes aside."""
        given = NumberInput(data=request.data)
        given.is_valid(raise_exception=True)
        stop = put_on(
            given.validated_data["phone"],
            source=Stop.Source.OPERATOR,
            reason=given.validated_data["reason"],
            by=actor_of(request),
        )
        return Response(_row(stop), status=201)


class OneStop(APIView):
    permission_classes = (IsOperator,)

    @extend_schema(responses=StopOfNumber)
    def delete(self, request: Request, id: UUID) -> Response:
        """The number gets messages again."""
        stop = Stop.objects.select_related("community").filter(pk=id).first()
        if stop is None:
            raise Http404
        return Response(_row(lift(stop, by=actor_of(request))))


class OutboxReply(APIView):
    permission_classes = (IsOperator,)

    @extend_schema(request=ReplyInput, responses=Understood)
    def post(self, request: Request, id: UUID) -> Response:
        """Plays the answer of whoever got this message, as a provider would pass it on. 404 where a provider sends."""
        only_with_local_gateway()
        given = ReplyInput(data=request.data)
        given.is_valid(raise_exception=True)
        entry = OutboxEntry.objects.filter(pk=id).first()
        if entry is None:
            raise Http404
        return Response({"stopped": receive(entry.phone, given.validated_data["text"]) is not None})


def _row(stop: Stop) -> dict[str, Any]:
    ours = stop.source == Stop.Source.OPERATOR
    return {
        "id": stop.pk,
        "phone": mask_phone(stop.phone),
        "community": community_name(stop.community),
        "origin": stop.source,
        "reason": stop.reason if ours else "",
        "at": stop.at,
        "by": stop.by_name if ours else "",
        "lifted_at": stop.lifted_at,
    }
