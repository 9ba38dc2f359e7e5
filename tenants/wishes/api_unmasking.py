"""A whole queue in full, as it is worked off: one look, one entry on the access log."""

from typing import Any

from django.db import transaction
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.language import Text
from hub.privacy.access import record_access
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsStaff
from hub.rest.serializers import Input
from tenants.people.answers import full_person
from tenants.wishes.answers import wishes_for_rows
from tenants.wishes.api_list import UnmaskedAnswer
from tenants.wishes.editing import wish_version

MOST = 200
SHOWN = ["name", "phone", "address", "situation", "guardian_name", "story"]


class UnmaskingOfManyInput(Input):
    """The wishes of a queue, and one reason for looking at all of them."""

    wishes = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=MOST)
    reason = serializers.CharField(max_length=200)


class UnmaskedWish(UnmaskedAnswer):
    id = serializers.UUIDField()


class UnmaskedWishes(serializers.Serializer[Any]):
    wishes = UnmaskedWish(many=True)


class UnmaskingOfMany(APIView):
    """The people behind several wishes in full, with their stories, as a queue is verified."""

    permission_classes = (IsStaff,)

    @extend_schema(request=UnmaskingOfManyInput, responses=UnmaskedWishes)
    def post(self, request: Request) -> Response:
        asked = UnmaskingOfManyInput(data=request.data)
        asked.is_valid(raise_exception=True)
        with transaction.atomic():
            wishes = list(wishes_for_rows().filter(pk__in=asked.validated_data["wishes"]).order_by("serial"))
            if not wishes:
                raise Refusal("not_found", Text(zh="没有找到这些心愿。", en="There are no such wishes."), status=404)
            record_access(
                actor_of(request),
                subject="wish",
                subject_id=None,
                fields=SHOWN,
                reason=asked.validated_data["reason"],
                subjects=[wish.beneficiary_id for wish in wishes],
            )
            return Response(
                {
                    "wishes": [
                        {
                            "id": wish.pk,
                            "person": full_person(wish.beneficiary),
                            "story": wish.story,
                            "version": wish_version(wish),
                        }
                        for wish in wishes
                    ]
                }
            )
