"""A member's notices: what others did to their claims, and what was changed of their promises."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.rest.asking import actor_of
from hub.rest.permissions import IsMember
from hub.rest.serializers import Input
from tenants.claims import promises
from tenants.claims.api_claims import found_claim
from tenants.claims.models import IN_NO_RECORD, ClaimNotice
from tenants.claims.noticing import MOST, mark_read, notices_of, sentence_of


class NoticeAnswer(serializers.Serializer[Any]):
    """One thing that somebody else did to a claim, in a sentence. `claim` leads to its page; null where there is none
    any more."""

    id = serializers.UUIDField()
    at = serializers.DateTimeField()
    text = serializers.CharField()
    claim = serializers.UUIDField(allow_null=True)
    read = serializers.BooleanField()


class NoticesAnswer(serializers.Serializer[Any]):
    unread = serializers.IntegerField()
    results = NoticeAnswer(many=True)


class NoticesRead(Input):
    ids = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=MOST)


class MyNotices(APIView):
    permission_classes = (IsMember,)

    @extend_schema(
        responses=NoticesAnswer,
        description="The newest first, a hundred at most; kept after the claim has ended. No resident stands in them.",
    )
    def get(self, request: Request) -> Response:
        mine = notices_of(_member(request))
        return Response({"unread": mine.filter(read_at=None).count(), "results": [_row(each) for each in mine[:MOST]]})


class MyNoticesReading(APIView):
    permission_classes = (IsMember,)

    @extend_schema(request=NoticesRead, responses={204: None}, description="These were seen; others' are left alone.")
    def post(self, request: Request) -> Response:
        asked = NoticesRead(data=request.data)
        asked.is_valid(raise_exception=True)
        mark_read(_member(request), asked.validated_data["ids"])
        return Response(status=204)


class MyClaimChangesSeen(APIView):
    permission_classes = (IsMember,)

    @extend_schema(
        request=None,
        responses={204: None},
        description="The claimer has seen what was changed of the promise. Handing back without a trace stays possible.",
    )
    def post(self, request: Request, claim_id: UUID) -> Response:
        promises.seen(found_claim(claim_id, of_member=_member(request)))
        return Response(status=204)


def _member(request: Request) -> UUID:
    member = actor_of(request).member_id
    assert member is not None, "IsMember has seen to it"
    return member


def _row(notice: ClaimNotice) -> dict[str, Any]:
    return {
        "id": notice.pk,
        "at": notice.at,
        "text": sentence_of(notice),
        "claim": None if notice.claim.end in IN_NO_RECORD else notice.claim_id,
        "read": notice.read_at is not None,
    }
