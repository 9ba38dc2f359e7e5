"""The register of members and branches, for staff."""

import dataclasses
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.accounts.api.site import PrintedCode
from hub.accounts.members import first_code_of_member, members_with_account
from hub.accounts.seats import standing_in
from hub.actor import ADMINISTRATOR, STAFF, name_told
from hub.communities.current import current
from hub.language import Text
from hub.pinyin import sort_key
from hub.privacy.access import record_access
from hub.privacy.masking import mask_phone
from hub.qr import qr_svg
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.ordering import Orders
from hub.rest.pagination import Page
from hub.rest.permissions import IsStaff, IsStaffOrSecretary
from hub.rest.serializers import Input, PhoneField
from hub.rest.versions import EDITS, Versioned, seen_version, shown_as_it_is, versioned
from tenants.members.models import Branch, Member
from tenants.members.register import NewMember, edit_member, first_code, member_version, register_member
from tenants.people.answers import is_landline
from tenants.people.finding import by_person

NO_SUCH_MEMBER = Refusal("not_found", Text(zh="没有找到这位党员。", en="There is no such member."), status=404)


class MemberRow(serializers.Serializer[Any]):
    """A member; the telephone is masked. `attention` says what staff still have to complete."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    phone = serializers.CharField(allow_blank=True)
    branch_id = serializers.UUIDField(allow_null=True)
    branch_name = serializers.CharField(allow_blank=True)
    sex = serializers.CharField(allow_blank=True)
    work_unit = serializers.CharField(allow_blank=True)
    skills = serializers.CharField(allow_blank=True)
    duty = serializers.CharField(allow_blank=True)
    state = serializers.ChoiceField(choices=Member.State.choices)
    has_account = serializers.BooleanField()
    attention = serializers.ListField(child=serializers.CharField())


class MemberChange(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    by = serializers.CharField()
    verb = serializers.CharField()
    reason = serializers.CharField(allow_blank=True)
    fields = serializers.ListField(child=serializers.CharField())  # type: ignore[assignment]


class MemberAnswer(MemberRow, Versioned):
    """`first_code` is the newest that was printed for the member: when, by whom, and whether it was used."""

    first_code = PrintedCode(allow_null=True)
    birth_month = serializers.CharField(allow_blank=True)
    note = serializers.CharField(allow_blank=True)
    history = MemberChange(many=True)


class MemberInput(Input):
    name = serializers.CharField(max_length=40)
    phone = PhoneField(required=False, allow_blank=True)
    branch_id = serializers.UUIDField(required=False, allow_null=True)
    sex = serializers.ChoiceField(choices=["male", "female", ""], required=False)
    birth_month = serializers.CharField(max_length=20, required=False, allow_blank=True)
    work_unit = serializers.CharField(max_length=80, required=False, allow_blank=True)
    skills = serializers.CharField(max_length=120, required=False, allow_blank=True)
    duty = serializers.CharField(max_length=60, required=False, allow_blank=True)
    note = serializers.CharField(max_length=500, required=False, allow_blank=True)


class FirstCodeAnswer(serializers.Serializer[Any]):
    """Shown once, to be printed: whose it is, the address to open with its QR code, the code. The last four digits tell
    namesakes apart, and the member which number to sign in with."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    branch_name = serializers.CharField(allow_blank=True)
    phone_last4 = serializers.CharField(allow_blank=True)
    address = serializers.CharField()
    qr_svg = serializers.CharField()
    code = serializers.CharField()


class MemberPhoneInput(Input):
    reason = serializers.CharField(max_length=200)


class MemberPhoneAnswer(serializers.Serializer[Any]):
    phone = serializers.CharField(allow_blank=True)


def member_rows(members: Iterable[Member]) -> list[dict[str, Any]]:
    """Rows of `MemberRow` for members with their branch selected."""
    members = list(members)
    known = members_with_account([member.pk for member in members], community=current())
    return [member_row(member, has_account=member.pk in known) for member in members]


def member_row(member: Member, *, has_account: bool) -> dict[str, Any]:
    attention = [] if member.phone else ["phone_missing"]
    if member.phone and is_landline(member.phone):
        attention.append("landline_takes_no_sms")
    if member.branch_id is None:
        attention.append("branch_missing")
    return {
        "id": member.pk,
        "name": member.name,
        "phone": mask_phone(member.phone) if member.phone else "",
        "branch_id": member.branch_id,
        "branch_name": member.branch.name if member.branch else "",
        "sex": member.sex,
        "work_unit": member.work_unit,
        "skills": member.skills,
        "duty": member.duty or "",
        "state": member.state,
        "has_account": has_account,
        "attention": attention,
    }


def member_answer(member: Member) -> dict[str, Any]:
    """One member with note and history."""
    printed = first_code_of_member(member.pk, community=current())
    return {
        **member_rows([member])[0],
        "version": member_version(member),
        "first_code": dataclasses.asdict(printed) if printed else None,
        "birth_month": member.birth_month,
        "note": member.note,
        "history": [
            {
                "at": e.at,
                "by": name_told(e.actor_id, e.actor_name),
                "verb": e.verb,
                "reason": e.reason,
                "fields": list(e.changes),
            }
            for e in member.history.all()
        ],
    }


def found_member(member_id: UUID) -> Member:
    """The member, or 404 in the API's manner."""
    member = Member.objects.select_related("branch").filter(pk=member_id).first()
    if member is None:
        raise NO_SUCH_MEMBER
    return member


def found_branch(branch_id: UUID | None) -> Branch | None:
    """The branch; None for None. Raises `Refusal` (400) naming the field for an unknown one."""
    if branch_id is None:
        return None
    branch = Branch.objects.filter(pk=branch_id).first()
    if branch is None:
        raise Refusal(
            "branch_unknown", Text(zh="没有这个支部。", en="There is no such branch."), status=400, field="branch_id"
        )
    return branch


def by_name(member: Member) -> str:
    return sort_key(member.name)


def branch_order(member: Member) -> int:
    """Who has no branch comes first: there something is to be done."""
    return member.branch.order if member.branch else -1


ORDERS = Orders(name=by_name, branch=branch_order, unit=lambda member: sort_key(member.work_unit))


class Members(APIView):
    permission_classes = (IsStaff,)
    pagination_class = Page

    @extend_schema(
        responses=MemberRow(many=True),
        parameters=[
            OpenApiParameter("q", str, description="name, initials, telephone, its last four digits"),
            OpenApiParameter("branch", str, description="a branch's id, or none"),
            OpenApiParameter("attention", str, description="1: something is missing"),
            OpenApiParameter("state", str, description="active by default; left; all"),
            ORDERS.described(),
        ],
    )
    def get(self, request: Request) -> Response:
        ask = request.query_params.get
        members = Member.objects.select_related("branch")
        if (state := ask("state", Member.State.ACTIVE)) != "all":
            members = members.filter(state=state)
        if query := ask("q", "").strip():
            members = members.filter(by_person(query))
        if branch := ask("branch"):
            members = members.filter(branch=None) if branch == "none" else members.filter(branch=_uuid(branch))
        if ask("attention") in ("1", "true"):
            members = members.filter(Q(phone_index=None) | Q(branch=None))
        register = sorted(members, key=lambda member: (branch_order(member), by_name(member)))
        ordered = ORDERS.sorted(register, request)
        page = Page()
        return page.get_paginated_response(member_rows(page.paginate_queryset(ordered, request)))

    @extend_schema(request=MemberInput, responses={201: MemberAnswer})
    def post(self, request: Request) -> Response:
        asked = MemberInput(data=request.data)
        asked.is_valid(raise_exception=True)
        values = dict(asked.validated_data)
        branch = found_branch(values.pop("branch_id", None))
        made = register_member(NewMember(branch=branch, **values), by=actor_of(request))
        return versioned(member_answer(found_member(made.pk)), status=201)


class OneMember(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=MemberAnswer)
    def get(self, request: Request, member_id: UUID) -> Response:
        return versioned(member_answer(found_member(member_id)))

    @extend_schema(request=MemberInput, responses=MemberAnswer, extensions=EDITS)
    def patch(self, request: Request, member_id: UUID) -> Response:
        member, seen = found_member(member_id), seen_version(request)
        asked = MemberInput(data=request.data, partial=True)
        asked.is_valid(raise_exception=True)
        found_branch(asked.validated_data.get("branch_id"))
        with shown_as_it_is(lambda: member_answer(found_member(member_id))):
            edit_member(member, asked.validated_data, by=actor_of(request), seen=seen)
        return versioned(member_answer(found_member(member_id)))


class MemberFirstCode(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=None, responses={201: FirstCodeAnswer})
    def post(self, request: Request, member_id: UUID) -> Response:
        member = found_member(member_id)
        address = request._request.build_absolute_uri("/login?way=first")
        return Response(
            {
                "id": member.pk,
                "name": member.name,
                "branch_name": member.branch.name if member.branch else "",
                "phone_last4": member.phone[-4:],
                "address": request._request.build_absolute_uri("/login"),
                "qr_svg": qr_svg(address).decode(),
                "code": first_code(member, by=actor_of(request)),
            },
            status=201,
        )


class MemberUnmasking(APIView):
    """A member's telephone in full; the reason goes to the access log. A secretary sees those of the own branch."""

    permission_classes = (IsStaffOrSecretary,)

    @extend_schema(request=MemberPhoneInput, responses=MemberPhoneAnswer)
    def post(self, request: Request, member_id: UUID) -> Response:
        asked = MemberPhoneInput(data=request.data)
        asked.is_valid(raise_exception=True)
        member = found_member(member_id)
        if not actor_of(request).has(STAFF, ADMINISTRATOR):
            standing = standing_in(request._request)
            if standing is None or standing.branch_id is None or standing.branch_id != member.branch_id:
                raise NO_SUCH_MEMBER
        with transaction.atomic():
            record_access(
                actor_of(request),
                subject="member",
                subject_id=member.pk,
                fields=["phone"],
                reason=asked.validated_data["reason"],
            )
            return Response({"phone": member.phone})


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refusal(
            "branch_unknown", Text(zh="没有这个支部。", en="There is no such branch."), status=400, field="branch"
        ) from None
