"""Residents with their wishes: the list, one person, correcting what stands there."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.actor import Actor
from hub.language import Text
from hub.pinyin import sort_key
from hub.privacy.access import record_access
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.ordering import Orders
from hub.rest.pagination import Page
from hub.rest.permissions import IsStaff
from hub.rest.serializers import NoteAnswer
from hub.rest.versions import EDITS, Versioned, seen_version, shown_as_it_is, versioned
from tenants.people.answers import ConsentAnswer, PersonAnswer, consent_answer, full_person, masked_person
from tenants.people.editing import person_version
from tenants.people.finding import by_person, by_place
from tenants.people.households import walking_order
from tenants.people.models import Beneficiary
from tenants.wishes.answers import WishRow, wish_row, wishes_for_rows
from tenants.wishes.api_list import PersonInput, UnmaskingInput
from tenants.wishes.editing import edit_person


class PersonRow(PersonAnswer):
    wishes = serializers.IntegerField()


class PersonChange(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    by = serializers.CharField()
    verb = serializers.CharField()
    fields = serializers.ListField(child=serializers.CharField())  # type: ignore[assignment]


class OnePersonAnswer(PersonAnswer, Versioned):
    consents = ConsentAnswer(many=True)
    wishes = WishRow(many=True)
    history = PersonChange(many=True)
    notes = NoteAnswer(many=True, required=False)


class UnmaskedPerson(PersonAnswer, Versioned):
    """In full, with the version that it is of: what is edited from here is compared with that."""


def people() -> QuerySet[Beneficiary]:
    """Residents with the household that their answers read."""
    return Beneficiary.objects.select_related("household")


def found_person(person_id: UUID) -> Beneficiary:
    """The resident, or 404 in the API's manner."""
    person = people().filter(pk=person_id).first()
    if person is None:
        raise Refusal("not_found", Text(zh="没有找到这位居民。", en="There is no such resident."), status=404)
    return person


def person_answer(person: Beneficiary) -> dict[str, Any]:
    """A resident, masked, with consents, wishes of all years and what was changed when by whom."""
    wishes = wishes_for_rows().filter(beneficiary=person).order_by("-campaign__year", "serial")
    return {
        **masked_person(person),
        "version": person_version(person),
        "consents": [consent_answer(consent) for consent in person.consents.order_by("given_on", "id")],
        "wishes": [wish_row(wish) for wish in wishes],
        "history": [
            {"at": e.at, "by": e.actor_name, "verb": e.verb, "fields": list(e.changes)} for e in person.history.all()
        ],
    }


def by_name(person: Beneficiary) -> str:
    return sort_key(person.name)


ORDERS = Orders(
    name=by_name,
    age=lambda person: -1 if person.age_now is None else person.age_now,
    place=lambda person: walking_order(person.household.address),
    wishes=lambda person: person.wish_count,
)


class People(APIView):
    permission_classes = (IsStaff,)
    pagination_class = Page

    @extend_schema(
        responses=PersonRow(many=True),
        parameters=[
            OpenApiParameter("q", str, description="name, initials, telephone, its last four digits, building"),
            OpenApiParameter("category", str),
            ORDERS.described(),
        ],
    )
    def get(self, request: Request) -> Response:
        rows = people().annotate(wish_count=Count("wishes"))
        if query := request.query_params.get("q", "").strip():
            rows = rows.filter(by_person(query) | by_place(query, "household"))
        if category := request.query_params.get("category"):
            rows = rows.filter(categories__overlap=category.split(","))
        page = Page()
        ordered = ORDERS.sorted(sorted(rows, key=by_name), request)
        return page.get_paginated_response(
            [
                {**masked_person(person), "wishes": person.wish_count}
                for person in page.paginate_queryset(ordered, request)
            ]
        )


class OnePerson(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=OnePersonAnswer)
    def get(self, request: Request, person_id: UUID) -> Response:
        return versioned(person_answer(found_person(person_id)))

    @extend_schema(request=PersonInput, responses=OnePersonAnswer, extensions=EDITS)
    def patch(self, request: Request, person_id: UUID) -> Response:
        person, seen = found_person(person_id), seen_version(request)
        asked = PersonInput(data=request.data, partial=True)
        asked.is_valid(raise_exception=True)
        with shown_as_it_is(lambda: person_answer(found_person(person_id))):
            self.edit(person, asked.validated_data, by=actor_of(request), seen=seen)
        return versioned({**person_answer(found_person(person_id)), "notes": asked.notes})

    def edit(self, person: Beneficiary, changes: Mapping[str, Any], *, by: Actor, seen: str) -> None:
        """The room of claims, which serves this, sees to what was promised too."""
        edit_person(person, changes, by=by, seen=seen)


class PersonUnmasking(APIView):
    """A resident in full; the reason goes to the access log."""

    permission_classes = (IsStaff,)

    @extend_schema(request=UnmaskingInput, responses=UnmaskedPerson)
    def post(self, request: Request, person_id: UUID) -> Response:
        asked = UnmaskingInput(data=request.data)
        asked.is_valid(raise_exception=True)
        person = found_person(person_id)
        with transaction.atomic():
            record_access(
                actor_of(request),
                subject="person",
                subject_id=person.pk,
                fields=["name", "phone", "address", "situation", "guardian_name"],
                reason=asked.validated_data["reason"],
            )
            return versioned({**full_person(person), "version": person_version(person)})
