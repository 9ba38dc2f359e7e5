"""The years' arrangements: read, entered and corrected by the operator, for all communities at once."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.calendars.arranging import arrange, follow_the_library, year_version, years_to_arrange
from hub.calendars.known import calendars
from hub.calendars.library import library_year
from hub.calendars.models import Arrangement
from hub.calendars.year import Holiday
from hub.language import Text
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsOperator
from hub.rest.serializers import Input
from hub.rest.versions import EDITS, Versioned, seen_version, shown_as_it_is, versioned


class HolidayInput(Input):
    name = serializers.CharField(max_length=40)
    first = serializers.DateField()
    last = serializers.DateField()


class ArrangementInput(Input):
    holidays = HolidayInput(many=True)
    make_up_days = serializers.ListField(child=serializers.DateField(), max_length=40)
    notice = serializers.CharField(max_length=120, required=False, allow_blank=True)


class HolidayAnswer(serializers.Serializer[Any]):
    name = serializers.CharField()
    first = serializers.DateField()
    last = serializers.DateField()


class ArrangementEntry(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    by = serializers.CharField()
    notice = serializers.CharField(allow_blank=True)
    withdrawn = serializers.BooleanField()


class CalendarYear(Versioned):
    """A year as all communities count it. `differs` are the days on which the library says something else than the
    operator did; empty where the library is followed."""

    year = serializers.IntegerField()
    origin = serializers.ChoiceField(choices=["library", "operator"])
    provisional = serializers.BooleanField()
    holidays = HolidayAnswer(many=True)
    make_up_days = serializers.ListField(child=serializers.DateField())
    notice = serializers.CharField(allow_blank=True)
    library_has_it = serializers.BooleanField()
    differs = serializers.ListField(child=serializers.DateField())
    entries = ArrangementEntry(many=True)


def year_answer(year: int) -> dict[str, Any]:
    known, library = calendars.of(year), library_year(year)
    entries = list(Arrangement.objects.filter(year=year).order_by("-id"))
    return {
        "year": year,
        "version": year_version(year),
        "origin": known.source,
        "provisional": known.provisional,
        "holidays": [{"name": each.name, "first": each.first, "last": each.last} for each in known.holidays],
        "make_up_days": sorted(known.made_up),
        "notice": entries[0].notice if entries else "",
        "library_has_it": not library.provisional,
        "differs": known.days_apart(library) if known.source == "operator" and not library.provisional else [],
        "entries": [
            {"at": entry.entered_at, "by": entry.by_name, "notice": entry.notice, "withdrawn": entry.withdrawn}
            for entry in entries
        ],
    }


class Years(APIView):
    permission_classes = (IsOperator,)

    @extend_schema(responses=CalendarYear(many=True), description="The years that can be entered now.")
    def get(self, request: Request) -> Response:
        calendars.forget()
        return Response([year_answer(year) for year in years_to_arrange()])


class OneYear(APIView):
    permission_classes = (IsOperator,)

    @extend_schema(responses=CalendarYear)
    def get(self, request: Request, year: int) -> Response:
        if year not in years_to_arrange():
            raise Refusal(
                "not_found", Text(zh="没有这一年的日历。", en="There is no calendar of this year."), status=404
            )
        calendars.forget()
        return versioned(year_answer(year))

    @extend_schema(request=ArrangementInput, responses=CalendarYear, extensions=EDITS)
    def put(self, request: Request, year: int) -> Response:
        """Enters or corrects the arrangement; every community then works its coming deadlines out again."""
        seen = seen_version(request)
        asked = ArrangementInput(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        with shown_as_it_is(lambda: year_answer(year)):
            arrange(
                year,
                holidays=[Holiday(each["name"], each["first"], each["last"]) for each in given["holidays"]],
                make_up_days=given["make_up_days"],
                notice=given.get("notice", ""),
                by=actor_of(request),
                seen=seen,
            )
        return versioned(year_answer(year))

    @extend_schema(request=None, responses={200: CalendarYear})
    def delete(self, request: Request, year: int) -> Response:
        """Follows the library again."""
        follow_the_library(year, by=actor_of(request))
        return Response(year_answer(year))
