"""Coming in and going out."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, check_password
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from hub.accounts import limits
from hub.accounts.codes import code_opens
from hub.accounts.models import Seat
from hub.accounts.seats import Standing, checked_phone, locked_seat, seat_of, standing_of
from hub.actor import MEMBER, SECRETARY
from hub.clock import now
from hub.communities.models import Community
from hub.language import Text
from hub.refusal import Refusal

WORKING_DAY_S = 12 * 3600
"""How long a session lasts that sees residents' data."""
MEMBER_SESSION_S = 30 * 24 * 3600

WRONG_PASSWORD = Text(
    zh="号码或密码不对。请核对后重试，也可以用短信验证码登录。",
    en="The number or the password is wrong. Check both, or sign in with a code by SMS.",
)
WRONG_CODE = Text(
    zh="验证码不对或已失效。请核对，或重新获取一个。",
    en="The code is wrong or no longer valid. Check it, or ask for a new one.",
)


def login_by_password(request: HttpRequest, phone: str, password: str, *, community: Community | None) -> Standing:
    """Begins a session on this host.

    Raises Refusal: 400 for no number; 401 alike for an unknown number, a wrong password, and somebody who has no
    role here; 429 after ten failures of the number in a quarter of an hour, or the address's share.
    """
    e164 = checked_phone(phone)
    counted = limits.take_all(
        (limits.PASSWORDS_AN_ADDRESS, address_of(request)),
        (limits.PASSWORDS_A_NUMBER, e164),
    )
    seat = seat_of(e164, community)
    # An unusable password makes Django hash all the same, so an unknown number takes as long as a known one.
    right = check_password(password, seat.password if seat else UNUSABLE_PASSWORD_PREFIX)
    if seat is None or not right:
        raise Refusal("login_failed", WRONG_PASSWORD, status=401)
    proved = seat.password
    standing = _sit_down(request, seat, opened_by="password", still=lambda locked: locked.password == proved)
    if standing is None:
        raise Refusal("login_failed", WRONG_PASSWORD, status=401)
    for place in counted:
        place.give_back()
    return standing


def login_by_code(request: HttpRequest, phone: str, code: str, *, community: Community | None) -> Standing:
    """Begins a session with a code that came by SMS or was printed. Raises Refusal as `login_by_password` does."""
    e164 = checked_phone(phone)
    counted = limits.take_all(
        (limits.CODE_TRIES_AN_ADDRESS, address_of(request)),
        (limits.CODE_TRIES_A_NUMBER, e164),
    )
    seat = seat_of(e164, community)
    kind = code_opens(seat, code)
    standing = _sit_down(request, seat, opened_by=kind) if seat is not None and kind is not None else None
    if standing is None:
        raise Refusal("login_failed", WRONG_CODE, status=401)
    for place in counted:
        place.give_back()
    return standing


def logout(request: HttpRequest) -> None:
    """Ends the session on the server, not only in the browser. Nothing happens without one."""
    request.session.flush()


def proved_telephone(session: SessionBase) -> bool:
    """True for a session that a code by SMS opened: it may set a password without the old one.

    A printed code proves nothing of the kind, whoever printed it has it too.
    """
    return session.get("opened_by") == "sms"


def address_of(request: HttpRequest) -> str:
    """The address that per-address limits count.

    Behind proxies (WISHBRIDGE_TRUSTED_PROXIES says how many) it is the one that the outermost of them saw; what
    stands further left in X-Forwarded-For anybody can write.
    """
    proxies = getattr(settings, "WISHBRIDGE_TRUSTED_PROXIES", 0)
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if proxies and len(passed) >= proxies and passed[-proxies]:
        return passed[-proxies]
    return str(request.META.get("REMOTE_ADDR") or "unknown")


def _sit_down(
    request: HttpRequest, seat: Seat, *, opened_by: str, still: Callable[[Seat], bool] = lambda _: True
) -> Standing | None:
    """Opens the session, unless the seat lost its standing (or its password) since it was looked at.

    The account is locked meanwhile, so whoever disables it either is seen here or ends this session.
    """
    with transaction.atomic():
        locked = locked_seat(seat.account_id, seat.community)
        standing = standing_of(locked)
        if standing is None or not still(locked):
            return None
        session: Any = request.session
        session.flush()
        session["seat"] = str(locked.pk)
        session["opened_by"] = opened_by
        session.set_expiry(MEMBER_SESSION_S if standing.roles <= {MEMBER, SECRETARY} else WORKING_DAY_S)
        session.save()
        Seat.objects.filter(pk=locked.pk).update(last_login_at=now())
    rotate_token(request)
    return standing
