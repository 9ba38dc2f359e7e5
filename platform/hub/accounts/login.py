"""Coming in and going out."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, check_password
from django.db import transaction
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from hub.accounts import limits
from hub.accounts.addresses import address_of, at_host
from hub.accounts.codes import FIRST_CODE_USED, code_opens
from hub.accounts.known_browsers import known_browser
from hub.accounts.members import admit_registered
from hub.accounts.models import LoginCode, Seat
from hub.accounts.passwords import void_password
from hub.accounts.reach import open_session
from hub.accounts.seats import (
    MEMBER_ROLES,
    Standing,
    checked_phone,
    end_sessions,
    holds_office,
    locked_seat,
    record,
    seat_of,
    standing_of,
)
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
    role here; 429, before anything is hashed, after ten failures of the number in a quarter of an hour, or the
    address's share, each on this host. A browser in which this very seat has logged in before counts apart.
    """
    e164 = checked_phone(phone)
    seat = seat_of(e164, community)
    browser = known_browser(request, seat)
    counted = limits.take_all(
        *_strangers(request, e164, community, limits.PASSWORDS_AN_ADDRESS, limits.PASSWORDS_A_NUMBER)
        if browser is None
        else [(limits.PASSWORDS_A_KNOWN_BROWSER, browser)]
    )
    # An unusable password makes Django hash all the same, so an unknown number takes as long as a known one.
    right = check_password(password, seat.password if seat else UNUSABLE_PASSWORD_PREFIX)
    if seat is None or not right:
        raise Refusal("login_failed", WRONG_PASSWORD, status=401)
    if not seat.password_for_member:
        _attach(e164, community)
    proved = seat.password
    standing = _sit_down(request, seat, opened_by="password", still=lambda locked: locked.password == proved)
    if standing is None:
        raise Refusal("login_failed", WRONG_PASSWORD, status=401)
    for place in counted:
        place.give_back()
    return standing


def login_by_code(request: HttpRequest, phone: str, code: str, *, community: Community | None) -> Standing:
    """Begins a session with a code that came by SMS or was printed. Raises Refusal as `login_by_password` does.

    A printed code voids the password of a member's seat, and asks for a new one (domain: whoever printed it has it).
    """
    e164 = checked_phone(phone)
    seat = seat_of(e164, community)
    browser = known_browser(request, seat)
    counted = limits.take_all(
        *_strangers(request, e164, community, limits.CODE_TRIES_AN_ADDRESS, limits.CODE_TRIES_A_NUMBER)
        if browser is None
        else [(limits.CODE_TRIES_A_KNOWN_BROWSER, browser)]
    )
    kind = code_opens(seat, code, known=browser is not None)
    if kind == LoginCode.Kind.SMS:
        _attach(e164, community)
    standing = _sit_down(request, seat, opened_by=kind) if seat is not None and kind is not None else None
    if standing is None:
        raise Refusal("login_failed", WRONG_CODE, status=401)
    for place in counted:
        place.give_back()
    return standing


def logout(request: HttpRequest) -> None:
    """Ends the session on the server, not only in the browser. Nothing happens without one."""
    request.session.flush()


def _strangers(
    request: HttpRequest, phone: str, community: Community | None, an_address: limits.Limit, a_number: limits.Limit
) -> list[tuple[limits.Limit, str]]:
    return [(an_address, at_host(community, address_of(request))), (a_number, at_host(community, phone))]


def _attach(phone: str, community: Community | None) -> None:
    # The holder of the telephone, or of the seat's own password, is here: now the register may say who they are.
    if community is not None:
        admit_registered(phone, community, holder_is_here=True)


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
        within = open_session(session, locked, standing, opened_by=opened_by)
        if opened_by == LoginCode.Kind.FIRST:
            _spend_printed(locked, standing)
        session.set_expiry(MEMBER_SESSION_S if within.roles <= MEMBER_ROLES else WORKING_DAY_S)
        session.save()
        Seat.objects.filter(pk=locked.pk).update(last_login_at=now())
    rotate_token(request)
    return within


def _spend_printed(seat: Seat, standing: Standing) -> None:
    record(seat, FIRST_CODE_USED, standing.actor)
    if seat.has_password and not holds_office(seat):
        end_sessions(seat)
        void_password(seat, by=standing.actor, ask_for_another=True)
