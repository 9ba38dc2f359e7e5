"""Decisions about a wish: verification, assessment, opening."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsStaff
from hub.rest.serializers import Input
from tenants.campaigns.models import Campaign
from tenants.people.models import Consent
from tenants.wishes import deciding
from tenants.wishes.answers import WishAnswer, one_wish, wish_answer
from tenants.wishes.api_list import CAMPAIGN_ASKED, campaigns_asked, found
from tenants.wishes.models import Assessment, Verification, Wish
from tenants.wishes.opening import open_wish, open_wishes


class ConsentsFound(Input):
    """What the person consented to on this occasion. `manner` is that of the verification where nothing else is said."""

    purposes = serializers.ListField(child=serializers.ChoiceField(choices=Consent.Purpose.choices))
    manner = serializers.ChoiceField(choices=Consent.Manner.choices, required=False)


class VerificationInput(Input):
    """`consents` are recorded in the same act; without one to collecting the wish is not verified."""

    manner = serializers.ChoiceField(choices=Verification.Manner.choices)
    consents = ConsentsFound(required=False, allow_null=True)
    opinion = serializers.CharField(max_length=1000, required=False, allow_blank=True)
    on = serializers.DateField(required=False)


class AssessmentInput(Input):
    """`opinion` is the reason of a refusal and what has to be completed; `channel` where it is referred to."""

    outcome = serializers.ChoiceField(choices=Assessment.Outcome.choices)
    opinion = serializers.CharField(max_length=1000, required=False, allow_blank=True, default="")
    channel = serializers.CharField(max_length=60, required=False, allow_blank=True, default="")


class OpeningInput(Input):
    """`yes` where a brand, a sum of money and the like were asked about; `reason` of an administrator for a name alone."""

    yes = serializers.BooleanField(default=False)
    reason = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class OpeningsInput(Input):
    """Which wishes to open; none named: every admitted one of the current campaign. `yes` names those for which what was
    asked about is answered with yes."""

    wishes = serializers.ListField(child=serializers.UUIDField(), required=False, min_length=1, max_length=500)
    yes = serializers.ListField(child=serializers.UUIDField(), required=False, max_length=500)


class NotOpened(serializers.Serializer[Any]):
    id = serializers.UUIDField(required=False)
    number = serializers.CharField()
    code = serializers.CharField()
    detail = serializers.CharField()


class OpeningsAnswer(serializers.Serializer[Any]):
    """`wishes` are those that were opened, for taking it back."""

    opened = serializers.IntegerField()
    wishes = serializers.ListField(child=serializers.UUIDField())
    refused = NotOpened(many=True)


class OpeningsUndoingInput(Input):
    wishes = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=500)


class OpeningsUndoingAnswer(serializers.Serializer[Any]):
    undone = serializers.IntegerField()
    refused = NotOpened(many=True)


def answered(wish_id: UUID) -> Response:
    """The wish as it stands now."""
    return Response(wish_answer(one_wish(wish_id)))


class WishVerification(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=VerificationInput, responses=WishAnswer)
    def post(self, request: Request, wish_id: UUID) -> Response:
        asked = VerificationInput(data=request.data)
        asked.is_valid(raise_exception=True)
        values = dict(asked.validated_data)
        given = values.pop("consents", None) or {}
        deciding.verify(
            found(wish_id),
            by=actor_of(request),
            consents=given.get("purposes", ()),
            consented=given.get("manner", ""),
            **values,
        )
        return answered(wish_id)

    @extend_schema(responses={200: WishAnswer}, description="Takes back one's own verification within ten minutes.")
    def delete(self, request: Request, wish_id: UUID) -> Response:
        deciding.undo(found(wish_id), by=actor_of(request), of=("verified",))
        return answered(wish_id)


class WishAssessment(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=AssessmentInput, responses=WishAnswer)
    def post(self, request: Request, wish_id: UUID) -> Response:
        asked = AssessmentInput(data=request.data)
        asked.is_valid(raise_exception=True)
        wish, by = found(wish_id), actor_of(request)
        opinion, channel = asked.validated_data["opinion"], asked.validated_data["channel"]
        match asked.validated_data["outcome"]:
            case Assessment.Outcome.ADMIT:
                deciding.admit(wish, by=by, opinion=opinion)
            case Assessment.Outcome.DECLINE:
                deciding.decline(wish, by=by, reason=opinion)
            case Assessment.Outcome.REFER:
                deciding.refer(wish, by=by, channel=channel, opinion=opinion)
            case _:
                deciding.send_back(wish, by=by, reason=opinion)
        return answered(wish_id)

    @extend_schema(responses={200: WishAnswer}, description="Takes back one's own assessment within ten minutes.")
    def delete(self, request: Request, wish_id: UUID) -> Response:
        deciding.undo(found(wish_id), by=actor_of(request), of=deciding.ASSESSED)
        return answered(wish_id)


class WishOpening(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=OpeningInput, responses=WishAnswer)
    def post(self, request: Request, wish_id: UUID) -> Response:
        asked = OpeningInput(data=request.data or {})
        asked.is_valid(raise_exception=True)
        open_wish(found(wish_id), by=actor_of(request), **asked.validated_data)
        return answered(wish_id)

    @extend_schema(responses={200: WishAnswer}, description="Takes back one's own opening within ten minutes.")
    def delete(self, request: Request, wish_id: UUID) -> Response:
        deciding.undo(found(wish_id), by=actor_of(request), of=("opened",))
        return answered(wish_id)


class WithdrawalUndoing(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(
        request=None,
        responses={200: WishAnswer},
        description="Takes back one's own withdrawal of an unclaimed wish within ten minutes.",
    )
    def post(self, request: Request, wish_id: UUID) -> Response:
        deciding.undo(found(wish_id), by=actor_of(request), of=("withdrawn",))
        return answered(wish_id)


class Openings(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(
        request=OpeningsInput,
        responses=OpeningsAnswer,
        parameters=[OpenApiParameter("campaign", str, description=CAMPAIGN_ASKED)],
    )
    def post(self, request: Request) -> Response:
        asked = OpeningsInput(data=request.data)
        asked.is_valid(raise_exception=True)
        wishes = Wish.objects.filter(state=Wish.State.ADMITTED).order_by("campaign__first_day", "serial")
        if named := asked.validated_data.get("wishes"):
            wishes = wishes.filter(pk__in=named)
        else:
            # What prepares is not meant by "all": it is opened when its campaign runs.
            runs = [each for each in campaigns_asked(request) if each.state != Campaign.State.PREPARING]
            wishes = wishes.filter(campaign__in=runs)
        said_yes = set(asked.validated_data.get("yes", ()))
        opened, refused = open_wishes(wishes, by=actor_of(request), yes=said_yes)
        return Response(
            {
                "opened": len(opened),
                "wishes": [wish.pk for wish in opened],
                "refused": _refused(refused, {wish.number: wish.pk for wish in wishes.all()}),
            }
        )


class OpeningsUndoing(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(
        request=OpeningsUndoingInput,
        responses=OpeningsUndoingAnswer,
        description="Takes back one's own openings of the last ten minutes. A wish that was claimed meanwhile stays.",
    )
    def post(self, request: Request) -> Response:
        asked = OpeningsUndoingInput(data=request.data)
        asked.is_valid(raise_exception=True)
        wishes = Wish.objects.filter(pk__in=asked.validated_data["wishes"]).order_by("serial")
        undone, refused = deciding.undo_openings(wishes, by=actor_of(request))
        return Response({"undone": len(undone), "refused": _refused(refused)})


def _refused(refused: dict[str, Refusal], ids: Mapping[str, UUID] | None = None) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "code": refusal.code,
            "detail": str(refusal.text),
            **({"id": ids[number]} if ids and number in ids else {}),
        }
        for number, refusal in refused.items()
    ]
