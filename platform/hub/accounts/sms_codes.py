"""Codes sent by SMS to whoever may log in here."""

import datetime
import secrets

from django.db import transaction
from django.http import HttpRequest

from hub.accounts import limits
from hub.accounts.addresses import address_of, at_host
from hub.accounts.codes import keep_code
from hub.accounts.known_browsers import known_browser
from hub.accounts.members import admit_registered
from hub.accounts.models import Account, LoginCode, Seat
from hub.accounts.seats import checked_phone, seat_of, standing_of
from hub.communities.models import Community
from hub.sms.send import say

LASTS = datetime.timedelta(minutes=5)


def request_code(request: HttpRequest, phone: str, *, community: Community | None) -> None:
    """Has a code sent to a number that may log in here; for any other number nothing happens.

    Whoever stands in the register of members may, also before an account was ever made. Known and unknown numbers
    are told apart neither by the answer nor by its time: both count against the same limits, and for an unknown one
    the same rows are written and taken back before the commit.
    Raises Refusal: 400 for no number, 429 beyond one a minute, ten a day, or the address's share on this host. A
    browser in which this very seat has logged in before counts apart.
    """
    e164 = checked_phone(phone)
    browser = known_browser(request, seat_of(e164, community))
    with transaction.atomic():
        if browser is None:
            limits.take(limits.CODES_AN_ADDRESS, at_host(community, address_of(request)))
            limits.take(limits.CODES_A_DAY, e164)
            limits.take(limits.CODES_A_MINUTE, e164)
        else:
            limits.take(limits.CODES_A_KNOWN_BROWSER_AND_DAY, browser)
            limits.take(limits.CODES_A_KNOWN_BROWSER_AND_MINUTE, browser)
        if community is not None:
            admit_registered(e164, community)
        seat = seat_of(e164, community) or Seat(account=Account(), community=community)
        known = standing_of(seat) is not None
        with transaction.atomic():
            _send(seat, e164)
            transaction.set_rollback(not known)


def _send(seat: Seat, phone: str) -> None:
    code = f"{secrets.randbelow(10**6):06d}"
    row = keep_code(seat, LoginCode.Kind.SMS, code, LASTS)
    say(
        purpose=f"one_time_code {row.pk}",
        template="one_time_code",
        phone=phone,
        params={"code": code, "minutes": f"{LASTS.seconds // 60}"},
        community=seat.community,
        expires_at=row.expires_at,
    )
