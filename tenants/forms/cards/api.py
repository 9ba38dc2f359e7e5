"""The cards' content for the printing page; staff only."""

from typing import Any
from uuid import UUID

from django.db import transaction
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.language import Text
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsStaff
from tenants.claims.board import ON_ITS_WAY, may_be_shown
from tenants.forms.cards.cards import ON_THE_WALL, household_cards, wish_cards
from tenants.wishes.api_list import CAMPAIGN_ASKED, campaigns_asked
from tenants.wishes.models import KINDS, Wish

MOST_IDS = 500
_IDS = OpenApiParameter("ids", str, description="Some of them, by identifier, separated by commas")
_CAMPAIGN = OpenApiParameter("campaign", str, description=CAMPAIGN_ASKED)


class WishCardAnswer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField()
    item = serializers.CharField()
    quantity = serializers.IntegerField()
    public_text = serializers.CharField(allow_blank=True)
    requirements = serializers.ListField(child=serializers.CharField())
    kind = serializers.ChoiceField(choices=list(KINDS))
    branch_name = serializers.CharField(allow_blank=True)
    address = serializers.CharField()
    qr_svg = serializers.CharField()


class HouseholdCardAnswer(serializers.Serializer[Any]):
    """`numbers` are the household's wishes under way."""

    id = serializers.UUIDField()
    code = serializers.CharField()
    name = serializers.CharField()
    address = serializers.CharField(allow_blank=True)
    numbers = serializers.ListField(child=serializers.CharField())
    qr_svg = serializers.CharField()


class WishCardsAnswer(serializers.Serializer[Any]):
    cards = WishCardAnswer(many=True)


class HouseholdCardsAnswer(serializers.Serializer[Any]):
    cards = HouseholdCardAnswer(many=True)


class WishCards(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(parameters=[_IDS, _CAMPAIGN], responses=WishCardsAnswer)
    def get(self, request: Request) -> Response:
        """Cards of these wishes, else of all that are admitted or open."""
        # A card hangs on a wall: like the board, it needs the consent for being shown.
        wishes = may_be_shown().select_related("branch").order_by("campaign__first_day", "campaign__prefix", "serial")
        ids = _ids(request)
        wishes = (
            wishes.filter(campaign__in=campaigns_asked(request), state__in=ON_THE_WALL)
            if ids is None
            else wishes.filter(pk__in=ids, state__in=(Wish.State.ADMITTED, *ON_ITS_WAY))
        )
        with transaction.atomic():
            cards = wish_cards(wishes, address=request._request.build_absolute_uri, by=actor_of(request))
        return Response({"cards": cards})


class HouseholdCards(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(parameters=[_IDS, _CAMPAIGN], responses=HouseholdCardsAnswer)
    def get(self, request: Request) -> Response:
        """Cards of the households (or of these) with a wish under way, with their codes."""
        with transaction.atomic():
            cards = household_cards(
                campaigns_asked(request),
                households=_ids(request),
                address=request._request.build_absolute_uri,
                by=actor_of(request),
            )
        return Response({"cards": cards})


def _ids(request: Request) -> list[UUID] | None:
    asked = request.query_params.get("ids")
    if asked is None:
        return None
    try:
        ids = [UUID(text) for text in asked.split(",") if text]
    except ValueError:
        ids = []
    if not ids or len(ids) > MOST_IDS:
        raise Refusal(
            "ids_invalid",
            Text(zh="编号不对，或超过 {most} 个。", en="These are no identifiers, or more than {most}."),
            status=400,
            field="ids",
            most=MOST_IDS,
        )
    return ids
