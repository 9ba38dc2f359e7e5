"""Everybody's password in these tests, and how somebody is logged in without the page for it.

Used on both sides: by what fills an installation from within, and by the tests in front of its pages.
"""

from typing import TYPE_CHECKING

from django.contrib.auth.hashers import make_password

from hub.accounts.models import Seat

if TYPE_CHECKING:
    from playwright.sync_api import Page

PASSWORD = "jade-river-lantern-7"
_SIGN_IN = """async ([phone, secret]) => {
  const token = document.cookie.match(/csrftoken=([^;]+)/)[1]
  const answer = await fetch('/api/session', { method: 'POST',
    headers: { 'content-type': 'application/json', 'X-CSRFToken': token }, body: JSON.stringify({ phone, ...secret }) })
  return answer.status
}"""


def with_password(seat: Seat) -> None:
    """That of these tests in the place of the first password, which its owner would have to change."""
    Seat.objects.filter(pk=seat.pk).update(password=make_password(PASSWORD), must_change_password=False)


def sign_in(page: "Page", phone: str, secret: dict[str, str] | None = None) -> None:
    """By the password, or by another secret (`{"code": …}`). The page has been on the site before: it has its cookie."""
    assert page.evaluate(_SIGN_IN, [phone, secret or {"password": PASSWORD}]) == 200
