"""The operator's page of messages: the local outbox, and what became of every message."""

import re
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.communities.models import Community
from hub.phones import parse_phone
from hub.privacy.access import record_access
from hub.privacy.masking import mask_phone
from hub.rest.asking import actor_of
from hub.rest.pagination import Page
from hub.rest.permissions import IsOperator
from hub.rest.serializers import Input
from hub.sms.models import Message, OutboxEntry
from hub.sms.stop_list import phone_index
from hub.sms.templates import kind_of

SEARCHED = 1000
"""A search for words goes through the newest entries only: texts are encrypted and cannot be searched in the database."""

OF_COMMUNITY = [
    OpenApiParameter("community", str, description="Its slug."),
]


class CommunityName(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()


CODE = re.compile(r"\d{4,}")


class OutboxRow(serializers.Serializer[Any]):
    """A message that the local gateway kept instead of sending it; the telephone is masked.

    In production a one-time code is masked as well: it opens somebody's seat, and whoever reads it says why first.
    """

    id = serializers.UUIDField()
    community = CommunityName(allow_null=True)
    template = serializers.CharField()
    phone = serializers.CharField()
    text = serializers.CharField()
    at = serializers.DateTimeField()


class MessageRow(serializers.Serializer[Any]):
    """A message of the ledger and what became of it; `why` is a code of ours or the provider's."""

    id = serializers.UUIDField()
    community = CommunityName(allow_null=True)
    template = serializers.CharField()
    phone = serializers.CharField(allow_blank=True)
    state = serializers.ChoiceField(choices=Message.State.choices)
    why = serializers.CharField(allow_blank=True)
    attempt = serializers.IntegerField()
    created_at = serializers.DateTimeField()
    settled_at = serializers.DateTimeField(allow_null=True)


class UnmaskingInput(Input):
    reason = serializers.CharField(max_length=200)


class UnmaskedPhone(serializers.Serializer[Any]):
    phone = serializers.CharField()
    text = serializers.CharField()


def community_name(community: Community | None) -> dict[str, str] | None:
    """Slug and name; None for what is the platform's own."""
    return {"slug": community.slug, "name": community.name} if community else None


def _outbox_rows(entries: Iterable[OutboxEntry]) -> list[dict[str, Any]]:
    return [
        {
            "id": entry.pk,
            "community": community_name(entry.community),
            "template": entry.template,
            "phone": mask_phone(entry.phone),
            "text": _text_for_eyes(entry),
            "at": entry.at,
        }
        for entry in entries
    ]


def _text_for_eyes(entry: OutboxEntry) -> str:
    secret = settings.PRODUCTION and kind_of(entry.template) == "code"
    return CODE.sub("••••••", entry.text) if secret else entry.text


def only_with_local_gateway() -> None:
    """Raises Http404 where a provider sends: there is no outbox then."""
    if settings.WISHBRIDGE_SMS_GATEWAY != "local":
        raise Http404


class Outbox(APIView):
    permission_classes = (IsOperator,)
    pagination_class = Page

    @extend_schema(
        responses=OutboxRow(many=True),
        parameters=[
            OpenApiParameter("q", str, description="A whole telephone number, or words of the text."),
            *OF_COMMUNITY,
        ],
    )
    def get(self, request: Request) -> Response:
        """The newest first. 404 where a provider sends: there is no outbox then."""
        only_with_local_gateway()
        found: Any = OutboxEntry.objects.select_related("community").order_by("-at", "-id")
        if slug := request.query_params.get("community"):
            found = found.filter(community__slug=slug)
        if asked := request.query_params.get("q", "").strip():
            phone = parse_phone(asked)
            if phone:
                found = found.filter(phone_blind=phone_index(phone.e164))
            else:
                found = [entry for entry in found[:SEARCHED] if asked in _text_for_eyes(entry)]
        page = Page()
        return page.get_paginated_response(_outbox_rows(page.paginate_queryset(found, request)))


class OutboxUnmasking(APIView):
    permission_classes = (IsOperator,)

    @extend_schema(request=UnmaskingInput, responses=UnmaskedPhone)
    def post(self, request: Request, id: UUID) -> Response:
        """The whole number and text of an entry; the look is written into the access log with its reason."""
        only_with_local_gateway()
        given = UnmaskingInput(data=request.data)
        given.is_valid(raise_exception=True)
        with transaction.atomic():
            entry = OutboxEntry.objects.filter(pk=id).first()
            if entry is None:
                raise Http404
            record_access(
                actor_of(request),
                subject="outbox",
                subject_id=entry.pk,
                fields=["phone", "text"],
                reason=given.validated_data["reason"],
            )
        return Response({"phone": entry.phone, "text": entry.text})


class Messages(APIView):
    permission_classes = (IsOperator,)
    pagination_class = Page

    @extend_schema(
        responses=MessageRow(many=True),
        parameters=[OpenApiParameter("state", str, enum=Message.State.values), *OF_COMMUNITY],
    )
    def get(self, request: Request) -> Response:
        """The ledger, the newest first; `state=unknown` lists what nobody can say whether it was sent."""
        found = Message.objects.select_related("community").order_by("-created_at", "-id")
        if slug := request.query_params.get("community"):
            found = found.filter(community__slug=slug)
        if state := request.query_params.get("state"):
            found = found.filter(state=state)
        page = Page()
        return page.get_paginated_response(
            [
                {
                    "id": message.pk,
                    "community": community_name(message.community),
                    "template": message.template,
                    "phone": mask_phone(message.phone or ""),
                    "state": message.state,
                    "why": message.why,
                    "attempt": message.attempt,
                    "created_at": message.created_at,
                    "settled_at": message.settled_at,
                }
                for message in page.paginate_queryset(found, request)
            ]
        )
