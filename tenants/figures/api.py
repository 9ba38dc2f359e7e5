"""The portal's first page."""

from dataclasses import asdict
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.accounts.seats import office_accounts
from hub.clock import today
from hub.communities.current import current
from hub.rest.permissions import IsStaff
from tenants.campaigns.finding import going_on, main_campaign
from tenants.campaigns.four_eyes import to_switch_on
from tenants.campaigns.models import Campaign
from tenants.claims.api_wishes import DeliveryRow
from tenants.escalation.answers import LadderRow
from tenants.escalation.visiting import to_visit
from tenants.figures.counting import figures_of
from tenants.figures.today import branches, claim_sections, delivery_sections, wish_sections
from tenants.members.models import Member
from tenants.members.secretaries import without_secretary
from tenants.wishes.answers import BranchName, WishRow, branch_name
from tenants.wishes.api_list import CAMPAIGN_ASKED, campaigns_asked
from tenants.wishes.leaving import entered_by_mistake
from tenants.wishes.models import Wish


class FiguresAnswer(serializers.Serializer[Any]):
    """Whole numbers of wishes; a rate is worked out by whoever prints it, with numerator and denominator."""

    collected = serializers.IntegerField()
    verified = serializers.IntegerField()
    admitted = serializers.IntegerField()
    open = serializers.IntegerField()
    held = serializers.IntegerField()
    delivered = serializers.IntegerField()
    backstopped = serializers.IntegerField()
    in_pool = serializers.IntegerField()
    left_the_pool = serializers.IntegerField()
    claimed = serializers.IntegerField()
    fulfilled = serializers.IntegerField()
    by_claimer = serializers.IntegerField()
    by_backstop = serializers.IntegerField()
    on_time = serializers.IntegerField()
    overdue = serializers.IntegerField()
    followed_up = serializers.IntegerField()
    satisfied = serializers.IntegerField()
    late_open = serializers.IntegerField()
    late_collected = serializers.IntegerField()
    late_verified = serializers.IntegerField()
    late_delivered = serializers.IntegerField()
    late_admitted = serializers.IntegerField()
    late_backstopped = serializers.IntegerField()
    late_follow_up = serializers.IntegerField()
    late_request = serializers.IntegerField()


class ClaimSection(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    rows = LadderRow(many=True)


class WaitingWish(WishRow):
    """`waiting_days`: working days in this state; `too_long`: more than the ladder's first notice of it allows."""

    waiting_days = serializers.IntegerField()
    too_long = serializers.BooleanField()


class WaitingDelivery(DeliveryRow):
    waiting_days = serializers.IntegerField()
    too_long = serializers.BooleanField()


class WishSection(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    rows = WaitingWish(many=True)


class DeliverySection(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    rows = WaitingDelivery(many=True)


class BranchProgress(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    done = serializers.IntegerField()
    total = serializers.IntegerField()


class TodayCampaign(serializers.Serializer[Any]):
    """`wishes`: how many stand in it; `admitted`: how many of these wait for being opened."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    year = serializers.IntegerField()
    state = serializers.ChoiceField(choices=Campaign.State.choices)
    wishes = serializers.IntegerField()
    admitted = serializers.IntegerField()


class FourEyesAsked(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    title = serializers.CharField()
    reason = serializers.CharField()


class TodayAnswer(serializers.Serializer[Any]):
    """What needs staff now, of all campaigns that are not closed, or of one. Empty (`year` null) where none goes on.

    `figures` are those of `year`: a sum of two years is no figure."""

    today = serializers.DateField()
    year = serializers.IntegerField(allow_null=True)
    campaigns = TodayCampaign(many=True)
    members = serializers.IntegerField()
    figures = FiguresAnswer(allow_null=True)
    to_decide = ClaimSection(required=False)
    extensions = ClaimSection(required=False)
    overdue = ClaimSection(required=False)
    due_soon = ClaimSection(required=False)
    to_confirm = DeliverySection(required=False)
    consent_withdrawn = WishSection(required=False)
    to_complete = WishSection(required=False)
    to_verify = WishSection(required=False)
    to_assess = WishSection(required=False)
    to_consent = WishSection(required=False)
    to_balance = WishSection(required=False)
    to_open = WishSection(required=False)
    kept_off = WishSection(required=False)
    near_day = WishSection(required=False)
    open_long = WishSection(required=False)
    backstopped = WishSection(required=False)
    to_follow_up = DeliverySection(required=False)
    office_accounts = serializers.IntegerField(help_text="how many people have an active account of the office")
    without_secretary = BranchName(many=True)
    four_eyes = FourEyesAsked(many=True, help_text="to be switched on again: the office has a second person")
    to_visit = serializers.IntegerField(help_text="members whom no message reached, to be told in person")
    branches = BranchProgress(many=True)


class Today(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=TodayAnswer, parameters=[OpenApiParameter("campaign", str, description=CAMPAIGN_ASKED)])
    def get(self, request: Request) -> Response:
        campaigns = list(campaigns_asked(request)) if request.query_params.get("campaign") else list(going_on())
        always = {
            "today": today(),
            "members": Member.objects.filter(state=Member.State.ACTIVE).count(),
            "office_accounts": office_accounts(current()),
            "without_secretary": [branch_name(branch) for branch in without_secretary()],
        }
        if not campaigns:
            nothing: dict[str, Any] = {"year": None, "campaigns": [], "figures": None, "to_visit": 0, "branches": []}
            nothing["four_eyes"] = []
            return Response({**always, **nothing})
        main = main_campaign()
        year = main.year if main in campaigns else max(campaign.year for campaign in campaigns)
        return Response(
            {
                **always,
                "year": year,
                "campaigns": [_head(campaign) for campaign in campaigns],
                "figures": asdict(figures_of([campaign for campaign in campaigns if campaign.year == year])),
                **claim_sections(campaigns),
                **delivery_sections(campaigns),
                **wish_sections(campaigns),
                "four_eyes": [
                    {"id": each.pk, "title": each.title, "reason": each.four_eyes_off_reason} for each in to_switch_on()
                ],
                "to_visit": len(to_visit()),
                "branches": branches(campaigns),
            }
        )


def _head(campaign: Campaign) -> dict[str, Any]:
    wishes = Wish.objects.filter(campaign=campaign)
    return {
        **{name: getattr(campaign, name) for name in ("id", "title", "year", "state")},
        "wishes": wishes.count() - entered_by_mistake(campaign),
        "admitted": wishes.filter(state=Wish.State.ADMITTED).count(),
    }
