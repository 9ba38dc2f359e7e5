"""A community's own telephone, address and hours: read by staff, written by administrators, shown to everybody."""

from typing import Any

from django.db import transaction
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.accounts.seats import lock_roles
from hub.communities.current import current
from hub.communities.models import Community
from hub.communities.profile import contact_of, profile_of, write_profile
from hub.rest.asking import actor_of
from hub.rest.permissions import IsAdministrator, IsStaff
from hub.rest.serializers import Input
from hub.rest.versions import EDITS, Versioned, seen_version, shown_as_it_is, versioned
from hub.versions import demand_unchanged, version_of

PROFILE = "community profile"


class CommunityContact(serializers.Serializer[Any]):
    """How people reach the community's office; empty texts where it has not said. `dial` is the telephone in E.164."""

    telephone = serializers.CharField(allow_blank=True)
    dial = serializers.CharField(allow_blank=True)
    address = serializers.CharField(allow_blank=True)
    hours = serializers.CharField(allow_blank=True)


class ProfileAnswer(CommunityContact, Versioned):
    """The same with its version."""


class ProfileInput(Input):
    """What is not named stays; an empty text takes it away. `telephone` as the office writes it, several with commas."""

    telephone = serializers.CharField(max_length=60, required=False, allow_blank=True)
    address = serializers.CharField(max_length=120, required=False, allow_blank=True)
    hours = serializers.CharField(max_length=120, required=False, allow_blank=True)


class Profile(APIView):
    def get_permissions(self) -> list[BasePermission]:
        return [IsStaff() if self.request.method in ("GET", "HEAD", "OPTIONS") else IsAdministrator()]

    @extend_schema(responses=ProfileAnswer)
    def get(self, request: Request) -> Response:
        return versioned(_answer())

    @extend_schema(request=ProfileInput, responses=ProfileAnswer, extensions=EDITS)
    def patch(self, request: Request) -> Response:
        seen = seen_version(request)
        given = ProfileInput(data=request.data, partial=True)
        given.is_valid(raise_exception=True)
        with shown_as_it_is(_answer), transaction.atomic():
            lock_roles(current())
            demand_unchanged(seen, PROFILE, current().pk, profile_of(_as_it_stands()))
            write_profile(current(), given.validated_data, by=actor_of(request))
        return versioned(_answer())


def _as_it_stands() -> Community:
    # The directory's copy may be a second old, and a page shows what it has just saved.
    return Community.objects.get(pk=current().pk)


def _answer() -> dict[str, Any]:
    community = _as_it_stands()
    return {**contact_of(community), "version": version_of(PROFILE, community.pk, profile_of(community))}
