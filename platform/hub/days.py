"""A day that somebody states, beside the day that it cannot come before, or lie behind."""

import datetime

from hub.language import Text
from hub.refusal import Refusal


def demand_not_before(
    day: datetime.date, first: datetime.date, code: str, text: Text, *, field: str, **params: object
) -> None:
    """Raises `Refusal` (400, with the field) for a day before the first; the text may name {day} and {first}."""
    if day < first:
        raise Refusal(code, text, status=400, field=field, day=day, first=first, **params)


def demand_not_after(
    day: datetime.date, last: datetime.date, code: str, text: Text, *, field: str, **params: object
) -> None:
    """Raises `Refusal` (400, with the field) for a day behind the last; the text may name {day} and {last}."""
    if day > last:
        raise Refusal(code, text, status=400, field=field, day=day, last=last, **params)
