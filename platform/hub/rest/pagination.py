"""Pages of a list: {"count", "page", "pages", "results"}."""

from typing import Any

from django.core.paginator import InvalidPage
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response

from hub.language import Text

NO_SUCH_PAGE = Text(zh="页码应为不小于 1 的整数。", en="A page is a whole number from 1 on.")

LONGEST_NUMBER = 20
"""Digits of a page's number."""


class Page(PageNumberPagination):
    """`?page=2&page_size=40`. A page after the last is empty and no error: rows go away while people read."""

    page_size = 40
    max_page_size = 200
    page_size_query_param = "page_size"

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """The rows of the page that the request asks for. Raises ValidationError for a page that is no number."""
        self.request = request
        asked = request.query_params.get(self.page_query_param) or "1"
        size = self.get_page_size(request) or self.page_size
        # Its length first: Python refuses to read a number of some thousand digits.
        if not (asked.isascii() and asked.isdigit() and len(asked) < LONGEST_NUMBER and 0 < int(asked) < 10**6):
            raise ValidationError({self.page_query_param: [str(NO_SUCH_PAGE)]})
        paginator = self.django_paginator_class(queryset, size)
        self.number = int(asked)
        if self.number == 1:
            rows = list(queryset[: size + 1])
            # A list that fits on its first page, as most do, need not be counted: one question less.
            whole = len(rows) <= size
            self.count, self.pages = (len(rows), 1) if whole else (paginator.count, paginator.num_pages)
            return rows[:size]
        self.count, self.pages = paginator.count, paginator.num_pages
        try:
            return list(paginator.page(self.number))
        except InvalidPage:
            return []

    def get_paginated_response(self, data: Any) -> Response:
        """The answer with the page's rows as `data`."""
        return Response({"count": self.count, "page": self.number, "pages": self.pages, "results": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The same for the API's description."""
        whole = {"type": "integer", "minimum": 0}
        return {
            "type": "object",
            "required": ["count", "page", "pages", "results"],
            "properties": {"count": whole, "page": whole, "pages": whole, "results": schema},
        }
