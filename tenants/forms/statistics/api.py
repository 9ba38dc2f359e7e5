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
from tenants.forms.statistics.columns import BLOCKS
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
    """The form, masked, with its first rows; `count` is how many there are. A row holds its cells by column."""

    title = serializers.CharField()
    as_of = serializers.DateField()
    year = serializers.IntegerField()
    notes = serializers.ListField(child=serializers.CharField())
    blocks = FormBlock(many=True)
    count = serializers.IntegerField()
    empty = serializers.CharField()
    rows = serializers.ListField(child=serializers.DictField(child=serializers.JSONField(allow_null=True)))
    totals = FormTotal(many=True)
    rates = FormRate(many=True)


class StatisticsFormOfCampaign(APIView):
    permission_classes = (IsStaff,)
    answers_once = False
    """An export changes nothing; a kept answer would keep residents' data."""

    @extend_schema(parameters=[AS_OF], responses=FormPreview)
    def get(self, request: Request, campaign_id: UUID) -> Response:
        """What the form would hold, masked as in every list of staff's."""
        campaign = found_campaign(campaign_id)
        form = statistics_form(campaign, day_of_form(campaign, request.query_params.get("as_of")), masked=True)
        return Response(
            {
                "title": form.title,
                "as_of": form.day,
                "year": form.year,
                "notes": form.notes[1:],
                "blocks": [
                    {
                        "title": block.title,
                        "columns": [{"key": c.key, "title": c.title, "kind": c.kind} for c in block.columns],
                    }
                    for block in BLOCKS
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

    @extend_schema(request=FormExportInput, responses={(200, MEDIA_TYPE): OpenApiTypes.BINARY})
    def post(self, request: Request, campaign_id: UUID) -> HttpResponse:
        """The form as .xlsx. It is written to the access log with the reason."""
        asked = FormExportInput(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        campaign = found_campaign(campaign_id)
        made = export_form(
            campaign,
            day_of_form(campaign, given.get("as_of")),
            masked=given["masked"],
            reason=given["reason"],
            by=actor_of(request),
        )
        return download(made.content, made.name)
