"""Against the State Council's arrangements, typed from its notices (国务院办公厅关于部分节假日安排的通知)."""

import datetime
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenants.campaigns.working_days import add_working_days, is_provisional, is_working_day, working_days_between

MADE_UP_FOR = (
    "2016-02-06", "2016-02-14", "2016-10-08", "2016-10-09", "2017-01-22", "2017-02-04", "2017-09-30", "2018-02-11",
    "2018-02-24", "2018-09-29", "2018-09-30", "2019-02-02", "2019-02-03", "2019-04-28", "2019-05-05", "2019-09-29",
    "2019-10-12", "2020-01-19", "2020-04-26", "2020-05-09", "2020-06-28", "2020-09-27", "2020-10-10", "2021-02-07",
    "2021-02-20", "2021-04-25", "2021-05-08", "2021-09-18", "2021-09-26", "2021-10-09", "2022-01-29", "2022-01-30",
    "2022-04-02", "2022-04-24", "2022-05-07", "2022-10-08", "2022-10-09", "2023-01-28", "2023-01-29", "2023-04-23",
    "2023-05-06", "2023-06-25", "2023-10-07", "2023-10-08", "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28",
    "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28",
    "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
)  # fmt: skip
FREE = (
    "2016-02-08", "2017-01-27", "2017-10-06", "2018-02-21", "2019-05-02", "2020-01-31", "2020-05-04", "2020-10-08",
    "2021-02-17", "2022-05-04", "2023-01-27", "2023-09-29", "2024-02-16", "2024-09-16", "2025-01-28", "2025-10-08",
    "2026-01-02", "2026-02-23", "2026-05-05", "2026-06-19", "2026-09-25", "2026-10-07",
)  # fmt: skip

pytestmark = pytest.mark.django_db

DAYS = st.dates(date(2016, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("day", MADE_UP_FOR)
def test_a_weekend_that_is_made_up_for_is_a_working_day(day: str) -> None:
    made_up = date.fromisoformat(day)
    assert made_up.weekday() >= 5
    assert is_working_day(made_up)


@pytest.mark.parametrize("day", FREE)
def test_a_weekday_of_a_holiday_is_free(day: str) -> None:
    free = date.fromisoformat(day)
    assert free.weekday() < 5
    assert not is_working_day(free)


@pytest.mark.parametrize("year", range(2016, 2027))
def test_the_first_days_of_october_are_free_every_year(year: int) -> None:
    assert not any(is_working_day(date(year, 10, day)) for day in range(1, 7))


@given(start=DAYS, count=st.integers(1, 120))
def test_counting_forth_and_back_are_inverse(start: date, count: int) -> None:
    end = add_working_days(start, count)
    assert is_working_day(end)
    assert working_days_between(start, end) == count
    assert working_days_between(end, start) == -count
    if is_working_day(start):
        assert add_working_days(end, -count) == start


@given(start=DAYS, count=st.integers(1, 60))
def test_between_there_are_exactly_so_many_working_days(start: date, count: int) -> None:
    end = add_working_days(start, count)
    days = [start + datetime.timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(map(is_working_day, days)) == count


def test_no_day_further_is_the_day_itself_working_or_not() -> None:
    assert add_working_days(date(2026, 10, 3), 0) == date(2026, 10, 3)


def test_fifteen_working_days_before_national_day_jump_over_it_and_count_the_saturday_made_up_for() -> None:
    assert add_working_days(date(2026, 9, 21), 15) == date(2026, 10, 19)


@pytest.mark.parametrize("year", range(2016, 2027))
def test_an_announced_year_is_not_provisional(year: int) -> None:
    assert not is_provisional(year)


def test_a_year_without_an_arrangement_is_provisional_and_has_weekends_and_statutory_holidays() -> None:
    assert is_provisional(2030)
    assert not is_working_day(date(2030, 10, 1))
    assert not is_working_day(date(2030, 3, 9))
    assert is_working_day(date(2030, 3, 11))
