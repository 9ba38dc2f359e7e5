"""Limits that hold under parallel requests and after FLUSHALL: one row a subject, changed by one statement.

The window slides: never more than `most` within any span of that length. (Counters per fixed quarter of an hour
let twice as many through around its end; REST framework's throttles read and write in two steps and lose count.)
"""

import dataclasses
import datetime
import math

from django.db import connection, transaction

from hub.accounts.models import Tally
from hub.clock import now
from hub.language import Text
from hub.privacy.blind import blind
from hub.refusal import Refusal

TOO_OFTEN = Text(
    zh="操作太频繁，请在 {wait}后再试。",
    en="Too many attempts. Try again in {wait}.",
)

_TAKE = """
    INSERT INTO {table} AS tally (subject, moments, until) VALUES (%(subject)s, ARRAY[%(now)s]::timestamptz[], %(until)s)
    ON CONFLICT (subject) DO UPDATE
       SET moments = ARRAY(SELECT m FROM unnest(tally.moments) AS m WHERE m > %(since)s) || EXCLUDED.moments,
           until = greatest(tally.until, EXCLUDED.until)
     WHERE (SELECT count(*) FROM unnest(tally.moments) AS m WHERE m > %(since)s) < %(most)s
    RETURNING true
"""
_GIVE_BACK = """
    UPDATE {table} AS tally
       SET moments = array_remove(tally.moments, %(moment)s::timestamptz)
     WHERE subject = %(subject)s
"""


@dataclasses.dataclass(frozen=True)
class Limit:
    """At most `most` within any `seconds`."""

    kind: str
    most: int
    seconds: int


# Of a number and of an address: each on one host, so that what a stranger does at one community stands in nobody's way
# at another. Of a known browser: of one seat at one browser, which nobody else can use up.
PASSWORDS_A_NUMBER = Limit("failed password, number", 10, 15 * 60)
PASSWORDS_AN_ADDRESS = Limit("failed password, address", 100, 15 * 60)
PASSWORDS_A_KNOWN_BROWSER = Limit("failed password, known browser", 10, 15 * 60)
PASSWORDS_OF_ONES_OWN = Limit("failed password, own", 10, 15 * 60)
CODE_TRIES_A_NUMBER = Limit("failed code, number", 10, 15 * 60)
CODE_TRIES_AN_ADDRESS = Limit("failed code, address", 100, 15 * 60)
CODE_TRIES_A_KNOWN_BROWSER = Limit("failed code, known browser", 10, 15 * 60)
CODES_A_MINUTE = Limit("code sent, number, minute", 1, 60)
CODES_A_DAY = Limit("code sent, number, day", 10, 24 * 3600)
CODES_A_KNOWN_BROWSER_AND_MINUTE = Limit("code sent, known browser, minute", 1, 60)
CODES_A_KNOWN_BROWSER_AND_DAY = Limit("code sent, known browser, day", 10, 24 * 3600)
# A hall full of members shares one address: 200 people may want a code at the same time.
CODES_AN_ADDRESS = Limit("code sent, address", 300, 3600)


@dataclasses.dataclass(frozen=True)
class Taken:
    """One place that was taken, to be given back when the attempt turns out not to count."""

    subject: bytes
    moment: datetime.datetime

    def give_back(self) -> None:
        """Makes the attempt uncounted (a login that succeeded)."""
        with connection.cursor() as cursor:
            cursor.execute(
                _GIVE_BACK.format(table=Tally._meta.db_table), {"subject": self.subject, "moment": self.moment}
            )


def take(limit: Limit, of: str) -> Taken:
    """Counts one attempt of `of` (a number in E.164 or an address with its host, a known browser).

    Raises Refusal (429, with `retry_after` in seconds) when there is none left; nothing is counted then.
    """
    moment = now()
    since = moment - datetime.timedelta(seconds=limit.seconds)
    subject = blind(limit.kind, of, scope="hub")
    with connection.cursor() as cursor:
        cursor.execute(
            _TAKE.format(table=Tally._meta.db_table),
            {
                "subject": subject,
                "now": moment,
                "until": moment + datetime.timedelta(seconds=limit.seconds),
                "since": since,
                "most": limit.most,
            },
        )
        if cursor.fetchone():
            return Taken(subject, moment)
    raise _too_often(limit, subject, moment, since)


def take_all(*wanted: tuple[Limit, str]) -> list[Taken]:
    """Counts one attempt against each limit, or against none of them.

    Commits before it returns, whatever becomes of the attempt. Raises Refusal (429) as `take` does.
    """
    with transaction.atomic(durable=True):
        return [take(limit, of) for limit, of in wanted]


def _too_often(limit: Limit, subject: bytes, moment: datetime.datetime, since: datetime.datetime) -> Refusal:
    counted = Tally.objects.filter(subject=subject).values_list("moments", flat=True).first() or []
    oldest = sorted(m for m in counted if m > since)[-limit.most :][:1] or [moment]
    seconds = max(1, math.ceil((oldest[0] - since).total_seconds()))
    return Refusal("too_often", TOO_OFTEN, status=429, wait=_spoken(seconds), retry_after=seconds)


def _spoken(seconds: int) -> Text:
    if seconds <= 90:
        return Text(zh=f"{seconds} 秒", en=f"{seconds} seconds")
    if seconds <= 5400:
        minutes = math.ceil(seconds / 60)
        return Text(zh=f"{minutes} 分钟", en=f"{minutes} minutes")
    hours = math.ceil(seconds / 3600)
    return Text(zh=f"{hours} 小时", en=f"{hours} hours")
