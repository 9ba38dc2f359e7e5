"""The form's preview, and its export; staff only."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.rest.asking import actor_of
from hub.rest.permissions import IsStaff
from hub.rest.serializers import Input
from tenants.campaigns.api import found_campaign
from tenants.campaigns.finding import Covered, campaigns_of
from tenants.forms.statistics.days import day_of_form
from tenants.forms.statistics.exporting import export_form
from tenants.forms.statistics.form import statistics_form
from tenants.forms.workbooks import MEDIA_TYPE, download

SHOWN = 12
"""Rows of a preview."""
AS_OF = OpenApiParameter("as_of", str, description="YYYY-MM-DD: how things stood when this day ended; today by default")


class FormExportInput(Input):
    """What the form is for (`reason`) is asked by the verb, and goes on the access log. Masked unless the full form is
    asked for."""

    reason = serializers.CharField(max_length=200, allow_blank=True, default="")
    as_of = serializers.CharField(max_length=10, required=False, allow_blank=True)
    masked = serializers.BooleanField(default=True)


class FormColumn(serializers.Serializer[Any]):
    key = serializers.CharField()
    title = serializers.CharField()
    kind = serializers.ChoiceField(choices=["text", "number", "day"])


class FormBlock(serializers.Serializer[Any]):
    title = serializers.CharField()
    columns = FormColumn(many=True)


class FormTotal(serializers.Serializer[Any]):
    key = serializers.CharField()
    name = serializers.CharField()
    count = serializers.IntegerField()


class FormRate(serializers.Serializer[Any]):
    key = serializers.CharField()
    name = serializers.CharField()
    numerator = serializers.IntegerField()
    denominator = serializers.IntegerField()
    definition = serializers.CharField()


class FormPreview(serializers.Serializer[Any]):
    """The form, masked, with its first rows; `count` is how many there are. A row holds its cells by column. Of several
    campaigns of a year in one, the first block has a column more: the campaign's name."""

    title = serializers.CharField()
    as_of = serializers.DateField()
    year = serializers.IntegerField()
    campaigns = serializers.ListField(child=serializers.CharField(), help_text="names of those that it is of")
    notes = serializers.ListField(child=serializers.CharField())
    blocks = FormBlock(many=True)
    count = serializers.IntegerField()
    empty = serializers.CharField()
    rows = serializers.ListField(child=serializers.DictField(child=serializers.JSONField(allow_null=True)))
    totals = FormTotal(many=True)
    rates = FormRate(many=True)


class _Form(APIView):
    permission_classes = (IsStaff,)
    answers_once = False
    """An export changes nothing; a kept answer would keep residents' data."""

    def preview(self, request: Request, of: Covered) -> Response:
        """What the form would hold, masked as in every list of staff's."""
        form = statistics_form(of, day_of_form(of, request.query_params.get("as_of")), masked=True)
        return Response(
            {
                "title": form.title,
                "as_of": form.day,
                "year": form.year,
                "campaigns": list(form.campaigns),
                "notes": form.notes[1:],
                "blocks": [
                    {
                        "title": block.title,
                        "columns": [{"key": c.key, "title": c.title, "kind": c.kind} for c in block.columns],
                    }
                    for block in form.blocks
                ],
                "count": len(form.rows),
                "empty": form.empty,
                "rows": form.rows[:SHOWN],
                "totals": [{"key": t.key, "name": t.name, "count": t.count} for t in form.totals],
                "rates": [
                    {
                        "key": r.key,
                        "name": r.name,
                        "numerator": r.numerator,
                        "denominator": r.denominator,
                        "definition": r.definition,
                    }
                    for r in form.rates
                ],
            }
        )

    def export(self, request: Request, of: Covered) -> HttpResponse:
        """The form as .xlsx. It is written to the access log with the reason."""
        asked = FormExportInput(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        made = export_form(
            of,
            day_of_form(of, given.get("as_of")),
            masked=given["masked"],
            reason=given["reason"],
            by=actor_of(request),
        )
        return download(made.content, made.name)


class StatisticsFormOfCampaign(_Form):
    @extend_schema(parameters=[AS_OF], responses=FormPreview)
    def get(self, request: Request, campaign_id: UUID) -> Response:
        """What the form of one campaign would hold, masked as in every list of staff's."""
        return self.preview(request, found_campaign(campaign_id))

    @extend_schema(request=FormExportInput, responses={(200, MEDIA_TYPE): OpenApiTypes.BINARY})
    def post(self, request: Request, campaign_id: UUID) -> HttpResponse:
        """The form of one campaign as .xlsx. It is written to the access log with the reason."""
        return self.export(request, found_campaign(campaign_id))


class StatisticsFormOfYear(_Form):
    """All campaigns of a year together."""

    @extend_schema(parameters=[AS_OF], responses=FormPreview)
    def get(self, request: Request, year: int) -> Response:
        """What the form of a year's campaigns together would hold, masked as in every list of staff's."""
        return self.preview(request, campaigns_of(year))

    @extend_schema(request=FormExportInput, responses={(200, MEDIA_TYPE): OpenApiTypes.BINARY})
    def post(self, request: Request, year: int) -> HttpResponse:
        """The form of a year's campaigns together as .xlsx. It is written to the access log with the reason."""
        return self.export(request, campaigns_of(year))
