"""Claims: made and handed back by members, looked after by staff."""

from typing import Any
from uuid import UUID

from django.db import transaction
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.accounts.seats import standing_in
from hub.actor import ADMINISTRATOR, STAFF
from hub.clock import today
from hub.language import Text
from hub.pinyin import sort_key
from hub.privacy.access import record_access
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.ordering import Orders
from hub.rest.pagination import Page
from hub.rest.permissions import IsMember, IsStaff, IsStaffOrMember, IsStaffOrSecretary
from hub.rest.serializers import Input
from tenants.campaigns.working_days import add_working_days
from tenants.claims import claiming, clock, delivering, giving_up, promises
from tenants.claims.answers import (
    ClaimRow,
    MyClaimAnswer,
    all_claims_for_rows,
    changes_answer,
    claim_row,
    claims_for_rows,
    contact_answer,
    is_disclosed,
    office_row,
)
from tenants.claims.api_board import CardAnswer, member_asking
from tenants.claims.api_pictures import DeliveryInput, TakesEvidence
from tenants.claims.board import similar
from tenants.claims.models import Claim, Extension
from tenants.members.api import found_member
from tenants.members.models import Member
from tenants.wishes.api_list import CAMPAIGN_ASKED, campaigns_asked
from tenants.wishes.models import Wish


class ClaimInput(Input):
    """Empty for a member's own claim; staff name the member and how the claim reached them."""

    member = serializers.UUIDField(required=False)
    channel = serializers.ChoiceField(choices=Claim.Channel.choices, required=False)
    manner = serializers.ChoiceField(choices=Claim.Manner.choices, required=False)
    partners = serializers.CharField(max_length=200, required=False, allow_blank=True)
    note = serializers.CharField(max_length=500, required=False, allow_blank=True)


class ReasonInput(Input):
    reason = serializers.CharField(max_length=500)


class SimilarAnswer(serializers.Serializer[Any]):
    results = CardAnswer(many=True)


def found_claim(claim_id: UUID, *, of_member: UUID | None = None, to_act: bool = False) -> Claim:
    """The claim, of this member where one is named; 404 in the API's manner otherwise. One that stands in no record is
    found `to_act` only: whoever still has its page open is told that it has ended."""
    claims = (all_claims_for_rows() if to_act else claims_for_rows()).filter(pk=claim_id)
    claim = (claims.filter(member=of_member) if of_member else claims).first()
    if claim is None:
        raise Refusal("not_found", Text(zh="没有找到这项认领。", en="There is no such claim."), status=404)
    return claim


def published(wish_id: UUID) -> Wish:
    """A wish that was opened at some time; any other is 404, as one that does not exist."""
    wish = Wish.objects.filter(pk=wish_id, opened_at__isnull=False).first()
    if wish is None:
        raise Refusal("not_found", Text(zh="没有找到这个心愿。", en="There is no such wish."), status=404)
    return wish


def own_or_any(request: Request, claim_id: UUID) -> Claim:
    """Any claim for staff to act on; for a member one's own, others' are 404."""
    actor = actor_of(request)
    return found_claim(claim_id, of_member=None if actor.has(STAFF, ADMINISTRATOR) else actor.member_id, to_act=True)


class WishClaim(APIView):
    permission_classes = (IsStaffOrMember,)

    @extend_schema(request=ClaimInput, responses={201: ClaimRow})
    def post(self, request: Request, wish_id: UUID) -> Response:
        asked = ClaimInput(data=request.data)
        asked.is_valid(raise_exception=True)
        actor = actor_of(request)
        values = dict(asked.validated_data)
        named = values.pop("member", None)
        if actor.has(STAFF, ADMINISTRATOR) and named is not None:
            member = found_member(named)
            values.setdefault("channel", Claim.Channel.HALL)
        else:
            if named is not None or values.keys() - {"manner", "partners"} or actor.member_id is None:
                raise Refusal(
                    "not_for_others",
                    Text(
                        zh="只能为自己认领；代为认领由社区工作人员办理。",
                        en="You can claim for yourself only: staff claim for others.",
                    ),
                    status=403,
                )
            member = Member.objects.get(pk=actor.member_id)
        made = claiming.claim(published(wish_id), member=member, by=actor, **values)
        return Response(claim_row(found_claim(made.pk)), status=201)


class SimilarWishes(APIView):
    permission_classes = (IsMember,)

    @extend_schema(responses=SimilarAnswer, description="What somebody who lost this wish could take instead.")
    def get(self, request: Request, wish_id: UUID) -> Response:
        member = member_asking(request)
        if member is None:
            raise NotAuthenticated
        return Response({"results": similar(published(wish_id), branch_id=member.branch_id)})


ORDERS = Orders(
    number=("wish__campaign__first_day", "wish__campaign__prefix", "wish__serial"),
    claimer=lambda claim: sort_key(claim.member.name),
    branch=("branch__order", "branch__created_at"),
    claimed=("claimed_at",),
    deadline=("deadline",),
)
NARROWED = (
    OpenApiParameter("campaign", str, description=CAMPAIGN_ASKED),
    OpenApiParameter("branch", str),
    OpenApiParameter("member", str),
)


def _asked_claims(request: Request) -> Any:
    """The claims that the request narrows to: of campaigns, of a branch, of a member."""
    claims = claims_for_rows()
    # What one member has done is told of all campaigns, the closed ones too: it is the register's record of them.
    if request.query_params.get("campaign") or not request.query_params.get("member"):
        claims = claims.filter(wish__campaign__in=campaigns_asked(request))
    for name in ("branch", "member"):
        if value := request.query_params.get(name):
            claims = claims.filter(**{name: _uuid(value, name)})
    return claims


def _stages(claims: Any) -> dict[str, Any]:
    """Where claims stand, each stage in its own order."""
    waiting = claims.filter(ended_at=None, wish__state=Wish.State.CLAIMED).order_by("deadline", "claimed_at")
    return {
        "waiting": waiting,
        "overdue": waiting.filter(~clock.stopped(), deadline__lt=today()),
        "soon": waiting.filter(deadline__gte=today(), deadline__lte=add_working_days(today(), 1)),
        "extensions": waiting.filter(extensions__state=Extension.State.OPEN),
        "delivered": claims.filter(ended_at=None, wish__state=Wish.State.DELIVERED).order_by("wish__state_since"),
        "ended": claims.exclude(ended_at=None).order_by("-ended_at"),
        "all": claims.order_by("-claimed_at"),
    }


COUNTED = ("waiting", "overdue", "soon", "extensions", "delivered", "ended")


class ClaimCounts(serializers.Serializer[Any]):
    """How many claims stand in each stage."""

    waiting = serializers.IntegerField()
    overdue = serializers.IntegerField()
    soon = serializers.IntegerField()
    extensions = serializers.IntegerField()
    delivered = serializers.IntegerField()
    ended = serializers.IntegerField()


class CountsOfClaims(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=ClaimCounts, parameters=list(NARROWED))
    def get(self, request: Request) -> Response:
        stages = _stages(_asked_claims(request))
        return Response({name: stages[name].count() for name in COUNTED})


class Claims(APIView):
    # A secretary sees the claims of the own branch; residents are masked here for everybody.
    permission_classes = (IsStaffOrSecretary,)
    pagination_class = Page

    @extend_schema(
        responses=ClaimRow(many=True),
        parameters=[
            *NARROWED,
            OpenApiParameter(
                "stage", str, description="waiting (default), overdue, soon, extensions, delivered, ended, all"
            ),
            ORDERS.described(),
        ],
    )
    def get(self, request: Request) -> Response:
        claims = _asked_claims(request)
        if not actor_of(request).has(STAFF, ADMINISTRATOR):
            standing = standing_in(request._request)
            claims = claims.filter(branch=standing.branch_id) if standing and standing.branch_id else claims.none()
        stages = _stages(claims)
        rows = ORDERS.of(stages.get(request.query_params.get("stage", "waiting"), stages["waiting"]), request)
        page = Page()
        row = office_row if actor_of(request).has(STAFF, ADMINISTRATOR) else claim_row
        return page.get_paginated_response([row(claim) for claim in page.paginate_queryset(rows, request)])


class OneClaim(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=ClaimRow)
    def get(self, request: Request, claim_id: UUID) -> Response:
        return Response(claim_row(found_claim(claim_id)))


class HandBack(APIView):
    permission_classes = (IsStaffOrMember,)

    @extend_schema(request=None, responses=ClaimRow)
    def post(self, request: Request, claim_id: UUID) -> Response:
        giving_up.hand_back(own_or_any(request, claim_id), by=actor_of(request))
        # Without a trace it stands in no list any more, and the answer is about it all the same.
        return Response(claim_row(all_claims_for_rows().get(pk=claim_id)))


class Recall(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=ReasonInput, responses=ClaimRow)
    def post(self, request: Request, claim_id: UUID) -> Response:
        asked = ReasonInput(data=request.data)
        asked.is_valid(raise_exception=True)
        giving_up.recall(found_claim(claim_id, to_act=True), by=actor_of(request), **asked.validated_data)
        return Response(claim_row(found_claim(claim_id)))


class ClaimDelivery(TakesEvidence):
    permission_classes = (IsStaffOrMember,)

    @extend_schema(
        request={"application/json": DeliveryInput, "multipart/form-data": DeliveryInput}, responses={201: ClaimRow}
    )
    def post(self, request: Request, claim_id: UUID) -> Response:
        claim = own_or_any(request, claim_id)
        delivering.deliver(claim, by=actor_of(request), **self.evidence_of(request, DeliveryInput))
        return Response(claim_row(found_claim(claim_id)), status=201)


class MyClaims(APIView):
    permission_classes = (IsMember,)

    @extend_schema(responses=ClaimRow(many=True), description="Live ones first, by deadline; then the ended ones.")
    def get(self, request: Request) -> Response:
        mine = claims_for_rows().filter(member=actor_of(request).member_id)
        live = mine.filter(ended_at=None).order_by("deadline", "claimed_at")
        ended = mine.exclude(ended_at=None).order_by("-ended_at")[:200]
        return Response([claim_row(claim) for claim in [*live, *ended]])


class MyClaim(APIView):
    permission_classes = (IsMember,)

    @extend_schema(
        responses=MyClaimAnswer,
        description="One's own claim; while it lives with name, telephone and address, and each look is logged.",
    )
    def get(self, request: Request, claim_id: UUID) -> Response:
        actor = actor_of(request)
        claim = found_claim(claim_id, of_member=actor.member_id)
        with transaction.atomic():
            if is_disclosed(claim):
                record_access(
                    actor,
                    subject="claim",
                    subject_id=claim.pk,
                    fields=["name", "phone", "address", "guardian_name"],
                    reason="claimer",
                    subjects=[claim.wish.beneficiary_id],
                )
            return Response(
                {
                    **claim_row(claim),
                    "contact": contact_answer(claim),
                    "changes": changes_answer(claim),
                    "free_to_hand_back": claim.ended_at is None and promises.is_larger_than_promised(claim),
                }
            )


def _uuid(text: str, field: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refusal(
            "unknown",
            Text(zh="没有这一项，请重新选择。", en="There is no such one: choose again."),
            status=400,
            field=field,
        ) from None
