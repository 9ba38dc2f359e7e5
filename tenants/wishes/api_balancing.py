"""Balancing, as staff see it: the proposal with its arithmetic, moves by hand, confirmation, undo."""

from decimal import Decimal
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
from hub.rest.asking import actor_of
from hub.rest.permissions import IsStaff
from hub.rest.serializers import Input
from tenants.members.models import Branch
from tenants.wishes import allocation
from tenants.wishes.answers import WishAnswer
from tenants.wishes.api_deciding import answered
from tenants.wishes.api_list import campaign_asked, found
from tenants.wishes.holding import hold, let_go
from tenants.wishes.models import Balancing, Wish
from tenants.wishes.openable import said

_CAMPAIGN = OpenApiParameter("campaign", str, description="a campaign's id; needed where several are not closed")


class LineAnswer(serializers.Serializer[Any]):
    """One branch: `exact` is W·n/Σn, `share` what largest remainder gives, `placed` what it has after moves by hand."""

    branch_id = serializers.UUIDField()
    name = serializers.CharField()
    head_count = serializers.IntegerField()
    exact = serializers.DecimalField(max_digits=10, decimal_places=4)
    remainder = serializers.DecimalField(max_digits=6, decimal_places=4)
    share = serializers.IntegerField()
    placed = serializers.IntegerField()
    cost_yuan = serializers.IntegerField()
    cost_per_member_yuan = serializers.DecimalField(max_digits=12, decimal_places=2, allow_null=True)


class PlaceAnswer(serializers.Serializer[Any]):
    wish_id = serializers.UUIDField()
    number = serializers.CharField()
    item = serializers.CharField()
    kind = serializers.CharField()
    budget_yuan = serializers.IntegerField(allow_null=True)
    place = serializers.CharField(allow_blank=True)
    branch_id = serializers.UUIDField()
    branch_before_id = serializers.UUIDField(allow_null=True)
    fixed = serializers.BooleanField()
    by_hand = serializers.BooleanField(help_text="A hand moved it there: it stays until the hand lets go.")
    moved_reason = serializers.CharField(allow_blank=True)


class LeftOut(serializers.Serializer[Any]):
    """A wish that could not be opened, and why."""

    wish_id = serializers.UUIDField()
    number = serializers.CharField()
    item = serializers.CharField()
    codes = serializers.ListField(child=serializers.CharField())
    texts = serializers.ListField(child=serializers.CharField())


class BalancingAnswer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    state = serializers.ChoiceField(choices=Balancing.State.choices)
    created_at = serializers.DateTimeField()
    confirmed_at = serializers.DateTimeField(allow_null=True)
    wishes = serializers.IntegerField()
    head_count = serializers.IntegerField()
    spread_yuan = serializers.DecimalField(max_digits=12, decimal_places=2)
    lines = LineAnswer(many=True)
    places = PlaceAnswer(many=True)
    left_out = LeftOut(many=True)


class MoveInput(Input):
    wish = serializers.UUIDField()
    branch = serializers.UUIDField()
    reason = serializers.CharField(max_length=200)


class HoldInput(Input):
    reason = serializers.CharField(max_length=200)


def balancing_answer(balancing: Balancing) -> dict[str, Any]:
    """The share-out with its arithmetic, worked out from the stored rows."""
    places = list(balancing.places.select_related("wish__beneficiary__household").order_by("wish__serial"))
    lines: list[dict[str, Any]] = []
    for line in balancing.lines.select_related("branch"):
        mine = [place for place in places if place.branch_id == line.branch_id]
        cost = sum(place.wish.budget_yuan or 0 for place in mine)
        each = (Decimal(cost) / line.head_count).quantize(Decimal("0.01")) if line.head_count else None
        lines.append(
            {
                "branch_id": line.branch_id,
                "name": line.branch.name,
                "head_count": line.head_count,
                "exact": line.exact,
                "remainder": line.remainder,
                "share": line.share,
                "placed": len(mine),
                "cost_yuan": cost,
                "cost_per_member_yuan": each,
            }
        )
    rates = [line["cost_per_member_yuan"] for line in lines if line["cost_per_member_yuan"] is not None]
    return {
        "id": balancing.pk,
        "state": balancing.state,
        "created_at": balancing.created_at,
        "confirmed_at": balancing.confirmed_at,
        "wishes": len(places),
        "head_count": sum(line["head_count"] for line in lines),
        "spread_yuan": max(rates) - min(rates) if rates else Decimal(0),
        "lines": lines,
        "places": [
            {
                "wish_id": place.wish_id,
                "number": place.wish.number,
                "item": place.wish.item,
                "kind": place.wish.kind,
                "budget_yuan": place.wish.budget_yuan,
                "place": mask_address(place.wish.beneficiary.household.address),
                "branch_id": place.branch_id,
                "branch_before_id": place.branch_before_id,
                "fixed": place.wish.branch_fixed,
                "by_hand": place.by_hand,
                "moved_reason": place.moved_reason,
            }
            for place in places
        ],
        "left_out": _left_out(balancing),
    }


def _left_out(balancing: Balancing) -> list[dict[str, Any]]:
    codes = {UUID(wish_id): found for wish_id, found in balancing.left_out}
    return [
        {
            "wish_id": wish.pk,
            "number": wish.number,
            "item": wish.item,
            "codes": codes[wish.pk],
            "texts": [str(text) for text in said(codes[wish.pk])],
        }
        for wish in Wish.objects.filter(pk__in=list(codes)).order_by("serial")
    ]


def found_balancing(balancing_id: UUID) -> Balancing:
    """The balancing, or 404 in the API's manner."""
    balancing = Balancing.objects.filter(pk=balancing_id).first()
    if balancing is None:
        raise Refusal("not_found", Text(zh="没有这次分配。", en="There is no such balancing."), status=404)
    return balancing


class Balancings(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(
        responses={200: BalancingAnswer, 204: None},
        parameters=[_CAMPAIGN],
        description="The newest balancing of the campaign; 204 before the first.",
    )
    def get(self, request: Request) -> Response:
        shown = (Balancing.State.PROPOSED, Balancing.State.CONFIRMED)
        newest = (
            Balancing.objects.filter(campaign=campaign_asked(request), state__in=shown).order_by("created_at").last()
        )
        # Nothing shared out yet is an answer, and not an error.
        return Response(balancing_answer(newest)) if newest else Response(status=204)

    @extend_schema(request=None, responses={201: BalancingAnswer}, parameters=[_CAMPAIGN])
    def post(self, request: Request) -> Response:
        made = allocation.propose(campaign_asked(request), by=actor_of(request))
        return Response(balancing_answer(made), status=201)


class OneBalancing(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=BalancingAnswer)
    def get(self, request: Request, balancing_id: UUID) -> Response:
        return Response(balancing_answer(found_balancing(balancing_id)))

    @extend_schema(responses={204: None})
    def delete(self, request: Request, balancing_id: UUID) -> Response:
        allocation.discard(found_balancing(balancing_id), by=actor_of(request))
        return Response(status=204)


class BalancingReinstatement(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(
        request=None, responses=BalancingAnswer, description="Brings a proposal back that was thrown away or replaced."
    )
    def post(self, request: Request, balancing_id: UUID) -> Response:
        allocation.reinstate(found_balancing(balancing_id), by=actor_of(request))
        return Response(balancing_answer(found_balancing(balancing_id)))


class BalancingMoves(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=MoveInput, responses=BalancingAnswer)
    def post(self, request: Request, balancing_id: UUID) -> Response:
        asked = MoveInput(data=request.data)
        asked.is_valid(raise_exception=True)
        balancing = found_balancing(balancing_id)
        branch = Branch.objects.filter(pk=asked.validated_data["branch"]).first()
        if branch is None:
            raise Refusal(
                "branch_unknown", Text(zh="没有这个支部。", en="There is no such branch."), status=400, field="branch"
            )
        allocation.place_by_hand(
            balancing,
            found(asked.validated_data["wish"]),
            branch,
            reason=asked.validated_data["reason"],
            by=actor_of(request),
        )
        return Response(balancing_answer(balancing))


class OneBalancingMove(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(
        responses={200: BalancingAnswer},
        description="Lets go of what a hand moved: later balancings move the wish as any other.",
    )
    def delete(self, request: Request, balancing_id: UUID, wish_id: UUID) -> Response:
        balancing = found_balancing(balancing_id)
        allocation.let_go_in(balancing, found(wish_id), by=actor_of(request))
        return Response(balancing_answer(balancing))


class WishHold(APIView):
    """The hand that holds a wish at its branch in every later balancing."""

    permission_classes = (IsStaff,)

    @extend_schema(request=HoldInput, responses=WishAnswer)
    def put(self, request: Request, wish_id: UUID) -> Response:
        asked = HoldInput(data=request.data)
        asked.is_valid(raise_exception=True)
        hold(found(wish_id), by=actor_of(request), reason=asked.validated_data["reason"])
        return answered(wish_id)

    @extend_schema(responses={200: WishAnswer})
    def delete(self, request: Request, wish_id: UUID) -> Response:
        let_go(found(wish_id), by=actor_of(request))
        return answered(wish_id)


class BalancingConfirmation(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=None, responses=BalancingAnswer)
    def post(self, request: Request, balancing_id: UUID) -> Response:
        allocation.confirm(found_balancing(balancing_id), by=actor_of(request))
        return Response(balancing_answer(found_balancing(balancing_id)))

    @extend_schema(
        responses={200: BalancingAnswer}, description="Undo: what is still unclaimed gets its branch of before."
    )
    def delete(self, request: Request, balancing_id: UUID) -> Response:
        allocation.undo(found_balancing(balancing_id), by=actor_of(request))
        return Response(balancing_answer(found_balancing(balancing_id)))
