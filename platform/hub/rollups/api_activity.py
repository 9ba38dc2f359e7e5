"""What the operator's pages show beside a community's name and address. On the platform's host only."""

import dataclasses
from typing import Any
from uuid import UUID

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.communities.models import Community
from hub.language import Text
from hub.rest.permissions import IsOperator
from hub.rollups.activity import activity_of, history_of, limits_of

MOST = 200
NO_IDS = Text(
    zh="请给出社区的编号，以逗号分开，最多 200 个。", en="Name communities by their ids, by comma, at most 200."
)


class AdministratorSeen(serializers.Serializer[Any]):
    name = serializers.CharField()
    last_login_at = serializers.DateTimeField(allow_null=True)


class ActivityAnswer(serializers.Serializer[Any]):
    """Figures of a community and its administrators. `messages`: handed over this month. Nothing of any resident."""

    id = serializers.UUIDField()
    administrators = AdministratorSeen(many=True)
    last_login_at = serializers.DateTimeField(allow_null=True)
    wishes = serializers.IntegerField()
    members = serializers.IntegerField()
    messages = serializers.IntegerField()


class MessageLimits(serializers.Serializer[Any]):
    day = serializers.IntegerField()
    day_most = serializers.IntegerField()
    year = serializers.IntegerField()
    year_most = serializers.IntegerField()


class EventAnswer(serializers.Serializer[Any]):
    """`verb`: create, suspend, resume, archive, restore, restore_backup; `by` is empty for what a command did."""

    verb = serializers.CharField()
    reason = serializers.CharField(allow_blank=True)
    at = serializers.DateTimeField()
    by = serializers.CharField(allow_blank=True)


class OneActivityAnswer(ActivityAnswer):
    limits = MessageLimits()
    history = EventAnswer(many=True)


class Activities(APIView):
    permission_classes = (IsOperator,)

    @extend_schema(
        responses=ActivityAnswer(many=True),
        parameters=[OpenApiParameter("ids", str, description="communities' ids, by comma")],
    )
    def get(self, request: Request) -> Response:
        try:
            asked = [UUID(each) for each in request.query_params.get("ids", "").split(",") if each]
        except ValueError as problem:
            raise ValidationError({"ids": [str(NO_IDS)]}) from problem
        if len(asked) > MOST:
            raise ValidationError({"ids": [str(NO_IDS)]})
        known = list(Community.objects.filter(pk__in=asked).values_list("pk", flat=True))
        return Response([{"id": pk, **dataclasses.asdict(one)} for pk, one in activity_of(known).items()])


class OneActivity(APIView):
    permission_classes = (IsOperator,)

    @extend_schema(responses=OneActivityAnswer)
    def get(self, request: Request, id: UUID) -> Response:
        community = Community.objects.filter(pk=id).first()
        if community is None:
            raise Http404
        return Response(
            {
                "id": id,
                **dataclasses.asdict(activity_of([id])[id]),
                "limits": limits_of(community),
                "history": history_of(community),
            }
        )
