"""More time for a claim: asked for by its claimer, given or refused by staff."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.language import Text
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsMember, IsStaff
from hub.rest.serializers import Input, NumberField
from tenants.claims import extending
from tenants.claims.answers import ClaimRow, claim_row
from tenants.claims.api_claims import found_claim
from tenants.claims.models import Extension


class ExtensionInput(Input):
    """Working days more, and why."""

    days = NumberField(min_value=1, max_value=60)
    reason = serializers.CharField(max_length=500)


class ExtensionDecision(Input):
    """Granted with the days asked for or with others; refused with a `reason`, which the claimer reads."""

    granted = serializers.BooleanField()
    days = NumberField(min_value=1, max_value=60, required=False)
    reason = serializers.CharField(max_length=500, required=False, allow_blank=True)


class MyExtension(APIView):
    permission_classes = (IsMember,)

    @extend_schema(request=ExtensionInput, responses={201: ClaimRow})
    def post(self, request: Request, claim_id: UUID) -> Response:
        """Asks for more time for one's own claim, before its deadline."""
        asked = _read(ExtensionInput, request)
        actor = actor_of(request)
        extending.ask_for_extension(found_claim(claim_id, of_member=actor.member_id, to_act=True), by=actor, **asked)
        return Response(claim_row(found_claim(claim_id)), status=201)

    @extend_schema(request=None, responses={200: ClaimRow})
    def delete(self, request: Request, claim_id: UUID) -> Response:
        """Takes an open request back."""
        actor = actor_of(request)
        claim = found_claim(claim_id, of_member=actor.member_id)
        open_one = claim.extensions.filter(state=Extension.State.OPEN).first()
        if open_one is None:
            raise Refusal(
                "nothing_asked", Text(zh="没有待答复的延期申请。", en="No request for more time is open."), status=404
            )
        extending.take_back(open_one, by=actor)
        return Response(claim_row(found_claim(claim_id)))


class ClaimExtension(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=ExtensionInput, responses={201: ClaimRow})
    def post(self, request: Request, claim_id: UUID) -> Response:
        """Staff give more time by themselves; from today where the deadline has passed."""
        asked = _read(ExtensionInput, request)
        extending.extend(found_claim(claim_id, to_act=True), by=actor_of(request), **asked)
        return Response(claim_row(found_claim(claim_id)), status=201)


class DecisionOnExtension(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=ExtensionDecision, responses=ClaimRow)
    def post(self, request: Request, extension_id: UUID) -> Response:
        """Grants or refuses a request."""
        asked = _read(ExtensionDecision, request)
        extension = Extension.objects.select_related("claim").filter(pk=extension_id).first()
        if extension is None:
            raise Refusal("not_found", Text(zh="没有这项延期申请。", en="There is no such request."), status=404)
        by, reason = actor_of(request), asked.get("reason", "")
        if asked["granted"]:
            extending.grant(extension, days=asked.get("days"), answer=reason, by=by)
        else:
            extending.refuse(extension, reason=reason, by=by)
        return Response(claim_row(found_claim(extension.claim_id)))


def _read(shape: type[Input], request: Request) -> dict[str, Any]:
    asked = shape(data=request.data)
    asked.is_valid(raise_exception=True)
    return dict(asked.validated_data)
