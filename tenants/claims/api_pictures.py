"""Evidence that is a picture: taken in with a delivery, shown to those who may see it, erased by staff."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework import serializers
from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.rest import uploads
from hub.rest.asking import actor_of
from hub.rest.parsing import Parser
from hub.rest.permissions import IsStaff, IsStaffOrMember
from hub.rest.serializers import Input
from tenants.claims.models import Delivery
from tenants.claims.pictures import limits
from tenants.claims.pictures.keeping import erase_picture, look_at, not_there
from tenants.claims.pictures.reading import MEDIA_TYPES, read_picture, refused


class BackstopDeliveryInput(Input):
    """`picture` is the photo of the item (with `no_face`, the deliverer's word that none is on it) or the signature that
    was drawn; either makes the request a form (multipart/form-data), any other is JSON."""

    evidence = serializers.ChoiceField(choices=Delivery.Evidence.choices)
    code = serializers.CharField(max_length=40, required=False, allow_blank=True)
    remark = serializers.CharField(max_length=500, required=False, allow_blank=True)
    no_face = serializers.BooleanField(required=False)
    picture = serializers.FileField(required=False, allow_empty_file=True)
    pressed_at = serializers.DateTimeField(
        required=False,
        allow_null=True,
        help_text="The page's own time when it was pressed: it may reach the server days later, from offline.",
    )


class DeliveryInput(BackstopDeliveryInput):
    carried_by = serializers.ChoiceField(choices=Delivery.CarriedBy.choices, required=False)


class ErasureInput(Input):
    reason = serializers.CharField(max_length=500)


class TakesEvidence(APIView):
    """A view whose POST brings a delivery's evidence, as JSON or, with a picture, as a form.

    Not answered once for an Idempotency-Key: the key would have the form read before it is received in memory, and
    wrong codes are counted, which must not be undone with a refused request.
    """

    answers_once = False

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        # Before anything asks for the form, the CSRF check included.
        if request.method == "POST":
            uploads.receive_in_memory(
                request._request, most_bytes=limits.MAX_FILE_BYTES, too_large=refused("picture_too_big")
            )
        super().initial(request, *args, **kwargs)

    def get_parsers(self) -> list[BaseParser]:
        return [Parser(), MultiPartParser()]

    def evidence_of(self, request: Request, form: type[BackstopDeliveryInput]) -> dict[str, Any]:
        """What the verb takes: the form's values, the picture read and written anew."""
        data = request.data
        uploads.demand_whole_file(request._request, too_large=refused("picture_too_big"))
        asked = form(data=data)
        asked.is_valid(raise_exception=True)
        values = dict(asked.validated_data)
        if upload := values.pop("picture", None):
            if values["evidence"] not in MEDIA_TYPES:
                raise refused("picture_not_wanted")
            values["picture"] = read_picture(upload.read(), values["evidence"])
        return values


class PictureOfDelivery(APIView):
    permission_classes = (IsStaffOrMember,)

    @extend_schema(responses={(200, "image/*"): OpenApiTypes.BINARY})
    def get(self, request: Request, delivery_id: UUID) -> HttpResponse:
        """The photo or the signature, for staff, and for the claimer until the claim's end. Each look is logged."""
        picture = look_at(delivery_id, by=actor_of(request))
        return HttpResponse(
            picture.content,
            content_type=MEDIA_TYPES[picture.kind],
            headers={"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Content-Disposition": "inline"},
        )


class PictureErasure(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=ErasureInput, responses={204: None})
    def post(self, request: Request, delivery_id: UUID) -> Response:
        """Erases the picture of a delivery that staff have confirmed; the delivery stands."""
        asked = ErasureInput(data=request.data)
        asked.is_valid(raise_exception=True)
        delivery = Delivery.objects.filter(pk=delivery_id).first()
        if delivery is None:
            raise not_there()
        erase_picture(delivery, by=actor_of(request), **asked.validated_data)
        return Response(status=204)
