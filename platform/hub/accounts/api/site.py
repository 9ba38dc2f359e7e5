"""Who and where am I: the first thing that the application asks."""

import dataclasses
from typing import Any

from django.conf import settings
from django.middleware.csrf import get_token
from django.utils.module_loading import import_string
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.accounts.api.profile import CommunityContact
from hub.accounts.codes import newest_first_code
from hub.accounts.models import Membership, Seat
from hub.accounts.reach import old_password_is_needed
from hub.accounts.seats import Standing, standing_in
from hub.actor import OFFICER, OPERATOR
from hub.clock import today
from hub.communities.current import current_or_none
from hub.communities.models import Community, Region
from hub.communities.profile import contact_of
from hub.communities.regions import prefixes
from hub.language import Text
from hub.refusal import Refusal

ROLES = [*Membership.Role.values, OFFICER, OPERATOR]
NEW_PASSWORD = ["old", "nothing", "again", "none"]
PLATFORM = Text(zh="连心桥", en="WishBridge")


class PrintedCode(serializers.Serializer[Any]):
    """The newest login code that was printed for somebody: when, by whom, and when it was used."""

    printed_at = serializers.DateTimeField()
    printed_by = serializers.CharField(allow_blank=True)
    used_at = serializers.DateTimeField(allow_null=True)


class AccountAnswer(serializers.Serializer[Any]):
    """Whoever is signed in. `has_password` is False for somebody who has used codes only.

    `new_password` says what a new one asks for: `old` the old one, `nothing`, `again` to sign in again first; `none`
    can be set in this session. `first_code` is a member's: whoever printed it has had it too.
    """

    id = serializers.UUIDField()
    name = serializers.CharField()
    roles = serializers.ListField(child=serializers.ChoiceField(choices=ROLES))
    member_id = serializers.UUIDField(allow_null=True)
    branch_id = serializers.UUIDField(allow_null=True)
    must_change_password = serializers.BooleanField()
    has_password = serializers.BooleanField()
    new_password = serializers.ChoiceField(choices=NEW_PASSWORD)
    first_code = PrintedCode(allow_null=True)


class CampaignHead(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    year = serializers.IntegerField()
    yearly = serializers.BooleanField()
    title = serializers.CharField()
    state = serializers.CharField()
    prefix = serializers.CharField()
    first_day = serializers.DateField()
    last_day = serializers.DateField()


class SiteAnswer(serializers.Serializer[Any]):
    """Where the reader is, and who. `region` names province, city, county and town. `campaign` is the one that is shown
    where there is room for one, `campaigns` are all that run; for the office those that prepare as well. `contact` is null on the
    platform."""

    kind = serializers.ChoiceField(choices=["community", "platform"])
    name = serializers.CharField()
    slug = serializers.CharField(allow_blank=True)
    region = serializers.ListField(child=serializers.CharField())
    contact = CommunityContact(allow_null=True)
    campaign = CampaignHead(allow_null=True)
    campaigns = CampaignHead(many=True)
    demo = serializers.BooleanField()
    today = serializers.DateField()
    sms_gateway = serializers.CharField()
    account = AccountAnswer(allow_null=True)


def account_answer(request: Request, standing: Standing | None) -> dict[str, Any] | None:
    """The fields of `AccountAnswer`, or None for nobody."""
    if standing is None:
        return None
    seat = standing.seat
    printed = newest_first_code(seat.account_id, seat.community) if standing.member_id else None
    return {
        "id": standing.seat.account_id,
        "name": standing.seat.name,
        "roles": sorted(standing.roles),
        "member_id": standing.member_id,
        "branch_id": standing.branch_id,
        "must_change_password": standing.seat.must_change_password,
        "has_password": standing.seat.has_password,
        "new_password": _new_password(request, seat),
        "first_code": dataclasses.asdict(printed) if printed else None,
    }


def _new_password(request: Request, seat: Seat) -> str:
    try:
        return "old" if old_password_is_needed(request._request.session, seat) else "nothing"
    except Refusal as refusal:
        return "none" if refusal.status == 403 else "again"


def region_names(code: str) -> list[str]:
    """What province, city, county and town of a community's code are called, as far as they are known."""
    codes = prefixes(code)[:-1]
    named = dict(Region.objects.filter(code__in=codes).values_list("code", "name"))
    return [named[prefix] for prefix in codes if prefix in named]


def _campaigns(community: Community | None, standing: Standing | None) -> dict[str, Any]:
    asked_for: str = getattr(settings, "WISHBRIDGE_SITE_CAMPAIGN", "")
    if community is None or not asked_for:
        return {"campaign": None, "campaigns": []}
    office = standing is not None and bool({"administrator", "staff"} & set(standing.roles))
    answer: dict[str, Any] = import_string(asked_for)(office=office)
    return answer


def site_answer(request: Request, standing: Standing | None) -> dict[str, Any]:
    """The fields of `SiteAnswer`. The campaign comes from the tenants, by the setting WISHBRIDGE_SITE_CAMPAIGN."""
    community: Community | None = current_or_none()
    return {
        "kind": "community" if community else "platform",
        "name": community.name if community else PLATFORM,
        "slug": community.slug if community else "",
        "region": region_names(community.region_code) if community else [],
        **_campaigns(community, standing),
        "contact": contact_of(community) if community else None,
        "demo": settings.WISHBRIDGE_DEMO,
        "today": today(),
        "sms_gateway": settings.WISHBRIDGE_SMS_GATEWAY,
        "account": account_answer(request, standing),
    }


class Site(APIView):
    """Open to everybody; sets the cookie `csrftoken`, which every unsafe request has to repeat in X-CSRFToken."""

    permission_classes = (AllowAny,)
    open_to_first_password = True

    @extend_schema(responses=SiteAnswer)
    def get(self, request: Request) -> Response:
        get_token(request._request)
        return Response(site_answer(request, standing_in(request._request)))
