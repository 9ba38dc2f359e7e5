"""Passwords: first ones that an administrator hands over, and one's own."""

import re
import secrets
import unicodedata
import uuid

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from hub.accounts import limits
from hub.accounts.models import Seat
from hub.accounts.seats import end_sessions, locked_seat, record
from hub.actor import Actor
from hub.communities.models import Community
from hub.language import Text
from hub.pinyin import letters
from hub.refusal import Refusal

# Without letters and digits that look alike when written by hand: 30 signs, 16 of them are 78 bits.
ALPHABET = "23456789abcdefghjkmnpqrstuwxyz"

FEWEST_SIGNS, FEWEST_DIFFERENT = 10, 5
_AGAIN_AND_AGAIN = re.compile(r"(.{2,}?)\1+|(.)\2{2,}", re.IGNORECASE)
"""A piece that is written several times, or one sign three times and more: it counts once."""

WEAK = Text(
    zh="这个密码太容易被猜到，请换一个：至少 10 个字符（空格不算），不能只有数字，不能是自己的手机号或姓名，"
    "不能是同几个字符或同一段反复写，也不能是常见密码。可以把几个不相干的词连起来。",
    en="This password is easy to guess. Choose another one: at least 10 characters beside blanks, not digits alone, not"
    " your own telephone or name, not a few characters or one piece over and over, and none of the common ones."
    " Several words that have nothing to do with each other make a good one.",
)
SAME = Text(zh="新密码不能和原来的一样。", en="The new password must differ from the old one.")
OLD_WRONG = Text(
    zh="原密码不对。如果忘记了，请用短信验证码登录后再设置。",
    en="The old password is wrong. If you have forgotten it, sign in with a code by SMS and set a new one.",
)


def new_password() -> str:
    """A random password that can be read aloud: four groups of four, as k7mf-2qxd-w9ra-c4te."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


def give_first_password(seat: Seat) -> str:
    """A new first password, to be changed at the first login. The only time that it can be read."""
    first = new_password()
    seat.password, seat.must_change_password, seat.password_for_member = make_password(first), True, False
    seat.save(update_fields=["password", "must_change_password", "password_for_member"])
    return first


def void_password(seat: Seat, *, by: Actor, ask_for_another: bool = False) -> None:
    """The seat's password opens nothing any more; call it with the seat locked. `ask_for_another`: at once."""
    seat.password, seat.must_change_password = UNUSABLE_PASSWORD_PREFIX, ask_for_another
    seat.password_for_member = False
    seat.save(update_fields=["password", "must_change_password", "password_for_member"])
    record(seat, "password_voided", by)


def reset_password(account_id: uuid.UUID, *, community: Community | None, by: Actor) -> str:
    """A new first password for somebody who lost the own one; every session here ends. Returns it, once.

    Raises Refusal (404) for an account that has no seat here.
    """
    with transaction.atomic():
        seat = locked_seat(account_id, community)
        first = give_first_password(seat)
        end_sessions(seat)
        record(seat, "password_reset", by)
        return first


def change_password(
    seat: Seat,
    new: str,
    *,
    old: str | None,
    old_is_needed: bool,
    by: Actor,
    session_digest: str | None = None,
    for_member: bool = False,
) -> None:
    """Sets one's own password. Every other session of the seat ends.

    `old_is_needed` is False for whoever proved to hold the telephone just now, or never had a password. `for_member`:
    by whoever came with a printed code, so that it opens no more than that did.
    Raises Refusal: 400 for a weak or wrong one, 429 after ten wrong ones in a quarter of an hour.
    """
    if old_is_needed:
        # Of the seat and not of the number: whoever guesses at the login is not in the way of somebody signed in.
        taken = limits.take_all((limits.PASSWORDS_OF_ONES_OWN, str(seat.pk)))
        if not check_password(old or "", seat.password):
            raise Refusal("old_password_wrong", OLD_WRONG, status=400, field="old_password")
        for place in taken:
            place.give_back()
    if seat.has_password and check_password(new, seat.password):
        raise Refusal("password_same", SAME, status=400, field="new_password")
    _refuse_weak(new, seat.account.phone, seat.name)
    hashed = make_password(new)
    with transaction.atomic():
        locked = locked_seat(seat.account_id, seat.community)
        if locked.password != seat.password:
            # Reset or changed meanwhile: what was proved a moment ago is worth nothing now.
            raise Refusal("old_password_wrong", OLD_WRONG, status=400, field="old_password")
        locked.password, locked.must_change_password, locked.password_for_member = hashed, False, for_member
        locked.save(update_fields=["password", "must_change_password", "password_for_member"])
        end_sessions(locked, but=session_digest)
        record(locked, "password_changed", by)


def _refuse_weak(new: str, phone: str, name: str) -> None:
    # Blanks and signs that nobody sees protect nothing: what counts is what is left of the password without them.
    plain = "".join(sign for sign in unicodedata.normalize("NFKC", new) if unicodedata.category(sign)[0] not in "ZC")
    without_signs = "".join(sign for sign in plain if sign.isalnum())
    left = _without_ones_own(plain, phone, name)
    try:
        if len(plain) < FEWEST_SIGNS or len(set(left)) < FEWEST_DIFFERENT or (left != plain and left.isdigit()):
            raise ValidationError("weak")
        for each in (plain, without_signs):
            once = _AGAIN_AND_AGAIN.sub(r"\1\2", each)
            if once != each and len(once) < FEWEST_SIGNS:
                raise ValidationError("over and over")
        validate_password(plain)
    except ValidationError as problem:
        raise Refusal("password_weak", WEAK, status=400, field="new_password") from problem


def _without_ones_own(plain: str, phone: str, name: str) -> str:
    """What is left without the holder's telephone and name, however they are written: with signs between, in letters.
    The same text where neither is in it."""
    before = left = "".join(sign for sign in plain.casefold() if sign.isalnum())
    number, called = phone.removeprefix("+86").removeprefix("+"), "".join(name.casefold().split())
    names = [part for each in (called, called[1:], called[:1]) for part in (each, letters(each))]
    for part in (phone.removeprefix("+"), number, number[::-1], *names):
        left = left.replace(part, "") if len(part) > 1 else left
    return plain if left == before else left
