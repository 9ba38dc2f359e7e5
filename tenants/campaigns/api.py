"""Campaigns and their policy."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.accounts.seats import office_accounts
from hub.actor import name_told
from hub.clock import today
from hub.communities.current import current
from hub.language import Text
from hub.numbers import read_amount
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsAdministrator, IsStaff
from hub.rest.serializers import Input, NoteAnswer, NumberField
from hub.rest.versions import EDITS, Versioned, seen_version, shown_as_it_is, versioned
from tenants.campaigns import four_eyes
from tenants.campaigns.codes import free_code
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import POLICY, campaign_version, edit_campaign, start_campaign
from tenants.campaigns.working_days import add_working_days, after_full_days, rests_on_provisional


class PolicyInput(Input):
    """`prefix` is the code: it can be changed until the first number is given."""

    title = serializers.CharField(max_length=80, required=False, allow_blank=True)
    prefix = serializers.CharField(max_length=12, required=False, allow_blank=True)
    first_day = serializers.DateField(required=False)
    last_day = serializers.DateField(required=False)
    claim_length_days = NumberField(min_value=1, max_value=120, required=False)
    live_claims_per_member = NumberField(min_value=1, max_value=20, required=False)
    branch_only_days = NumberField(min_value=0, max_value=30, required=False)
    budget_limit_yuan = NumberField(read=read_amount, min_value=1, max_value=1_000_000, required=False)
    follow_up_percent = NumberField(min_value=0, max_value=100, required=False)
    extension_days = NumberField(min_value=1, max_value=30, required=False)
    needed_soon_days = NumberField(min_value=1, max_value=60, required=False)
    erase_after_months = NumberField(min_value=2, max_value=60, required=False)


class CampaignInput(PolicyInput):
    year = NumberField(min_value=2000, max_value=2100)
    yearly = serializers.BooleanField(default=True, help_text="false: for an occasion, beside the year's own")
    prepare = serializers.BooleanField(default=False, help_text="prepare it, though no other campaign runs")


class CampaignChange(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    by = serializers.CharField()
    verb = serializers.CharField()
    reason = serializers.CharField(allow_blank=True)
    changes = serializers.DictField()


class CampaignAnswer(Versioned):
    """A campaign with its policy; lengths are working days. `example_deadline` is that of a claim made today."""

    id = serializers.UUIDField()
    year = serializers.IntegerField()
    yearly = serializers.BooleanField()
    title = serializers.CharField()
    prefix = serializers.CharField()
    prefix_fixed = serializers.BooleanField(help_text="a number was given: the code stays")
    first_day = serializers.DateField()
    last_day = serializers.DateField()
    state = serializers.ChoiceField(choices=Campaign.State.choices)
    running_since = serializers.DateTimeField(allow_null=True)
    claim_length_days = serializers.IntegerField()
    live_claims_per_member = serializers.IntegerField()
    branch_only_days = serializers.IntegerField()
    budget_limit_yuan = serializers.IntegerField()
    follow_up_percent = serializers.IntegerField()
    extension_days = serializers.IntegerField()
    needed_soon_days = serializers.IntegerField()
    erase_after_months = serializers.IntegerField()
    example_deadline = serializers.DateField()
    example_opens_to_all = serializers.DateField()
    provisional_calendar = serializers.BooleanField()
    four_eyes_off = serializers.CharField(
        allow_blank=True, help_text="Why the rule of four eyes is switched off; empty while it holds."
    )
    office_accounts = serializers.IntegerField(
        help_text="Active accounts of the office: with one alone it can be switched off."
    )
    history = CampaignChange(many=True)
    notes = NoteAnswer(many=True, required=False, help_text="What a change read otherwise than it was typed.")


def campaign_answer(campaign: Campaign) -> dict[str, Any]:
    deadline = add_working_days(today(), campaign.claim_length_days)
    return {
        "id": campaign.pk,
        "version": campaign_version(campaign),
        "year": campaign.year,
        "yearly": campaign.yearly,
        "title": campaign.title,
        "prefix": campaign.prefix,
        "prefix_fixed": campaign.last_number > 0,
        "first_day": campaign.first_day,
        "last_day": campaign.last_day,
        "state": campaign.state,
        "running_since": campaign.running_since,
        **{name: getattr(campaign, name) for name in POLICY},
        "example_deadline": deadline,
        "example_opens_to_all": after_full_days(today(), campaign.branch_only_days),
        "provisional_calendar": rests_on_provisional(today(), deadline),
        "four_eyes_off": campaign.four_eyes_off_reason,
        "office_accounts": office_accounts(current()),
        "history": [
            {
                "at": e.at,
                "by": name_told(e.actor_id, e.actor_name),
                "verb": e.verb,
                "reason": e.reason,
                "changes": e.changes,
            }
            for e in campaign.history.all()
        ],
    }


class FourEyesOffInput(Input):
    reason = serializers.CharField(max_length=200)


class _StaffReadAdministratorsWrite(APIView):
    def get_permissions(self) -> list[BasePermission]:
        return [IsStaff() if self.request.method in ("GET", "HEAD", "OPTIONS") else IsAdministrator()]


class Campaigns(_StaffReadAdministratorsWrite):
    """The list. Making one reaches into rooms above this one: see `tenants.closing.api.Years`, which is served."""

    @extend_schema(responses=CampaignAnswer(many=True))
    def get(self, request: Request) -> Response:
        return Response([campaign_answer(campaign) for campaign in Campaign.objects.all()])


class FourEyesOff(APIView):
    """The administrator's switch: an office of one person cannot wait for a second."""

    permission_classes = (IsAdministrator,)

    @extend_schema(request=FourEyesOffInput, responses=CampaignAnswer)
    def put(self, request: Request, campaign_id: UUID) -> Response:
        asked = FourEyesOffInput(data=request.data)
        asked.is_valid(raise_exception=True)
        campaign = four_eyes.switch_off(
            found_campaign(campaign_id), reason=asked.validated_data["reason"], by=actor_of(request)
        )
        return Response(campaign_answer(campaign))

    @extend_schema(responses={200: CampaignAnswer}, description="The rule holds again.")
    def delete(self, request: Request, campaign_id: UUID) -> Response:
        return Response(campaign_answer(four_eyes.switch_on(found_campaign(campaign_id), by=actor_of(request))))


class OneCampaign(_StaffReadAdministratorsWrite):
    @extend_schema(responses=CampaignAnswer)
    def get(self, request: Request, campaign_id: UUID) -> Response:
        return versioned(campaign_answer(found_campaign(campaign_id)))

    @extend_schema(request=PolicyInput, responses=CampaignAnswer, extensions=EDITS)
    def patch(self, request: Request, campaign_id: UUID) -> Response:
        campaign, seen = found_campaign(campaign_id), seen_version(request)
        asked = PolicyInput(data=request.data, partial=True)
        asked.is_valid(raise_exception=True)
        with shown_as_it_is(lambda: campaign_answer(found_campaign(campaign_id))):
            changed = edit_campaign(campaign, asked.validated_data, by=actor_of(request), seen=seen)
        return versioned({**campaign_answer(changed), "notes": asked.notes})


class Starting(APIView):
    """`preparing` → `running`. The way back reaches into rooms above this one: `tenants.closing.api.Preparing`."""

    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses=CampaignAnswer)
    def post(self, request: Request, campaign_id: UUID) -> Response:
        return Response(campaign_answer(start_campaign(found_campaign(campaign_id), by=actor_of(request))))


class CodeAsked(Input):
    year = NumberField(min_value=2000, max_value=2100, required=False, help_text="this year's by default")
    title = serializers.CharField(max_length=80, required=False, allow_blank=True)
    yearly = serializers.BooleanField(default=True)


class CodeProposed(serializers.Serializer[Any]):
    code = serializers.CharField()


class Code(APIView):
    """The code that a campaign of this year and name would get; it can be changed until the first number is given."""

    permission_classes = (IsStaff,)

    @extend_schema(parameters=[CodeAsked], responses=CodeProposed)
    def get(self, request: Request) -> Response:
        asked = CodeAsked(data=request.query_params)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        year = given.get("year") or today().year
        return Response({"code": free_code(year, given.get("title", ""), yearly=given["yearly"])})


def found_campaign(campaign_id: UUID) -> Campaign:
    """The campaign, or 404 in the API's manner."""
    campaign = Campaign.objects.filter(pk=campaign_id).first()
    if campaign is None:
        raise Refusal("not_found", Text(zh="没有这个活动。", en="There is no such campaign."), status=404)
    return campaign
