"""The cards' content for the printing page; staff only."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.language import Text
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsStaff
from hub.rest.serializers import Input
from tenants.claims.board import may_be_shown
from tenants.forms.cards.cards import ON_THE_WALL, household_cards, remember_printed, wish_cards
from tenants.wishes.api_list import CAMPAIGN_ASKED, campaigns_asked
from tenants.wishes.models import KINDS, Wish
from tenants.wishes.needed_days import still_wanted

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
    branch_id = serializers.UUIDField(allow_null=True)
    branch_name = serializers.CharField(allow_blank=True)
    building = serializers.CharField(allow_blank=True)
    printed_at = serializers.DateTimeField(allow_null=True)
    address = serializers.CharField()
    qr_svg = serializers.CharField()


class HouseholdCardAnswer(serializers.Serializer[Any]):
    """`numbers` are the household's wishes under way, `branch_names` the branches that have them."""

    id = serializers.UUIDField()
    code = serializers.CharField()
    name = serializers.CharField()
    address = serializers.CharField(allow_blank=True)
    building = serializers.CharField(allow_blank=True)
    branch_names = serializers.ListField(child=serializers.CharField())
    numbers = serializers.ListField(child=serializers.CharField())
    qr_svg = serializers.CharField()


class WishCardsAnswer(serializers.Serializer[Any]):
    cards = WishCardAnswer(many=True)


class HouseholdCardsAnswer(serializers.Serializer[Any]):
    cards = HouseholdCardAnswer(many=True)


class ChosenInput(Input):
    """Some of them, by identifier: in a body, since a hundred would be too long for an address."""

    ids = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=MOST_IDS)


class PrintedInput(ChosenInput):
    """`printed: false` takes the mark back."""

    printed = serializers.BooleanField(default=True)


class WishCards(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=ChosenInput, responses={200: WishCardsAnswer})
    def post(self, request: Request) -> Response:
        """Cards of those of these wishes that are open."""
        return self._cards(request, _shown().filter(pk__in=_chosen(request, ChosenInput)["ids"]))

    @extend_schema(parameters=[_IDS, _CAMPAIGN], responses=WishCardsAnswer)
    def get(self, request: Request) -> Response:
        """Cards of these wishes, else of all of the campaigns; of open ones only."""
        ids = _ids(request)
        wishes = _shown()
        wishes = wishes.filter(campaign__in=campaigns_asked(request)) if ids is None else wishes.filter(pk__in=ids)
        return self._cards(request, wishes)

    def _cards(self, request: Request, wishes: QuerySet[Wish]) -> Response:
        with transaction.atomic():
            cards = wish_cards(wishes, address=request._request.build_absolute_uri, by=actor_of(request))
        return Response({"cards": cards})


class PrintedCards(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=PrintedInput, responses={204: None})
    def post(self, request: Request) -> Response:
        """Remembers which wishes' cards were printed, so that the next time only new ones are."""
        asked = _chosen(request, PrintedInput)
        remember_printed(asked["ids"], printed=asked["printed"])
        return Response(status=204)


class HouseholdCards(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=ChosenInput, responses={200: HouseholdCardsAnswer})
    def post(self, request: Request) -> Response:
        """Cards of these households, as far as a wish of theirs is under way."""
        return self._cards(request, _chosen(request, ChosenInput)["ids"])

    @extend_schema(parameters=[_IDS, _CAMPAIGN], responses=HouseholdCardsAnswer)
    def get(self, request: Request) -> Response:
        """Cards of the households (or of these) with a wish under way, with their codes."""
        return self._cards(request, _ids(request))

    def _cards(self, request: Request, households: list[UUID] | None) -> Response:
        with transaction.atomic():
            cards = household_cards(
                campaigns_asked(request),
                households=households,
                address=request._request.build_absolute_uri,
                by=actor_of(request),
            )
        return Response({"cards": cards})


def _shown() -> QuerySet[Wish]:
    """A card hangs on a wall: like the board, it shows what can be claimed and needs the consent for being shown."""
    wishes = (
        may_be_shown().filter(still_wanted(), state__in=ON_THE_WALL).select_related("branch", "beneficiary__household")
    )
    return wishes.order_by("campaign__first_day", "campaign__prefix", "serial")


def _chosen(request: Request, form: type[ChosenInput]) -> dict[str, Any]:
    asked = form(data=request.data)
    asked.is_valid(raise_exception=True)
    return dict(asked.validated_data)


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
