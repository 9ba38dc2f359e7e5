"""What an officer asks for: a region of the own ones, a year, a period, and which rows in which order."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from rest_framework import serializers
from rest_framework.request import Request

from hub.clock import today
from hub.language import Text
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.serializers import Input
from hub.rollups.listing import NOT_BEGUN, ORDERS, Wanted
from hub.rollups.models import STAGES, CommunityYear
from hub.rollups.regions import NO_REGION, checked_region, regions_of

BACKWARDS = Text(
    zh="起始日期在截止日期之后：请让起始日期不晚于截止日期。",
    en="The period begins after it ends: let it begin no later than it ends.",
)
CAMPAIGN_STATES = ("preparing", "running", "closed")


class RegionAndYear(Input):
    """`until`: the figures as they stood at the end of that day."""

    region = serializers.CharField(
        required=False, max_length=12, help_text="a prefix of the region code; the officer's own by default"
    )
    year = serializers.IntegerField(
        required=False, min_value=2000, max_value=2100, help_text="by default the one that most run"
    )
    until = serializers.DateField(required=False, help_text="the figures as they stood at the end of that day")


class Period(RegionAndYear):
    """`since`: where the trend begins, and from where on is counted what was gained."""

    since = serializers.DateField(required=False, help_text="the first day of the period")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        since, until = attrs.get("since"), attrs.get("until") or today()
        if since is not None and since > until:
            raise serializers.ValidationError({"since": [str(BACKWARDS)]})
        return attrs


class Rows(Period):
    """The same with filters and order of the table. They change the table, never the region's own figures."""

    level = serializers.ChoiceField(
        ["communities"], required=False, help_text="communities: all below; by default the next level down"
    )
    state = serializers.ChoiceField(
        [*CAMPAIGN_STATES, NOT_BEGUN], required=False, help_text="state of the campaign; none: not begun in the year"
    )
    stage = serializers.ChoiceField(list(STAGES), required=False, help_text="only what is stuck in this stage")
    q = serializers.CharField(required=False, max_length=64, help_text="part of the name")
    sort = serializers.ChoiceField(
        [sign + key for key in ORDERS for sign in ("", "-")], required=False, help_text="with a minus the largest first"
    )


class Page(Rows):
    page = serializers.IntegerField(required=False, min_value=1, max_value=10**6)
    page_size = serializers.IntegerField(required=False, min_value=1, max_value=400)


@dataclass(frozen=True, slots=True)
class Asked:
    """`until` is None for now. `year` is that of `year_shown` where none was named."""

    region: str
    mine: list[str]
    year: int
    years: list[int]
    """The years that the region has figures of, the newest first."""
    since: datetime.date | None
    until: datetime.date | None
    wanted: Wanted
    page: int
    page_size: int


def asked(request: Request, form: type[RegionAndYear]) -> Asked:
    """The question, checked.

    Raises ValidationError (400) for what it does not know, `Refusal` (404) for a region that is not the officer's.
    """
    # An empty value is what a form sends for nothing chosen.
    given = form(data={name: value for name, value in request.query_params.dict().items() if value})
    given.is_valid(raise_exception=True)
    values = given.validated_data
    mine = regions_of(actor_of(request).account_id)
    if not mine:
        raise Refusal("not_found", NO_REGION, status=404)
    region = checked_region(values.get("region") or mine[0], mine=mine)
    until = values.get("until")
    years = years_of(region)
    return Asked(
        region=region,
        mine=mine,
        year=values.get("year") or year_shown(region) or today().year,
        years=years,
        since=values.get("since"),
        until=until if until is not None and until < today() else None,
        wanted=Wanted(
            flat=values.get("level") == "communities",
            state=values.get("state", ""),
            stage=values.get("stage", ""),
            name=values.get("q", ""),
            sort=values.get("sort", ""),
        ),
        page=values.get("page", 1),
        page_size=values.get("page_size", 40),
    )


def year_shown(region: str) -> int | None:
    """The year that most of the region's communities run, else the newest: the first community that starts the next
    one must not turn the county's page to zeros. None where there are no figures."""
    lines = CommunityYear.objects.filter(community__region_code__startswith=region)
    years = lines.values("year").annotate(running=Count("pk", filter=Q(campaign_state="running")))
    return years.order_by("-running", "-year").values_list("year", flat=True).first()


def years_of(region: str) -> list[int]:
    """The years that the region has figures of, the newest first."""
    lines = CommunityYear.objects.filter(community__region_code__startswith=region)
    return sorted(set(lines.values_list("year", flat=True).distinct()), reverse=True)
