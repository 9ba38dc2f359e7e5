"""Keys within keys: the master key, which lies in a file outside the database's folder, wraps data keys.

Whoever has the database alone has nothing. Wrapped keys are stored beside the data; re-keying means to wrap
them anew, the data stay as they are.
"""

import base64
import binascii
import functools
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

KEY_BYTES = 32
NONCE_BYTES = 12
_FORMAT = b"\x01"


class KeyTrouble(RuntimeError):
    """The master key is missing, malformed, or not the one that wrapped a key. The text never holds a key."""


def new_key() -> bytes:
    """32 random bytes."""
    return os.urandom(KEY_BYTES)


def read_master_keys(path: str | Path) -> tuple[bytes, ...]:
    """The keys that stand in the file, one of 32 bytes in base64 a line: the master key, then those before it.

    A second line is there while keys are wrapped anew (`rewrap_keys`), and goes afterwards.
    Raises KeyTrouble with what is wrong with the file, never with what is in it.
    """
    try:
        lines = Path(path).read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError) as problem:
        raise KeyTrouble(f"The master key file {path} cannot be read: {problem}.") from problem
    return tuple(_decoded(line, path) for line in lines or [""])


def _decoded(line: str, path: str | Path) -> bytes:
    try:
        key = base64.b64decode(line, validate=True)
    except binascii.Error as problem:
        raise KeyTrouble(f"The master key file {path} does not hold base64.") from problem
    if len(key) != KEY_BYTES:
        raise KeyTrouble(f"The master key file {path} holds {len(key)} bytes instead of {KEY_BYTES}.")
    return key


def read_master_key(path: str | Path) -> bytes:
    """The master key that the file begins with. Raises KeyTrouble."""
    return read_master_keys(path)[0]


def master_key() -> bytes:
    """The installation's master key. Read anew each time, so that a changed file counts at once."""
    return read_master_key(settings.WISHBRIDGE_MASTER_KEY_FILE)


@functools.lru_cache(maxsize=4096)
def _cipher(key: bytes) -> AESGCM:
    # Setting a cipher up costs as much as a short text.
    return AESGCM(key)


def seal(key: bytes, plain: bytes, bound_to: bytes) -> bytes:
    """`plain` encrypted with AES-256-GCM; only who names the same `bound_to` can open it."""
    nonce = os.urandom(NONCE_BYTES)
    return _FORMAT + nonce + _cipher(key).encrypt(nonce, plain, bound_to)


def unseal(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """The reverse of `seal`. Raises KeyTrouble when key, place or bytes are not the ones it was sealed with."""
    sealed = bytes(sealed)
    if sealed[:1] != _FORMAT:
        raise KeyTrouble(f"Sealed bytes for {bound_to.decode(errors='replace')} have an unknown format.")
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return _cipher(key).decrypt(nonce, body, bound_to)
    except InvalidTag as problem:
        raise KeyTrouble(
            f"Bytes sealed for {bound_to.decode(errors='replace')} cannot be opened: another key, or moved, or changed."
        ) from problem


def wrap(key: bytes, bound_to: str, *, master: bytes | None = None) -> bytes:
    """A data key, encrypted with the master key, for the place named `bound_to`."""
    return seal(master or master_key(), key, b"key:" + bound_to.encode())


def unwrap(wrapped: bytes, bound_to: str, *, master: bytes | None = None) -> bytes:
    """The data key again, by this master key or any of the installation's. Raises KeyTrouble."""
    place = b"key:" + bound_to.encode()
    masters = [master] if master else read_master_keys(settings.WISHBRIDGE_MASTER_KEY_FILE)
    *earlier, last = masters
    for one in earlier:
        try:
            return unseal(one, wrapped, place)
        except KeyTrouble:
            continue
    return unseal(last, wrapped, place)
