"""How far a session reaches: a credential opens what it was given for, and no more.

A printed code has passed through the hands of whoever printed it. The session that it opens is a member's and a
secretary's, whatever else its holder is or becomes, and so is every session of a password that was set there. A
session that was opened for a member's month does not grow into one that sees residents' data either: whoever is given
a role of the office signs in anew.
"""

import dataclasses
import datetime

from django.contrib.sessions.backends.base import SessionBase

from hub.accounts.models import LoginCode, Seat
from hub.accounts.seats import MEMBER_ROLES, Standing, holds_office
from hub.clock import now
from hub.language import Text
from hub.refusal import Refusal

FRESH = datetime.timedelta(minutes=10)
"""For so long after a code by SMS its session may set a password without the old one."""

NOT_WITH_PRINTED = Text(
    zh="您是用打印的登录码登录的，这个账号还有办公室的角色。请用短信验证码登录，再设置密码。",
    en="You came with a printed code, and this account has a role in the office. Sign in with a code by SMS, then set "
    "a password.",
)
SIGN_IN_AGAIN = Text(
    zh="登录已超过 10 分钟。为了安全，请退出后用验证码重新登录，再设置密码。",
    en="You signed in more than ten minutes ago. To be safe, sign out, sign in with a code again and set it then.",
)


def open_session(session: SessionBase, seat: Seat, standing: Standing, *, opened_by: str) -> Standing:
    """Writes down in a new session whose it is and how far it reaches. Returns the standing within it."""
    printed = opened_by == LoginCode.Kind.FIRST or (opened_by == "password" and seat.password_for_member)
    session["seat"] = str(seat.pk)
    session["opened_by"] = opened_by
    session["opened_at"] = now().timestamp()
    session["printed"] = printed
    session["member_only"] = printed or standing.roles <= MEMBER_ROLES
    return within_reach(standing, session) or standing


def within_reach(standing: Standing | None, session: SessionBase) -> Standing | None:
    """What of a standing the session may use; None where nothing is left of it."""
    if standing is None or not (session.get("member_only") or _printed(session)):
        return standing
    roles = standing.roles & MEMBER_ROLES
    return dataclasses.replace(standing, roles=roles) if roles else None


def old_password_is_needed(session: SessionBase, seat: Seat) -> bool:
    """Whether this session has to say the seat's password before it sets another.

    Raises Refusal: 403 for a session of a printed code where the seat has a role of the office; 400 where there is no
    password to say and the session is not fresh: an open browser that was forgotten must not get one.
    """
    if _printed(session) and holds_office(seat):
        raise Refusal("printed_code_sets_no_password", NOT_WITH_PRINTED, status=403)
    if seat.must_change_password:
        return False
    fresh = now().timestamp() - session.get("opened_at", 0) <= FRESH.total_seconds()
    if seat.has_password:
        return not (fresh and session.get("opened_by") == LoginCode.Kind.SMS)
    if not fresh:
        raise Refusal("sign_in_again", SIGN_IN_AGAIN, status=400, field="new_password")
    return False


def sets_password_for_member(session: SessionBase) -> bool:
    """True for a session whose new password must open no more than the session does."""
    return _printed(session)


def _printed(session: SessionBase) -> bool:
    return bool(session.get("printed")) or session.get("opened_by") == LoginCode.Kind.FIRST
