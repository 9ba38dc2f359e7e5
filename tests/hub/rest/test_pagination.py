from typing import Any

import pytest
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from hub.rest.pagination import Page


def page_of(rows: list[int], query: str) -> dict[str, Any]:
    page = Page()
    shown = page.paginate_queryset(rows, Request(APIRequestFactory().get(f"/api/trial?{query}")))
    return dict(page.get_paginated_response(shown).data)


def test_a_page_says_where_it_is() -> None:
    assert page_of(list(range(95)), "page=3") == {
        "count": 95,
        "page": 3,
        "pages": 3,
        "results": list(range(80, 95)),
    }
    assert page_of(list(range(95)), "page_size=10&page=2")["results"] == list(range(10, 20))
    assert page_of([], "") == {"count": 0, "page": 1, "pages": 1, "results": []}


def test_a_page_after_the_last_is_empty() -> None:
    assert page_of([1, 2], "page=7") == {"count": 2, "page": 7, "pages": 1, "results": []}


def test_a_page_has_at_most_two_hundred_rows() -> None:
    assert len(page_of(list(range(500)), "page_size=9999")["results"]) == 200
    assert len(page_of(list(range(500)), "page_size=-1")["results"]) == 40
    assert len(page_of(list(range(500)), f"page_size={'9' * 5000}")["results"]) == 40


@pytest.mark.parametrize("page", ["0", "-1", "two", "1.5", "１", "9" * 30, "9" * 5000, "0" * 5000 + "1"])
def test_a_page_that_is_no_number_is_refused(page: str) -> None:
    with pytest.raises(ValidationError):
        page_of([1], f"page={page}")
