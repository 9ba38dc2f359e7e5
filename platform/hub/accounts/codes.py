"""Codes that log in once: printed by staff for a member's first time, or sent (sms_codes)."""

import datetime
import hmac
import re
import secrets
import unicodedata
import uuid

from django.db import connection, transaction

from hub.accounts.models import LoginCode, Seat
from hub.accounts.passwords import ALPHABET
from hub.accounts.seats import locked_seat, record
from hub.actor import Actor
from hub.clock import now
from hub.communities.models import Community
from hub.identifiers import uuid7
from hub.privacy.blind import blind

MOST_TRIES = 5
FIRST_CODE_LASTS = datetime.timedelta(days=60)
"""A member may come to the hall weeks after the letter was handed over."""

_TRY = """
    UPDATE {table} SET tries = tries + 1
     WHERE seat_id = %(seat)s AND kind = %(kind)s AND expires_at > %(now)s AND tries < %(most)s
    RETURNING id, digest
"""


def issue_first_code(account_id: uuid.UUID, *, community: Community, by: Actor) -> str:
    """A code to print for somebody's first login (k7mf-2qxd), good once within 60 days. An earlier one is void.

    Raises Refusal (404) for an account that has no seat here.
    """
    code = "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(2))
    with transaction.atomic():
        seat = locked_seat(account_id, community)
        keep_code(seat, LoginCode.Kind.FIRST, code, FIRST_CODE_LASTS)
        record(seat, "first_code_issued", by)
    return code


def code_opens(seat: Seat | None, code: str) -> str | None:
    """The kind of the code ("sms", "first"), once for the right code of the seat, else None.

    Every call counts as one of the code's five tries.

    Commits by itself: a try counts whatever happens afterwards. `seat` None does the same work for nobody.
    """
    written = _normal(code)
    kind = LoginCode.Kind.SMS if re.fullmatch(r"[0-9]{6}", written) else LoginCode.Kind.FIRST
    with connection.cursor() as cursor:
        # One statement, which locks the row: of any number of parallel guesses five get past it.
        cursor.execute(
            _TRY.format(table=LoginCode._meta.db_table),
            {"seat": seat.pk if seat else uuid7(), "kind": kind, "now": now(), "most": MOST_TRIES},
        )
        row = cursor.fetchone()
    if row is None or not hmac.compare_digest(bytes(row[1]), _digest(row[0], written)):
        return None
    # Of two who bring the right code at once, one deletes the row.
    return str(kind) if LoginCode.objects.filter(pk=row[0]).delete()[0] == 1 else None


def keep_code(seat: Seat, kind: str, code: str, lasts: datetime.timedelta) -> LoginCode:
    """Puts the seat's newest code of a kind in the place of an older one."""
    LoginCode.objects.filter(seat=seat, kind=kind).delete()
    row = LoginCode(seat=seat, kind=kind, expires_at=now() + lasts)
    row.digest = _digest(row.pk, _normal(code))
    row.save(force_insert=True)
    return row


def _digest(code_id: uuid.UUID, code: str) -> bytes:
    return blind("login code", f"{code_id} {code}", scope="hub")


def _normal(code: str) -> str:
    """As people type it: full-width signs, capitals, blanks and dashes make no difference."""
    return re.sub(r"[\s\-–—]", "", unicodedata.normalize("NFKC", code)).lower()[:40]
