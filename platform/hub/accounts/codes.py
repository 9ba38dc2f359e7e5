"""Codes that log in once: printed by staff for a member's first time, or sent (sms_codes)."""

import datetime
import hmac
import re
import secrets
import unicodedata
import uuid
from dataclasses import dataclass

from django.db import connection, transaction

from hub.accounts.models import AccountEvent, LoginCode, Seat
from hub.accounts.passwords import ALPHABET
from hub.accounts.seats import holds_office, locked_seat, record
from hub.actor import Actor
from hub.clock import now
from hub.communities.models import Community
from hub.identifiers import uuid7
from hub.language import Text
from hub.privacy.blind import blind
from hub.refusal import Refusal

MOST_TRIES = 5
FIRST_CODE_ISSUED, FIRST_CODE_USED = "first_code_issued", "first_code_used"
"""Events of an account (`seats.record`)."""
OFFICE_TELEPHONE = Text(
    zh="这个号码的账号在办公室有角色（管理员或工作人员），不能打印登录码。请本人用短信验证码或自己的密码登录，登录后就能认领。",
    en="The account of this number has a role in the office, so no code is printed for it. Its holder signs in with a "
    "code by SMS or the own password, and can claim then.",
)

FIRST_CODE_LASTS = datetime.timedelta(days=60)
"""A member may come to the hall weeks after the letter was handed over."""

_TRY = """
    UPDATE {table} SET {counter} = {counter} + 1
     WHERE seat_id = %(seat)s AND kind = %(kind)s AND expires_at > %(now)s AND {counter} < %(most)s
    RETURNING id, digest
"""


@dataclass(frozen=True)
class FirstCode:
    """What somebody is told of the code that was printed for them."""

    printed_at: datetime.datetime
    printed_by: str
    used_at: datetime.datetime | None


def issue_first_code(account_id: uuid.UUID, *, community: Community, by: Actor) -> str:
    """A code to print for somebody's first login (k7mf-2qxd), good once within 60 days. An earlier one is void.

    Raises Refusal: 404 for an account that has no seat here, 409 for one that has a role of the office.
    """
    code = "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(2))
    with transaction.atomic():
        seat = locked_seat(account_id, community)
        if holds_office(seat):
            raise Refusal("office_telephone", OFFICE_TELEPHONE, field="phone")
        keep_code(seat, LoginCode.Kind.FIRST, code, FIRST_CODE_LASTS)
        record(seat, FIRST_CODE_ISSUED, by)
    return code


def newest_first_code(account_id: uuid.UUID, community: Community | None) -> FirstCode | None:
    """When and by whom the newest first code of somebody's seat was printed; None when none ever was."""
    events = AccountEvent.objects.filter(account_id=account_id, community=community).order_by("at")
    printed = events.filter(verb=FIRST_CODE_ISSUED).last()
    if printed is None:
        return None
    used = events.filter(verb=FIRST_CODE_USED, at__gte=printed.at).first()
    return FirstCode(printed.at, printed.actor_name, used.at if used else None)


def code_opens(seat: Seat | None, code: str, *, known: bool = False) -> str | None:
    """The kind of the code ("sms", "first"), once for the right code of the seat, else None.

    Every call counts as one of the code's five tries; those of a `known` browser (known_browsers) count apart.

    Commits by itself: a try counts whatever happens afterwards. `seat` None does the same work for nobody.
    """
    written = _normal(code)
    kind = LoginCode.Kind.SMS if re.fullmatch(r"[0-9]{6}", written) else LoginCode.Kind.FIRST
    with connection.cursor() as cursor:
        # One statement, which locks the row: of any number of parallel guesses five get past it.
        cursor.execute(
            _TRY.format(table=LoginCode._meta.db_table, counter="known_tries" if known else "tries"),
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
