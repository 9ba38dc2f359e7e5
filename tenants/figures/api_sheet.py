"""The honest sheet, and the wishes behind each of its numbers; staff only."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.language import Text
from hub.privacy.masking import mask_address
from hub.refusal import Refusal
from hub.rest.pagination import Page
from hub.rest.permissions import IsStaff
from tenants.campaigns.api import found_campaign
from tenants.campaigns.defining import definitions_named
from tenants.campaigns.finding import Covered, campaigns_of, covered
from tenants.campaigns.models import Campaign
from tenants.figures.sheet import Count, is_number, sheet_of, wishes_behind
from tenants.forms.statistics.api import AS_OF
from tenants.forms.statistics.days import day_asked
from tenants.forms.statistics.standing import Standing
from tenants.people.answers import masked_name
from tenants.wishes.models import Wish


class SheetCount(serializers.Serializer[Any]):
    """`key` opens the wishes behind the number."""

    key = serializers.CharField()
    name = serializers.CharField()
    count = serializers.IntegerField()


class SheetRate(serializers.Serializer[Any]):
    """`parts` sum up to the numerator, with `rest` to the denominator, with `excluded` to all wishes; zeros are left out."""

    key = serializers.CharField()
    name = serializers.CharField()
    definition = serializers.CharField()
    numerator = SheetCount()
    denominator = SheetCount()
    parts = SheetCount(many=True)
    rest = SheetCount(many=True)
    excluded = SheetCount(many=True)


class SheetAnswer(serializers.Serializer[Any]):
    as_of = serializers.DateField()
    year = serializers.IntegerField()
    campaigns = serializers.ListField(child=serializers.CharField(), help_text="names of those that it is of")
    definition = serializers.IntegerField(
        allow_null=True, help_text="The number of the rates' definition that held on this day; null where several did."
    )
    definition_text = serializers.CharField()
    four_eyes_off = serializers.CharField(
        allow_blank=True, help_text="Why the rule of four eyes is switched off for this campaign; empty while it holds."
    )
    counts = SheetCount(many=True)
    rates = SheetRate(many=True)


class SheetWish(serializers.Serializer[Any]):
    """A wish as it stood on the day; the person masked."""

    id = serializers.UUIDField()
    number = serializers.CharField()
    campaign = serializers.CharField()
    item = serializers.CharField()
    quantity = serializers.IntegerField()
    name = serializers.CharField()
    place = serializers.CharField(allow_blank=True)
    state = serializers.ChoiceField(choices=Wish.State.choices)
    branch = serializers.CharField(allow_blank=True)
    deadline = serializers.DateField(allow_null=True)
    first_deadline = serializers.DateField(allow_null=True)
    delivered_on = serializers.DateField(allow_null=True)


_OF = OpenApiParameter("of", str, description="a number's key; all by default")


class SheetOfCampaign(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(parameters=[AS_OF], responses=SheetAnswer)
    def get(self, request: Request, campaign_id: UUID) -> Response:
        return _sheet(request, found_campaign(campaign_id))


class SheetOfYear(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(parameters=[AS_OF], responses=SheetAnswer)
    def get(self, request: Request, year: int) -> Response:
        """The sheet of a year's campaigns together; a wish carried over within the year counts where it arrived."""
        return _sheet(request, campaigns_of(year))


class SheetWishes(APIView):
    permission_classes = (IsStaff,)
    pagination_class = Page

    @extend_schema(parameters=[AS_OF, _OF], responses=SheetWish(many=True))
    def get(self, request: Request, campaign_id: UUID) -> Response:
        """The wishes behind one number of the sheet, as they stood on the day."""
        return _wishes(request, found_campaign(campaign_id))


class SheetWishesOfYear(APIView):
    permission_classes = (IsStaff,)
    pagination_class = Page

    @extend_schema(parameters=[AS_OF, _OF], responses=SheetWish(many=True))
    def get(self, request: Request, year: int) -> Response:
        """The wishes behind one number of a year's sheet, as they stood on the day."""
        return _wishes(request, campaigns_of(year))


def _sheet(request: Request, of: Covered) -> Response:
    campaigns = covered(of)
    sheet = sheet_of(campaigns, day_asked(request.query_params.get("as_of")))
    return Response(
        {
            "as_of": sheet.day,
            "year": campaigns[0].year,
            "campaigns": [campaign.title for campaign in campaigns],
            "definition": sheet.definition,
            "definition_text": str(definitions_named(campaigns, sheet.day)),
            "four_eyes_off": _four_eyes_off(campaigns),
            "counts": [_count(count) for count in sheet.counts],
            "rates": [
                {
                    "key": it.rate.key,
                    "name": it.rate.name,
                    "definition": it.said,
                    "numerator": _count(it.numerator),
                    "denominator": _count(it.denominator),
                    "parts": [_count(count) for count in it.parts],
                    "rest": [_count(count) for count in it.rest],
                    "excluded": [_count(count) for count in it.excluded],
                }
                for it in sheet.rates
            ],
        }
    )


def _four_eyes_off(campaigns: Sequence[Campaign]) -> str:
    """Why the rule is switched off; of several campaigns each reason with its campaign."""
    off = [each for each in campaigns if each.four_eyes_off_reason]
    if len(campaigns) == 1:
        return "".join(each.four_eyes_off_reason for each in off)
    return "；".join(f"{each.title}：{each.four_eyes_off_reason}" for each in off)


def _wishes(request: Request, of: Covered) -> Response:
    key = request.query_params.get("of") or "all"
    if not is_number(key):
        raise Refusal(
            "no_such_number",
            Text(zh="说明里没有这个数，请从说明里点进来。", en="The sheet has no such number: open one from there."),
            status=400,
            field="of",
        )
    page = Page()
    rows = wishes_behind(of, day_asked(request.query_params.get("as_of")), key)
    return page.get_paginated_response([_wish(it) for it in page.paginate_queryset(rows, request)])


def _count(it: Count) -> dict[str, Any]:
    return {"key": it.key, "name": it.name, "count": it.count}


def _wish(it: Standing) -> dict[str, Any]:
    person = it.wish.beneficiary
    return {
        "id": it.wish.pk,
        "number": it.wish.number,
        "campaign": it.wish.campaign.title,
        "item": it.wish.item,
        "quantity": it.wish.quantity,
        "name": masked_name(person),
        "place": mask_address(person.household.address) if person.household.address else "",
        "state": it.state,
        "branch": it.branch,
        "deadline": it.deadline,
        "first_deadline": it.first_deadline,
        "delivered_on": it.delivery.delivered_on if it.delivery else None,
    }
