"""The model's own table of working days, against the library that the product uses; and the model's independence."""

import datetime

import pytest
from holidays import country_holidays

from tests.replay.model.calendar import YEARS, Calendar

CALENDAR = Calendar()
works, working_days_after = CALENDAR.works, CALENDAR.after


@pytest.mark.parametrize("year", YEARS)
def test_the_typed_notices_are_those_that_the_library_knows(year: int) -> None:
    library = country_holidays("CN", years=year)
    first = datetime.date(year, 1, 1)
    days = [first + datetime.timedelta(days=n) for n in range(366) if (first + datetime.timedelta(days=n)).year == year]
    assert [day for day in days if works(day) != library.is_working_day(day)] == []


def test_days_are_counted_over_holidays_and_made_up_sundays() -> None:
    friday = datetime.date(2019, 4, 26)
    # Sunday the 28th is worked, the first four days of May are not, Sunday the 5th is.
    assert [working_days_after(friday, n) for n in (1, 3, 4, 5)] == [
        datetime.date(2019, 4, 28),
        datetime.date(2019, 4, 30),
        datetime.date(2019, 5, 5),
        datetime.date(2019, 5, 6),
    ]
    assert working_days_after(datetime.date(2019, 5, 6), -5) == friday


def test_a_year_whose_notice_was_not_typed_is_an_error() -> None:
    with pytest.raises(KeyError):
        works(datetime.date(2015, 12, 31))
