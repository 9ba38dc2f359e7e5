"""What a text costs: a message of 70 signs is one part, a longer one is cut into parts of 67 (sms.md)."""

import math

from django.conf import settings

ONE_PART = 70
EACH_OF_MANY = 67


def as_sent(text: str) -> str:
    """The text as a telephone shows it, under the installation's signature."""
    return f"【{settings.WISHBRIDGE_SMS_SIGNATURE}】{text}"


def signs(text: str) -> int:
    """Its length as a provider counts it: UTF-16 units, so an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def parts(text: str) -> int:
    """How many parts a text, signature included, is charged as."""
    length = signs(text)
    return 1 if length <= ONE_PART else math.ceil(length / EACH_OF_MANY)
