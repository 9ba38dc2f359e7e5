"""Overdue claims that want a decision of staff."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.rest.pagination import Page
from hub.rest.permissions import IsStaff
from tenants.escalation.answers import LadderRow, ladder_row
from tenants.escalation.deciding import to_decide
from tenants.wishes.api_list import CAMPAIGN_ASKED, campaigns_asked


class Decisions(APIView):
    permission_classes = (IsStaff,)
    pagination_class = Page

    @extend_schema(
        responses=LadderRow(many=True),
        parameters=[OpenApiParameter("campaign", str, description=CAMPAIGN_ASKED)],
        description="Those first that are recalled first.",
    )
    def get(self, request: Request) -> Response:
        page = Page()
        wanting = page.paginate_queryset(to_decide(campaigns_asked(request)), request)
        return page.get_paginated_response([ladder_row(claim, where) for claim, where in wanting])
