"""Making, closing and reopening a campaign; a member who leaves, and comes back."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.rest.asking import actor_of
from hub.rest.permissions import IsAdministrator, IsStaff
from hub.rest.serializers import Input
from tenants.campaigns.api import CampaignAnswer, CampaignInput, Campaigns, campaign_answer, found_campaign
from tenants.campaigns.finding import campaign_named
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import POLICY
from tenants.claims.answers import ClaimRow, claim_row, claims_for_rows
from tenants.closing.answers import ClosingAnswer, closing_answer, figures_as_they_stand
from tenants.closing.leaving import HAND_OVER, RECALL, leave_member, live_claims_of
from tenants.closing.years import (
    back_to_preparing,
    begin_campaign,
    close_campaign,
    reopen_campaign,
    take_in_leftovers,
)
from tenants.figures.api import FiguresAnswer
from tenants.members.api import MemberAnswer, found_member, member_answer
from tenants.members.register import let_member_return
from tenants.wishes.models import Wish, WishEntry

MADE_OF = ("title", "yearly", "first_day", "last_day", "prepare", "leftovers")


class StartInput(CampaignInput):
    """`like` is the campaign (its id, or a year for that year's own) whose policy, ladder included, the new one goes on
    with; a year's own with its title too. `leftovers`: whether what closed campaigns left over comes in; by default
    into a year's own."""

    like = serializers.CharField(required=False, allow_null=True, max_length=40)
    leftovers = serializers.BooleanField(required=False, allow_null=True)


class ClosingInput(Input):
    """`into`: the campaign that what is left over comes into at once; null: none, it waits for the next year's. Where it
    is not named, the one that is proposed."""

    into = serializers.UUIDField(required=False, allow_null=True)


class LeftoversInput(Input):
    into = serializers.UUIDField()


class ReopeningInput(Input):
    reason = serializers.CharField(max_length=500)


class LeavingInput(Input):
    """`claims` is needed while the member has live claims; `to` is who takes them over."""

    reason = serializers.CharField(max_length=500, required=False, allow_blank=True)
    claims = serializers.ChoiceField(choices=[RECALL, HAND_OVER], required=False)
    to = serializers.UUIDField(required=False, allow_null=True)


class LeavingAnswer(serializers.Serializer[Any]):
    """What is in a member's hands; those in `unconfirmed` wait for staff's word, and the leaving for them."""

    claims = ClaimRow(many=True)
    unconfirmed = ClaimRow(many=True)


class CampaignInList(CampaignAnswer):
    """`figures` are those of now, or the frozen ones; `was_open`: it cannot go back to preparing."""

    figures = FiguresAnswer()
    was_open = serializers.BooleanField()


class Years(Campaigns):
    """The list with each one's figures; starting one brings in what earlier years left over, so it stands up here."""

    @extend_schema(responses=CampaignInList(many=True))
    def get(self, request: Request) -> Response:
        opened = set(
            WishEntry.objects.filter(to_state=Wish.State.OPEN).values_list("wish__campaign_id", flat=True).distinct()
        )
        return Response(
            [
                {
                    **campaign_answer(campaign),
                    "figures": figures_as_they_stand(campaign),
                    "was_open": campaign.pk in opened,
                }
                for campaign in Campaign.objects.all()
            ]
        )

    @extend_schema(request=StartInput, responses={201: CampaignAnswer})
    def post(self, request: Request) -> Response:
        asked = StartInput(data=request.data)
        asked.is_valid(raise_exception=True)
        values = asked.validated_data
        like = values.get("like")
        made = begin_campaign(
            values["year"],
            code=values.pop("prefix", ""),
            **{name: values[name] for name in MADE_OF if name in values},
            policy={name: value for name, value in values.items() if name in POLICY},
            like=campaign_named(like) if like else None,
            by=actor_of(request),
        )
        return Response(campaign_answer(made), status=201)


class Closing(APIView):
    def get_permissions(self) -> list[BasePermission]:
        return [IsStaff() if self.request.method in ("GET", "HEAD", "OPTIONS") else IsAdministrator()]

    @extend_schema(responses=ClosingAnswer, description="What closing this year takes and would do; changes nothing.")
    def get(self, request: Request, campaign_id: UUID) -> Response:
        return Response(closing_answer(found_campaign(campaign_id)))

    @extend_schema(request=ClosingInput, responses=ClosingAnswer)
    def post(self, request: Request, campaign_id: UUID) -> Response:
        asked = ClosingInput(data=request.data)
        asked.is_valid(raise_exception=True)
        chosen = asked.validated_data
        into = found_campaign(chosen["into"]) if chosen.get("into") else None
        wait = "into" in chosen and into is None
        close_campaign(found_campaign(campaign_id), into=into, wait=wait, by=actor_of(request))
        return Response(closing_answer(found_campaign(campaign_id)))


class Leftovers(APIView):
    """What a closed campaign left over, and what waits since, comes into a campaign that goes on."""

    permission_classes = (IsAdministrator,)

    @extend_schema(request=LeftoversInput, responses=ClosingAnswer)
    def post(self, request: Request, campaign_id: UUID) -> Response:
        asked = LeftoversInput(data=request.data)
        asked.is_valid(raise_exception=True)
        into = found_campaign(asked.validated_data["into"])
        take_in_leftovers(found_campaign(campaign_id), into, by=actor_of(request))
        return Response(closing_answer(found_campaign(campaign_id)))


class Preparing(APIView):
    """`running` → `preparing`, while none of its wishes was ever open."""

    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses=CampaignAnswer)
    def post(self, request: Request, campaign_id: UUID) -> Response:
        return Response(campaign_answer(back_to_preparing(found_campaign(campaign_id), by=actor_of(request))))


class Reopening(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=ReopeningInput, responses=ClosingAnswer)
    def post(self, request: Request, campaign_id: UUID) -> Response:
        asked = ReopeningInput(data=request.data)
        asked.is_valid(raise_exception=True)
        reopen_campaign(found_campaign(campaign_id), by=actor_of(request), **asked.validated_data)
        return Response(closing_answer(found_campaign(campaign_id)))


class Leaving(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=LeavingAnswer)
    def get(self, request: Request, member_id: UUID) -> Response:
        live = live_claims_of(found_member(member_id)).values("pk")
        rows = [claim_row(claim) for claim in claims_for_rows().filter(pk__in=live).order_by("wish__serial")]
        sorted_out: dict[str, list[Any]] = {"claims": [], "unconfirmed": []}
        for row in rows:
            sorted_out["unconfirmed" if row["wish"]["state"] == "delivered" else "claims"].append(row)
        return Response(sorted_out)

    @extend_schema(request=LeavingInput, responses=MemberAnswer)
    def post(self, request: Request, member_id: UUID) -> Response:
        asked = LeavingInput(data=request.data)
        asked.is_valid(raise_exception=True)
        values = dict(asked.validated_data)
        receiver = values.pop("to", None)
        to = found_member(receiver) if receiver else None
        leave_member(found_member(member_id), to=to, by=actor_of(request), **values)
        return Response(member_answer(found_member(member_id)))

    @extend_schema(responses={200: MemberAnswer}, description="The member is back: claims and logs in as before.")
    def delete(self, request: Request, member_id: UUID) -> Response:
        let_member_return(found_member(member_id), by=actor_of(request))
        return Response(member_answer(found_member(member_id)))
