"""Filters that somebody keeps for themselves (experience.md, number 14)."""

from collections.abc import Callable

import pytest
from django.db import connection

from hub.accounts.saved_filters import AT_MOST, save_filter
from hub.accounts.seats import Standing
from hub.refusal import Refusal
from tests.hub.accounts.office import LI, WANG, Browser

SignIn = Callable[..., Browser]
pytestmark = pytest.mark.django_db

KEPT = {"list": "/portal/wishes", "name": "马福山家的", "query": {"q": "马福山", "state": "open"}}


def names(browser: Browser) -> list[str]:
    return [each["name"] for each in browser.get("/api/my/filters").json()]


def test_a_filter_is_kept_for_oneself_and_for_nobody_else(signed_in: SignIn, li: Standing, wang: Standing) -> None:
    mine, colleague = signed_in(LI), signed_in(WANG)
    assert mine.post("/api/my/filters", KEPT).status_code == 201
    [kept] = mine.get("/api/my/filters").json()
    assert {name: kept[name] for name in KEPT} == KEPT
    assert names(colleague) == []
    assert colleague.send("DELETE", f"/api/my/filters/{kept['id']}").status_code == 204
    assert names(mine) == ["马福山家的"]
    assert mine.send("DELETE", f"/api/my/filters/{kept['id']}").status_code == 204
    assert names(mine) == []


def test_the_same_name_takes_the_old_ones_place_within_its_list(signed_in: SignIn, li: Standing) -> None:
    browser = signed_in(LI)
    for query in ({"state": "open"}, {"state": "claimed"}):
        browser.post("/api/my/filters", {**KEPT, "query": query})
    browser.post("/api/my/filters", {**KEPT, "list": "/portal/people", "query": {}})
    assert [each["query"] for each in browser.get("/api/my/filters").json()] == [{"state": "claimed"}, {}]


def test_a_filter_without_a_name_and_one_too_many_are_refused_with_a_sentence(signed_in: SignIn, li: Standing) -> None:
    browser = signed_in(LI)
    assert browser.post("/api/my/filters", {**KEPT, "name": " "}).status_code == 400
    assert browser.post("/api/my/filters", {**KEPT, "list": "https://elsewhere/"}).status_code == 400
    for number in range(AT_MOST):
        save_filter(li.seat, of_list="/portal/wishes", name=f"第 {number} 组", query={})
    with pytest.raises(Refusal, match="too_many_filters"):
        save_filter(li.seat, of_list="/portal/wishes", name="再来一组", query={})


def test_what_is_searched_for_is_encrypted_at_rest(li: Standing) -> None:
    save_filter(li.seat, of_list="/portal/wishes", name="马福山家的", query={"q": "马福山"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT saved_filters FROM accounts_seat WHERE id = %s", [li.seat.pk])
        stored = bytes(cursor.fetchone()[0])
    assert "马福山".encode() not in stored
