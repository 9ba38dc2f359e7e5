"""What staff do with a wish from its claim on: withdraw, backstop, confirm a delivery, follow up."""

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.rest.asking import actor_of
from hub.rest.ordering import Orders
from hub.rest.pagination import Page
from hub.rest.permissions import IsStaff
from hub.rest.serializers import Input
from tenants.claims import delivering, following_up, giving_up
from tenants.claims.answers import (
    DeliveryAnswer,
    FollowUpAnswer,
    WishClaims,
    claim_row,
    claims_for_rows,
    delivery_answer,
    follow_up_answer,
)
from tenants.claims.api_claims import ReasonInput
from tenants.claims.api_pictures import BackstopDeliveryInput, TakesEvidence
from tenants.claims.following_up import to_follow_up
from tenants.claims.models import FollowUp
from tenants.wishes.answers import WishAnswer, WishRow, wish_row, wishes_for_rows
from tenants.wishes.api_deciding import answered
from tenants.wishes.api_list import BY_NUMBER, CAMPAIGN_ASKED, campaigns_asked, found
from tenants.wishes.leaving import WITHDRAWAL_REASONS
from tenants.wishes.models import Wish


class WithdrawalInput(Input):
    reason = serializers.ChoiceField(choices=list(WITHDRAWAL_REASONS))
    remark = serializers.CharField(max_length=500, required=False, allow_blank=True)


class FollowUpInput(Input):
    """A dissatisfied one reopens the wish: to the same claimer where the claimer agrees, else to the board."""

    outcome = serializers.ChoiceField(choices=FollowUp.Outcome.choices)
    remark = serializers.CharField(max_length=1000, required=False, allow_blank=True)
    on = serializers.DateField(required=False)
    claimer_agrees = serializers.BooleanField(required=False)


class DeliveryRow(WishRow):
    """A delivered wish with its delivery and follow-ups, for the page of deliveries."""

    member_id = serializers.UUIDField(allow_null=True)
    member_name = serializers.CharField(allow_blank=True)
    delivery = DeliveryAnswer(allow_null=True)
    follow_ups = FollowUpAnswer(many=True)


class ClaimsOfWish(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=WishClaims)
    def get(self, request: Request, wish_id: UUID) -> Response:
        wish = found(wish_id)
        return Response(
            {
                "claims": [claim_row(claim) for claim in claims_for_rows().filter(wish=wish).order_by("claimed_at")],
                "deliveries": [delivery_answer(delivery) for delivery in wish.deliveries.all()],
                "follow_ups": [follow_up_answer(made) for made in wish.follow_ups.all()],
            }
        )


class Withdrawal(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=WithdrawalInput, responses=WishAnswer)
    def post(self, request: Request, wish_id: UUID) -> Response:
        asked = WithdrawalInput(data=request.data)
        asked.is_valid(raise_exception=True)
        giving_up.withdraw(found(wish_id), by=actor_of(request), **asked.validated_data)
        return answered(wish_id)


class BackstopInput(ReasonInput):
    claim = serializers.UUIDField(
        allow_null=True, required=False, help_text="The live claim that was seen, null for none: 409 if it is another."
    )


class Backstop(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=BackstopInput, responses=WishAnswer)
    def post(self, request: Request, wish_id: UUID) -> Response:
        asked = BackstopInput(data=request.data)
        asked.is_valid(raise_exception=True)
        giving_up.backstop(found(wish_id), by=actor_of(request), **asked.validated_data)
        return answered(wish_id)


class BackstopEnd(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(
        request=ReasonInput, responses=WishAnswer, description="Back to the board: somebody wants it after all."
    )
    def post(self, request: Request, wish_id: UUID) -> Response:
        asked = ReasonInput(data=request.data)
        asked.is_valid(raise_exception=True)
        giving_up.back_to_the_board(found(wish_id), by=actor_of(request), **asked.validated_data)
        return answered(wish_id)


class BackstopDelivery(TakesEvidence):
    permission_classes = (IsStaff,)

    @extend_schema(
        request={"application/json": BackstopDeliveryInput, "multipart/form-data": BackstopDeliveryInput},
        responses=WishAnswer,
    )
    def post(self, request: Request, wish_id: UUID) -> Response:
        wish = found(wish_id)
        delivering.deliver_backstop(wish, by=actor_of(request), **self.evidence_of(request, BackstopDeliveryInput))
        return answered(wish_id)


class DeliveryConfirmationInput(Input):
    """Empty as a rule. `delivered_on` is an earlier day than the recorded one, with its reason."""

    delivered_on = serializers.DateField(required=False)
    reason = serializers.CharField(max_length=500, required=False, allow_blank=True)


class Confirmation(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=DeliveryConfirmationInput, responses=WishAnswer)
    def post(self, request: Request, wish_id: UUID) -> Response:
        asked = DeliveryConfirmationInput(data=request.data)
        asked.is_valid(raise_exception=True)
        delivering.confirm(found(wish_id), by=actor_of(request), **asked.validated_data)
        return answered(wish_id)


class Rejection(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=ReasonInput, responses=WishAnswer, description="A delivery that staff could not confirm.")
    def post(self, request: Request, wish_id: UUID) -> Response:
        asked = ReasonInput(data=request.data)
        asked.is_valid(raise_exception=True)
        delivering.reject(found(wish_id), by=actor_of(request), **asked.validated_data)
        return answered(wish_id)


class WishFollowUp(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=FollowUpInput, responses={201: WishAnswer})
    def post(self, request: Request, wish_id: UUID) -> Response:
        asked = FollowUpInput(data=request.data)
        asked.is_valid(raise_exception=True)
        following_up.follow_up(found(wish_id), by=actor_of(request), **asked.validated_data)
        response = answered(wish_id)
        response.status_code = 201
        return response


ORDERS = Orders(number=BY_NUMBER, branch=("branch__order", "branch__created_at"), on=("state_since",))


class Deliveries(APIView):
    permission_classes = (IsStaff,)
    pagination_class = Page

    @extend_schema(
        responses=DeliveryRow(many=True),
        parameters=[
            OpenApiParameter("campaign", str, description=CAMPAIGN_ASKED),
            OpenApiParameter("stage", str, description="to_confirm (default), to_follow_up, followed_up, fulfilled"),
            ORDERS.described(),
        ],
    )
    def get(self, request: Request) -> Response:
        wishes = wishes_for_rows().filter(campaign__in=campaigns_asked(request))
        done = wishes.filter(state=Wish.State.FULFILLED)
        stages = {
            "to_confirm": wishes.filter(state=Wish.State.DELIVERED).order_by("state_since"),
            "to_follow_up": to_follow_up(wishes).order_by("state_since"),
            "followed_up": done.exclude(follow_ups=None).order_by("-state_since"),
            "fulfilled": done.order_by("-state_since"),
        }
        stage = stages.get(request.query_params.get("stage", ""), stages["to_confirm"])
        rows = ORDERS.of(stage.distinct().prefetch_related("deliveries__claim__member", "follow_ups"), request)
        page = Page()
        return page.get_paginated_response([delivery_row(wish) for wish in page.paginate_queryset(rows, request)])


def delivery_row(wish: Wish) -> dict[str, object]:
    delivery = next((d for d in wish.deliveries.all() if d.current), None)
    claim = delivery.claim if delivery else None
    return {
        **wish_row(wish),
        "member_id": claim.member_id if claim else None,
        "member_name": claim.member.name if claim else "",
        "delivery": delivery_answer(delivery) if delivery else None,
        "follow_ups": [follow_up_answer(made) for made in wish.follow_ups.all()],
    }
