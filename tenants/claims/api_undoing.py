"""Taking back one's own act of a moment ago."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.actor import ADMINISTRATOR, STAFF
from hub.language import Text
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsStaff, IsStaffOrMember
from hub.rest.serializers import Input
from tenants.claims.api_claims import published
from tenants.claims.undoing import ACTS, claim_of_caller, undo_act
from tenants.wishes.answers import WishAnswer
from tenants.wishes.api_deciding import answered
from tenants.wishes.api_list import found


class UndoingInput(Input):
    """The verb of the act as the wish's history has it, so that a press meant for one act never undoes another."""

    act = serializers.ChoiceField(choices=sorted(ACTS))


class WishUndoing(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(
        request=UndoingInput,
        responses={200: WishAnswer},
        description="Takes back one's own act, the last that happened to the wish, within a minute.",
    )
    def post(self, request: Request, wish_id: UUID) -> Response:
        wish = found(wish_id)
        asked = UndoingInput(data=request.data)
        asked.is_valid(raise_exception=True)
        undo_act(wish, asked.validated_data["act"], by=actor_of(request))
        return answered(wish_id)


class ClaimUndoing(APIView):
    permission_classes = (IsStaffOrMember,)

    @extend_schema(
        request=None,
        responses={204: None},
        description="Takes one's own claiming of a minute ago back: it stands in no record. Staff: what they claimed for others.",
    )
    def post(self, request: Request, wish_id: UUID) -> Response:
        actor, wish = actor_of(request), published(wish_id)
        if not actor.has(STAFF, ADMINISTRATOR) and not (actor.member_id and claim_of_caller(wish.pk, actor.member_id)):
            raise Refusal("not_found", Text(zh="没有找到这项认领。", en="There is no such claim."), status=404)
        undo_act(wish, "claimed", by=actor)
        return Response(status=204)
