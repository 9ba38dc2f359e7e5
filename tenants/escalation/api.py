"""Messages and visits, for staff."""

import datetime
from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.communities.current import current
from hub.privacy.masking import mask_phone
from hub.rest.asking import actor_of
from hub.rest.days import day_written
from hub.rest.pagination import Page
from hub.rest.permissions import IsStaff
from hub.rest.serializers import Input
from hub.sms import said as ledger
from hub.sms.limits import COMMUNITY, YEAR, counted
from hub.sms.models import Message
from hub.sms.stop_list import stop_of
from hub.sms.templates import KINDS
from tenants.escalation.said import SaidAbout, about_wish, to_member, with_context
from tenants.escalation.visiting import mark_visited, take_back_visit, to_visit, visited
from tenants.members.api import found_member
from tenants.members.api_stops import StopAnswer, stop_answer
from tenants.members.models import Member
from tenants.wishes.api_list import found
from tenants.wishes.models import Wish


class WishSpoken(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField()
    item = serializers.CharField()


class MemberSpoken(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    branch_name = serializers.CharField(allow_blank=True)
    work_unit = serializers.CharField(allow_blank=True)
    phone = serializers.CharField(allow_blank=True)


class VisitSpoken(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    by = serializers.CharField()
    note = serializers.CharField()


class SaidRow(serializers.Serializer[Any]):
    """One message. After 30 days `erased`: day, kind and state remain, `text` and `phone` are empty."""

    id = serializers.UUIDField()
    kind = serializers.CharField()
    audience = serializers.CharField(allow_blank=True)
    member = MemberSpoken(allow_null=True)
    phone = serializers.CharField(allow_blank=True)
    text = serializers.CharField(allow_blank=True)
    state = serializers.ChoiceField(choices=Message.State.choices)
    why = serializers.CharField(allow_blank=True)
    at = serializers.DateTimeField()
    erased = serializers.BooleanField()
    wishes = WishSpoken(many=True)
    visit = VisitSpoken(allow_null=True)


class MemberMessages(serializers.Serializer[Any]):
    """What was said to a member, and the stop that keeps messages back, if there is one."""

    stop = StopAnswer(allow_null=True)
    messages = SaidRow(many=True)


class Limit(serializers.Serializer[Any]):
    used = serializers.IntegerField()
    most = serializers.IntegerField()


class VisitRow(serializers.Serializer[Any]):
    """A member to be told in person; `id` is the member's. `whys` are codes of messages, or `no_phone`."""

    id = serializers.UUIDField()
    member = MemberSpoken()
    kinds = serializers.ListField(child=serializers.CharField())
    whys = serializers.ListField(child=serializers.CharField())
    wishes = WishSpoken(many=True)
    since = serializers.DateTimeField()


class VisitedRow(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    member = MemberSpoken()
    wishes = WishSpoken(many=True)
    at = serializers.DateTimeField()
    by = serializers.CharField()
    note = serializers.CharField()


class VisitList(serializers.Serializer[Any]):
    """Who is to be told in person, and who was; and the limits of the community's messages of the day and the year."""

    to_visit = VisitRow(many=True)
    visited = VisitedRow(many=True)
    day = Limit()
    year = Limit()


class VisitInput(Input):
    member = serializers.UUIDField()
    note = serializers.CharField(max_length=500)


class VisitMade(serializers.Serializer[Any]):
    id = serializers.UUIDField()


class Messages(APIView):
    permission_classes = (IsStaff,)
    pagination_class = Page

    @extend_schema(
        operation_id="messages_of_the_community",
        responses=SaidRow(many=True),
        parameters=[
            OpenApiParameter("kind", str, enum=[kind for kind in KINDS if kind != "code"]),
            OpenApiParameter("state", str, enum=Message.State.values),
            OpenApiParameter("day", datetime.date, description="the day it was written on"),
        ],
    )
    def get(self, request: Request) -> Response:
        """What this community said, the newest first; one-time codes are the person's own affair and not listed."""
        ask = request.query_params.get
        messages = ledger.of(current())
        if kind := ask("kind"):
            messages = ledger.of_kind(messages, kind)
        if state := ask("state"):
            messages = messages.filter(state=state)
        if day := ask("day"):
            messages = ledger.of_day(messages, day_written(day, field="day"))
        page = Page()
        return page.get_paginated_response([_row(s) for s in with_context(page.paginate_queryset(messages, request))])


class WishMessages(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(operation_id="messages_of_a_wish", responses=SaidRow(many=True))
    def get(self, request: Request, wish_id: UUID) -> Response:
        """What was said about a wish and to whom, the newest first."""
        return Response([_row(each) for each in about_wish(found(wish_id))])


class MessagesToMember(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(operation_id="messages_of_a_member", responses=MemberMessages)
    def get(self, request: Request, member_id: UUID) -> Response:
        """What was said to a member, the newest first."""
        member = found_member(member_id)
        stop = stop_of(member.phone, current()) if member.phone else None
        rows = [_row(each) for each in to_member(member)]
        return Response({"stop": stop_answer(stop) if stop else None, "messages": rows})


class Visits(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(operation_id="visit_list", responses=VisitList)
    def get(self, request: Request) -> Response:
        """Whom no message reaches, those who wait longest first."""
        limits = {why: dict(zip(("used", "most"), pair, strict=True)) for why, pair in counted(current()).items()}
        return Response(
            {
                "to_visit": [
                    {
                        "id": person.member.pk,
                        "member": _member(person.member),
                        "kinds": person.kinds,
                        "whys": person.whys,
                        "wishes": _wishes(person.wishes),
                        "since": person.since,
                    }
                    for person in to_visit()
                ],
                "visited": [
                    {
                        "id": made.id,
                        "member": _member(made.member),
                        "wishes": _wishes(made.wishes),
                        "at": made.at,
                        "by": made.by,
                        "note": made.note,
                    }
                    for made in visited()
                ],
                "day": limits[COMMUNITY],
                "year": limits[YEAR],
            }
        )

    @extend_schema(request=VisitInput, responses={201: VisitMade})
    def post(self, request: Request) -> Response:
        """The member was told in person about everything that stands on the list."""
        asked = VisitInput(data=request.data)
        asked.is_valid(raise_exception=True)
        member = found_member(asked.validated_data["member"])
        told_in = mark_visited(member, note=asked.validated_data["note"], by=actor_of(request))
        return Response({"id": told_in}, status=201)


class OneVisit(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, visit_id: UUID) -> Response:
        """A visit marked by mistake: the member stands on the list again."""
        take_back_visit(visit_id)
        return Response(status=204)


def _row(about: SaidAbout) -> dict[str, Any]:
    said, visit = about.said, about.visit
    return {
        "id": said.id,
        "kind": said.kind,
        "audience": about.audience,
        "member": _member(about.member) if about.member else None,
        "phone": said.phone,
        "text": said.text,
        "state": said.state,
        "why": said.why,
        "at": said.at,
        "erased": said.erased,
        "wishes": _wishes(about.wishes),
        "visit": {"at": visit.at, "by": visit.by_name, "note": visit.note} if visit else None,
    }


def _member(member: Member) -> dict[str, Any]:
    return {
        "id": member.pk,
        "name": member.name,
        "branch_name": member.branch.name if member.branch else "",
        "work_unit": member.work_unit,
        "phone": mask_phone(member.phone) if member.phone else "",
    }


def _wishes(wishes: dict[UUID, Wish]) -> list[dict[str, Any]]:
    return [{"id": wish.pk, "number": wish.number, "item": wish.item} for wish in wishes.values()]
