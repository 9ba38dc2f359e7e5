"""Consents of the person behind a wish, and of many people at once."""

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
from hub.rest.permissions import IsStaff
from hub.rest.serializers import Input
from tenants.people.consents import (
    GUARDIAN_MISSING,
    lacks_guardian,
    record_consents,
    record_everybodys_consents,
)
from tenants.people.models import Consent
from tenants.wishes.answers import WishAnswer
from tenants.wishes.api_deciding import NotOpened, answered
from tenants.wishes.api_list import ConsentsInput, found
from tenants.wishes.api_people import OnePersonAnswer, found_person, person_answer
from tenants.wishes.consenting import end_consent, end_consents
from tenants.wishes.models import Wish


class ConsentsOfManyInput(ConsentsInput):
    wishes = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=500)


class ConsentsOfManyAnswer(serializers.Serializer[Any]):
    """`recorded` counts people, `consents` are those written, for taking it back; a wish in `left_out` says why its
    person's consent is not on record."""

    recorded = serializers.IntegerField()
    consents = serializers.ListField(child=serializers.UUIDField())
    left_out = NotOpened(many=True)


class ConsentsUndoingInput(Input):
    consents = serializers.ListField(child=serializers.UUIDField(), max_length=2500)


class WishConsents(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=ConsentsInput, responses=WishAnswer)
    def post(self, request: Request, wish_id: UUID) -> Response:
        asked = ConsentsInput(data=request.data)
        asked.is_valid(raise_exception=True)
        record_consents(found(wish_id).beneficiary, by=actor_of(request), **asked.validated_data)
        return answered(wish_id)


class PersonConsents(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=ConsentsInput, responses=OnePersonAnswer)
    def post(self, request: Request, person_id: UUID) -> Response:
        asked = ConsentsInput(data=request.data)
        asked.is_valid(raise_exception=True)
        record_consents(found_person(person_id), by=actor_of(request), **asked.validated_data)
        return Response(person_answer(found_person(person_id)))


class ConsentsOfMany(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(
        request=ConsentsOfManyInput,
        responses=ConsentsOfManyAnswer,
        description="Records the same consents of the people behind many wishes, as when a pile of signed forms comes"
        " in. Whoever cannot be recorded is left out and named; the others are recorded.",
    )
    def post(self, request: Request) -> Response:
        asked = ConsentsOfManyInput(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        wishes = list(Wish.objects.filter(pk__in=given.pop("wishes")).select_related("beneficiary").order_by("serial"))
        people = {wish.beneficiary_id: wish.beneficiary for wish in wishes}
        left_out = {person.pk for person in people.values() if lacks_guardian(person)}
        written = record_everybodys_consents(
            [person for pk, person in people.items() if pk not in left_out], by=actor_of(request), **given
        )
        return Response(
            {
                "recorded": len(people) - len(left_out),
                "consents": [consent.pk for consent in written],
                "left_out": [
                    {"number": wish.number, "code": "guardian_missing", "detail": str(GUARDIAN_MISSING)}
                    for wish in wishes
                    if wish.beneficiary_id in left_out
                ],
            }
        )


class ConsentsUndoing(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(
        request=ConsentsUndoingInput,
        responses={204: None},
        description="Withdraws consents that were recorded for many by mistake; their records stay.",
    )
    def post(self, request: Request) -> Response:
        asked = ConsentsUndoingInput(data=request.data)
        asked.is_valid(raise_exception=True)
        wrong = Consent.objects.filter(pk__in=asked.validated_data["consents"]).order_by("pk")
        end_consents(wrong, by=actor_of(request))
        return Response(status=204)


class OneConsent(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, consent_id: UUID) -> Response:
        consent = Consent.objects.filter(pk=consent_id).first()
        if consent is None:
            raise Refusal("not_found", Text(zh="没有这项同意。", en="There is no such consent."), status=404)
        end_consent(consent, by=actor_of(request))
        return Response(status=204)
