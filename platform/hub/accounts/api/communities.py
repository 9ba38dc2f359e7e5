"""The communities of the installation: for its operator."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.accounts.api.profile import CommunityContact
from hub.accounts.api.site import region_names
from hub.accounts.inviting import Invitation, create_first_administrator, rescue_administrator
from hub.communities import states
from hub.communities.models import Community, Domain
from hub.communities.profile import contact_of
from hub.communities.provisioning import create_community
from hub.language import Text
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.pagination import Page
from hub.rest.permissions import IsOperator
from hub.rest.serializers import Input, PhoneField
from hub.rest.versions import EDITS, Versioned, seen_version, shown_as_it_is, versioned
from hub.versions import demand_unchanged, version_of

State = Community.State
COMMUNITY = "community"

REASON_MISSING = Text(zh="请写明原因，它会留在记录里。", en="Give the reason; it stays on record.")


class CommunityAnswer(Versioned):
    """A community as the operator sees it; nothing of what is in it."""

    id = serializers.UUIDField()
    slug = serializers.CharField()
    name = serializers.CharField()
    region_code = serializers.CharField()
    region = serializers.ListField(child=serializers.CharField())
    state = serializers.ChoiceField(choices=State.choices)
    state_since = serializers.DateTimeField()
    hosts = serializers.ListField(child=serializers.CharField())
    created_at = serializers.DateTimeField()
    contact = CommunityContact()


class AdministratorAnswer(serializers.Serializer[Any]):
    """`first_password` is shown this once; null when the person has a password there already."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    first_password = serializers.CharField(allow_null=True)


class NewCommunityAnswer(CommunityAnswer):
    administrator = AdministratorAnswer()


class AdministratorInput(Input):
    phone = PhoneField()
    name = serializers.CharField(max_length=40)


class CommunityInput(Input):
    """`region_names` names province, city, county and town; what is left out stays as it is known."""

    slug = serializers.CharField(max_length=40)
    name = serializers.CharField(max_length=64)
    region_code = serializers.CharField(max_length=20)
    region_names = serializers.ListField(
        child=serializers.CharField(max_length=64, allow_blank=True), required=False, max_length=4
    )
    administrator = AdministratorInput()


class StateInput(Input):
    state = serializers.ChoiceField(choices=State.choices)
    reason = serializers.CharField(max_length=200, required=False, allow_blank=True)


class Communities(APIView):
    permission_classes = (IsOperator,)
    pagination_class = Page

    @extend_schema(
        responses=CommunityAnswer(many=True),
        parameters=[
            OpenApiParameter("q", str, description="Part of a name or address, or the beginning of a region code."),
            OpenApiParameter("state", str, enum=State.values),
        ],
    )
    def get(self, request: Request) -> Response:
        found = Community.objects.order_by("region_code")
        if part := request.query_params.get("q", "").strip():
            found = found.filter(Q(name__contains=part) | Q(slug__contains=part) | Q(region_code__startswith=part))
        if state := request.query_params.get("state"):
            found = found.filter(state=state)
        page = Page()
        return page.get_paginated_response(_answers(page.paginate_queryset(found, request)))

    @extend_schema(request=CommunityInput, responses={201: NewCommunityAnswer})
    def post(self, request: Request) -> Response:
        """Makes a community and its first administrator, whole or not at all."""
        given = CommunityInput(data=request.data)
        given.is_valid(raise_exception=True)
        wanted = dict(given.validated_data)
        administrator = wanted.pop("administrator")
        by = actor_of(request)
        with transaction.atomic():
            community = create_community(**wanted, by=by)
            made = create_first_administrator(**administrator, community=community, by=by)
        return Response({**_answers([community])[0], "administrator": _administrator(made)}, status=201)


class OneCommunity(APIView):
    permission_classes = (IsOperator,)

    @extend_schema(responses=CommunityAnswer)
    def get(self, request: Request, id: UUID) -> Response:
        return versioned(_answers([_found(id)])[0])

    @extend_schema(request=StateInput, responses=CommunityAnswer, extensions=EDITS)
    def patch(self, request: Request, id: UUID) -> Response:
        """Suspends (with a reason), resumes, archives (with a reason) or restores a community."""
        _found(id)
        seen = seen_version(request)
        given = StateInput(data=request.data)
        given.is_valid(raise_exception=True)
        wanted, reason = given.validated_data["state"], given.validated_data.get("reason", "")
        community, by = _found(id), actor_of(request)
        if wanted != State.ACTIVE and not reason:
            raise Refusal("reason_missing", REASON_MISSING, status=400, field="reason")
        with shown_as_it_is(lambda: _answers([_found(id)])[0]):
            demand_unchanged(seen, COMMUNITY, community.pk, {"state": community.state}, "hub")
        if wanted == State.SUSPENDED:
            community = states.suspend(community, reason=reason, by=by)
        elif wanted == State.ARCHIVED:
            community = states.archive(community, reason=reason, by=by)
        elif community.state == State.ARCHIVED:
            community = states.restore(community, reason=reason, by=by)
        else:
            community = states.resume(community, reason=reason, by=by)
        return versioned(_answers([community])[0])


class Administrators(APIView):
    permission_classes = (IsOperator,)

    @extend_schema(request=AdministratorInput, responses={201: AdministratorAnswer})
    def post(self, request: Request, id: UUID) -> Response:
        """An administrator for a community that lost its own: somebody new, or one who is disabled or forgot the
        password. The first password is shown this once."""
        given = AdministratorInput(data=request.data)
        given.is_valid(raise_exception=True)
        made = rescue_administrator(**given.validated_data, community=_found(id), by=actor_of(request))
        return Response(_administrator(made), status=201)


def _administrator(made: Invitation) -> dict[str, Any]:
    return {"id": made.account.pk, "name": made.seat.name, "first_password": made.first_password}


def _found(community_id: UUID) -> Community:
    community = Community.objects.filter(pk=community_id).first()
    if community is None:
        raise Http404
    return community


def _answers(communities: list[Community]) -> list[dict[str, Any]]:
    hosts: dict[UUID, list[str]] = {community.pk: [] for community in communities}
    for host in Domain.objects.filter(tenant__in=hosts).order_by("-is_primary", "domain"):
        hosts[host.tenant_id].append(host.domain)
    return [
        {
            "id": community.pk,
            "version": version_of(COMMUNITY, community.pk, {"state": community.state}, "hub"),
            "slug": community.slug,
            "name": community.name,
            "region_code": community.region_code,
            "region": region_names(community.region_code),
            "state": community.state,
            "state_since": community.state_since,
            "hosts": hosts[community.pk],
            "created_at": community.created_at,
            "contact": contact_of(community),
        }
        for community in communities
    ]
