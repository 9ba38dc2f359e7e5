"""The board and the wall: public, without a name, a category, an address."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiTypes, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.clock import today
from hub.language import Text
from hub.qr import qr_svg
from hub.refusal import Refusal
from hub.rest.asking import actor_or_none
from tenants.campaigns.finding import campaign_named
from tenants.claims.board import COLUMNS, ON_ITS_WAY, OpenCards, card, may_be_shown, place_of, place_of_row, wall
from tenants.members.models import Member
from tenants.wishes.models import KINDS, Wish

USUAL, MOST = 40, 200
"""How many cards a part of the board holds."""

_CAMPAIGN = OpenApiParameter("campaign", str, description="a campaign's id or year; all that run by default")


def _campaign(request: Request) -> UUID | None:
    named = request.query_params.get("campaign")
    return campaign_named(named).pk if named else None


class CardAnswer(serializers.Serializer[Any]):
    """A wish on the board. While it is its branch's alone, `opens_to_all_on` says when that ends."""

    id = serializers.UUIDField()
    number = serializers.CharField()
    serial = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=list(KINDS))
    item = serializers.CharField()
    quantity = serializers.IntegerField()
    requirements = serializers.ListField(child=serializers.CharField())
    public_text = serializers.CharField(allow_blank=True)
    budget_yuan = serializers.IntegerField(allow_null=True)
    branch_id = serializers.UUIDField(allow_null=True)
    branch_name = serializers.CharField(allow_null=True)
    needed_by = serializers.DateField(allow_null=True)
    opens_to_all_on = serializers.DateField(allow_null=True)
    claimable = serializers.BooleanField()


class BoardAnswer(serializers.Serializer[Any]):
    """A part of the board; `count` are all cards, `kinds` how many of each kind where that was asked for. `next` asks
    for the part after this one, and is empty at the end: a place in the order, so that no card is missed when somebody
    claims between two parts."""

    count = serializers.IntegerField(min_value=0)
    next = serializers.CharField(allow_null=True)
    kinds = serializers.DictField(child=serializers.IntegerField(min_value=1), required=False)
    results = CardAnswer(many=True)


class OneCardAnswer(CardAnswer):
    state = serializers.ChoiceField(choices=Wish.State.choices)
    needed_by_passed = serializers.BooleanField(help_text="Nobody claims it until staff have set another day.")


class WallCard(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField()
    serial = serializers.IntegerField()
    item = serializers.CharField()
    public_text = serializers.CharField(allow_blank=True)
    requirements = serializers.ListField(child=serializers.CharField())


class WallCampaign(serializers.Serializer[Any]):
    """`prefix` is what the numbers of its wishes begin with."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    prefix = serializers.CharField()


class WallAnswer(serializers.Serializer[Any]):
    """`open` counts the cards that are shown; `just_fulfilled` are the newest of `fulfilled`."""

    campaigns = WallCampaign(many=True)
    year = serializers.IntegerField(allow_null=True)
    open = serializers.IntegerField()
    on_the_way = serializers.IntegerField()
    fulfilled = serializers.IntegerField()
    cards = WallCard(many=True)
    just_claimed = WallCard(many=True)
    just_fulfilled = WallCard(many=True)
    at = serializers.DateTimeField()


def _size(request: Request) -> int:
    asked = request.query_params.get("page_size", "")
    return min(max(int(asked), 1), MOST) if asked.isascii() and asked.isdigit() and len(asked) < 6 else USUAL


def member_asking(request: Request) -> Member | None:
    """The member behind the session, if it is one's."""
    actor = actor_or_none(request)
    return Member.objects.filter(pk=actor.member_id).first() if actor and actor.member_id else None


class Board(APIView):
    permission_classes = (AllowAny,)

    @extend_schema(
        responses=BoardAnswer,
        parameters=[
            OpenApiParameter("after", str, description="`next` of the part before; the first part without it"),
            OpenApiParameter("page_size", int, description="how many cards at most: 40 by default, 200 at most"),
            OpenApiParameter("scope", str, description="branch: the member's own branch; all by default"),
            _CAMPAIGN,
            OpenApiParameter("kind", str, description="one or several kinds, by comma"),
            OpenApiParameter("by_kind", bool, description="also count each kind of the scope, whatever `kind` says"),
        ],
    )
    def get(self, request: Request) -> Response:
        member = member_asking(request)
        kinds = [kind for kind in request.query_params.get("kind", "").split(",") if kind]
        branch = member.branch_id if member and request.query_params.get("scope") == "branch" else None
        cards = OpenCards(campaign_id=_campaign(request), branch_id=branch, kinds=kinds)
        size = _size(request)
        after = place_of(request.query_params.get("after", ""))
        rows = cards.after(after, size + 1)
        # A list that fits in one part, as most do, need not be counted: one question less.
        count = len(rows) if after is None and len(rows) <= size else cards.count()
        following = str(place_of_row(rows[size - 1])) if len(rows) > size else None
        mine = member.branch_id if member else None
        results = [card(row, branch_id=mine, is_member=member is not None) for row in rows[:size]]
        asked_too = {"kinds": cards.by_kind()} if request.query_params.get("by_kind") == "true" else {}
        return Response({"count": count, "next": following, **asked_too, "results": results})


class BoardCard(APIView):
    permission_classes = (AllowAny,)

    @extend_schema(responses=OneCardAnswer, description="Where a wish card's QR leads. A wish that is taken says so.")
    def get(self, request: Request, wish_id: UUID) -> Response:
        row = may_be_shown().filter(pk=wish_id, state__in=ON_ITS_WAY).values(*COLUMNS, "state").first()
        if row is None:
            raise Refusal("not_found", Text(zh="没有找到这个心愿。", en="There is no such wish."), status=404)
        member = member_asking(request)
        state = row["state"]
        answer = card(row, branch_id=member.branch_id if member else None, is_member=member is not None)
        answer["needed_by_passed"] = state == Wish.State.OPEN and not (
            row["needed_by"] is None or row["needed_by"] >= today()
        )
        answer["claimable"] = answer["claimable"] and state == Wish.State.OPEN and not answer["needed_by_passed"]
        return Response(answer)


class Wall(APIView):
    permission_classes = (AllowAny,)

    @extend_schema(responses=WallAnswer, parameters=[_CAMPAIGN])
    def get(self, request: Request) -> Response:
        named = request.query_params.get("campaign")
        return Response(wall(campaign_named(named) if named else None))


class WishQr(APIView):
    """The QR code of a wish on the wall as an SVG picture: the short address, for few and large squares."""

    permission_classes = (AllowAny,)

    @extend_schema(responses={(200, "image/svg+xml"): OpenApiTypes.BINARY})
    def get(self, request: Request, wish_id: UUID) -> HttpResponse:
        # It leads nowhere else: what may not be shown is not printed either.
        if not may_be_shown().filter(pk=wish_id, state__in=ON_ITS_WAY).exists():
            raise Refusal("not_found", Text(zh="没有找到这个心愿。", en="There is no such wish."), status=404)
        return HttpResponse(
            qr_svg(short_address(request._request, wish_id), "l", border=2),
            content_type="image/svg+xml",
            headers={"Cache-Control": "public, max-age=3600"},
        )


def short_address(request: HttpRequest, wish_id: UUID) -> str:
    """The short address of a wish on the host that was asked, `…/w/HH26-012`. Raises Refusal (404) for none."""
    number = Wish.objects.filter(pk=wish_id).values_list("number", flat=True).first()
    if number is None:
        raise Refusal("not_found", Text(zh="没有找到这个心愿。", en="There is no such wish."), status=404)
    return request.build_absolute_uri(f"/w/{number}")
