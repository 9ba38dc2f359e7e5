"""What people answer to a text. Every gateway's endpoint for inbound messages calls `receive`, the local one's button too."""

import re
import unicodedata

import structlog

from hub.sms.models import Stop
from hub.sms.stop_list import put_on

STOP_WORDS = frozenset(
    {
        "t",
        "td",
        "n",
        "qx",
        "r",
        "stop",
        "退",
        "退订",
        "停",
        "停止",
        "停发",
        "取消",
        "不要",
        "不要发了",
        "别发了",
        "不再接收",
    }
)
"""As people write it, without blanks, signs and capitals. Our texts name none of these words; people know them."""

log = structlog.get_logger(__name__)


def receive(phone: str, text: str) -> Stop | None:
    """Takes an inbound message: “stop” in one of its ways puts the number on the stop list everywhere, and the stop is
    returned; anything else is not kept (None), since nobody promised that somebody reads it.

    Safe to repeat, as providers do. Raises Refusal (400) for no number.
    """
    if asks_to_stop(text):
        return put_on(phone, source=Stop.Source.REPLY)
    log.info("sms_inbound_not_understood", signs=len(text))
    return None


def asks_to_stop(text: str) -> bool:
    """Whether an answer means “no more of these”."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).lower() in STOP_WORDS
