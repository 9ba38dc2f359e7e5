"""The day that a question names in its address."""

import datetime

from hub.clock import today
from hub.language import Text
from hub.refusal import Refusal
from hub.writing import plain


def day_written(written: str | None, *, field: str) -> datetime.date:
    """The day written as YYYY-MM-DD, in whatever width; today for nothing.

    Raises `Refusal` (400 `no_day`, with the field) for what is no day of the calendar.
    """
    if not written:
        return today()
    try:
        return datetime.date.fromisoformat(plain(written))
    except ValueError:
        raise Refusal(
            "no_day",
            Text(
                zh="“{written}”不是日期，请写成 2026-11-23 这样。",
                en="“{written}” is no date: write it like 2026-11-23.",
            ),
            status=400,
            field=field,
            written=written[:40],
        ) from None
