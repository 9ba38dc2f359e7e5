"""A year's arrangement, entered by the operator before or against the library."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from hub.accounts.inviting import make_operator
from hub.actor import OPERATOR, Actor
from hub.bells.models import Bell
from hub.bells.ringing import CALENDAR
from hub.calendars import known
from hub.calendars.arranging import arrange, follow_the_library
from hub.calendars.known import Calendars, calendars
from hub.calendars.library import library_year, statutory_days
from hub.calendars.models import Arrangement
from hub.calendars.year import Holiday
from hub.clock import TIME_ZONE, standing_at
from hub.communities.models import Community
from hub.communities.states import suspend
from hub.identifiers import uuid7
from hub.refusal import Refusal
from tests.hub.accounts.office import Browser, settled

pytestmark = pytest.mark.django_db

NOTICE = date(2026, 11, 23)
BY = Actor(uuid7(), "运营员", frozenset({OPERATOR}))

HOLIDAYS = (
    Holiday("元旦", date(2027, 1, 1), date(2027, 1, 3)),
    Holiday("春节", date(2027, 2, 5), date(2027, 2, 11)),
    Holiday("清明节", date(2027, 4, 3), date(2027, 4, 5)),
    Holiday("劳动节", date(2027, 5, 1), date(2027, 5, 5)),
    Holiday("端午节", date(2027, 6, 9), date(2027, 6, 9)),
    Holiday("中秋节", date(2027, 9, 15), date(2027, 9, 15)),
    Holiday("国庆节", date(2027, 10, 1), date(2027, 10, 7)),
)
MAKE_UP = (date(2027, 1, 30), date(2027, 2, 20), date(2027, 5, 8), date(2027, 9, 26), date(2027, 10, 9))
"""A year that could be announced: the real one is not yet."""


@pytest.fixture(autouse=True)
def in_november_2026() -> Iterator[None]:
    import datetime

    with standing_at(datetime.datetime.combine(NOTICE, datetime.time(10), TIME_ZONE)):
        yield


def entered(**changes: Any) -> Any:
    return arrange(2027, **{"holidays": HOLIDAYS, "make_up_days": MAKE_UP, "notice": "国办发明电", "by": BY, **changes})


def test_the_library_knows_2026_and_has_2027_provisional() -> None:
    assert not calendars.of(2026).provisional
    assert calendars.of(2027).provisional
    assert [(each.name, each.first, each.last) for each in library_year(2026).holidays][:2] == [
        ("元旦", date(2026, 1, 1), date(2026, 1, 3)),
        ("农历除夕、春节", date(2026, 2, 15), date(2026, 2, 23)),
    ]


def test_an_entered_year_is_no_longer_provisional_and_every_active_community_is_asked_to_look(
    community: Community, other_community: Community
) -> None:
    suspend(other_community, reason="x", by=BY)
    year = entered()
    assert (year.provisional, year.source) == (False, "operator")
    assert not year.is_working_day(date(2027, 10, 6))
    assert year.is_working_day(date(2027, 10, 9))
    assert not year.is_working_day(date(2027, 10, 10))
    assert [bell.community_id for bell in Bell.objects.filter(kind=CALENDAR)] == [community.pk]


def test_the_same_arrangement_again_changes_nothing_and_a_correction_is_kept_beside_it(community: Community) -> None:
    entered()
    entered(holidays=HOLIDAYS[::-1], make_up_days=MAKE_UP[::-1])
    assert (Arrangement.objects.count(), Bell.objects.filter(kind=CALENDAR).count()) == (1, 1)
    assert entered(make_up_days=MAKE_UP[1:]).made_up == set(MAKE_UP[1:])
    assert Arrangement.objects.filter(year=2027).count() == 2


def test_an_entry_is_preferred_to_the_library_until_it_is_taken_back(community: Community) -> None:
    holidays = [*library_year(2026).holidays]
    made_up = library_year(2026).made_up - {date(2026, 10, 10)}
    assert arrange(2026, holidays=holidays, make_up_days=made_up, by=BY).days_apart(library_year(2026)) == [
        date(2026, 10, 10)
    ]
    assert follow_the_library(2026, by=BY) == library_year(2026)
    bells = Bell.objects.count()
    follow_the_library(2026, by=BY)
    assert Bell.objects.count() == bells


def test_another_process_notices_within_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = Calendars()
    assert elsewhere.of(2027).provisional
    entered()
    monkeypatch.setattr(known.time, "monotonic", lambda: elsewhere._looked_at + 0.9)
    assert elsewhere.of(2027).provisional
    monkeypatch.setattr(known.time, "monotonic", lambda: elsewhere._looked_at + 1.01)
    assert not elsewhere.of(2027).provisional


def replaced(name: str, first: date, last: date) -> tuple[Holiday, ...]:
    return tuple(Holiday(name, first, last) if each.name == name else each for each in HOLIDAYS)


@pytest.mark.parametrize(
    ("changes", "field", "what"),
    [
        ({"holidays": replaced("元旦", date(2026, 12, 31), date(2027, 1, 2))}, "holidays", "2027 年内"),
        ({"holidays": replaced("国庆节", date(2027, 10, 7), date(2027, 10, 1))}, "holidays", "最后一天早于第一天"),
        ({"holidays": replaced("国庆节", date(2027, 10, 1), date(2027, 10, 31))}, "holidays", "请核对日期"),
        ({"holidays": replaced("清明节", date(2027, 4, 3), date(2027, 4, 4))}, "holidays", "清明节"),
        ({"holidays": (*HOLIDAYS, Holiday("又", date(2027, 5, 5), date(2027, 5, 6)))}, "holidays", "2027-05-05"),
        ({"make_up_days": (date(2027, 5, 7),)}, "make_up_days", "不是周末"),
        ({"make_up_days": (date(2027, 10, 2),)}, "make_up_days", "既放假又上班"),
        ({"make_up_days": (date(2026, 12, 26),)}, "make_up_days", "不在 2027 年内"),
    ],
    ids=[
        "crosses the year",
        "backwards",
        "a month",
        "a day by law left out",
        "twice",
        "weekday",
        "free",
        "year before",
    ],
)
def test_days_that_cannot_be_so_are_refused_with_what_is_wrong(changes: Any, field: str, what: str) -> None:
    with pytest.raises(Refusal) as refused:
        entered(**changes)
    assert (refused.value.status, refused.value.field) == (400, field)
    assert what in refused.value.text.zh
    assert not Arrangement.objects.exists()


@pytest.mark.parametrize("year", [2024, 2029])
def test_years_out_of_reach_are_refused(year: int) -> None:
    with pytest.raises(Refusal, match="year_out_of_reach"):
        arrange(year, holidays=[], make_up_days=[], by=BY)


@pytest.mark.parametrize("year", range(2016, 2027))
def test_every_arrangement_that_the_library_has_could_have_been_entered(year: int) -> None:
    import datetime

    library = library_year(year)
    with standing_at(datetime.datetime(year, 1, 1, tzinfo=TIME_ZONE)):
        made = arrange(year, holidays=library.holidays, make_up_days=library.made_up, by=BY)
    assert made.days_apart(library) == []
    assert set(statutory_days(year)) <= library.free


def test_the_operator_enters_reads_corrects_and_takes_back_over_the_api(settings: Any, community: Community) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settled(make_operator("+8613900120511", "运营员"))
    browser = Browser("wishbridge.localhost")
    assert browser.login("+8613900120511").status_code == 200
    years = browser.get("/api/calendars").json()
    assert [(each["year"], each["provisional"]) for each in years] == [
        (2025, False), (2026, False), (2027, True), (2028, True),
    ]  # fmt: skip
    body = {
        "holidays": [each.as_json() for each in HOLIDAYS],
        "make_up_days": [day.isoformat() for day in MAKE_UP],
        "notice": "国办发明电〔2026〕7号",
    }
    made = browser.send("PUT", "/api/calendars/2027", body)
    assert made.status_code == 200
    assert (made.json()["origin"], made.json()["provisional"]) == ("operator", False)
    assert [entry["by"] for entry in made.json()["entries"]] == ["运营员"]
    wrong = browser.send("PUT", "/api/calendars/2027", {**body, "make_up_days": ["2027-10-08"]})
    assert wrong.status_code == 400
    assert "2027-10-08" in wrong.content.decode()
    assert browser.send("DELETE", "/api/calendars/2027").json()["origin"] == "library"
    assert browser.get("/api/calendars/2031").status_code == 404
