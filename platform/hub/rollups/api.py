"""What officers see: figures of their region, with the state of each community. On the platform's host only."""

import datetime
import math
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.clock import now, today
from hub.communities.models import Community
from hub.communities.profile import contact_of
from hub.communities.regions import LEVELS, prefixes
from hub.privacy.access import record_access
from hub.rest.asking import actor_of
from hub.rest.permissions import IsOfficer
from hub.rollups.answers import DistrictAnswer, RegionMine, SheetAnswer, TrendDay
from hub.rollups.asked import Asked, Page, Period, RegionAndYear, Rows, asked
from hub.rollups.breakdown import TOWN, breakdown
from hub.rollups.export import workbook_of
from hub.rollups.listing import Wanted, answer_of, codes_named, rows_of, stuck
from hub.rollups.models import DAILY
from hub.rollups.reading import NOTHING, Standing, overdue_on, standings, summed, trend
from hub.rollups.regions import names_of, path_to, regions_of
from hub.rollups.sheet import rates_of

WEEK = datetime.timedelta(days=7)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class MyRegions(APIView):
    """The officer's regions, the largest first."""

    permission_classes = (IsOfficer,)

    @extend_schema(responses=RegionMine(many=True))
    def get(self, request: Request) -> Response:
        mine = regions_of(actor_of(request).account_id)
        names = names_of({code for region in mine for code in prefixes(region)})
        communities = Community.objects.filter(state=Community.State.ACTIVE)
        return Response(
            [
                {
                    "code": region,
                    "name": names.get(region, region),
                    "above": [names.get(code, code) for code in prefixes(region)[:-1]],
                    "communities": communities.filter(region_code__startswith=region).count(),
                }
                for region in mine
            ]
        )


class District(APIView):
    permission_classes = (IsOfficer,)

    @extend_schema(responses=DistrictAnswer, parameters=[Page])
    def get(self, request: Request) -> Response:
        question = asked(request, Page)
        region, year = question.region, question.year
        lines = standings(region, year, until=question.until)
        before = _before(question)
        names = _names(question, lines, question.wanted)
        rows = rows_of(region, lines, question.wanted, names)
        place = _place(question, lines, names)
        first = (question.page - 1) * question.page_size
        return Response(
            {
                **place,
                "contact": _contact(region),
                "mine": [{"code": code, "name": names.get(code, code), "open": True} for code in question.mine],
                "years": question.years,
                "closed_communities": sum(line.community_state != Community.State.ACTIVE for line in lines),
                "gained": _gained(place["counts"], lines, before),
                "overdue_a_week_ago": overdue_on(region, year, place["until"] - WEEK),
                "stuck": stuck(lines),
                "children": [
                    answer_of(row, _gained(row.counts, row.lines, before))
                    for row in rows[first : first + question.page_size]
                ],
                "count": len(rows),
                "page": question.page,
                "pages": max(1, math.ceil(len(rows) / question.page_size)),
                # Of now only: differences between days would tell single people's (breakdown.py).
                "categories": breakdown(region, year) if question.until is None else [],
                "categories_shown": question.until is None and len(region) <= TOWN,
            }
        )


class Trend(APIView):
    permission_classes = (IsOfficer,)

    @extend_schema(responses=TrendDay(many=True), parameters=[Period])
    def get(self, request: Request) -> Response:
        question = asked(request, Period)
        return Response(trend(question.region, question.year, since=question.since, until=question.until or today()))


class Sheet(APIView):
    """The honest sheet of a region: what is behind each rate."""

    permission_classes = (IsOfficer,)

    @extend_schema(responses=SheetAnswer, parameters=[RegionAndYear])
    def get(self, request: Request) -> Response:
        question = asked(request, RegionAndYear)
        lines = standings(question.region, question.year, until=question.until)
        wanted = Wanted(sort="code")
        names = _names(question, lines, wanted)
        place = _place(question, lines, names)
        below = rows_of(question.region, lines, wanted, names)
        return Response(
            {
                **place,
                "rates": rates_of(place["counts"]),
                "children": [
                    {"code": row.code, "name": row.name, "counts": row.counts}
                    for row in below
                    if row.code != question.region
                ],
            }
        )


class Export(APIView):
    """All rows that the filters leave, as a workbook, with the definitions and what was asked for."""

    permission_classes = (IsOfficer,)

    @extend_schema(responses={(200, XLSX): OpenApiTypes.BINARY}, parameters=[Rows])
    def get(self, request: Request) -> HttpResponse:
        question = asked(request, Rows)
        lines = standings(question.region, question.year, until=question.until)
        names = _names(question, lines, question.wanted)
        rows = rows_of(question.region, lines, question.wanted, names)
        place = _place(question, lines, names)
        content = workbook_of(place, rows, question.wanted, moment=now())
        with transaction.atomic():
            record_access(
                actor_of(request),
                subject="district",
                subject_id=None,
                fields=["figures"],
                reason=f"export {question.region}",
            )
        return HttpResponse(
            content,
            content_type=XLSX,
            headers={
                "Content-Disposition": f'attachment; filename="wishbridge-{question.region}-{question.year}'
                f'-{place["until"]:%Y%m%d}.xlsx"'
            },
        )


def _contact(region: str) -> dict[str, str] | None:
    """Whom to call about a single community; None for a larger region."""
    community = Community.objects.filter(region_code=region).first() if len(region) == LEVELS[-1] else None
    return contact_of(community) if community else None


def _names(question: Asked, lines: Sequence[Standing], wanted: Wanted) -> dict[str, str]:
    """All names that an answer speaks of, in one question."""
    return names_of({*prefixes(question.region), *question.mine, *codes_named(question.region, lines, wanted)})


def _place(question: Asked, lines: Sequence[Standing], names: Mapping[str, str]) -> dict[str, Any]:
    """What every answer about a region begins with."""
    path = path_to(question.region, mine=question.mine, names=names)
    # Closed campaigns and closed communities are not counted again; what still moves says how old the figures are.
    moving = [
        line.counted_at
        for line in lines
        if line.counted_at and line.community_state == Community.State.ACTIVE and line.campaign_state != "closed"
    ]
    stamps = moving or [line.counted_at for line in lines if line.counted_at]
    return {
        "code": question.region,
        "name": path[-1]["name"],
        "path": path,
        "year": question.year,
        "until": question.until or today(),
        "since": question.since,
        "communities": len(lines),
        "counted_at": min(stamps, default=None),
        "counted_newest_at": max(stamps, default=None),
        "counts": summed(lines),
    }


def _before(question: Asked) -> Mapping[str, Mapping[str, int]] | None:
    """Each community's counts on the day before the period, by code; None where no period was asked for."""
    if question.since is None:
        return None
    eve = question.since - datetime.timedelta(days=1)
    return {line.code: line.counts for line in standings(question.region, question.year, until=eve)}


def _gained(
    counts: Mapping[str, int], lines: Sequence[Standing], before: Mapping[str, Mapping[str, int]] | None
) -> dict[str, int] | None:
    if before is None:
        return None
    return {name: counts[name] - sum(before.get(line.code, NOTHING)[name] for line in lines) for name in DAILY}
