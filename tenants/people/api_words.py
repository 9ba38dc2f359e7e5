"""The community's own words for categories of people: read by the office, changed by administrators."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.actor import name_told
from hub.language import Text
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsAdministrator, IsStaff
from hub.rest.serializers import Input
from hub.rest.versions import EDITS, Versioned, seen_version, shown_as_it_is, versioned
from tenants.people.categories import CATEGORIES
from tenants.people.models import CategoryWord
from tenants.people.words import add_word, correct_word, forget_word, word_version


class CategoryWordAnswer(Versioned):
    """`word` is in the form in which cells are compared."""

    id = serializers.UUIDField()
    word = serializers.CharField()
    category = serializers.ChoiceField(choices=list(CATEGORIES))
    created_at = serializers.DateTimeField()
    by = serializers.CharField(allow_blank=True, help_text="who chose it last")


class CategoryWordInput(Input):
    word = serializers.CharField(max_length=60)
    category = serializers.ChoiceField(choices=list(CATEGORIES))


class _StaffReadAdministratorsWrite(APIView):
    def get_permissions(self) -> list[BasePermission]:
        return [IsStaff() if self.request.method in ("GET", "HEAD", "OPTIONS") else IsAdministrator()]


class CategoryWords(_StaffReadAdministratorsWrite):
    @extend_schema(responses=CategoryWordAnswer(many=True))
    def get(self, request: Request) -> Response:
        """The words that were chosen on check pages or entered here, in their order."""
        return Response([_answer(word) for word in CategoryWord.objects.order_by("category", "word")])

    @extend_schema(request=CategoryWordInput, responses={201: CategoryWordAnswer})
    def post(self, request: Request) -> Response:
        asked = CategoryWordInput(data=request.data)
        asked.is_valid(raise_exception=True)
        return versioned(_answer(add_word(**asked.validated_data, by=actor_of(request))), status=201)


class OneCategoryWord(_StaffReadAdministratorsWrite):
    @extend_schema(request=CategoryWordInput, responses=CategoryWordAnswer, extensions=EDITS)
    def patch(self, request: Request, word_id: UUID) -> Response:
        """The word written otherwise, or for another category; what was read by it before stays."""
        word = _found(word_id)
        seen = seen_version(request)
        asked = CategoryWordInput(data=request.data, partial=True)
        asked.is_valid(raise_exception=True)
        with shown_as_it_is(lambda: _answer(_found(word_id))):
            word = correct_word(word, **asked.validated_data, seen=seen, by=actor_of(request))
        return versioned(_answer(word))

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: Request, word_id: UUID) -> Response:
        """The next list that says it is asked about again."""
        forget_word(_found(word_id))
        return Response(status=204)


def _found(word_id: UUID) -> CategoryWord:
    word = CategoryWord.objects.filter(pk=word_id).first()
    if word is None:
        raise Refusal("not_found", Text(zh="表里没有这个词。", en="There is no such word in the list."), status=404)
    return word


def _answer(word: CategoryWord) -> dict[str, Any]:
    return {
        "id": word.pk,
        "version": word_version(word),
        "word": word.word,
        "category": word.category,
        "created_at": word.created_at,
        "by": name_told(word.by_id, word.by_name),
    }
