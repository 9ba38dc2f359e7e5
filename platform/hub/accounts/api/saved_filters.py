"""One's own saved filters of the office's lists."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.accounts.models import Seat
from hub.accounts.saved_filters import forget_filter, save_filter, saved_filters
from hub.accounts.seats import standing_in
from hub.rest.permissions import IsStaff
from hub.rest.serializers import Input


class SavedFilterInput(Input):
    """`list` is the page's path, `query` what stands in its address."""

    list = serializers.RegexField(r"^/portal/[a-z/]{1,40}$")
    name = serializers.CharField(max_length=30)
    query = serializers.DictField(child=serializers.CharField(max_length=200, allow_blank=True))


class SavedFilterAnswer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    list = serializers.CharField()
    name = serializers.CharField()
    query = serializers.DictField(child=serializers.CharField(allow_blank=True))


class SavedFilters(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=SavedFilterAnswer(many=True))
    def get(self, request: Request) -> Response:
        """One's own, of every list, in the order of saving."""
        return Response(saved_filters(_seat(request)))

    @extend_schema(request=SavedFilterInput, responses={201: SavedFilterAnswer(many=True)})
    def post(self, request: Request) -> Response:
        """Keeps one; of the same list and name it takes the old one's place."""
        asked = SavedFilterInput(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        kept = save_filter(_seat(request), of_list=given["list"], name=given["name"], query=given["query"])
        return Response(kept, status=201)


class OneSavedFilter(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, filter_id: UUID) -> Response:
        """Forgets one of one's own. No error where there is none."""
        forget_filter(_seat(request), str(filter_id))
        return Response(status=204)


def _seat(request: Request) -> Seat:
    standing = standing_in(request._request)
    if standing is None:
        raise NotAuthenticated
    return standing.seat
