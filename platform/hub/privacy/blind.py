"""Blind indexes: find an encrypted value again without being able to read it."""

import hmac

from hub.privacy.keys import Scope, keys_for
from hub.writing import half_width


def blind(kind: str, value: str, scope: Scope = "community") -> bytes:
    """32 bytes that are the same for the same kind and value of one community, and say nothing else.

    `kind` ("phone", "name", "initials", "phone_last4") keeps equal values of different kinds apart. The value
    is compared as NFKC without blanks at its ends: bring telephones to E.164 first (`hub.phones`).
    HMAC-SHA256 under a key derived apart from the encrypting one.
    """
    text = half_width(value)
    return hmac.digest(keys_for(scope).blinding, f"{kind}\x00{text}".encode(), "sha256")
