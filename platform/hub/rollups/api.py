"""What officers see: figures of their region, with the state of each community. On the platform's host only."""

import datetime
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiTypes, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.clock import today
from hub.language import Text
from hub.privacy.access import record_access
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsOfficer
from hub.rollups import regions
from hub.rollups.export import workbook_of
from hub.rollups.models import COUNTS, STAGES, CommunityYear

Counts = type(
    "Counts",
    (serializers.Serializer,),
    {
        "__doc__": "Whole numbers of wishes (and members); a rate is printed with numerator and denominator.",
        **{name: serializers.IntegerField() for name in COUNTS},
    },
)


class RegionName(serializers.Serializer[Any]):
    code = serializers.CharField()
    name = serializers.CharField()
    open = serializers.BooleanField()


class Stuck(serializers.Serializer[Any]):
    """A stage in which wishes wait too long; `longest` in working days beyond what the policy allows."""

    stage = serializers.ChoiceField(choices=list(STAGES))
    count = serializers.IntegerField()
    longest = serializers.IntegerField()


class ChildAnswer(serializers.Serializer[Any]):
    """The next level down: a region, or a community with its state."""

    code = serializers.CharField()
    name = serializers.CharField()
    above = serializers.CharField(allow_blank=True)
    is_community = serializers.BooleanField()
    communities = serializers.IntegerField()
    campaign_state = serializers.CharField(allow_blank=True)
    active_at = serializers.DateTimeField(allow_null=True)
    counts = Counts()
    stuck = serializers.IntegerField()
    longest = serializers.IntegerField()
    worst = Stuck(allow_null=True)


class CategoryCell(serializers.Serializer[Any]):
    """Empty where the number is 1 to 4: shown as <5."""

    category = serializers.CharField()
    in_pool = serializers.IntegerField(allow_null=True)
    fulfilled = serializers.IntegerField(allow_null=True)


class DistrictAnswer(serializers.Serializer[Any]):
    code = serializers.CharField()
    name = serializers.CharField()
    path = RegionName(many=True)
    mine = RegionName(many=True)
    year = serializers.IntegerField()
    years = serializers.ListField(child=serializers.IntegerField())
    communities = serializers.IntegerField()
    counted_at = serializers.DateTimeField(allow_null=True)
    counts = Counts()
    overdue_a_week_ago = serializers.IntegerField()
    stuck = Stuck(many=True)
    children = ChildAnswer(many=True)
    categories = CategoryCell(many=True)


class TrendDay(serializers.Serializer[Any]):
    day = serializers.DateField()
    in_pool = serializers.IntegerField()
    claimed = serializers.IntegerField()
    fulfilled = serializers.IntegerField()
    overdue = serializers.IntegerField()


ASKED = [
    OpenApiParameter("region", str, description="a prefix of the region code; the officer's own by default"),
    OpenApiParameter("year", str, description="the newest by default"),
    OpenApiParameter("level", str, description="communities: all below; by default the next level down"),
    OpenApiParameter("stage", str, description="only what is stuck in this stage"),
]


def asked(request: Request) -> tuple[str, list[str], int]:
    """Region, the officer's own regions, year. Raises `Refusal` (404) for a region that is not the officer's."""
    mine = regions.regions_of(actor_of(request).account_id)
    if not mine:
        raise Refusal("not_found", regions.NO_REGION, status=404)
    region = regions.checked_region(request.query_params.get("region") or mine[0], mine=mine)
    year = request.query_params.get("year", "")
    newest = (
        CommunityYear.objects.filter(region_code__startswith=region).order_by("-year").values_list("year", flat=True)
    )
    return region, mine, int(year) if year.isdigit() and len(year) == 4 else newest.first() or today().year


def children_of(region: str, lines: list[CommunityYear], *, flat: bool, stage: str) -> list[dict[str, Any]]:
    """The rows of the next level (or of all communities), what is stuck most and longest first."""
    length = 12 if flat else regions.next_level(region) or 12
    groups = regions.grouped(lines, length)
    names = regions.names_of([*groups, *(code[:9] for code in groups)])
    rows = []
    for code, below in groups.items():
        waits = [row for row in regions.stuck(below) if row["count"] and (not stage or row["stage"] == stage)]
        if stage and not waits:
            continue
        rows.append(
            {
                "code": code,
                "name": names.get(code, code),
                "above": names.get(code[:9], "") if length == 12 else "",
                "is_community": length == 12,
                "communities": len(below),
                "campaign_state": below[0].campaign_state if length == 12 else "",
                "active_at": max((line.active_at for line in below if line.active_at), default=None),
                "counts": regions.summed(below),
                "stuck": sum(row["count"] for row in waits),
                "longest": max((row["longest"] for row in waits), default=0),
                "worst": waits[0] if waits else None,
            }
        )
    return sorted(rows, key=lambda row: (-row["stuck"], -row["longest"], row["code"]))


def district_answer(request: Request) -> dict[str, Any]:
    """Everything on the district's page but the trend."""
    region, mine, year = asked(request)
    lines = regions.lines_below(region, year)
    names = regions.names_of([region, *mine])
    flat = request.query_params.get("level") == "communities"
    week_ago = today() - datetime.timedelta(days=7)
    years = CommunityYear.objects.filter(region_code__startswith=region).values_list("year", flat=True)
    return {
        "code": region,
        "name": names.get(region, region),
        "path": regions.path_to(region, mine=mine),
        "mine": [{"code": code, "name": names.get(code, code), "open": True} for code in mine],
        "year": year,
        "years": sorted(set(years), reverse=True),
        "communities": len(lines),
        "counted_at": min((line.counted_at for line in lines), default=None),
        "counts": regions.summed(lines),
        "overdue_a_week_ago": regions.overdue_on(region, year, week_ago),
        "stuck": regions.stuck(lines),
        "children": children_of(region, lines, flat=flat, stage=request.query_params.get("stage", "")),
        "categories": regions.categories(lines),
    }


class District(APIView):
    permission_classes = (IsOfficer,)

    @extend_schema(responses=DistrictAnswer, parameters=ASKED)
    def get(self, request: Request) -> Response:
        return Response(district_answer(request))


class Trend(APIView):
    permission_classes = (IsOfficer,)

    @extend_schema(
        responses=TrendDay(many=True),
        parameters=[*ASKED[:2], OpenApiParameter("since", str), OpenApiParameter("until", str)],
    )
    def get(self, request: Request) -> Response:
        region, _, year = asked(request)
        since, until = (_day(request, name) for name in ("since", "until"))
        return Response(regions.trend(region, year, since=since, until=until or today()))


class Export(APIView):
    """The page's table as a workbook."""

    permission_classes = (IsOfficer,)

    @extend_schema(
        responses={(200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"): OpenApiTypes.BINARY},
        parameters=ASKED,
    )
    def get(self, request: Request) -> HttpResponse:
        answer = district_answer(request)
        with transaction.atomic():
            record_access(
                actor_of(request),
                subject="district",
                subject_id=None,
                fields=["figures"],
                reason=f"export {answer['code']}",
            )
            content = workbook_of(answer)
        return HttpResponse(
            content,
            content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            headers={
                "Content-Disposition": f'attachment; filename="wishbridge-{answer["code"]}-{answer["year"]}.xlsx"'
            },
        )


def _day(request: Request, name: str) -> datetime.date | None:
    text = request.query_params.get(name, "")
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise Refusal(
            "day_invalid",
            Text(zh="日期请写成 2026-05-11 这样。", en="Write the day like 2026-05-11."),
            status=400,
            field=name,
        ) from None
